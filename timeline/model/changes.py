"""Changes: what later documents add to a story, move or withdraw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.representation import one_line, quoted

ADDED, MOVED, WITHDRAWN = "added", "moved", "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change by a later document.

    Attributes
    ----------
    kind : str
        ``"added"``: no earlier document tells the event; ``"moved"``: an earlier one gave it another date;
        ``"withdrawn"``: a later one denies what an earlier one told.
    event : Event
    mentions : tuple of Mention
        The sentences of the later documents.
    before, after : str
        The date, or standing, that earlier and later documents give; empty for what is added.

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg a quitté Volta le {} novembre 2023."
    >>> papers = [timeline.Document(text.format(n), id=f"p{n}", date=f"2023-11-{n + 3}", lang="fr") for n in (17, 18)]
    >>> story = timeline.merge(map(timeline.extract, papers))
    >>> (change,) = story.since("2023-11-21")
    >>> change.kind, change.before, change.after
    ('moved', '2023-11-17', '2023-11-18')
    """

    kind: str
    event: Event
    mentions: tuple[Mention, ...]
    before: str = ""
    after: str = ""

    def __repr__(self) -> str:
        return one_line("Change", self.kind, self.event.id, quoted(self.event.label), self.before, self.after)


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes since a date; iterates over them in the order of the story.

    Examples
    --------
    >>> len(Changes()), Changes().added
    (0, ())
    """

    changes: tuple[Change, ...] = ()

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    @property
    def added(self) -> tuple[Change, ...]:
        """What only later documents tell."""
        return self._of(ADDED)

    @property
    def moved(self) -> tuple[Change, ...]:
        """What later documents date otherwise."""
        return self._of(MOVED)

    @property
    def withdrawn(self) -> tuple[Change, ...]:
        """What later documents deny."""
        return self._of(WITHDRAWN)

    def _of(self, kind: str) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.kind == kind)

    def __repr__(self) -> str:
        counts = (f"{len(self._of(kind))} {kind}" for kind in (ADDED, MOVED, WITHDRAWN))
        return one_line("Changes", ", ".join(counts))
