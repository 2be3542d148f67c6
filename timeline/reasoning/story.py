"""One consistent story out of all that a text claims, and the questions it answers."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import groupby

from timeline.model.event import Event
from timeline.model.relation import CONVERSES, Relation
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline
from timeline.reasoning.allen import from_timeml
from timeline.reasoning.calibration import calibrated_claims, calibrated_dates
from timeline.reasoning.estimates import (
    between,
    by_source,
    dated,
    day_item,
    inferred_days,
    is_guess,
    is_learned,
    is_noted,
    is_weak,
    likely_days,
    without_refused,
)
from timeline.reasoning.intervals import NO_DATES, Interval, IntervalGraph
from timeline.reasoning.order import in_groups, in_line
from timeline.reasoning.placing import (
    PUBLISHED,
    REFERENCE,
    ahead,
    before_christ,
    begun,
    likely_relations,
    nows,
    offsets,
    over,
    placed,
    resolved,
    vague_sides,
)
from timeline.reasoning.proofs import Proofs
from timeline.reasoning.reduction import reduced
from timeline.reasoning.text_places import TextPlaces

_REAL = frozenset({"factual", "reported"})
# Claims less sure than this are guesses: they stay in `Timeline.evidence` and decide nothing. They are right more often
# than not where annotators had to choose a relation, and mostly noise where they wrote only what is told. Temporal
# awareness with gold events and times, over 82 documents of TimeBank and AQUAINT that the weights had not seen:
#   least      0.20   0.22   0.25   0.30   0.35
#   F1         38.2   38.3   38.4   37.8   37.5
LEAST_CONFIDENCE = 0.25
_WITHIN = frozenset({"IS_INCLUDED", "SIMULTANEOUS", "IDENTITY", "DURING"})  # of an event to a time that holds it
# Of learned claims a reader asks more than annotators, for whom a wrong order costs no more than a missing one: wrong
# ones, put together, prove others.
# Of the news bank's ordered pairs, French (readable half), right and wrong: at 0.3 203 and 22, at 0.27 209 and 22, at
# 0.25 211 and 22; English: 101 and 9, the same, 103 and 12.
LEAST_ORDER, LEAST_HOLDING = 0.27, 0.8
_ORDERS = frozenset({"BEFORE", "AFTER", "IBEFORE", "IAFTER"})
# Claims that whoever made the story is certain of, as of relations in TimeML.
_CERTAIN = 1.0
# Claims that a time told beside an event makes; « il sera condamné en 1998 » may be told of the past by them.
_SURE = 0.75
# Claims of a time that goes with the event's own word.
_OF_ITS_TIME = frozenset({"time by syntax", "dated line"})


def assemble(timeline: Timeline, *, least: float | None = None) -> Timeline:
    """Settle a story's claims into one consistent order, with times, bounds and events in that order.

    Times are resolved against the reference date and stand on the calendar, which nothing contradicts. The claims in
    `timeline.evidence` follow, most confident first; of equal ones those about events told as real come before those
    about possible, future or denied ones, and then the order of the text decides. A claim that contradicts what stands
    is left out; in a story of many documents so are all claims about as sure as each other that contradict each other,
    and no order is settled over it. So is one that puts an event told as real, or denied, after the reference date (see
    `begun`); only
    claims that are certain may do that. The order in which evidence, times and events are given makes no difference,
    and assembling twice changes nothing.

    Parameters
    ----------
    timeline : Timeline
        With documents, times, events and evidence; `relations` and what was assembled before are made anew.
    least : float, optional
        Claims less sure than this are left out, so that a relation is told only where the text tells it: if not given
        `LEAST_CONFIDENCE`, and what a reader asks of what no word tells. With 0 all are settled, for those who must
        have an answer for every pair they ask about (TimeBank-Dense, MATRES). If given, learned claims count by their
        confidence alone, and what follows from how a report is built, which annotators do not note, not at all.

    Returns
    -------
    Timeline
        `relations` are the claims that were accepted, each pair's strongest one where several say the same. Relations
        between times on the calendar are not listed; those that are likely without a reference date are.

    Examples
    --------
    >>> assemble(Timeline()).events
    ()
    """
    place = TextPlaces.of(timeline)
    times = tuple(sorted(resolved(timeline.times, timeline.reference_date), key=place))
    events = tuple(sorted(timeline.events, key=place))
    now = nows(replace(timeline, times=times))
    graph = _graph(times, events, timeline.reference_date, place)
    claims = _claims(timeline, times, now, least)
    surer, unsure = _parted(claims, least)
    ranked = _ranked(surer, events, place)
    refused = _settle_told(graph, ranked, events, timeline.evidence, now)
    told = tuple(claim for claim in ranked if id(claim) not in refused)
    guesses = by_source(claim for claim in timeline.evidence if is_guess(claim))
    events = dated(events, times, told, guesses, graph)
    settled = replace(timeline, times=times, events=events, relations=told)
    likely, days = _settled(settled, events, told), inferred_days(events)
    weak = _ranked(unsure, events, place)
    refused = set(map(id, likely.settle([*weak, *days])))
    relations = (*told, *(claim for claim in weak if id(claim) not in refused))
    events = between(without_refused(events, {day.source for day in days if id(day) in refused}), likely)
    named = {REFERENCE, *(time.id for time in times)}
    accepted = sorted(relations, key=place.of_relation)
    sure = calibrated_claims((*accepted, *timeline.evidence), named)
    return replace(
        settled,
        events=calibrated_dates(_in_time(likely, events)),
        relations=sure[: len(accepted)],
        evidence=sure[len(accepted) :],
    )


def _claims(
    timeline: Timeline, times: tuple[TimeValue, ...], now: Mapping[str, str], least: float | None
) -> list[Relation]:
    """Return what the text claims surely enough, and what its times tell of each other."""
    claims = [claim for claim in timeline.evidence if not is_guess(claim) and claim.weight >= _least(claim, least)]
    claims += vague_sides(times, now)
    claims += before_christ(times)
    claims += offsets(times, claims)
    if timeline.reference_date is None and not now:
        claims += likely_relations(times)
    return claims


def _parted(claims: list[Relation], least: float | None) -> tuple[list[Relation], list[Relation]]:
    """Part what is told from what is only likely; for those who ask as annotators do, confidence alone counts."""
    if least is not None:
        return [claim for claim in claims if is_noted(claim)], []
    return [claim for claim in claims if not is_weak(claim)], [claim for claim in claims if is_weak(claim)]


def _settle_told(
    graph: IntervalGraph,
    ranked: list[Relation],
    events: tuple[Event, ...],
    evidence: tuple[Relation, ...],
    now: Mapping[str, str],
) -> set[int]:
    """Settle claims, strongest first, and what tenses tell between them; return the identities of those refused."""
    certain, sure = (sum(claim.weight >= least for claim in ranked) for least in (_CERTAIN, _SURE))
    refused = set(map(id, graph.settle(ranked[:certain])))
    # « le salon ouvre le 12 mars » may be of what is to come
    timed = {claim.source for claim in ranked[:sure] if claim.evidence.rule in _OF_ITS_TIME}
    present = tuple(event for event in events if event.id in timed and _is_simple_present(event))
    kept = {event.id for event in present}
    _look_back(graph, tuple(event for event in events if event.id not in kept), evidence, now)
    refused |= _refused(graph, ranked[certain:sure], now)
    _look_back(graph, present, evidence, now)
    graph.begin_after(ahead(events, now))
    return refused | _refused(graph, ranked[sure:], now)


def _refused(graph: IntervalGraph, ranked: list[Relation], now: Mapping[str, str]) -> set[int]:
    """Settle claims of one kind; in a story of many documents without weighing one by one (see `assemble`)."""
    if not now:
        return set(map(id, graph.settle(ranked)))
    agreeing = _agreeing(graph, ranked)
    refused = set(map(id, ranked)) - set(map(id, agreeing))
    for strength in _strengths(agreeing):
        refused |= set(map(id, graph.settle(strength, weigh=False)))
    return refused


def _is_simple_present(event: Event) -> bool:
    return event.trigger.tense == "PRESENT" and event.trigger.aspect == "NONE"


def _least(claim: Relation, least: float | None) -> float:
    """Return how sure a claim must be."""
    if least is not None:
        return least
    if not is_learned(claim):
        return LEAST_CONFIDENCE
    return LEAST_ORDER if claim.type in _ORDERS else LEAST_HOLDING


@dataclass(frozen=True)
class StoryGraph:
    """The point graph of an assembled story, and the questions that `Timeline` passes on to it.

    Examples
    --------
    >>> graph = StoryGraph.of(Timeline(relations=(Relation(source="e1", target="e2", type="BEFORE"),)))
    >>> graph.relation("e2", "e1"), graph.is_before("e1", "e2")
    ('AFTER', True)
    """

    timeline: Timeline
    intervals: IntervalGraph

    @classmethod
    def of(cls, timeline: Timeline) -> StoryGraph:
        """Build the graph from a story's times, its settled relations, and the days inferred for its events."""
        graph = _settled(timeline, timeline.events, [link for link in timeline.relations if not is_weak(link)])
        graph.settle(link for link in timeline.relations if is_weak(link))
        graph.settle(inferred_days(timeline.events))
        return cls(timeline, graph)

    @cached_property
    def told(self) -> IntervalGraph:
        """The graph of what is told alone, without what is only likely; the bounds of events are its."""
        return _settled(self.timeline, (), [link for link in self.timeline.relations if not is_weak(link)])

    @cached_property
    def links(self) -> dict[str, list[Relation]]:
        """The story's relations by each of the items that they bind."""
        links: dict[str, list[Relation]] = defaultdict(list)
        for link in self.timeline.relations:
            for item in dict.fromkeys((link.source, link.target)):
                links[item].append(link)
        return links

    @cached_property
    def proofs(self) -> Proofs:
        """The ways between points, each step with its reason."""
        return Proofs(self.intervals, (*self.timeline.relations, *inferred_days(self.timeline.events)))

    @cached_property
    def told_proofs(self) -> Proofs:
        """The same within `told`."""
        return Proofs(self.told, [link for link in self.timeline.relations if not is_weak(link)])

    def relation(self, a: str, b: str) -> str | None:
        """Return the TimeML relation of one item to another, None when the text does not tell."""
        return "IDENTITY" if a == b else self.intervals.relation(a, b)

    def is_before(self, a: str, b: str) -> bool:
        """Return whether one item is known to be over when another begins."""
        return self.intervals.is_before(a, b)

    def holds(self, a: str, type: str, b: str) -> bool:
        """Return whether a TimeML relation is entailed."""
        return self.intervals.holds(a, type, b)

    def groups(self) -> list[tuple[Event, ...]]:
        """Return the events in groups that cannot be told apart; see `timeline.reasoning.order.in_groups`."""
        events = {event.id: event for event in self.timeline.events}
        return [tuple(events[item] for item in group) for group in in_groups(self.intervals, list(events))]

    def reduced(self) -> Iterator[Relation]:
        """Yield those of the story's relations that the others, with the calendar, do not entail; see `reduced`."""
        return reduced(self.intervals, self.timeline.relations)


def _graph(
    times: Iterable[TimeValue],
    events: Iterable[Event],
    reference: datetime | None,
    place: TextPlaces,
    days: Mapping[str, Interval] = NO_DATES,
) -> IntervalGraph:
    times = tuple(times)
    told: list[TimeValue | Event] = sorted((*times, *events), key=place)
    instants = (REFERENCE, *(time.id for time in times if time.rule == PUBLISHED))
    items = (REFERENCE, *(item.id for item in told))
    return IntervalGraph({**placed(times, reference), **days}, items, instants=instants)


def _settled(timeline: Timeline, estimates: Iterable[Event], relations: Iterable[Relation]) -> IntervalGraph:
    """Return the graph of a story's times and events, with relations settled, and room for the days of estimates."""
    likely = ((day_item(event), likely_days(event)) for event in estimates)
    days = {item: interval for item, interval in likely if interval is not None}
    graph = _graph(timeline.times, timeline.events, timeline.reference_date, TextPlaces.of(timeline), days)
    graph.settle(relations)
    now = nows(timeline)
    _look_back(graph, timeline.events, timeline.evidence, now)
    graph.begin_after(ahead(timeline.events, now))
    return graph


def _look_back(
    graph: IntervalGraph, events: tuple[Event, ...], claims: tuple[Relation, ...], now: Mapping[str, str]
) -> None:
    """Let what is told as past be over, and what is told as real have begun, by the date of who tells it."""
    graph.end_by(over(events, claims, now))
    graph.begin_by(begun(events, now))


# -- claims, strongest first -------------------------------------------------------------------------------------------


def _ranked(claims: Iterable[Relation], events: Iterable[Event], place: TextPlaces) -> list[Relation]:
    """Return the claims strongest first, one for each thing said."""
    hedged = {event.id for event in events if event.factuality not in _REAL}

    def strength(claim: Relation) -> tuple[object, ...]:
        return (-claim.weight, claim.source in hedged or claim.target in hedged, place.of_relation(claim))

    said: dict[tuple[str, str, str], Relation] = {}
    for claim in sorted(claims, key=strength):
        told, untold = from_timeml(claim.type).value, from_timeml(CONVERSES[claim.type]).value
        if (claim.target, claim.source, untold) not in said:
            said.setdefault((claim.source, claim.target, told), claim)
    return list(said.values())


def _agreeing(graph: IntervalGraph, ranked: Iterable[Relation]) -> list[Relation]:
    """Return claims without those that put an event at a time where it cannot be, beside stronger ones about the event.

    In a story of many documents most contradictions are of this kind; found one by one they cost a search each.
    """
    limits: dict[str, tuple[datetime | None, datetime | None]] = {}
    kept = []
    for claim in ranked:
        link = claim.converse() if claim.source in graph.dated else claim
        if link.target not in graph.dated or link.source in graph.dated:
            kept.append(claim)
            continue
        start, end = graph.bounds(link.target)
        first, last = limits.get(link.source) or graph.bounds(link.source)
        if link.type in _WITHIN:
            first, last = _latest(first, start), _earliest(last, end)
        elif link.type in {"BEFORE", "IBEFORE"}:
            last = _earliest(last, end)
        elif link.type in {"AFTER", "IAFTER"}:
            first = _latest(first, start)
        if first is None or last is None or first < last:
            limits[link.source] = (first, last)
            kept.append(claim)
    return kept


def _latest(one: datetime | None, other: datetime | None) -> datetime | None:
    return max(one, other) if one and other else one or other


def _earliest(one: datetime | None, other: datetime | None) -> datetime | None:
    return min(one, other) if one and other else one or other


def _strengths(ranked: Sequence[Relation]) -> Iterator[list[Relation]]:
    """Yield claims that are about as sure as each other, the surest first."""
    for _, claims in groupby(ranked, key=_tenths):
        yield list(claims)


def _tenths(claim: Relation) -> int:
    return int(claim.weight * 10)


# -- events with their times, in time order ----------------------------------------------------------------------------


def _in_time(graph: IntervalGraph, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Sort events by their beginnings; where the order leaves a choice, by their time and then by the text."""
    line = in_line(graph, dict(zip([event.id for event in events], _wishes(graph, events), strict=True)))
    by_id = {event.id: event for event in events}
    return tuple(by_id[item] for item in line)


def _wishes(graph: IntervalGraph, events: tuple[Event, ...]) -> list[tuple[int, int]]:
    """Say for each event, in text order, at which place among all points it would best be told.

    An event with a time where that begins, or where the day begins that is likely for it; one without either where the
    telling stands, which is at the last event before it that has one, unless its bounds say otherwise.
    """
    moments = tuple(graph.moments)

    def place(moment: datetime | None, otherwise: int) -> int:
        last = bisect_right(moments, moment) - 1 if moment else -1
        return graph.order.rank(graph.moments[moments[last]]) if last >= 0 else otherwise

    def beginning(event: Event) -> int | None:
        if event.time and event.time.start:
            return place(event.earliest, graph.order.rank(graph.points_of(event.time.id)[0]))
        return place(event.when.start, 0) if event.when and event.when.basis != "bounded" else None

    starts = [beginning(event) for event in events]
    current = next((start for start in starts if start is not None), 0)
    wishes = []
    for position, (event, start) in enumerate(zip(events, starts, strict=True)):
        current = current if start is None else start
        wish = max(current, place(event.earliest, 0))
        wishes.append((min(wish, place(event.latest, graph.order.top)), position))
    return wishes
