"""When events happened, by the day that a story has reached; rows of tests/corpus/<lang>/when.jsonl."""

import json
from pathlib import Path

import pytest

import timeline

CORPUS = Path(__file__).parents[1] / "corpus"


def rows():
    for lang in ("fr", "en"):
        for line in (CORPUS / lang / "when.jsonl").read_text("utf8").splitlines():
            row = json.loads(line)
            for word, when in row["when"].items():
                yield pytest.param(lang, row, word, when, id=f"{lang}: {row['text'][:50]} {word}")


def day(moment):
    return moment.isoformat() if moment.hour or moment.minute else moment.date().isoformat()


@pytest.mark.parametrize(("lang", "row", "word", "when"), list(rows()))
def test_when_it_likely_happened(lang, row, word, when):
    story = timeline.extract(row["text"], date=row["date"], lang=lang)
    found = [event.when for event in story.events if any(mention.text == word for mention in event.mentions)]
    told = [f"{day(one.start)}/{day(one.end)}" if one else None for one in found]
    assert told[:1] == ([when] if found or when else [])
