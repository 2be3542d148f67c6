"""Sieves that know how a noun shares the time of a verb: « l'explosion s'est produite », « refuser une offre »."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model.relation import Relation
from timeline.stages.claims import claim
from timeline.stages.scene import EventPlace, Scene
from timeline.stages.signals import happening
from timeline.stages.source import mention_of
from timeline.syntax import Role
from timeline.syntax.phrases import NOUN_CLAUSES
from timeline.syntax.voice import SUBJECTS

UNREAL = frozenset({"negated", "counterfactual"})
SUFFERED = "Life."


def by_happening(scene: Scene) -> Iterator[Relation]:
    """Give a noun the time of the verb that only says that it happens: « avoir lieu », "the blast occurred"."""
    by_token = {place.token.i: place for place in scene.events}
    for place in scene.events:
        relation = happening(place.token, scene.language) if place.trigger.pos == "VERB" else None
        if relation is None:
            continue
        for child in place.token.children:
            if child.role in SUBJECTS and child.i in by_token:
                yield _claim(by_token[child.i], place, relation, "happening")


def by_denial(scene: Scene) -> Iterator[Relation]:
    """Give what is refused or prevented the time of the refusal: it has none of its own."""
    by_token = {place.token.i: place for place in scene.events}
    for place in scene.events:
        governor = by_token.get(place.token.head.i)
        undone = place.trigger.pos == "NOUN" and place.trigger.factuality in UNREAL
        if not undone or place.token.role != Role.OBJECT:
            continue
        if governor is not None and governor.id != place.id:
            yield _claim(place, governor, "SIMULTANEOUS", "denial")


def by_toll(scene: Scene) -> Iterator[Relation]:
    """Put what a relative clause says of an event's dead and injured in its time: « une guerre qui a fait… »."""
    by_token = {place.token.i: place for place in scene.events}
    for place in scene.events:
        noun = by_token.get(place.token.head.i)
        if noun is None or place.token.role not in NOUN_CLAUSES or not place.event.type.startswith(SUFFERED):
            continue
        if noun.trigger.pos == "NOUN" and place.trigger.tense == "PAST" and place.trigger.aspect == "NONE":
            yield _claim(place, noun, "IS_INCLUDED", "toll")


def _claim(first: EventPlace, second: EventPlace, relation: str, rule: str) -> Relation:
    return claim(first.id, second.id, relation, rule, mention_of(second.token))
