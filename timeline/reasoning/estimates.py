"""When events happened, as well as can be said: told by the text, bounded by what surrounds them, or inferred.

What makes a day likely without telling it stands among a story's evidence as claims with one of the rules in
`GUESSES`. Such a guess never becomes a relation or a bound, and yields to everything told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import datetime, timedelta

from timeline.model.dates import end_of
from timeline.model.estimate import When
from timeline.model.event import Event
from timeline.model.mention import Evidence
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.reasoning.intervals import Interval, IntervalGraph
from timeline.reasoning.placing import BOUNDING_MODIFIERS, REFERENCE, locates

# Relations that give an event its time, best first.
TOLD = 0.4  # how sure a claim must be that others are built on
_ANCHORING = (
    "IS_INCLUDED",
    "SIMULTANEOUS",
    "IDENTITY",
    "DURING",
    "DURING_INV",
    "BEGINS",
    "ENDS",
    "BEGUN_BY",
    "INCLUDES",
)

#: Rules of claims that only make a day likely, and the days that they mean, counted from that of their target: the
#: first one, and the one after the last.
GUESSES: Mapping[str, tuple[int, int]] = {
    "narrative day": (0, 1),
    "story's day": (0, 1),
    "headline": (0, 1),
    "fresh report": (-1, 1),
}
#: A headline tells of what the first paragraph dates, and a report comes back to a day, only while that is news.
_OF_NEWS = frozenset({"headline", "story's day"})
_FRESH = timedelta(days=7)
#: How many days before the likely ones a report without a day may reach back, where its events are ordered.
_LATELY = timedelta(days=6)
#: The same of what a noun names.
_OF_LATE = timedelta(days=60)
_OF_THE_REPORT = frozenset({"headline", "fresh report"})
#: What surrounds an event tells its time as a date would while it is no wider than this…
_NARROW = timedelta(days=1)
#: … and better than nothing while it is no wider than this.
_WIDE = timedelta(days=45)
_BOUNDED = 0.9
_LEAST_ORDERING = 0.5
#: Rules of estimates that rest on a likely order.
_BY_ORDER = frozenset({"order"})
#: The time between which an event only likely lies is right as often.
_ORDERED = 0.65
_REAL = frozenset({"factual", "reported", "negated"})
#: What lies between others as they are told; what is denied, possible or only said to be so need not.
_TOLD_IN_TURN = frozenset({"factual", "future"})


#: Rules of claims that follow from how a report is built.
NARRATIVE = frozenset({"order of telling", "background", "outlook", "report"})
#: Rules of claims that no single word tells. They order what is told without them, and neither date nor bound.
LEARNED = frozenset({"noted", "likely"})
#: Rule of claims of which of two events begins first, where all that is learned leans to one side.
BEGINNINGS = frozenset({"beginnings"})
WEAK = LEARNED | NARRATIVE | BEGINNINGS | {"tense"}
#: Rule of claims of a beginning, where what has begun goes on: « depuis 2008 ».
SINCE = "time since"
DAY_OF = "day:"
#: Rule of an estimate that another reader gave without words of the text: kept inside what the text tells.
PROPOSED = "proposed"


def is_guess(claim: Relation) -> bool:
    """Tell a claim that only makes a day likely."""
    return claim.evidence.rule in GUESSES


def is_weak(claim: Relation) -> bool:
    """Tell a claim that may order events, after all that is told, and neither dates nor bounds them."""
    return claim.evidence.rule in WEAK


def is_told(claim: Relation) -> bool:
    """Tell a claim that is sure enough to build others on: neither weak, nor a guess, nor less sure than `TOLD`."""
    return claim.weight >= TOLD and not is_guess(claim) and not is_weak(claim)


def is_learned(claim: Relation) -> bool:
    """Tell a claim that learned weights make of a pair that no word orders."""
    return claim.evidence.rule in LEARNED


def is_noted(claim: Relation) -> bool:
    """Tell a claim about what the text says from one that follows from how a report is built, or only leans."""
    return claim.evidence.rule not in NARRATIVE | BEGINNINGS


def day_item(event: Event) -> str:
    """Return what stands in a graph for the day that is likely for an event."""
    return DAY_OF + event.id


def likely_days(event: Event) -> Interval | None:
    """Return the days that order an event whose time is only likely; news without a day may be of the week before.

    What a likely order dates orders nothing in turn; nor does a day that is less likely than not. A noun may be named
    out of its day: that of a report without one is of the last weeks, any other orders nothing.
    """
    when = event.when
    if when is None or when.basis != "inferred" or when.rule in _BY_ORDER or when.weight < _LEAST_ORDERING:
        return None
    back = timedelta()
    if event.trigger.pos != "VERB":
        if event.trigger.pos != "NOUN" or when.rule not in _OF_THE_REPORT:
            return None
        back = _OF_LATE
    elif when.rule == "fresh report":
        back = _LATELY
    return max(when.start, datetime.min + back) - back, when.end


def inferred_days(events: Iterable[Event]) -> list[Relation]:
    """Return the claims that put events on the days that are likely for them."""
    return [
        Relation(
            source=event.id,
            target=day_item(event),
            type="IS_INCLUDED",
            confidence=event.when.weight,
            evidence=Evidence(event.when.rule, event.trigger),
        )
        for event in events
        if event.when is not None and likely_days(event) is not None
    ]


def between(events: Iterable[Event], likely: IntervalGraph) -> tuple[Event, ...]:
    """Return events with the time between which they likely lie, where nothing better is known.

    Parameters
    ----------
    events : iterable of Event
    likely : IntervalGraph
        In which the weak claims too are settled.
    """
    return tuple(_between(event, likely) for event in events)


def _is_out_of_turn(event: Event) -> bool:
    """Tell what is told out of its time: what looks back, went on, comes after « avoir » or "having", or is unsure."""
    trigger = event.trigger
    behind = trigger.looks_back or trigger.tense == "IMPERFECT" or trigger.aspect.startswith("PERFECTIVE")
    return behind or event.factuality not in _TOLD_IN_TURN


def _between(event: Event, likely: IntervalGraph) -> Event:
    when = event.when
    if _is_out_of_turn(event) or (when and (when.basis != "bounded" or when.end - when.start <= _NARROW)):
        return event
    start, end = likely.bounds(event.id)
    if start is None or end is None or end - start > _NARROW:
        return event
    return replace(event, when=When(start=start, end=end, basis="inferred", confidence=_ORDERED, rule="order"))


def without_refused(events: Iterable[Event], refused: Set[str]) -> tuple[Event, ...]:
    """Return events with nothing inferred of those whose likely day contradicts a surer order."""
    return tuple(replace(event, when=_bounded(event)) if event.id in refused else event for event in events)


def dated(
    events: Iterable[Event],
    times: Iterable[TimeValue],
    relations: Iterable[Relation],
    guesses: Mapping[str, Sequence[Relation]],
    graph: IntervalGraph,
) -> tuple[Event, ...]:
    """Return events with their time, their bounds and the best estimate of when they happened.

    Parameters
    ----------
    events, times : iterable
    relations : iterable of Relation
        Those that were accepted.
    guesses : mapping of str to sequence of Relation
        The claims with a rule in `GUESSES`, by the event that they are about.
    graph : IntervalGraph
        In which the relations are settled.
    """
    values = {time.id: time for time in times if locates(time)}
    relations = tuple(relations)
    anchors = _anchors(relations, values)
    ended = {relation.source for relation in relations if relation.type == "ENDED_BY"}

    def timed(event: Event) -> Event:
        now = _now_of(event, graph)
        links = [
            link for link in anchors.get(event.id, ()) if event.id not in graph.begun or _has_come(link, values, now)
        ]
        told = links[0] if links else None
        earliest, latest = graph.bounds(event.id)
        time = values[told.target] if told else None
        placed = replace(event, time=time, earliest=earliest, latest=latest)
        when = _when(placed, told, guesses.get(event.id, ()), graph, now)
        if when and told and told.type == "BEGUN_BY":
            until = latest if event.id in ended else _goes_on_until(event, told, now)
            when = replace(when, end=max(when.end, until or when.end))
        return replace(placed, when=when)

    return tuple(map(timed, events))


def _anchors(relations: Iterable[Relation], values: Mapping[str, TimeValue]) -> dict[str, list[Relation]]:
    """Return the relations that give events their times, those of each event best first."""
    anchors: dict[str, list[Relation]] = {}
    for relation in relations:
        link = relation.converse() if relation.source in values else relation
        if link.target in values and link.source not in values and link.type in _ANCHORING:
            anchors.setdefault(link.source, []).append(link)

    def preference(link: Relation) -> tuple[float, int, int]:
        granularity = values[link.target].granularity
        return -link.weight, _ANCHORING.index(link.type), granularity.rank if granularity else len(_ANCHORING) * 10

    return {event: sorted(links, key=preference) for event, links in anchors.items()}


def _goes_on_until(event: Event, told: Relation, now: Interval | None) -> datetime | None:
    """Return the end of now for what is told "since" a time; what was so then, looking back, may long be over."""
    still = told.evidence.rule == SINCE and event.factuality in _REAL and not event.trigger.looks_back
    return now[1] if still and now is not None else None


def _now_of(event: Event, graph: IntervalGraph) -> Interval | None:
    start, end = graph.bounds(graph.begun.get(event.id, REFERENCE))
    return (start, end) if start and end else None


def _has_come(link: Relation, values: Mapping[str, TimeValue], now: Interval | None) -> bool:
    start = values[link.target].start
    return now is None or start is None or start < now[1]


def _when(
    event: Event, told: Relation | None, guesses: Sequence[Relation], graph: IntervalGraph, now: Interval | None
) -> When | None:
    time = event.time
    if told and time and time.start and time.end and time.start < time.end and time.mod not in BOUNDING_MODIFIERS:
        return When(start=time.start, end=time.end, basis="told", confidence=told.weight, rule=told.evidence.rule)
    proposed = _proposed(event)
    if proposed is not None:
        return proposed
    bounded = _bounded(event)
    if bounded is not None and bounded.end - bounded.start <= _NARROW:
        return bounded
    for guess in sorted(guesses, key=_doubt):
        days = _days(guess, graph)
        within = _within(event, days) if days and _is_news(event, guess, days, now) else None
        if within is not None:
            start, end = within
            return When(start=start, end=end, basis="inferred", confidence=guess.weight, rule=guess.evidence.rule)
    return bounded


def _proposed(event: Event) -> When | None:
    """Return what another reader's estimate leaves inside an event's bounds."""
    if event.when is None or event.when.rule != PROPOSED:
        return None
    left = _within(event, (event.when.start, event.when.end))
    return replace(event.when, start=left[0], end=left[1]) if left else None


def _bounded(event: Event) -> When | None:
    if event.earliest is None or event.latest is None or not event.earliest < event.latest:
        return None
    if event.latest - event.earliest > _WIDE:
        return None
    return When(start=event.earliest, end=event.latest, basis="bounded", confidence=_BOUNDED, rule="bounds")


def _days(guess: Relation, graph: IntervalGraph) -> Interval | None:
    """Return the days that a guess means: those of its target, or the target where that is wider than a day."""
    found, until = graph.bounds(guess.target) if guess.target in graph.dated else (None, None)
    if found is None or until is None:
        return None
    first, after = GUESSES[guess.evidence.rule]
    start = found.replace(hour=0, minute=0, second=0, microsecond=0)
    if until - found > timedelta(days=1):
        return found, until
    try:
        return start + timedelta(days=first), end_of(start, after)
    except OverflowError:
        return None


def _is_news(event: Event, guess: Relation, days: Interval, now: Interval | None) -> bool:
    """Tell what can have happened by now, and, of what is news, lately."""
    if now is None:
        return True
    if event.factuality in _REAL and days[0] >= now[1]:
        return False
    return guess.evidence.rule not in _OF_NEWS or now[0] - days[0] <= _FRESH


def _within(event: Event, days: Interval) -> Interval | None:
    """Return the part of some days that the bounds of an event leave, None where they exclude them."""
    start = max(filter(None, (days[0], event.earliest)))
    end = min(filter(None, (days[1], event.latest)))
    return (start, end) if start < end else None


def _doubt(claim: Relation) -> float:
    return -claim.weight


def by_source(claims: Iterable[Relation]) -> dict[str, list[Relation]]:
    """Return claims by what they speak of."""
    found: dict[str, list[Relation]] = {}
    for claim in claims:
        found.setdefault(claim.source, []).append(claim)
    return found
