"""Conflict: where the documents of a story disagree, each version with its words."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.representation import one_line, quoted

CONFLICTS = ("date", "toll", "name", "denial")


@dataclass(frozen=True, slots=True)
class Version:
    """What some documents say of a disputed fact.

    Attributes
    ----------
    value : str
        A date (EDTF or TIMEX3), a number, a name, or a standing (``"factual"``, ``"negated"``…).
    mentions : tuple of Mention
        The sentences that say so, by date of their documents.

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg a quitté Volta le {} novembre 2023."
    >>> papers = [timeline.Document(text.format(n), id=f"p{n}", date=f"2023-11-{n + 3}", lang="fr") for n in (17, 18)]
    >>> story = timeline.merge(map(timeline.extract, papers))
    >>> story.conflicts()[0].shown.documents
    ('p18',)
    """

    value: str
    mentions: tuple[Mention, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents that say so."""
        return tuple(dict.fromkeys(mention.document for mention in self.mentions))

    def __repr__(self) -> str:
        return one_line("Version", quoted(self.value), "in", ", ".join(self.documents))


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One fact that documents tell differently.

    Attributes
    ----------
    kind : str
        One of `CONFLICTS`: two dates of one event, two numbers of one kind of thing, two names of who holds one office
        from one day, or one document that denies what another reports.
    event : Event
        The event it is about; of a denial the one reported.
    versions : tuple of Version
        Two or more.
    shown : Version
        The one that the story shows: of tolls the latest document's, of a denial what is reported, else the one that
        most independent documents give, of equals the latest.
    about : str
        What is counted (``"dead"``) or held; empty for dates and denials.

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg a quitté Volta le {} novembre 2023."
    >>> papers = [timeline.Document(text.format(n), id=f"p{n}", date=f"2023-11-{n + 3}", lang="fr") for n in (17, 18)]
    >>> story = timeline.merge(map(timeline.extract, papers))
    >>> (conflict,) = story.conflicts()
    >>> conflict.kind, [version.value for version in conflict.versions]
    ('date', ['2023-11-17', '2023-11-18'])
    """

    kind: str
    event: Event
    versions: tuple[Version, ...]
    shown: Version
    about: str = ""

    @property
    def rejected(self) -> tuple[Version, ...]:
        """The versions that the story does not show."""
        return tuple(version for version in self.versions if version != self.shown)

    def __repr__(self) -> str:
        values = " / ".join(version.value for version in self.versions)
        return one_line("Conflict", self.kind, self.event.id, quoted(self.event.label), values)
