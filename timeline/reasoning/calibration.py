"""How likely what is told is right: weights that rank claims, made into confidences that hold.

A rule's weight says how strongly the words tell a thing; what is told with a confidence of 0.8 is right eight times in
ten. One line in log-odds leads from the one to the other, for each kind of thing its own: Platt scaling, two numbers a
kind in ``calibration.json``, learned by ``python -m timeline train-calibration`` and cross-validated by document. A
stronger claim of a kind is never less sure. What is certain by its making (given, proposed or corrected by the user, or
read off the calendar) stays as it is.

References
----------
Platt (1999), Probabilistic outputs for support vector machines; Guo et al. (2017), On calibration of modern neural
networks, ICML.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import NamedTuple, TypeVar

from timeline.model.estimate import When
from timeline.model.event import Event
from timeline.model.relation import Relation
from timeline.reasoning.estimates import BEGINNINGS, GUESSES, LEARNED, NARRATIVE, PROPOSED

FILE = "calibration.json"
JOIN = "join"
#: Rules of the words between two events, and of what the two are.
_WORDS = frozenset(
    {
        "adverb of order",
        "connective",
        "deed",
        "denial",
        "happening",
        "life",
        "natural order",
        "opening",
        "participle",
        "perfect",
        "pluperfect",
        "tense",
        "tenure",
        "toll",
        "vacancy",
    }
)
_OF_A_TIME = frozenset(
    {"dated line", "distance", "time by syntax", "time since", "time in the clause", "time in the sentence"}
)
_LEARNED = LEARNED | BEGINNINGS | {"noted time"}
_LEAST, _DIGITS = 0.005, 3


class Curve(NamedTuple):
    """The log-odds of being right are ``slope`` times those of the weight, and ``offset``."""

    slope: float = 1.0
    offset: float = 0.0

    def of(self, weight: float) -> float:
        """Return the confidence of a weight.

        Examples
        --------
        >>> Curve(1.0, 0.0).of(0.7), Curve(0.5, 1.0).of(0.7)
        (0.7, 0.806)
        """
        return round(1 / (1 + exp(-self.slope * log_odds(weight) - self.offset)), _DIGITS)


def log_odds(weight: float) -> float:
    """Return the log-odds of a weight, kept off 0 and 1."""
    held = min(max(weight, _LEAST), 1 - _LEAST)
    return log(held / (1 - held))


def kind_of_claim(claim: Relation, times: Container[str]) -> str:
    """Return what kind of claim one is, ``""`` for one that is certain by its making.

    Parameters
    ----------
    claim : Relation
    times : container of str
        Ids of times.

    Examples
    --------
    >>> from timeline.model.mention import Evidence
    >>> kind_of_claim(Relation(source="e1", target="t1", type="BEFORE", evidence=Evidence("noted")), {"t1"})
    'learned time'
    """
    rule = claim.evidence.rule
    timed = claim.source in times or claim.target in times
    if rule in _LEARNED:
        return "learned time" if timed else "learned order"
    if rule in NARRATIVE:
        return "report"
    if rule in GUESSES:
        return "date inferred"
    if rule in _OF_A_TIME:
        return "told time"
    return "told order" if rule in _WORDS else ""


def kind_of_date(when: When) -> str:
    """Return what kind of estimate one is, as `kind_of_claim` does."""
    if when.rule == PROPOSED or (when.basis == "told" and when.rule not in _OF_A_TIME | _LEARNED):
        return ""
    return "date told" if when.basis == "told" else "date inferred"


def confidence_of(kind: str, weight: float) -> float:
    """Return how likely a thing of a kind is right; its weight for a kind that nothing was learned of.

    Examples
    --------
    >>> confidence_of("", 0.7)
    0.7
    """
    curve = curves().get(kind)
    return weight if curve is None else curve.of(weight)


def calibrated_claims(claims: Iterable[Relation], times: Container[str]) -> tuple[Relation, ...]:
    """Return claims, each as sure as such claims are right; what is given twice is made once."""
    claims = tuple(claims)
    known = {id(claim): claim for claim in claims}
    sure = {number: _with(claim, kind_of_claim(claim, times)) for number, claim in known.items()}
    return tuple(sure[id(claim)] for claim in claims)


def calibrated_dates(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events, each estimate of when they happened as sure as such estimates are right."""
    return tuple(
        event if event.when is None else replace(event, when=_with(event.when, kind_of_date(event.when)))
        for event in events
    )


_STANDING_IN: list[Mapping[str, Curve]] = []


@contextmanager
def uncalibrated() -> Iterator[None]:
    """Let confidences be the weights themselves. For the command that learns, which reads one text at a time."""
    _STANDING_IN.append({})
    try:
        yield
    finally:
        _STANDING_IN.pop()


def curves() -> Mapping[str, Curve]:
    """Return the curve of each kind of thing told."""
    return _STANDING_IN[-1] if _STANDING_IN else _shipped()


@cache
def _shipped() -> Mapping[str, Curve]:
    table = json.loads((files("timeline.reasoning") / FILE).read_text(encoding="utf8"))
    return {kind: Curve(**numbers) for kind, numbers in table.items()}


_Told = TypeVar("_Told", Relation, When)


def _with(told: _Told, kind: str) -> _Told:
    confidence = confidence_of(kind, told.weight)
    return told if told.confidence == confidence else replace(told, confidence=confidence)
