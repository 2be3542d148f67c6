"""Scores of spans, worked out by hand from the definitions of TempEval-3 (UzZaman et al. 2013)."""

import pytest

from timeline.errors import CorpusError
from timeline.evaluation import AnnotatedDocument, EventSpan, Score, TimeSpan, score_events, score_times
from timeline.evaluation.disagreements import disagreements
from timeline.evaluation.scores.matching import match
from timeline.evaluation.scores.times import match_times

TEXT = "x" * 100


def time(start, end, value="2021-03-04", kind="DATE"):
    return TimeSpan(id=f"t{start}", start=start, end=end, text=TEXT[start:end], type=kind, value=value)


def event(start, end, timeml_class="OCCURRENCE", tense="PAST", polarity="POS"):
    return EventSpan(
        id=f"e{start}", start=start, end=end, text="", timeml_class=timeml_class, tense=tense, polarity=polarity
    )


def document(*items, name="a"):
    times = tuple(item for item in items if isinstance(item, TimeSpan))
    events = tuple(item for item in items if isinstance(item, EventSpan))
    return AnnotatedDocument(id=name, text=TEXT, times=times, events=events)


def test_times_of_a_small_text():
    # Gold 5, system 4; 2 strict; 3 relaxed; of these 2 with the right type, 1 with the right value.
    gold = document(time(0, 5), time(10, 20), time(30, 35), time(40, 45), time(50, 55))
    system = document(time(0, 5), time(12, 20, "2021"), time(30, 35, "P1D", "DURATION"), time(60, 65))
    scores = score_times([gold], [system])
    assert (scores.strict.precision, scores.strict.recall) == (2 / 4, 2 / 5)
    assert (scores.relaxed.precision, scores.relaxed.recall) == (3 / 4, 3 / 5)
    assert scores.relaxed.f1 == pytest.approx(2 * 3 / (4 + 5))
    assert scores.type.f1 == pytest.approx(scores.relaxed.f1 * 2 / 3)  # F1 of an attribute = relaxed F1 × accuracy
    assert scores.value.f1 == pytest.approx(scores.relaxed.f1 * 1 / 3)


@pytest.mark.parametrize(
    ("gold", "system", "strict", "relaxed"),
    [
        ([(0, 10)], [(0, 10)], 1, 1),
        ([(0, 10)], [(10, 20)], 0, 0),  # touching is not overlapping
        ([(0, 10)], [(9, 20)], 0, 1),
        ([(0, 20)], [(0, 5), (7, 12), (13, 20)], 0, 1),  # one gold time is matched once
        ([(0, 5), (7, 12)], [(0, 12)], 0, 1),  # and so is one answer
        ([(0, 5), (6, 12)], [(3, 8), (9, 12)], 0, 2),
        ([(0, 5), (6, 12)], [(3, 12)], 0, 1),
        ([(0, 5), (6, 12)], [(3, 5), (6, 12)], 1, 2),
        ([], [(0, 5)], 0, 0),
        ([(5, 5)], [(5, 5)], 0, 0),  # empty tags are not scored
        ([(0, 5)], [], 0, 0),
    ],
)
def test_matching_is_one_to_one(gold, system, strict, relaxed):
    scores = score_times([document(*(time(*span) for span in gold))], [document(*(time(*span) for span in system))])
    assert (scores.strict.correct, scores.relaxed.correct) == (strict, relaxed)


def test_every_span_is_in_one_pair():
    gold, system = [time(0, 5), time(6, 12)], [time(3, 8), time(20, 25), time(30, 31)]
    pairs = match(gold, system)
    assert [pair.gold for pair in pairs if pair.gold] == gold
    assert sorted(pair.system.start for pair in pairs if pair.system) == [3, 20, 30]


def test_an_exact_answer_is_not_given_away():
    pairs = match([time(0, 10), time(10, 12)], [time(5, 11), time(10, 12)])
    assert [(pair.gold.start, pair.system.start) for pair in pairs] == [(0, 5), (10, 10)]


def test_counts_add_up_over_documents_and_missing_ones_count():
    gold = [document(time(0, 5)), document(time(0, 5), time(10, 15), name="b")]
    scores = score_times(gold, [document(time(0, 5), name="b")])
    assert scores.strict == Score(1, system=1, gold=3)


def test_two_documents_of_one_name_are_an_error():
    with pytest.raises(CorpusError, match="same name"):
        score_times([document(), document()], [])


def test_nothing_at_all_scores_zero():
    scores = score_times([document()], [document()])
    assert (scores.strict.precision, scores.strict.recall, scores.strict.f1) == (0, 0, 0)


def test_events():
    gold = document(event(0, 4), event(10, 14, "REPORTING"), event(20, 24, tense="FUTURE", polarity="NEG"))
    system = document(
        event(0, 4), event(10, 14, "I_ACTION"), event(20, 24, tense="PAST", polarity="NEG"), event(30, 34)
    )
    scores = score_events([gold], [system])
    assert scores.relaxed.f1 == pytest.approx(6 / 7)
    assert scores.timeml_class.f1 == scores.tense.f1 == pytest.approx(4 / 7)
    assert scores.polarity.f1 == pytest.approx(6 / 7)


def test_errors_are_told_by_kind():
    gold = document(time(0, 5), time(10, 20), time(30, 35))
    system = document(time(0, 5, "2020"), time(12, 20), time(40, 42))
    found = list(disagreements(match_times([gold], [system]), ("type", "value")))
    assert [(item.kind, item.start, item.end) for item in found] == [
        ("value", 0, 5),
        ("span", 10, 20),
        ("missed", 30, 35),
        ("spurious", 40, 42),
    ]
    assert found[0].gold == "« xxxxx » DATE 2021-03-04"
    assert found[0].system == "« xxxxx » DATE 2020"
    assert "⟦xxxxx⟧" in found[0].context
    assert (found[2].system, found[3].gold) == ("", "")
