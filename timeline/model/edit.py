"""Edit: one correction of a story by a person, told so that it can be applied to another reading of the text."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.mention import Mention
from timeline.model.representation import one_line, quoted

KINDS = ("without", "relabelled", "redated", "joined", "split")


@dataclass(frozen=True, slots=True)
class Target:
    """An event as an edit means it: the word that names it, and the sentence around.

    Ids are numbers of one reading and mean nothing in the next; words and sentences stay.

    Attributes
    ----------
    mention, sentence : Mention
        With the offsets of the text that was corrected.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta lundi.", date="2023-11-21", lang="fr")
    >>> story.without("e1").edits[0].target.mention.text
    'quitté'
    """

    mention: Mention
    sentence: Mention

    def __str__(self) -> str:
        return self.mention.text

    def __repr__(self) -> str:
        return one_line("Target", quoted(self.mention.text), "in", quoted(self.sentence.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One correction: what was done to which event, and, when they say so, by whom, when and why.

    Attributes
    ----------
    kind : str
        One of `KINDS`, the names of the methods of `Timeline`.
    target : Target
        The event corrected.
    value : str
        The new label of ``"relabelled"``; the new date of ``"redated"``, empty for none.
    other : Target or None
        The event that was joined to it, or the mention that was split from it.
    by, at, note : str
        Who made it, when (ISO 8601, given by the caller: the library reads no clock), and why.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta lundi.", date="2023-11-21", lang="fr")
    >>> story.redated("e1", "2023-11-19", by="desk").edits[0].value
    '2023-11-19'
    """

    kind: str
    target: Target
    value: str = ""
    other: Target | None = None
    by: str = ""
    at: str = ""
    note: str = ""

    def __str__(self) -> str:
        more = self.value or str(self.other or "")
        told = f"{self.kind}: {self.target}" + (f" → {more}" if more else "")
        return f"{told} ({', '.join(part for part in (self.by, self.at, self.note) if part)})" if self.by else told

    def __repr__(self) -> str:
        more = quoted(self.value, 24) if self.value else quoted(str(self.other), 24) if self.other else ""
        return one_line("Edit", self.kind, quoted(self.target.mention.text, 24), more, self.by, self.at)
