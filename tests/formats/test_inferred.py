"""What is inferred says so wherever it is written or shown; what is told does not."""

from dataclasses import replace
from datetime import datetime

import pytest

import timeline
from timeline.formats import WRITERS, write
from timeline.model import When

TEXT = "Anna Berg a quitté Volta. Le conseil a voté."
BARE = {"conll"}  # words alone: no participants
SHORT = {"icalendar", "mermaid", "timelinejs"}  # headlines and days: no participants


@pytest.fixture(scope="module")
def story():
    return timeline.extract(timeline.Document(TEXT, date="2023-11-20", lang="fr", id="d"))


def with_doers(story, inferred):
    return replace(story, events=tuple(replace(event, inferred=inferred) for event in story.events))


def with_days(story, basis):
    day = When(start=datetime(2023, 11, 19), end=datetime(2023, 11, 20), basis=basis, confidence=0.6, rule="headline")
    events = (replace(event, when=day, time=None, earliest=None, latest=None) for event in story.events)
    return replace(story, events=tuple(events))


@pytest.mark.parametrize("form", sorted(WRITERS.keys() - BARE - SHORT))
def test_an_inferred_doer_is_marked(story, form):
    told, inferred = (write(with_doers(story, roles), form) for roles in ((), ("agent",)))
    assert told != inferred
    assert "sans doute" in inferred or "inferred" in inferred


@pytest.mark.filterwarnings("ignore::timeline.TimelineWarning")
@pytest.mark.parametrize("form", ["html", "json", "mermaid", "timelinejs", "icalendar"])
def test_an_inferred_day_is_marked(story, form):
    told, inferred = (write(with_days(story, basis), form) for basis in ("told", "inferred"))
    assert told != inferred
    assert "sans doute" in inferred or "inferred" in inferred


@pytest.mark.parametrize("form", sorted(WRITERS.keys() - {"html", "json", "mermaid", "timelinejs", "icalendar"}))
def test_an_inferred_day_is_nowhere_told(story, form):
    assert "2023-11-19" not in write(with_days(story, "inferred"), form)


def test_tables_and_notebooks_mark_it(story):
    inferred = with_doers(story, ("agent",))
    assert "agent" in set(inferred.to_pandas()["inferred"].dropna())
    assert with_days(story, "told")._repr_html_() != with_days(story, "inferred")._repr_html_()
    for made in (inferred, story):
        assert [e.inferred for e in timeline.Timeline.from_timeml(made.to_timeml())] == [e.inferred for e in made]
