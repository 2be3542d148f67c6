"""How much an event is a turn of the story and not its furniture: named signs, weighed as readers of news chose.

The weights were learned from the main turns that readers named in told stories (`timeline.training.stories`), by
cross-validation over articles; `signs_of` says what speaks for an event, `weights` how much.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

from timeline.languages import Language
from timeline.languages.grammar import Form, Role
from timeline.languages.loading import read_toml
from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.stages.events.retelling import BEGINNING, MEANING
from timeline.stages.events.types import Frame
from timeline.stages.reading.lines import is_heading
from timeline.stages.source import mention_at
from timeline.syntax.voice import VERBAL
from timeline.syntax.words import Sentence, Word, sentences_of

# What only says which person or thing is meant.
ASIDE = frozenset({Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE, Role.ADJECTIVE})
CLAUSES = ASIDE | {Role.ADVERBIAL_CLAUSE, Role.CLAUSE_COMPLEMENT, Role.CONJUNCT, Role.OPEN_COMPLEMENT}
PLACES = ((0, "first"), (1, "second"), (2, "third"), (4, "front"), (9, "middle"), (19, "back"))  # last sentence of each
MAIN = 2  # people and bodies that a story is about
SHORT = 2  # words of a headline that says little


@dataclass(frozen=True, slots=True)
class Focus:
    """What a story is about, as its first line and its names say."""

    title: frozenset[str]
    lead: frozenset[str]
    mains: frozenset[str]
    furniture: frozenset[str]
    temporal: frozenset[int]
    titled: bool


def focus_of(words: Sequence[Word], entities: Sequence[Entity], temporal: frozenset[int], language: Language) -> Focus:
    """Return what a story is about."""
    sentences = sentences_of(words)
    titled = bool(sentences) and is_heading(_text(sentences[0]))
    lead = sentences[1] if titled and len(sentences) > 1 else sentences[0] if sentences else None
    counts = Counter({entity.id: len(entity.mentions) for entity in entities})
    mains = frozenset(identity for identity, times in counts.most_common(MAIN) if times > 1)
    return Focus(
        _beginnings(sentences[0].words) if titled else frozenset(),
        _beginnings(lead.words) if lead else frozenset(),
        mains,
        furniture_of(language),
        temporal,
        titled,
    )


def _text(sentence: Sentence) -> str:
    first, last = sentence.words[0], sentence.words[-1]
    return mention_at(first.source, first.idx, last.idx + len(last)).text


def _beginnings(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.lower_[:BEGINNING] for word in words if word.pos_ in MEANING and len(word) > 2)


def salience_of(event: Event, frame: Frame, tokens: Sequence[Word], label: str, focus: Focus) -> float:
    """Return the salience of an event, 0 to 1: how likely a reader counts it among the main turns.

    Parameters
    ----------
    event : Event
        With type, participants, mentions and factuality.
    frame : Frame
        Of its trigger.
    tokens : sequence of Word
        The triggers, in the order of the text.
    label : str
        Its headline.
    focus : Focus
        Of its story.
    """
    table = weights()
    total = table["always"] + sum(table.get(sign, 0.0) for sign in signs_of(event, frame, tokens, label, focus))
    return round(1 / (1 + exp(-total)), 3)


def signs_of(event: Event, frame: Frame, tokens: Sequence[Word], label: str, focus: Focus) -> tuple[str, ...]:
    """Return the names of what speaks for or against an event's being a main turn."""
    return (
        *_by_place(tokens, focus),
        *_by_kind(event, frame, tokens, focus),
        *_by_people(event, focus),
        *_by_headline(tokens, label, focus),
    )


def _by_place(tokens: Sequence[Word], focus: Focus) -> Iterator[str]:
    number = tokens[0].sent.number - focus.titled
    place = "title" if number < 0 else next((name for last, name in PLACES if number <= last), "end")
    yield f"place {place}"
    if any(token.head == token for token in tokens):
        yield "main clause"
        yield f"main clause, place {place}"
    if all(token.role in ASIDE for token in tokens):
        yield "aside"
    yield f"told {('once', 'twice', 'often')[min(len(tokens), 3) - 1]}"
    if any(token.sent.number == 0 for token in tokens) and focus.titled and len(tokens) > 1:
        yield "told in the title and again"


def _by_kind(event: Event, frame: Frame, tokens: Sequence[Word], focus: Focus) -> Iterator[str]:
    yield f"type {event.type}"
    yield f"family {event.type.split('.')[0]}"
    yield f"class {event.timeml_class}"
    yield f"standing {event.factuality}"
    yield f"part {'verb' if tokens[0].pos_ in VERBAL else 'noun' if tokens[0].pos_ == 'NOUN' else 'other'}"
    yield f"tense {event.trigger.tense.lower()} {event.trigger.aspect.lower()}"
    yield f"frame's weight {round(4 * frame.weight) if frame.name else 'none'}"
    if all(_is_furniture(token, focus.furniture) or _carries_infinitive(token) for token in tokens):
        yield "tells little"
    if all(token.idx in focus.temporal for token in tokens):
        yield "a time"
    if any(_has_time(token, focus.temporal) for token in tokens):
        yield "dated"
    if event.source is not None:
        yield "vouched for"
    if any(Form.IMPERFECT in token.form for token in tokens):
        yield "background"


def _by_people(event: Event, focus: Focus) -> Iterator[str]:
    named = {player.id for players in event.participants.values() for player in players if isinstance(player, Entity)}
    yield f"names {min(len(named), 3)}"
    if named & focus.mains:
        yield "the story's people"
    if not event.participants:
        yield "nobody"
    elif "agent" in event.participants and "patient" in event.participants:
        yield "who and whom"


def _by_headline(tokens: Sequence[Word], label: str, focus: Focus) -> Iterator[str]:
    words = label.split()
    yield f"headline {'short' if len(words) <= SHORT else 'full' if len(words) > 5 else 'middling'}"
    told = frozenset(word.lower().strip("«»\"',.:")[:BEGINNING] for word in words)
    own = {token.lower_[:BEGINNING] for token in tokens}
    yield f"words of the title {min(len(told & focus.title), 4)}"
    yield f"words of the lead {min(len(told & focus.lead), 4)}"
    if own & focus.title:
        yield "the title's own word"


@cache
def weights() -> dict[str, float]:
    """Return the learned weights, by sign."""
    table: dict[str, float] = read_toml("timeline.stages.events", "salience.toml")["weights"]
    return table


@cache
def furniture_of(language: Language) -> frozenset[str]:
    """Return the verbs of a language that tell little by themselves, by lemma or form."""
    return frozenset(language.labels.furniture)


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
    hung = {Role.OPEN_COMPLEMENT, Role.OTHER, Role.CLAUSE_COMPLEMENT, Role.CLAUSE_SUBJECT, Role.NOUN_CLAUSE}
    if token.role not in hung or head.pos_ != "ADJ":
        return False
    return any(child.role == Role.EXPLETIVE for child in (*head.children, *head.head.children))
