"""Precision, recall and F1 from counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Counts behind a precision and a recall; scores add up over documents (micro average).

    Attributes
    ----------
    correct : float
        What of the system's answer is right.
    system, gold : float
        How many answers the system and the annotators gave.
    found : float or None
        What of the gold standard is found, where that is not the same number as `correct` (temporal awareness, B³).

    Examples
    --------
    >>> score = Score(2, system=4, gold=2)
    >>> score.precision, score.recall, round(score.f1, 3)
    (0.5, 1.0, 0.667)
    >>> score + Score(0, system=0, gold=2)
    Score(correct=2, system=4, gold=4, found=None)
    """

    correct: float = 0
    system: float = 0
    gold: float = 0
    found: float | None = None

    @property
    def precision(self) -> float:
        """Share of the system's answers that is right; 0 without answers."""
        return self.correct / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold standard that is found; 0 without a gold standard."""
        found = self.correct if self.found is None else self.found
        return found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: Score) -> Score:
        plain = self.found is None and other.found is None
        found = None if plain else _found(self) + _found(other)
        return Score(self.correct + other.correct, self.system + other.system, self.gold + other.gold, found)


def total(scores: Iterable[Score]) -> Score:
    """Return the sum of scores."""
    return sum(scores, Score())


def _found(score: Score) -> float:
    return score.correct if score.found is None else score.found
