"""Sentences whose order a named sieve tells, and sentences where it must keep silent."""

from __future__ import annotations

import json
from operator import attrgetter
from pathlib import Path

import pytest

from timeline.languages import get_language
from timeline.model import TimeValue
from timeline.model.relation import CONVERSES
from timeline.stages.events import describe_events
from timeline.stages.ordering import order_events
from timeline.stages.ordering.connectives import by_adverbs, by_links
from timeline.stages.ordering.nouns import by_denial, by_happening, by_toll
from timeline.stages.ordering.phases import by_phase, by_telling
from timeline.stages.ordering.tenses import by_participle, by_pluperfect
from timeline.stages.ordering.types import by_deed
from timeline.stages.scene import scene_of
from timeline.stages.source import mention_at

CORPUS = Path(__file__).parents[2] / "corpus"
SIEVES = {
    "connective": by_links,
    "adverb of order": by_adverbs,
    "deed": by_deed,
    "denial": by_denial,
    "happening": by_happening,
    "order of telling": by_telling,
    "outlook": by_phase,
    "toll": by_toll,
    "participle": by_participle,
    "pluperfect": by_pluperfect,
}


def rows(name):
    for lang in ("fr", "en"):
        for line in (CORPUS / lang / name).read_text("utf8").splitlines():
            row = json.loads(line)
            yield pytest.param(lang, row, id=f"{lang}: {row['text'][:60]}")


def given_events(doc, language, words):
    spans = [(doc.text.index(word), doc.text.index(word) + len(word)) for word in words]
    return describe_events(doc, spans, language)


def given_times(doc, row):
    if "time" not in row:
        return ()
    start = doc.text.index(row["time"])
    mention = mention_at(doc, start, start + len(row["time"]))
    return (TimeValue(id="t1", type="DATE", timex3="", mention=mention),)


def told(claims, source, target):
    """Return what claims say of source and target, and None when they say nothing."""
    for claim in claims:
        if (claim.source, claim.target) == (source, target):
            return claim.type
        if (claim.target, claim.source) == (source, target):
            return CONVERSES[claim.type]
    return None


@pytest.mark.parametrize(("lang", "row"), list(rows("order.jsonl")))
def test_sieve_tells_what_its_words_say(pipelines, lang, row):
    doc, language = pipelines[lang](row["text"]), get_language(lang)
    events = given_events(doc, language, row["events"])
    claims = list(SIEVES[row["rule"]](scene_of(doc, language, events, given_times(doc, row))))
    assert told(claims, "e1", "e2") == row["relation"]
    assert all(claim.evidence.rule == row["rule"] for claim in claims)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_surer_sieves_win(pipelines, lang):
    text = {"fr": "Il est parti après que Marie est arrivée.", "en": "He left after Mary arrived."}[lang]
    words = {"fr": ["parti", "arrivée"], "en": ["left", "arrived"]}[lang]
    doc, language = pipelines[lang](text), get_language(lang)
    claims = order_events(doc, language, given_events(doc, language, words), ())
    between = [claim for claim in claims if {claim.source, claim.target} == {"e1", "e2"}]
    assert max(between, key=attrgetter("weight")).evidence.rule == "connective"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nothing_to_order(pipelines, lang):
    assert order_events(pipelines[lang]("Bonjour."), get_language(lang), (), ()) == ()
