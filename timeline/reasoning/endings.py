"""What ends an office: a leaving, or a death."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from timeline.model.entity import PERSON, PLACE, Entity
from timeline.model.event import Event
from timeline.reasoning.holdings import Holding, Title, may_be_one
from timeline.reasoning.parties import organisations, persons, players, position
from timeline.reasoning.tenure_times import FUTURE

END, DEATH = "Personnel.End-Position", "Life.Die"
NEWS = timedelta(days=60)  # what happened so long before the text is no news


def end(event: Event, holdings: list[Holding], reference: datetime | None) -> None:
    """Date the end of the offices that a leaving ends; one that nobody named takes its successor's title."""
    for person in persons(event):
        organisation = next(iter(organisations(event)), None)
        ending = _ending(event, person, organisation, holdings, reference)
        untitled = not any(held.title.said for held in ending)
        for held in ending:
            held.ended = held.ended or event
            held.organisation = held.organisation or organisation
            if untitled and held.begun is not None and held.organisation is not None:
                held.title = _inherited(None, held.organisation, holdings).of(person)
            held.events.append(event)


def _ending(
    event: Event, person: Entity, organisation: Entity | None, holdings: list[Holding], reference: datetime | None
) -> list[Holding]:
    """Return the offices that a leaving ends, a new one where the text tells of none there."""
    title = position(event, holdings)
    theirs = _of(person, event, organisation, holdings)
    ending = _left_before(theirs, event, reference) if organisation is None and title is None else []
    ending = ending or [held for held in theirs if _may_end(held, title, organisation)]
    if not ending and organisation is not None:
        ending = [Holding(person, (title or _inherited(person, organisation, holdings)).of(person), organisation)]
        holdings.extend(ending)
    return ending


def _of(person: Entity, event: Event, organisation: Entity | None, holdings: Iterable[Holding]) -> list[Holding]:
    """Return somebody's offices that had begun; « maire de X, elle est exclue du parti » is of none in a place."""
    theirs = [held for held in holdings if held.person == person and not _began_after(held, event)]
    if organisation is not None or not event.participants.get("organisation"):
        return theirs
    return [held for held in theirs if held.organisation is None or held.organisation.type != PLACE]


def _began_after(held: Holding, event: Event) -> bool:
    """Tell whether an office began no earlier than what would have ended it."""
    begun = held.begun.latest if held.begun is not None else None
    vague = event.time is None and event.earliest is None and bool(held.title.said)
    return vague and begun is not None and event.latest is not None and event.latest <= begun


def _left_before(theirs: Iterable[Holding], event: Event, reference: datetime | None) -> list[Holding]:
    """Return the offices that the text calls former, where a leaving is told that is no news (« ancien maire »)."""
    told = event.time.end if event.time is not None else event.latest
    if told is None or reference is None or reference - told.replace(tzinfo=reference.tzinfo) < NEWS:
        return []
    return [held for held in theirs if "former" in held.statuses and not (held.until or held.ended or held.lasting)]


def die(event: Event, holdings: Iterable[Holding]) -> None:
    """End by a death what the dead still held."""
    for person in players(event, "victim", (PERSON,)):
        for held in holdings:
            if held.person == person and held.ended is None and not (held.lasting or "former" in held.statuses):
                held.ended = event
                held.events.append(event)


def _may_end(held: Holding, title: Title | None, organisation: Entity | None) -> bool:
    """Tell whether a leaving ends an office; nobody ceases to be a founder, or leaves what is to come."""
    if held.lasting or FUTURE in held.statuses or (title and not may_be_one(held.title, title)):
        return False
    if "former" in held.statuses and held.organisation != organisation:
        return False
    return held.is_at(organisation)


def _inherited(person: Entity | None, organisation: Entity, holdings: Iterable[Holding]) -> Title:
    """Return the title of somebody without any: the one the next takes, if nobody has left it before."""
    there = [held for held in holdings if held.organisation == organisation]
    if person is not None and any(held.person == person for held in there):
        return Title()
    begun = (held for held in there if held.begun is not None)
    taken = next((held.latest if held.latest.said else held.title for held in begun), Title())
    left = any(held.ended is not None and may_be_one(held.title, taken) for held in there)
    return Title() if left else taken
