"""Documents read from files: plain text, or a saved web page."""

from __future__ import annotations

from pathlib import Path

from timeline.errors import FormatError, MissingExtraError
from timeline.model.dates import parse_reference_date
from timeline.model.document import Document

_PAGES = (".html", ".htm", ".xhtml")


def read(path: str | Path) -> Document:
    """Read a document from a text or HTML file.

    Parameters
    ----------
    path : str or Path
        A UTF-8 text file, or a web page saved as ``.html`` or ``.htm``; of a page the article's text, title, date and
        language are taken and the rest left out.

    Returns
    -------
    Document
        Its id is the file's name without its ending.

    Raises
    ------
    FormatError
        When the file is not UTF-8, or the page holds no article.
    MissingExtraError
        When a page is given and trafilatura is not installed.
    """
    path = Path(path)
    data = path.read_bytes()
    if path.suffix.lower() in _PAGES:
        return _read_page(data, path)
    try:
        return Document(data.decode("utf-8-sig"), id=path.stem)
    except UnicodeDecodeError as error:
        raise FormatError(f"{path} is not UTF-8 (byte {error.start}); save it as UTF-8 text.") from error


def _read_page(data: bytes, path: Path) -> Document:
    try:
        from htmldate import find_date
        from trafilatura import bare_extraction, load_html
    except ImportError as error:
        raise MissingExtraError('Reading web pages needs: pip install "timeline-extractor[web]"') from error
    page = load_html(data)
    article = bare_extraction(page, with_metadata=True) if page is not None else None
    found = article.as_dict() if article is not None and not isinstance(article, dict) else article
    if page is None or not found or not found.get("text"):
        raise FormatError(f"{path} holds no article that can be told from the page around it; give its text instead.")
    day = find_date(load_html(data), original_date=True, extensive_search=False)
    declared = page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return Document(
        found["text"],
        date=parse_reference_date(day) and day,
        lang=declared[:2].lower() or None,
        id=path.stem,
        title=found.get("title"),
        url=found.get("url"),
    )
