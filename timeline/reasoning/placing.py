"""Which times stand on the calendar, which events have begun by now, and how times stand while now is not known.

DATE and TIME values that resolve to an interval are placed; durations, sets and vague times are not, nor are values
that only bound something (``mod="BEFORE"``). The reference date is a moment somewhere within its day, whatever its
hour: what « aujourd'hui » names lies within the day, what is told as past is over by the moment.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise, product
from typing import TYPE_CHECKING

from timeline.model.dates import end_of, parse_reference_date
from timeline.model.event import Event
from timeline.model.mention import Evidence, Trigger
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.reasoning.allen import relation_between
from timeline.reasoning.intervals import Interval

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

REFERENCE = "t0"
PUBLISHED = "reference date"  # the rule of a time that stands for the day a document of many was written
UNKNOWN_NOW = "now:"
CALENDAR = Evidence("calendar")

BOUNDING_MODIFIERS = frozenset({"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"})

# What is told as having happened, or as not having happened, is told looking back, but for the future tense and
# for what has no tense (« annonce son départ »).
_LOOKING_BACK = frozenset({"factual", "reported", "negated"})
_LOOKING_AHEAD = frozenset({"FUTURE", "INFINITIVE", "NONE"})

_REAL = frozenset({"factual", "reported"})
_STATES = frozenset({"STATE", "I_STATE"})
_LASTING = frozenset({"BEGUN_BY", "INCLUDES", "DURING", "DURING_INV"})
_LIKELY = 0.5

# A shift of a time that counts from another, in the notation of `TimeValue.unresolved`; how sure the order is.
_SHIFTED = re.compile(r" ([+-])[1-9]")
_OFFSET_CONFIDENCE = 0.8
_MOST_COUNTED = 8  # events of the anchor that one event is ordered with

# A vague time says how it stands to the reference date, nearly always.
_VAGUE_SIDES = {"PAST_REF": "BEFORE", "FUTURE_REF": "AFTER", "PRESENT_REF": "INCLUDES"}
_VAGUE = Evidence("vague time")
_VAGUE_CONFIDENCE = 0.8
_ANCIENT = re.compile(r"BC\d{4}")

# Reference dates to try when there is none: all weekdays equally often, and spread over one year.
_TRIALS = tuple(datetime(2001, 1, 1) + timedelta(days=26 * step) for step in range(14))
# A relation between two times must hold for more than this share of the trials to be told at all.
_LEAST_SHARE = 0.5
# How many of the times before it in the text a time is compared with; keeps long texts linear.
_REACH = 20

# Whether two times touch depends on the reference date more than their order does.
_WITHOUT_CONTACT: dict[str | None, str] = {"IBEFORE": "BEFORE", "IAFTER": "AFTER"}


def placed(times: Sequence[TimeValue], reference: datetime | None) -> dict[str, Interval]:
    """Return the interval of every time that stands on the calendar, the reference date's among them.

    Examples
    --------
    >>> placed((), datetime(2023, 11, 20, 9, 30))
    {'t0': (datetime.datetime(2023, 11, 20, 0, 0), datetime.datetime(2023, 11, 21, 0, 0))}
    """
    intervals: dict[str, Interval] = {}
    if reference is not None:
        day = reference.replace(hour=0, minute=0, second=0, microsecond=0)
        intervals[REFERENCE] = (day, end_of(day))
    for time in times:
        if locates(time) and time.mod not in BOUNDING_MODIFIERS and time.start and time.end and time.start < time.end:
            intervals[time.id] = (time.start, time.end)
    return intervals


def locates(time: TimeValue) -> bool:
    """Return whether a time can be the time of an event: a date or a time of day, not a vague one."""
    return time.type in ("DATE", "TIME") and not time.timex3.endswith("_REF")


def nows(timeline: Timeline) -> dict[str, str]:
    """Return for each document of a story of many the item that stands for the day it was written.

    That is the time with the rule `PUBLISHED` of its date; for a document without a date an item of its own, which no
    calendar knows. A story of one document, or with one reference date, has `REFERENCE` alone and gives nothing here.
    """
    if timeline.reference_date is not None or len(timeline.documents) < 2:
        return {}
    by_day = {time.start: time.id for time in timeline.times if time.rule == PUBLISHED}
    found = {}
    for document in timeline.documents:
        date = parse_reference_date(document.date)
        day = date.replace(hour=0, minute=0, second=0, microsecond=0) if date else None
        found[document.id] = by_day.get(day) or f"{UNKNOWN_NOW}{document.id}"
    return found


def begun(events: Iterable[Event], now: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the ids of the events that have begun when the text is written, whatever times stand near them, and when.

    These are the factual, reported and negated ones that have a tense other than the future. In TimeBank-Dense and the
    French TimeBank 1 % of them lie after the date of the text, but 12 % of nouns and 44 % of infinitives do. Of several
    documents that tell an event the first that looks back on it counts.

    Examples
    --------
    >>> from timeline.model.mention import Mention, Trigger
    >>> fell = Trigger("fell", 4, 8, "d1", tense="PAST")
    >>> list(begun([Event(id="e1", label="It fell", trigger=fell, passage=Mention("It fell.", 1, 9, "d1"))], {}))
    [('e1', 't0')]
    """
    for event in events:
        if event.factuality in _LOOKING_BACK:
            told = [(name, mention) for name, mention in _tellings(event, now) if mention.tense not in _LOOKING_AHEAD]
            back = next((name for name, mention in told if not now or mention.factuality in _LOOKING_BACK), None)
            if back:
                yield event.id, back


def over(events: Iterable[Event], claims: Iterable[Relation], now: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the ids of the events that are over when the text is written: told as real, in a tense of what is done.

    States may last (« elle a toujours voulu »), and so may what is told with its beginning ("has run it since 2010").
    """
    lasting = {claim.source for claim in claims if claim.type in _LASTING and claim.weight >= _LIKELY}
    for event in events:
        if event.factuality in _REAL and event.id not in lasting:
            done = next((name for name, mention in _tellings(event, now) if _is_done(mention, bool(now))), None)
            if done:
                yield event.id, done


def ahead(events: Iterable[Event], now: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the ids of the events that have not begun when the text is written: told as future in the future tense."""
    for event in events:
        told = [name for name, mention in _tellings(event, now) if mention.tense == "FUTURE"]
        if event.factuality == "future" and told:
            yield event.id, told[-1]


def _tellings(event: Event, now: Mapping[str, str]) -> list[tuple[str, Trigger]]:
    """Return the mentions of an event that say when it is told, each with its now, in the order of the documents."""
    if not now:
        return [(REFERENCE, event.trigger)]
    return [(now[mention.document], mention) for mention in event.mentions or (event.trigger,)]


def _is_done(trigger: Trigger, many: bool) -> bool:
    if many and trigger.factuality not in _REAL:
        return False
    done = trigger.tense == "PAST" or (trigger.tense, trigger.aspect) == ("PRESENT", "PERFECTIVE")
    return done and trigger.timeml_class not in _STATES and not trigger.aspect.endswith("PROGRESSIVE")


def offsets(times: Sequence[TimeValue], claims: Iterable[Relation]) -> Iterator[Relation]:
    """Yield how events stand whose times are counted one from the other, where no calendar tells.

    « arrêté en novembre 2012 … enfui le lendemain »: whatever the day, the second comes after the first.
    """
    values = {time.id: time for time in times}
    events = _events_at(values, claims)
    for time in times:
        anchor = values.get(time.anchor or "")
        shift = _SHIFTED.search(time.unresolved or "")
        if anchor is None or shift is None or _apart(time, anchor):
            continue
        relation = "AFTER" if shift[1] == "+" else "BEFORE"
        evidence = Evidence("offset", time.mention)
        counted = product(events.get(time.id, ()), events.get(anchor.id, ())[-_MOST_COUNTED:])
        for event, other in counted:
            if event != other:
                yield Relation(
                    source=event, target=other, type=relation, confidence=_OFFSET_CONFIDENCE, evidence=evidence
                )


def _events_at(times: Collection[str], claims: Iterable[Relation]) -> dict[str, list[str]]:
    """Return the events that claims put into each time, each once, in the order of the claims."""
    events: dict[str, dict[str, None]] = {}
    for claim in claims:
        if claim.type == "IS_INCLUDED" and claim.weight >= _OFFSET_CONFIDENCE and claim.target in times:
            events.setdefault(claim.target, {})[claim.source] = None
    return {time: list(held) for time, held in events.items()}


def _apart(time: TimeValue, other: TimeValue) -> bool:
    """Tell whether the calendar knows which of two times is the earlier."""
    if time.start is None or time.end is None or other.start is None or other.end is None:
        return False
    return time.end <= other.start or other.end <= time.start


def vague_sides(times: Sequence[TimeValue], now: Mapping[str, str]) -> Iterator[Relation]:
    """Yield how times without a place on the calendar stand to the reference date.

    These are the vague ones (« récemment », « maintenant », « à l'avenir ») and durations that end or begin there
    (« les trois derniers mois », "the next two weeks").
    """
    for time in times:
        side = _VAGUE_SIDES.get(time.timex3)
        if time.type == "DURATION" and REFERENCE in (time.begin_point, time.end_point):
            side = "BEFORE" if time.end_point == REFERENCE else "AFTER"
        target = now.get(time.mention.document if time.mention else "", UNKNOWN_NOW) if now else REFERENCE
        if side and not target.startswith(UNKNOWN_NOW):
            yield Relation(source=time.id, target=target, type=side, confidence=_VAGUE_CONFIDENCE, evidence=_VAGUE)


def before_christ(times: Sequence[TimeValue]) -> Iterator[Relation]:
    """Yield how years before our era, which no calendar of ours holds, stand to each other and to all dates.

    Examples
    --------
    >>> rome, carthage = (TimeValue(id=f"t{n}", type="DATE", timex3=f"BC0{n}") for n in (753, 146))
    >>> [(link.source, link.type, link.target) for link in before_christ((carthage, rome))]
    [('t753', 'BEFORE', 't146')]
    """
    ancient = sorted((time for time in times if _ANCIENT.match(time.timex3)), key=_years_back)
    chain = [(a, b) for a, b in pairwise(ancient) if _years_back(a) < _years_back(b)]
    chain += [(ancient[-1], time) for time in times if ancient and time.start is not None]
    for earlier, later in chain:
        yield Relation(source=earlier.id, target=later.id, type="BEFORE", confidence=1.0, evidence=CALENDAR)


def _years_back(time: TimeValue) -> int:
    return -int(time.timex3[2:6])


def likely_relations(times: Sequence[TimeValue]) -> Iterator[Relation]:
    """Yield how relative times stand to each other and to the reference date when that date is not known.

    The times are resolved against reference dates on every weekday and all over a year. The share of them for which a
    relation holds is its confidence: « hier » is before « ce matin » for all, « vendredi » before « le week-end » for
    six weekdays out of seven.
    """
    fixed = placed(times, None)
    names = [REFERENCE, *(time.id for time in times if locates(time) and time.id not in fixed)]
    pairs = [
        (earlier, later)
        for place, later in enumerate(names)
        for earlier in dict.fromkeys((REFERENCE, *names[max(0, place - _REACH) : place]))
        if earlier != later
    ]
    votes = _votes(pairs, times)
    for (earlier, later), counted in votes.items():
        for name, count in counted.most_common(1):
            share = count / len(_TRIALS)
            if name and share > _LEAST_SHARE:
                yield Relation(source=earlier, target=later, type=name, confidence=share, evidence=CALENDAR)


def _votes(pairs: Sequence[tuple[str, str]], times: Sequence[TimeValue]) -> dict[tuple[str, str], Counter[str | None]]:
    """Return how often each relation holds between two times, over the reference dates that are tried."""
    votes: dict[tuple[str, str], Counter[str | None]] = {pair: Counter() for pair in pairs}
    for trial in _TRIALS:
        intervals = placed(resolved(times, trial), trial)
        for pair in pairs:
            if pair[0] in intervals and pair[1] in intervals:
                name = relation_between(intervals[pair[0]], intervals[pair[1]]).timeml
                votes[pair][_WITHOUT_CONTACT.get(name, name)] += 1
    return votes


def resolved(times: Sequence[TimeValue], reference: datetime | None) -> tuple[TimeValue, ...]:
    """Return the times resolved against a reference date."""
    from timeline.reasoning.resolution import resolve_times

    return tuple(resolve_times(tuple(times), reference))
