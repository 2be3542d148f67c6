"""Reader of SemEval-2015 task 4: news in one sentence an element, and the timelines of target entities across them.

A corpus is a folder with one folder of TimeML files for each track (A raw, B with the events of the gold timelines)
and one of gold timelines, a text file an entity: its name, then ``ordinal TAB date TAB document-sentence-words…`` a
line, where mentions of one event stand on one line, and ordinal 0 is what could not be put in order.

References
----------
Minard et al. 2015, SemEval-2015 task 4: TimeLine, cross-document event ordering.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from timeline.errors import CorpusError, FormatError
from timeline.evaluation.annotations import AnnotatedDocument, EventSpan

UNORDERED = 0
_CLOSING = frozenset(
    {".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "''", "'"}
)
_OPENING = frozenset({"(", "[", "$", "``", "£", "€"})
_QUOTES = {"``": '"', "''": '"'}

Words = tuple[str, int, str]  # document, sentence, folded words joined by "_"


@dataclass(frozen=True, slots=True)
class Line:
    """An event of a timeline: its place, its day as the annotators wrote it, and its mentions."""

    ordinal: int
    date: str
    mentions: frozenset[Words]


@dataclass(frozen=True, slots=True)
class EntityTimeline:
    """What befalls one target entity, or what it does, over all documents."""

    entity: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sentences:
    """A document of the task: its text, and where its numbered sentences begin in it."""

    document: AnnotatedDocument
    starts: tuple[tuple[int, int], ...]

    def sentence(self, offset: int) -> int:
        """Return the number of the sentence that an offset lies in."""
        return max((start, number) for start, number in self.starts if start <= offset)[1]

    def words(self, start: int, text: str) -> Words:
        """Return a mention as the task writes it."""
        return self.document.id, self.sentence(start), folded(text)


@dataclass(frozen=True, slots=True)
class TimelineCorpus:
    """One corpus of the task."""

    raw: tuple[Sentences, ...]
    given: tuple[Sentences, ...]
    timelines: tuple[EntityTimeline, ...]


def read_timelines(folder: str | Path) -> TimelineCorpus:
    """Read a corpus of the task.

    Parameters
    ----------
    folder : str or Path
        Holds folders whose names contain ``trackA``, ``trackB`` and ``gold``.

    Raises
    ------
    CorpusError
        When one of them is missing.
    FormatError
        When a file is not as it should be.
    """
    return TimelineCorpus(
        raw=tuple(_document(path) for path in _files(folder, "tracka", "tml")),
        given=tuple(_document(path) for path in _files(folder, "trackb", "tml")),
        timelines=tuple(_timeline(path) for path in _files(folder, "gold", "txt")),
    )


def folded(text: str) -> str:
    """Return the words of a mention as they are compared.

    Examples
    --------
    >>> folded("take-off"), folded("Taking out")
    ('take-off', 'taking_out')
    """
    return "_".join(text.casefold().replace("_", " ").split())


def _files(folder: str | Path, kind: str, suffix: str) -> list[Path]:
    found = [path for path in sorted(Path(folder).rglob(f"*.{suffix}")) if kind in path.parent.name.casefold()]
    if not found:
        raise CorpusError(
            f"{folder} holds no folder for {kind!r} with .{suffix} files; see timeline.evaluation.semeval."
        )
    return found


def _timeline(path: Path) -> EntityTimeline:
    name, *rows = [line for line in path.read_text("utf8").splitlines() if line.strip()] or [""]
    return EntityTimeline(name.strip(), tuple(_line(path, row) for row in rows))


def _line(path: Path, row: str) -> Line:
    cells = row.split("\t")
    if len(cells) < 3 or not cells[0].strip().isdecimal():
        raise FormatError(f"{path}: {row!r} is not an ordinal, a date and mentions parted by tabs.")
    mentions = (re.match(r"\s*(\w+?)-(\d+)-(.+?)\s*$", cell) for cell in cells[2:])
    return Line(
        int(cells[0]), cells[1].strip(), frozenset((m[1], int(m[2]), folded(m[3])) for m in mentions if m is not None)
    )


def _document(path: Path) -> Sentences:
    from defusedxml.ElementTree import parse

    try:
        root = parse(path).getroot()
    except ParseError as error:
        raise FormatError(f"{path}: {error}") from error
    if root is None:
        raise FormatError(f"{path} holds no element.")
    creation = root.find(".//DCT/TIMEX3")
    number = re.match(r"\d+", path.name)
    text, starts, events = _joined(root.iter("s"))
    document = AnnotatedDocument(
        id=number[0] if number else path.stem,
        text=text,
        date=creation.get("value") if creation is not None else None,
        events=tuple(events),
    )
    return Sentences(document, tuple(starts))


def _joined(sentences: Iterator[Element]) -> tuple[str, list[tuple[int, int]], list[EventSpan]]:
    """Return the text as it would be printed, a sentence a line, with where sentences begin and events stand."""
    text = ""
    starts = []
    spans: dict[str, tuple[int, int]] = {}
    for sentence in sentences:
        text = f"{text}\n" if text else text
        starts.append((len(text), int(sentence.get("id") or 0)))
        begun, tight = len(text), True
        for word, event in _tokens(sentence):
            if not tight and word not in _CLOSING:
                text += " "
            tight = word in _OPENING
            if event:
                spans[event] = (spans.get(event, (len(text), 0))[0], len(text) + len(word))
            text += _QUOTES.get(word, word) if begun < len(text) or word not in _QUOTES else '"'
    events = [
        EventSpan(id=name, start=start, end=end, text=text[start:end], timeml_class="OCCURRENCE")
        for name, (start, end) in spans.items()
    ]
    return text, starts, sorted(events, key=_place)


def _tokens(sentence: Element) -> Iterator[tuple[str, str]]:
    yield from ((word, "") for word in (sentence.text or "").split())
    for tag in sentence:
        name = (tag.get("eid") or "") if tag.tag == "EVENT" else ""
        yield from ((word, name) for word in "".join(tag.itertext()).split())
        yield from ((word, "") for word in (tag.tail or "").split())


def _place(event: EventSpan) -> tuple[int, int]:
    return event.start, event.end
