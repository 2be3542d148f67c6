"""A language of which nothing is known but how its parser calls things is read as far as its parse goes."""

import pytest
import spacy
from spacy.tokens import Doc

from timeline.languages import base, rooms
from timeline.stages import components
from timeline.syntax import relations

SCHEME = {"roles": {"subject": ["doer"], "object": ["done"], "determiner": ["the"]}, "tags": {"past": ["ED"]}}
STAGES = ("names", "mentions", "times", "events", "roles", "anchoring", "ordering")


@pytest.fixture
def invented(monkeypatch):
    """Give the code "qq" a scheme and no other room."""
    caches = (base.language_or_fallback, relations.names_of)
    for cache in caches:
        cache.cache_clear()
    read = rooms.read_data
    monkeypatch.setattr(
        rooms, "read_data", lambda code, room: SCHEME if (code, room) == ("qq", "scheme") else read(code, room)
    )
    yield "qq"
    for cache in caches:
        cache.cache_clear()


def told(code):
    """« Anna Roy verla Volta », in no language."""
    nlp = spacy.blank("xx")
    doc = Doc(
        nlp.vocab,
        words=["Anna", "Roy", "verla", "Volta", "."],
        heads=[2, 0, 2, 2, 2],
        deps=["doer", "flat", "ROOT", "done", "punct"],
        pos=["PROPN", "PROPN", "VERB", "PROPN", "PUNCT"],
        tags=["N", "N", "ED", "N", "."],
        ents=["B-PER", "I-PER", "O", "B-ORG", "O"],
    )
    for stage in STAGES:
        doc = getattr(components, stage)(doc, code)
    return components.timeline_of(doc)


def test_who_and_what_are_told_by_the_parse(invented):
    story = told(invented)
    assert [(entity.name, entity.type) for entity in story.entities] == [
        ("Anna Roy", "PERSON"),
        ("Volta", "ORGANISATION"),
    ]
    assert [event.trigger.text for event in story.events] == ["verla"]


def test_its_scheme_names_its_labels(invented):
    names = relations.names_of(invented)
    assert names.role("doer").value == "subject"
    assert names.role("nsubj").value == "subject"  # what it does not name is read as Universal Dependencies
    assert [form.value for form in names.forms("", "ED")] == ["past"]


def test_a_scheme_that_names_what_there_is_not_is_refused(monkeypatch):
    monkeypatch.setattr(rooms, "read_data", lambda *_: {"roles": {"sbject": ["x"]}})
    base.language_or_fallback.cache_clear()
    relations.names_of.cache_clear()
    with pytest.raises(relations.LanguageDataError, match="sbject"):
        relations.names_of("qq")
    base.language_or_fallback.cache_clear()
    relations.names_of.cache_clear()
