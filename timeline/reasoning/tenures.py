"""Tenures: who held which role where, and from when to when, out of what a timeline says.

What the text says of roles (`RoleFact`) names persons, titles and, at times, years; the events that begin and end
positions date the others. Where a successor is known, its beginning bounds the predecessor's end. A title that
somebody takes over stands in the form that suits the newcomer; what is announced and not begun is a tenure of status
``"future"``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from timeline.model.event import Event
from timeline.model.tenure import Tenure
from timeline.reasoning.beginnings import begin, hand_back, titled_first
from timeline.reasoning.endings import DEATH, END, die, end
from timeline.reasoning.holdings import Holding, from_facts
from timeline.reasoning.tenure_times import (
    BOUNDS,
    FUTURE,
    between,
    bounded_by,
    is_done,
    is_past,
    not_before,
    overlap,
    undated_by,
    when,
)

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

FIRMNESS = ("factual", "reported", "possible")  # the firmest that any place of the text says counts
UNREAL = frozenset({"negated", "counterfactual", "possible"})


def tenures(timeline: Timeline) -> tuple[Tenure, ...]:
    """Return who held which role where, in the order in which the text first speaks of it.

    Parameters
    ----------
    timeline : Timeline

    Returns
    -------
    tuple of Tenure
        `since` and `until` are the times that the text gives, or those of the events that begin and end it; values with
        the rule ``"bounds"`` where only bounds are known; None where nothing is.

    Examples
    --------
    >>> from timeline.model import Entity, Mention, RoleFact, Timeline
    >>> ada, firm = Entity(id="x1", name="Ada", type="PERSON"), Entity(id="x2", name="Valtor", type="ORGANISATION")
    >>> words = Mention("CEO", 0, 3, "d1")
    >>> fact = RoleFact(person="x1", role="CEO", organisation="x2", status="current", mention=words)
    >>> story = Timeline(entities=(ada, firm), role_facts=(fact,))
    >>> [(tenure.person.name, tenure.role, tenure.organisation.name) for tenure in tenures(story)]
    [('Ada', 'CEO', 'Valtor')]
    """
    by_id = {entity.id: entity for entity in timeline.entities}
    holdings = from_facts(timeline.role_facts, by_id, timeline.times)
    _tell(timeline, holdings)
    for held in holdings:
        hand_back(held)
    return tuple(_tenure(held, holdings, timeline.reference_date) for held in holdings if held.title.said)


def _tell(timeline: Timeline, holdings: list[Holding]) -> None:
    """Begin and end offices by what the story tells."""
    dated = [fact.mention for fact in timeline.role_facts if fact.since or fact.until]
    periods = [words for fact in timeline.role_facts for words in (fact.since, fact.until) if words]
    told = [undated_by(event, periods) for event in timeline.events if event.factuality not in UNREAL]
    for event in titled_first(told):
        if not any(overlap(event.trigger, mention) for mention in dated):
            begin(event, holdings)
    for event in told:
        if event.type == END:
            end(event, holdings, timeline.reference_date)
        elif event.type == DEATH:
            die(event, holdings)


def _tenure(held: Holding, holdings: list[Holding], reference: datetime | None) -> Tenure:
    since = held.since or when(held.begun)
    until = held.until or when(held.ended)
    if until is None:
        follower = _follower(held, holdings)
        replaced = follower.time if follower is not None and follower is held.followed else None
        until = replace(replaced, rule=BOUNDS) if replaced else bounded_by(since, when(follower))
    status = _status(held, holdings, reference)
    if until is None and status == "former" and reference is not None:
        until = between(None, reference)
    return Tenure(
        person=held.person,
        role=held.title.said,
        organisation=held.organisation,
        since=since,
        until=not_before(since, until),
        events=tuple(dict.fromkeys(held.events)),
        status=status,
        factuality=next((told for told in FIRMNESS if told in held.factualities), "factual"),
    )


def _status(held: Holding, holdings: list[Holding], reference: datetime | None) -> str:
    """Return how a tenure stands at the reference date."""
    if is_done(held.ended) or is_done(_follower(held, holdings)) or is_past(held.until, reference):
        return "former"
    if _is_to_come(held, reference):
        return FUTURE
    return next((status for status in ("former", "interim") if status in held.statuses), "current")


def _is_to_come(held: Holding, reference: datetime | None) -> bool:
    """Tell what begins later, or is announced of somebody whom the text does not call so yet."""
    begun, foretold = held.begun, FUTURE in held.statuses
    announced = begun is not None and not is_done(begun)
    if begun is not None and reference is not None and begun.earliest is not None and begun.earliest >= reference:
        return announced or foretold
    return "current" not in held.statuses and (announced or (begun is None and foretold))


def _follower(held: Holding, holdings: list[Holding]) -> Event | None:
    """Return what begins the next tenure: the successor's beginning, or the next to begin in the same office there."""
    if held.followed is not None or held.begun is None:
        return held.followed
    for other in holdings[holdings.index(held) + 1 :]:
        same = other.organisation == held.organisation and other.title.office == held.title.office
        if same and other.person != held.person and other.begun is not None:
            return other.begun
    return None
