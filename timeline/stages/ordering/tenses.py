"""Sieves that read tense and aspect."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model.mention import Evidence, Trigger
from timeline.model.relation import Relation
from timeline.stages.scene import EventPlace, Scene
from timeline.stages.source import mention_of

NOW = "t0"


def by_tense(scene: Scene) -> Iterator[Relation]:
    """Relate an event to the time of writing by its tense."""
    for place in scene.events:
        told = _relation_to_now(place.trigger)
        if told is not None:
            yield _claim(place, NOW, *told, rule="tense")


def by_pluperfect(scene: Scene) -> Iterator[Relation]:
    """Put an event in the pluperfect before the last event told in the plain past."""
    last: EventPlace | None = None
    for place in scene.events:
        if _is_pluperfect(place.trigger):
            if last is not None and place.sentence <= last.sentence + 1:
                yield _claim(place, last.id, "BEFORE", 0.7, rule="pluperfect")
        elif place.trigger.tense == "PAST" and place.trigger.pos == "VERB":
            last = place


def _relation_to_now(trigger: Trigger) -> tuple[str, float] | None:
    if trigger.modality or trigger.tense == "FUTURE" or trigger.factuality in ("future", "possible"):
        return "AFTER", 0.6
    if trigger.tense == "PAST" or trigger.aspect.startswith("PERFECTIVE"):
        return "BEFORE", 0.8
    if trigger.tense == "IMPERFECT":
        return "BEFORE", 0.6
    if trigger.tense == "PRESENT":
        return "INCLUDES", 0.5
    return None


def _is_pluperfect(trigger: Trigger) -> bool:
    return trigger.aspect.startswith("PERFECTIVE") and trigger.tense in ("PAST", "IMPERFECT")


def _claim(place: EventPlace, target: str, relation: str, confidence: float, *, rule: str) -> Relation:
    return Relation(
        source=place.id,
        target=target,
        type=relation,
        confidence=confidence,
        evidence=Evidence(rule, mention_of(place.token)),
    )
