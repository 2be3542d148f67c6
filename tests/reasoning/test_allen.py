"""Allen's relations: their algebra, and TimeML's names for them."""

import pytest
from by_chance import intervals
from hypothesis import given

from timeline.model.relation import CONVERSES
from timeline.reasoning.allen import Allen, compose, constraints, from_timeml, relation_between

# From Allen (1983), figure 4.
PUBLISHED = [
    ("before", "before", {"before"}),
    ("before", "after", set(Allen)),
    ("before", "during", {"before", "meets", "overlaps", "starts", "during"}),
    ("meets", "meets", {"before"}),
    ("meets", "met by", {"finishes", "finished by", "equals"}),
    ("during", "during", {"during"}),
    ("during", "contains", set(Allen)),
    ("starts", "started by", {"starts", "started by", "equals"}),
    ("overlaps", "overlaps", {"before", "meets", "overlaps"}),
    ("contains", "during", {item.value for item in Allen} - {"before", "meets", "met by", "after"}),
]


@pytest.mark.parametrize(("first", "second", "expected"), PUBLISHED)
def test_composition_is_the_published_one(first, second, expected):
    assert compose(Allen(first), Allen(second)) == {Allen(item) for item in expected}


def test_composition_has_as_many_entries_as_the_published_table():
    assert sum(len(compose(a, b)) for a in Allen for b in Allen) == 409


@given(intervals, intervals, intervals)
def test_composition_covers_every_three_intervals(a, b, c):
    assert relation_between(a, c) in compose(relation_between(a, b), relation_between(b, c))


@given(intervals, intervals)
def test_converse_is_the_other_side(a, b):
    assert relation_between(a, b).converse is relation_between(b, a)


@given(intervals, intervals)
def test_exactly_one_relation_meets_its_constraints(a, b):
    def sign(p, q):
        return "<" if p < q else "=" if p == q else ">"

    points = {"start": 0, "end": 1}
    holding = [
        relation
        for relation in Allen
        if all(sign(a[points[f]], b[points[s]]) == wanted for f, wanted, s in constraints(relation))
    ]
    assert holding == [relation_between(a, b)]


@pytest.mark.parametrize("relation", Allen)
def test_composition_and_converse_agree(relation):
    for other in Allen:
        expected = {found.converse for found in compose(other.converse, relation.converse)}
        assert compose(relation, other) == expected


@pytest.mark.parametrize("name", CONVERSES)
def test_every_timeml_name_converts_to_and_fro(name):
    same = {"IDENTITY": "SIMULTANEOUS", "DURING": "SIMULTANEOUS", "DURING_INV": "SIMULTANEOUS"}
    assert from_timeml(name).timeml == same.get(name, name)
    assert from_timeml(CONVERSES[name]) is from_timeml(name).converse


def test_overlaps_have_no_timeml_name():
    assert [relation for relation in Allen if relation.timeml is None] == [Allen.OVERLAPS, Allen.OVERLAPPED_BY]


def test_unknown_names_are_refused():
    with pytest.raises(ValueError, match="no TimeML relType"):
        from_timeml("NEAR")


@pytest.mark.parametrize("empty", [(3, 3), (4, 3)])
def test_empty_intervals_are_refused(empty):
    with pytest.raises(ValueError, match="start must lie before"):
        relation_between(empty, (1, 2))
