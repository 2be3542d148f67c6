"""Few relations that still tell everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from timeline.model.relation import Relation
from timeline.reasoning.consistency import Claim
from timeline.reasoning.intervals import IntervalGraph
from timeline.reasoning.points import PointOrder


def reduced(graph: IntervalGraph, relations: Iterable[Relation]) -> Iterator[Relation]:
    """Yield those of a graph's relations that the others, with the calendar, do not entail.

    What is kept entails what is dropped. Of BEFORE and AFTER alone the transitive reduction is kept; where points are
    equal the more confident relations are kept first, and those that then tell nothing new are dropped.

    Parameters
    ----------
    graph : IntervalGraph
    relations : iterable of Relation
        The relations that were added to it and accepted.

    Examples
    --------
    >>> chain = [Relation(source=a, target=b, type="BEFORE") for a, b in (("e1", "e2"), ("e2", "e3"), ("e1", "e3"))]
    >>> graph = IntervalGraph()
    >>> graph.settle(chain)
    ()
    >>> [(relation.source, relation.target) for relation in reduced(graph, chain)]
    [('e1', 'e2'), ('e2', 'e3')]
    """
    order = graph.order
    told = _Told(order, graph)
    ranked = sorted(relations, key=_doubt)
    kept = set()
    for relation in ranked:
        if told.adds(graph.claim(relation)):
            kept.add(id(relation))
    yield from (relation for relation in ranked if id(relation) in kept)


class _Told:
    """What has been told so far: equal points, and direct steps from one class of points to the next."""

    def __init__(self, order: PointOrder, graph: IntervalGraph) -> None:
        self._order = order
        self._precedes = graph.precedes
        self._parent: dict[int, int] = {}
        moments = list(graph.moments.values())
        spans = (*map(graph.points_of, graph.items), *graph.within_instants())
        self._steps = {(order.find(p), order.find(q)) for p, q in (*pairwise(moments), *spans)}

    def adds(self, claim: Claim) -> bool:
        """Take in a claim, and return whether it told anything that could not be concluded."""
        joined = [self._join(p, q) for p, q in claim.equal]
        stepped = [self._step(self._order.find(p), self._order.find(q)) for p, q in claim.less]
        return any(joined) or any(stepped)

    def _join(self, p: int, q: int) -> bool:
        p, q = self._find(p), self._find(q)
        self._parent[q] = p
        return p != q

    def _find(self, point: int) -> int:
        while (above := self._parent.get(point, point)) != point:
            self._parent[point] = self._parent.get(above, above)
            point = above
        return point

    def _step(self, p: int, q: int) -> bool:
        if (p, q) in self._steps or self._has_detour(p, q):
            return False
        self._steps.add((p, q))
        return True

    def _has_detour(self, p: int, q: int) -> bool:
        """Return whether p < x < q for some x, looking from the point with fewer neighbours."""
        order = self._order
        if order.out_degree(p) <= order.in_degree(q):
            return any(point != q and self._precedes(point, q) for point in order.later(p))
        return any(point != p and self._precedes(p, point) for point in order.earlier(q))


def _doubt(relation: Relation) -> float:
    return -relation.weight
