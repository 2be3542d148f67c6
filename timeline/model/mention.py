"""Mention, Trigger and Evidence: places in the caller's text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from timeline.model.representation import one_line, quoted


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a document's text.

    Attributes
    ----------
    text : str
        The characters of the span, exactly as the caller gave them.
    start, end : int
        Half-open character offsets into the document's text.
    document : str
        The id of the document.
    kind : str
        For mentions of entities the ACE mention type: ``"NAM"`` (a name), ``"NOM"`` (a description), ``"PRO"``
        (a pronoun); empty elsewhere.

    Examples
    --------
    >>> Mention("vendredi", 4, 12, "d1").text
    'vendredi'
    """

    text: str
    start: int
    end: int
    document: str
    kind: str = ""

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return one_line("Mention", quoted(self.text), f"{self.start}:{self.end}", self.kind, f"in {self.document}")


@dataclass(frozen=True, slots=True)
class Trigger(Mention):
    """The word that names an event in the text, with what TimeML notes of it.

    Inherits from `Mention` because a trigger is one: it has a text and offsets.

    Attributes
    ----------
    lemma, pos : str
        Dictionary form and TimeML part of speech (``VERB``, ``NOUN``, ``ADJECTIVE``, ``PREPOSITION``, ``OTHER``).
    timeml_class : str
        ``OCCURRENCE``, ``REPORTING``, ``I_ACTION``, ``I_STATE``, ``STATE``, ``ASPECTUAL`` or ``PERCEPTION``; in French
        also ``MODAL``, ``CAUSE`` and ``EVENT_CONTAINER``, which ISO-TimeML adds there (Bittar et al. 2011).
    tense, aspect : str
        TimeML values (``PAST``, ``PRESENT``, ``FUTURE``, ``IMPERFECT``, ``INFINITIVE``, ``NONE``…; ``PERFECTIVE``…).
    polarity : str
        ``POS`` or ``NEG``.
    modality : str
        The lemma or mark of the modal (``pouvoir``, ``CONDITIONAL``), empty without one.
    factuality : str
        As `Event.factuality`, by the words of this mention alone.
    confidence : float
        How likely it tells the same event as the mentions before it.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta lundi.", date="2023-11-21", lang="fr")
    >>> story[0].trigger.text, story[0].trigger.lemma
    ('quitté', 'quitter')
    """

    lemma: str = ""
    pos: str = "VERB"
    timeml_class: str = "OCCURRENCE"
    tense: str = "NONE"
    aspect: str = "NONE"
    polarity: str = "POS"
    modality: str = ""
    factuality: str = "factual"
    confidence: float = 1.0

    @property
    def looks_back(self) -> bool:
        """True of the past before the past: « avait vendu », "had sold"."""
        return self.aspect.startswith("PERFECTIVE") and self.tense in ("PAST", "IMPERFECT")

    def __repr__(self) -> str:
        place = f"{self.start}:{self.end}"
        return one_line("Trigger", quoted(self.text), place, self.timeml_class, self.factuality, f"in {self.document}")


class Evidence(NamedTuple):
    """Why the library believes something: the rule's name, and the text it read (None for calendar arithmetic).

    Examples
    --------
    >>> Evidence("connective", Mention("avant que", 10, 19, "d1")).rule
    'connective'
    """

    rule: str
    span: Mention | None = None

    def __repr__(self) -> str:
        return one_line("Evidence", self)

    def __str__(self) -> str:
        return f"{self.rule}: {quoted(self.span.text)}" if self.span else self.rule
