"""Sentences all in capitals read like others, and capitals that must stay."""

import pytest

import timeline
from timeline.stages.reading.shouting import softened

FUNCTION_WORDS = frozenset(["a", "as", "des", "en", "in", "la", "le", "les", "may", "of", "on", "the", "un", "à"])


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "POLICE ARRESTED TWO MEN IN LEEDS ON MONDAY.", "Police arrested two men in Leeds on Monday."),
        ("en", "THE MAYOR MAY RESIGN IN MAY 2024.", "The mayor may resign in May 2024."),
        ("en", "ANNA BERG LEFT THE UNITED STATES ON 3 MARCH.", "Anna Berg left the United States on 3 March."),
        ("fr", "LE CONSEIL A NOMMÉ LISE ROUX À LYON EN MARS.", "Le conseil a nommé Lise Roux à Lyon en mars."),
        (
            "fr",
            "LA GRÈVE DES OUVRIERS DE VOLTA CONTINUE. À Lyon, Volta se tait.",
            "La grève des ouvriers de Volta continue. À Lyon, Volta se tait.",
        ),
        ("en", "THE STRIKE GOES ON. IT IS THE TENTH DAY.", "The strike goes on. It is the tenth day."),
    ],
)
def test_it_is_read_like_others(lang, text, wanted):
    assert softened(text, lang, FUNCTION_WORDS.__contains__) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "ANNA BERG, JEAN ROUX, PAUL WEISS",  # a list of names
        "The board of NATO met on Monday.",
        "BBC NEWS",
        "İZMİR",
        "",
    ],
)
def test_it_stays_as_it_is(text):
    assert softened(text, "en", FUNCTION_WORDS.__contains__) == text


def test_letters_that_grow_small_by_two_keep_offsets():
    text = "THE MAYOR OF İZMİR RESIGNED ON MONDAY."
    assert len(softened(text, "en", FUNCTION_WORDS.__contains__)) == len(text)


def test_the_caller_gets_the_text_as_it_was():
    text = "ANNA BERG LEFT VOLTA ON FRIDAY. THE BOARD APPOINTED MARK STONE."
    story = timeline.extract(text, date="2023-11-20", lang="en")
    assert [mention.text for event in story for mention in event.mentions] == ["LEFT", "APPOINTED"]
    assert [person.name for person in story.people] == ["ANNA BERG", "MARK STONE"]
    assert str(story[0].time) == "2023-11-17"


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("fr", "LA SNCF ET LE PDG DE VOLTEO SE TAISENT.", "La SNCF et le PDG de Volteo se taisent."),
        ("fr", "LA GRÈVE DE VOLTEO CONTINUE À LYON.", "La grève de Volteo continue à Lyon."),
        ("en", "THE STRIKE AT VOLTEO GOES ON IN LEEDS.", "The strike at Volteo goes on in Leeds."),
    ],
)
def test_what_no_dictionary_has_is_a_name(lang, text, wanted):
    assert timeline.load(lang).make_doc(text).text == wanted
