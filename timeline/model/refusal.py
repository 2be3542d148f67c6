"""Refusal: what a proposal said that the text does not bear out."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.representation import one_line, quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One thing proposed and not taken.

    Attributes
    ----------
    where : str
        Its place in the proposal: ``"events[3].quotes[0]"``, ``"order[2]"``; ``"proposals"`` for the whole.
    value : str
        What was proposed, shortened.
    reason : str
        Why it was not taken, in English.

    Examples
    --------
    >>> Refusal(where="events[0].did[0]", value="Anna Berg", reason="not in the text")
    <Refusal 'Anna Berg' events[0].did[0]: not in the text>
    """

    where: str
    value: str
    reason: str

    def __repr__(self) -> str:
        return one_line("Refusal", quoted(self.value), f"{self.where}:", self.reason)
