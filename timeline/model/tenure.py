"""Tenure: somebody's time in a role."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.entity import Entity
from timeline.model.event import Event
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
    """

    person: Entity
    role: str
    organisation: Entity | None = None
    since: TimeValue | None = None
    until: TimeValue | None = None
    events: tuple[Event, ...] = ()
    status: str = "current"
