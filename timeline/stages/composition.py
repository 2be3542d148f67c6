"""Letters composed with their accents (Unicode NFC), blanks made one, and the way back to the caller's own offsets.

The models know « é » and not "e" with U+0301, as files of some systems have it; and of several blanks between two words
spaCy makes a word of its own, which parts names and confuses the parser. A text is read composed, and the finished
timeline's mentions are put back where they stand in the text the caller gave.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from timeline.model.timeline import Timeline

# At most thirty marks on a letter, as in Unicode's stream-safe format (UAX 15): long runs cost their length squared.
_MARKED = "[^\u0300-\u036f][\u0300-\u036f]{1,30}"
_BLANKS = r"(?<=[^\s])[ \t\u00a0]{2,}(?=[^\s])"
_APART = re.compile(f"{_MARKED}|{_BLANKS}")
_MARK, _BLANK_RUN = re.compile("[\u0300-\u036f]"), re.compile("[ \t\u00a0]{2}")  # found faster, and mostly not there


def compose(text: str) -> str:
    r"""Return a text whose letters are one with their accents, where Unicode has such a letter, and blanks one.

    Examples
    --------
    >>> compose("fe\u0301vrier"), compose("Anna  Berg")
    ('février', 'Anna Berg')
    """
    return _APART.sub(_composed, text) if _MARK.search(text) or _BLANK_RUN.search(text) else text


def _composed(match: re.Match[str]) -> str:
    return " " if match[0].isspace() else unicodedata.normalize("NFC", match[0])


def given_places(text: str) -> list[int]:
    r"""Return for each place of a composed text, its end included, the place in the text as given.

    Examples
    --------
    >>> given_places("fe\u0301v")
    [0, 1, 3, 4]
    """
    places: list[int] = []
    last = 0
    for match in _APART.finditer(text):
        places.extend(range(last, match.start()))
        places.extend(min(match.start() + index, match.end() - 1) for index in range(len(_composed(match))))
        last = match.end()
    return [*places, *range(last, len(text) + 1)]


def in_given_text(story: Timeline, text: str) -> Timeline:
    """Return the timeline of a composed text as that of the text given."""
    places = given_places(text)
    data = _moved(story.to_dict(), text, places)
    for document in data["documents"]:
        document["text"] = text
        document["unrelated"] = [[places[start], places[end]] for start, end in document["unrelated"]]
    return Timeline.from_dict(data)


def _moved(value: Any, text: str, places: list[int]) -> Any:
    """Return plain values with the places of every mention in them moved."""
    if isinstance(value, list):
        return [_moved(item, text, places) for item in value]
    if not isinstance(value, dict):
        return value
    if {"text", "start", "end", "document"} <= value.keys():
        start, end = places[value["start"]], places[value["end"]]
        return value | {"text": text[start:end], "start": start, "end": end}
    return {key: _moved(item, text, places) for key, item in value.items()}
