"""PointOrder: points in time ordered by ``<`` and ``=``, one constraint at a time.

Points known to be equal are one class (union-find); classes form an acyclic graph of ``<``. A rank for every class, a
topological order kept up to date, makes most constraints cost nothing: one that agrees with the ranks cannot contradict
anything. One that does not is searched for among the ranks between its two points, from both by turns, until the two
searches meet, which is a contradiction, or one of them is through: what it has found then moves past the other point.

TimeML's relations speak of ``<`` and ``=`` alone, so ``≤`` and ``≠`` have no place here.

References
----------
Vilain, Kautz & van Beek (1990), Constraint propagation algorithms for temporal reasoning.
Pearce & Kelly (2007), A dynamic topological sort algorithm for directed acyclic graphs, JEA 11.
Haeupler, Kavitha, Mathew, Sen & Tarjan (2012), Incremental cycle detection, topological ordering, and strong component
maintenance, ACM Trans. Algorithms 8(1): the search from two sides.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

Pair = tuple[int, int]
GAP = 1 << 60  # between neighbouring ranks, for classes that come between
SHARE = 1 << 4  # the part of a gap that a class takes of it: the next comes to the same place, or behind that class


class _Side(NamedTuple):
    """The classes found from one of two points: all those onward from it, or back, that rank between the two."""

    onward: bool
    points: set[int]


class PointOrder:
    """A partial order over the points 0, 1, 2…, never contradictory.

    Examples
    --------
    >>> order = PointOrder(3)
    >>> order.precede(0, 1), order.precede(1, 2), order.precede(2, 0)
    (True, True, False)
    >>> order.precedes(0, 2)
    True
    """

    __slots__ = ("_earlier", "_later", "_parent", "_rank", "_taken", "_top")

    def __init__(self, size: int = 0) -> None:
        self._parent = list(range(size))
        self._rank = list(range(0, size * GAP, GAP))
        self._top = size * GAP  # above all ranks
        self._taken: list[int] | None = None  # the ranks in order, once any class has been moved
        self._later: list[list[int]] = [[] for _ in range(size)]
        self._earlier: list[list[int]] = [[] for _ in range(size)]

    def __len__(self) -> int:
        return len(self._parent)

    # -- building ----------------------------------------------------------------------------------------------------

    def new_point(self) -> int:
        """Add a point of which nothing is known, and return it."""
        point = len(self._parent)
        self._parent.append(point)
        self._rank.append(self._top)
        self._top += GAP
        self._taken = None
        self._later.append([])
        self._earlier.append([])
        return point

    def precede(self, p: int, q: int) -> bool:
        """Add p < q; return False, and change nothing, when that contradicts the order."""
        p, q = self.find(p), self.find(q)
        if p == q:
            return False
        if self._rank[p] > self._rank[q]:
            side = self._between(q, p)
            if side is None:
                return False
            self._move(side, q, p)
        self._later[p].append(q)
        self._earlier[q].append(p)
        return True

    def equate(self, p: int, q: int) -> bool:
        """Add p = q; return False, and change nothing, when that contradicts the order."""
        p, q = self.find(p), self.find(q)
        if p == q:
            return True
        if self._rank[p] > self._rank[q]:
            p, q = q, p
        side = self._between(p, q)
        if side is None:
            return False
        kept = q if side.onward else p  # what is moved passes the one that stays, and takes the other along
        rank = self._rank[kept]
        self._move(side._replace(points=side.points - {p, q}), p, q)
        self._join(p, q)
        self._rank[self.find(p)] = rank
        return True

    def allows(self, p: int, q: int, *, equal: bool) -> bool:
        """Return whether p < q, or p = q if `equal`, would be accepted."""
        p, q = self.find(p), self.find(q)
        if equal:
            return p == q or not (self.precedes(p, q) or self.precedes(q, p))
        return p != q and not self.precedes(q, p)

    def admit(self, less: Iterable[Pair], equal: Iterable[Pair], *, wishes: Sequence[Any] | None = None) -> None:
        """Add many constraints that are known to contradict nothing, and rank all points anew, as wished where free."""
        for p, q in equal:
            p, q = self.find(p), self.find(q)
            if p != q:
                self._join(p, q)
        for p, q in less:
            p, q = self.find(p), self.find(q)
            self._later[p].append(q)
            self._earlier[q].append(p)
        self._line_up(self.topological(wishes))

    # -- asking --------------------------------------------------------------------------------------------------------

    def find(self, point: int) -> int:
        """Return the point that stands for all the points equal to this one."""
        parent = self._parent
        while parent[point] != point:
            parent[point] = parent[parent[point]]
            point = parent[point]
        return point

    @property
    def top(self) -> int:
        """A rank above those of all points."""
        return self._top

    def rank(self, point: int) -> int:
        """Return the place of a point in one line that agrees with the order."""
        return self._rank[self.find(point)]

    def precedes(self, p: int, q: int) -> bool:
        """Return whether p < q is known."""
        p, q = self.find(p), self.find(q)
        return p != q and self._rank[p] < self._rank[q] and self._between(p, q) is None

    def later(self, point: int) -> list[int]:
        """Return the classes directly after a point, each once."""
        return self._standing(self._later[self.find(point)])

    def earlier(self, point: int) -> list[int]:
        """Return the classes directly before a point, each once."""
        return self._standing(self._earlier[self.find(point)])

    def onward(self, point: int) -> set[int]:
        """Return the class of a point and all classes known to be after it."""
        point = self.find(point)
        seen, stack = {point}, [point]
        while stack:
            for follower in map(self.find, self._later[stack.pop()]):
                if follower not in seen:
                    seen.add(follower)
                    stack.append(follower)
        return seen

    def out_degree(self, point: int) -> int:
        """Return how many constraints put something after a point."""
        return len(self._later[self.find(point)])

    def in_degree(self, point: int) -> int:
        """Return how many constraints put something before a point."""
        return len(self._earlier[self.find(point)])

    def classes(self) -> list[int]:
        """Return the points that stand for all points."""
        return [point for point, parent in enumerate(self._parent) if point == parent]

    def ranked(self) -> list[int]:
        """Return the classes so that each follows those before it: in the order of their ranks."""
        return sorted(self.classes(), key=self._rank.__getitem__)

    def topological(self, wishes: Sequence[Any] | None = None) -> list[int]:
        """Return the classes so that each follows those before it, by smallest wish where there is a choice (Kahn)."""
        find, parent = self.find, self._parent
        waiting = [len(earlier) for earlier in self._earlier]
        free = [(wishes[point] if wishes else 0, point) for point in self.classes() if not waiting[point]]
        heapq.heapify(free)
        line = []
        while free:
            _, point = heapq.heappop(free)
            line.append(point)
            for follower in self._later[point]:
                if parent[follower] != follower:
                    follower = find(follower)
                waiting[follower] -= 1
                if not waiting[follower]:
                    heapq.heappush(free, (wishes[follower] if wishes else 0, follower))
        return line

    # -- inside --------------------------------------------------------------------------------------------------------

    def _standing(self, points: list[int]) -> list[int]:
        """Return the points that stand for some, each once."""
        parent = self._parent
        return list(dict.fromkeys([point if parent[point] == point else self.find(point) for point in points]))

    def _between(self, start: int, limit: int) -> _Side | None:
        """Return what is known to be after `start`, or before `limit`, and ranks between them; None where they meet.

        Both are looked for by turns, a step at a time, and what is through first is returned.
        """
        parent, rank, sides = self._parent, self._rank, (self._later, self._earlier)
        low, high = rank[start], rank[limit]
        seen = ({start}, {limit})
        ways = ([iter(self._later[start])], [iter(self._earlier[limit])])
        side = 0
        while ways[side]:
            point = next(ways[side][-1], None)
            if point is None:
                ways[side].pop()
                continue
            if parent[point] != point:
                point = self.find(point)
            if point in seen[1 - side]:
                return None
            if point not in seen[side] and low < rank[point] < high:
                seen[side].add(point)
                ways[side].append(iter(sides[side][point]))
            side = 1 - side
        return _Side(side == 0, seen[side])

    def _move(self, side: _Side, start: int, limit: int) -> None:
        """Move what was found after one point behind another, or what was found before that one before the first."""
        rank, points = self._rank, sorted(side.points, key=self._rank.__getitem__)
        low, high = self._room(start, limit, onward=side.onward)
        if high - low <= len(points):
            self._line_up(self.ranked())
            low, high = self._room(start, limit, onward=side.onward)
        step = (high - low) // max(len(points) + 1, SHARE) or 1
        first = high - step * len(points) if side.onward else low + step
        for number, point in enumerate(points):
            rank[point] = first + step * number
        if self._taken is not None:
            place = bisect_left(self._taken, high)
            self._taken[place:place] = [rank[point] for point in points]

    def _room(self, start: int, limit: int, *, onward: bool) -> tuple[int, int]:
        """Return the ranks between which there is room: right behind `limit`, or right before `start`."""
        if self._taken is None:
            self._taken = sorted(self._rank[point] for point in self.classes())
        if onward:
            low = self._rank[limit]
            place = bisect_right(self._taken, low)
            return low, self._taken[place] if place < len(self._taken) else self._top
        high = self._rank[start]
        place = bisect_left(self._taken, high)
        return self._taken[place - 1] if place else high - GAP, high

    def _line_up(self, line: Sequence[int]) -> None:
        """Rank classes in the order given."""
        for number, point in enumerate(line):
            self._rank[point] = number * GAP
        self._taken, self._top = None, len(line) * GAP

    def _join(self, p: int, q: int) -> None:
        if len(self._later[p]) + len(self._earlier[p]) < len(self._later[q]) + len(self._earlier[q]):
            self._rank[q], p, q = self._rank[p], q, p
        self._parent[q] = p
        self._later[p] += self._later[q]
        self._earlier[p] += self._earlier[q]
        self._later[q], self._earlier[q] = [], []
