"""Events that stand on the calendar, for formats that hold nothing else."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime, timedelta

from timeline.errors import TimelineWarning
from timeline.model.event import Event
from timeline.model.granularity import Granularity
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedEvent:
    """An event and the half-open interval of the time it has.

    Attributes
    ----------
    event : Event
    time : TimeValue
    start, end : datetime
    """

    event: Event
    time: TimeValue
    start: datetime
    end: datetime

    @property
    def by_the_clock(self) -> bool:
        """True when the time names an hour or less, and not a day or more."""
        return self.time.granularity is not None and self.time.granularity < Granularity.PART_OF_DAY

    @property
    def to_the_day(self) -> bool:
        """True when the text tells the day, or the days that it lasted; « en mars » tells between what days it lies."""
        length = self.end - self.start
        if self.time.granularity is not None:
            return self.time.granularity <= Granularity.DAY
        return length <= timedelta(days=1) or bool(self.time.begin_point or self.time.end_point)

    @property
    def last_day(self) -> Date:
        """The last day that the interval touches."""
        return max(self.start, self.end - timedelta(microseconds=1)).date()


def every_dated(story: Timeline) -> tuple[DatedEvent, ...]:
    """Return the events with a resolved time, in the timeline's order.

    Examples
    --------
    >>> every_dated(Timeline())
    ()
    """
    return tuple(
        DatedEvent(event=event, time=event.time, start=event.time.start, end=_end_of(event, event.time))
        for event in story.events
        if event.time and event.time.start
    )


def dated_events(story: Timeline, format_name: str) -> tuple[DatedEvent, ...]:
    """Return the events with a resolved time, in the timeline's order.

    Parameters
    ----------
    story : Timeline
    format_name : str
        For the warning.

    Warns
    -----
    TimelineWarning
        When others had to be left out, with their number.
    """
    dated = every_dated(story)
    warn_of(len(story.events) - len(dated), len(story.events), "no date", format_name)
    return dated


def warn_of(left_out: int, number: int, lacking: str, format_name: str) -> None:
    """Warn of events that a format does not hold, where there are any."""
    if left_out:
        message = f"{left_out} of {number} events have {lacking} and are not in the {format_name} output."
        warnings.warn(message, TimelineWarning, stacklevel=5)


def _end_of(event: Event, time: TimeValue) -> datetime:
    """Return the end of an event's time, that of the stretch which the text gives it where there is one."""
    when = event.when
    if when is not None and when.basis == "told" and when.start == time.start:
        return when.end
    return time.end or time.start or datetime.max
