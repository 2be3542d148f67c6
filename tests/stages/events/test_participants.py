"""Who plays which role, in sentences read by the whole pipeline: tests/corpus/<lang>/participants.jsonl.

A row gives a text, a ``word`` of the event, and the ``players`` of roles: exactly these, none where the list is empty;
``gap`` is why a row is known not to be met yet.
"""

import json
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
ROWS = [
    pytest.param(
        lang,
        row,
        id=f"{lang}: {row['text']} [{row['word']}]",
        marks=[pytest.mark.xfail(strict=True, reason=row["gap"])] if "gap" in row else [],
    )
    for lang in ("fr", "en")
    for row in map(json.loads, (CORPUS / lang / "participants.jsonl").read_text(encoding="utf8").splitlines())
]


@pytest.mark.parametrize(("lang", "row"), ROWS)
def test_who_takes_part(pipelines, lang, row):
    story = pipelines[lang](row["text"])._.timeline
    start = row["text"].index(row["word"])
    event = next(e for e in story.events if any(m.start == start for m in e.mentions))
    found = {role: [str(player) for player in event.participants.get(role, ())] for role in row["players"]}
    assert found == row["players"]
