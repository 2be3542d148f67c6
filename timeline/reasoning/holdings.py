"""Tenures in the making: titles as said and the offices they name, who holds them, and what the text says of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from timeline.model.entity import Entity, RoleFact
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.time import TimeValue
from timeline.reasoning.tenure_times import time_at


@dataclass(frozen=True, slots=True)
class Title:
    """A title as said, the office it names, and its forms for a man and a woman."""

    said: str = ""
    office: str = ""
    forms: tuple[str, ...] = ()

    def of(self, person: Entity) -> Title:
        """Return the title in the form that suits a person."""
        if not self.forms or not person.gender:
            return self
        return replace(self, said=self.forms[person.gender == "f"])

    def names(self) -> set[str]:
        """Return every form, in lower case."""
        return {name.casefold() for name in (self.said, *self.forms) if name}


@dataclass(slots=True)
class Holding:
    """A tenure in the making; `latest` is its title as the text gave it last, which a successor takes."""

    person: Entity
    title: Title
    organisation: Entity | None
    latest: Title = Title()
    statuses: set[str] = field(default_factory=set)
    factualities: set[str] = field(default_factory=set)
    lasting: bool = False
    since: TimeValue | None = None
    until: TimeValue | None = None
    begun: Event | None = None
    ended: Event | None = None
    followed: Event | None = None
    before: Holding | None = None
    events: list[Event] = field(default_factory=list)
    words: list[Mention] = field(default_factory=list)

    def is_at(self, organisation: Entity | None) -> bool:
        """Tell whether nothing speaks against an organisation."""
        return organisation is None or self.organisation in (None, organisation)


def from_facts(facts: Iterable[RoleFact], by_id: dict[str, Entity], times: Sequence[TimeValue]) -> list[Holding]:
    """Return what facts say of offices, each office once, in the order of the text."""
    holdings: list[Holding] = []
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


def _note(fact: RoleFact, holdings: list[Holding], by_id: dict[str, Entity], times: Sequence[TimeValue]) -> None:
    """Add what a fact says to the holding that it is of, a new one where there is none."""
    person, organisation = by_id[fact.person], by_id[fact.organisation] if fact.organisation else None
    title = Title(fact.role, fact.office or fact.role.casefold(), fact.forms)
    known = find(holdings, person, title, organisation)
    if known is None:
        known = Holding(person, title, organisation)
        holdings.append(known)
    known.latest = title
    known.organisation = known.organisation or organisation
    known.statuses.add(fact.status)
    known.factualities.add(fact.factuality)
    known.lasting = known.lasting or fact.lasting
    known.words.append(fact.mention)
    _date(known, fact, times)


def _date(held: Holding, fact: RoleFact, times: Sequence[TimeValue]) -> None:
    """Note the times that a fact's words name."""
    held.since = held.since or time_at(fact.since, times)
    held.until = held.until or time_at(fact.until, times)


def find(holdings: Iterable[Holding], person: Entity, title: Title, organisation: Entity | None) -> Holding | None:
    """Return the first that may be a person's office of a title and body."""
    for held in holdings:
        if held.person == person and may_be_one(held.title, title) and held.is_at(organisation):
            return held
    return None


def may_be_one(one: Title, other: Title) -> bool:
    """Tell whether two titles of one person may be one office: one holds the other, « PDG » and « PDG par intérim »."""
    words, others = one.office.split(), other.office.split()
    if not words or not others:
        return False
    short, long = sorted((words, others), key=len)
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))
