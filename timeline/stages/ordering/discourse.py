"""Sieve that reads the order of the telling."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model.mention import Evidence
from timeline.model.relation import Relation
from timeline.stages.scene import EventPlace, Scene
from timeline.stages.source import mention_of

BY_NARRATION = 0.12  # right half the time
EVENTFUL = frozenset({"OCCURRENCE", "ASPECTUAL", "I_ACTION"})


def by_narration(scene: Scene) -> Iterator[Relation]:
    """Put past events after each other as they are told: two in the plain past, one clause after the other."""
    previous: EventPlace | None = None
    for place in scene.events:
        trigger = place.trigger
        if trigger.pos != "VERB" or trigger.tense != "PAST" or trigger.aspect != "NONE":
            continue
        if trigger.timeml_class not in EVENTFUL:
            continue
        if previous is not None and place.sentence - previous.sentence <= 1 and previous.id != place.id:
            yield Relation(
                source=previous.id,
                target=place.id,
                type="BEFORE",
                confidence=BY_NARRATION,
                evidence=Evidence("order of telling", mention_of(place.token)),
            )
        previous = place
