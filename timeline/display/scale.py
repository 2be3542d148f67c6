"""A time axis that is linear, with a break wherever it is not.

Stories jump from days to decades. The axis is cut into parts; within a part every day is as long as every other, and
between two parts stands a break, which the picture draws as a zigzag. Each part has its own ticks, so no reader takes
the length of one for that of another.

A logarithmic axis is drawn only when it is asked for: it has no breaks, and the further back a time lies from the end,
the less room it has; it ends where the last time begins, for what is to come may last for months.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from timeline.model.representation import extent, one_line

BREAK = 32.0  # pixels between two parts
NARROWEST = 76.0  # pixels of a part: room for the words of one tick
_TOO_MUCH = (0.6, 0.7, 0.8, 0.9, 0.95)  # of a part, in one stretch: that stretch is cut out; more, while parts are many
_COARSE = 4  # a time so many times as long as another one within it is drawn across, and makes no part

WIDEST = 300.0  # pixels of an axis on which all begins at one moment
_APART = 30.0  # pixels between neighbouring events with which no cut is needed

LINEAR, LOG = "linear", "log"
SCALES = (LINEAR, LOG)
HOUR, DAY, MONTH, YEAR = "hour", "day", "month", "year"
_LENGTHS = {HOUR: 1 / 24, DAY: 1.0, MONTH: 30.0, YEAR: 365.0}  # days: what a logarithmic axis counts in
Interval = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of time on a stretch of the axis, in pixels; linear unless it says otherwise.

    `finest` is the unit that its times are told in, ``"hour"``, ``"day"``, ``"month"`` or ``"year"``: no tick is finer.

    Examples
    --------
    >>> decade = Part(datetime(2014, 1, 1), datetime(2024, 1, 1), 0.0, 100.0, is_log=True)
    >>> round(decade(datetime(2019, 1, 1))), round(decade(datetime(2023, 12, 1)))
    (8, 58)
    """

    start: datetime
    end: datetime
    left: float
    right: float
    finest: str = DAY
    is_log: bool = False

    def __call__(self, moment: datetime) -> float:
        """Return the place of a moment, held at the ends."""
        share = (moment - self.start) / (self.end - self.start)
        if self.is_log:
            before, all_of_it = ((self.end - one).total_seconds() / 86400 for one in (moment, self.start))
            unit = _LENGTHS[self.finest]
            share = 1 - math.log1p(max(before, 0.0) / unit) / math.log1p(all_of_it / unit)
        return self.left + (self.right - self.left) * min(max(share, 0.0), 1.0)

    def __repr__(self) -> str:
        return one_line("Part", extent(self.start, self.end), f"{self.left:.0f}–{self.right:.0f}")


@dataclass(frozen=True, slots=True)
class TimeScale:
    """The parts of an axis, from left to right."""

    parts: tuple[Part, ...]

    def __call__(self, moment: datetime) -> float:
        """Return the place of a moment in pixels; in the middle of a break when it is between two parts.

        Examples
        --------
        >>> scale = TimeScale((Part(datetime(2020, 1, 1), datetime(2020, 1, 11), 0.0, 100.0),))
        >>> scale(datetime(2020, 1, 6)), scale(datetime(2030, 1, 1))
        (50.0, 100.0)
        """
        reached = self.parts[0].left
        for part in self.parts:
            if moment < part.start:
                return (reached + part.left) / 2
            if moment <= part.end:
                return part(moment)
            reached = part.right
        return reached

    def reaches(self, moment: datetime) -> bool:
        """Tell whether a moment is on the axis or in one of its breaks, and not beyond its ends.

        Examples
        --------
        >>> scale = TimeScale((Part(datetime(2020, 1, 1), datetime(2020, 1, 11), 0.0, 100.0),))
        >>> scale.reaches(datetime(2020, 1, 6)), scale.reaches(datetime(2030, 1, 1))
        (True, False)
        """
        return self.parts[0].start <= moment < self.parts[-1].end

    @property
    def is_log(self) -> bool:
        """Whether the picture must say that it is not linear."""
        return any(part.is_log for part in self.parts)

    @property
    def breaks(self) -> tuple[float, ...]:
        """The middle of each break, in pixels."""
        return tuple((one.right + other.left) / 2 for one, other in pairwise(self.parts))


def scale_of(intervals: Sequence[Interval], width: float, shape: str = LINEAR) -> TimeScale | None:
    """Return the axis for times, None when there are none.

    Parameters
    ----------
    intervals : sequence of (datetime, datetime)
        Half-open, naive; one for each event to be drawn, so that busy parts get more room.
    width : float
        Pixels.
    shape : str
        One of `SCALES`.

    Examples
    --------
    >>> year = (datetime(2019, 1, 1), datetime(2020, 1, 1))
    >>> scale_of([year, (datetime(2023, 11, 17), datetime(2023, 11, 18))], 500).parts
    (<Part 2019-01-01/2023-11-17 0–500>,)
    """
    fine = _fine(sorted({(start, max(end, start + timedelta(minutes=1))) for start, end in intervals}))
    if not fine:
        return None
    if shape == LOG:
        start, end = fine[0][0], max(min(end, start + timedelta(days=1)) for start, end in fine)
        return TimeScale((Part(start, end, 0.0, width, _finest(start, end, fine), is_log=True),))
    stretches, starts = _stretches(fine), sorted({start for start, _ in fine})
    close = _APART / width
    most = max(int((width + BREAK) / (NARROWEST + BREAK)), 1)
    cut = [_trimmed(stretches)]
    for share in _TOO_MUCH:
        found = list(_cut(stretches, starts, share, close))
        if len(found) <= most:
            cut = found
            break
    spans = [(part[0].start, part[-1].end) for part in cut]
    rooms = _rooms(spans, starts, intervals, width)
    parts, left = [], 0.0
    for (start, end), room in zip(spans, rooms, strict=True):
        parts.append(Part(start, end, left, left + room, _finest(start, end, fine)))
        left += room + BREAK
    return TimeScale(tuple(parts))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What lies between two neighbouring ends of times; `is_empty` when no time covers it."""

    start: datetime
    end: datetime
    is_empty: bool

    @property
    def length(self) -> float:
        return (self.end - self.start).total_seconds()


def _fine(intervals: Sequence[Interval]) -> list[Interval]:
    """Return the times without those that only say around what others say exactly."""
    return [
        (start, end)
        for start, end in intervals
        if not any(
            start <= first and last <= end and _COARSE * (last - first) <= end - start for first, last in intervals
        )
    ]


def _stretches(intervals: Sequence[Interval]) -> list[_Stretch]:
    moments = sorted({moment for interval in intervals for moment in interval})
    covered: set[datetime] = set()
    for start, end in intervals:
        covered.update(moment for moment in moments if start <= moment < end)
    return [_Stretch(one, other, one not in covered) for one, other in pairwise(moments)]


def _cut(stretches: list[_Stretch], starts: Sequence[datetime], share: float, close: float) -> Iterator[list[_Stretch]]:
    """Yield the parts of an axis.

    Where events would stand too close together, a stretch that takes more than its share is left out, or stands alone
    when it is covered.
    """
    stretches = _trimmed(stretches)
    if not stretches:
        return
    longest = max(range(len(stretches)), key=[stretch.length for stretch in stretches].__getitem__)
    total = sum(stretch.length for stretch in stretches)
    is_long = stretches[longest].length > share * total
    if len(stretches) == 1 or not is_long or not _is_crowded(stretches, starts, close * total):
        yield stretches
        return
    yield from _cut(stretches[:longest], starts, share, close)
    if not stretches[longest].is_empty:
        yield [stretches[longest]]
    yield from _cut(stretches[longest + 1 :], starts, share, close)


def _is_crowded(stretches: list[_Stretch], starts: Sequence[datetime], close: float) -> bool:
    """Tell whether some neighbouring events stand closer together than so many seconds."""
    here = [start for start in starts if stretches[0].start <= start < stretches[-1].end]
    return any((other - one).total_seconds() < close for one, other in pairwise(here))


def _finest(start: datetime, end: datetime, intervals: Iterable[Interval]) -> str:
    """Return the coarsest unit whose boundaries are all the ends of times within a part."""
    ends = {moment for interval in intervals for moment in interval if start <= moment <= end}
    if any(moment.hour or moment.minute for moment in ends):
        return HOUR
    if any(moment.day != 1 for moment in ends):
        return DAY
    return MONTH if any(moment.month != 1 for moment in ends) else YEAR


def _trimmed(stretches: list[_Stretch]) -> list[_Stretch]:
    kept = [number for number, stretch in enumerate(stretches) if not stretch.is_empty]
    return stretches[kept[0] : kept[-1] + 1] if kept else []


def _rooms(
    spans: Sequence[Interval], begins: Sequence[datetime], intervals: Iterable[Interval], width: float
) -> list[float]:
    """Share the axis out: each part has the least room, and of the rest what suits the number of its events."""
    starts = [start for start, _ in intervals]
    weights = [sum(first <= start < last for start in starts) ** 0.8 + 0.2 for first, last in spans]
    rest = max(width - BREAK * (len(spans) - 1) - NARROWEST * len(spans), 0.0)
    least = min(NARROWEST, (width - BREAK * (len(spans) - 1)) / len(spans))
    rooms = [least + rest * weight / sum(weights) for weight in weights]
    if len(spans) == 1 and len(begins) == 1:
        return [min(rooms[0], WIDEST)]
    return rooms
