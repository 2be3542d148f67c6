"""Mermaid: diagrams in Markdown, drawn by GitHub, GitLab and notebooks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from timeline.display.layout import label_of, wall_size
from timeline.display.words import Words, words_of
from timeline.errors import FormatError
from timeline.formats.dated import DatedEvent, dated_events
from timeline.formats.files import save
from timeline.model.timeline import Timeline

CHARTS = ("timeline", "gantt")

# A task whose name begins so would be read as an instruction of the chart.
_KEYWORDS = re.compile(
    r"(?:gantt|title|section|dateformat|axisformat|tickinterval|includes|excludes|inclusiveenddates|topaxis|todaymarker"
    r"|weekday|weekend|acctitle|accdescr|click)\b",
    re.IGNORECASE,
)
# Mermaid's own tags for tasks; each is drawn differently.
_TAGS = {"factual": "done, ", "reported": "active, ", "negated": "crit, ", "counterfactual": "crit, "}


def to_mermaid(
    story: Timeline, path: str | Path | None = None, *, chart: str = "timeline", n: int | None = None
) -> str:
    """Return the main turns as a Mermaid diagram, and write it to `path` when one is given.

    Parameters
    ----------
    story : Timeline
    path : str or Path, optional
    chart : str
        ``"timeline"``: events in order, each under its time in words (« entre le 3 et le 5 mai 2020 », « sans date »).
        ``"gantt"``: dated events as bars, a section for each type. What is not factual says so.
    n : int, optional
        How many events at most, the most salient; as many as pictures label when not given.

    Raises
    ------
    FormatError
        When there is no such chart.

    Warns
    -----
    TimelineWarning
        When events have no date and were left out, in a gantt chart only.
    """
    if chart not in CHARTS:
        raise FormatError(f"Mermaid has no chart {chart!r} here; give one of {', '.join(CHARTS)}.")
    words, chosen = words_of(story), story.part(story.highlights(wall_size(len(story)) if n is None else n))
    lines = _timeline(chosen, words) if chart == "timeline" else _gantt(chosen, words)
    return save("\n".join((*lines, "")), path)


def _timeline(story: Timeline, words: Words) -> Iterator[str]:
    yield "timeline"
    yield from _title(story)
    for period, events in groupby(story.events, key=words.when):
        yield f"    {_escaped(period)}"
        for event in events:
            yield f"        : {_escaped(label_of(event, words))}"


def _gantt(story: Timeline, words: Words) -> Iterator[str]:
    dated = dated_events(story, "Mermaid gantt")
    yield "gantt"
    yield from _title(story)
    yield "    dateFormat YYYY-MM-DDTHH:mm:ss"
    yield "    axisFormat %Y-%m-%d"
    for type_ in dict.fromkeys(item.event.type for item in dated):
        yield f"    section {_escaped(words.type(type_))}"
        yield from (_task(item, words) for item in dated if item.event.type == type_)


def _title(story: Timeline) -> Iterator[str]:
    yield from (f"    title {_escaped(document.title)}" for document in story.documents[:1] if document.title)


def _task(dated: DatedEvent, words: Words) -> str:
    event = dated.event
    span = f"{dated.start:%Y-%m-%dT%H:%M:%S}, {dated.end:%Y-%m-%dT%H:%M:%S}"
    name = _escaped(label_of(event, words))
    if _KEYWORDS.match(name):
        name = f"#{ord(name[0])};{name[1:]}"
    return f"    {name} :{_TAGS.get(event.factuality, '')}{_NO_ID.sub('_', event.id)}, {span}"


def _escaped(text: str) -> str:
    """Return `text` on one line, not empty, with character codes for all but letters, digits and harmless signs.

    Examples
    --------
    >>> _escaped("<b>Dix: onze</b>;")
    '#60;b#62;Dix#58; onze#60;/b#62;#59;'
    """
    one_line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return "".join(char if char.isalnum() or char in _HARMLESS else f"#{ord(char)};" for char in one_line) or "…"


_NO_ID = re.compile(r"\W")  # what the id of a task may not hold
_HARMLESS = " .,-_/()'’«»!?…–—€"
