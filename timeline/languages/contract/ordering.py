"""The rooms of the order of events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.languages.contract.kinds import Words


@dataclass(frozen=True, slots=True)
class Signals:
    """Words that tell one thing.

    Attributes
    ----------
    relation : str
        The TimeML relation; nothing for words that only look like a signal, and hide it.
    words : tuple of str
        Phrases, written as tokens: « jusqu' à » is two.
    confidence : float
        0 to 1.
    """

    relation: str = ""
    words: Words = ()
    confidence: float = 1.0

    def __hash__(self) -> int:
        return hash((self.relation, len(self.words)))  # lists of them are looked up by it, text by text


@dataclass(frozen=True, slots=True)
class SignalWords:
    """The room ``signals``: words that tell how things follow each other in time. The longest that matches is taken.

    Attributes
    ----------
    links : tuple of Signals
        They introduce a clause, an infinitive or a noun: how the event that governs stands to that introduced.
    adverbs : tuple of Signals
        They set their clause after or before what was told just before.
    times : tuple of Signals
        Before a time: how the event stands to it; without any, IS_INCLUDED.
    since : tuple of Signals
        Those of `times` after which what is told still holds, or goes on happening: « depuis », not « dès ».
    measures : tuple of Signals
        They make a duration an amount: « une peine de deux ans ».
    comparisons : tuple of Signals
        Before a time that what is told is only compared with: « comme en 1984 ».
    charges : tuple of Signals
        Before what somebody is accused of or punished for.
    spans : tuple of Signals
        Before the first of two times, and between them.
    tenures : tuple of Signals
        They set what is told into the time when somebody held a post.
    standins : tuple of Signals
        A position held for a while only: whoever held it has left before.
    openings : tuple of Signals
        Before the first of several events.
    happenings : tuple of Signals
        Verbs, in lemmas, that only say that their subject happens, each last in its phrase.
    whens : tuple of Signals
        Before what happens at the moment of the main clause.
    already : tuple of Signals
        Words beside a verb that set it behind what the report tells.
    habits : tuple of Signals
        Words of what happens again and again, or happened at some time, and on no day that a report tells.
    """

    links: tuple[Signals, ...] = ()
    adverbs: tuple[Signals, ...] = ()
    times: tuple[Signals, ...] = ()
    since: tuple[Signals, ...] = ()
    measures: tuple[Signals, ...] = ()
    comparisons: tuple[Signals, ...] = ()
    charges: tuple[Signals, ...] = ()
    spans: tuple[Signals, ...] = ()
    tenures: tuple[Signals, ...] = ()
    standins: tuple[Signals, ...] = ()
    openings: tuple[Signals, ...] = ()
    happenings: tuple[Signals, ...] = ()
    whens: tuple[Signals, ...] = ()
    already: tuple[Signals, ...] = ()
    habits: tuple[Signals, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderingWords:
    """The room ``ordering``.

    Attributes
    ----------
    roles : mapping of str to tuple of str
        Names of roles, as in `timeline.languages.grammar.Role`, by the coarser name that the learned weights know.
    """

    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
