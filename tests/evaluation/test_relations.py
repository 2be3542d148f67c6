"""Temporal awareness, and pairs given."""

import pytest

from timeline.errors import FormatError
from timeline.evaluation import AnnotatedDocument, EventSpan
from timeline.evaluation.disagreements import label_disagreements, link_disagreements
from timeline.evaluation.pairs import LabelledPair, given_pairs, read_dense, read_matres
from timeline.evaluation.scores.awareness import score_awareness
from timeline.evaluation.scores.relations import (
    folded,
    majority,
    score_each_label,
    score_labels,
)
from timeline.evaluation.system import judged_pairs
from timeline.model import Relation

NAMES = "abcd"


def story(links, *, prefix="e", events=NAMES):
    """Make a document of one-letter events from relations such as "a<b"."""
    kinds = {"<": "BEFORE", ">": "AFTER", "=": "SIMULTANEOUS", "(": "IS_INCLUDED", "~": "DURING", "i": "IDENTITY"}
    return AnnotatedDocument(
        id="d",
        text="abcdefgh",
        events=tuple(
            EventSpan(
                id=f"{prefix}{name}",
                start=NAMES.index(name),
                end=NAMES.index(name) + 1,
                text=name,
                timeml_class="OCCURRENCE",
                instances=(f"ei{NAMES.index(name)}",),
            )
            for name in events
        ),
        relations=tuple(
            Relation(source=f"{prefix}{left}", target=f"{prefix}{right}", type=kinds[kind])
            for left, kind, right in links.split()
        ),
    )


@pytest.mark.parametrize(
    ("gold", "system", "precision", "recall"),
    [
        ("a<b b<c", "a<b b<c", 1, 1),
        ("a<b b<c", "b>a c>b", 1, 1),  # told from the other side
        ("a<b b<c", "a<c", 1, 0),  # entailed by the gold relations, but entails none of them
        ("a<b b<c", "a<b b<c a<c", 1, 1),  # what follows from the others is not counted
        ("a<b b<c a<c", "a<b b<c", 1, 1),  # on neither side
        ("a<c", "a<b b<c", 0, 1),
        ("a<b", "b<a", 0, 0),
        ("a=b", "a~b", 1, 1),  # TempEval-3 reads DURING and IDENTITY as SIMULTANEOUS
        ("a=b b<c", "aib a<c", 1, 1),  # a<c and a=b entail b<c, and the other way round
        ("a(b b<c", "a<c", 1, 0),
        ("a<b", "", 0, 0),
        ("", "a<b", 0, 0),
        ("a<b b<c c<a", "a<b", 1, 1 / 3),  # a contradiction within the gold relations stays in their count
    ],
)
def test_awareness(gold, system, precision, recall):
    score = score_awareness([story(gold)], [story(system, prefix="x")])
    assert (score.precision, score.recall) == pytest.approx((precision, recall))


def test_awareness_of_events_that_nobody_annotated():
    score = score_awareness([story("a<b", events="ab")], [story("a<b b<c", prefix="x", events="abc")])
    assert (score.precision, score.recall) == (1 / 2, 1)


def test_labels():
    gold = ["BEFORE", "BEFORE", "VAGUE", "AFTER", "VAGUE"]
    system = ["BEFORE", "VAGUE", "VAGUE", "BEFORE", "AFTER"]
    assert score_labels(gold, system).f1 == pytest.approx(2 / 5)
    told = score_labels(gold, system, credit_vague=False)
    assert (told.precision, told.recall) == (1 / 3, 1 / 3)
    assert score_each_label(gold, system)["VAGUE"].precision == 1 / 2
    assert set(majority(gold)) == {"BEFORE"}


@pytest.mark.parametrize(
    ("relation", "label"),
    [
        ("IBEFORE", "BEFORE"),
        ("BEGINS", "IS_INCLUDED"),
        ("IDENTITY", "SIMULTANEOUS"),
        ("AFTER", "AFTER"),
        (None, "VAGUE"),
    ],
)
def test_relations_folded(relation, label):
    assert folded(relation) == label


def test_pairs_are_judged_once_each():
    text = "She left on Friday. He stayed."
    events = (
        EventSpan(id="e1", start=4, end=8, text="left", timeml_class="OCCURRENCE"),
        EventSpan(id="e2", start=23, end=29, text="stayed", timeml_class="OCCURRENCE"),
    )
    document = AnnotatedDocument(id="d", text=text, events=events)
    pairs = [LabelledPair("d", "e1", "e2", "BEFORE"), LabelledPair("d", "e1", "t0", "BEFORE")]
    for question in ("linked", "dense", "starts"):
        assert set(judged_pairs([document], pairs, "en", question)) == set(pairs)


def test_dense_pairs(tmp_path):
    path = tmp_path / "a.T3.txt"
    path.write_text("d\te1\tt0\tb\nd\te1\te2\tii\n\nd\te2\te3\tv\n", encoding="utf8")
    assert read_dense(path) == [
        LabelledPair("d", "e1", "t0", "BEFORE"),
        LabelledPair("d", "e1", "e2", "IS_INCLUDED"),
        LabelledPair("d", "e2", "e3", "VAGUE"),
    ]
    path.write_text("d\te1\tt0\tb\nd\te1\te2\tsoon\n", encoding="utf8")
    with pytest.raises(FormatError, match=r"a\.T3\.txt:2: 4 columns"):
        read_dense(path)


def test_matres_pairs_are_looked_up_by_instance(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("d\ta\tb\t0\t1\tEQUAL\nd\ta\tz\t0\t77\tBEFORE\nother\ta\tb\t0\t1\tBEFORE\n", encoding="utf8")
    assert read_matres(path, [story("")]) == [LabelledPair("d", "ea", "eb", "SIMULTANEOUS")]


def test_pair_errors():
    document = story("a<b")
    (pair,) = given_pairs([document])
    (error,) = label_disagreements([document], [pair], ["VAGUE"])
    assert (error.kind, error.gold) == ("BEFORE, ours VAGUE", "« a » BEFORE « b »")
    assert list(label_disagreements([document], [pair], ["BEFORE"])) == []


def test_link_errors_tell_what_the_other_side_says():
    found = link_disagreements([story("a<b b<c")], [story("b<a a<d", prefix="x")])
    assert [(error.kind, error.gold, error.system) for error in found] == [
        ("gold BEFORE, ours AFTER", "« a » BEFORE « b »", "« a » AFTER « b »"),
        ("gold BEFORE, ours silent", "« b » BEFORE « c »", ""),
        ("ours BEFORE, gold AFTER", "« b » AFTER « a »", "« b » BEFORE (given) « a »"),
        ("ours BEFORE, gold silent", "", "« a » BEFORE (given) « d »"),
    ]
