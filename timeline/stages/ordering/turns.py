"""Sieves that know how a story turns: a vacancy before who fills it for a while, the beginning before what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.relation import Relation
from timeline.stages.ordering.connectives import claim_by
from timeline.stages.scene import EventPlace, Scene
from timeline.stages.signals import Signal, find_signals

LEAVING, TAKING = "Personnel.End-Position", "Personnel.Start-Position"
TOLD_AS_REAL = frozenset({"factual", "reported"})
MAIN_REACH = 2  # steps from the main verb to what it takes


def by_vacancy(scene: Scene) -> Iterator[Relation]:
    """Put an interim start after the leavings told before it, and before the starts told after it.

    Nobody stands in for somebody still there, nor for somebody already in the place.
    """
    real = [place for place in scene.events if place.event.factuality in TOLD_AS_REAL]
    starts = [place for place in real if place.event.type == TAKING]
    for signal in find_signals(scene.words, scene.language.signals.standins):
        sentence = scene.sentence_number(signal.start)
        for place in starts:
            if place.sentence == sentence and _covers(place.event, signal, scene):
                others = [other for other in real if not _same_person(other.event, place.event)]
                yield from _around(place, others, signal, scene)


def _around(place: EventPlace, others: Sequence[EventPlace], signal: Signal, scene: Scene) -> Iterator[Relation]:
    for leaving in others:
        if leaving.event.type == LEAVING and leaving.token.i < place.token.i:
            yield claim_by(leaving, place, signal, "vacancy", scene)
    for start in others:
        if start.event.type == TAKING and start.token.i > place.token.i:
            yield claim_by(place, start, signal, "vacancy", scene)


def by_opening(scene: Scene) -> Iterator[Relation]:
    """Put what a clause begins with before the main events of the clause: « commençant par X, … »."""
    in_sentence = scene.events_by_sentence()
    for signal in find_signals(scene.words, scene.language.signals.openings):
        places = in_sentence.get(scene.sentence_number(signal.start), [])
        following = [place for place in places if place.token.i >= signal.end]
        for place in following[1:]:
            if _depth(place) <= MAIN_REACH:
                yield claim_by(following[0], place, signal, "opening", scene)


def _covers(event: Event, signal: Signal, scene: Scene) -> bool:
    """Tell whether the signal stands within the position that somebody takes."""
    start = scene.words[signal.start].idx
    return any(
        player.start <= start < player.end
        for player in event.participants.get("position", ())
        if isinstance(player, Mention)
    )


def _same_person(first: Event, second: Event) -> bool:
    people = {player for player in first.participants.get("person", ()) if isinstance(player, Entity)}
    return any(player in people for player in second.participants.get("person", ()))


def _depth(place: EventPlace) -> int:
    """Return how many steps below the sentence's root a word hangs."""
    steps, token = 0, place.token
    while token.head.i != token.i:
        steps, token = steps + 1, token.head
    return steps
