"""Learning of joining and salience from two made-up stories."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("sklearn")

from timeline.evaluation.stories import read_stories
from timeline.stages.events.learned import SALIENCE, weights_of
from timeline.training.held_out import held_out_scores
from timeline.training.stories import (
    choices,
    cross_validate,
    cross_validate_joins,
    learn_joins,
    learn_turns,
    turn_examples,
    write_weights,
)

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


def test_main_turns_are_learned(nlp_en, stories, tmp_path):
    examples = [example for story in stories for example in turn_examples(story)]
    assert {example.share for example in examples} >= {0.0, 1.0}
    assert cross_validate(examples, 2) == 1.0
    weights = learn_turns(examples)
    assert learn_turns(examples) == weights
    write_weights(tmp_path / "weights.toml", weights, "salience")
    written = (tmp_path / "weights.toml").read_text("utf8")
    assert written.startswith("# Learned by `python -m timeline train-stories salience`")


def test_mentions_of_one_event_are_learned(nlp_en, stories):
    examples = [example for story in stories for example in choices(story)] * 5
    assert any(example.right[0] for example in examples)
    assert any(not example.right[0] for example in examples)
    weights = learn_joins(examples)
    assert learn_joins(examples) == weights
    recall, precision = cross_validate_joins(examples, 2)
    assert (recall, precision) == (1.0, 1.0)


def test_figures_by_weights_that_never_saw_the_story(nlp_en, stories):
    before = dict(weights_of(SALIENCE))
    scores = held_out_scores(stories, 2)
    assert scores["en"].of["found"] == 4
    assert scores["en"].share("found") == 1.0
    assert weights_of(SALIENCE) == before
