"""Weights rank claims; confidences say how often such claims are right."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.estimate import When
from timeline.model.mention import Evidence
from timeline.model.relation import Relation
from timeline.model.timeline import Timeline
from timeline.reasoning.calibration import (
    JOIN,
    calibrated_claims,
    confidence_of,
    curves,
    kind_of_claim,
    kind_of_date,
    uncalibrated,
)
from timeline.reasoning.story import assemble

KINDS = [
    ("noted", "e2", "learned order"),
    ("noted", "t1", "learned time"),
    ("noted time", "t1", "learned time"),
    ("background", "e2", "report"),
    ("connective", "e2", "told order"),
    ("time by syntax", "t1", "told time"),
    ("headline", "t1", "date inferred"),
    ("given", "e2", ""),
    ("calendar", "t1", ""),
    ("edited", "t1", ""),
    ("disputed", "t1", ""),
    ("proposed time", "t1", ""),
]


@pytest.mark.parametrize(("rule", "target", "kind"), KINDS)
def test_claims_have_a_curve_unless_certain_by_their_making(rule, target, kind):
    claim = Relation(source="e1", target=target, type="BEFORE", evidence=Evidence(rule))
    assert kind_of_claim(claim, {"t1"}) == kind
    assert not kind or kind in curves()


@pytest.mark.parametrize(
    ("basis", "rule", "kind"),
    [
        ("told", "time by syntax", "date told"),
        ("told", "given", ""),
        ("told", "edited", ""),
        ("bounded", "bounds", "date inferred"),
        ("inferred", "headline", "date inferred"),
        ("inferred", "proposed", ""),
    ],
)
def test_estimates_have_a_curve_by_what_they_rest_on(basis, rule, kind):
    when = When(start=datetime(2023, 11, 17), end=datetime(2023, 11, 18), basis=basis, rule=rule)
    assert kind_of_date(when) == kind


@given(kind=st.sampled_from([*sorted(curves()), JOIN]), one=st.floats(0, 1), other=st.floats(0, 1))
def test_what_weighs_more_is_never_less_sure(kind, one, other):
    low, high = sorted((one, other))
    assert 0 <= confidence_of(kind, low) <= confidence_of(kind, high) <= 1


def test_what_ranks_stays_where_what_is_shown_changes():
    claim = Relation(source="e1", target="e2", type="BEFORE", confidence=0.5, evidence=Evidence("background"))
    (shown,) = calibrated_claims([claim], ())
    assert (shown.weight, shown.confidence > 0.8) == (0.5, True)
    assert calibrated_claims([shown], ()) == (shown,)
    assert shown.converse().converse() == shown


def test_without_calibration_confidences_are_the_weights():
    claim = Relation(source="e1", target="e2", type="BEFORE", confidence=0.5, evidence=Evidence("background"))
    with uncalibrated():
        assert calibrated_claims([claim], ()) == (claim,)


def test_a_weaker_claim_yields_however_often_such_claims_are_right():
    told = Relation(source="e1", target="e2", type="BEFORE", confidence=0.6, evidence=Evidence("connective"))
    built = Relation(source="e2", target="e1", type="BEFORE", confidence=0.5, evidence=Evidence("noted"))
    (weaker,) = calibrated_claims([built], ())
    (kept,) = assemble(Timeline(evidence=(built, told))).relations
    assert (kept.source, kept.weight, kept.confidence < weaker.confidence) == ("e1", 0.6, True)


def test_a_confidence_alone_is_the_weight_too():
    assert Relation(source="e1", target="e2", type="BEFORE", confidence=0.3).weight == 0.3
    assert When(start=datetime(2023, 1, 1), end=datetime(2023, 1, 2), confidence=0.3).weight == 0.3
