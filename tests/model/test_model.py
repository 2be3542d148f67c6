"""Values: immutable, hashable, picklable; reference dates; queries."""

import dataclasses
import pickle

import pytest

import timeline
from timeline.model import Granularity, Mention, Participants
from timeline.model.who import fold

TEXT = "Anna Berg a quitté Volta vendredi. Le lendemain, le conseil a nommé Jean Roux."


@pytest.fixture(scope="module")
def story():
    return timeline.extract(TEXT, date="2023-11-20", lang="fr")


def test_nothing_can_be_changed(story):
    for value in (story, *story.events, *story.entities, *story.times, *story.relations):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, dataclasses.fields(value)[0].name, "other")


def test_values_pickle(story):
    assert pickle.loads(pickle.dumps(story)) == story


def test_granularities_compare_by_width():
    assert sorted([Granularity.YEAR, Granularity.DAY, Granularity.WEEKEND]) == [
        Granularity.DAY,
        Granularity.WEEKEND,
        Granularity.YEAR,
    ]
    assert Granularity.DAY <= Granularity.DAY
    assert Granularity.MONTH > Granularity.DAY


def test_participants_are_a_mapping():
    mention = Mention("la PDG", 0, 6, "d")
    participants = Participants({"person": [mention]})
    assert dict(participants) == {"person": (mention,)}
    assert participants == Participants({"person": (mention,)})
    assert hash(participants) == hash(Participants({"person": (mention,)}))
    assert pickle.loads(pickle.dumps(participants)) == participants


def test_a_story_is_a_sequence(story):
    assert len(story) == len(list(story)) == len(story.events)
    assert story[0] == story.events[0]
    assert story[story.events[0].id] == story.events[0]
    assert story[:1].events == story.events[:1]
    assert isinstance(story[:1], timeline.Timeline)


def test_queries(story):
    left, named = story.find("quitter")[0], story.find("NOMME")[0]
    assert story.relation(left, named) == "BEFORE"
    assert story.relation(named.id, left.id) == "AFTER"
    assert named in story.after(left)
    assert left in story.before(named)
    assert left in story.on("2023-11-17")
    assert left in story.on("2023-11")
    assert named in story.between("2023-11-18", "2023-11-19")
    assert story.between("2023-11-18", "2023-11-18") == ()
    assert left in story.involving("anna berg")
    assert story.involving(story.people[0]) == story.involving("Anna Berg")
    assert len(story.highlights(1)) == 1
    assert story.highlights(0) == ()
    assert [event for group in story.order() for event in group] == list(story)


def test_highlights_tell_a_fact_once():
    text = "The club announced the resignation of Ann Bell. The harbour froze on Monday. Two ferries sank on Tuesday."
    told = timeline.extract(text, date="2023-11-20", lang="en")
    triggers = {event.trigger.text for event in told.highlights(3)}
    assert not triggers >= {"announced", "resignation"}
    assert told.highlights(len(told)) == tuple(told)
    assert len(told.highlights(len(told) - 1)) == len(told) - 1


def test_a_summary_in_one_line(story):
    assert "\n" not in repr(story)
    assert "2023-11-17 to 2023-11-18" in repr(story)


@pytest.mark.parametrize(("text", "folded"), [("Évincé", "evince"), ("L’ŒUVRE", "l'œuvre"), ("", "")])
def test_folding(text, folded):
    assert fold(text) == folded
