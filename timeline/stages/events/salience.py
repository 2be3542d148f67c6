"""How much an event is a turn of the story and not its furniture: named signs, weighed as readers of news chose.

The weights were learned from the main turns that readers named in told stories (`timeline.training.stories`), by
cross-validation over articles; `signs_of` says what speaks for an event, ``salience.toml`` how much.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp

from timeline.languages.grammar import Form, Role
from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.stages.events.attribution import is_quoted
from timeline.stages.events.focus import SHARES, Focus
from timeline.stages.events.learned import SALIENCE, weights_of, word_sign
from timeline.stages.events.phrases import tellings
from timeline.stages.events.retelling import BEGINNING
from timeline.stages.events.types import Frame
from timeline.syntax.voice import CORE, VERBAL
from timeline.syntax.words import Word

# What only says which person or thing is meant.
ASIDE = frozenset({Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE, Role.ADJECTIVE})
CLAUSES = ASIDE | {Role.ADVERBIAL_CLAUSE, Role.CLAUSE_COMPLEMENT, Role.CONJUNCT, Role.OPEN_COMPLEMENT}
PLACES = (
    (0, "title"),
    (1, "lead"),
    (2, "second"),
    (3, "third"),
    (5, "front"),
    (10, "middle"),
    (20, "back"),
)  # last of each
QUARTERS = 4  # of an article
SHORT = 2  # words of a headline that says little
TIMES = ("once", "twice", "three times", "often")
FIGURE = 3.0  # log-odds that a figure of the story itself loses: too rare to be learned, and no card of a wall
# Log-odds that an event loses whose headline says nothing to who has not read the text.
DUMB = {"fragment": 1.0, "pronoun": 0.7, "lone word": 0.7, "unsaid": 0.5, "question": 1.0, "bare noun": 0.3}
AGAIN = 3.0  # log-odds that an event loses which a more salient one tells for sure; by cross-validation
# The most of each step.
HALVES = ((0.05, "first"), (0.25, "early"), (0.5, "before its middle"), (0.75, "after its middle"))
LENGTHS = ((8, "short"), (16, "middling"), (26, "long"), (36, "longer"))
SURE = ((0.5, "little"), (0.75, "fairly"), (0.9, "much"))
OFTEN = ((0.1, "hardly"), (0.3, "seldom"), (0.6, "much"), (0.99, "often"))
COMMON = ((1.3, "the most common"), (1.8, "common"), (2.3, "some"), (2.8, "rare"))


def salience_of(event: Event, frame: Frame, tokens: Sequence[Word], wants: Iterable[str], focus: Focus) -> float:
    """Return the salience of an event, 0 to 1: how likely a reader counts it among the main turns.

    Parameters
    ----------
    event : Event
        With label, type, participants, mentions and factuality.
    frame : Frame
        Of its trigger.
    tokens : sequence of Word
        The triggers, in the order of the text.
    wants : iterable of str
        What its headline wants, by the names of `timeline.stages.events.drafts.FAULTS`.
    focus : Focus
        Of its story.
    """
    table = weights_of(SALIENCE)
    total = table["always"] + sum([table.get(sign, 0.0) for sign in signs_of(event, frame, tokens, focus)])
    total -= sum([DUMB.get(fault, 0.0) for fault in wants])
    if any(_is_figure(word, focus.figures) for token in tokens for word in (token, *token.children)):
        total -= FIGURE
    return round(1 / (1 + exp(-total)), 3)


def told_once(saliences: Sequence[float], places: Sequence[int], again: Mapping[tuple[int, int], float]) -> list[float]:
    """Return saliences, lower for what a more salient event likely tells: a greedy choice by marginal relevance.

    Parameters
    ----------
    saliences : sequence of float
    places : sequence of int
        Of the events' first words.
    again : mapping of (int, int) to float
        How likely two events are one, by their places, the earlier first (`timeline.stages.events.joining.Joined`).

    Examples
    --------
    >>> told_once([0.9, 0.8, 0.5], [3, 7, 12], {(3, 7): 0.4})
    [0.9, 0.546, 0.5]
    """
    ranked = sorted(range(len(saliences)), key=[-value for value in saliences].__getitem__)
    rank = {places[number]: at for at, number in enumerate(ranked)}
    likely = [0.0] * len(saliences)
    for pair, share in again.items():
        if pair[0] in rank and pair[1] in rank:
            lower = ranked[max(rank[pair[0]], rank[pair[1]])]
            likely[lower] = max(likely[lower], share)
    return [_lowered(value, AGAIN * share) for value, share in zip(saliences, likely, strict=True)]


def _lowered(share: float, by: float) -> float:
    """Return a share whose log-odds are lower."""
    return round(share / (share + (1 - share) * exp(by)), 3) if by else share


def signs_of(event: Event, frame: Frame, tokens: Sequence[Word], focus: Focus) -> tuple[str, ...]:
    """Return the names of what speaks for or against an event's being a main turn."""
    return (
        *_by_place(tokens, focus),
        *_by_clause(tokens, focus),
        *_by_kind(event, frame, tokens, focus),
        *_by_people(event, focus),
        *_by_words(tokens, event.label, focus),
    )


def _place_of(token: Word, focus: Focus) -> str:
    return _step(focus.places.get(token.sent.number, 1), PLACES, "end")


def _by_place(words: Sequence[Word], focus: Focus) -> Iterator[str]:
    first, tokens = words[0], tellings(words)
    place = _place_of(first, focus)
    yield f"place {place}"
    yield f"place {place}, {_clause_of(first)}"
    number = focus.places.get(first.sent.number, 1)
    yield f"quarter {min(QUARTERS * max(number - 1, 0) // max(focus.last, 1), QUARTERS - 1)}"
    yield f"told {TIMES[min(len(tokens), len(TIMES)) - 1]}"
    yield f"within its sentence {_step((first.i - first.sent.start) / len(first.sent.words), HALVES)}"
    yield f"a sentence {_step(len(first.sent.words), LENGTHS)}"
    places = {_place_of(token, focus) for token in tokens}
    if len(tokens) > 1:
        yield f"first told in the {place}, and again"
        if {"title", "lead"} <= places:
            yield "told in title and lead"
    if len(places) > 1:
        yield "told in several places"


def _clause_of(token: Word) -> str:
    """Say where a trigger stands in its sentence: its main clause, a clause of some kind, or a noun in one."""
    if token.head == token:
        return "main"
    if token.pos_ not in VERBAL:
        return "noun of the main clause" if token.head.head == token.head else "noun"
    return token.role.value if token.role in CLAUSES else "other"


def _by_clause(tokens: Sequence[Word], focus: Focus) -> Iterator[str]:
    for clause in {_clause_of(token) for token in tokens}:
        yield f"clause {clause}"
    if all(token.role in ASIDE for token in tokens):
        yield "aside"
    if all(is_quoted(token, focus.quotes.get(token.sent.number, ())) for token in tokens):
        yield "quoted"
    yield from _by_words_of_its_own(tokens, focus)


def _by_words_of_its_own(tokens: Sequence[Word], focus: Focus) -> Iterator[str]:
    if any(_is_first(token) for token in tokens):
        yield "first of its sentence"
    if all(_tells_little(token, focus) for token in tokens):
        yield "tells little"
    if any(Form.IMPERFECT in token.form for token in tokens):
        yield "background"
    if tokens[0].pos_ == "NOUN" and any(Form.PLURAL in token.form for token in tokens):
        yield "several of them"


def _by_kind(event: Event, frame: Frame, tokens: Sequence[Word], focus: Focus) -> Iterator[str]:
    part = "verb" if tokens[0].pos_ in VERBAL else "noun" if tokens[0].pos_ == "NOUN" else "other"
    place = _place_of(tokens[0], focus)
    yield f"type {event.type}"
    yield f"family {event.type.split('.')[0]}"
    yield f"class {event.timeml_class}"
    yield f"class {event.timeml_class}, {'early' if place in {'title', 'lead', 'second'} else 'late'}"
    yield f"standing {event.factuality}"
    yield f"part {part}"
    yield f"part {part}, place {place}"
    yield f"tense {event.trigger.tense.lower()} {event.trigger.aspect.lower()}"
    yield f"frame's weight {round(4 * frame.weight) if frame.name else 'none'}"
    if all(token.idx in focus.temporal for token in tokens):
        yield "a time"
    if any(_has_time(token, focus.temporal) for token in tokens):
        yield "dated"
        yield f"dated, {part}"
    elif any(token.sent.number in focus.timed for token in tokens):
        yield "a time in its sentence"
    yield f"an event surely: {_step(event.confidence, SURE)}"
    if event.source is not None:
        yield "vouched for"


def _by_people(event: Event, focus: Focus) -> Iterator[str]:
    named = {player.id for players in event.participants.values() for player in players if isinstance(player, Entity)}
    yield f"names {min(len(named), 3)}"
    if named:
        most = max(focus.prominence.get(identity, 0.0) for identity in named)
        yield f"somebody named {_step(most, OFTEN)}"
    if named & focus.mains:
        yield "the story's people"
    if not event.participants:
        yield "nobody"
        return
    sides = {role: event.participants.get(role, ()) for role in ("agent", "speaker", "patient")}
    doers = (*sides["agent"], *sides["speaker"])
    yield f"who {_sort(doers)}, whom {_sort(sides['patient'])}"
    if any(isinstance(player, Entity) and player.id in focus.mains for player in doers):
        yield "the story's people do it"


def _sort(players: Sequence[object]) -> str:
    if not players:
        return "nobody"
    return "named" if any(isinstance(player, Entity) for player in players) else "described"


def _by_words(tokens: Sequence[Word], label: str, focus: Focus) -> Iterator[str]:
    words = label.split()
    yield f"headline {'short' if len(words) <= SHORT else 'full' if len(words) > 5 else 'middling'}"
    told = frozenset(word.lower().strip("«»\"',.:")[:BEGINNING] for word in words)
    yield from _by_rarity(told, focus)
    yield from dict.fromkeys(word_sign(token.code, token.lemma_.lower()) for token in tokens)
    own = {token.lower_[:BEGINNING] for token in tokens}
    early = _place_of(tokens[0], focus) in {"title", "lead"}
    yield f"words of the title {_share(told, focus.title, focus)}, {'early' if early else 'late'}"
    yield f"words of the lead {_share(told, focus.lead, focus)}, {'early' if early else 'late'}"
    if own & focus.title:
        yield "the title's own word"
    elif own & focus.lead:
        yield "the lead's own word"
    if tokens[0].sent.number in focus.numbered:
        yield "a number in its sentence"


def _by_rarity(told: frozenset[str], focus: Focus) -> Iterator[str]:
    meant = [focus.rarity[word] for word in told if word in focus.rarity]
    if meant:
        yield f"words on the whole {_step(sum(meant) / len(meant), COMMON)}"
    yield f"words told often {min(sum([rarity < 2 for rarity in meant]), 3)}"


def _step(value: float, steps: tuple[tuple[float, str], ...], beyond: str = "most") -> str:
    """Return the name of the step that a value lies in."""
    for most, name in steps:
        if value <= most:
            return name
    return beyond


def _share(told: frozenset[str], others: frozenset[str], focus: Focus) -> str:
    """Return how much of the words of meaning that others hold is told, the rare ones counting more."""
    whole = sum([focus.rarity.get(word, 0.0) for word in others])
    share = sum([focus.rarity.get(word, 0.0) for word in told & others]) / whole if whole else 0.0
    return _step(share, SHARES)


def _tells_little(token: Word, focus: Focus) -> bool:
    """Tell what is no news by itself: furniture, a verb that says how another stands, a figure of speech."""
    spoken = any(_is_figure(word, focus.figures) for word in (token, *token.children))
    return spoken or _is_furniture(token, focus.furniture) or _carries_infinitive(token)


def _is_figure(word: Word, figures: frozenset[str]) -> bool:
    """Tell a noun that speaks of the story, not of what happens in it: « le feuilleton », "the saga"."""
    return word.pos_ == "NOUN" and (word.role in CORE or word.head == word) and word.lemma_.lower() in figures


def _is_first(token: Word) -> bool:
    """Tell the first verb of a sentence."""
    return token.pos_ in VERBAL and "VERB" not in [word.pos_ for word in token.doc[token.sent.start : token.i]]


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
