"""When a proposed event happened: by words of the text, whose value is the library's, or inferred without words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from timeline.model.estimate import When
from timeline.model.event import Event
from timeline.model.mention import Evidence
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.reasoning.estimates import PROPOSED
from timeline.stages.grounding.proposals import ProposedEvent, Quote
from timeline.stages.grounding.quotes import Page, Span

TOLD = 0.8  # as sure as a time that depends on the event's own word
INFERRED = 0.6
WITHIN = 0.4  # where only limits are proposed


def time_at(words: Quote, times: Iterable[TimeValue], page: Page, near: int) -> TimeValue | str:
    """Return the time that words of the text name, or why there is none.

    Parameters
    ----------
    words : Quote
        Exact words, or the id of a time.
    times : iterable of TimeValue
        Those that the library found.
    page : Page
    near : int
        Of several places where the words stand, the nearest to this one counts.
    """
    times = tuple(times)
    for time in times:
        if time.id == words.words:
            return time
    span = page.find(words) if words.occurrence else page.nearest(words.words, near)
    if span is None:
        return "not in the text"
    found = [(_shared(time, span), number) for number, time in enumerate(times)]
    shared, number = max(found, default=(0, 0))
    return times[number] if shared > 0 else "no time that the library reads"


def claim_of(event: Event, time: TimeValue, anchors: Iterable[Relation]) -> Relation:
    """Return the claim that an event lies at a time, or as the words before the time have it (« avant lundi »)."""
    told = [link.type for link in anchors if (link.source, link.target) == (event.id, time.id)]
    return Relation(
        source=event.id,
        target=time.id,
        type=told[0] if told else "IS_INCLUDED",
        confidence=TOLD,
        evidence=Evidence("proposed time", time.mention),
    )


def estimate_of(proposed: ProposedEvent) -> When | None:
    """Return the date that is proposed without words, or the limits where both are."""
    if proposed.start is not None and proposed.end is not None:
        return When(start=proposed.start, end=proposed.end, basis="inferred", confidence=INFERRED, rule=PROPOSED)
    start, end = proposed.start or proposed.earliest, proposed.end or proposed.latest
    if start is not None and end is not None and start < end:
        return When(start=start, end=end, basis="inferred", confidence=WITHIN, rule=PROPOSED)
    return None


def meets(when: When, start: datetime | None, end: datetime | None) -> bool:
    """Tell whether an estimate shares a moment with an interval, open where that is None."""
    return (end is None or when.start < end) and (start is None or start < when.end)


def _shared(time: TimeValue, span: Span) -> int:
    if time.mention is None:
        return 0
    return min(time.mention.end, span[1]) - max(time.mention.start, span[0])
