"""Whatever is handed over: refusals, never a failure, and never a fact that the text does not hold."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import timeline
from timeline.stages.grounding.proposals import MOST_EVENTS, SHOWN, read_proposal

TEXT = "Volta fired Anna Berg on Friday. She sued the firm. Judge Carl Dunn may hear the case next month."
DATE = "2023-11-20"

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.binary(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=15,
)
words = st.sampled_from(
    [
        "fired",
        "sued",
        "hear",
        "case",
        "Anna Berg",
        "Volta",
        "She",
        "Friday",
        "next month",
        "Zoé",
        "x1",
        "t1",
        "",
        "ir",
        "\x00",
    ]
)
quote = words | st.tuples(words, st.integers(-1, 3)).map(list)
date = (
    st.none() | st.sampled_from(["2023-11-17", "2023", "0001-01-01", "9999-12-31", "2023-02-30", "x" * 99]) | anything
)
event = st.fixed_dictionaries(
    {"quotes": st.lists(quote, max_size=3)},
    optional={
        "label": words | st.text(string.printable, max_size=30),
        "did": st.lists(words, max_size=3),
        "to": st.lists(words, max_size=3) | anything,
        "fact": st.sampled_from(["factual", "negated", "sure"]) | anything,
        "time": quote,
        "start": date,
        "end": date,
        "earliest": date,
        "latest": date,
        "rank": st.integers(-1, 5) | anything,
    },
)
positions = st.lists(st.integers(-1, 5) | st.lists(st.integers(0, 5), max_size=3) | anything, max_size=6)
role = st.fixed_dictionaries(
    {"person": words, "role": st.sampled_from(["Judge", "queen", ""])},
    optional={"organisation": words | st.none(), "status": st.sampled_from(["current", "dead"]) | anything},
)
proposal = st.fixed_dictionaries(
    {"events": st.lists(event, max_size=5)},
    optional={"order": positions, "same": positions, "roles": st.lists(role, max_size=2)},
)
slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)


@given(anything)
@settings(deadline=None, max_examples=300)
def test_any_value_is_read_or_refused(raw):
    read, refused = read_proposal(raw)
    assert read.events or refused or not raw or isinstance(raw, dict)
    assert all(len(refusal.value) <= SHOWN for refusal in refused)


@given(proposal, st.sampled_from(["only", "fill", "check"]))
@slow
def test_nothing_that_the_text_does_not_hold_comes_through(raw, mode):
    story = timeline.extract(TEXT, date=DATE, proposals=raw, mode=mode)
    for told in story:
        for mention in told.mentions:
            assert TEXT[mention.start : mention.end] == mention.text != ""
        for players in told.participants.values():
            for player in players:
                name = player.name if hasattr(player, "name") else player.text
                assert name in TEXT
        assert "Zoé" not in told.label
        assert "<" not in told.label
        if told.earliest and told.latest:
            assert told.earliest < told.latest
    for tenure in story.roles():
        assert tenure.person.name in TEXT
        assert tenure.role in TEXT
    assert timeline.Timeline.from_json(story.to_json()) == story
    assert repr(story.refused).count("\n") == 0


def deep(levels):
    nested = []
    for _ in range(levels):
        nested = [nested]
    return nested


class Stubborn(dict):
    def __iter__(self):
        raise RuntimeError

    __getitem__ = keys = __iter__


class Unshowable:
    def __repr__(self):
        raise RuntimeError


@pytest.mark.parametrize(
    "raw",
    [
        None,
        "events",
        [],
        {"events": deep(100_000)},
        {"events": [deep(100_000)]},
        {"events": [{"quotes": [["fired", 0]], "label": deep(100_000)}]},
        {"events": [{"quotes": [["fired", 10**400]]}]},
        {"events": [{"quotes": [["fired", True]]}]},
        {"events": [{"quotes": [["fired", 0]], "rank": float("nan")}]},
        {"events": [{"quotes": [["fired", 0]], "start": "+12023-01-01"}]},
        {"events": [{"quotes": [["fired", 0]], "label": "x" * 1_000_000}]},
        {"events": {"0": "fired"}},
        {"events": [Unshowable()]},
        {"\ud800": 1},
        Stubborn(events=[]),
        Unshowable(),
    ],
)
def test_each_kind_of_nonsense_is_a_refusal(raw):
    story = timeline.extract(TEXT, date=DATE, proposals=lambda _: raw, mode="only")
    assert story.refused
    assert len(story) <= 1


def test_a_hundred_thousand_events_are_cut_and_repeats_refused():
    events = [{"quotes": [["fired", 0]], "did": ["Volta"], "rank": 1}] * 100_000
    story = timeline.extract(TEXT, date=DATE, proposals={"events": events, "order": list(range(100_000))}, mode="only")
    assert len(story) == 1
    assert story.refused[0].reason == f"those beyond the first {MOST_EVENTS:,}"


def test_a_circle_of_order_is_refused_where_it_closes():
    events = [{"quotes": [[word, 0]]} for word in ("fired", "sued", "hear")]
    story = timeline.extract(TEXT, date=DATE, proposals={"events": events, "order": [0, 1, 2, 0]}, mode="only")
    assert [refusal.reason for refusal in story.refused] == ["told twice"]


def test_dates_out_of_bounds_never_become_bounds():
    events = [
        {"quotes": [["sued", 0]], "start": "1066-10-14", "end": "1066-10-15", "earliest": "1066", "latest": "1067"}
    ]
    story = timeline.extract(TEXT, date=DATE, proposals={"events": events}, mode="only")
    assert story[0].earliest is None or story[0].earliest.year > 1066


@pytest.mark.parametrize("text", ["", " \n", "."])
def test_a_text_without_words_grounds_nothing(text):
    story = timeline.extract(text, date=DATE, lang="en", proposals={"events": [{"quotes": [["fired", 0]]}]})
    assert len(story) == 0
    assert story.refused


def test_a_language_without_a_folder_is_grounded_too():
    text = "Ana López dejó Volta el 3 de mayo de 2021."
    raw = {
        "events": [{"quotes": [["dejó", 0]], "did": ["Ana López"], "label": "Ana López deja Volta", "fact": "factual"}]
    }
    with pytest.warns(timeline.TimelineWarning):
        story = timeline.extract(text, date="2021-05-05", lang="es", proposals=raw, mode="only")
    assert [event.label for event in story] == ["Ana López deja Volta"]
