"""Snapshot: a story as it stood on one day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from timeline.model.events import Events
from timeline.model.representation import extent, one_line
from timeline.model.tenure import Tenure


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What held at a time, and who held which office then, as far as the text tells it for certain.

    Attributes
    ----------
    start, end : datetime
        The day, month or year that was asked for, half-open.
    roles : tuple of Tenure
        Tenures that had begun and were not over.
    holding : Events
        Events that lasted over all of that time.
    past : Events
        Events that were over when it ended, those within it among them; what is denied or only possible is left out.

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg est directrice générale de Volta depuis mars 2021."
    >>> story = timeline.extract(text, date="2023-11-21", lang="fr")
    >>> story.as_of("2022").start
    datetime.datetime(2022, 1, 1, 0, 0)
    """

    start: datetime
    end: datetime
    roles: tuple[Tenure, ...] = ()
    holding: Events = field(default_factory=Events)
    past: Events = field(default_factory=Events)

    def __str__(self) -> str:
        lines = [extent(self.start, self.end), *(f"  {tenure}" for tenure in self.roles)]
        return "\n".join([*lines, *(f"  {event}" for event in self.holding)])

    def __repr__(self) -> str:
        counts = f"{len(self.roles)} in office, {len(self.holding)} holding, {len(self.past)} past"
        return one_line("Snapshot", extent(self.start, self.end), counts)
