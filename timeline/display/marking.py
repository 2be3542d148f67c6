"""A text with its people, organisations, places, times and events marked, whatever nests in or overlaps what.

The text is cut wherever a mark begins or ends, and every piece is written once with all the marks that cover it, side
by side rather than one in another: so marks that overlap need no special case, and no character is lost or told twice.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

_LINES = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Note:
    """What a stretch of text is marked as.

    Attributes
    ----------
    start, end : int
        Half-open character offsets.
    kind : str
        ``"person"``, ``"organisation"``, ``"place"``, ``"time"``, ``"event"`` or ``"unrelated"``.
    number : int
        Of an event: its place in the timeline; of an entity: its place among the entities.
    title : str
        What to say of it when it is pointed at.
    place : str
        The name of this stretch, for the page's script; written where it begins.
    """

    start: int
    end: int
    kind: str
    number: int = -1
    title: str = ""
    place: str = ""


def pieces(text: str, notes: Sequence[Note]) -> Iterator[tuple[int, int, tuple[Note, ...]]]:
    """Cut a text wherever a note begins or ends, and yield each piece with the notes that cover it, shortest first.

    Examples
    --------
    >>> notes = [Note(0, 4, "person"), Note(2, 6, "event")]
    >>> [(start, end, [note.kind for note in covering]) for start, end, covering in pieces("abcdefgh", notes)]
    [(0, 2, ['person']), (2, 4, ['person', 'event']), (4, 6, ['event']), (6, 8, [])]
    """
    begins, ends = defaultdict(list), defaultdict(list)
    for note in notes:
        begins[note.start].append(note)
        ends[note.end].append(note)
    active: dict[Note, None] = {}
    for start, end in pairwise(sorted({0, len(text), *begins, *ends})):
        for note in ends.get(start, ()):
            active.pop(note, None)
        active.update(dict.fromkeys(note for note in begins.get(start, ()) if note.end > note.start))
        yield start, end, tuple(sorted(active, key=_length))


def paragraphs(text: str, notes: Sequence[Note]) -> Iterator[str]:
    """Yield the lines of a text that are not blank as HTML paragraphs with marks; what the text holds stays text.

    Examples
    --------
    >>> list(paragraphs("<b>Zoé", [Note(3, 6, "person", 0, "Zoé")]))
    ['<p>&lt;b&gt;<span class="person" data-entity="0">Zoé</span></p>']
    """
    lines = [match.span() for match in _LINES.finditer(text)]
    cut = list(pieces(text, notes))
    reached = 0
    for begin, finish in lines:
        while reached < len(cut) and cut[reached][1] <= begin:
            reached += 1
        parts, number = [], reached
        while number < len(cut) and cut[number][0] < finish:
            start, end, covering = cut[number]
            parts.append(_piece(text, max(start, begin), min(end, finish), covering))
            number += 1
        if text[begin:finish].strip():
            yield f"<p>{''.join(parts)}</p>"


def _piece(text: str, start: int, end: int, covering: tuple[Note, ...]) -> str:
    """Write one piece: a link to its event when it has one, a span when it is only somebody or some time."""
    words = escape(text[start:end], quote=False)
    if not covering:
        return words
    attributes = " ".join(_attributes(covering, start, text[start:end]))
    event = next((note for note in covering if note.kind == "event"), None)
    if event is None:
        return f"<span {attributes}>{words}</span>"
    return f'<a href="#event-{event.number}" {attributes}>{words}</a>'


def _attributes(covering: tuple[Note, ...], start: int, words: str) -> Iterator[str]:
    kinds = " ".join(dict.fromkeys(note.kind for note in covering))
    yield f'class="{escape(kinds)}"'
    yield from _joined("data-event", (str(note.number) for note in covering if note.kind == "event"))
    begun = [note for note in covering if note.start == start]
    anchor = next((note.number for note in begun if note.place.endswith("-0")), None)
    if anchor is not None:
        yield f'id="at-{anchor}"'
    yield from _joined("data-place", (note.place for note in begun if note.place))
    yield from _joined("data-entity", (str(note.number) for note in covering if note.kind in _ENTITIES))
    yield from _title(covering, words)


def _title(covering: tuple[Note, ...], words: str) -> Iterator[str]:
    titles = dict.fromkeys(note.title for note in covering if note.title and note.title != words)
    if titles:
        yield f'title="{escape(" · ".join(titles))}"'


_ENTITIES = ("person", "organisation", "place")


def _joined(attribute: str, values: Iterable[str]) -> list[str]:
    joined = " ".join(dict.fromkeys(values))
    return [f'{attribute}="{joined}"'] if joined else []


def _length(note: Note) -> int:
    return note.end - note.start
