"""Headlines in capitals read like sentences, and those that must stay as they are."""

import pytest

import timeline
from timeline.stages.reading.titlecase import lowered

FUNCTION_WORDS = frozenset(["a", "as", "en", "from", "in", "la", "le", "les", "of", "on", "the", "un"])


@pytest.mark.parametrize(
    ("lang", "headline", "body", "wanted"),
    [
        pytest.param(
            "en",
            "Supreme Court Rejects Appeal From Jailed Editor",
            "The Supreme Court on Monday rejected an appeal from jailed editor Ana Moreno.",
            "Supreme Court rejects appeal from jailed editor",
            id="a court",
        ),
        pytest.param(
            "en",
            "Volta Fires Anna Berg as CEO",
            "On Friday Volta fired its chief executive, Anna Berg.",
            "Volta fires Anna Berg as CEO",
            id="names of the text and acronyms stay",
        ),
        pytest.param(
            "en",
            "STORM ONDINE KILLS FOUR IN BRITTANY",
            "The storm Ondine killed four people in Brittany on Thursday.",
            "Storm Ondine kills four in Brittany",
            id="a disaster, all in capitals",
        ),
        pytest.param(
            "en",
            "NATO Chief Visits Kyiv, Pledges Aid",
            "The head of NATO visited Kyiv on Tuesday and pledged more aid.",
            "NATO Chief visits Kyiv, pledges aid",
            id="a word the text does not have stays",
        ),
        pytest.param(
            "en",
            "Harrow United Reach Cup Final",
            "On Saturday Harrow United reached the final of the cup.",
            "Harrow United reach cup final",
            id="sport",
        ),
        pytest.param(
            "en",
            "Telescope Spots Water on Distant Planet",
            "Astronomers have spotted water on a distant planet with a telescope.",
            "Telescope spots water on distant planet",
            id="science",
        ),
        pytest.param(
            "fr",
            "VOLTEO SUPPRIME 400 POSTES",
            "Volteo a annoncé la suppression de 400 postes.",
            "Volteo supprime 400 postes",
            id="a company, all in capitals",
        ),
        pytest.param(
            "fr",
            "TEMPÊTE ONDINE : QUATRE MORTS EN BRETAGNE",
            "La tempête Ondine a fait quatre morts en Bretagne.",
            "Tempête Ondine : quatre morts en Bretagne",
            id="accents",
        ),
        pytest.param(
            "en",
            "Anna Berg, Jean Roux and Paul Weiss",
            "On Friday Anna Berg met Jean Roux.",
            None,
            id="names alone",
        ),
        pytest.param("en", "The White House", "The white house on the hill was sold.", None, id="too short to tell"),
        pytest.param("en", "Board fires Anna Berg", "The board fired Anna Berg.", None, id="written like a sentence"),
        pytest.param("fr", "Le conseil évince Anna Berg", "Le conseil a évincé Anna Berg.", None, id="in French too"),
        pytest.param("en", "Anna Berg Met Jean Roux Here.", "They met here, at last.", None, id="a sentence, closed"),
        pytest.param("en", "Volta Fires Anna Berg", "", "Volta fires Anna Berg", id="nothing below it"),
    ],
)
def test_headline(lang, headline, body, wanted):
    text = f"{headline}\n\n{body}"
    read = lowered(text, lang, FUNCTION_WORDS.__contains__)
    assert read == f"{wanted or headline}\n\n{body}"


def test_letters_that_grow_small_by_two_keep_offsets():
    text = "İZMİR QUAKE KILLS FOUR\n\nThe quake killed four in İzmir."
    assert len(lowered(text, "en", FUNCTION_WORDS.__contains__)) == len(text)


def test_the_caller_gets_the_headline_as_it_was():
    text = "Volta Fires Anna Berg as CEO\n\nOn Friday Volta fired its chief executive, Anna Berg."
    story = timeline.extract(text, date="2023-11-20", lang="en")
    assert [person.name for person in story.people] == ["Anna Berg"]
    mentions = [mention for event in story.events for mention in event.mentions]
    assert "Fires" in {mention.text for mention in mentions}
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


_DICTIONARY = {
    **dict.fromkeys(["raises", "sues", "rates", "probe", "cuts"], frozenset(["noun", "verb"])),
    **dict.fromkeys(["patents", "volta", "clio", "depot", "interest", "pike"], frozenset(["noun"])),
    **dict.fromkeys(["federal", "new"], frozenset(["adj"])),
}


def _parts_of_speech(word):
    return _DICTIONARY.get(word, frozenset())


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Volta Motors Sues Clio Over Patents", "Volta Motors sues Clio Over patents"),
        ("Volta Motors Appoints Carl Dunn Chairman", "Volta Motors appoints Carl Dunn chairman"),
        ("Volta Names Carl Dunn CEO", "Volta names Carl Dunn CEO"),
        ("Home Depot Cuts Federal Probe Patents", "Home Depot cuts federal probe patents"),
        ("Volta Unveils New iPhone Amid Federal Probe", "Volta unveils new iPhone amid federal probe"),
        ("British Bank Raises New Rates", "British bank raises new rates"),
        ("Anna Berg Sues Volta as Pike Cuts Rates", "Anna Berg sues Volta as Pike cuts rates"),
        ("Anna Berg, Jean Roux and Paul Weiss", None),
        ("The White House Depot", None),
    ],
)
def test_a_headline_alone_is_told_by_a_dictionary(headline, wanted):
    read = lowered(headline, "en", FUNCTION_WORDS.__contains__, _parts_of_speech)
    assert read == (wanted or headline)


@pytest.mark.parametrize(
    ("headline", "body", "wanted"),
    [
        ("Apple Raises New Rates", "The company Apple raised prices.", "Apple raises new rates"),
        ("Board of Pike Raises Rates", "The board of Pike raised its rates.", "Board of Pike raises rates"),
        ("Board Sues Volta as Clio Cuts", "Clio lost. The board cut jobs and sues.", "Board sues Volta as Clio cuts"),
    ],
)
def test_what_the_text_writes_outweighs_the_dictionary(headline, body, wanted):
    text = f"{headline}\n\n{body}"
    assert lowered(text, "en", FUNCTION_WORDS.__contains__, _parts_of_speech).splitlines()[0] == wanted
