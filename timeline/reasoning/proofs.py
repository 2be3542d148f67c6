"""Why one point is before another: the surest way of claims between them, by dates where these tell it as well."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from timeline.model.relation import Relation
from timeline.reasoning.intervals import IntervalGraph

# Steps on the calendar, and from an item's beginning to its end, need no reason; the fewer the better all the same.
_GIVEN_COST = 0.001
# A step that is not from or to the calendar costs as much more as one that is e times less sure: a reader takes two
# dates for a better reason than the order of two sentences.
_UNDATED_COST = 1.0
_LEAST_CHANCE = 1e-6


class Step(NamedTuple):
    """A claim on the way from one item to another; `source` and `target` may be the claim's own the other way round.

    Without a claim `kind` says what the tense tells: ``"begun"`` by another item's end, ``"over"`` by then, or
    ``"ahead"`` of another item's beginning.
    """

    source: str
    target: str
    relation: Relation | None
    kind: str = ""


class _Edge(NamedTuple):
    point: int
    cost: float
    equal: bool
    step: Step | None


class Proofs:
    """The ways between the points of a graph, each step with its reason.

    Parameters
    ----------
    graph : IntervalGraph
    relations : iterable of Relation
        The relations that were added to it and accepted.

    Examples
    --------
    >>> claim = Relation(source="e1", target="e2", type="BEFORE")
    >>> graph = IntervalGraph()
    >>> graph.add(claim)
    True
    >>> (start, _), (_, end) = graph.points_of("e1"), graph.points_of("e2")
    >>> [(step.source, step.target) for step in Proofs(graph, [claim]).way(start, end)]
    [('e1', 'e2')]
    """

    def __init__(self, graph: IntervalGraph, relations: Iterable[Relation]) -> None:
        self._edges: dict[int, list[_Edge]] = {}
        self._rank = graph.order.rank
        for item in graph.items:
            self._link(*graph.points_of(item), _GIVEN_COST)
        for earlier, later in pairwise(graph.moments.values()):
            self._link(earlier, later, _GIVEN_COST)
        for earlier, later in graph.within_instants():
            self._link(earlier, later, _GIVEN_COST)
        for item, other in graph.begun.items():
            self._link(graph.points_of(item)[0], graph.before(other), _UNDATED_COST, Step(item, other, None, "begun"))
        for item, other in graph.over.items():
            self._link(graph.points_of(item)[1], graph.before(other), _UNDATED_COST, Step(item, other, None, "over"))
        for item, other in graph.ahead.items():
            self._link(graph.after(other), graph.points_of(item)[0], _UNDATED_COST, Step(other, item, None, "ahead"))
        for relation in relations:
            cost = _cost(relation, graph)
            onward = Step(relation.source, relation.target, relation)
            back = Step(relation.target, relation.source, relation)
            there = (*graph.points_of(relation.target), graph.before(relation.target), graph.after(relation.target))
            claim = graph.claim(relation)
            for p, q in claim.less:
                self._link(p, q, cost, back if p in there else onward)
            for p, q in claim.equal:
                self._link(p, q, cost, onward, equal=True)
                self._link(q, p, cost, back, equal=True)

    def way(self, p: int, q: int, *, equal: bool = False) -> list[Step]:
        """Return the claims that prove p < q (or p = q if `equal`, or if they are), in order; empty when none do.

        References
        ----------
        Dijkstra (1959); costs are logarithms, so that a way is as sure as all its claims together.
        """
        came: dict[int, tuple[int, Step | None]] = {}
        costs, last = {p: 0.0}, self._rank(q)  # no way leads back from beyond it
        heap = [(0.0, p)]
        while heap:
            cost, point = heapq.heappop(heap)
            if point == q:
                return _steps(came, p, q)
            if cost > costs[point]:
                continue
            for edge in self._edges.get(point, ()):
                longer = cost + edge.cost
                open_to = (edge.equal or not equal) and self._rank(edge.point) <= last
                if open_to and longer < costs.get(edge.point, float("inf")):
                    costs[edge.point] = longer
                    came[edge.point] = (point, edge.step)
                    heapq.heappush(heap, (longer, edge.point))
        return []

    def _link(self, p: int, q: int, cost: float, step: Step | None = None, *, equal: bool = False) -> None:
        self._edges.setdefault(p, []).append(_Edge(q, cost, equal, step))


def _cost(relation: Relation, graph: IntervalGraph) -> float:
    is_dated = relation.source in graph.dated or relation.target in graph.dated
    doubt = -math.log(min(1.0, max(relation.weight, _LEAST_CHANCE)))
    return _GIVEN_COST + doubt + (0.0 if is_dated else _UNDATED_COST)


def _steps(came: dict[int, tuple[int, Step | None]], p: int, q: int) -> list[Step]:
    steps = []
    while q != p:
        q, step = came[q]
        if step:
            steps.append(step)
    return steps[::-1]
