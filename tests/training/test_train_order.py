"""Learning of order from a few made-up documents."""

from __future__ import annotations

import pytest

pytest.importorskip("sklearn")

from timeline.evaluation.pairs import LabelledPair
from timeline.evaluation.timeml import read_timeml
from timeline.stages.ordering.weights import save_weights
from timeline.training.order import describe_training, read_examples, train

DOCUMENT = (
    "<TimeML><DCT><TIMEX3 tid='t0' type='DATE' value='2020-01-02'/></DCT>"
    "<TEXT>She <EVENT eid='e1' class='OCCURRENCE'>left</EVENT> on <TIMEX3 tid='t1' type='DATE' value='2020-01-01'>"
    "Wednesday</TIMEX3>. He <EVENT eid='e2' class='OCCURRENCE'>stayed</EVENT>.</TEXT>"
    "<MAKEINSTANCE eventID='e1' eiid='ei1'/><MAKEINSTANCE eventID='e2' eiid='ei2'/>"
    "<TLINK relType='IS_INCLUDED' eventInstanceID='ei1' relatedToTime='t1'/>"
    "<TLINK relType='BEFORE' eventInstanceID='ei1' relatedToEventInstance='ei2'/></TimeML>"
)


@pytest.fixture
def corpus(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.tml").write_text(DOCUMENT, "utf8")
    return [read_timeml(tmp_path / f"{name}.tml") for name in ("a", "b")]


def test_examples_are_labelled_by_the_closure(corpus):
    examples = read_examples(corpus, "en", dense=[LabelledPair("a", "e2", "e1", "AFTER")])
    labels = {task: [example.label for example in found] for task, found in examples.items()}
    assert labels["event_pair", "noted"] == ["BEFORE", "BEFORE"]
    assert labels["event_time", "noted"] == ["IS_INCLUDED", ""] * 2
    assert labels["event_now", "noted"] == ["", ""] * 2
    assert labels["event_pair", "dense"] == ["BEFORE"]


def test_the_same_examples_give_the_same_weights(corpus, tmp_path):
    examples = {task: found for task, found in read_examples(corpus, "en").items() if task[0] == "event_time"}
    examples = {task: found for task, found in examples.items() if len({example.label for example in found}) > 1}
    for name in ("one.npz", "two.npz"):
        save_weights(train(examples, describe_training(examples, ["made up"], 0)), tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
