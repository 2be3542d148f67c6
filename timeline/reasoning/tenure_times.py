"""Times of tenures: when events begin and end them, and the bounds that one sets the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.time import TimeValue

FUTURE = "future"
BOUNDS = "bounds"


def is_done(event: Event | None) -> bool:
    """Tell whether an event is no announcement."""
    return event is not None and event.factuality != FUTURE


def is_past(time: TimeValue | None, reference: datetime | None) -> bool:
    """Tell whether a time begins before the reference date; any does where that is unknown."""
    return time is not None and time.start is not None and (reference is None or time.start < reference)


def not_before(since: TimeValue | None, until: TimeValue | None) -> TimeValue | None:
    """Return an end cut at its beginning; None where all of it lies before, so that it ends another tenure."""
    begin = since.start if since else None
    if until is None or begin is None:
        return until
    if until.end is not None and until.end <= begin:
        return None
    return between(begin, until.end) if until.rule == BOUNDS and (until.start or begin) <= begin else until


def when(event: Event | None) -> TimeValue | None:
    """Return an event's time, or its bounds as a time."""
    if event is None:
        return None
    return event.time or between(event.earliest, event.latest)


def bounded_by(since: TimeValue | None, beginning: TimeValue | None) -> TimeValue | None:
    """Return the bounds of an end that a successor's beginning sets."""
    if beginning is None:
        return None
    if beginning.end is None:
        return replace(beginning, rule=BOUNDS)
    return between(since.start if since else None, beginning.end)


def between(earliest: datetime | None, latest: datetime | None) -> TimeValue | None:
    """Return bounds as a time; an open side is written with two dots, as in EDTF."""
    if earliest is None and latest is None:
        return None
    first, last = (moment.date().isoformat() if moment else ".." for moment in (earliest, latest))
    return TimeValue(id="", type="DATE", timex3=f"{first}/{last}", start=earliest, end=latest, rule=BOUNDS)


def undated_by(event: Event, periods: Iterable[Mention]) -> Event:
    """Return an event without its time where that only says how long a role was held (« PDG depuis 2015, X part »)."""
    words = event.time.mention if event.time else None
    if words is None or not any(overlap(words, period) for period in periods):
        return event
    return replace(event, time=None, earliest=None, latest=None)


def time_at(words: Mention | None, times: Iterable[TimeValue]) -> TimeValue | None:
    """Return the resolved time that words name."""
    if words is None:
        return None
    there = (time for time in times if time.mention and overlap(time.mention, words))
    return next((time for time in there if time.resolved), None)


def overlap(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions share text."""
    return one.document == other.document and one.start < other.end and other.start < one.end
