"""Explanations: every line a claim of the story or a fact of the calendar, and together a proof."""

import re
from dataclasses import replace
from itertools import combinations

import pytest
from by_chance import ITEMS, claims
from hypothesis import given
from test_story import CLAIMS, LEFT, MONDAY, VOTED, claim, story

from timeline.languages.base import available_languages, get_language
from timeline.model import Evidence, Mention, Timeline
from timeline.model.relation import CONVERSES
from timeline.reasoning.intervals import IntervalGraph


def french(evidence=CLAIMS, **more):
    """Return the story as one told in French, in which it is."""
    told = story(evidence, **more)
    return replace(told, documents=(replace(told.documents[0], lang="fr"),))


def test_a_relation_is_explained_by_claims_and_calendar():
    assert story(CLAIMS[:2]).explain("e1", "e3").splitlines() == [
        "“partit” (e1) is before “revint” (e3):",
        "  1. “partit” (e1) lies within “vendredi” (Fri 17 Nov 2023) (test)",
        "  2. “vendredi” (Fri 17 Nov 2023) is before “ce matin” (Mon 20 Nov 2023, morning) (by the calendar)",
        "  3. “revint” (e3) lies within “ce matin” (Mon 20 Nov 2023, morning) (test)",
    ]


def test_a_french_story_is_explained_in_french():
    assert french(CLAIMS[:2]).explain("e1", "e3").splitlines() == [
        "« partit » (e1) vient avant « revint » (e3) :",
        "  1. « partit » (e1) se situe dans « vendredi » (ven. 17 nov. 2023) (test)",
        "  2. « vendredi » (ven. 17 nov. 2023) vient avant « ce matin » (lun. 20 nov. 2023, matin)"
        " (selon le calendrier)",
        "  3. « revint » (e3) se situe dans « ce matin » (lun. 20 nov. 2023, matin) (test)",
    ]


@pytest.mark.parametrize("lang", available_languages())
def test_every_language_has_words_for_all_there_is_to_explain(lang):
    words, english = (get_language(code).explanation for code in (lang, "en"))
    assert set(words.relations) >= set(CONVERSES)
    for part in ("relations", "rules", "sure", "sentences"):
        assert set(getattr(words, part)) == set(getattr(english, part))


def test_no_code_is_shown():
    told = french([*CLAIMS, claim("e4", "BEGUN_BY", "t1", 0.3)])
    text = "\n".join(told.explain(*items) for items in (("e1",), ("e2",), ("e4",), ("e5",), ("t1",), ("e1", "e4")))
    assert not re.search(r"[A-Z]{2}|X", text), text


def test_the_span_that_was_read_is_quoted():
    span = Evidence("connective", Mention("puis", 33, 37, "d1"))
    told = story([replace(claim("e2", "BEFORE", "e3"), evidence=span)])
    assert told.explain("e3", "e2").splitlines() == [
        "“revint” (e3) is after “vota” (e2):",
        "  1. “vota” (e2) is before “revint” (e3) (linking word: “puis”)",
    ]


def test_what_is_not_told_is_said_to_be_so():
    assert story().explain("e1", "e4").splitlines() == [
        "The text does not tell how “partit” (e1) stands to “écrivit” (e4).",
        "  “partit” (e1): Fri 17 Nov 2023",
        "  “écrivit” (e4): before Tue 21 Nov 2023",
    ]


def test_a_claim_that_was_set_aside_is_told():
    told = story([*CLAIMS, claim("e3", "BEFORE", "e1", 0.4), claim("e3", "BEFORE", "e2", 0.2)])
    assert told.explain("e1", "e3").splitlines()[-1] == (
        "  Set aside: “revint” (e3) is before “partit” (e1) (test, unsure)"
    )
    assert told.explain("e2", "e3").splitlines()[-1] == (
        "  Too unsure to count: “revint” (e3) is before “vota” (e2) (test, a guess)"
    )


def test_a_date_is_explained_from_both_sides():
    assert story().explain("e2").splitlines() == [
        "“vota” (e2): from Fri 17 Nov 2023 on, before Mon 20 Nov 2023 12:00",
        "  The text gives no date for it; what else it tells sets the limits:",
        "  1. “partit” (e1) lies within “vendredi” (Fri 17 Nov 2023) (test)",
        "  2. “partit” (e1) is before “vota” (e2) (test)",
        "  3. “vota” (e2) is before “revint” (e3) (test)",
        "  4. “revint” (e3) lies within “ce matin” (Mon 20 Nov 2023, morning) (test)",
        "  “vendredi” (Fri 17 Nov 2023) is counted from the reference date (Mon 20 Nov 2023).",
        "  “ce matin” (Mon 20 Nov 2023, morning) is counted from the reference date (Mon 20 Nov 2023).",
    ]


def test_times_and_the_reference_date_explain_themselves():
    dated, undated = story(), story(date=None)
    assert dated.explain("t1") == "“vendredi” (Fri 17 Nov 2023) is counted from the reference date (Mon 20 Nov 2023)."
    assert undated.explain("t1") == "“vendredi” is counted from the reference date, which is not known."
    assert dated.explain("t0") == "the reference date (Mon 20 Nov 2023) is given."
    assert undated.explain("t0") == "the reference date is not known."
    assert undated.explain("e1").splitlines()[0] == "“partit” (e1): not dated"
    assert "not known" in undated.explain("e1").splitlines()[1]
    assert undated.explain("e4").splitlines() == [
        "“écrivit” (e4): not dated",
        "  The text gives no date for it, and nothing that sets a limit.",
    ]
    assert dated.explain("e1", "e1") == "“partit” (e1) is one and the same."


def test_dates_are_a_better_reason_than_the_order_of_telling():
    told = story([*CLAIMS[:2], claim("e1", "BEFORE", "e3", 0.5)])
    assert "(by the calendar)" in told.explain("e1", "e3")
    surer = story([claim("e1", "BEFORE", "e3", 0.9), *(replace(link, weight=0.3) for link in CLAIMS[:2])])
    assert "(by the calendar)" not in surer.explain("e1", "e3")


def test_a_time_carried_on_says_from_where():
    told = story([CLAIMS[0], claim("e2", "IS_INCLUDED", "t1", 0.3)], events=(LEFT, VOTED))
    assert told.explain("e2").splitlines()[1] == (
        "  1. “vota” (e2) lies within “vendredi” (Fri 17 Nov 2023) (test, carried on from “partit” (e1), unsure)"
    )
    assert "carried" not in told.explain("e1")
    alone = story([claim("t1", "INCLUDES", "e2")], events=(VOTED,))
    assert "carried on from another sentence" in alone.explain("e2")


def test_what_the_tense_tells_is_a_reason_too():
    told = story([claim("e1", "IBEFORE", "e4")])
    assert told.explain("e1").splitlines()[-1] == (
        "  2. “écrivit” (e4) has begun by the reference date (Mon 20 Nov 2023) (not told as future)"
    )
    assert story(()).explain("e4").splitlines()[-1] == (
        "  1. “écrivit” (e4) is over by the reference date (Mon 20 Nov 2023) (told as past)"
    )


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
            used = [link for link in kept if f". {in_words(link)} (" in text]
            proof = IntervalGraph()
            assert proof.settle(used) == ()
            assert proof.holds(a, known, b)


def in_words(link):
    return get_language("en").explanation.relations[link.type].format(a=link.source, b=link.target)


def explained(told, a, b):
    from timeline.display.explanation import explain_relation

    return explain_relation(told, a, b)
