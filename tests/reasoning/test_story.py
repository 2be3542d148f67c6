"""Assembling: claims and calendar to one story; and the questions a story answers about order."""

from dataclasses import replace
from datetime import datetime
from itertools import combinations

import pytest
from by_chance import TIMEML, Closure
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model import Document, Event, Evidence, Granularity, Mention, Relation, Timeline, TimeValue, Trigger
from timeline.reasoning.story import assemble

MONDAY = datetime(2023, 11, 20)
WORDS = "Elle partit vendredi . On vota , puis il revint ce matin . Hier , il écrivit ; un jour il parlera ."


def mention(word):
    start = WORDS.index(word)
    return Mention(word, start, start + len(word), "d1")


def sentence_of(found):
    start = WORDS.rfind(" . ", 0, found.start) + 1
    end = WORDS.index(" .", found.end) + 2
    return Mention(WORDS[start:end], start, end, "d1")


def event(number, word, factuality="factual", tense="NONE"):
    found = mention(word)
    trigger = Trigger(found.text, found.start, found.end, "d1", tense=tense)
    return Event(
        id=f"e{number}",
        label=word,
        trigger=trigger,
        passage=sentence_of(found),
        mentions=(trigger,),
        factuality=factuality,
    )


def time(number, word, unresolved, kind="DATE", anchor="t0", **more):
    return TimeValue(
        id=f"t{number}",
        type=kind,
        timex3=unresolved,
        unresolved=unresolved,
        anchor=anchor,
        mention=mention(word),
        **more,
    )


def claim(source, kind, target, confidence=0.9):
    return Relation(source=source, target=target, type=kind, confidence=confidence, evidence=Evidence("test"))


LEFT, VOTED, CAME, WROTE, SPEAKS = (
    event(1, "partit"),
    event(2, "vota"),
    event(3, "revint"),
    event(4, "écrivit", tense="PAST"),
    event(5, "parlera", "future"),
)
FRIDAY, MORNING = time(1, "vendredi", "XXXX-WXX-5"), time(2, "ce matin", "XXXX-XX-XXTMO", "TIME")
CLAIMS = (
    claim("e1", "IS_INCLUDED", "t1"),
    claim("e3", "IS_INCLUDED", "t2"),
    claim("e1", "BEFORE", "e2", 0.7),
    claim("e2", "BEFORE", "e3", 0.8),
)


def story(evidence=CLAIMS, *, times=(FRIDAY, MORNING), events=(LEFT, VOTED, CAME, WROTE, SPEAKS), date=MONDAY):
    documents = (Document(WORDS, id="d1"),)
    given = Timeline(documents=documents, events=events, times=times, evidence=tuple(evidence), reference_date=date)
    return assemble(given)


def ids(items):
    return [item.id for item in items]


# -- times and bounds --------------------------------------------------------------------------------------------------


def test_an_anchored_event_has_the_time_and_lies_in_it():
    told = story()
    assert told["e1"].time == told["t1"]
    assert (told["e1"].earliest, told["e1"].latest) == (datetime(2023, 11, 17), datetime(2023, 11, 18))


def test_an_undated_event_has_bounds_from_what_surrounds_it():
    between = story()["e2"]
    assert between.time is None
    assert (between.earliest, between.latest) == (datetime(2023, 11, 17), datetime(2023, 11, 20, 12))


def test_an_event_of_which_only_the_tense_tells_is_over_by_the_reference_date():
    assert (story()["e4"].earliest, story()["e4"].latest) == (None, datetime(2023, 11, 21))
    assert (story(date=None)["e4"].earliest, story(date=None)["e4"].latest) == (None, None)


def test_what_lasts_need_not_be_over():
    since = story([claim("e4", "BEGUN_BY", "t1")])["e4"]
    assert (since.earliest, since.latest) == (datetime(2023, 11, 17), None)


def test_what_is_told_in_the_future_tense_has_not_begun():
    coming = replace(WROTE, factuality="future", trigger=replace(WROTE.trigger, tense="FUTURE"))
    assert story((), events=(coming,))["e4"].earliest == datetime(2023, 11, 20)
    dated = story([claim("e4", "IS_INCLUDED", "t1", 0.9)], events=(coming,))["e4"]
    assert dated.latest == datetime(2023, 11, 18)


@pytest.mark.parametrize(("shift", "relation"), [("+1D", "BEFORE"), ("-1D", "AFTER")])
def test_what_is_counted_from_another_time_comes_after_or_before_it(shift, relation):
    month, counted = (
        time(1, "vendredi", "2012-11", anchor=None),
        time(2, "ce matin", f"XXXX-XX-XX {shift}", anchor="t1"),
    )
    told = story([claim("e1", "IS_INCLUDED", "t1"), claim("e2", "IS_INCLUDED", "t2")], times=(month, counted))
    assert told.relation("e1", "e2") == relation


def test_the_reference_date_is_a_moment_of_its_day():
    told = story([claim("e4", "BEFORE", "t0"), claim("e5", "AFTER", "t0")], date=datetime(2023, 11, 20, 9, 30))
    assert told["e4"].latest == datetime(2023, 11, 21)
    assert told["e5"].earliest == datetime(2023, 11, 20)
    assert told.relation("e4", "e5") == "BEFORE"
    assert told.relation("e4", "t0") == "BEFORE"


def test_publication_is_not_composed_with_times_of_its_day():
    nine = time(1, "vendredi", "2023-11-20T09:00", "TIME", anchor=None)
    told = story([claim("e1", "IS_INCLUDED", "t1"), claim("e2", "BEFORE", "t0")], times=(nine,))
    assert told.relation("e2", "e1") is None
    assert told.relation("t1", "t0") == "IS_INCLUDED"
    assert story([claim("e1", "IS_INCLUDED", "t0")])["e1"].earliest == MONDAY


def test_the_last_day_of_the_calendar_is_a_reference_date():
    last = story([claim("e4", "BEFORE", "t0")], date=datetime(9999, 12, 31))
    assert last["e4"].latest == datetime.max


@pytest.mark.parametrize(
    ("value", "kind"), [("P3D", "DURATION"), ("XXXX-WXX-1", "SET"), ("PAST_REF", "DATE"), ("FUTURE_REF", "DATE")]
)
def test_durations_sets_and_vague_times_are_no_event_s_time(value, kind):
    told = story([claim("e1", "IS_INCLUDED", "t3")], times=(time(3, "un jour", value, kind, anchor=None),))
    assert told["e1"].time is None


def test_a_vague_time_tells_the_side_of_the_reference_date():
    told = story([claim("e5", "IS_INCLUDED", "t3")], times=(time(3, "un jour", "FUTURE_REF", anchor=None),))
    assert told.relation("t0", "e5") == "BEFORE"
    assert told["e5"].earliest == MONDAY


def test_a_time_that_only_bounds_is_not_on_the_calendar():
    year = time(3, "un jour", "2015", anchor=None, mod="BEFORE", granularity=Granularity.YEAR)
    told = story([claim("e4", "IS_INCLUDED", "t3")], times=(year,))
    assert told["e4"].time == told["t3"]
    assert told["e4"].earliest is None


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([claim("e1", "IS_INCLUDED", "t1", 0.5), claim("e1", "IS_INCLUDED", "t2", 0.9)], "t2"),
        ([claim("e1", "IS_INCLUDED", "t1", 0.5), claim("e1", "AFTER", "t2", 0.9)], None),
        ([claim("t1", "INCLUDES", "e1", 0.5)], "t1"),
        ([claim("e1", "BEGUN_BY", "t1"), claim("e1", "IS_INCLUDED", "t3")], "t3"),
    ],
)
def test_an_event_s_time_is_its_best_accepted_anchor(claims, expected):
    week = time(3, "un jour", "2023-W46", anchor=None)
    time_of = story(claims, times=(FRIDAY, MORNING, week))["e1"].time
    assert (time_of and time_of.id) == expected


# -- settling ----------------------------------------------------------------------------------------------------------


def test_the_calendar_is_stronger_than_any_claim():
    told = story([*CLAIMS, claim("e3", "BEFORE", "e1", 1.0)])
    assert told.relation("e1", "e3") == "AFTER"  # the sure claim outweighs the anchors…
    told = story([claim("t2", "BEFORE", "t1", 1.0)])
    assert told.relation("t1", "t2") == "BEFORE"  # … but not the calendar
    assert told.relations == ()


def test_the_weakest_claim_of_a_contradiction_is_dropped():
    told = story([claim("e1", "BEFORE", "e2", 0.9), claim("e2", "BEFORE", "e4", 0.5), claim("e4", "BEFORE", "e1", 0.7)])
    assert {(link.source, link.target) for link in told.relations} == {("e1", "e2"), ("e4", "e1")}
    assert len(told.evidence) == 3


def test_of_equally_sure_claims_those_about_real_events_come_first():
    claims = [claim("e5", "BEFORE", "e1"), claim("e1", "BEFORE", "e4"), claim("e4", "BEFORE", "e5")]
    assert story(claims).relation("e1", "e4") == "BEFORE"
    assert story(claims).relation("e5", "e1") == "BEFORE"
    claims = [claim("e4", "BEFORE", "e1"), claim("e1", "BEFORE", "e5"), claim("e5", "BEFORE", "e4")]
    assert story(claims).relation("e4", "e1") == "BEFORE"


def test_a_guess_decides_nothing_and_stays_in_the_evidence():
    guesses = [claim("e4", "BEFORE", "e1", 0.24), claim("e4", "IS_INCLUDED", "t2", 0.1)]
    told = story([*CLAIMS, *guesses])
    assert told.relation("e4", "e1") is None
    assert not told.graph.is_before("e4", "e1")
    assert (told["e4"].time, told["e4"].earliest) == (None, None)
    assert told.evidence[-2:] == tuple(guesses)
    assert assemble(told, least=0).relation("e4", "e1") == "BEFORE"
    assert story([claim("e4", "BEFORE", "e1", 0.3)]).relation("e4", "e1") == "BEFORE"


TOMORROW = time(3, "un jour", "2023-11-21", anchor=None)
FROM_TOMORROW = time(4, "un jour", "2023-11-21", anchor=None, mod="ON_OR_AFTER")


@pytest.mark.parametrize("date", [MONDAY, None])
@pytest.mark.parametrize(
    ("factuality", "tense", "may_be_ahead"),
    [
        ("factual", "PAST", False),
        ("factual", "PRESENT", False),
        ("reported", "IMPERFECT", False),
        ("negated", "PAST", False),
        ("future", "PRESENT", True),
        ("possible", "PAST", True),
        ("counterfactual", "PAST", True),
        ("factual", "FUTURE", True),
        ("factual", "INFINITIVE", True),
        ("factual", "NONE", True),
    ],
)
def test_only_what_is_told_looking_ahead_lies_after_the_reference_date(factuality, tense, may_be_ahead, date):
    tense_told = event(1, "partit", factuality, tense)
    for claims in (
        [claim("e1", "AFTER", "t0")],
        [claim("t0", "IBEFORE", "e1")],
        [claim("e1", "IS_INCLUDED", "t3"), claim("t0", "BEFORE", "t3")],
        [claim("e1", "AFTER", "e5"), claim("e5", "AFTER", "t0")],
    ):
        told = story(claims, times=(TOMORROW,), events=(tense_told, SPEAKS), date=date)
        assert (told.relation("e1", "t0") in ("AFTER", "IAFTER")) == may_be_ahead
    told = story([claim("e1", "INCLUDES", "t0")], events=(tense_told, SPEAKS), date=date)
    assert told.relation("e1", "t0") == "INCLUDES"  # what goes on has begun


def test_an_anchor_after_the_reference_date_gives_way_to_the_next_best():
    claims = [claim("e4", "IS_INCLUDED", "t3", 0.9), claim("e4", "IS_INCLUDED", "t1", 0.5)]
    assert story(claims, times=(FRIDAY, TOMORROW))["e4"].time.id == "t1"
    assert story(claims[:1], times=(FRIDAY, TOMORROW))["e4"].time is None
    assert story([claim("e4", "IS_INCLUDED", "t4")], times=(FROM_TOMORROW,))["e4"].time is None
    assert story([claim("e5", "IS_INCLUDED", "t3")], times=(TOMORROW,))["e5"].time.id == "t3"


def test_a_certain_claim_may_put_anything_after_the_reference_date():
    told = story([claim("e4", "AFTER", "t0", 1.0), claim("e4", "BEFORE", "t0")])
    assert told.relation("e4", "t0") == "AFTER"


def test_what_is_said_twice_is_kept_once_and_as_the_surer():
    told = story([claim("e1", "BEFORE", "e2", 0.4), claim("e2", "AFTER", "e1", 0.6)])
    assert [(link.source, link.confidence) for link in told.relations] == [("e2", 0.6)]


def of_the_moment(relations):
    """Say of the moment of writing, somewhere within the reference date, what is told of it."""
    of_a_moment = {"BEFORE", "AFTER", "IBEFORE", "IAFTER"}

    def moved(link):
        source = "now" if link.source == "t0" and link.type in {*of_a_moment, "IS_INCLUDED"} else link.source
        target = "now" if link.target == "t0" and link.type in {*of_a_moment, "INCLUDES"} else link.target
        return replace(link, source=source, target=target)

    return (claim("now", "IS_INCLUDED", "t0"), *map(moved, relations))


any_claims = st.lists(
    st.builds(
        claim,
        st.sampled_from(("e1", "e2", "e3", "e4", "e5", "t0", "t1", "t2")),
        st.sampled_from(TIMEML),
        st.sampled_from(("e1", "e2", "e3", "e4", "e5", "t0", "t1", "t2")),
        st.sampled_from((0.3, 0.6, 0.9)),
    ),
    max_size=16,
)
dates = st.sampled_from((None, MONDAY, datetime(2024, 2, 29, 17, 5)))


@settings(deadline=None)
@given(any_claims, dates, st.randoms(use_true_random=False))
def test_the_order_of_input_makes_no_difference(claims, date, chance):
    told = story(claims, date=date)
    parts = {"evidence": chance.sample(claims, len(claims)), "times": (MORNING, FRIDAY)}
    events = tuple(chance.sample((LEFT, VOTED, CAME, WROTE, SPEAKS), 5))
    again = story(parts["evidence"], times=parts["times"], events=events, date=date)
    assert replace(again, evidence=()) == replace(told, evidence=())


@settings(deadline=None)
@given(any_claims, dates, dates)
def test_assembling_again_changes_nothing_and_anchoring_is_assembling_there(claims, first, second):
    told = story(claims, date=first)
    assert assemble(told) == told
    anchored = told.anchored(second)
    assert anchored == replace(story(claims, date=second), documents=anchored.documents)


@settings(deadline=None)
@given(any_claims, dates)
def test_the_settled_relations_are_consistent_and_before_has_no_circle(claims, date):
    told = story(claims, date=date)
    assert Closure(of_the_moment(told.relations), ("t0", "now", *ids(told.times), *ids(told.events))).consistent
    for link in told.relations:
        assert told.graph.holds(link.source, link.type, link.target)
    for earlier, later in combinations(ids(told.events), 2):
        assert not told.graph.is_before(later, earlier)


@settings(deadline=None)
@given(any_claims, dates)
def test_groups_flattened_are_the_events(claims, date):
    told = story(claims, date=date)
    assert [event for group in told.order() for event in group] == list(told.events)


@settings(deadline=None)
@given(any_claims, dates)
def test_the_reduced_relations_tell_the_same_story(claims, date):
    told = story(claims, date=date)
    fewest = replace(told, relations=tuple(told.graph.reduced()))
    items = ("t0", *ids(told.times), *ids(told.events))
    assert {(a, b): told.relation(a, b) for a, b in combinations(items, 2)} == {
        (a, b): fewest.relation(a, b) for a, b in combinations(items, 2)
    }


# -- order -------------------------------------------------------------------------------------------------------------


def test_events_are_in_time_order_and_groups_are_told_apart():
    told = story([*CLAIMS, claim("e4", "BEFORE", "e1")])
    assert ids(told.events) == ["e4", "e1", "e2", "e3", "e5"]
    assert [ids(group) for group in told.order()] == [["e4"], ["e1"], ["e2"], ["e3", "e5"]]


def test_an_undated_event_stands_where_it_is_told():
    told = story(CLAIMS[:2])
    assert ids(told.events) == ["e1", "e2", "e3", "e4", "e5"]
    later_first = story([claim("e1", "IS_INCLUDED", "t2"), claim("e3", "IS_INCLUDED", "t1")])
    assert ids(later_first.events) == ["e3", "e4", "e5", "e1", "e2"]


def test_an_event_with_a_likely_day_stands_at_that_day():
    guess = Relation(source="e1", target="t0", type="IS_INCLUDED", confidence=0.5, evidence=Evidence("fresh report"))
    told = story([guess, claim("e3", "IS_INCLUDED", "t1")])
    assert ids(told.events) == ["e3", "e4", "e5", "e1", "e2"]


def test_queries_pass_through():
    told = story()
    assert told.relation("e1", "e3") == "BEFORE"
    assert told.relation("e3", "e1") == "AFTER"
    assert told.relation("e1", "e1") == "IDENTITY"
    assert told.relation("e4", "e5") is None
    assert told.relation("t2", "t0") == "IS_INCLUDED"
    assert ids(told.before("e3")) == ["e1", "e2"]
    assert ids(told.after(told["t1"])) == ["e3"]


# -- without a reference date ------------------------------------------------------------------------------------------


def test_without_a_reference_date_order_is_told_and_bounds_are_not():
    told = story(date=None)
    assert ids(told.events) == ids(story().events)
    assert told["e1"].time.timex3 == "XXXX-WXX-5"
    assert all(event.earliest is None and event.latest is None for event in told.events)


def test_without_a_reference_date_the_calendar_tells_what_holds_for_most_dates():
    told = story(CLAIMS[:2], date=None)
    assert told.relation("t1", "t2") == "BEFORE"  # a Friday, looked back on, and this morning
    assert told.relation("e1", "e3") == "BEFORE"
    assert told.relation("t2", "t0") == "IS_INCLUDED"
    calendar = [link for link in told.relations if link.evidence.rule == "calendar"]
    assert {link.confidence for link in calendar if {link.source, link.target} == {"t0", "t2"}} == {1.0}
    assert all(0.5 < link.confidence < 1 for link in calendar if {link.source, link.target} == {"t1", "t2"})


def test_without_a_reference_date_equal_words_are_equal_times():
    again = time(3, "un jour", "XXXX-WXX-5")
    told = story((), times=(FRIDAY, again), date=None)
    assert told.relation("t1", "t3") == "SIMULTANEOUS"


def test_absolute_dates_need_no_reference_date_and_tell_nothing_of_it():
    year = time(3, "un jour", "2015", anchor=None)
    told = story([claim("e4", "IS_INCLUDED", "t3")], times=(year, FRIDAY), date=None)
    assert (told["e4"].earliest, told["e4"].latest) == (datetime(2015, 1, 1), datetime(2016, 1, 1))
    assert told.relation("t3", "t1") is None
    assert told.relation("t3", "t0") is None


@pytest.mark.parametrize("date", [datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)])
def test_dates_at_the_ends_of_the_calendar_are_no_error(date):
    assert len(story(times=(), date=date)) == 5


def test_an_empty_story():
    assert assemble(Timeline()) == Timeline()
    assert Timeline().order() == []
