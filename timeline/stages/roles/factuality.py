"""What the events' factuality makes of a role: nothing, what the text hedges, or what it vouches for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.model.event import Event
from timeline.stages.roles.role import Role

UNREAL = frozenset({"negated", "counterfactual"})
HEDGED = frozenset({"reported", "possible"})
ENDING = frozenset({"leave", "remove"})


def factualities(events: Iterable[Event], document: str) -> dict[int, str]:
    """Return the factuality of events by the character at which each of their mentions begins."""
    return {
        mention.start: event.factuality
        for event in events
        for mention in (event.trigger, *event.mentions)
        if mention.document == document
    }


def vouched(role: Role, action: str, places: Iterable[int], told: Mapping[int, str]) -> Role | None:
    """Return a role as the text vouches for it, None where it says that nobody held it.

    Parameters
    ----------
    role : Role
    action : str
        What its verb does with it, see `timeline.stages.mentions.predicates.action_of`.
    places : iterable of int
        Where the words begin that may be an event: the verb, the role noun.
    told : mapping
        From `factualities`.
    """
    factuality = next((told[place] for place in places if place in told), "factual")
    if factuality in UNREAL:
        return role._replace(status="current") if action in ENDING and factuality == "negated" else None
    if factuality == "future" and action in ENDING:
        return role._replace(status="current")
    if factuality == "future" and role.status == "current" and action not in {"be", "stay"}:
        return role._replace(status="future")
    return role._replace(factuality=factuality if factuality in HEDGED else "factual")
