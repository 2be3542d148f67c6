"""Which events stand for a story, on events made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from timeline.model.estimate import When
from timeline.model.event import Event
from timeline.model.events import Events
from timeline.model.highlighting import highlights
from timeline.model.mention import Mention, Trigger

FIRST, SECOND = Mention("A sentence.", 0, 11, "d"), Mention("Another.", 12, 20, "d")


def event(name: str, label: str, salience: float, passage: Mention = FIRST) -> Event:
    return Event(id=name, label=label, trigger=Trigger("told", 0, 4, "d"), passage=passage, salience=salience)


@pytest.mark.parametrize(
    ("label", "passage", "chosen"),
    [
        ("Court orders museum to return map", FIRST, ["a", "c"]),  # the same words in the same sentence
        ("Return of the map", FIRST, ["a", "c"]),  # most of its words
        ("Return of the map", SECOND, ["a", "b"]),  # told again elsewhere: less in common
        ("Curator resigns", FIRST, ["a", "b"]),
    ],
)
def test_what_a_better_headline_tells_counts_less(label, passage, chosen):
    events = Events(
        [
            event("a", "Court orders museum to return map", 0.9),
            event("b", label, 0.6, passage),
            event("c", "Dealer jailed", 0.45),
        ]
    )
    assert [one.id for one in highlights(events, 2)] == chosen


def test_a_headline_that_stands_there_is_left_out():
    events = Events(
        [event("a", "Roy returns", 0.9), event("b", "Roy returns", 0.9, SECOND), event("c", "A cat", 0.001)]
    )
    assert [one.id for one in highlights(events, 2)] == ["a", "c"]
    assert [one.id for one in highlights(events, 3)] == ["a", "c"]


def test_as_many_as_there_are():
    events = Events([event("a", "One thing", 1.0), event("b", "Another thing", 0.0)])
    assert highlights(events, 5) == events
    assert highlights(events, 0) == ()


def test_thousands_of_events_of_one_day_are_no_overflow():
    day = When(start=datetime(2023, 11, 17), end=datetime(2023, 11, 18), basis="told", confidence=0.9, rule="test")
    events = Events([replace(event(f"e{n}", f"Roy {n}", 0.5), when=day) for n in range(1200)])
    assert len(highlights(events, 3, spread=True)) == 3
