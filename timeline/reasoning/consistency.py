"""Which of many claims may contradict each other, found in one pass.

A contradiction is a circle of ``<``. Claims that lie on no circle of the whole can be accepted together; only the
others must be weighed one by one, and the result is the same as weighing all of them so.

References
----------
Tarjan (1972), Depth-first search and linear graph algorithms, SIAM J. Comput. 1(2).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.reasoning.points import Pair, PointOrder


class Claim(NamedTuple):
    """What one relation says of points: pairs p < q and pairs p = q."""

    less: tuple[Pair, ...]
    equal: tuple[Pair, ...]


def admit_all(order: PointOrder, claims: Sequence[Claim]) -> list[int]:
    """Accept claims in the order given, each unless it contradicts those accepted before it.

    Returns
    -------
    list of int
        The positions of the claims that were refused.
    """
    suspects = _suspects(order, claims)
    doubtful = set(suspects)
    safe = [claim for position, claim in enumerate(claims) if position not in doubtful]
    order.admit(
        [pair for claim in safe for pair in claim.less],
        [pair for claim in safe for pair in claim.equal],
    )
    return [position for position in suspects if not admit(order, claims[position])]


def admit(order: PointOrder, claim: Claim) -> bool:
    """Accept one claim as a whole, or refuse it and change nothing.

    Each pair is tried against the order alone: the pairs of one Allen relation that are possible one by one are
    possible together, because a circle through two of them would need an interval that ends before it starts.
    """
    if len(claim.less) + len(claim.equal) == 1:
        return all(order.precede(p, q) for p, q in claim.less) and all(order.equate(p, q) for p, q in claim.equal)
    possible = all(order.allows(p, q, equal=False) for p, q in claim.less) and all(
        order.allows(p, q, equal=True) for p, q in claim.equal
    )
    if possible:
        for p, q in claim.equal:
            order.equate(p, q)
        for p, q in claim.less:
            order.precede(p, q)
    return possible


def _suspects(order: PointOrder, claims: Sequence[Claim]) -> list[int]:
    """Return the positions of the claims that lie on a circle when all of them are taken together."""
    joined = _Classes(order)
    for claim in claims:
        for p, q in claim.equal:
            joined.join(p, q)
    followers: list[list[int]] = [[] for _ in range(len(order))]
    for point in range(len(order)):
        if order.find(point) == point:
            followers[joined.find(point)].extend(map(joined.find, order.later(point)))
    for claim in claims:
        for p, q in claim.less:
            followers[joined.find(p)].append(joined.find(q))
    component = _components(followers)
    sizes = [0] * len(followers)
    for number in component:
        sizes[number] += 1
    circular = [
        sizes[component[point]] > 1 or point in followers[point] if followers[point] else False
        for point in range(len(followers))
    ]

    def suspect(claim: Claim) -> bool:
        return any(component[joined.find(p)] == component[joined.find(q)] for p, q in claim.less) or any(
            circular[joined.find(p)] for p, q in claim.equal
        )

    return [position for position, claim in enumerate(claims) if suspect(claim)]


class _Classes:
    """Classes of equal points on top of those of an order, which stays as it is."""

    __slots__ = ("_parent",)

    def __init__(self, order: PointOrder) -> None:
        self._parent = [order.find(point) for point in range(len(order))]

    def find(self, point: int) -> int:
        parent = self._parent
        while parent[point] != point:
            parent[point] = parent[parent[point]]
            point = parent[point]
        return point

    def join(self, p: int, q: int) -> None:
        self._parent[self.find(q)] = self.find(p)


def _components(followers: Sequence[Sequence[int]]) -> list[int]:
    """Return the number of each node's strongly connected component: nodes on one circle have the same."""
    unseen = -1
    index = [unseen] * len(followers)
    lowest = [0] * len(followers)
    component = [unseen] * len(followers)
    open_nodes: list[int] = []
    seen = numbered = 0
    for root in range(len(followers)):
        if index[root] != unseen:
            continue
        path = [(root, iter(followers[root]))]
        index[root] = lowest[root] = seen
        seen += 1
        open_nodes.append(root)
        while path:
            node, rest = path[-1]
            for follower in rest:
                if index[follower] == unseen:
                    index[follower] = lowest[follower] = seen
                    seen += 1
                    open_nodes.append(follower)
                    path.append((follower, iter(followers[follower])))
                    break
                if component[follower] == unseen:
                    lowest[node] = min(lowest[node], index[follower])
            else:
                path.pop()
                if path:
                    parent = path[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == index[node]:
                    member = unseen
                    while member != node:
                        member = open_nodes.pop()
                        component[member] = numbered
                    numbered += 1
    return component
