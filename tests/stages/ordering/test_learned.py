"""Properties of the learned sieve: of its hashes, its pairs and its weights, not of today's answers."""

from __future__ import annotations

import numpy as np
import pytest

from timeline.languages import get_language
from timeline.model import TimeValue
from timeline.model.relation import CONVERSES
from timeline.stages.events import describe_events
from timeline.stages.ordering import order_events, relate_pairs
from timeline.stages.ordering.cues import cues_of
from timeline.stages.ordering.hashing import Part, code_all, mixed, rows_of, salted, table_of
from timeline.stages.ordering.pairs import NOW, given_pairs, near_pairs
from timeline.stages.ordering.weights import (
    QUESTIONS,
    SUBJECTS,
    Question,
    Subject,
    Weights,
    learned_weights,
    read_weights,
    save_weights,
)
from timeline.stages.scene import scene_of
from timeline.stages.source import mention_at

TEXT = "The mayor resigned on Friday. He had lost a vote and will leave the town."
WORDS = ("resigned", "lost", "vote", "leave")


@pytest.fixture(scope="module")
def given(nlp_en):
    doc, language = nlp_en(TEXT), get_language("en")
    spans = [(TEXT.index(word), TEXT.index(word) + len(word)) for word in WORDS]
    friday = TEXT.index("Friday")
    time = TimeValue(id="t1", type="DATE", timex3="XXXX-WXX-5", mention=mention_at(doc, friday, friday + 6))
    return doc, language, describe_events(doc, spans, language), (time,)


def test_hashes_are_the_same_everywhere():
    assert code_all(["avant", "été"]).tolist() == [3374777531, 1154575572]
    assert mixed(code_all(["a"]), code_all(["b"])).tolist() != mixed(code_all(["b"]), code_all(["a"])).tolist()


def test_salted_tables_share_nothing():
    table = table_of([["a", "b"], ["c"]])
    assert not set(salted(table, "first").codes.tolist()) & set(salted(table, "second").codes.tolist())


def test_rows_are_put_together_from_their_parts():
    table = table_of([["a"], ["b", "c"]])
    assert rows_of([Part(table, np.array([1, 0]))], 2) == [
        tuple(sorted(code_all("bc").tolist())),
        tuple(code_all("a").tolist()),
    ]


def test_near_pairs_are_events_first_and_in_order(given):
    cues = cues_of(scene_of(*given))
    pairs = {pairs.subject: pairs for pairs in near_pairs(cues)}
    assert set(pairs) == set(SUBJECTS)
    assert pairs["event_now"].ids(0) == ("e1", NOW)
    assert pairs["event_time"].ids(0) == ("e1", "t1")
    assert all(first < second for first, second in pairs["event_pair"].ends)


@pytest.mark.parametrize("times", [20, 40])
def test_pairs_grow_with_the_text(nlp_en, times):
    text = " ".join(f"The mayor visited school number {number}." for number in range(times))
    doc, language = nlp_en(text), get_language("en")
    spans = [(match, match + 7) for match in range(len(text)) if text.startswith("visited", match)]
    cues = cues_of(scene_of(doc, language, describe_events(doc, spans, language), ()))
    assert sum(len(pairs.ends) for pairs in near_pairs(cues)) <= 3 * times


def test_given_pairs_may_be_asked_from_either_side(given):
    cues = cues_of(scene_of(*given))
    asked = [("e2", "e1"), ("e1", "e2"), (NOW, "e1"), ("t1", "e1"), ("t1", NOW), ("e9", "e1")]
    found = {pairs.subject: (len(pairs.ends), turned) for pairs, turned in given_pairs(cues, asked)}
    assert found == {"event_pair": (2, [True, False]), "event_time": (1, [True]), "event_now": (1, [True])}


@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_do_not_depend_on_the_side_asked_from(given, question):
    pairs = [("e1", "e2"), ("e1", "t1"), ("e3", NOW)]
    one = relate_pairs(*given, pairs, question)
    other = relate_pairs(*given, [(target, source) for source, target in pairs], question)
    assert {(r.source, r.type, r.target) for r in one} == {(r.target, CONVERSES[r.type], r.source) for r in other}


def test_linked_pairs_are_always_answered(given):
    pairs = [("e1", "e4"), ("e2", "t1"), ("e3", NOW)]
    assert {(answer.source, answer.target) for answer in relate_pairs(*given, pairs)} == set(pairs)


def test_claims_tell_their_words_and_are_the_same_twice(given):
    claims = order_events(*given)
    assert claims == order_events(*given)
    assert all(claim.evidence.span and claim.evidence.span.text in TEXT for claim in claims)
    assert all(0 < claim.confidence <= 1 for claim in claims)


def test_weights_read_back_as_written_and_are_the_same_bytes(tmp_path):
    row, small = np.array([[0.5, -0.5]], np.float32), np.zeros(2, np.float32)
    question = Question(("", "BEFORE"), row, small, head=np.eye(2, dtype=np.float32), head_bias=small)
    subject = Subject(np.array([7], np.uint32), row, small, {"noted": question})
    weights = Weights({"event_now": subject}, {"documents": 1})
    for name in ("one.npz", "two.npz"):
        save_weights(weights, tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    again = read_weights(tmp_path / "one.npz")
    assert again.about == weights.about
    assert again.subjects["event_now"].questions["noted"].labels == question.labels
    assert again.subjects["event_now"].questions["noted"].weights.tolist() == [[0.5, -0.5]]


def test_shipped_weights_say_what_they_come_from():
    weights = learned_weights()
    assert weights is not None
    assert set(weights.subjects) == set(SUBJECTS)
    assert weights.about["corpora"]
    assert weights.about["documents left out"]
