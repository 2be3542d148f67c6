"""The page: timeline, text and evidence in one file that asks nothing of any server.

The HTML alone tells the whole story, in reading order: without scripts, on paper, to a screen reader. The script adds
choosing, filtering and evidence. Everything out of the text is escaped, the data stands in a JSON island in which no
``<`` occurs, and the page's own policy refuses every other script, style and request.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files
from pathlib import Path

from timeline.display.evidence import event_data
from timeline.display.layout import layout_of
from timeline.display.marking import paragraphs
from timeline.display.notes import notes_of
from timeline.display.sections import event_list, filters, roles_table
from timeline.display.svg import draw, style
from timeline.display.words import Words, words_of
from timeline.errors import InvalidDateError
from timeline.formats.files import save
from timeline.model.dates import parse_reference_date
from timeline.model.document import Document
from timeline.model.timeline import Timeline

_LONGEST_TITLE = 140  # characters of a first line that may be a headline
_PICTURE = 900  # pixels of the time axis, which fill the widest page and leave room to scroll down


def to_html(story: Timeline, path: str | Path | None = None) -> str:
    """Return one self-contained page, and write it to `path` when one is given.

    Parameters
    ----------
    story : Timeline
    path : str or Path, optional

    Returns
    -------
    str
        A whole HTML document with style, script and data inside; nothing is fetched.

    Examples
    --------
    >>> "Content-Security-Policy" in to_html(Timeline())
    True
    """
    return save("".join(_document(story, words_of(story))), path)


def _document(story: Timeline, words: Words) -> Iterator[str]:
    css, script = _packaged("page.css"), _packaged("page.js")
    title = _title(story, words)
    yield f'<!DOCTYPE html>\n<html lang="{escape(words.code)}">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy((css, style()), script)}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
    yield f"<title>{escape(title)}</title>\n<style>{css}</style>\n</head>\n<body>\n"
    yield f'<a class="skip" href="#texts">{escape(words("skip"))}</a>\n'
    yield f"<header>\n<h1>{escape(title)}</h1>\n<p>{escape(_summary(story, words))}</p>{_error(story)}\n</header>\n"
    yield "<main>\n"
    yield from _picture(story, words)
    yield from roles_table(story, words)
    yield '<div class="columns">\n<section class="story" aria-labelledby="story-title">\n'
    yield f'<h2 id="story-title">{escape(words("timeline"))}</h2>\n'
    yield from filters(story, words)
    yield from event_list(story, words)
    yield "</section>\n"
    yield from _texts(story, words)
    yield f'</div>\n</main>\n<div id="card" aria-hidden="true" hidden></div>\n{_island(event_data(story, words))}\n'
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _picture(story: Timeline, words: Words) -> Iterator[str]:
    if story.events:
        yield f'<section class="picture" aria-label="{escape(words("picture"))}">\n<div class="scroll" tabindex="0">'
        yield draw(layout_of(story, width=_PICTURE), words)
        yield "</div>\n</section>\n"


def _texts(story: Timeline, words: Words) -> Iterator[str]:
    heading = words("texts" if len(story.documents) > 1 else "text")
    yield '<section id="texts" class="texts" tabindex="0" aria-labelledby="texts-title">\n'
    yield f'<h2 id="texts-title">{escape(heading)}</h2>\n'
    notes = notes_of(story, words)
    for document in story.documents:
        language = f' lang="{escape(document.lang)}"' if document.lang else ""
        yield f"<article{language}>\n"
        yield from _heading(document, words)
        yield "\n".join(paragraphs(document.text, notes[document.id]))
        yield "\n</article>\n"
    yield "</section>\n"


def _heading(document: Document, words: Words) -> Iterator[str]:
    if document.title:
        yield f"<h3>{escape(document.title)}</h3>\n"
    told = [_published(document, words)] if document.date else []
    if document.url:
        told.append(document.url)
    if told:
        yield f'<p class="about">{escape(" · ".join(told))}</p>\n'


def _published(document: Document, words: Words) -> str:
    try:
        moment = parse_reference_date(document.date)
    except InvalidDateError:  # written by another program
        moment = None
    return words.date(moment) if moment else str(document.date)


def _title(story: Timeline, words: Words) -> str:
    """Return the first document's title, or its first line where that is short enough to be one."""
    for document in story.documents:
        first, _, more = document.text.strip().partition("\n")
        if document.title or (more and 0 < len(first) <= _LONGEST_TITLE):
            return document.title or first.strip()
    return words("timeline")


def _summary(story: Timeline, words: Words) -> str:
    counts = [words.counted(len(story.events), "event"), words.counted(len(story.entities), "entity")]
    if story.reference_date:
        counts.append(words("published").format(date=words.date(story.reference_date)))
    return " · ".join(counts)


def _error(story: Timeline) -> str:
    return f"<p>{escape(str(story.error))}</p>" if story.error is not None else ""


def _packaged(name: str) -> str:
    return (files("timeline.display") / name).read_text(encoding="utf8")


def _policy(styles: Iterable[str], script: str) -> str:
    """Return a policy that allows this page's own styles and script, by their hashes, and nothing else."""
    allowed = " ".join(_hashed(style) for style in styles)
    return f"default-src 'none'; style-src {allowed}; script-src {_hashed(script)}; base-uri 'none'; form-action 'none'"


def _hashed(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _island(data: object) -> str:
    """Return data as a script element that is not run; no ``<`` in it, so nothing in the data can end it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="data">{text}</script>'
