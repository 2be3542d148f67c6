"""The entity stage against tables of sentences: what is named, who is meant, and in which role."""

import json
from pathlib import Path

import pytest

from timeline.languages import get_language
from timeline.stages.entities import entity_index, find_entities

CORPUS = Path(__file__).parents[2] / "corpus"
LANGUAGES = ("fr", "en")

# Gaps that are known, by their sentence.
KNOWN_GAPS = {
    "Nordane co-founder Hugh Rowe left the start-up.": "the parser takes « Nordane » for a common noun",
}


def texts(kind):
    lines = (
        (lang, line) for lang in LANGUAGES for line in (CORPUS / lang / f"{kind}.jsonl").read_text("utf8").splitlines()
    )
    return [(lang, json.loads(line)) for lang, line in lines]


def rows(kind):
    return [_param(lang, row) for lang, row in texts(kind)]


def _param(lang, row):
    reason = KNOWN_GAPS.get(row["text"])
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(lang, row, id=f"{lang}-{row['text'][:40]}", marks=marks)


def read(pipelines, lang, text):
    doc = pipelines[lang](text)
    return doc, *find_entities(doc, get_language(lang))


@pytest.mark.parametrize(("lang", "row"), rows("entities"))
def test_names(pipelines, lang, row):
    _, entities, _ = read(pipelines, lang, row["text"])
    found = sorted((m.start, [m.text, e.type]) for e in entities for m in e.mentions if m.kind == "NAM")
    assert [name for _, name in found] == row["names"]


@pytest.mark.parametrize(("lang", "row"), rows("roles"))
def test_roles(pipelines, lang, row):
    _, entities, facts = read(pipelines, lang, row["text"])
    names = {entity.id: entity.name for entity in entities} | {None: None}
    assert [[names[fact.person], fact.role, names[fact.organisation], fact.status] for fact in facts] == row["roles"]
    if "periods" in row:
        assert [[time and time.text for time in (fact.since, fact.until)] for fact in facts] == row["periods"]


@pytest.mark.parametrize(("lang", "row"), rows("coreference"))
def test_chains(pipelines, lang, row):
    _, entities, _ = read(pipelines, lang, row["text"])
    found = {entity.name: sorted(mention.text for mention in entity.mentions) for entity in entities}
    for name, mentions in row.get("chains", {}).items():
        assert found[name] == sorted(mentions)
    linked = {mention.text for entity in entities for mention in entity.mentions}
    assert linked.isdisjoint(row.get("open", ()))


@pytest.mark.parametrize(("lang", "row"), texts("entities") + texts("coreference") + texts("roles"))
def test_mentions_quote_the_text_and_ids_follow_it(pipelines, lang, row):
    _, entities, facts = read(pipelines, lang, row["text"])
    assert [entity.id for entity in entities] == [f"x{number}" for number in range(1, len(entities) + 1)]
    assert [e.mentions[0].start for e in entities] == sorted(e.mentions[0].start for e in entities)
    for mention in (*(m for e in entities for m in e.mentions), *(fact.mention for fact in facts)):
        assert row["text"][mention.start : mention.end] == mention.text


def test_typographic_apostrophes_stay_in_mentions(pipelines):
    _, entities, _ = read(pipelines, "fr", "Adam D’Angelo a quitté l’Égypte.")
    assert [entity.name for entity in entities] == ["Adam D’Angelo", "Égypte"]


def test_two_people_of_one_family_name_stay_two(pipelines):
    text = "Paul Mercier et Claire Mercier se disputent Valtor. M. Mercier veut vendre. Mme Mercier refuse."
    _, entities, _ = read(pipelines, "fr", text)
    names = {entity.name: [m.text for m in entity.mentions if m.kind == "NAM"] for entity in entities}
    assert names["Paul Mercier"] == ["Paul Mercier", "M. Mercier"]
    assert names["Claire Mercier"] == ["Claire Mercier", "Mme Mercier"]


def test_entity_index_prefers_the_innermost_mention(pipelines):
    doc, entities, _ = read(pipelines, "fr", "Le cofondateur de Lumexia Hugo Roux quitte l'entreprise.")
    index = entity_index(entities)
    told = {token.text: index.at(token).name for token in doc if index.at(token)}
    assert told["cofondateur"] == told["Roux"] == "Hugo Roux"
    assert told["Lumexia"] == "Lumexia"
    assert index.mention_at(doc[0]).kind == "NOM"
    assert {entity.name for entity in index.within(doc[:])} == {"Hugo Roux", "Lumexia"}


def test_a_text_without_names_has_no_entities(pipelines):
    assert read(pipelines, "fr", "Il pleut.")[1:] == ((), ())


def test_a_language_without_words_of_its_own_degrades_gently(pipelines):
    from timeline.stages.entities.lexicon import Lexicon
    from timeline.stages.entities.spans import find_names

    bare = Lexicon({}, {}, {}, frozenset(), frozenset(), {}, {}, frozenset(), {})
    assert find_names(pipelines["en"]("Paul Mercer left Geneva."), bare)
