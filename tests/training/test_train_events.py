"""Learning of triggers from a few made-up documents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("sklearn")

from timeline.errors import CorpusError
from timeline.evaluation.timeml import read_timeml
from timeline.stages.events.linear import save_model
from timeline.training.events import (
    Recipe,
    cross_validate,
    describe_training,
    read_examples,
    read_folders,
    read_lexicon,
    train,
)

DOCUMENT = (
    "<TimeML><TEXT>The board <EVENT eid='e1' class='OCCURRENCE'>met</EVENT>. Its chief "
    "<EVENT eid='e2' class='REPORTING'>said</EVENT> that he would "
    "<EVENT eid='e3' class='OCCURRENCE'>leave</EVENT> the house by the river.</TEXT></TimeML>"
)
RECIPE = Recipe(event_vectors=0.0)


@pytest.fixture
def corpus(tmp_path):
    for name in "abcd":
        (tmp_path / f"{name}.tml").write_text(DOCUMENT.replace("board", f"board of {name.upper()}"), "utf8")
    return [read_timeml(tmp_path / f"{name}.tml") for name in "abcd"]


def test_words_are_paired_with_their_classes(corpus):
    examples = read_examples(corpus, "en")
    assert [str(label) for label in examples.labels if label] == ["OCCURRENCE", "REPORTING", "OCCURRENCE"] * 4
    assert sorted(set(examples.documents.tolist())) == [0, 1, 2, 3]


def test_the_same_documents_give_the_same_bytes(corpus, tmp_path):
    lexicon = read_lexicon("en", most=0)
    for name in ("one.npz", "two.npz"):
        examples = read_examples(corpus, "en")
        about = describe_training([tmp_path], examples, "en", RECIPE, lexicon)
        save_model(train(examples, RECIPE, lexicon, about), tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_the_digest_tells_when_texts_were_read_otherwise(corpus):
    told = []
    for documents in (corpus, [*corpus[:3], replace(corpus[3], events=())]):
        examples = read_examples(documents, "en")
        told.append(describe_training([Path("made up")], examples, "en", RECIPE, read_lexicon("en", most=0)))
    assert told[0]["read"] != told[1]["read"]
    assert (told[0]["documents"], told[0]["events"], told[1]["events"]) == (4, 12, 9)


def test_cross_validation_counts_as_the_scorer_does(corpus):
    result = cross_validate(corpus, read_examples(corpus, "en"), RECIPE, folds=2, lexicon=read_lexicon("en", most=0))
    assert 0 < result.class_f1 <= result.f1 <= 100
    assert result.f1 == pytest.approx(2 * result.precision * result.recall / (result.precision + result.recall))


def test_folders_without_events_are_an_error(tmp_path):
    (tmp_path / "a.tml").write_text("<TimeML><TEXT>Nothing.</TEXT></TimeML>", "utf8")
    with pytest.raises(CorpusError, match="No event"):
        read_folders([tmp_path])
