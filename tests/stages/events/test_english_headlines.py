"""English headlines of news: who, what, and nothing that hangs in the air."""

from __future__ import annotations

from timeline.languages import get_language
from timeline.stages.events import find_events


def test_what_two_verbs_of_saying_tell_of_one_another_ends(nlp_en):
    doc = nlp_en('"The idea that Leeds is not open to traders from outside has, I think, been buried," Mr. Nadir said.')
    assert "said" in {event.trigger.text for event in find_events(doc, get_language("en"))}
