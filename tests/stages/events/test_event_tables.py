"""Types, participants, factuality, sources, joins and headlines, held against tables of sentences with answers.

``events_tuned`` was written beside the rules and is met exactly; a row with ``gap`` is known to fail, and says why.
``events_heldout`` was written before the rules and never used to tune them: it measures, and holds a floor.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from event_tables import judge, rows

LANGS = ("fr", "en")
# Share of right answers on the held-out half, by kind of answer; the scores of the day stand in the CHANGELOG.
FLOORS = {"factuality": 0.90, "type": 0.95, "participant": 0.80, "source": 0.85, "join": 0.85}


@pytest.fixture(params=LANGS)
def lang(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def nlp(lang: str, request: pytest.FixtureRequest) -> Any:
    return request.getfixturevalue(f"nlp_{lang}")


def _tuned() -> list[Any]:
    params = []
    for lang in LANGS:
        for number, row in enumerate(rows(lang, "events_tuned"), start=1):
            marks = [pytest.mark.xfail(strict=True, reason=row["gap"])] if "gap" in row else []
            params.append(pytest.param(lang, row, marks=marks, id=f"{lang}-{number}"))
    return params


@pytest.mark.parametrize(("lang", "row"), _tuned())
def test_tuned(lang: str, row: dict[str, Any], request: pytest.FixtureRequest) -> None:
    answers = list(judge(request.getfixturevalue(f"nlp_{lang}"), lang, row))
    assert {(field, word): found for field, word, _, found in answers} == {
        (field, word): expected for field, word, expected, _ in answers
    }


def test_held_out(lang: str, nlp: Any) -> None:
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in rows(lang, "events_heldout"):
        for field, _, expected, found in judge(nlp, lang, row):
            asked[field] += 1
            right[field] += expected == found
    scores = {field: right[field] / asked[field] for field in asked}
    assert {field: score for field, score in scores.items() if score < FLOORS[field]} == {}


def test_tables_are_large_enough(lang: str) -> None:
    heldout, tuned = rows(lang, "events_heldout"), rows(lang, "events_tuned")
    assert len(heldout) >= 75
    assert len(heldout) + len(tuned) >= 150
    assert not {row["text"] for row in heldout} & {row["text"] for row in tuned}


@pytest.mark.parametrize("text", ["He " + "and he " * 1000 + "left.", "She was " + "fired and " * 600 + "fired."])
def test_endless_coordination(nlp_en: Any, text: str) -> None:
    assert nlp_en(text)._.timeline.events
