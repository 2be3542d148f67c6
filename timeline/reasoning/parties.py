"""Who comes or goes where, and as what, by the participants of an event."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.model.entity import ORGANISATION, PERSON, PLACE, Entity
from timeline.model.event import Event
from timeline.reasoning.holdings import Holding, Title


def players(event: Event, part: str, types: tuple[str, ...]) -> tuple[Entity, ...]:
    """Return those of some types who play a part, where they are known."""
    told = event.participants.get(part, ())
    return tuple(player for player in told if isinstance(player, Entity) and player.type in types)


def persons(event: Event) -> tuple[Entity, ...]:
    """Return who comes or goes, also where only the position names them (« le départ de son PDG, X »)."""
    return players(event, "person", (PERSON,)) or players(event, "position", (PERSON,))


def organisations(event: Event) -> tuple[Entity, ...]:
    """Return the bodies that an event names, or the one that appoints or dismisses."""
    named = players(event, "organisation", (ORGANISATION, PLACE))
    return named if event.participants.get("organisation") else players(event, "agent", (ORGANISATION,))


def position(event: Event, holdings: Iterable[Holding]) -> Title | None:
    """Return the title an event names, None unless the text says it of somebody (« la tête de X » is none)."""
    titles = [held.title for held in holdings]
    for player in event.participants.get("position", ()):
        said = "" if isinstance(player, Entity) else str(player).casefold()
        known = [title for title in titles if any(name in said or said in name for name in title.names() if said)]
        if known:
            return max(known, key=_length)
    return None


def _length(title: Title) -> int:
    return len(title.said)
