"""Explanations: every line a claim of the story or a fact of the calendar, and together a proof."""

import re
from dataclasses import replace
from itertools import combinations

from by_chance import ITEMS, claims
from hypothesis import given
from test_story import CLAIMS, LEFT, MONDAY, VOTED, claim, story

from timeline.model import Evidence, Mention, Timeline
from timeline.reasoning.intervals import IntervalGraph


def test_a_relation_is_explained_by_claims_and_calendar():
    assert story(CLAIMS[:2]).explain("e1", "e3").splitlines() == [
        "e1 “partit” BEFORE e3 “revint”:",
        "  1. e1 “partit” IS_INCLUDED t1 “vendredi” [2023-11-17] (test, very likely 0.90)",
        "  2. t1 “vendredi” [2023-11-17] BEFORE t2 “ce matin” [2023-11-20TMO] (calendar)",
        "  3. e3 “revint” IS_INCLUDED t2 “ce matin” [2023-11-20TMO] (test, very likely 0.90)",
    ]


def test_the_span_that_was_read_is_quoted():
    span = Evidence("connective", Mention("puis", 33, 37, "d1"))
    told = story([replace(claim("e2", "BEFORE", "e3"), evidence=span)])
    assert told.explain("e3", "e2").splitlines() == [
        "e3 “revint” AFTER e2 “vota”:",
        "  1. e2 “vota” BEFORE e3 “revint” (connective: “puis”, very likely 0.90)",
    ]


def test_what_is_not_told_is_said_to_be_so():
    assert story().explain("e1", "e4").splitlines() == [
        "The text does not tell how e1 “partit” stands to e4 “écrivit”.",
        "  e1 “partit”: from 2023-11-17 on, before 2023-11-18",
        "  e4 “écrivit”: before 2023-11-21",
    ]


def test_a_claim_that_was_set_aside_is_told():
    told = story([*CLAIMS, claim("e3", "BEFORE", "e1", 0.4), claim("e3", "BEFORE", "e2", 0.2)])
    assert (
        told.explain("e1", "e3").splitlines()[-1] == "  Set aside: e3 “revint” BEFORE e1 “partit” (test, unsure 0.40)"
    )
    assert told.explain("e2", "e3").splitlines()[-1] == (
        "  Too unsure to count: e3 “revint” BEFORE e2 “vota” (test, a guess 0.20)"
    )


def test_a_date_is_explained_from_both_sides():
    assert story().explain("e2").splitlines() == [
        "e2 “vota”: from 2023-11-17 on, before 2023-11-20 12:00",
        "  1. e1 “partit” IS_INCLUDED t1 “vendredi” [2023-11-17] (test, very likely 0.90)",
        "  2. e1 “partit” BEFORE e2 “vota” (test, likely 0.70)",
        "  3. e2 “vota” BEFORE e3 “revint” (test, very likely 0.80)",
        "  4. e3 “revint” IS_INCLUDED t2 “ce matin” [2023-11-20TMO] (test, very likely 0.90)",
        "  t1 “vendredi” [2023-11-17] is XXXX-WXX-5 counted from the reference date 2023-11-20.",
        "  t2 “ce matin” [2023-11-20TMO] is XXXX-XX-XXTMO counted from the reference date 2023-11-20.",
    ]


def test_times_and_the_reference_date_explain_themselves():
    dated, undated = story(), story(date=None)
    assert dated.explain("t1") == "t1 “vendredi” [2023-11-17] is XXXX-WXX-5 counted from the reference date 2023-11-20."
    assert undated.explain("t1").endswith("XXXX-WXX-5 counts from the reference date, which is not known.")
    assert dated.explain("t0") == "the reference date 2023-11-20 is given."
    assert undated.explain("t0") == "the reference date is not known."
    assert undated.explain("e1") == "e1 “partit”: not dated"
    assert dated.explain("e1", "e1") == "e1 “partit” is one and the same."


def test_dates_are_a_better_reason_than_the_order_of_telling():
    told = story([*CLAIMS[:2], claim("e1", "BEFORE", "e3", 0.5)])
    assert "(calendar)" in told.explain("e1", "e3")
    surer = story([claim("e1", "BEFORE", "e3", 0.9), *(replace(link, confidence=0.3) for link in CLAIMS[:2])])
    assert "(calendar)" not in surer.explain("e1", "e3")


def test_a_time_carried_on_says_from_where():
    told = story([CLAIMS[0], claim("e2", "IS_INCLUDED", "t1", 0.3)], events=(LEFT, VOTED))
    assert told.explain("e2").splitlines()[1] == (
        "  1. e2 “vota” IS_INCLUDED t1 “vendredi” [2023-11-17] (test, carried on from e1 “partit”, unsure 0.30)"
    )
    assert "carried" not in told.explain("e1")
    alone = story([claim("t1", "INCLUDES", "e2")], events=(VOTED,))
    assert "carried on from another sentence" in alone.explain("e2")


def test_what_has_begun_is_a_reason_too():
    told = story([claim("e1", "IBEFORE", "e4")])
    assert told.explain("e1").splitlines() == [
        "e1 “partit”: before 2023-11-21",
        "  1. e1 “partit” IBEFORE e4 “écrivit” (test, very likely 0.90)",
        "  2. e4 “écrivit” has begun by the reference date 2023-11-20 (not told as future)",
    ]


@given(claims())
def test_the_claims_told_prove_the_relation(relations):
    graph = IntervalGraph(items=ITEMS)
    refused = graph.settle(relations)
    kept = tuple(link for link in relations if not any(link is other for other in refused))
    told = Timeline(relations=kept, reference_date=MONDAY)
    for a, b in combinations(ITEMS, 2):
        known = told.graph.relation(a, b)
        if known:
            text = told.graph and explained(told, a, b)
            used = [link for link in kept if re.search(rf"\. {link.source} {link.type} {link.target} \(", text)]
            proof = IntervalGraph()
            assert proof.settle(used) == ()
            assert proof.holds(a, known, b)


def explained(told, a, b):
    from timeline.reasoning.explanation import explain_relation

    return explain_relation(told, a, b)
