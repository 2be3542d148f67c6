"""When: told, bounded, inferred; and what is inferred settles nothing that is told."""

from dataclasses import replace
from datetime import datetime

import pytest

from timeline.display.explanation import explain_date
from timeline.model import Document, Event, Evidence, Mention, Relation, Timeline, TimeValue, Trigger
from timeline.reasoning.estimates import between
from timeline.reasoning.story import assemble

WORDS = "Elle partit vendredi. Il revint. On vota."
MONDAY = datetime(2023, 11, 20)


def event(number, word, **trigger):
    start = WORDS.index(word)
    found = Trigger(word, start, start + len(word), "d1", tense="PAST", **trigger)
    return Event(id=f"e{number}", label=word, trigger=found, passage=Mention(WORDS, 0, len(WORDS), "d1"))


FRIDAY = TimeValue(
    id="t1",
    type="DATE",
    timex3="XXXX-WXX-5",
    unresolved="XXXX-WXX-5",
    anchor="t0",
    mention=Mention("vendredi", 12, 20, "d1"),
)


def claim(source, kind, target, confidence, rule):
    return Relation(source=source, target=target, type=kind, confidence=confidence, evidence=Evidence(rule))


TOLD = claim("e1", "IS_INCLUDED", "t1", 0.8, "time by syntax")


def story(*claims, date=MONDAY):
    events = (event(1, "partit"), event(2, "revint"), event(3, "vota"))
    given = Timeline(
        documents=(Document(WORDS, id="d1", lang="fr"),),
        reference_date=date,
        times=(FRIDAY,),
        events=events,
        evidence=claims,
    )
    return assemble(given)


def when(item):
    return item.when and (item.when.start.day, item.when.end.day, item.when.basis, item.when.rule)


@pytest.mark.parametrize(
    ("claims", "estimate"),
    [
        ([claim("e2", "IS_INCLUDED", "t1", 0.7, "narrative day")], (17, 18, "inferred", "narrative day")),
        ([claim("e2", "IS_INCLUDED", "t0", 0.5, "fresh report")], (19, 21, "inferred", "fresh report")),
        ([claim("e2", "IS_INCLUDED", "t1", 0.8, "time by syntax")], (17, 18, "told", "time by syntax")),
        ([claim("e2", "SIMULTANEOUS", "e1", 0.8, "connective")], (17, 18, "bounded", "bounds")),
        ([claim("e2", "SIMULTANEOUS", "e1", 0.5, "noted")], None),  # right as often as wrong
        # what is told excludes what is likely
        (
            [claim("e2", "AFTER", "e1", 0.9, "connective"), claim("e2", "IS_INCLUDED", "t1", 0.7, "narrative day")],
            (17, 18, "inferred", "narrative day"),
        ),
        ([claim("e2", "BEFORE", "t1", 0.9, "connective"), claim("e2", "IS_INCLUDED", "t0", 0.7, "headline")], None),
        ([], None),
    ],
)
def test_the_best_estimate(claims, estimate):
    assert when(story(TOLD, *claims)["e2"]) == estimate


def test_what_is_likely_bounds_nothing_but_orders():
    told = story(
        TOLD,
        claim("e2", "IS_INCLUDED", "t1", 0.7, "narrative day"),
        claim("e3", "IS_INCLUDED", "t0", 0.7, "narrative day"),
    )
    assert (told["e2"].earliest, told["e2"].latest) == (None, datetime(2023, 11, 21))
    assert told.relation("e2", "e3") == "BEFORE"
    assert assemble(told) == told


def test_without_a_reference_date_nothing_is_likely_of_a_weekday():
    assert story(TOLD, claim("e2", "IS_INCLUDED", "t1", 0.7, "narrative day"), date=None)["e2"].when is None


def test_an_explanation_says_what_is_only_likely():
    told = story(TOLD, claim("e2", "IS_INCLUDED", "t1", 0.7, "narrative day"))
    assert "Sans doute ven. 17 nov. 2023 : le récit en est à ce jour" in str(explain_date(told, "e2"))


@pytest.mark.parametrize(
    ("factuality", "found"),
    [("factual", "order"), ("future", "order"), ("reported", None), ("possible", None), ("negated", None)],
)
def test_what_may_not_have_been_so_is_not_placed_between_others(factuality, found):
    class Between:
        def bounds(self, _):
            return MONDAY, MONDAY.replace(hour=12)

    (placed,) = between([replace(event(1, "partit"), factuality=factuality)], Between())
    assert (placed.when and placed.when.rule) == found
