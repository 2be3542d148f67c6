"""Confidence against what is right."""

import pytest

from timeline.evaluation.annotations import AnnotatedDocument, EventSpan
from timeline.evaluation.scores.reliability import (
    Judged,
    bins_of,
    calibration_error,
    judge_events,
    judge_links,
    judge_story,
)
from timeline.evaluation.stories import ToldStory
from timeline.model import Evidence, Relation, Timeline


def test_bins_hold_what_was_told_with_their_confidence():
    judged = [Judged("dates", share, right) for share, right in ((0.0, False), (0.19, True), (0.2, True), (1.0, True))]
    assert [(one.low, one.cases, one.right) for one in bins_of(judged)] == [(0.0, 2, 0.5), (0.2, 1, 1.0), (0.8, 1, 1.0)]


@pytest.mark.parametrize(
    ("share", "rights", "error"), [(0.5, (True, False), 0.0), (1.0, (True, False), 0.5), (0.7, (), 0.0)]
)
def test_the_error_is_the_gap(share, rights, error):
    assert calibration_error(bins_of([Judged("dates", share, right) for right in rights])) == pytest.approx(error)


def test_an_event_is_right_where_the_gold_standard_has_one():
    def document(*spans):
        events = [
            EventSpan(id=f"e{start}", start=start, end=end, text="", timeml_class="OCCURRENCE", confidence=0.6)
            for start, end in spans
        ]
        return AnnotatedDocument(id="a", text="", events=tuple(events))

    judged = list(judge_events([document((0, 4))], [document((2, 6), (7, 9))]))
    assert judged == [Judged("events", 0.6, right, weight=0.6) for right in (True, False)]


@pytest.mark.parametrize(
    ("type", "rule", "right"),
    [("BEFORE", "connective", [True]), ("AFTER", "connective", [False]), ("BEFORE", "given", []), ("BEFORE", "", [])],
)
def test_a_relation_is_right_as_the_gold_standard_says(type, rule, right):
    def document(*links):
        spans = [EventSpan(id=f"e{n}", start=n, end=n + 1, text="", timeml_class="OCCURRENCE") for n in (1, 2, 3)]
        return AnnotatedDocument(id="a", text="", events=tuple(spans), relations=links)

    gold = document(Relation(source="e1", target="e2", type="BEFORE"))
    told = Relation(source="e1", target="e2" if rule else "e3", type=type, evidence=Evidence(rule or "connective"))
    assert [judged.right for judged in judge_links([gold], [document(told)])] == right


def test_a_story_without_events_tells_nothing():
    assert list(judge_story(Timeline(), ToldStory(id="a", text="", lang="fr"))) == []
