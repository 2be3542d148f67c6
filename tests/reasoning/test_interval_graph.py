"""The interval graph against brute force: what it accepts, what it entails, what it bounds."""

import random
from datetime import datetime, timedelta
from itertools import product

import networkx as nx
import pytest
from by_chance import ITEMS, TIMEML, Closure, accepted_one_by_one, claims, true_stories
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Relation
from timeline.reasoning.allen import relation_between
from timeline.reasoning.components import components, least_backward
from timeline.reasoning.intervals import IntervalGraph
from timeline.reasoning.points import PointOrder
from timeline.reasoning.reachability import Reachability
from timeline.reasoning.reduction import reduced

DAY_ONE = datetime(2023, 1, 1)


def moment(number):
    return DAY_ONE + timedelta(days=number)


def built(relations, dates=()):
    graph = IntervalGraph(dict(dates), ITEMS)
    refused = graph.settle(relations)
    return graph, refused


def entailed(graph):
    return {(a, name, b) for a, b in product(ITEMS, repeat=2) for name in TIMEML if graph.holds(a, name, b)}


# -- consistency -------------------------------------------------------------------------------------------------------


@given(claims())
def test_settling_accepts_what_trying_one_by_one_accepts(relations):
    _, refused = built(relations)
    kept = accepted_one_by_one(relations)
    ranked = sorted(relations, key=lambda relation: -relation.confidence)
    assert [relation for relation in ranked if not any(relation is other for other in refused)] == kept


@given(claims())
def test_adding_is_settling_one_at_a_time(relations):
    graph = IntervalGraph(items=ITEMS)
    ranked = sorted(relations, key=lambda relation: -relation.confidence)
    added = [relation for relation in ranked if graph.add(relation)]
    assert added == accepted_one_by_one(relations)
    assert entailed(graph) == entailed(built(relations)[0])


@given(claims(), claims())
def test_what_stands_is_never_contradicted_later(first, second):
    graph = IntervalGraph(items=ITEMS)
    refused = graph.settle(first)
    before = entailed(graph)
    refused += graph.settle(second)
    assert before <= entailed(graph)
    assert all(graph.holds(r.source, r.type, r.target) for r in (*first, *second) if not any(r is x for x in refused))


@given(true_stories())
def test_nothing_true_is_refused_and_nothing_false_entailed(story):
    spans, relations = story
    graph, refused = built(relations)
    assert refused == ()
    for a, b in product(ITEMS, repeat=2):
        assert graph.allen(a, b) in (None, relation_between(spans[a], spans[b]))


def test_a_refused_relation_leaves_no_trace():
    graph = IntervalGraph(items=ITEMS)
    graph.add(Relation(source="e1", target="e2", type="INCLUDES"))
    graph.add(Relation(source="e3", target="e2", type="ENDS"))
    before = entailed(graph)
    assert not graph.add(Relation(source="e3", target="e1", type="BEGINS"))
    assert entailed(graph) == before


def test_an_item_is_not_before_itself():
    assert not IntervalGraph().add(Relation(source="e1", target="e1", type="BEFORE"))
    assert IntervalGraph().add(Relation(source="e1", target="e1", type="SIMULTANEOUS"))


# -- entailment --------------------------------------------------------------------------------------------------------


@given(claims())
def test_entailment_is_that_of_the_closure(relations):
    graph, _ = built(relations)
    closure = Closure(accepted_one_by_one(relations))
    for a, b in product(ITEMS, repeat=2):
        assert [name for name in TIMEML if graph.holds(a, name, b)] == [n for n in TIMEML if closure.holds(a, n, b)]


@given(claims())
def test_relations_convert(relations):
    graph, _ = built(relations)
    for a, b in product(ITEMS, repeat=2):
        known, other = graph.allen(a, b), graph.allen(b, a)
        assert (known and known.converse) is other
        assert known is None or known.timeml is None or graph.holds(a, known.timeml, b)


@given(claims())
def test_before_is_transitive_and_without_circles(relations):
    graph, _ = built(relations)
    before = {(a, b) for a, b in product(ITEMS, repeat=2) if graph.is_before(a, b)}
    assert not any((b, a) in before for a, b in before)
    assert all((a, d) in before for a, b in before for c, d in before if b == c)


@given(claims(), st.randoms(use_true_random=False))
def test_the_order_of_input_makes_no_difference_when_nothing_is_equally_sure(relations, chance):
    sure = [
        Relation(source=r.source, target=r.target, type=r.type, confidence=1 / place)
        for place, r in enumerate(relations, start=1)
    ]
    shuffled = chance.sample(sure, len(sure))
    assert entailed(built(sure)[0]) == entailed(built(shuffled)[0])


def test_what_is_not_in_the_graph_stands_in_no_relation():
    graph = IntervalGraph(items=("e1",))
    assert graph.relation("e1", "e9") is None
    assert not graph.holds("e1", "BEFORE", "e9")
    assert not graph.is_before("e9", "e1")
    assert graph.bounds("e9") == (None, None)
    assert "e9" not in graph


# -- the calendar ------------------------------------------------------------------------------------------------------


@given(true_stories(), st.sets(st.sampled_from(ITEMS)))
def test_bounds_hold_and_are_as_narrow_as_the_closure_tells(story, dated):
    spans, relations = story
    dates = {item: (moment(spans[item][0]), moment(spans[item][1])) for item in sorted(dated)}
    graph, refused = built(relations, dates)
    assert refused == ()
    calendar = [
        Relation(source=a, target=b, type=relation_between(spans[a], spans[b]).timeml)
        for a, b in product(sorted(dated), repeat=2)
        if a < b and relation_between(spans[a], spans[b]).timeml
    ]
    closure = Closure([*relations, *calendar])
    points = {(item, end): dates[item][end == "end"] for item in dated for end in ("start", "end")}
    for item in ITEMS:
        earliest, latest = graph.bounds(item)
        assert earliest is None or earliest <= moment(spans[item][0])
        assert latest is None or latest >= moment(spans[item][1])
        start, end = (item, "start"), (item, "end")
        told = [known for point, known in points.items() if closure.sign(point, start) in ("<", "=")]
        assert not told or earliest >= max(told)
        told = [known for point, known in points.items() if closure.sign(end, point) in ("<", "=")]
        assert not told or latest <= min(told)


@given(true_stories(), claims())
def test_more_relations_never_widen_bounds(story, more):
    spans, relations = story
    dates = {item: (moment(spans[item][0]), moment(spans[item][1])) for item in ITEMS[:2]}
    graph, _ = built(relations, dates)
    before = {item: graph.bounds(item) for item in ITEMS}
    graph.settle(more)
    for item, (earliest, latest) in before.items():
        now = graph.bounds(item)
        assert earliest is None or now[0] >= earliest
        assert latest is None or now[1] <= latest


def test_nothing_contradicts_the_calendar():
    graph = IntervalGraph({"t1": (moment(0), moment(1)), "t2": (moment(3), moment(4))})
    assert graph.relation("t1", "t2") == "BEFORE"
    assert not graph.add(Relation(source="t2", target="t1", type="BEFORE"))
    assert graph.add(Relation(source="e1", target="t2", type="IS_INCLUDED"))
    assert not graph.add(Relation(source="e1", target="t1", type="SIMULTANEOUS"))
    assert graph.bounds("e1") == (moment(3), moment(4))


def test_an_undated_event_between_two_dated_ones_has_bounds():
    graph = IntervalGraph({"t1": (moment(0), moment(1)), "t2": (moment(3), moment(4))})
    for source, kind, target in (("e1", "IS_INCLUDED", "t1"), ("e1", "BEFORE", "e2"), ("e2", "BEFORE", "t2")):
        graph.add(Relation(source=source, target=target, type=kind))
    assert graph.bounds("e2") == (moment(0), moment(3))


# -- parts -------------------------------------------------------------------------------------------------------------


@given(claims())
def test_reduction_keeps_everything(relations):
    graph, refused = built(relations)
    kept = [relation for relation in relations if not any(relation is other for other in refused)]
    assert entailed(built(reduced(graph, kept))[0]) == entailed(graph)


@given(claims(types=("BEFORE", "AFTER")))
def test_reduction_of_before_is_the_transitive_reduction(relations):
    graph, refused = built(relations)
    kept = [relation for relation in relations if not any(relation is other for other in refused)]

    def steps(some):
        return [(r.source, r.target) if r.type == "BEFORE" else (r.target, r.source) for r in some]

    expected = nx.transitive_reduction(nx.DiGraph(steps(kept)))
    assert sorted(steps(reduced(graph, kept))) == sorted(expected.edges)


@given(claims(most=30), st.integers(1, 6))
def test_the_index_agrees_with_the_search(relations, landmarks):
    order = built(relations)[0].order
    index = Reachability(order, landmarks=landmarks)
    for p, q in product(range(len(order)), repeat=2):
        assert index.precedes(p, q) == order.precedes(p, q)


@pytest.mark.parametrize("seed", range(5))
def test_ranks_stay_in_order_whatever_comes(seed):
    chance = random.Random(seed)
    order = PointOrder(30)
    for _ in range(200):
        p, q = chance.sample(range(30), 2)
        if chance.random() < 0.1:
            order.equate(p, q)
        else:
            order.precede(p, q)
        ranks = [order.rank(point) for point in order.classes()]
        assert len(set(ranks)) == len(ranks)
        assert all(order.rank(point) < order.rank(later) for point in order.classes() for later in order.later(point))


def test_components_are_numbered_against_the_steps():
    assert components([[1], [2], [0, 3], [4], []]) == [2, 2, 2, 1, 0]


def test_a_line_breaks_only_the_step_that_closes_a_circle():
    line = least_backward(range(5), [[1, 2], [2], [3], [4, 0], []])
    assert line == [0, 1, 2, 3, 4]
