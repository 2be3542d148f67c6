"""A time axis that gives a busy hour and an empty year the room each needs.

Stories jump from days to decades. Between two neighbouring boundaries of the story's own intervals the axis grows with
the logarithm of the days that pass, so order is exact, length only told in ticks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from math import log2

_SMALLEST = 0.35  # room of a gap of no length, in units of a day's room
_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Positions from 0 to 1 for datetimes; `boundaries` and `positions` are parallel and rising."""

    boundaries: tuple[datetime, ...]
    positions: tuple[float, ...]

    def __call__(self, when: datetime) -> float:
        """Return the position of a moment, interpolated between boundaries and held at the ends."""
        after = bisect_right(self.boundaries, when)
        if after == 0:
            return 0.0
        if after == len(self.boundaries):
            return 1.0
        first, last = self.boundaries[after - 1], self.boundaries[after]
        left, right = self.positions[after - 1], self.positions[after]
        return left + (right - left) * ((when - first) / (last - first))


def scale_of(intervals: Iterable[tuple[datetime, datetime]]) -> TimeScale:
    """Return the axis on which all the intervals lie.

    Parameters
    ----------
    intervals : iterable of (datetime, datetime)
        Half-open, naive.

    Returns
    -------
    TimeScale

    Examples
    --------
    >>> year = (datetime(2019, 1, 1), datetime(2020, 1, 1))
    >>> scale = scale_of([year, (datetime(2023, 11, 17), datetime(2023, 11, 18))])
    >>> scale(datetime(2019, 1, 1)), scale(datetime(2023, 11, 18))
    (0.0, 1.0)
    """
    boundaries = tuple(sorted({moment for interval in intervals for moment in interval}))
    reached = [0.0]
    for first, last in pairwise(boundaries):
        reached.append(reached[-1] + _SMALLEST + log2(1 + (last - first).total_seconds() / _DAY))
    total = reached[-1] or 1.0
    return TimeScale(boundaries, tuple(position / total for position in reached[: len(boundaries)]))


def linear_scale(intervals: Iterable[tuple[datetime, datetime]]) -> TimeScale:
    """Return the axis on which all the intervals lie and every day is as long as every other."""
    moments = [moment for interval in intervals for moment in interval]
    return TimeScale((min(moments), max(moments)), (0.0, 1.0))
