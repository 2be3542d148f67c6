"""Sieve that reads the times themselves."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model.relation import Relation
from timeline.stages.claims import claim
from timeline.stages.scene import Scene

CALENDAR_TYPES = frozenset({"DATE", "TIME"})


def by_same_time(scene: Scene) -> Iterator[Relation]:
    """Join times that say the same of the same anchor (« vendredi » … « vendredi »), each to the last one before it."""
    told: dict[tuple[str, str | None, str | None], str] = {}
    for place in scene.times:
        time = place.time
        if time.type not in CALENDAR_TYPES:
            continue
        said = (time.unresolved or time.timex3, time.anchor, time.mod)
        earlier = told.get(said)
        told[said] = time.id
        if earlier is not None:
            yield claim(earlier, time.id, "SIMULTANEOUS", "same time", time.mention)
