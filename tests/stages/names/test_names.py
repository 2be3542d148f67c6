"""The names stage against tables of sentences: what is named, and what it is."""

import json
from pathlib import Path

import pytest

from timeline.languages import get_language
from timeline.languages.base import language_or_fallback
from timeline.stages import state
from timeline.stages.names import find_names
from timeline.stages.names.spans import spans_of
from timeline.stages.names.text import text_of

CORPUS = Path(__file__).parents[2] / "corpus"
# Gaps that are known, by their sentence.
KNOWN_GAPS = {
    "Nordane co-founder Hugh Rowe left the start-up.": "the parser takes « Nordane » for a common noun",
}


def _row(lang, row):
    reason = KNOWN_GAPS.get(row["text"])
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(lang, row, id=f"{lang}-{row['text'][:40]}", marks=marks)


ROWS = [
    _row(lang, json.loads(line))
    for lang in ("fr", "en")
    for line in (CORPUS / lang / "entities.jsonl").read_text("utf8").splitlines()
]


@pytest.mark.parametrize(("lang", "row"), ROWS)
def test_names(pipelines, lang, row):
    entities = state.get_entities(pipelines[lang](row["text"]))
    found = sorted((m.start, [m.text, e.type]) for e in entities for m in e.mentions if m.kind == "NAM")
    assert [name for _, name in found] == row["names"]


def test_typographic_apostrophes_stay_in_mentions(nlp_fr):
    entities = state.get_entities(nlp_fr("Adam D’Angelo a quitté l’Égypte."))
    assert [entity.name for entity in entities] == ["Adam D’Angelo", "Égypte"]


def test_a_text_without_names_has_none(nlp_fr):
    assert state.get_names(nlp_fr("Il pleut.")) == ()


def test_names_survive_as_plain_values(nlp_en):
    doc = nlp_en("Paul Mercer left Geneva.")
    names = state.get_names(doc)
    doc.user_data[state.NAMES] = [dict(plain) for plain in doc.user_data[state.NAMES]]
    assert state.get_names(doc) == names


def test_a_language_without_words_of_its_own_degrades_gently(nlp_en):
    assert spans_of(text_of(nlp_en("Paul Mercer left Geneva."), language_or_fallback("nl")))


@pytest.mark.parametrize(
    ("text", "seen", "names"),
    [
        ("Lena Zorvan parle. Le maire a salué Zorvan.", ["Lena Zorvan"], ["Lena Zorvan", "Zorvan"]),
        ("Le maire a salué la société Zorvane.", [], ["Zorvane"]),
        ("Le soir, il pratique le Zorvan.", [], []),
        ("Zorvana a licencié deux cents salariés.", [], ["Zorvana"]),
        ("Licencié mardi, il se tait.", [], []),
        ("Personne ne recrute.", [], []),
        ("L'Église d'en haut de tenter sa chance a choisi.", ["Église"], ["Église"]),
    ],
)
def test_what_a_trusted_recogniser_misses_needs_a_sign(nlp_fr, text, seen, names):
    with nlp_fr.select_pipes(enable=[name for name in nlp_fr.pipe_names if not name.startswith("timeline_")]):
        doc = nlp_fr(text)
    spans = [doc.char_span(start := text.index(name), start + len(name), label="PER") for name in seen]
    doc.set_ents(spans)
    assert [name.words(doc) for name in find_names(doc, get_language("fr"), by_model=True)] == names
