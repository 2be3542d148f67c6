"""What the text around a time decides: the tense of its clause, and the time that it counts from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from timeline.languages.contract import TenseWords
from timeline.model.granularity import Granularity
from timeline.model.time import TimeValue
from timeline.reasoning.notation import granularity_of_form
from timeline.reasoning.resolution import DATELINE
from timeline.stages.reading.publication import is_in_dateline
from timeline.stages.source import letters_of
from timeline.stages.times.tense import PAST, is_pluperfect_at
from timeline.syntax import Role, form_of, role_of
from timeline.syntax.phrases import NOUN_CLAUSES
from timeline.syntax.voice import PARTICIPIAL, SUBJECTS

_CLOCK_FORMS = tuple(f"XXXX-XX-XXT{tens}" for tens in "012")
_RELATIVE = frozenset({Role.RELATIVE_CLAUSE})
_FRONTED = frozenset({Role.ADVERBIAL_CLAUSE, Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE})
_ITS_OWN = SUBJECTS | {Role.AUXILIARY, Role.PASSIVE_AUXILIARY}
_OF_A_YEAR = re.compile(r"XXXX-\d\d(-\d\d)?(\s|$)")
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DATED = re.compile(r"\d{4}-\d\d")
_NEW_PARAGRAPH = "\n\n"
#: A month, or a day of one, whose month is told: "May 2009", "3 May", and what counts from these.
_OF_A_MONTH = re.compile(r"(\d{4}|XXXX)-\d\d(-\d\d)?(\s|$)|XXXX-XX-\d\d(\s|$)")
#: Characters for which a month is remembered.
_MONTH_REACH = 1000
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


#: Words before a time that may be of its phrase.
_PHRASE = 8
#: Characters after which nothing counts from a time that is too wide to count from.
_WIDE_REACH = 300


def story_focus(
    doc: Doc, times: Sequence[TimeValue], width: Granularity, tense: str | None, place: int, words: TenseWords
) -> str | None:
    """Return the id of the time that "the following week" counts from, None where the text does not tell it.

    It is the time told last; what is past counts from nothing that lies ahead, and a day from no year of an aside:
    "resigned on Monday. She had led Acme since 2014. A day later …". Another one too wide to count from, of its own or
    in the same sentence, hides what was told before it: "arrested on Tuesday … had left in May 2021 … the following
    week". It is the anchor then, and the week stays unresolved. So it does where nothing but a wide time is told, just
    before the place.
    """
    nearby = None
    for time in reversed(times):
        if _granularity(time) is None or _is_aside(doc, time, place, width, words):
            continue
        ahead = tense == PAST and not _AHEAD.isdisjoint(time.unresolved.split())
        hides = _hides(doc, time, width, place)
        if hides or (_counts_in(time, width) and not ahead):
            return None if ahead else time.id
        nearby = nearby or _when(time, told=not ahead)
    return nearby.id if nearby is not None and _reaches(nearby, place) else None


def _when(time: TimeValue, *, told: bool) -> TimeValue | None:
    return time if told and time.type == "DATE" else None


def _hides(doc: Doc, time: TimeValue, width: Granularity, place: int) -> bool:
    """Tell a time too wide to count from that stands for itself, or in the sentence: what was told before is hidden."""
    if _counts_in(time, width):
        return False
    return time.anchor is None or (time.type == "DATE" and not is_in_another_sentence(doc, time, place))


def _is_aside(doc: Doc, time: TimeValue, place: int, width: Granularity, words: TenseWords) -> bool:
    """Tell a time that is not the story's: « depuis 2014 », and, for a day, a year of what had been or a participle."""
    span = _span_of(doc, time)
    if span is None:
        return False
    if _is_since(span, words):
        return is_in_another_sentence(doc, time, place)
    if width > Granularity.DAY or (_granularity(time) or Granularity.DAY) < Granularity.YEAR:
        return False
    return _is_closed(doc, time, place, NOUN_CLAUSES, fronted=True) or is_pluperfect_at(span)


def _is_since(span: Span, words: TenseWords) -> bool:
    phrase = (child for above in _phrases_up(span.root) for child in (above, *above.lefts))
    return any(word.lower_ in words.past_before for word in (*phrase, *_words_before(span)))


def _span_of(doc: Doc, time: TimeValue) -> Span | None:
    if time.mention is None:
        return None
    span = doc.char_span(time.mention.start, time.mention.end, alignment_mode="expand")
    return span if span is not None and len(span) else None


def _words_before(span: Span) -> Iterator[Token]:
    """Yield the words before a time, back to a verb or a mark: « depuis son arrivée en Syrie le 3 mai »."""
    for token in reversed(span.doc[max(0, span.start - _PHRASE) : span.start]):
        if token.is_punct or token.is_space or token.pos_ in ("VERB", "AUX"):
            return
        yield token


def _phrases_up(token: Token) -> Iterator[Token]:
    """Yield a word and its governors below the verb."""
    for above in (token, *token.ancestors):
        if above.pos_ in ("VERB", "AUX"):
            return
        yield above


def is_in_another_sentence(doc: Doc, time: TimeValue, place: int) -> bool:
    """Tell whether a sentence ends between a time and a place."""
    if time.mention is None:
        return True
    between = doc.char_span(time.mention.start, place + 1, alignment_mode="expand")
    return between is None or any(token.is_sent_start for token in between[1:])


def _reaches(time: TimeValue, place: int) -> bool:
    return time.mention is not None and place - time.mention.end < _WIDE_REACH


def is_of_a_year(unresolved: str) -> bool:
    """Tell a month or a day of some year, "in June", "on 3 June", from a weekday and a day of a month."""
    return _OF_A_YEAR.match(unresolved) is not None


def month_focus(doc: Doc, times: Sequence[TimeValue], place: int, words: TenseWords) -> str | None:
    """Return the id of the time whose month is that of a bare day: « Le 3 mai, il a signé. … Le 17, il est parti. ».

    It is the day or month told last, but the page's own date and what is told in an aside, unless a weekday or another
    unit was told after it.
    """
    for time in reversed(times):
        if time.type != "DATE" or time.rule == DATELINE or _is_aside(doc, time, place, Granularity.DAY, words):
            continue
        near = time.mention is not None and place - time.mention.end < _MONTH_REACH
        return time.id if near and _OF_A_MONTH.match(time.unresolved) else None
    return None


def time_beside(doc: Doc, times: Sequence[TimeValue], place: int) -> str | None:
    """Return the id of the date that stands before a place, a comma between: "in June, two months after the vote"."""
    last = times[-1] if times else None
    if last is None or last.mention is None or last.type not in ("DATE", "TIME"):
        return None
    return last.id if letters_of(doc)[last.mention.end : place].strip() in ("", ",") else None


def year_focus(doc: Doc, times: Sequence[TimeValue], place: int, words: TenseWords) -> str | None:
    """Return the id of the time whose year is that of a day or month of some year: "sold in 2019 … left in June".

    It is the date told last, with a year of its own, in the sentence; or one of the sentence before that tells a month
    or a day of that year, or counts from such a one: « En mars 2009, il est arrêté. Il est relâché le 12 avril. » Not
    what is told of a noun: "under a plan of 2019 that failed, it had sold much through June".
    """
    last = times[-1] if times else None
    if last is None or last.mention is None or last.type not in ("DATE", "TIME"):
        return None
    own = _YEAR.match(last.unresolved) is not None
    if not (own or _has_the_year_before(last, times)) or _stands_apart(doc, last, place, words):
        return None
    if own and not is_in_another_sentence(doc, last, place):
        return last.id
    goes_on = not own or _DATED.match(last.unresolved) is not None
    return last.id if goes_on and _is_near(doc, last, place) else None


def _stands_apart(doc: Doc, time: TimeValue, place: int, words: TenseWords) -> bool:
    """Tell a time of a noun, of an aside, or of the page, and a year since which something goes on.

    « est à la tête du pays depuis 1999 et avait annoncé sa candidature en mars » says of no March of 1999.
    """
    span = _span_of(doc, time)
    if span is not None and (_granularity(time) or Granularity.DAY) >= Granularity.YEAR and _is_since(span, words):
        return True
    clause = _closed_at(doc, time, place, NOUN_CLAUSES)
    if (clause is not None and not _befell_the_same(doc, clause, time, place)) or _is_aside(
        doc, time, place, Granularity.DAY, words
    ):
        return True
    return _YEAR.match(time.unresolved) is not None and _is_dated(doc, time)


def _befell_the_same(doc: Doc, clause: Token, time: TimeValue, place: int) -> bool:
    """Tell what befell a thing one after the other: « La loi, votée en mars 2009, a été appliquée le 12 avril ».

    The month is told in a participle set apart beside the passive subject of the verb of the day.
    """
    thing, date = clause.head, doc.char_span(place, place + 1, alignment_mode="expand")
    apart = doc[clause.left_edge.i - 1].is_punct or clause.left_edge.is_punct
    if date is None or not len(date) or not apart or not _DATED.match(time.unresolved):
        return False
    reduced = form_of(clause) >= PARTICIPIAL and not any(role_of(child) in _ITS_OWN for child in clause.children)
    return reduced and role_of(thing) == Role.PASSIVE_SUBJECT and thing.head in (*date[0].ancestors,)


def _has_the_year_before(last: TimeValue, times: Sequence[TimeValue]) -> bool:
    """Tell a month or a day that has its year from the time before: « En mars 2018 … Le 3 octobre … Le 12 … »."""
    if last.anchor in (None, "t0") or not is_of_a_year(last.unresolved):
        return False
    return any(time.id == last.anchor and time.anchor != "t0" for time in reversed(times))


def _is_dated(doc: Doc, time: TimeValue) -> bool:
    return time.mention is not None and is_in_dateline(letters_of(doc), time.mention.start, time.mention.end)


def is_date_of_report(doc: Doc, value: str, start: int, end: int) -> bool:
    """Tell the day of a page or of its report: « Lyon, 2 mars 2022 (XYZ). – », "12 March 2020" above the text."""
    return _DAY.fullmatch(value) is not None and is_in_dateline(letters_of(doc), start, end)


def _is_near(doc: Doc, time: TimeValue, place: int) -> bool:
    """Tell whether a time is told in the sentence before a place, or in its own, and in its paragraph."""
    end = time.mention.end if time.mention is not None else 0
    between = doc.char_span(end, place + 1, alignment_mode="expand")
    if between is None or _NEW_PARAGRAPH in letters_of(doc)[end:place]:
        return False
    return sum(bool(token.is_sent_start) for token in between[1:]) <= 1


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
    return _closed_at(doc, time, place, roles, fronted=fronted) is not None


def _closed_at(doc: Doc, time: TimeValue, place: int, roles: frozenset[Role], *, fronted: bool = False) -> Token | None:
    """Return the head of the clause that a time is in, with one of these roles or fronted, if it is over at a place."""
    if time.mention is None:
        return None
    span = doc.char_span(time.mention.start, time.mention.start + 1, alignment_mode="expand")
    if span is None or not len(span):
        return None
    above = (span[0], *span[0].ancestors)
    clause = next((token for token in above if role_of(token) in roles or (fronted and _is_fronted(token))), None)
    is_over = clause is not None and place >= clause.right_edge.idx + len(clause.right_edge)
    return clause if is_over else None


def focus(times: Sequence[TimeValue], width: Granularity) -> str | None:
    """Return the id of the time told last that is no wider than a unit; a week-end will do for a day."""
    return next((time.id for time in reversed(times) if _counts_in(time, width)), None)


def _granularity(time: TimeValue) -> Granularity | None:
    return granularity_of_form(time.unresolved.split()[0])


def _counts_in(time: TimeValue, width: Granularity) -> bool:
    """Tell whether a time is no wider than a unit."""
    granularity = _granularity(time) if time.type in ("DATE", "TIME") else None
    return granularity is not None and granularity <= max(width, Granularity.WEEKEND)
