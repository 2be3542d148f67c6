"""PointOrder: points in time ordered by ``<`` and ``=``, one constraint at a time.

Points known to be equal are one class (union-find); classes form an acyclic graph of ``<``. A rank for every class, a
topological order kept up to date, makes most constraints cost nothing: one that agrees with the ranks cannot contradict
anything, and one that does not is searched for only among the ranks between its two points.

TimeML's relations speak of ``<`` and ``=`` alone, so ``≤`` and ``≠`` have no place here.

References
----------
Vilain, Kautz & van Beek (1990), Constraint propagation algorithms for temporal reasoning.
Pearce & Kelly (2007), A dynamic topological sort algorithm for directed acyclic graphs, JEA 11.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from typing import Any

Pair = tuple[int, int]


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

    __slots__ = ("_earlier", "_later", "_parent", "_rank")

    def __init__(self, size: int = 0) -> None:
        self._parent = list(range(size))
        self._rank = list(range(size))
        self._later: list[list[int]] = [[] for _ in range(size)]
        self._earlier: list[list[int]] = [[] for _ in range(size)]

    def __len__(self) -> int:
        return len(self._parent)

    # -- building ----------------------------------------------------------------------------------------------------

    def new_point(self) -> int:
        """Add a point of which nothing is known, and return it."""
        point = len(self._parent)
        self._parent.append(point)
        self._rank.append(point)
        self._later.append([])
        self._earlier.append([])
        return point

    def precede(self, p: int, q: int) -> bool:
        """Add p < q; return False, and change nothing, when that contradicts the order."""
        p, q = self.find(p), self.find(q)
        if p == q:
            return False
        if self._rank[p] > self._rank[q]:
            following = self._following(q, p)
            if following is None:
                return False
            self._place(self._preceding(p, q) or [], following)
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
        following = self._following(p, q)
        if following is None:
            return False
        preceding = self._preceding(q, p) or []
        self._place([point for point in preceding if point != q], following, spare=q)
        self._join(p, q)
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
        for rank, point in enumerate(self.topological(wishes)):
            self._rank[point] = rank

    # -- asking --------------------------------------------------------------------------------------------------------

    def find(self, point: int) -> int:
        """Return the point that stands for all the points equal to this one."""
        parent = self._parent
        while parent[point] != point:
            parent[point] = parent[parent[point]]
            point = parent[point]
        return point

    def rank(self, point: int) -> int:
        """Return the place of a point in one line that agrees with the order."""
        return self._rank[self.find(point)]

    def precedes(self, p: int, q: int) -> bool:
        """Return whether p < q is known."""
        p, q = self.find(p), self.find(q)
        return p != q and self._rank[p] < self._rank[q] and self._following(p, q) is None

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

    def _following(self, start: int, limit: int) -> list[int] | None:
        """Return the classes from `start` on, ranked below `limit`; None when `limit` itself is among them."""
        return self._reached(start, limit, self._later, below=True)

    def _preceding(self, start: int, limit: int) -> list[int] | None:
        """Return the classes up to `start`, ranked above `limit`; None when `limit` itself is among them."""
        return self._reached(start, limit, self._earlier, below=False)

    def _reached(self, start: int, limit: int, neighbours: list[list[int]], *, below: bool) -> list[int] | None:
        find, parent, rank = self.find, self._parent, self._rank
        bound = rank[limit]
        seen, stack = {start}, [start]
        while stack:
            for point in neighbours[stack.pop()]:
                if parent[point] != point:
                    point = find(point)
                if point == limit:
                    return None
                if point not in seen and (rank[point] < bound) == below:
                    seen.add(point)
                    stack.append(point)
        return list(seen)

    def _place(self, first: Sequence[int], second: Sequence[int], *, spare: int | None = None) -> None:
        """Deal the ranks of both groups out again, the first group's points before the second's."""
        rank = self._rank
        line = sorted(first, key=rank.__getitem__) + sorted(second, key=rank.__getitem__)
        places = sorted([rank[point] for point in line] + ([] if spare is None else [rank[spare]]))
        if spare is not None:
            # The first class of the second group takes in the spare one; what follows it moves up, never down.
            places.pop(len(first) + 1)
        for point, place in zip(line, places, strict=True):
            rank[point] = place

    def _join(self, p: int, q: int) -> None:
        if len(self._later[p]) + len(self._earlier[p]) < len(self._later[q]) + len(self._earlier[q]):
            self._rank[q], p, q = self._rank[p], q, p
        self._parent[q] = p
        self._later[p] += self._later[q]
        self._earlier[p] += self._earlier[q]
        self._later[q], self._earlier[q] = [], []
