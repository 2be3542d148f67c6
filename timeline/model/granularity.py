"""Granularity: how wide the calendar unit is that a time names."""

from __future__ import annotations

from enum import Enum


class Granularity(Enum):
    """Width of the calendar unit a temporal expression names, finest first.

    Members compare by width: ``Granularity.DAY < Granularity.MONTH``.

    Examples
    --------
    >>> Granularity.DAY < Granularity.MONTH
    True
    >>> Granularity("weekend") is Granularity.WEEKEND
    True
    """

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"

    @property
    def rank(self) -> int:
        """Position from the finest (0) to the coarsest."""
        return _RANKS[self]

    def __lt__(self, other: Granularity) -> bool:
        return self.rank < other.rank

    def __le__(self, other: Granularity) -> bool:
        return self.rank <= other.rank

    def __gt__(self, other: Granularity) -> bool:
        return self.rank > other.rank

    def __ge__(self, other: Granularity) -> bool:
        return self.rank >= other.rank


_RANKS = {member: rank for rank, member in enumerate(Granularity)}
