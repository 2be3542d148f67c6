"""Explanation: what is believed of an order or a date, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from timeline.model.mention import Evidence
from timeline.model.representation import one_line, quoted


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of an explanation.

    Attributes
    ----------
    text : str
        In words, in the story's language.
    evidence : Evidence or None
        The rule, and the characters that were read, of a claim of the text.
    is_step : bool
        True for a step of the proof; False for a remark beside it, such as a claim that was set aside.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta lundi.", date="2023-11-21", lang="fr")
    >>> story.explain("e1").parts[0].text
    "« quitté » (e1) se situe dans « lundi » (lun. 20 nov. 2023) (date d'après la tournure)"
    """

    text: str
    evidence: Evidence | None = None
    is_step: bool = True

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return one_line("Reason", quoted(self.text, 90))


class Explanation(str):
    """What is believed of an order or a date, and the chain of reasons that proves it: a text with parts.

    Inherits from `str` because callers print it, search it and compare it as text.

    Attributes
    ----------
    statement : str
        What is believed, in words.
    parts : tuple of Reason
        Why, in the order of the proof.

    Examples
    --------
    >>> print(Explanation("e1 is before e2:", (Reason("e1 is before e2 (given)"),)))
    e1 is before e2:
      1. e1 is before e2 (given)
    """

    statement: str
    parts: tuple[Reason, ...]

    def __new__(cls, statement: str, parts: Iterable[Reason] = ()) -> Explanation:
        """Make the text out of its parts."""
        reasons = tuple(parts)
        made = super().__new__(cls, "\n".join(_lines(statement, reasons)))
        made.statement, made.parts = statement, reasons
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        return self.statement, self.parts

    def __str__(self) -> str:
        return str.__str__(self)

    def __repr__(self) -> str:
        return one_line("Explanation", quoted(self.statement, 80), f"{len(self.parts)} parts")

    def _repr_html_(self) -> str:
        steps = "".join(f"<li>{escape(part.text)}</li>" for part in self.parts if part.is_step)
        notes = "".join(f"<p>{escape(part.text)}</p>" for part in self.parts if not part.is_step)
        return f"<div><p><strong>{escape(self.statement)}</strong></p><ol>{steps}</ol>{notes}</div>"


def _lines(statement: str, parts: Iterable[Reason]) -> Iterator[str]:
    """Yield the statement, and a line a part; steps are numbered."""
    yield statement
    number = 0
    for part in parts:
        number += part.is_step
        yield f"  {number}. {part}" if part.is_step else f"  {part}"
