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


@pytest.mark.parametrize(("lang", "row"), list(rows()))
def test_a_date_given_later_tells_the_same_and_is_forgotten_again(lang, row):
    undated = timeline.extract(row["text"], lang=lang)
    later = undated.anchored(row["date"])
    assert later == timeline.extract(row["text"], date=row["date"], lang=lang)
    assert later.anchored(undated.reference_date) == undated


def test_what_a_date_tells_is_in_the_evidence_and_the_words_stand_by_themselves():
    event = timeline.extract("La réunion du 20 juin inquiète les élus.", date="2016-06-01", lang="fr")["e1"]
    assert (event.factuality, event.trigger.factuality) == ("future", "factual")
    assert event.evidence[-1].rule == "date to come"
    assert event.evidence[-1].span.text == "20 juin"
