"""The roles stage against tables of sentences: who holds which office, and what is no office at all."""

import json
from pathlib import Path

import pytest

from timeline.stages import state

CORPUS = Path(__file__).parents[2] / "corpus"

ROWS = [
    pytest.param(lang, row := json.loads(line), id=f"{lang}-{row['text'][:40]}")
    for lang in ("fr", "en")
    for line in (CORPUS / lang / "roles.jsonl").read_text("utf8").splitlines()
]


@pytest.mark.parametrize(("lang", "row"), ROWS)
def test_roles(pipelines, lang, row):
    doc = pipelines[lang](row["text"])
    facts = state.get_role_facts(doc)
    names = {entity.id: entity.name for entity in state.get_entities(doc)} | {None: None}
    assert [[names[fact.person], fact.role, names[fact.organisation], fact.status] for fact in facts] == row["roles"]
    assert [fact.factuality for fact in facts] == row.get("factuality", ["factual"] * len(facts))
    if "periods" in row:
        assert [[time and time.text for time in (fact.since, fact.until)] for fact in facts] == row["periods"]
    for fact in facts:
        assert row["text"][fact.mention.start : fact.mention.end] == fact.mention.text


def test_what_ends_elsewhere_leaves_an_office_alone(nlp_fr):
    story = nlp_fr("Samira Belkacem, maire de Grenoble depuis 2020, a été exclue du parti lundi.")._.timeline
    assert [(tenure.role, tenure.status) for tenure in story.roles()] == [("maire", "current")]
