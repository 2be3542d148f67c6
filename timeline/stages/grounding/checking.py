"""The library's own reading held beside a proposal: what both tell, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from timeline.model.difference import Difference
from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.model.representation import extent
from timeline.model.timeline import Timeline
from timeline.stages.grounding.telling import DOERS

SETTING = frozenset({"place", "related"})  # roles of what an event neither was done by nor befell
Dates = tuple[datetime, datetime]


def checked(own: Timeline, proposed: Timeline) -> Timeline:
    """Return the library's own story, each event marked with whether it is proposed too, with the differences.

    Parameters
    ----------
    own, proposed : Timeline
        Both settled, of the same text.
    """
    partners = partners_of(own, proposed)
    events = tuple(replace(event, origin="both") if event.id in partners else event for event in own.events)
    differences = (*_on_events(own, partners), *_untold(proposed, partners), *_on_order(own, proposed, partners))
    return replace(own, events=events, differences=differences, refused=proposed.refused)


def partners_of(own: Timeline, proposed: Timeline) -> dict[str, Event]:
    """Return for each own event that is proposed too, by its id, the proposed one."""
    at: dict[int, Event] = {}
    for event in proposed.events:
        at.update({place: event for m in event.mentions for place in range(m.start, m.end)})
    partners: dict[str, Event] = {}
    for event in own.events:
        places = (place for m in (event.trigger, *event.mentions) for place in range(m.start, m.end))
        partner = next((at[place] for place in places if place in at), None)
        if partner is not None:
            partners[event.id] = partner
    return partners


def _on_events(own: Timeline, partners: Mapping[str, Event]) -> Iterator[Difference]:
    for event in own.events:
        other = partners.get(event.id)
        if other is None:
            continue
        if event.factuality != other.factuality:
            yield Difference(event=event.id, about="factuality", told=event.factuality, proposed=other.factuality)
        ours, theirs = _dates(event), _dates(other)
        if ours and theirs and not (ours[0] < theirs[1] and theirs[0] < ours[1]):
            yield Difference(event=event.id, about="date", told=_extent(ours), proposed=_extent(theirs))
        for about, doing in (("did", True), ("to", False)):
            told, proposed = _cast(event, doing=doing), _cast(other, doing=doing)
            if told and proposed and not told & proposed:
                yield Difference(event=event.id, about=about, told=_listed(told), proposed=_listed(proposed))


def _untold(proposed: Timeline, partners: Mapping[str, Event]) -> Iterator[Difference]:
    known = {event.id for event in partners.values()}
    for event in proposed.events:
        if event.id not in known:
            yield Difference(event="", about="event", told="", proposed=event.label)


def _on_order(own: Timeline, proposed: Timeline, partners: Mapping[str, Event]) -> Iterator[Difference]:
    """Yield the pairs told in one order here and in the other there; each event with the next ones proposed."""
    names: dict[str, str] = {}
    for name, event in partners.items():
        names.setdefault(event.id, name)
    line = [event for event in proposed.events if event.id in names]
    for first, second in pairwise(line):
        ours, others = names[first.id], names[second.id]
        if proposed.graph.is_before(first.id, second.id) and own.graph.is_before(others, ours):
            told = f"{own[others]} < {own[ours]}"
            yield Difference(event=ours, about="order", told=told, proposed=f"{first} < {second}")


def _dates(event: Event) -> Dates | None:
    for told in (event.when, event.time):
        if told is not None and told.start is not None and told.end is not None:
            return told.start, told.end
    return None


def _extent(dates: Dates) -> str:
    return extent(*dates)


def _cast(event: Event, *, doing: bool) -> frozenset[str]:
    return frozenset(
        player.name
        for role, players in event.participants.items()
        if (role in DOERS) == doing and role not in SETTING
        for player in players
        if isinstance(player, Entity)
    )


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
