"""A curve learns how often what has a weight is right."""

import pytest

from timeline.evaluation.scores.reliability import Judged, bins_of, by_weight, calibration_error
from timeline.training.calibration import Case, held_out, learn_curves, write_curves

pytest.importorskip("scipy")


def cases(weight, right, wrong, curve="told order"):
    """Return things of one weight, so many right and so many wrong."""
    return [Judged("relations", weight, place < right, weight=weight, curve=curve) for place in range(right + wrong)]


def test_a_curve_leads_from_weights_to_shares():
    curve = learn_curves([*cases(0.5, 80, 20), *cases(0.8, 95, 5)])["told order"]
    assert curve.of(0.5) == pytest.approx(0.8, abs=0.02)
    assert curve.of(0.8) == pytest.approx(0.95, abs=0.02)


def test_no_curve_falls():
    curve = learn_curves([*cases(0.4, 90, 10), *cases(0.8, 50, 50)])["told order"]
    assert curve.slope == 0


def test_few_cases_change_little():
    curve = learn_curves(cases(0.7, 1, 0))["told order"]
    assert curve.of(0.7) == pytest.approx(0.7, abs=0.1)


def test_what_has_no_curve_teaches_nothing():
    assert learn_curves(cases(0.7, 5, 5, curve="")) == {}


def test_held_out_documents_are_told_by_the_others():
    told = [Case(one, f"d{number % 10}") for number, one in enumerate([*cases(0.5, 90, 10)] * 2)]
    shown = held_out(told, 5)
    assert calibration_error(bins_of(shown)) < 0.05 < calibration_error(bins_of(map(by_weight, shown)))


def test_curves_are_written_as_they_are_read(tmp_path):
    path = tmp_path / "calibration.json"
    write_curves(path, learn_curves(cases(0.5, 8, 2)))
    assert '"told order": {\n    "slope"' in path.read_text("utf8")
