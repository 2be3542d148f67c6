"""Documents read from files: plain text, or a saved web page."""

from __future__ import annotations

from pathlib import Path

from timeline.errors import FormatError, MissingExtraError
from timeline.model.dates import parse_reference_date
from timeline.model.document import Document

_PAGES = (".html", ".htm", ".xhtml")
#: First bytes of files that are often taken for text: PDF, ZIP (and so .docx, .odt), RTF, PostScript, older Word.
_NO_TEXT = (b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"%!PS", b"\xd0\xcf\x11\xe0")


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
        When the file is not UTF-8 or no text at all (a PDF), or the page holds no article.
    MissingExtraError
        When a page is given and trafilatura is not installed.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "article.txt"
    >>> _ = path.write_text("Anna Berg est partie lundi.", encoding="utf8")
    >>> read(path).id, read(path).text
    ('article', 'Anna Berg est partie lundi.')
    """
    path = Path(path)
    data = path.read_bytes()
    if path.suffix.lower() in _PAGES:
        return _read_page(data, path)
    return Document(decode(data, str(path)), id=path.stem)


def decode(data: bytes, name: str) -> str:
    """Return the text that some bytes hold.

    Parameters
    ----------
    data : bytes
        UTF-8, with a byte order mark or without.
    name : str
        What the error calls it.

    Raises
    ------
    FormatError
        When it is not UTF-8, or no text at all: a PDF, a picture, an archive.

    Examples
    --------
    >>> decode("Été".encode(), "a text")
    'Été'
    """
    if data.startswith(_NO_TEXT) or b"\0" in data[:4096]:
        raise FormatError(f"{name} is no text (a PDF, an office file or an archive?); save its text as UTF-8 first.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormatError(f"{name} is not UTF-8 (byte {error.start}); save it as UTF-8 text.") from error


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
