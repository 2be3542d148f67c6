"""What the text around a time decides: the tense of its clause, and the time that it counts from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from timeline.model.granularity import Granularity
from timeline.model.time import TimeValue
from timeline.reasoning.notation import granularity_of_form
from timeline.stages.times.tense import PAST
from timeline.syntax import Role, form_of, role_of
from timeline.syntax.phrases import NOUN_CLAUSES
from timeline.syntax.voice import PARTICIPIAL, SUBJECTS

_CLOCK_FORMS = tuple(f"XXXX-XX-XXT{tens}" for tens in "012")
_RELATIVE = frozenset({Role.RELATIVE_CLAUSE})
_FRONTED = frozenset({Role.ADVERBIAL_CLAUSE, Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE})
_ITS_OWN = SUBJECTS | {Role.AUXILIARY, Role.PASSIVE_AUXILIARY}
_OF_A_YEAR = re.compile(r"XXXX-\d\d(-\d\d)?(\s|$)")
_YEAR = re.compile(r"\d{4}")
_AHEAD = frozenset({">", ">=", "~", "~>"})


def clock_focus(times: Sequence[TimeValue]) -> str | None:
    """Return the id of the clock time told last, or of the day."""
    clock = next((time.id for time in reversed(times) if "T" in time.unresolved and ":" in time.unresolved), None)
    return clock or focus(times, Granularity.DAY)


#: Units that are compared with the same of another year, and their forms.
PERIODS = {Granularity.QUARTER: "XXXX-QX", Granularity.MONTH: "XXXX-XX"}
#: Characters within which a text goes on comparing with them.
_PERIOD_REACH = {Granularity.QUARTER: 500, Granularity.MONTH: 100}


def period_focus(times: Sequence[TimeValue], place: int) -> TimeValue | None:
    """Return the quarter or month that the text before a place is speaking of; what it is compared with is none.

    Nor is one that lies ahead: "results of the fourth quarter will be poor. In the latest quarter …".
    """
    for time in reversed(times):
        distance = place - time.mention.end if time.mention else 0
        if distance >= max(_PERIOD_REACH.values()):
            return None
        known = time.type == "DATE" and time.anchor in (None, "t0") and _AHEAD.isdisjoint(time.unresolved.split())
        if known and time.granularity is not None and distance < _PERIOD_REACH.get(time.granularity, 0):
            return time
    return None


def day_focus(doc: Doc, times: Sequence[TimeValue], place: int) -> str | None:
    """Return the id of the day that the text is speaking of at a place; that of a clock time is the day it hangs on.

    Times in relative clauses that are over tell of another day than the story: "A nurse who disappeared on April 21 was
    found. A man was held at 6 a.m." does not speak of April 21. Nor does "Arrested on April 21, he was held at 6 a.m."
    """
    for time in reversed(times):
        if _counts_in(time, Granularity.DAY) and not _is_closed(doc, time, place, _RELATIVE, fronted=True):
            return time.anchor if time.anchor and time.unresolved.startswith(_CLOCK_FORMS) else time.id
    return None


#: Characters after which nothing counts from a time that is too wide to count from.
_WIDE_REACH = 300


def story_focus(times: Sequence[TimeValue], width: Granularity, tense: str | None, place: int) -> str | None:
    """Return the id of the time that "the following week" counts from, None where the text does not tell it.

    It is the time told last; what is past counts from nothing that lies ahead. One too wide to count from, a year of
    its own, hides what was told before it: "arrested on Tuesday … had left in 2021 … the following week". It is the
    anchor then, and the week stays unresolved. So it does where nothing but a wide time is told, just before the place.
    """
    nearby = None
    for time in reversed(times):
        wide = time.anchor is None and _granularity(time) is not None and not _counts_in(time, width)
        if tense == PAST and not _AHEAD.isdisjoint(time.unresolved.split()):
            if wide:
                return None
        elif wide or _counts_in(time, width):
            return time.id
        elif nearby is None and _granularity(time) is not None and time.type == "DATE" and time.mention:
            nearby = time
    return nearby.id if nearby is not None and _reaches(nearby, place) else None


def _reaches(time: TimeValue, place: int) -> bool:
    return time.mention is not None and place - time.mention.end < _WIDE_REACH


def is_of_a_year(unresolved: str) -> bool:
    """Tell a month or a day of some year, "in June", "on 3 June", from a weekday and a day of a month."""
    return _OF_A_YEAR.match(unresolved) is not None


def sentence_focus(doc: Doc, times: Sequence[TimeValue], place: int) -> str | None:
    """Return the id of the date told last if it is in the sentence of a place."""
    last = times[-1] if times else None
    if last is None or last.mention is None or last.type not in ("DATE", "TIME"):
        return None
    between = doc.char_span(last.mention.start, place, alignment_mode="expand")
    return None if between is None or any(token.is_sent_start for token in between[1:]) else last.id


def time_beside(doc: Doc, times: Sequence[TimeValue], place: int) -> str | None:
    """Return the id of the date that stands before a place, a comma between: "in June, two months after the vote"."""
    last = times[-1] if times else None
    if last is None or last.mention is None or last.type not in ("DATE", "TIME"):
        return None
    return last.id if doc.text[last.mention.end : place].strip() in ("", ",") else None


def year_focus(doc: Doc, times: Sequence[TimeValue], place: int) -> str | None:
    """Return the same for a date with a year of its own: "sold in 2019 … left in June".

    Not what is told of a noun: "under a plan of 2019 that failed, it had sold much through June".
    """
    if not times or not _YEAR.match(times[-1].unresolved):
        return None
    return None if _is_closed(doc, times[-1], place, NOUN_CLAUSES) else sentence_focus(doc, times, place)


def counts_from_what_follows(doc: Doc, end: int) -> bool:
    """Tell "the day after she left", "the day after the vote" from "the day after"."""
    before = doc.char_span(max(end - 1, 0), end, alignment_mode="expand")
    if before is None or not len(before):
        return False
    word = before[-1]
    if word.pos_ not in ("ADP", "SCONJ"):
        return False
    marks = role_of(word) in {Role.MARKER, Role.CASE} and word.head.i > word.i
    return marks or any(child.i > word.i and not child.is_punct for child in word.children)


def _is_fronted(token: Token) -> bool:
    """Tell a past participle before its clause: "Arrested on April 21, he …"."""
    if token.i > token.head.i or not form_of(token) >= PARTICIPIAL or role_of(token) not in _FRONTED:
        return False
    return not any(role_of(child) in _ITS_OWN for child in token.children)


def _is_closed(doc: Doc, time: TimeValue, place: int, roles: frozenset[Role], *, fronted: bool = False) -> bool:
    """Tell whether a time is in a clause, with one of these roles or fronted, that is over at a place."""
    if time.mention is None:
        return False
    span = doc.char_span(time.mention.start, time.mention.start + 1, alignment_mode="expand")
    if span is None or not len(span):
        return False
    above = (span[0], *span[0].ancestors)
    clause = next((token for token in above if role_of(token) in roles or (fronted and _is_fronted(token))), None)
    return clause is not None and place >= clause.right_edge.idx + len(clause.right_edge)


def focus(times: Sequence[TimeValue], width: Granularity) -> str | None:
    """Return the id of the time told last that is no wider than a unit; a week-end will do for a day."""
    return next((time.id for time in reversed(times) if _counts_in(time, width)), None)


def _granularity(time: TimeValue) -> Granularity | None:
    return granularity_of_form(time.unresolved.split()[0])


def _counts_in(time: TimeValue, width: Granularity) -> bool:
    """Tell whether a time is no wider than a unit."""
    granularity = _granularity(time) if time.type in ("DATE", "TIME") else None
    return granularity is not None and granularity <= max(width, Granularity.WEEKEND)
