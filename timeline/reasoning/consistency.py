"""Which of many claims may contradict each other, found in one pass.

A contradiction is a circle of ``<``. Claims that lie on no circle of the whole can be accepted together; only the
others must be weighed one by one, and the result is the same as weighing all of them so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from timeline.reasoning.components import components, least_backward
from timeline.reasoning.points import Pair, PointOrder


class Claim(NamedTuple):
    """What one relation says of points: pairs p < q and pairs p = q."""

    less: tuple[Pair, ...]
    equal: tuple[Pair, ...]


def admit_all(order: PointOrder, claims: Sequence[Claim], *, weigh: bool = True) -> list[int]:
    """Accept claims in the order given, each unless it contradicts those accepted before it.

    Parameters
    ----------
    order : PointOrder
    claims : sequence of Claim
    weigh : bool
        False refuses all claims on a circle instead of weighing them one by one: linear, whatever contradicts what.

    Returns
    -------
    list of int
        The positions of the claims that were refused.
    """
    if not claims:
        return []
    whole = _Whole(order, claims)
    suspects = [position for position, claim in enumerate(claims) if whole.suspects(claim)]
    doubtful = set(suspects)
    safe = [claim for position, claim in enumerate(claims) if position not in doubtful]
    less = [pair for claim in safe for pair in claim.less]
    equal = [pair for claim in safe for pair in claim.equal]
    order.admit(less, equal, wishes=whole.likely_ranks() if suspects and weigh else None)
    if not weigh:
        return suspects
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


class _Whole:
    """An order and all claims about it taken together, contradictions and all.

    Parameters
    ----------
    order : PointOrder
        Stays as it is.
    claims : sequence of Claim
    """

    __slots__ = ("_component", "_followers", "_parent", "_size")

    def __init__(self, order: PointOrder, claims: Sequence[Claim]) -> None:
        self._parent = [order.find(point) for point in range(len(order))]
        for claim in claims:
            for p, q in claim.equal:
                self._parent[self._find(q)] = self._find(p)
        self._followers: list[list[int]] = [[] for _ in range(len(order))]
        for point in order.classes():
            self._followers[self._find(point)].extend(map(self._find, order.later(point)))
        for claim in claims:
            for p, q in claim.less:
                self._followers[self._find(p)].append(self._find(q))
        self._component = components(self._followers)
        self._size = Counter(self._component)

    def suspects(self, claim: Claim) -> bool:
        """Return whether a claim lies on a circle, or makes points equal that lie on one."""
        return any(self._component[self._find(p)] == self._component[self._find(q)] for p, q in claim.less) or any(
            self._is_circular(self._find(p)) for p, _ in claim.equal
        )

    def likely_ranks(self) -> list[int]:
        """Return for each point a place in a line that few claims contradict, so that few need a search."""
        members: dict[int, list[int]] = {}
        for point, component in enumerate(self._component):
            members.setdefault(component, []).append(point)
        ranks = [0] * len(self._component)
        line = (point for component in sorted(members, reverse=True) for point in self._lined_up(members[component]))
        for rank, point in enumerate(line):
            ranks[point] = rank
        return [ranks[self._find(point)] for point in range(len(ranks))]

    def _lined_up(self, members: list[int]) -> list[int]:
        return members if len(members) == 1 else least_backward(members, self._followers)

    def _is_circular(self, point: int) -> bool:
        return self._size[self._component[point]] > 1 or point in self._followers[point]

    def _find(self, point: int) -> int:
        parent = self._parent
        while parent[point] != point:
            parent[point] = parent[parent[point]]
            point = parent[point]
        return point
