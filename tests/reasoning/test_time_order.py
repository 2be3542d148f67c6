"""Events in one line, and in groups."""

from itertools import combinations, pairwise, product

from by_chance import ITEMS, claims
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Relation
from timeline.reasoning.intervals import IntervalGraph
from timeline.reasoning.order import in_groups, in_line


def built(relations):
    graph = IntervalGraph(items=ITEMS)
    graph.settle(relations)
    return graph


@given(claims(), st.permutations(ITEMS))
def test_the_line_agrees_with_all_that_is_known(relations, told):
    graph = built(relations)
    line = in_line(graph, {item: place for place, item in enumerate(told)})
    assert sorted(line) == sorted(ITEMS)
    assert not any(graph.is_before(later, earlier) for earlier, later in combinations(line, 2))


@given(claims(), st.permutations(ITEMS))
def test_groups_are_the_line_cut_where_one_is_over_before_another(relations, told):
    graph = built(relations)
    line = in_line(graph, {item: place for place, item in enumerate(told)})
    groups = in_groups(graph, line)
    assert [item for group in groups for item in group] == line
    for group in groups:
        assert not any(graph.is_before(a, b) for a, b in product(group, repeat=2))
    for group, following in pairwise(groups):
        assert any(graph.is_before(item, following[0]) for item in group)


def test_without_relations_wishes_decide():
    graph = IntervalGraph(items=ITEMS)
    wishes = {"e1": (2, 0), "e2": (1, 1), "e3": (1, 0)}
    assert in_line(graph, wishes) == ["e3", "e2", "e1"]
    assert in_groups(graph, ["e3", "e2", "e1"]) == [("e3", "e2", "e1")]


def test_what_begins_together_stays_together():
    graph = IntervalGraph()
    graph.add(Relation(source="e1", target="e3", type="BEGINS"))
    graph.add(Relation(source="e2", target="e3", type="BEFORE"))
    assert in_line(graph, {"e1": 1, "e2": 2, "e3": 3}) == ["e2", "e1", "e3"]
    assert in_groups(graph, ["e2", "e1", "e3"]) == [("e2",), ("e1", "e3")]


def test_touching_is_before():
    graph = IntervalGraph()
    graph.add(Relation(source="e1", target="e2", type="IBEFORE"))
    assert in_groups(graph, ["e1", "e2"]) == [("e1",), ("e2",)]
