"""The chain of evidence behind a relation or a date, in words.

Words are those of the story's own language, from its room ``explanation``, or English; spans are the caller's own
text. Each line is one accepted claim, with what it rests on, the text that was read and, where it is not sure, how sure
it is, or one comparison on the calendar; together the lines prove the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from timeline.errors import UnknownItemError
from timeline.languages.base import language_or_fallback
from timeline.languages.contract import ExplanationWords
from timeline.languages.dates import dates_language, day_text, interval_text, time_text
from timeline.model.event import Event
from timeline.model.explanation import Explanation, Reason
from timeline.model.mention import Mention
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline
from timeline.reasoning.allen import constraints, from_timeml
from timeline.reasoning.estimates import DAY_OF
from timeline.reasoning.placing import REFERENCE
from timeline.reasoning.proofs import Step
from timeline.reasoning.story import LEAST_CONFIDENCE

# How sure a claim is, from each confidence on; nothing is said of what is sure.
_SURE = 0.6
_SURENESS = ((0.45, "likely"), (LEAST_CONFIDENCE, "unsure"), (0.0, "guess"))
_DEFAULT = "en"  # for languages without these words


def explain_relation(timeline: Timeline, a: str, b: str) -> Explanation:
    """Say how one item stands to another, and why.

    Parameters
    ----------
    timeline : Timeline
    a, b : str
        Ids of events or times; ``"t0"`` is the reference date.

    Returns
    -------
    Explanation
        The relation and a chain of claims; when the text does not tell, what is known of each item alone.
        Claims about the two that were set aside, or too unsure to count, come last.

    Examples
    --------
    >>> claims = [Relation(source=a, target=b, type="BEFORE") for a, b in (("e1", "e2"), ("e2", "e3"))]
    >>> print(explain_relation(Timeline(relations=tuple(claims)), "e1", "e3"))
    e1 is before e3:
      1. e1 is before e2 (given)
      2. e2 is before e3 (given)
    """
    known = timeline.graph.relation(a, b)
    if a == b:
        statement, parts = _say(timeline, "same", a=a), []
    elif known is None:
        statement, parts = _say(timeline, "unknown", a=a, b=b), [_note(_extent(timeline, item)) for item in (a, b)]
    else:
        statement = f"{_related(timeline, a, known, b)}{_words(timeline).colon}"
        parts = list(dict.fromkeys(_proof(timeline, a, known, b)))
    parts += (Reason(_verdict(timeline, claim), claim.evidence, is_step=False) for claim in _refused(timeline, a, b))
    return Explanation(statement, tuple(parts))


def explain_date(timeline: Timeline, a: str) -> Explanation:
    """Say when an item is, and why.

    Examples
    --------
    >>> claims = (Relation(source="e1", target="t0", type="BEFORE"),)
    >>> print(explain_date(Timeline(reference_date=datetime(2023, 11, 20), relations=claims), "e1"))
    e1: before Tue 21 Nov 2023
      The text gives no date for it; what else it tells sets the limits:
      1. e1 is before the reference date (Mon 20 Nov 2023) (given)
    """
    item = _item(timeline, a)
    if isinstance(item, TimeValue):
        return Explanation(_resolution(timeline, item))
    graph = timeline.graph.told
    if a == REFERENCE:
        return Explanation(_say(timeline, "known" if a in graph.dated else "not_known", a=a))
    proofs = timeline.graph.told_proofs
    start, end = graph.points_of(a)
    earliest, latest = graph.bounds(a)
    steps = proofs.way(graph.moments[earliest], start) if earliest else []
    steps += proofs.way(end, graph.moments[latest]) if latest else []
    used = dict.fromkeys(item for step in steps for item in (step.source, step.target))
    times = (found for item in used if isinstance(found := _item(timeline, item), TimeValue))
    counted = [_note(_resolution(timeline, time)) for time in times if time.anchor]
    why = [*_undated(timeline, a, bounded=bool(steps)), *_inferred(timeline, a)]
    told = dict.fromkeys(_step(timeline, step) for step in steps)
    return Explanation(_extent(timeline, a), (*why, *told, *counted))


def _undated(timeline: Timeline, a: str, *, bounded: bool) -> list[Reason]:
    """Say why an event has no date, if it has none."""
    item = _item(timeline, a)
    value = item.time if isinstance(item, Event) else None
    if value is None:
        return [_note(_say(timeline, "no_date" if bounded else "nothing"))]
    return [] if value.start else [_note(_resolution(timeline, value))]


def _inferred(timeline: Timeline, a: str) -> Iterator[Reason]:
    """Say when an event likely happened, where the text does not tell."""
    event = _item(timeline, a)
    if isinstance(event, Event) and event.when is not None and event.when.basis == "inferred":
        rule = _words(timeline).rules.get(event.when.rule, event.when.rule)
        time = _stretch(timeline, event.when.start, event.when.end)
        yield _note(_say(timeline, "inferred", a, time=time, rule=rule))


# -- proofs ------------------------------------------------------------------------------------------------------------


def _proof(timeline: Timeline, a: str, known: str, b: str) -> list[Reason]:
    """Return what proves a relation, step by step."""
    graph = timeline.graph.intervals
    proofs = timeline.graph.proofs
    lines: list[Reason] = []
    for constraint in constraints(from_timeml(known)):
        p, q = graph.pair(a, constraint, b, known)
        if constraint.sign == ">":
            lines += _joined(timeline, b, proofs.way(q, p), a)
        else:
            lines += _joined(timeline, a, proofs.way(p, q, equal=constraint.sign == "="), b)
    return lines


def _joined(timeline: Timeline, reached: str, steps: Iterable[Step], goal: str) -> list[Reason]:
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


def _on_the_calendar(timeline: Timeline, a: str, b: str) -> Reason:
    known = timeline.graph.intervals.allen(a, b)
    relation = _related(timeline, a, (known and known.timeml) or "overlaps", b)
    return Reason(_say(timeline, "claim", relation=relation, reasons=_words(timeline).rules["calendar"]))


def _refused(timeline: Timeline, a: str, b: str) -> list[Relation]:
    """Return the claims about two items that the story as it was settled does not bear out."""
    graph = timeline.graph
    return [
        claim
        for claim in timeline.evidence
        if {claim.source, claim.target} == {a, b} and not graph.holds(claim.source, claim.type, claim.target)
    ]


# -- words -------------------------------------------------------------------------------------------------------------


def _note(text: str) -> Reason:
    return Reason(text, is_step=False)


def _step(timeline: Timeline, step: Step) -> Reason:
    if step.relation is None:
        return Reason(_say(timeline, step.kind, a=step.source, b=step.target))
    return Reason(_claim(timeline, step.relation), step.relation.evidence)


def _verdict(timeline: Timeline, refused: Relation) -> str:
    verdict = "refused" if refused.weight >= LEAST_CONFIDENCE else "unsure"
    return _say(timeline, verdict, claim=_claim(timeline, refused))


def _claim(timeline: Timeline, relation: Relation) -> str:
    words = _words(timeline)
    ends = (_item(timeline, item) for item in (relation.source, relation.target))
    named = {
        (end.trigger if isinstance(end, Event) else end.mention) for end in ends if isinstance(end, Event | TimeValue)
    }
    places = {(mention.start, mention.end) for mention in named if mention}
    span = relation.evidence.span
    if span and (span.start, span.end) in places:
        span = None
    rule = words.rules.get(relation.evidence.rule, relation.evidence.rule)
    told = [f"{rule}{words.colon} {_quoted(timeline, span)}" if span else rule, *_carried(timeline, relation)]
    if relation.weight < _SURE:
        told.append(words.sure[next(name for least, name in _SURENESS if relation.weight >= least)])
    related = _related(timeline, relation.source, relation.type, relation.target)
    return _say(timeline, "claim", relation=related, reasons=", ".join(told))


def _related(timeline: Timeline, a: str, relation: str, b: str) -> str:
    """Say a relation of two items in words."""
    return _words(timeline).relations[relation].format(a=_name(timeline, a), b=_name(timeline, b))


def _say(timeline: Timeline, sentence: str, a: str = "", b: str = "", **words: str) -> str:
    """Say a sentence of the story's language, about items and with words given."""
    told = _words(timeline).sentences[sentence]
    return told.format(a=_name(timeline, a) if a else "", b=_name(timeline, b) if b else "", **words)


def _words(timeline: Timeline) -> ExplanationWords:
    return language_or_fallback(_language(timeline)).explanation


def _language(timeline: Timeline) -> str:
    """Return the code of the first text's language, of the default one where that has no words for this."""
    code = next((document.lang or "" for document in timeline.documents), "")
    return code if language_or_fallback(code).explanation.sentences else _DEFAULT


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
    links = sorted(timeline.graph.links.get(value.id, ()), key=_doubt)
    bound = dict.fromkeys(item for link in links for item in (link.source, link.target))
    near = (found for item in bound if isinstance(found := _item(timeline, item), Event))
    owner = next((other for other in near if _has_within(other.passage, time)), None)
    yield _say(timeline, "carried", a=owner.id) if owner else _say(timeline, "carried_on")


def _has_within(passage: Mention, part: Mention) -> bool:
    return passage.document == part.document and passage.start <= part.start and part.end <= passage.end


def _name(timeline: Timeline, item: str) -> str:
    """Return the words that stand for an item in the text, with its id or its date."""
    words = _words(timeline)
    if item == REFERENCE:
        day = timeline.reference_date
        return words.reference_dated.format(date=_day(timeline, day)) if day else words.reference
    if item.startswith(DAY_OF):
        return _say(timeline, "inferred_day", item.removeprefix(DAY_OF))
    found = _item(timeline, item)
    if isinstance(found, TimeValue):
        quoted, date = _quoted(timeline, found.mention) if found.mention else item, _date(timeline, found)
        return f"{quoted} ({date})" if date and found.mention and found.mention.text != date else quoted
    return f"{_quoted(timeline, found.trigger)} ({item})" if isinstance(found, Event) else item


def _item(timeline: Timeline, item: str) -> object:
    try:
        return timeline[item]
    except UnknownItemError:
        return None


def _doubt(relation: Relation) -> float:
    return -relation.weight


def _quoted(timeline: Timeline, mention: Mention) -> str:
    return _words(timeline).quotes.format(" ".join(mention.text.split()))


def _extent(timeline: Timeline, item: str) -> str:
    earliest, latest = timeline.graph.told.bounds(item)
    found = _item(timeline, item)
    value = found.time if isinstance(found, Event) else found
    if isinstance(value, TimeValue) and value.start and (earliest, latest) == (value.start, value.end):
        return _say(timeline, "on", item, time=_date(timeline, value))
    start, end = (_day(timeline, moment) if moment else "" for moment in (earliest, latest))
    name = "between" if start and end else "after" if start else "before" if end else "undated"
    return _say(timeline, name, item, start=start, end=end)


def _day(timeline: Timeline, moment: datetime) -> str:
    return day_text(moment, dates_language(timeline.language))


def _date(timeline: Timeline, value: TimeValue) -> str:
    """Return when a time is, no more exactly than the text says; empty when it stands nowhere."""
    if value.start is None or value.end is None:
        return ""
    return time_text(value, dates_language(timeline.language))


def _stretch(timeline: Timeline, start: datetime, end: datetime) -> str:
    """Return a day, or the first and the last of several."""
    return interval_text(start, end, dates_language(timeline.language))


def _resolution(timeline: Timeline, value: TimeValue) -> str:
    if not value.anchor:
        return _say(timeline, "said", value.id)
    if value.start is not None:
        return _say(timeline, "counted", value.id, value.anchor)
    anchor = _item(timeline, value.anchor)
    is_known = isinstance(anchor, TimeValue) and anchor.start is not None
    return _say(timeline, "inexact" if is_known else "unresolved", value.id, value.anchor)
