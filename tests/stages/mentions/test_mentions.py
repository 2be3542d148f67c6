"""The mentions stage against tables of texts: who is meant by names, descriptions and pronouns."""

import json
from pathlib import Path

import pytest

from timeline.stages import state
from timeline.stages.mentions import entity_index

CORPUS = Path(__file__).parents[2] / "corpus"


def rows(*kinds):
    texts = (
        (lang, json.loads(line))
        for lang in ("fr", "en")
        for kind in kinds
        for line in (CORPUS / lang / f"{kind}.jsonl").read_text("utf8").splitlines()
    )
    return [pytest.param(lang, row, id=f"{lang}-{row['text'][:40]}") for lang, row in texts]


@pytest.mark.parametrize(("lang", "row"), rows("coreference"))
def test_chains(pipelines, lang, row):
    entities = state.get_entities(pipelines[lang](row["text"]))
    found = {entity.name: sorted(mention.text for mention in entity.mentions) for entity in entities}
    for name, mentions in row.get("chains", {}).items():
        assert found[name] == sorted(mentions)
    linked = {mention.text for entity in entities for mention in entity.mentions}
    assert linked.isdisjoint(row.get("open", ()))


@pytest.mark.parametrize(("lang", "row"), rows("entities", "coreference", "roles"))
def test_mentions_quote_the_text_and_ids_follow_it(pipelines, lang, row):
    entities = state.get_entities(pipelines[lang](row["text"]))
    assert [entity.id for entity in entities] == [f"x{number}" for number in range(1, len(entities) + 1)]
    assert [e.mentions[0].start for e in entities] == sorted(e.mentions[0].start for e in entities)
    for mention in (m for e in entities for m in e.mentions):
        assert row["text"][mention.start : mention.end] == mention.text


def test_two_people_of_one_family_name_stay_two(nlp_fr):
    text = "Paul Mercier et Claire Mercier se disputent Valtor. M. Mercier veut vendre. Mme Mercier refuse."
    entities = state.get_entities(nlp_fr(text))
    names = {entity.name: [m.text for m in entity.mentions if m.kind == "NAM"] for entity in entities}
    assert names["Paul Mercier"] == ["Paul Mercier", "M. Mercier"]
    assert names["Claire Mercier"] == ["Claire Mercier", "Mme Mercier"]


def test_entity_index_prefers_the_innermost_mention(nlp_fr):
    doc = nlp_fr("Le cofondateur de Lumexia Hugo Roux quitte l'entreprise.")
    index = entity_index(state.get_entities(doc))
    told = {token.text: index.at(token).name for token in doc if index.at(token)}
    assert told["cofondateur"] == told["Roux"] == "Hugo Roux"
    assert told["Lumexia"] == "Lumexia"
    assert index.mention_at(doc[0]).kind == "NOM"
    assert {entity.name for entity in index.within(doc[:])} == {"Hugo Roux", "Lumexia"}
