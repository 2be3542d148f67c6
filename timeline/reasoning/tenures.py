"""Tenures: who held which role where, and from when to when, out of what a timeline says.

What the text says of roles (`RoleFact`) names persons, titles and, at times, years; the events that begin and end
positions date the others. Where a successor is known, its beginning bounds the predecessor's end. A title that
somebody takes over stands in the form that suits the newcomer; what is announced and not begun is a tenure of status
``"future"``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from timeline.model.entity import ORGANISATION, PERSON, PLACE, Entity, RoleFact
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.tenure import Tenure
from timeline.model.time import TimeValue
from timeline.reasoning.tenure_times import (
    BOUNDS,
    FUTURE,
    between,
    bounded_by,
    is_done,
    is_past,
    not_before,
    overlap,
    time_at,
    undated_by,
    when,
)

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

START, END, DEATH = "Personnel.Start-Position", "Personnel.End-Position", "Life.Die"
NEWS = timedelta(days=60)  # what happened so long before the text is no news
FIRMNESS = ("factual", "reported", "possible")  # the firmest that any place of the text says counts
UNREAL = frozenset({"negated", "counterfactual", "possible"})


@dataclass(frozen=True, slots=True)
class _Title:
    """A title as said, the office it names, and its forms for a man and a woman."""

    said: str = ""
    office: str = ""
    forms: tuple[str, ...] = ()

    def of(self, person: Entity) -> _Title:
        """Return the title in the form that suits a person."""
        if not self.forms or not person.gender:
            return self
        return replace(self, said=self.forms[person.gender == "f"])

    def names(self) -> set[str]:
        """Return every form, in lower case."""
        return {name.casefold() for name in (self.said, *self.forms) if name}


@dataclass(slots=True)
class _Holding:
    """A tenure in the making; `latest` is its title as the text gave it last, which a successor takes."""

    person: Entity
    title: _Title
    organisation: Entity | None
    latest: _Title = _Title()
    statuses: set[str] = field(default_factory=set)
    factualities: set[str] = field(default_factory=set)
    lasting: bool = False
    since: TimeValue | None = None
    until: TimeValue | None = None
    begun: Event | None = None
    ended: Event | None = None
    followed: Event | None = None
    before: _Holding | None = None
    events: list[Event] = field(default_factory=list)
    words: list[Mention] = field(default_factory=list)

    def is_at(self, organisation: Entity | None) -> bool:
        """Tell whether nothing speaks against an organisation."""
        return organisation is None or self.organisation in (None, organisation)


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
    holdings = _from_facts(timeline.role_facts, by_id, timeline.times)
    _tell(timeline, holdings)
    for held in holdings:
        _hand_back(held)
    return tuple(_tenure(held, holdings, timeline.reference_date) for held in holdings if held.title.said)


def _tell(timeline: Timeline, holdings: list[_Holding]) -> None:
    """Begin and end offices by what the story tells."""
    dated = [fact.mention for fact in timeline.role_facts if fact.since or fact.until]
    periods = [words for fact in timeline.role_facts for words in (fact.since, fact.until) if words]
    told = [undated_by(event, periods) for event in timeline.events if event.factuality not in UNREAL]
    for event in _titled_first(told):
        if not any(overlap(event.trigger, mention) for mention in dated):
            _begin(event, holdings)
    for event in told:
        if event.type == END:
            _end(event, holdings, timeline.reference_date)
        elif event.type == DEATH:
            _die(event, holdings)


# -- what the text says of roles ---------------------------------------------------------------------------------------


def _from_facts(facts: Iterable[RoleFact], by_id: dict[str, Entity], times: Sequence[TimeValue]) -> list[_Holding]:
    holdings: list[_Holding] = []
    untitled = []
    for fact in facts:
        if fact.role:
            _note(fact, holdings, by_id, times)
        else:
            untitled.append(fact)
    for fact in untitled:
        theirs = [held for held in holdings if held.person.id == fact.person and not held.lasting]
        there = [held for held in theirs if held.organisation and held.organisation.id == fact.organisation] or theirs
        if len(there) == 1:
            _date(there[0], fact, times)
    return holdings


def _note(fact: RoleFact, holdings: list[_Holding], by_id: dict[str, Entity], times: Sequence[TimeValue]) -> None:
    """Add what a fact says to the holding that it is of, a new one where there is none."""
    person, organisation = by_id[fact.person], by_id[fact.organisation] if fact.organisation else None
    title = _Title(fact.role, fact.office or fact.role.casefold(), fact.forms)
    known = _find(holdings, person, title, organisation)
    if known is None:
        known = _Holding(person, title, organisation)
        holdings.append(known)
    known.latest = title
    known.organisation = known.organisation or organisation
    known.statuses.add(fact.status)
    known.factualities.add(fact.factuality)
    known.lasting = known.lasting or fact.lasting
    known.words.append(fact.mention)
    _date(known, fact, times)


def _date(held: _Holding, fact: RoleFact, times: Sequence[TimeValue]) -> None:
    """Note the times that a fact's words name."""
    held.since = held.since or time_at(fact.since, times)
    held.until = held.until or time_at(fact.until, times)


def _find(holdings: Iterable[_Holding], person: Entity, title: _Title, organisation: Entity | None) -> _Holding | None:
    for held in holdings:
        if held.person == person and _may_be_one(held.title, title) and held.is_at(organisation):
            return held
    return None


def _may_be_one(one: _Title, other: _Title) -> bool:
    """Tell whether two titles of one person may be one office: one holds the other, « PDG » and « PDG par intérim »."""
    words, others = one.office.split(), other.office.split()
    if not words or not others:
        return False
    short, long = sorted((words, others), key=len)
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


# -- what events begin and end -----------------------------------------------------------------------------------------


def _titled_first(events: Iterable[Event]) -> list[Event]:
    """Return the beginnings, those that tell no position behind the same person's that do (« entré en 2009 »)."""
    starts = [event for event in events if event.type == START]
    titled = {person.id for event in starts if event.participants.get("position") for person in _persons(event)}
    vague = [
        event
        for event in starts
        if not event.participants.get("position") and any(person.id in titled for person in _persons(event))
    ]
    return [event for event in starts if event not in vague] + vague


def _hand_back(held: _Holding) -> None:
    """Give whom somebody replaced the title that the text gives the newcomer only elsewhere."""
    before = held.before
    if before is not None and held.title.said and not before.title.said:
        before.title = held.title.of(before.person)
        before.organisation = before.organisation or held.organisation


def _begin(event: Event, holdings: list[_Holding]) -> None:
    """Date the beginning of an office, or add the office that an event tells of."""
    for person in _persons(event):
        title = _position(event, holdings)
        organisation = _entered(event, person, holdings)
        held = _told_by(event, person, holdings)
        if held is None:
            held = _find(holdings, person, title, organisation) if title else _unbegun(holdings, person, organisation)
        before = _predecessor(event, holdings, person, organisation)
        if held is None and before is not None and before.title.office:
            held = _find(holdings, person, before.title, before.organisation)
        if held is None or ("former" in held.statuses and not held.since):
            held = _new(person, title, organisation, before)
            holdings.append(held)
        held.begun = held.begun or event
        held.events.append(event)
        _follow(event, held, before, holdings)


def _entered(event: Event, person: Entity, holdings: Iterable[_Holding]) -> Entity | None:
    """Return the body that somebody enters, which is none that the text says was left."""
    left = {held.organisation for held in holdings if held.person == person and "former" in held.statuses}
    return next((body for body in _organisations(event) if body not in left), None)


def _new(person: Entity, title: _Title | None, organisation: Entity | None, before: _Holding | None) -> _Holding:
    """Return an office that begins: its predecessor's, as the text gave it last, or what the event says."""
    if before is None:
        return _Holding(person, (title or _Title()).of(person), organisation)
    taken = before.latest if before.latest.said else before.title
    return _Holding(person, taken.of(person), organisation or before.organisation)


def _told_by(event: Event, person: Entity, holdings: Iterable[_Holding]) -> _Holding | None:
    """Return the office that the event's own words give a person."""
    for held in holdings:
        if held.person == person and any(overlap(event.trigger, words) for words in held.words):
            return held
    return None


def _follow(event: Event, held: _Holding, before: _Holding | None, holdings: list[_Holding]) -> None:
    """Note whom a newcomer follows: the end of a named predecessor's tenure, known so far or not."""
    for person in _players(event, "predecessor", (PERSON,)):
        if before is None or before.person != person:
            before = _Holding(person, held.title.of(person), held.organisation)
            holdings.append(before)
        held.before = before
        _hand_back(held)
        begun = held.begun if event.time is None and held.begun and held.begun.time else event
        before.followed = before.followed or begun


def _unbegun(holdings: Iterable[_Holding], person: Entity, organisation: Entity | None) -> _Holding | None:
    """Return the person's one office there that has not begun, and that the text does not call former."""
    theirs = [held for held in holdings if held.person == person and held.title.said and not held.lasting]
    open_ = [held for held in theirs if not ("former" in held.statuses or held.begun or held.since)]
    if organisation is None:
        return open_[0] if len(open_) == 1 else None
    return next((held for held in open_ if held.organisation == organisation), None)


def _predecessor(
    event: Event, holdings: list[_Holding], newcomer: Entity, organisation: Entity | None
) -> _Holding | None:
    """Return the office that a newcomer takes over: the named predecessor's, or the one that began last."""
    replaced = _players(event, "predecessor", (PERSON,))
    for held in reversed(holdings):
        if held.person == newcomer or held.lasting:
            continue
        there = organisation is None or held.organisation == organisation
        if (held.person in replaced and held.is_at(organisation)) or (
            not replaced and there and held.begun is not None
        ):
            return held
    return None


def _end(event: Event, holdings: list[_Holding], reference: datetime | None) -> None:
    """Date the end of the offices that a leaving ends; one that nobody named takes its successor's title."""
    for person in _persons(event):
        organisation = next(iter(_organisations(event)), None)
        ending = _ending(event, person, organisation, holdings, reference)
        untitled = not any(held.title.said for held in ending)
        for held in ending:
            held.ended = held.ended or event
            held.organisation = held.organisation or organisation
            if untitled and held.begun is not None and held.organisation is not None:
                held.title = _inherited(None, held.organisation, holdings).of(person)
            held.events.append(event)


def _ending(
    event: Event, person: Entity, organisation: Entity | None, holdings: list[_Holding], reference: datetime | None
) -> list[_Holding]:
    """Return the offices that a leaving ends, a new one where the text tells of none there."""
    title = _position(event, holdings)
    theirs = _of(person, event, organisation, holdings)
    ending = _left_before(theirs, event, reference) if organisation is None and title is None else []
    ending = ending or [held for held in theirs if _may_end(held, title, organisation)]
    if not ending and organisation is not None:
        ending = [_Holding(person, (title or _inherited(person, organisation, holdings)).of(person), organisation)]
        holdings.extend(ending)
    return ending


def _of(person: Entity, event: Event, organisation: Entity | None, holdings: Iterable[_Holding]) -> list[_Holding]:
    """Return somebody's offices that had begun; « maire de X, elle est exclue du parti » is of none in a place."""
    theirs = [held for held in holdings if held.person == person and not _began_after(held, event)]
    if organisation is not None or not event.participants.get("organisation"):
        return theirs
    return [held for held in theirs if held.organisation is None or held.organisation.type != PLACE]


def _began_after(held: _Holding, event: Event) -> bool:
    """Tell whether an office began no earlier than what would have ended it."""
    begun = held.begun.latest if held.begun is not None else None
    vague = event.time is None and event.earliest is None and bool(held.title.said)
    return vague and begun is not None and event.latest is not None and event.latest <= begun


def _left_before(theirs: Iterable[_Holding], event: Event, reference: datetime | None) -> list[_Holding]:
    """Return the offices that the text calls former, where a leaving is told that is no news (« ancien maire »)."""
    told = event.time.end if event.time is not None else event.latest
    if told is None or reference is None or reference - told.replace(tzinfo=reference.tzinfo) < NEWS:
        return []
    return [held for held in theirs if "former" in held.statuses and not (held.until or held.ended or held.lasting)]


def _die(event: Event, holdings: Iterable[_Holding]) -> None:
    """End by a death what the dead still held."""
    for person in _players(event, "victim", (PERSON,)):
        for held in holdings:
            if held.person == person and held.ended is None and not (held.lasting or "former" in held.statuses):
                held.ended = event
                held.events.append(event)


def _may_end(held: _Holding, title: _Title | None, organisation: Entity | None) -> bool:
    """Tell whether a leaving ends an office; nobody ceases to be a founder, or leaves what is to come."""
    if held.lasting or FUTURE in held.statuses or (title and not _may_be_one(held.title, title)):
        return False
    if "former" in held.statuses and held.organisation != organisation:
        return False
    return held.is_at(organisation)


def _inherited(person: Entity | None, organisation: Entity, holdings: Iterable[_Holding]) -> _Title:
    """Return the title of somebody without any: the one the next takes, if nobody has left it before."""
    there = [held for held in holdings if held.organisation == organisation]
    if person is not None and any(held.person == person for held in there):
        return _Title()
    begun = (held for held in there if held.begun is not None)
    taken = next((held.latest if held.latest.said else held.title for held in begun), _Title())
    left = any(held.ended is not None and _may_be_one(held.title, taken) for held in there)
    return _Title() if left else taken


def _players(event: Event, part: str, types: tuple[str, ...]) -> tuple[Entity, ...]:
    players = event.participants.get(part, ())
    return tuple(player for player in players if isinstance(player, Entity) and player.type in types)


def _persons(event: Event) -> tuple[Entity, ...]:
    """Return who comes or goes, also where only the position names them (« le départ de son PDG, X »)."""
    return _players(event, "person", (PERSON,)) or _players(event, "position", (PERSON,))


def _organisations(event: Event) -> tuple[Entity, ...]:
    """Return the bodies that an event names, or the one that appoints or dismisses."""
    named = _players(event, "organisation", (ORGANISATION, PLACE))
    return named if event.participants.get("organisation") else _players(event, "agent", (ORGANISATION,))


def _position(event: Event, holdings: Iterable[_Holding]) -> _Title | None:
    """Return the title an event names, None unless the text says it of somebody (« la tête de X » is none)."""
    titles = [held.title for held in holdings]
    for player in event.participants.get("position", ()):
        said = "" if isinstance(player, Entity) else str(player).casefold()
        known = [title for title in titles if any(name in said or said in name for name in title.names() if said)]
        if known:
            return max(known, key=_length)
    return None


def _length(title: _Title) -> int:
    return len(title.said)


# -- from when to when -------------------------------------------------------------------------------------------------


def _tenure(held: _Holding, holdings: list[_Holding], reference: datetime | None) -> Tenure:
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


def _status(held: _Holding, holdings: list[_Holding], reference: datetime | None) -> str:
    """Return how a tenure stands at the reference date."""
    if is_done(held.ended) or is_done(_follower(held, holdings)) or is_past(held.until, reference):
        return "former"
    if held.begun is not None:
        ahead = reference is not None and held.begun.earliest is not None and held.begun.earliest >= reference
        if not is_done(held.begun) or (FUTURE in held.statuses and ahead):
            return FUTURE
    elif FUTURE in held.statuses:
        return FUTURE
    return next((status for status in ("former", "interim") if status in held.statuses), "current")


def _follower(held: _Holding, holdings: list[_Holding]) -> Event | None:
    """Return what begins the next tenure: the successor's beginning, or the next to begin in the same office there."""
    if held.followed is not None or held.begun is None:
        return held.followed
    for other in holdings[holdings.index(held) + 1 :]:
        same = other.organisation == held.organisation and other.title.office == held.title.office
        if same and other.person != held.person and other.begun is not None:
            return other.begun
    return None
