"""The chain of evidence behind a relation or a date, in words.

Words are English, spans are the caller's own text. Each line is one accepted claim, with the rule that made it, the
text it read and how sure it is, or one comparison on the calendar; together the lines prove the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, time

from timeline.errors import UnknownItemError
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline
from timeline.reasoning.allen import constraints, from_timeml
from timeline.reasoning.placing import REFERENCE
from timeline.reasoning.proofs import Step
from timeline.reasoning.story import LEAST_CONFIDENCE

# How sure a claim is, in words, from each confidence on.
_SURENESS = ((1.0, "certain"), (0.8, "very likely"), (0.5, "likely"), (LEAST_CONFIDENCE, "unsure"), (0.0, "a guess"))


def explain_relation(timeline: Timeline, a: str, b: str) -> str:
    """Say how one item stands to another, and why.

    Parameters
    ----------
    timeline : Timeline
    a, b : str
        Ids of events or times; ``"t0"`` is the reference date.

    Returns
    -------
    str
        The relation and a numbered chain of claims; when the text does not tell, what is known of each item alone.
        Claims about the two that were set aside, or too unsure to count, come last.

    Examples
    --------
    >>> claims = [Relation(source=a, target=b, type="BEFORE") for a, b in (("e1", "e2"), ("e2", "e3"))]
    >>> print(explain_relation(Timeline(relations=tuple(claims)), "e1", "e3"))
    e1 BEFORE e3:
      1. e1 BEFORE e2 (given, certain 1.00)
      2. e2 BEFORE e3 (given, certain 1.00)
    """
    known = timeline.graph.relation(a, b)
    if a == b:
        lines = [f"{_name(timeline, a)} is one and the same."]
    elif known is None:
        lines = [
            f"The text does not tell how {_name(timeline, a)} stands to {_name(timeline, b)}.",
            f"  {_extent(timeline, a)}",
            f"  {_extent(timeline, b)}",
        ]
    else:
        lines = [f"{_name(timeline, a)} {known} {_name(timeline, b)}:", *_numbered(_proof(timeline, a, known, b))]
    refused = [f"  {_verdict(relation)}: {_claim(timeline, relation)}" for relation in _refused(timeline, a, b)]
    return "\n".join([*lines, *refused])


def explain_date(timeline: Timeline, a: str) -> str:
    """Say when an item is, and why.

    Examples
    --------
    >>> claims = (Relation(source="e1", target="t0", type="BEFORE"),)
    >>> print(explain_date(Timeline(reference_date=datetime(2023, 11, 20), relations=claims), "e1"))
    e1: before 2023-11-20
      1. e1 BEFORE the reference date 2023-11-20 (given, certain 1.00)
    """
    times = {value.id: value for value in timeline.times}
    if a in times:
        return _resolution(timeline, times[a])
    graph = timeline.graph.intervals
    if a == REFERENCE:
        return f"{_name(timeline, a)} is given." if a in graph.dated else f"{_name(timeline, a)} is not known."
    proofs = timeline.graph.proofs
    start, end = graph.points_of(a)
    earliest, latest = graph.bounds(a)
    steps = proofs.way(graph.moments[earliest], start) if earliest else []
    steps += proofs.way(end, graph.moments[latest]) if latest else []
    used = dict.fromkeys(item for step in steps for item in (step.source, step.target))
    counted = [f"  {_resolution(timeline, times[item])}" for item in used if item in times and times[item].anchor]
    return "\n".join([_extent(timeline, a), *_numbered(_step(timeline, step) for step in steps), *counted])


# -- proofs ------------------------------------------------------------------------------------------------------------


def _proof(timeline: Timeline, a: str, known: str, b: str) -> list[str]:
    """Return what proves a relation, a line each."""
    graph = timeline.graph.intervals
    proofs = timeline.graph.proofs
    lines: list[str] = []
    for constraint in constraints(from_timeml(known)):
        p, q = graph.pair(a, constraint, b)
        if constraint.sign == ">":
            lines += _joined(timeline, b, proofs.way(q, p), a)
        else:
            lines += _joined(timeline, a, proofs.way(p, q, equal=constraint.sign == "="), b)
    return lines


def _joined(timeline: Timeline, reached: str, steps: Iterable[Step], goal: str) -> list[str]:
    """Tell a way of claims, with the calendar wherever it goes on from another time than the one it reached."""
    lines = []
    for step in steps:
        if step.source != reached:
            lines.append(_on_the_calendar(timeline, reached, step.source))
        lines.append(_step(timeline, step))
        reached = step.target
    if reached != goal:
        lines.append(_on_the_calendar(timeline, reached, goal))
    return lines


def _on_the_calendar(timeline: Timeline, a: str, b: str) -> str:
    known = timeline.graph.intervals.allen(a, b)
    relation = (known.timeml or known.value) if known else "overlaps"
    return f"{_name(timeline, a)} {relation} {_name(timeline, b)} (calendar)"


def _refused(timeline: Timeline, a: str, b: str) -> list[Relation]:
    """Return the claims about two items that the story as it was settled does not bear out."""
    graph = timeline.graph
    return [
        claim
        for claim in timeline.evidence
        if {claim.source, claim.target} == {a, b} and not graph.holds(claim.source, claim.type, claim.target)
    ]


# -- words -------------------------------------------------------------------------------------------------------------


def _numbered(lines: Iterable[str]) -> list[str]:
    return [f"  {number}. {line}" for number, line in enumerate(dict.fromkeys(lines), start=1)]


def _step(timeline: Timeline, step: Step) -> str:
    if step.relation is None:
        return f"{_name(timeline, step.source)} has begun by {_name(timeline, step.target)} (not told as future)"
    return _claim(timeline, step.relation)


def _verdict(refused: Relation) -> str:
    return "Set aside" if refused.confidence >= LEAST_CONFIDENCE else "Too unsure to count"


def _claim(timeline: Timeline, relation: Relation) -> str:
    source, target = _name(timeline, relation.source), _name(timeline, relation.target)
    span = relation.evidence.span
    reason = f"{relation.evidence.rule}: {_quoted(span)}" if span else relation.evidence.rule
    told = [reason, *_carried(timeline, relation), f"{_sureness(relation.confidence)} {relation.confidence:.2f}"]
    return f"{source} {relation.type} {target} ({', '.join(told)})"


def _sureness(confidence: float) -> str:
    return next(word for least, word in _SURENESS if confidence >= least)


def _carried(timeline: Timeline, relation: Relation) -> Iterator[str]:
    """Say from which phrase a time comes that was carried on to an event of another sentence."""
    event, value = _item(timeline, relation.source), _item(timeline, relation.target)
    if isinstance(event, TimeValue):
        event, value = value, event
    if not isinstance(event, Event) or not isinstance(value, TimeValue):
        return
    time = value.mention
    if time is None or _has_within(event.passage, time):
        return
    links = sorted(timeline.relations, key=_doubt)
    bound = dict.fromkeys(item for link in links if value.id in (ends := (link.source, link.target)) for item in ends)
    near = (found for item in bound if isinstance(found := _item(timeline, item), Event))
    owner = next((other for other in near if _has_within(other.passage, time)), None)
    yield f"carried on from {_name(timeline, owner.id) if owner else 'another sentence'}"


def _has_within(passage: Mention, part: Mention) -> bool:
    return passage.document == part.document and passage.start <= part.start and part.end <= passage.end


def _name(timeline: Timeline, item: str) -> str:
    """Return an id with the words that stand for it in the text."""
    if item == REFERENCE:
        date = timeline.reference_date
        return f"the reference date {date:%Y-%m-%d}" if date else "the reference date"
    found = _item(timeline, item)
    if isinstance(found, TimeValue):
        return f"{item} {_quoted(found.mention)} [{found}]" if found.mention else f"{item} [{found}]"
    return f"{item} {_quoted(found.trigger)}" if isinstance(found, Event) else item


def _item(timeline: Timeline, item: str) -> object:
    try:
        return timeline[item]
    except UnknownItemError:
        return None


def _doubt(relation: Relation) -> float:
    return -relation.confidence


def _quoted(mention: Mention) -> str:
    return f"“{' '.join(mention.text.split())}”"


def _extent(timeline: Timeline, item: str) -> str:
    earliest, latest = timeline.graph.intervals.bounds(item)
    name = _name(timeline, item)
    if earliest and latest:
        return f"{name}: from {_moment(earliest)} on, before {_moment(latest)}"
    if earliest:
        return f"{name}: from {_moment(earliest)} on"
    return f"{name}: before {_moment(latest)}" if latest else f"{name}: not dated"


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}" if moment.time() == time() else f"{moment:%Y-%m-%d %H:%M}"


def _resolution(timeline: Timeline, value: TimeValue) -> str:
    name = _name(timeline, value.id)
    if not value.anchor:
        return f"{name} is said by the text itself."
    anchor = _name(timeline, value.anchor)
    if value.start is None:
        return f"{name} is not resolved: {value.unresolved} counts from {anchor}, which is not known."
    return f"{name} is {value.unresolved} counted from {anchor}."
