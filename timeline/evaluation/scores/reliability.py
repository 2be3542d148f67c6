"""Reliability: whether what is told with a confidence of 0.7 is right seven times in ten.

The expected calibration error weighs the gap between confidence and share of right answers by the cases in each of
five bins of equal width.

References
----------
Guo, Pleiss, Sun & Weinberger (2017), On Calibration of Modern Neural Networks, ICML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.evaluation.annotations import REFERENCE, AnnotatedDocument
from timeline.evaluation.scores.awareness import verdicts
from timeline.evaluation.scores.matching import by_document
from timeline.evaluation.scores.stories import AFTER, BEFORE, date_of, mentioning
from timeline.evaluation.stories import ToldStory
from timeline.model.event import Event
from timeline.model.relation import Relation
from timeline.model.timeline import Timeline
from timeline.reasoning.calibration import JOIN, kind_of_claim, kind_of_date

BINS = 5


@dataclass(frozen=True, slots=True)
class Judged:
    """One thing told, and whether it is right.

    Attributes
    ----------
    kind : str
        ``"events"``, ``"relations"``, ``"dates"`` or ``"joins"``.
    confidence : float
        How sure the library is.
    right : bool
    weight : float
        What the confidence was made of.
    curve : str
        By which curve of `timeline.reasoning.calibration`, ``""`` by none.
    """

    kind: str
    confidence: float
    right: bool
    weight: float = 1.0
    curve: str = ""


@dataclass(frozen=True, slots=True)
class Bin:
    """What was told with a confidence from `low` to `high`: how often, its mean, and how often it was right."""

    low: float
    high: float
    cases: int
    confidence: float
    right: float


def bins_of(judged: Iterable[Judged]) -> list[Bin]:
    """Return the bins that hold anything, the least sure first.

    Examples
    --------
    >>> bins_of([Judged("dates", 0.9, True), Judged("dates", 0.8, False)])
    [Bin(low=0.8, high=1.0, cases=2, confidence=0.85, right=0.5)]
    """
    held: dict[int, list[Judged]] = {}
    for one in judged:
        held.setdefault(min(int(one.confidence * BINS), BINS - 1), []).append(one)
    return [
        Bin(
            low=number / BINS,
            high=(number + 1) / BINS,
            cases=len(found),
            confidence=round(sum(one.confidence for one in found) / len(found), 4),
            right=round(sum(one.right for one in found) / len(found), 4),
        )
        for number, found in sorted(held.items())
    ]


def calibration_error(bins: Iterable[Bin]) -> float:
    """Return the expected calibration error: 0 where confidence is as it should be.

    Examples
    --------
    >>> round(calibration_error([Bin(0.8, 1.0, 2, 0.85, 0.5)]), 2)
    0.35
    """
    bins = list(bins)
    cases = sum(one.cases for one in bins)
    return sum(one.cases * abs(one.confidence - one.right) for one in bins) / cases if cases else 0.0


def by_weight(one: Judged) -> Judged:
    """Return a thing told as sure as its weight, uncalibrated.

    Examples
    --------
    >>> by_weight(Judged("dates", 0.9, True, weight=0.5)).confidence
    0.5
    """
    return replace(one, confidence=one.weight)


def judge_events(gold: Iterable[AnnotatedDocument], system: Iterable[AnnotatedDocument]) -> Iterator[Judged]:
    """Judge every mention of an event against a corpus that annotates them all: right where a gold one overlaps it."""
    for told, found in zip(gold, system, strict=True):
        places = {place for span in told.events for place in range(span.start, span.end)}
        for span in found.events:
            right = not places.isdisjoint(range(span.start, span.end))
            yield Judged("events", span.confidence, right, weight=span.confidence)


def judge_links(gold: Sequence[AnnotatedDocument], system: Sequence[AnnotatedDocument]) -> Iterator[Judged]:
    """Judge relations against a corpus that annotates them: right as the closure of the gold ones says, or wrong.

    Where that says nothing of the two, nothing is judged; nor is that two words tell one event.
    """
    for told, found in by_document(gold, system):
        times = {REFERENCE, *(time.id for time in told.times)}
        for link, said in verdicts(told, found):
            curve = kind_of_claim(link, times)
            if said and curve:
                yield Judged("relations", link.confidence, said == link.type, weight=link.weight, curve=curve)


def judge_story(story: Timeline, gold: ToldStory) -> Iterator[Judged]:
    """Judge what a timeline tells by what a reader took from the text.

    Dates of the reader's events; relations between two of them; joins of two mentions that the reader quotes, as sure
    as the less sure of them. A join has no weight but that of being told.
    """
    chosen: dict[str, Event] = {}
    owners: dict[tuple[int, int], set[str]] = {}
    for told in gold.events:
        found = [event for span in told.spans for event in mentioning(story, span)]
        for span in told.spans:
            owners.setdefault(span, set()).add(told.id)
        if not found:
            continue
        event = chosen[told.id] = max(found, key=_salience)
        dated = date_of(event, told.window)
        if dated is not None and event.when is not None:
            curve = kind_of_date(event.when)
            yield Judged("dates", event.when.confidence, dated == "dated", weight=event.when.weight, curve=curve)
    claims = {(claim.source, claim.target): claim for claim in story.relations}
    for earlier, later in gold.order:
        if earlier in chosen and later in chosen:
            yield from _judge_order(claims, chosen[earlier].id, chosen[later].id)
    for event in story:
        yield from _judge_joins(event, owners)


def _judge_order(claims: dict[tuple[str, str], Relation], earlier: str, later: str) -> Iterator[Judged]:
    for source, target, right in ((earlier, later, BEFORE), (later, earlier, AFTER)):
        claim = claims.get((source, target))
        if claim is not None:
            curve = kind_of_claim(claim, ())
            yield Judged("relations", claim.confidence, claim.type in right, weight=claim.weight, curve=curve)


def _judge_joins(event: Event, owners: dict[tuple[int, int], set[str]]) -> Iterator[Judged]:
    quoted = [
        (one, [names for (start, end), names in owners.items() if one.start < end and start < one.end])
        for one in event.mentions
    ]
    told = [(one.confidence, set[str]().union(*names)) for one, names in quoted if names]
    for number, (sure, names) in enumerate(told):
        for other, others in told[number + 1 :]:
            yield Judged("joins", min(sure, other), bool(names & others), curve=JOIN)


def _salience(event: Event) -> float:
    return event.salience
