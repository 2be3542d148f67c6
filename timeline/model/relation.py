"""Relation: how two events or times stand to each other."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.mention import Evidence
from timeline.model.representation import one_line

# TimeML 1.2.1 relTypes on the left, their converses on the right.
CONVERSES = {
    "BEFORE": "AFTER",
    "IBEFORE": "IAFTER",
    "BEGINS": "BEGUN_BY",
    "ENDS": "ENDED_BY",
    "INCLUDES": "IS_INCLUDED",
    "DURING": "DURING_INV",
    "SIMULTANEOUS": "SIMULTANEOUS",
    "IDENTITY": "IDENTITY",
}
CONVERSES |= {converse: name for name, converse in CONVERSES.items()}


GIVEN = Evidence("given")
AS_CONFIDENCE = -1.0  # a weight that was not given


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A TLINK: ``source`` stands in relation ``type`` to ``target``.

    Attributes
    ----------
    source, target : str
        Ids of events (``"e3"``) or times (``"t1"``; ``"t0"`` is the reference date).
    type : str
        A TimeML relType: ``BEFORE AFTER IBEFORE IAFTER INCLUDES IS_INCLUDED BEGINS BEGUN_BY ENDS ENDED_BY
        SIMULTANEOUS IDENTITY DURING DURING_INV``.
    confidence : float
        How likely it is right, 0 to 1; see `timeline.reasoning.calibration`.
    evidence : Evidence
        Rule name and text span.
    weight : float
        How strongly the words tell it, 0 to 1: ranks claims, and settles what contradicts what. As its confidence if
        not given.

    Examples
    --------
    >>> Relation(source="e1", target="e2", type="BEFORE").converse().type
    'AFTER'
    """

    source: str
    target: str
    type: str
    confidence: float = 1.0
    evidence: Evidence = GIVEN
    weight: float = AS_CONFIDENCE

    def __post_init__(self) -> None:
        if self.weight == AS_CONFIDENCE:
            object.__setattr__(self, "weight", self.confidence)

    def __str__(self) -> str:
        return f"{self.source} {self.type} {self.target}"

    def __repr__(self) -> str:
        return one_line("Relation", self, f"{self.confidence:.2f}", self.evidence)

    def converse(self) -> Relation:
        """Return the same fact told from the target's side.

        Returns
        -------
        Relation
            From target to source.

        Examples
        --------
        >>> Relation(source="e1", target="e2", type="BEFORE").converse().type
        'AFTER'
        """
        return Relation(
            source=self.target,
            target=self.source,
            type=CONVERSES[self.type],
            confidence=self.confidence,
            evidence=self.evidence,
            weight=self.weight,
        )
