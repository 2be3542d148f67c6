"""What a picture may show of an event's time: told, between bounds, inferred, or nothing."""

from __future__ import annotations

from timeline.model.estimate import When
from timeline.model.event import Event

TOLD, BOUNDED, INFERRED = "told", "bounded", "inferred"


def when_of(event: Event) -> When | None:
    """Return the best estimate of an event's time, None where it has at most one bound.

    `Event.when` is that estimate where the story was settled by this library; a story that another program wrote has
    times and bounds alone.
    """
    time = event.time
    if time is not None and time.resolved and time.start and time.end:
        return When(start=time.start, end=time.end, basis=TOLD)
    if event.when is not None:
        return event.when
    if event.earliest and event.latest:
        return When(start=event.earliest, end=event.latest, basis=BOUNDED)
    return None
