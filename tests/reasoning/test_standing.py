"""Whether something has happened, by the date that is told of it; rows of tests/corpus/<lang>/standing.jsonl."""

import json
from pathlib import Path

import pytest

import timeline

CORPUS = Path(__file__).parents[1] / "corpus"


def rows():
    for lang in ("fr", "en"):
        for line in (CORPUS / lang / "standing.jsonl").read_text("utf8").splitlines():
            row = json.loads(line)
            yield pytest.param(lang, row, id=f"{lang}: {row['text'][:60]}")


@pytest.mark.parametrize(("lang", "row"), list(rows()))
def test_standing_by_date(lang, row):
    story = timeline.extract(row["text"], date=row["date"], lang=lang)
    found = {mention.text: event.factuality for event in story.events for mention in event.mentions}
    assert {word: found.get(word) for word in row["standing"]} == row["standing"]


def test_no_date_no_standing():
    story = timeline.extract("La réunion du 20 juin 2016 inquiète les élus.", lang="fr")
    assert [event.factuality for event in story.events if event.trigger.text == "réunion"] == ["factual"]
