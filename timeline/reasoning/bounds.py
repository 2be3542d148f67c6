"""What the calendar tells of each point: the last moment before it and the first after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from timeline.reasoning.points import PointOrder


@dataclass(frozen=True, slots=True)
class Bounds:
    """The closest moments around every point of an order; made by `point_bounds`."""

    order: PointOrder
    lower: tuple[datetime | None, ...]
    upper: tuple[datetime | None, ...]

    def earliest(self, point: int) -> datetime | None:
        """Return the latest moment that the point is not before."""
        return self.lower[self.order.find(point)]

    def latest(self, point: int) -> datetime | None:
        """Return the earliest moment that the point is not after."""
        return self.upper[self.order.find(point)]


def point_bounds(order: PointOrder, moments: Mapping[datetime, int]) -> Bounds:
    """Carry the calendar's moments along the order, onward and back, in one pass each.

    Examples
    --------
    >>> order = PointOrder(3)
    >>> order.precede(0, 1), order.precede(1, 2)
    (True, True)
    >>> bounds = point_bounds(order, {datetime(2023, 11, 17): 0})
    >>> bounds.earliest(2), bounds.latest(2)
    (datetime.datetime(2023, 11, 17, 0, 0), None)
    """
    lower: list[datetime | None] = [None] * len(order)
    upper: list[datetime | None] = [None] * len(order)
    for moment, point in moments.items():
        lower[order.find(point)] = upper[order.find(point)] = moment
    line = [(point, order.later(point)) for point in order.ranked()]
    for point, followers in line:
        known = lower[point]
        if known is not None:
            for follower in followers:
                lower[follower] = _later(lower[follower], known)
    for point, followers in reversed(line):
        for follower in followers:
            upper[point] = _earlier(upper[point], upper[follower])
    return Bounds(order, tuple(lower), tuple(upper))


def _later(a: datetime | None, b: datetime | None) -> datetime | None:
    return b if a is None else a if b is None else max(a, b)


def _earlier(a: datetime | None, b: datetime | None) -> datetime | None:
    return b if a is None else a if b is None else min(a, b)
