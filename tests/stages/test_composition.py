"""Texts whose accents stand apart from their letters (Unicode NFD)."""

import unicodedata
from itertools import pairwise

import pytest
from counting import calls

import timeline
from timeline.stages.composition import compose, given_places

STORIES = {
    "fr": "Le directeur du musée, Rémi Béranger, a été évincé vendredi. Il avait été nommé à l’été 2021, le 5 août.",
    "en": "Zoë Núñez, the café’s owner, resigned on Friday. She had sold her company in August 2021.",
}


def mentions(story):
    yield from (value.mention for value in story.times)
    yield from (mention for entity in story.entities for mention in entity.mentions)
    for event in story:
        yield from (event.trigger, event.passage, *event.mentions)


@pytest.mark.parametrize("code", STORIES)
def test_accents_apart_change_nothing_but_offsets(code):
    composed, apart = (unicodedata.normalize(form, STORIES[code]) for form in ("NFC", "NFD"))
    assert apart != composed
    expected, story = (timeline.extract(text, date="2023-05-04", lang=code) for text in (composed, apart))
    assert [(event.label, event.time.timex3 if event.time else None) for event in story] == [
        (event.label, event.time.timex3 if event.time else None) for event in expected
    ]
    assert [entity.name for entity in story.entities] == [entity.name for entity in expected.entities]
    assert story.documents[0].text == apart
    for mine, theirs in zip(mentions(story), mentions(expected), strict=True):
        assert apart[mine.start : mine.end] == mine.text
        assert unicodedata.normalize("NFC", mine.text) == theirs.text


def test_language_is_told_from_the_composed_text():
    text = unicodedata.normalize("NFD", "L’été dernier, le préfet a été muté à Orléans après la grève.")
    assert timeline.extract(text).documents[0].lang == "fr"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "Anna  Berg",
        " a \t b\n  c ",
        "e\u0301  e\u0301",
        "\u0301",
        "e\u0301",
        "q\u0301x",
        "e\u0301\u0302a",
        "\u0301" * 70,
        "é e\u0301",
    ],
)
def test_places_lead_back(text):
    composed, places = compose(text), given_places(text)
    assert len(places) == len(composed) + 1
    assert places == sorted(places)
    assert places[-1] == len(text)
    pieces = [text[start:end] for start, end in pairwise(places)]
    assert unicodedata.normalize("NFC", "".join(pieces)) == unicodedata.normalize("NFC", text)


def test_marks_without_end_take_work_in_proportion():
    short, long = (("e" + "\u0301\u0323" * count) * 4 for count in (1_000, 4_000))
    assert calls(given_places, long) < 4.5 * calls(given_places, short)
