"""An index over a point order that stands, for many questions ``p < q``.

A few landmarks are chosen along the order. Each class keeps two bit sets: the landmarks up to it and those from it on.
A landmark between two points proves that one is before the other; a landmark before the first but not before the
second, or after the second but not after the first, proves that it is not. What is left lies between two landmarks and
is searched for there. Building takes time and space linear in the order's size.

References
----------
Landmarks as in Valstar, Fletcher & Yoshida (2017), Landmark indexing for evaluation of label-constrained reachability;
the two refutations as in Yildirim, Chaoji & Zaki (2010), GRAIL.
"""

from __future__ import annotations

from timeline.reasoning.points import PointOrder

LANDMARKS = 256


class Reachability:
    """Answers whether p < q in an order that does not change meanwhile.

    Parameters
    ----------
    order : PointOrder
    landmarks : int
        How many to choose at most.

    Examples
    --------
    >>> order = PointOrder(3)
    >>> order.precede(0, 1), order.precede(1, 2)
    (True, True)
    >>> index = Reachability(order)
    >>> index.precedes(0, 2), index.precedes(2, 0)
    (True, False)
    """

    __slots__ = ("_after", "_before", "_followers", "_order", "_rank")

    def __init__(self, order: PointOrder, *, landmarks: int = LANDMARKS) -> None:
        self._order = order
        line = order.ranked()
        self._rank = [0] * len(order)
        for rank, point in enumerate(line):
            self._rank[point] = rank
        self._followers: list[list[int]] = [[] for _ in range(len(order))]
        for point in line:
            self._followers[point] = order.later(point)
        self._before = [0] * len(order)
        self._after = [0] * len(order)
        for bit, point in enumerate(_landmarks(order, line, landmarks)):
            self._before[point] = self._after[point] = 1 << bit
        self._spread(line)

    def precedes(self, p: int, q: int) -> bool:
        """Return whether p < q is known."""
        p, q = self._order.find(p), self._order.find(q)
        if p == q or self._rank[p] > self._rank[q]:
            return False
        known = self._decide(p, q)
        return self._search(p, q) if known is None else known

    def _spread(self, line: list[int]) -> None:
        before, after = self._before, self._after
        for point in line:
            upto = before[point]
            for follower in self._followers[point]:
                before[follower] |= upto
        for point in reversed(line):
            onward = after[point]
            for follower in self._followers[point]:
                onward |= after[follower]
            after[point] = onward

    def _decide(self, p: int, q: int) -> bool | None:
        """Return what the landmarks tell of p < q, None when they leave it open."""
        if self._after[p] & self._before[q]:
            return True
        if self._before[p] & ~self._before[q] or self._after[q] & ~self._after[p]:
            return False
        return None

    def _search(self, p: int, q: int) -> bool:
        limit = self._rank[q]
        seen, stack = {p}, [p]
        while stack:
            for point in self._followers[stack.pop()]:
                if point == q:
                    return True
                if point in seen or self._rank[point] > limit:
                    continue
                seen.add(point)
                known = self._decide(point, q)
                if known:
                    return True
                if known is None:
                    stack.append(point)
        return False


def _landmarks(order: PointOrder, line: list[int], count: int) -> list[int]:
    """Choose points evenly along the order, in each stretch the one where most ways meet."""
    width = max(1, -(-len(line) // count))
    stretches = [line[start : start + width] for start in range(0, len(line), width)]

    def ways(point: int) -> int:
        return (order.in_degree(point) + 1) * (order.out_degree(point) + 1)

    return [max(stretch, key=ways) for stretch in stretches]
