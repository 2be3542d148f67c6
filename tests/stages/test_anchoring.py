"""Sentences with an event and a time, and how they belong together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.languages import get_language
from timeline.model import TimeValue
from timeline.stages.anchoring import anchor_events
from timeline.stages.events import describe_events
from timeline.stages.source import mention_at

CORPUS = Path(__file__).parents[1] / "corpus"


def rows():
    for lang in ("fr", "en"):
        for line in (CORPUS / lang / "anchors.jsonl").read_text("utf8").splitlines():
            row = json.loads(line)
            yield pytest.param(lang, row, id=f"{lang}: {row['text'][:60]}")


def span(text, word):
    start = text.index(word)
    return start, start + len(word)


def scene(nlp, lang, row, kind="DATE"):
    doc, language = nlp(row["text"]), get_language(lang)
    events = describe_events(doc, [span(doc.text, row["event"])], language)
    kind = "DURATION" if row["relation"] == "DURING" else kind
    words = sorted({row["time"], row.get("beside", row["time"])}, key=doc.text.index)
    times = [TimeValue(id=word, type=kind, timex3="", mention=mention_at(doc, *span(doc.text, word))) for word in words]
    return doc, language, events, tuple(times)


@pytest.mark.parametrize(("lang", "row"), list(rows()))
def test_time_belongs_to_event(pipelines, lang, row):
    claims = anchor_events(*scene(pipelines[lang], lang, row))
    told = [claim.type for claim in claims if claim.target == row["time"]]
    assert told == ([row["relation"]] if row["relation"] else [])


def test_storys_time_is_carried_on(nlp_fr):
    doc, language = nlp_fr("Le maire a démissionné mardi. Il a quitté la ville."), get_language("fr")
    events = describe_events(doc, [span(doc.text, "démissionné"), span(doc.text, "quitté")], language)
    time = TimeValue(id="t1", type="DATE", timex3="XXXX-WXX-2", mention=mention_at(doc, *span(doc.text, "mardi")))
    claims = {claim.source: claim for claim in anchor_events(doc, language, events, (time,))}
    assert claims["e1"].evidence.rule == "time by syntax"
    assert claims["e2"].evidence.rule == "narrative day"
    assert claims["e2"].confidence < claims["e1"].confidence


def test_no_time_no_claim(nlp_en):
    doc, language = nlp_en("She left."), get_language("en")
    claims = anchor_events(doc, language, describe_events(doc, [(4, 8)], language), ())
    assert [(claim.target, claim.evidence.rule) for claim in claims] == [("t0", "fresh report")]
