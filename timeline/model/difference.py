"""Difference: where the library's own reading and a proposal do not say the same."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.representation import one_line, quoted


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Difference:
    """One thing that the library and a proposal tell differently.

    Attributes
    ----------
    event : str
        Id of the library's event; empty for what only the proposal tells.
    about : str
        ``"event"`` (one side does not tell it), ``"date"``, ``"factuality"``, ``"did"``, ``"to"`` or ``"order"``.
    told, proposed : str
        What each says; empty where it says nothing.

    Examples
    --------
    >>> Difference(event="e1", about="date", told="2023-11-17", proposed="2023-11-18").about
    'date'
    """

    event: str
    about: str
    told: str
    proposed: str

    def __repr__(self) -> str:
        return one_line("Difference", self.event, self.about, quoted(self.told, 40), quoted(self.proposed, 40))
