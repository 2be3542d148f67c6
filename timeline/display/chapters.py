"""Chapters of a long story: its years, those of them that are busy in months, and these in days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from timeline.display.dating import BOUNDED, when_of
from timeline.model.dates import calendar_interval
from timeline.model.event import Event
from timeline.model.representation import extent, one_line
from timeline.model.timeline import Timeline

_UNITS = (4, 7, 10)  # characters of an ISO date: the year, the month, the day
_FEWEST = 6  # events of a chapter
_MOST = 120  # events of a chapter that is not cut any further
Begun = tuple[Event, datetime]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A year, month or day, half-open, and the events that begin in it, in the story's order."""

    start: datetime
    end: datetime
    events: tuple[Event, ...]

    def __repr__(self) -> str:
        return one_line("Chapter", extent(self.start, self.end), f"{len(self.events)} events")


def chapters_of(story: Timeline) -> tuple[Chapter, ...]:
    """Return the chapters of a story with enough events, none where that is not two at least.

    Examples
    --------
    >>> chapters_of(Timeline())
    ()
    """
    whens = ((event, when_of(event)) for event in story.events)
    begun = [(event, when.start) for event, when in whens if when and when.basis != BOUNDED]
    chapters = tuple(chapter for chapter in _cut(begun, _UNITS) if len(chapter.events) >= _FEWEST)
    return chapters if len(chapters) > 1 else ()


def _cut(begun: Iterable[Begun], units: Sequence[int]) -> Iterator[Chapter]:
    groups: dict[str, list[Begun]] = defaultdict(list)
    for event, start in begun:
        groups[start.isoformat()[: units[0]]].append((event, start))
    for name, members in sorted(groups.items()):
        if len(members) > _MOST and units[1:]:
            yield from _cut(members, units[1:])
        else:
            yield Chapter(*calendar_interval(name), tuple(event for event, _ in members))
