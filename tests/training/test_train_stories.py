"""Learning of joining and salience from two made-up stories."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("sklearn")

from timeline.evaluation.stories import read_stories
from timeline.training.stories import cross_validate, learn, pair_examples, turn_examples, write_weights

TEXT = "The board fired Ada Roy on Monday. The dismissal surprised investors. Ada Roy had joined Volta in 2010."
GOLD = {
    "lang": "en",
    "date": "2020-01-08",
    "events": [
        {"id": "a", "quotes": [["fired", 0], ["dismissal", 0]], "headline": "", "fact": ["factual"], "top": True},
        {"id": "b", "quotes": [["joined", 0]], "headline": "", "fact": ["factual"]},
    ],
    "order": [],
    "roles": [],
}


@pytest.fixture
def stories(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT, "utf8")
        (tmp_path / f"{name}.gold.json").write_text(json.dumps({"id": name, **GOLD}), "utf8")
    return read_stories(tmp_path)


@pytest.mark.parametrize(
    ("task", "examples_of"), [("joining", pair_examples), ("salience", turn_examples)], ids=["joining", "salience"]
)
def test_what_a_reader_told_is_learned(nlp_en, stories, tmp_path, task, examples_of):
    examples = [example for story in stories for example in examples_of(story)]
    assert {example.share for example in examples} >= {0.0, 1.0}
    assert cross_validate(examples, task, 2) == 1.0
    weights = learn(examples, task)
    write_weights(tmp_path / "weights.toml", weights, task)
    assert (
        (tmp_path / "weights.toml")
        .read_text("utf8")
        .startswith(f"# Learned by `python -m timeline train-stories {task}`")
    )
    assert learn(examples, task) == weights
