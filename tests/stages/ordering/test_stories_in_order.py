"""Short stories read whole: what comes first, what stays open, what has a date and what lies in the past."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

import timeline

CORPUS = Path(__file__).parents[2] / "corpus"
WRITTEN, NEXT_DAY = "2023-05-04", datetime(2023, 5, 5)


def rows():
    for lang in ("fr", "en"):
        for line in (CORPUS / lang / "stories.jsonl").read_text("utf8").splitlines():
            row = json.loads(line)
            yield pytest.param(lang, row, id=f"{lang}: {row['text'][:60]}")


@pytest.mark.parametrize(("lang", "row"), list(rows()))
def test_a_story_is_told_in_its_order(lang, row):
    story = timeline.extract(row["text"], date=WRITTEN, lang=lang)
    events = {event.trigger.text: event for event in story.events}
    groups = [{event.trigger.text for event in group} for group in story.order()]
    place = {
        word.text: number for number, group in enumerate(story.order()) for event in group for word in event.mentions
    }
    place |= {word: number for number, group in enumerate(groups) for word in group}
    for first, second in row.get("before", ()):
        assert place[first] < place[second], (first, second, groups)
    for first, second in row.get("not_before", ()):
        assert not story.graph.is_before(events[first].id, events[second].id), (first, second)
    for first, second in row.get("same", ()):
        assert place[first] == place[second], (first, second, groups)
    assert all(events[word].time is None for word in row.get("undated", ()))
    assert all(events[word].time is not None for word in row.get("dated", ()))
    assert all(events[word].latest <= NEXT_DAY for word in row.get("past", ()))
