"""How much an event is a turn of the story and not its furniture."""

from __future__ import annotations

from functools import cache

from timeline.languages import Language
from timeline.languages.grammar import Form, Role
from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.stages.events.types import Frame
from timeline.syntax.voice import VERBAL
from timeline.syntax.words import Word

STANDING = {"factual": 1.0, "reported": 0.9, "future": 0.8, "possible": 0.65, "counterfactual": 0.4, "negated": 0.5}
CLASS = {
    "OCCURRENCE": 1.0,
    "I_ACTION": 0.85,
    "ASPECTUAL": 0.6,
    "REPORTING": 0.7,
    "PERCEPTION": 0.5,
    "I_STATE": 0.45,
    "STATE": 0.45,
}
UNTYPED = 0.4
BARE = 0.7  # a verb whose headline is one word: the text does not say who or what
ASIDE = frozenset(
    {Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE, Role.ADJECTIVE}
)  # what only says which person or thing is meant
CLAUSES = frozenset({*ASIDE, Role.ADVERBIAL_CLAUSE, Role.CLAUSE_COMPLEMENT, Role.CONJUNCT, Role.OPEN_COMPLEMENT})
SPEECH = frozenset({"Communication.Statement"})
DATED = 0.2  # of all signs but the type, the one readers of news agree with most


def salience_of(
    event: Event,
    frame: Frame,
    *,
    sentence: int,
    tokens: tuple[Word, ...],
    temporal: frozenset[int],
    label: str,
    furniture: frozenset[str],
) -> float:
    """Return the salience of an event, 0 to 1.

    What kind of event it is counts most; then whether the text gives it a time of its own, who takes part, whether the
    text comes back to it, how far to the front it stands, and whether the text vouches for it. An event without a
    participant, under a copula (« il est difficile de… »), a mere verb of saying, one of `furniture` or a verb whose
    headline is but a word stays low.

    Parameters
    ----------
    event : Event
        With type, participants, mentions and factuality.
    frame : Frame
        Of its trigger.
    sentence : int
        Number of the sentence of its first mention.
    tokens : tuple of Word
        The triggers.
    temporal : frozenset of int
        The character offsets that belong to a time.
    label : str
        Its headline.
    furniture : frozenset of str
        Lemmas, and forms, of verbs that tell little by themselves.
    """
    kind = frame.weight if frame.name else UNTYPED * CLASS.get(event.timeml_class, 1.0)
    named = {player for players in event.participants.values() for player in players if isinstance(player, Entity)}
    people = 0.0 if not event.participants else 0.18 + 0.06 * min(len(named), 2)
    again = 0.12 * min(len(event.mentions) - 1, 2)
    front = 0.16 / (1 + sentence / 4)
    dated = DATED if any(_has_time(token, temporal) for token in tokens) else 0.0
    aside = 0.1 if tokens[0].role in ASIDE else 0.0
    raw = (0.55 * kind + people + again + front + dated - aside) * STANDING.get(event.factuality, 1.0)
    if frame.type in SPEECH:
        raw *= 0.5  # that somebody spoke is told for the sake of what is said
    if not frame.name and all(_is_furniture(token, furniture) or _carries_infinitive(token) for token in tokens):
        raw *= 0.5
    elif tokens[0].pos_ in VERBAL and label and " " not in label:
        raw *= BARE
    return round(min(max(raw, 0.0), 1.0), 3)


@cache
def furniture_of(language: Language) -> frozenset[str]:
    """Return the verbs of a language that tell little by themselves, by lemma or form."""
    return frozenset(language.data("labels").get("furniture", {}).get("verbs", "").split())


def _has_time(token: Word, temporal: frozenset[int]) -> bool:
    """Tell a trigger with a time among its dependents, or behind a preposition of its own."""
    return any(
        child.idx in temporal or any(inner.idx in temporal for inner in child.children)
        for child in token.children
        if child.role not in CLAUSES
    )


def _carries_infinitive(token: Word) -> bool:
    """Tell a verb that only says how another one stands: « elle pourrait partir »."""
    return any(
        child.role == Role.OPEN_COMPLEMENT and child.pos_ == "VERB" and Form.INFINITIVE in child.form
        for child in token.children
    )


def _is_furniture(token: Word, furniture: frozenset[str]) -> bool:
    """Tell what hangs on a judgement (« il est difficile de voir »), is itself one, or is a verb that tells little."""
    listed = token.lemma_.lower() in furniture or token.lower_ in furniture
    if listed or any(child.role == Role.COPULA for child in token.children):
        return True
    head = token.head
    if (
        token.role in {Role.OPEN_COMPLEMENT, Role.OTHER, Role.CLAUSE_COMPLEMENT, Role.CLAUSE_SUBJECT, Role.NOUN_CLAUSE}
        and head.pos_ == "ADJ"
    ):
        return any(
            child.role in {Role.EXPLETIVE, Role.REFLEXIVE, Role.PASSIVE_REFLEXIVE} or child.lower_ in {"it", "il"}
            for child in (*head.children, *head.head.children)
        )
    return False
