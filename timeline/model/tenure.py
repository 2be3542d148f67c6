"""Tenure: somebody's time in a role."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.model.representation import cut, one_line
from timeline.model.time import TimeValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A person in a role at an organisation, between two times.

    Attributes
    ----------
    person : Entity
    role : str
        The role as a title (``"PDG"``), as the text gives it to this person; a title taken over from somebody else
        stands in the form that suits the newcomer (« directeur général » after a « directrice générale »).
    organisation : Entity or None
    since, until : TimeValue or None
        When it began and ended; a value with rule ``"bounds"`` where only bounds are known; None when the text is
        silent or the tenure lasts.
    events : tuple of Event
        The events that begin or end it.
    status : str
        ``"current"``, ``"interim"`` (current, for the meantime), ``"former"`` (over by the reference date) or
        ``"future"`` (announced and not begun: `since` is when it is to begin).
    factuality : str
        ``"factual"``; ``"reported"`` or ``"possible"`` where the text does no more than say that others say so, or
        hedges.

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg est directrice générale de Volta depuis mars 2021."
    >>> story = timeline.extract(text, date="2023-11-21", lang="fr")
    >>> (tenure,) = story.roles()
    >>> tenure.person.name, tenure.organisation.name, tenure.status
    ('Anna Berg', 'Volta', 'current')
    """

    person: Entity
    role: str
    organisation: Entity | None = None
    since: TimeValue | None = None
    until: TimeValue | None = None
    events: tuple[Event, ...] = ()
    status: str = "current"
    factuality: str = "factual"

    def __str__(self) -> str:
        place = f", {self.organisation}" if self.organisation else ""
        ends = (str(time) if time else "" for time in (self.since, self.until))
        return f"{self.person}, {self.role}{place}: {' – '.join(ends).strip() or '?'} ({self.status})"

    def __repr__(self) -> str:
        place = cut(str(self.organisation), 30) if self.organisation else ""
        ends = (f"{word} {time}" for word, time in (("since", self.since), ("until", self.until)) if time)
        return one_line("Tenure", cut(self.person.name, 30), repr(cut(self.role, 30)), place, self.status, *ends)
