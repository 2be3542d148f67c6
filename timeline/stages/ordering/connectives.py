"""Sieves that read explicit connectives."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from timeline.model.mention import Evidence
from timeline.model.relation import Relation
from timeline.stages.claims import WEIGHTS
from timeline.stages.scene import EventPlace, Scene
from timeline.stages.signals import Signal, find_signals, first_content
from timeline.stages.source import mention_of
from timeline.syntax import Role, Word
from timeline.syntax.phrases import NOUN_CLAUSES

LINK_REACH = 8
STEPS = 2  # sentences back for which "minutes later" counts
MARKING = frozenset({Role.MARKER, Role.CASE})  # of words that depend on what they introduce
COMPLEMENTS = frozenset({Role.PREPOSITION_OBJECT, Role.PREPOSITION_CLAUSE})  # of a preposition that governs
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
COMPLETING = frozenset({Role.NOMINAL_MODIFIER, Role.CONJUNCT, Role.COMPOUND, Role.APPOSITION})
TOLD_AS_REAL = frozenset({"factual", "reported"})


def by_links(scene: Scene) -> Iterator[Relation]:
    """Relate what a conjunction or preposition introduces to what governs it: « avant que », "after"."""
    for link in linked(scene):
        claim = claim_by(link.governor, link.introduced, link.signal, "connective", scene)
        yield claim if link.by_parse else replace(claim, weight=WEIGHTS["connective: by place"])


class Link(NamedTuple):
    """Two events, the words between them, and whether the parse tells what the words hang on."""

    signal: Signal
    governor: EventPlace
    introduced: EventPlace
    by_parse: bool


def linked(scene: Scene) -> Iterator[Link]:
    """Yield what conjunctions and prepositions of order introduce, and the event that this is told of."""
    in_sentence = scene.events_by_sentence()
    timed = {index for time in scene.times for index in range(time.first, time.last + 1)}
    for signal in find_signals(scene.words, scene.language.signals.links):
        if first_content(scene.words, signal.end) in timed:
            continue
        places = in_sentence.get(scene.sentence_number(signal.start), [])
        introduced = _introduced(signal, places, scene)
        if introduced is None:
            continue
        governor = _governor(introduced, signal, places)
        nearest = governor or _nearest(introduced, signal, places)
        if nearest is not None:
            yield Link(signal, nearest, introduced, governor is not None)


def by_adverbs(scene: Scene) -> Iterator[Relation]:
    """Relate a clause with « ensuite » or "previously" to the event told just before."""
    for signal in find_signals(scene.words, scene.language.signals.adverbs):
        before = scene.events[: bisect_left(scene.events, signal.start, key=_index)]
        after = scene.events[bisect_left(scene.events, signal.end, key=_index) :]
        place, previous = _set_apart(signal, before, after, scene)
        if place is not None and previous is not None:
            yield claim_by(place, previous, signal, "adverb of order", scene)
            if signal.relation == "AFTER" and not previous.trigger.looks_back and _counts_hours(signal, scene):
                for other in _steps_before(place, before):
                    yield claim_by(place, other, signal, "adverb of order", scene)


def _counts_hours(signal: Signal, scene: Scene) -> bool:
    """Tell « quelques minutes plus tard », "hours later"."""
    times = (time for time in scene.times if time.first <= signal.start <= time.last + 1)
    return any(time.time.timex3.startswith("PT") for time in times)


def _steps_before(place: EventPlace, before: Sequence[EventPlace]) -> Iterator[EventPlace]:
    """Yield what the story has told in the sentences before: minutes later comes after all of it."""
    for other in before:
        near = 0 < place.sentence - other.sentence <= STEPS
        told = other.trigger.tense == "PAST" and other.trigger.pos == "VERB" and not other.trigger.looks_back
        real = other.trigger.factuality in TOLD_AS_REAL and other.clause.role not in NOUN_CLAUSES
        if near and told and real and other.id != place.id:
            yield other


def _introduced(signal: Signal, places: list[EventPlace], scene: Scene) -> EventPlace | None:
    """Return the first event after the link that its own clause or phrase is about."""
    following = [place for place in places if signal.end <= place.token.i]
    if not following:
        return None
    head = _complement(scene.words[signal.end - 1], signal)
    if head is not None and head.i >= signal.end:
        by_token = {place.token.i: place for place in following}
        return next(
            (
                by_token[token.i]
                for token in _of_one_phrase(head, scene.language.participants.links)
                if token.i in by_token
            ),
            None,
        )
    limit = _next_comma(scene, signal.end)
    near = [
        place
        for place in following
        if place.token.i < limit or (place is following[0] and place.token.i < limit + LINK_REACH)
    ]
    return near[0] if near else None


def _complement(word: Word, signal: Signal) -> Word | None:
    """Return the noun or verb that a preposition or conjunction introduces, None where the parse does not tell."""
    while word.role == Role.FIXED and word.head.i >= signal.start:
        word = word.head
    if word.role in MARKING:
        return word.head
    return next((child for child in word.rights if child.role in COMPLEMENTS), None)


def _of_one_phrase(head: Word, links: Sequence[str]) -> Iterator[Word]:
    """Yield a noun and the nouns that complete it (« une série d'attaques »), or a verb and all that depends on it."""
    if head.pos_ in NOMINAL:
        yield head
        for child in head.children:
            if child.role in COMPLETING:
                yield from _of_one_phrase(child, links)
            elif child.role == Role.PREPOSITION and child.lower_ in links:
                yield from (noun for part in child.rights for noun in _of_one_phrase(part, links))
    else:
        yield head
        yield from (token for token in head.subtree if token.i != head.i)


def _governor(introduced: EventPlace, signal: Signal, places: list[EventPlace]) -> EventPlace | None:
    """Return the event that the introduced one depends on."""
    by_token = {place.token.i: place for place in places if place.id != introduced.id}
    token = introduced.token
    while token.head.i != token.i:
        token = token.head
        if token.i in by_token and not signal.end <= token.i < introduced.token.i:
            return by_token[token.i]
    return None


def _nearest(introduced: EventPlace, signal: Signal, places: list[EventPlace]) -> EventPlace | None:
    """Return the event nearest before the link, else the next after what it introduces."""
    others = [place for place in places if place.id != introduced.id]
    before = [place for place in others if place.token.i < signal.start]
    if before:
        return before[-1]
    return next((place for place in others if place.token.i > introduced.token.i), None)


def _set_apart(
    signal: Signal, before: Sequence[EventPlace], after: Sequence[EventPlace], scene: Scene
) -> tuple[EventPlace | None, EventPlace | None]:
    """Return the event an adverb speaks of, and the one it counts from."""
    number = scene.sentence_number(signal.start)
    before = before[bisect_left(before, number - 1, key=_sentence) :]
    here = [place for place in before if place.sentence == number]
    place = _spoken_of(signal, here, after[: bisect_right(after, number, key=_sentence)], scene)
    if place is None:
        return None, None
    earlier = [other for other in here if other.id != place.id and other.token.i < min(place.token.i, signal.start)]
    if not earlier:
        earlier = _main_line([other for other in before if other.sentence == number - 1 and other.id != place.id])
    return place, (earlier[-1] if earlier else None)


def _spoken_of(
    signal: Signal, before: Sequence[EventPlace], after: Sequence[EventPlace], scene: Scene
) -> EventPlace | None:
    """Return the event of its sentence that an adverb hangs on, else the next, else the one before."""
    head: Word = scene.words[signal.end - 1].head
    found = [place for place in (*before, *after) if place.token.i == head.i] or [*after, *reversed(before)]
    return found[0] if found else None


def _main_line(places: list[EventPlace]) -> list[EventPlace]:
    """Return the events of a sentence's main clause, all of them where it has none."""
    main = [place for place in places if place.clause.role == Role.ROOT and place.trigger.factuality in TOLD_AS_REAL]
    return main or places


def _next_comma(scene: Scene, start: int) -> int:
    for index in range(start, len(scene.words)):
        if scene.words[index].is_punct or scene.words[index].is_sent_start:
            return index
    return len(scene.words)


def claim_by(source: EventPlace, target: EventPlace, signal: Signal, rule: str, scene: Scene) -> Relation:
    """Return what a signal's words say of two events."""
    return Relation(
        source=source.id,
        target=target.id,
        type=signal.relation,
        confidence=signal.confidence,
        evidence=Evidence(rule, mention_of(scene.words[signal.start : signal.end])),
    )


def _sentence(place: EventPlace) -> int:
    return place.sentence


def _index(place: EventPlace) -> int:
    return place.token.i
