"""The languages' word lists: read, without contradictions."""

import pytest

from timeline.languages import get_language
from timeline.model.entity import ORGANISATION, PERSON, PLACE
from timeline.stages.mentions.acronyms import is_acronym
from timeline.stages.names.lexicon import fold, lexicon_of
from timeline.stages.names.rolewords import role_words

LANGUAGES = ("fr", "en")


@pytest.mark.parametrize("code", LANGUAGES)
def test_labels_are_types(code):
    assert set(lexicon_of(get_language(code)).labels.values()) == {PERSON, ORGANISATION, PLACE, ""}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_noun_tells_one_type(code):
    lexicon = lexicon_of(get_language(code))
    kinds = [words.nouns for words in (lexicon.words.organisations, lexicon.words.places, lexicon.words.others)]
    assert all(kinds)
    assert not kinds[0] & kinds[1]
    assert not kinds[0] & kinds[2]
    assert not kinds[1] & kinds[2]


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_status_is_told_by_two_words(code):
    statuses = get_language(code).roles.modifiers
    words = [*statuses.former, *statuses.interim, *statuses.future, *statuses.current]
    assert len(words) == len(set(words))


def test_role_nouns_know_gender_and_number():
    roles = role_words(get_language("fr"))
    assert (roles.genders["directrice"], roles.genders["directeur"], roles.genders["maire"]) == ("f", "m", "")
    assert "directeurs" in roles.plurals
    assert "directrice" not in roles.plurals
    assert roles.kind_of("ex-pdg") == "body"
    assert roles.kind_of("maison") is None


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Saint-Étienne", "saint etienne"),
        ("S.N.C.F.", "sncf"),
        ("ÉLYSÉE", "elysee"),
        ("Bankman-Fried", "bankman fried"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("FFH", "Fédération française de handball", True),
        ("Fifa", "Fédération internationale de football association", True),
        ("OMG", "Object Management Group", True),
        ("ONU", "Banque de France", False),
        ("A", "Association", False),
    ],
)
def test_is_acronym(short, long, expected):
    assert is_acronym(short, long) is expected
