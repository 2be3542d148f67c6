"""English headlines of news: who, what, and nothing that hangs in the air."""

from __future__ import annotations

import pytest

from timeline.languages import get_language
from timeline.stages.events import find_events
from timeline.stages.state import get_entities, get_times

# Sentence, word of the event, its headline.
SAID = [
    # A noun joined to another opens a clause of its own, where a verb without a subject follows.
    (
        "The match began in a storm with heavy rain and players were hampered by rough winds.",
        "began",
        "Match begins in a storm with heavy rain",
    ),
    (
        "The match began in a storm with heavy rain and players were hampered by rough winds.",
        "hampered",
        "Players hampered by rough winds",
    ),
    ("The museum sold paintings and chairs and was closed.", "sold", "Museum sells paintings and chairs"),
    ("The storm with rain and wind damaged the roof.", "damaged", "Storm with rain and wind damages roof"),
    # What somebody says of a noun in passing.
    (
        "Leeds police arrested a man they say robbed three banks.",
        "arrested",
        "Leeds police arrest man they say robbed three banks",
    ),
    ("Leeds police arrested a man they say robbed three banks.", "robbed", "Man robs three banks"),
    ("The car they bought broke down.", "broke", "Car they bought breaks down"),
    # Each clause of a title tells its own event.
    ("Jet crashes in Leeds, four sailors killed", "killed", "Four sailors killed"),
    # Whom a description names, behind a comma too; not where several are told of.
    ("The leader of the Leeds party, Ada Roy, resigned on Monday.", "resigned", "Ada Roy resigns"),
    ("The leader of the party resigned on Monday.", "resigned", "Leader of the party resigns"),
    ("The former lawyer and the judge, Ada Roy, quarrelled.", "quarrelled", "Former lawyer and the judge quarrel"),
]


@pytest.mark.parametrize(("text", "word", "headline"), SAID)
def test_headlines_say_what_the_sentence_says(text, word, headline, nlp_en):
    assert _told(nlp_en(text))[word].label == headline


@pytest.mark.parametrize(
    ("text", "word", "factuality"),
    [
        ("Leeds police arrested a man they believe robbed three banks.", "robbed", "possible"),
        ("Leeds police arrested a man they say robbed three banks.", "robbed", "reported"),
    ],
)
def test_what_is_said_of_somebody_in_passing_stands_as_it_is_said(text, word, factuality, nlp_en):
    assert _told(nlp_en(text))[word].factuality == factuality


def test_what_two_verbs_of_saying_tell_of_one_another_ends(nlp_en):
    doc = nlp_en('"The idea that Leeds is not open to traders from outside has, I think, been buried," Mr. Nadir said.')
    assert "said" in _told(doc)


def test_a_question_is_less_salient_than_what_is_told(nlp_en):
    told = _told(nlp_en("The crew found the wreck on Monday. It was not clear what caused the crash."))
    assert told["caused"].salience < told["found"].salience


def _told(doc):
    found = find_events(doc, get_language("en"), get_entities(doc), get_times(doc))
    return {event.trigger.text: event for event in found}
