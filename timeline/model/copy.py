"""Copy: a document that repeats another's sentences."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.representation import one_line


@dataclass(frozen=True, slots=True)
class Copy:
    """A document most of whose sentences an earlier one has too: a dispatch printed again.

    Attributes
    ----------
    document, original : str
        Ids of both.
    share : float
        The part of its sentences that are copied, 0.5 to 1.

    Examples
    --------
    >>> Copy("b", "a", 1.0).original
    'a'
    """

    document: str
    original: str
    share: float

    def __repr__(self) -> str:
        return one_line("Copy", self.document, "of", self.original, f"{self.share:.0%}")
