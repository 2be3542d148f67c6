"""Reading: typography, sentence starts, other stories, publication dates, languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.stages.reading import plain, unrelated_spans
from timeline.stages.reading.detection import detect_language


@given(st.text())
def test_plain_typography_moves_no_offset(text):
    assert len(plain(text)) == len(text)
    plain(text).encode("utf8")


@given(st.text(alphabet="ab .\nAB’«»-", max_size=200))
def test_spans_of_other_stories_lie_in_the_text(text):
    spans = unrelated_spans(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_typographic_and_plain_apostrophes_read_the_same():
    text = "L’équipe d’Anna Berg a quitté l’usine vendredi, c’est tout."
    curly = timeline.extract(text, date="2023-11-20", lang="fr")
    straight = timeline.extract(text.replace("’", "'"), date="2023-11-20", lang="fr")
    told = [[(event.trigger.start, event.type, str(event.time)) for event in story] for story in (curly, straight)]
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Ensuite, l'ancienne directrice technique Mira Duval est devenue présidente. Elle part.",
            ["Ensuite, l'ancienne directrice technique Mira Duval est devenue présidente.", "Elle part."],
        ),
        (
            "Volta change de tête\nLe conseil a tranché vendredi. Il se tait.",
            ["Volta change de tête", "Le conseil a tranché vendredi.", "Il se tait."],
        ),
        (
            "PARIS, 20 novembre 2023 (Agence) – Anna Berg est partie vendredi.",
            ["PARIS, 20 novembre 2023 (Agence) –", "Anna Berg est partie vendredi."],
        ),
        (
            "Volta change de tête\n\nLYON, 20 novembre – Le groupe cherche un patron.",
            ["Volta change de tête", "LYON, 20 novembre –", "Le groupe cherche un patron."],
        ),
        ("M. Roux est parti. Mme Berg reste.", ["M. Roux est parti.", "Mme Berg reste."]),
        ("Le conseil a tranché.\n\nIl se tait", ["Le conseil a tranché.", "Il se tait"]),
    ],
)
def test_sentences(nlp_fr, text, sentences):
    assert [sentence.text.strip() for sentence in nlp_fr(text).sents] == sentences


STORY = (
    "Anna Berg quitte Volta. Le conseil de Volta cherche déjà un successeur à Anna Berg, selon la presse.\n"
    "Les salariés de Volta attendent une décision du conseil dans la semaine.\n"
)


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        (STORY, []),
        (
            STORY + "Cinq recettes d'automne\nLa courge se marie aux châtaignes et au thym frais du jardin.\n",
            ["Cinq recettes"],
        ),
        (STORY + "La suite chez Volta\nLe conseil de Volta se réunit demain pour choisir son nouveau patron.\n", []),
        ("Un titre seul", []),
        ("Titre\nUn seul paragraphe sous son titre, qui ne nomme personne en particulier.", []),
    ],
)
def test_other_stories(text, left_out):
    assert [
        text[start:end][: len(head)] for (start, end), head in zip(unrelated_spans(text), left_out, strict=True)
    ] == (left_out)


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("fr", "PARIS, 20 novembre 2023 (Agence) – Anna Berg est partie vendredi.", "2023-11-20"),
        ("fr", "Publié le 20 novembre 2023 à 10h30\n\nAnna Berg est partie vendredi.", "2023-11-20"),
        ("en", "Published: November 20, 2023\n\nAnna Berg left on Friday.", "2023-11-20"),
        ("fr", "Volta sans tête\n\nLYON, 20 novembre 2023 – Anna Berg est partie vendredi.", "2023-11-20"),
        ("fr", "Volta en cinq dates\n\n20 novembre 2023\nAnna Berg est partie.", None),
        ("fr", "Anna Berg est partie le 20 novembre 2023.", None),
        ("fr", "Le 20 novembre 2023, Anna Berg est partie.", None),
        ("fr", "Anna Berg est partie vendredi.", None),
    ],
)
def test_publication_dates(lang, text, day):
    found = timeline.extract(text, lang=lang).reference_date
    assert (found and f"{found:%Y-%m-%d}") == day


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le conseil a évincé son directeur vendredi.", "fr"),
        ("The board fired its director on Friday.", "en"),
        ("Der Vorstand hat seinen Vorsitzenden am Freitag entlassen und sucht einen neuen.", "de"),
        ("vendredi", "fr"),
        ("Friday", "en"),
    ],
)
def test_languages(text, code):
    assert detect_language(text) == code


def test_an_empty_text_has_some_language():
    assert detect_language("") in ("en", "fr")
