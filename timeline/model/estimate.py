"""When: the best estimate of an event's time, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime, timedelta

from timeline.model.relation import AS_CONFIDENCE
from timeline.model.representation import day, one_line

BASES = ("told", "bounded", "inferred")
_DAY = timedelta(days=1)
_FEW = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The best that can be said of when an event happened.

    Attributes
    ----------
    start, end : datetime
        Half-open, naive, in the local time of the reference date.
    basis : str
        ``"told"`` by the text, ``"bounded"`` by what is told around it, or ``"inferred"``: likely, not told.
    confidence : float
        How likely it is right, 0 to 1; see `timeline.reasoning.calibration`.
    rule : str
        Name of the rule that gave it.
    weight : float
        As that of a `Relation`: ranks estimates, as its confidence if not given.

    Examples
    --------
    >>> str(When(start=datetime(2023, 11, 17), end=datetime(2023, 11, 18), basis="inferred"))
    '2023-11-17/2023-11-18 inferred'
    """

    start: datetime
    end: datetime
    basis: str = "told"
    confidence: float = 1.0
    rule: str = ""
    weight: float = AS_CONFIDENCE

    def __post_init__(self) -> None:
        if self.weight == AS_CONFIDENCE:
            object.__setattr__(self, "weight", self.confidence)

    @property
    def day(self) -> Date | None:
        """The one day it stands for, None where it is not known so well.

        What is inferred of a fresh report is of its day or the day before: the later of them stands for both.

        Examples
        --------
        >>> When(start=datetime(2023, 11, 16), end=datetime(2023, 11, 18), basis="inferred").day
        datetime.date(2023, 11, 17)
        >>> print(When(start=datetime(2023, 11, 1), end=datetime(2023, 12, 1)).day)
        None
        """
        if self.end - self.start <= _DAY:
            return self.start.date()
        few = self.basis == "inferred" and self.end - self.start <= _FEW
        return (self.end - timedelta(microseconds=1)).date() if few else None

    def __repr__(self) -> str:
        return one_line("When", self, f"{self.confidence:.2f}")

    def __str__(self) -> str:
        return f"{day(self.start)}/{day(self.end)} {self.basis}"
