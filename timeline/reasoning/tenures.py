"""Tenures: who held which role where, and from when to when, out of what a timeline says.

What the text says of roles (`RoleFact`) names persons and titles; the events that begin and end positions date them.
Where a successor is known, its beginning bounds the predecessor's end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from timeline.model.entity import ORGANISATION, PERSON, Entity, RoleFact
from timeline.model.event import Event
from timeline.model.tenure import Tenure
from timeline.model.time import TimeValue

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

START, END = "Personnel.Start-Position", "Personnel.End-Position"
UNREAL = frozenset({"negated", "counterfactual", "possible"})
BOUNDS = "bounds"


@dataclass(slots=True)
class _Office:
    """A tenure in the making; `said` is its title as the text gave it last, which a successor takes."""

    person: Entity
    role: str
    organisation: Entity | None
    said: str = ""
    former: bool = False
    future: bool = False
    lasting: bool = False
    begun: Event | None = None
    ended: Event | None = None
    events: list[Event] = field(default_factory=list)


def tenures(timeline: Timeline) -> tuple[Tenure, ...]:
    """Return who held which role where, in the order in which the text first speaks of it.

    Parameters
    ----------
    timeline : Timeline

    Returns
    -------
    tuple of Tenure
        `since` and `until` are the times of the events that begin and end it; values with the rule ``"bounds"`` where
        only bounds are known; None where nothing is.

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
    offices = _from_facts(timeline.role_facts, by_id)
    told = [event for event in timeline.events if event.factuality not in UNREAL]
    for event in told:
        if event.type == START:
            _begin(event, offices)
    for event in told:
        if event.type == END:
            _end(event, offices)
    return tuple(_tenure(office, offices, timeline.reference_date) for office in offices if office.role)


def _from_facts(facts: Iterable[RoleFact], by_id: dict[str, Entity]) -> list[_Office]:
    offices: list[_Office] = []
    for fact in facts:
        person, organisation = by_id[fact.person], by_id[fact.organisation] if fact.organisation else None
        known = _find(offices, person, fact.role, organisation)
        if known is None:
            known = _Office(person, fact.role, organisation)
            offices.append(known)
        known.said = fact.role
        known.organisation = known.organisation or organisation
        known.former = known.former or fact.status == "former"
        known.future = known.future or fact.status == "future"
        known.lasting = known.lasting or fact.lasting
    return offices


def _find(offices: Iterable[_Office], person: Entity, role: str, organisation: Entity | None) -> _Office | None:
    for office in offices:
        same_place = organisation is None or office.organisation in (None, organisation)
        if office.person == person and _same_role(office.role, role) and same_place:
            return office
    return None


def _same_role(one: str, other: str) -> bool:
    """Tell whether two titles may be one office: one holds the other, « PDG » and « PDG par intérim »."""
    one, other = one.casefold(), other.casefold()
    return bool(one and other) and (one in other or other in one)


def _begin(event: Event, offices: list[_Office]) -> None:
    """Date the beginning of an office, or add the office that an event tells of."""
    for person in _players(event, "person", PERSON):
        left = {office.organisation for office in offices if office.person == person and office.former}
        role = _position(event, offices)
        organisation = next((body for body in _organisations(event) if body not in left), None)
        office = _find(offices, person, role, organisation) if role else _undated(offices, person, organisation)
        if office is None or office.former:
            before = _predecessor(event, offices, organisation)
            office = _Office(person, (before.said or before.role) if before else role, organisation)
            office.organisation = organisation or (before.organisation if before else None)
            offices.append(office)
        office.begun = office.begun or event
        office.events.append(event)


def _undated(offices: Iterable[_Office], person: Entity, organisation: Entity | None) -> _Office | None:
    """Return the person's one office there that has not begun, and that the text does not call former."""
    for office in offices:
        there = organisation is not None and office.organisation == organisation
        if office.person == person and there and not (office.former or office.begun or office.lasting):
            return office
    return None


def _predecessor(event: Event, offices: list[_Office], organisation: Entity | None) -> _Office | None:
    """Return the office that a newcomer takes over: the named predecessor's, or the one that began last."""
    replaced = _players(event, "predecessor", PERSON)
    for office in reversed(offices):
        there = organisation is None or office.organisation == organisation
        if there and (office.person in replaced or (not replaced and office.begun is not None)):
            return office
    return None


def _end(event: Event, offices: list[_Office]) -> None:
    """Date the end of the offices that a leaving ends; one that nobody named takes its successor's title."""
    for person in _players(event, "person", PERSON):
        role = _position(event, offices)
        organisation = next(iter(_organisations(event)), None)
        ending = [office for office in offices if office.person == person and _may_end(office, role, organisation)]
        if not ending and organisation is not None:
            ending = [_Office(person, role or _inherited(person, organisation, offices), organisation)]
            offices.extend(ending)
        for office in ending:
            office.ended = office.ended or event
            office.organisation = office.organisation or organisation
            office.events.append(event)


def _may_end(office: _Office, role: str, organisation: Entity | None) -> bool:
    """Tell whether a leaving ends an office; nobody ceases to be a founder, or leaves what is to come."""
    if office.lasting or office.future or (role and not _same_role(office.role, role)):
        return False
    if office.former and office.organisation != organisation:
        return False
    return organisation is None or office.organisation in (None, organisation)


def _inherited(person: Entity, organisation: Entity, offices: Iterable[_Office]) -> str:
    """Return the title of somebody without any: the one the next takes, if nobody has left it before."""
    there = [office for office in offices if office.organisation == organisation]
    if any(office.person == person for office in there):
        return ""
    taken = next((office.said or office.role for office in there if office.begun is not None), "")
    return "" if any(office.ended is not None and _same_role(office.role, taken) for office in there) else taken


def _players(event: Event, part: str, type: str) -> tuple[Entity, ...]:
    players = event.participants.get(part, ())
    return tuple(player for player in players if isinstance(player, Entity) and player.type == type)


def _organisations(event: Event) -> tuple[Entity, ...]:
    return _players(event, "organisation", ORGANISATION)


def _position(event: Event, offices: Iterable[_Office]) -> str:
    """Return the title an event names, "" unless what the text says of roles has it too (« la tête de X » is none)."""
    titles = [office.role for office in offices]
    for player in event.participants.get("position", ()):
        known = [title for title in titles if not isinstance(player, Entity) and _same_role(title, str(player))]
        if known:
            return max(known, key=len)
    return ""


def _tenure(office: _Office, offices: list[_Office], reference: datetime | None) -> Tenure:
    since = _when(office.begun) if office.begun else None
    until = _when(office.ended) if office.ended else None
    if until is None and (successor := _successor(office, offices)) is not None:
        until = _by(since, _when(successor.begun) if successor.begun else None)
    if until is None and office.former and reference is not None:
        until = _between(None, reference)
    return Tenure(
        person=office.person,
        role=office.role,
        organisation=office.organisation,
        since=since,
        until=_not_before(since, until),
        events=tuple(dict.fromkeys(office.events)),
    )


def _not_before(since: TimeValue | None, until: TimeValue | None) -> TimeValue | None:
    """Return an end cut at its beginning; None where all of it lies before, so that it ends another tenure."""
    begin = since.start if since else None
    if until is None or begin is None:
        return until
    if until.end is not None and until.end <= begin:
        return None
    return _between(begin, until.end) if until.rule == BOUNDS and (until.start or begin) <= begin else until


def _successor(office: _Office, offices: list[_Office]) -> _Office | None:
    """Return who took over: the next to begin in the same office of the same body, by the order of the offices."""
    if office.begun is None:
        return None
    place = offices.index(office)
    for other in offices[place + 1 :]:
        same = other.organisation == office.organisation and _same_role(other.role, office.role)
        if same and other.person != office.person and other.begun is not None:
            return other
    return None


def _when(event: Event | None) -> TimeValue | None:
    """Return an event's time, or its bounds as a time."""
    if event is None:
        return None
    return event.time or _between(event.earliest, event.latest)


def _by(since: TimeValue | None, beginning: TimeValue | None) -> TimeValue | None:
    """Return the bounds of an end that a successor's beginning sets."""
    if beginning is None:
        return None
    if beginning.end is None:
        return replace(beginning, rule=BOUNDS)
    return _between(since.start if since else None, beginning.end)


def _between(earliest: datetime | None, latest: datetime | None) -> TimeValue | None:
    """Return bounds as a time; an open side is written with two dots, as in EDTF."""
    if earliest is None and latest is None:
        return None
    first, last = (moment.date().isoformat() if moment else ".." for moment in (earliest, latest))
    return TimeValue(id="", type="DATE", timex3=f"{first}/{last}", start=earliest, end=latest, rule=BOUNDS)
