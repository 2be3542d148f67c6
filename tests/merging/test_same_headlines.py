"""Tellings of one event that share neither type nor verb: by their headlines, on one day."""

import pytest

import timeline


def merged(*texts):
    """Return the story of papers of successive days of one week, and its events by a word of theirs."""
    documents = [timeline.Document(text, id=f"d{day}", date=f"2024-03-{day}", lang=lang) for day, lang, text in texts]
    return timeline.merge(timeline.extract_many(documents))


def events_of(story, *words):
    """Return the events that words tell, each once."""
    return {event.id for event in story for mention in event.mentions for word in words if mention.text == word}


ONE = [
    (
        (19, "fr", "Lundi, plus de 300 salariés de Valtor ont signé une lettre contre la direction."),
        (21, "fr", "Lundi, plus de 300 salariés signent une lettre ; Valtor refuse de répondre."),
        ("signé", "signent"),
    ),
    (
        (19, "fr", "Le conseil de Valtor a nommé lundi Hugo Lenoir directeur général."),
        (20, "fr", "Lundi, le conseil a choisi Hugo Lenoir comme directeur général."),
        ("nommé", "choisi"),
    ),
]
SEVERAL = [
    (
        (19, "fr", "Lundi, Hugo Lenoir a critiqué Claire Morel à Lyon."),
        (20, "fr", "Lundi, Hugo Lenoir a remercié Claire Morel à Lyon."),
        ("critiqué", "remercié"),
    ),
    (
        (19, "fr", "Lundi, NetPay est tombé en panne."),
        (21, "fr", "Mercredi, NetPay est tombé en panne pendant une heure."),
        ("tombé",),
    ),
    (
        (19, "en", "Hugo Lenoir signed a letter on Monday."),
        (20, "en", "Hugo Lenoir signed a contract on Tuesday."),
        ("signed",),
    ),
]


@pytest.mark.parametrize(("first", "second", "words"), ONE)
def test_one_event(first, second, words):
    assert len(events_of(merged(first, second), *words)) == 1


@pytest.mark.parametrize(("first", "second", "words"), SEVERAL)
def test_two_events(first, second, words):
    assert len(events_of(merged(first, second), *words)) == 2
