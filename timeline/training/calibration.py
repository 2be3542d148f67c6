"""Learning how likely what is told is right: Platt scaling of weights, a line in log-odds for each kind of thing.

Needs scipy, which the library itself does not. What is judged must not have taught the weights themselves: of corpora
that taught the ordering stage, only the documents left out there may be given.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from timeline.errors import MissingExtraError
from timeline.evaluation.scores.reliability import Judged
from timeline.reasoning.calibration import Curve, log_odds

PULL = 1.0  # how many cases' worth a curve is held to the weights as they are
MISSING = "Learning needs scipy: pip install scipy"


@dataclass(frozen=True, slots=True)
class Case:
    """What was judged, and in which document."""

    judged: Judged
    document: str


def learn_curves(cases: Iterable[Judged]) -> dict[str, Curve]:
    """Return the curve of each kind of thing, by the likelihood of what is right; none falls.

    Parameters
    ----------
    cases : iterable of Judged
        Those without a curve are left out.

    Raises
    ------
    MissingExtraError
        When scipy is not there.
    """
    by_curve: dict[str, list[Judged]] = {}
    for case in cases:
        if case.curve:
            by_curve.setdefault(case.curve, []).append(case)
    return {name: _curve(found) for name, found in sorted(by_curve.items())}


def held_out(cases: Sequence[Case], folds: int) -> list[Judged]:
    """Return what was judged, each thing as sure as curves say that never saw its document."""
    documents = sorted({case.document for case in cases})
    found: list[Judged] = []
    for fold in range(folds):
        out = set(documents[fold::folds])
        curves = learn_curves(case.judged for case in cases if case.document not in out)
        found += [shown(case.judged, curves) for case in cases if case.document in out]
    return found


def as_weighed(one: Judged) -> Judged:
    """Return what was told without calibration, its confidence for its weight.

    Examples
    --------
    >>> as_weighed(Judged("joins", 0.6, True)).weight
    0.6
    """
    return replace(one, weight=one.confidence)


def shown(one: Judged, curves: Mapping[str, Curve]) -> Judged:
    """Return a thing told as sure as curves say.

    Examples
    --------
    >>> shown(Judged("dates", 0.7, True, weight=0.7, curve="date told"), {"date told": Curve(0.5, 1.0)}).confidence
    0.806
    """
    curve = curves.get(one.curve)
    return replace(one, confidence=one.weight if curve is None else curve.of(one.weight))


def write_curves(path: str | Path, curves: Mapping[str, Curve]) -> None:
    """Write a table of curves."""
    table = {name: curve._asdict() for name, curve in curves.items()}
    Path(path).write_text(json.dumps(table, indent=2) + "\n", encoding="utf8")


def _curve(cases: Sequence[Judged]) -> Curve:
    try:
        import numpy as np
        from scipy.optimize import minimize
    except ImportError as error:
        raise MissingExtraError(MISSING) from error
    weights = np.array([log_odds(case.weight) for case in cases])
    right = np.array([case.right for case in cases], float)

    def cost(line: Any) -> tuple[float, Any]:
        slope, offset = line
        odds = slope * weights + offset
        loss = (np.logaddexp(0, odds) - right * odds).sum() + PULL / 2 * ((slope - 1) ** 2 + offset**2)
        wrong = 1 / (1 + np.exp(-odds)) - right
        return float(loss), np.array([wrong @ weights + PULL * (slope - 1), wrong.sum() + PULL * offset])

    found = minimize(cost, np.array([1.0, 0.0]), jac=True, method="L-BFGS-B", bounds=[(0.0, None), (None, None)])
    slope, offset = found.x.tolist()
    return Curve(round(slope, 2), round(offset, 2))
