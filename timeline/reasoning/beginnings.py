"""What begins an office: a start that is told dates the office it is of, or adds one, and ends the predecessor's."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.model.entity import PERSON, Entity
from timeline.model.event import Event
from timeline.model.granularity import Granularity
from timeline.reasoning.holdings import Holding, Title, find
from timeline.reasoning.parties import organisations, persons, players, position
from timeline.reasoning.tenure_times import overlap

START, ELECTION = "Personnel.Start-Position", "Personnel.Elect"


def titled_first(events: Iterable[Event]) -> list[Event]:
    """Return the beginnings, those that tell no position behind the same person's that do (« entré en 2009 »)."""
    starts = [event for event in events if event.type == START or _enters_that_year(event)]
    titled = {person.id for event in starts if event.participants.get("position") for person in persons(event)}
    vague = [
        event
        for event in starts
        if not event.participants.get("position") and any(person.id in titled for person in persons(event))
    ]
    return [event for event in starts if event not in vague] + vague


def _enters_that_year(event: Event) -> bool:
    """Tell an election into an office by its year alone, in which the office began too (« élue maire en 2014 »)."""
    elected = event.type == ELECTION and bool(event.participants.get("position"))
    return elected and event.time is not None and event.time.granularity == Granularity.YEAR


def hand_back(held: Holding) -> None:
    """Give whom somebody replaced the title that the text gives the newcomer only elsewhere."""
    before = held.before
    if before is not None and held.title.said and not before.title.said:
        before.title = held.title.of(before.person)
        before.organisation = before.organisation or held.organisation


def begin(event: Event, holdings: list[Holding]) -> None:
    """Date the beginning of an office, or add the office that an event tells of."""
    for person in persons(event):
        title = position(event, holdings)
        organisation = _entered(event, person, holdings)
        held = _told_by(event, person, holdings)
        if held is None:
            held = find(holdings, person, title, organisation) if title else _unbegun(holdings, person, organisation)
        before = _predecessor(event, holdings, person, organisation)
        if held is None and before is not None and before.title.office:
            held = find(holdings, person, before.title, before.organisation)
        if held is None or ("former" in held.statuses and not held.since):
            held = _new(person, title, organisation, before)
            holdings.append(held)
        held.begun = held.begun or event
        held.events.append(event)
        _follow(event, held, before, holdings)


def _entered(event: Event, person: Entity, holdings: Iterable[Holding]) -> Entity | None:
    """Return the body that somebody enters, which is none that the text says was left."""
    left = {held.organisation for held in holdings if held.person == person and "former" in held.statuses}
    return next((body for body in organisations(event) if body not in left), None)


def _new(person: Entity, title: Title | None, organisation: Entity | None, before: Holding | None) -> Holding:
    """Return an office that begins: its predecessor's, as the text gave it last, or what the event says."""
    if before is None:
        return Holding(person, (title or Title()).of(person), organisation)
    taken = before.latest if before.latest.said else before.title
    return Holding(person, taken.of(person), organisation or before.organisation)


def _told_by(event: Event, person: Entity, holdings: Iterable[Holding]) -> Holding | None:
    """Return the office that the event's own words give a person."""
    for held in holdings:
        if held.person == person and any(overlap(event.trigger, words) for words in held.words):
            return held
    return None


def _follow(event: Event, held: Holding, before: Holding | None, holdings: list[Holding]) -> None:
    """Note whom a newcomer follows: the end of a named predecessor's tenure, known so far or not."""
    for person in players(event, "predecessor", (PERSON,)):
        if before is None or before.person != person:
            before = Holding(person, held.title.of(person), held.organisation)
            holdings.append(before)
        held.before = before
        hand_back(held)
        begun = held.begun if event.time is None and held.begun and held.begun.time else event
        before.followed = before.followed or begun


def _unbegun(holdings: Iterable[Holding], person: Entity, organisation: Entity | None) -> Holding | None:
    """Return the person's one office there that has not begun, and that the text does not call former."""
    theirs = [held for held in holdings if held.person == person and held.title.said and not held.lasting]
    open_ = [held for held in theirs if not ("former" in held.statuses or held.begun or held.since)]
    if organisation is None:
        return open_[0] if len(open_) == 1 else None
    return next((held for held in open_ if held.organisation == organisation), None)


def _predecessor(
    event: Event, holdings: list[Holding], newcomer: Entity, organisation: Entity | None
) -> Holding | None:
    """Return the office that a newcomer takes over: the named predecessor's, or the one that began last."""
    replaced = players(event, "predecessor", (PERSON,))
    for held in reversed(holdings):
        if held.person == newcomer or held.lasting:
            continue
        there = organisation is None or held.organisation == organisation
        if (held.person in replaced and held.is_at(organisation)) or (
            not replaced and there and held.begun is not None
        ):
            return held
    return None
