"""Event: something the text says happened, may happen, or did not."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from timeline.model.entity import Entity
from timeline.model.estimate import When
from timeline.model.mention import Evidence, Mention, Trigger
from timeline.model.participants import Participants
from timeline.model.representation import extent, one_line, quoted
from timeline.model.time import TimeValue

ORIGINS = ("text", "proposal", "both")
FACTUALITIES = ("factual", "reported", "possible", "future", "negated", "counterfactual")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event with all its mentions, participants, time and standing.

    Attributes
    ----------
    id : str
        ``"e1"``, ``"e2"``… in the order of the text.
    label : str
        A short headline in the text's language.
    trigger : Trigger
        The mention that tells most of it (a `Mention` with TimeML's attributes).
    type : str
        ACE-2005-style type (``"Personnel.End-Position"``), ``"Other"`` where none fits.
    participants : Participants
        Role → tuple of `Entity`, or of `Mention` where nobody is named.
    time : TimeValue or None
        The time the text gives it; None when the text gives none.
    when : When or None
        The best estimate; None when nothing can be said.
    earliest, latest : datetime or None
        The event lies within ``[earliest, latest)``, as far as the text and its order tell; naive.
    factuality : str
        One of `FACTUALITIES`.
    source : Entity, Mention or None
        Who vouches for it when it is not the author.
    mentions : tuple of Trigger
        Every mention joined in this event, in the order of the text, `trigger` among them.
    passage : Mention
        The sentence of `trigger`.
    salience, confidence : float
        0 to 1.
    evidence : tuple of Evidence
        What speaks for type, factuality and source.
    inferred : tuple of str
        Roles whose players no clause of it names (« L'agresseur est tué »): read from what stands around it.
    origin : str
        Who tells it: ``"text"`` (the library's own reading), ``"proposal"`` (what the caller proposed), or ``"both"``.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta lundi.", date="2023-11-21", lang="fr")
    >>> story[0].type, story[0].when.basis, story[0].factuality
    ('Personnel.End-Position', 'told', 'factual')
    """

    id: str
    label: str
    trigger: Trigger
    passage: Mention
    type: str = "Other"
    participants: Participants = field(default_factory=Participants)
    time: TimeValue | None = None
    when: When | None = None
    earliest: datetime | None = None
    latest: datetime | None = None
    factuality: str = "factual"
    source: Entity | Mention | None = None
    mentions: tuple[Trigger, ...] = ()
    salience: float = 0.0
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()
    origin: str = "text"
    inferred: tuple[str, ...] = ()

    @property
    def timeml_class(self) -> str:
        """TimeML class of the trigger."""
        return self.trigger.timeml_class

    @property
    def sentence(self) -> str:
        """The sentence of the trigger, as the caller gave it."""
        return self.passage.text

    def __str__(self) -> str:
        return self.label

    def __repr__(self) -> str:
        when = str(self.time) if self.time else extent(self.earliest, self.latest)
        origin = "" if self.origin == "text" else self.origin
        return one_line("Event", self.id, quoted(self.label), when or "undated", self.type, self.factuality, origin)
