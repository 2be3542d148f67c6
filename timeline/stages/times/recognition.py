"""The stage itself: from a Doc to its times, recognised, typed and anchored, not yet on the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from spacy.tokens import Doc, Span

from timeline.languages.base import Language
from timeline.languages.contract import TenseWords
from timeline.model.entity import ORGANISATION, Entity
from timeline.model.granularity import Granularity
from timeline.model.time import TimeValue
from timeline.reasoning.notation import DIRECTIONS, granularity_of_form
from timeline.reasoning.resolution import DATELINE
from timeline.stages.source import letters_of, mention_at, related_sentences
from timeline.stages.times.context import (
    PERIODS,
    clock_focus,
    counts_from_what_follows,
    day_focus,
    focus,
    is_date_of_report,
    is_in_another_sentence,
    is_of_a_year,
    month_focus,
    period_focus,
    story_focus,
    time_beside,
    year_focus,
)
from timeline.stages.times.fallback import find_times_with_dateparser, read_date
from timeline.stages.times.lexer import lex
from timeline.stages.times.rules import DATEPARSER, Candidate, Grammar, find_candidates, grammar_of
from timeline.stages.times.stretches import as_stretch, direction_of_stretch, ends_a_stretch
from timeline.stages.times.tense import (
    FUTURE,
    PAST,
    PRESENT,
    direction_of,
    is_arranged,
    is_of_its_verb,
    is_over,
    is_pluperfect_at,
    near_direction_of,
    tense_at,
)
from timeline.stages.times.values import fill
from timeline.syntax import word_at, words_of

_YEAR = re.compile(r"\d{4}")
#: How the forms of weekdays begin.
_WEEKDAY = "XXXX-WXX-"


def find_times(doc: Doc, language: Language, entities: Sequence[Entity] = ()) -> tuple[TimeValue, ...]:
    """Find the temporal expressions of a document's own story.

    Parameters
    ----------
    doc : Doc
        A parsed document; without a parse tenses are not known and weekdays look back.
    language : Language
        Its language; one without rules for times is served by dateparser, see `timeline.stages.times.fallback`.
    entities : sequence of Entity
        Who and what it names: a year within a body's name is no time (« le Club 1909 »).

    Returns
    -------
    tuple of TimeValue
        In the order of the text, unresolved: `timeline.reasoning.resolution.resolve_times` puts them on the calendar.
    """
    if not language.times.rules:
        return find_times_with_dateparser(doc, language.code)
    words_of(doc, language.code)  # laid out here, so that what follows may ask for its words
    grammar = grammar_of(language)
    times: list[TimeValue] = []
    text, named = letters_of(doc).replace("’", "'"), _names_of_bodies(entities)
    for start, end in _related_ranges(doc):
        lexed = lex(text[start:end], grammar.lexicon, offset=start)
        for candidate in find_candidates(lexed, grammar.rules, partial(_passes, doc, grammar.tense)):
            if _YEAR.search(text, candidate.start, candidate.end) and {candidate.start, candidate.end - 1} <= named:
                continue
            if candidate.rule.anchor == "told" and month_focus(doc, times, candidate.start, grammar.tense) is None:
                continue
            times.append(_time_of(doc, candidate, times, grammar))
            times[-2:] = as_stretch(doc, times[-2:], language.signals)
    if times and times[-1].anchor == f"t{len(times) + 1}":
        times[-1] = replace(times[-1], anchor="t0")
    return tuple(times)


def _names_of_bodies(entities: Sequence[Entity]) -> frozenset[int]:
    """Return the places of the letters of the names of bodies."""
    mentions = (m for entity in entities if entity.type == ORGANISATION for m in entity.mentions if m.kind == "NAM")
    return frozenset(place for mention in mentions for place in range(mention.start, mention.end))


def _related_ranges(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the text that belong to the story, sentences in a row as one."""
    start = end = None
    text = letters_of(doc)
    for sentence in related_sentences(doc):
        if start is not None and text[end : sentence.start_char].strip():
            yield start, end or start
            start = None
        start = sentence.start_char if start is None else start
        end = sentence.end_char
    if start is not None and end is not None:
        yield start, end


def _passes(doc: Doc, words: TenseWords, candidate: Candidate) -> bool:
    wanted = candidate.rule.tense
    if wanted and tense_at(doc, candidate.start, candidate.end, words) != wanted:
        return False
    if candidate.rule.value == DATEPARSER and _read_with_dateparser(doc, candidate) is None:
        return False
    if candidate.rule.check is None:
        return True
    span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    return span is None or candidate.rule.check([word_at(token) for token in span])


def _time_of(doc: Doc, candidate: Candidate, before: Sequence[TimeValue], grammar: Grammar) -> TimeValue:
    """Return a candidate as a time: its templates filled, its anchor and direction settled."""
    rule, fields = candidate.rule, candidate.fields
    unresolved = _read_with_dateparser(doc, candidate) if rule.value == DATEPARSER else fill(rule.value, fields)
    if not unresolved:
        raise ValueError(f"The rule {rule.name!r} of times.toml tells no value.")
    if rule.period:
        anchor, unresolved = _compared(doc, candidate, unresolved, before, grammar)
    else:
        anchor = _anchor_of(doc, candidate, unresolved, before, grammar)
    if anchor and _may_be_past(candidate, unresolved, anchor):
        tense = tense_at(doc, candidate.start, candidate.end, grammar.tense)
        unresolved += " past" if tense == PAST else ""
    if anchor and rule.direction and not DIRECTIONS.intersection(unresolved.split()):
        anchor, unresolved = _directed(doc, candidate, unresolved, anchor, before, grammar)
    return TimeValue(
        id=f"t{len(before) + 1}",
        type=rule.type,
        timex3=unresolved.split()[0],
        unresolved=unresolved,
        anchor=anchor,
        granularity=granularity_of_form(unresolved.split()[0]) if rule.type in ("DATE", "TIME") else None,
        mod=fill(rule.mod, fields) or fields.get("mod"),
        quant=fill(rule.quant, fields) or None,
        freq=fill(rule.freq, fields) or None,
        begin_point=_point(rule.begin_point, before, doc, candidate, grammar),
        end_point=_point(rule.end_point, before, doc, candidate, grammar),
        mention=mention_at(doc, candidate.start, candidate.end),
        rule=DATELINE if is_date_of_report(doc, unresolved, candidate.start, candidate.end) else rule.name,
    )


def _compared(
    doc: Doc, candidate: Candidate, unresolved: str, before: Sequence[TimeValue], grammar: Grammar
) -> tuple[str | None, str]:
    """Return the anchor and the value of "a year earlier": a quarter, where quarters are compared."""
    told = _not_compared(before, grammar)
    period = period_focus(told, candidate.start)
    if period is not None and period.granularity is not None:
        fields = {**candidate.fields, "period": PERIODS[period.granularity]}
        return period.id, fill(candidate.rule.period, fields)
    anchor = _anchor_of(doc, candidate, unresolved, told, grammar)
    if anchor is None and " -" in unresolved:
        anchor = "t0"  # where nothing is told; "a year later" counts from what is not known
    return anchor, unresolved


def _may_be_past(candidate: Candidate, unresolved: str, anchor: str) -> bool:
    """Tell a time counted on from another or off in its month, or a clock time of the day, behind in a past clause."""
    rule = candidate.rule
    counted_on = rule.anchor == "focus" and " +" in unresolved
    counted_off = anchor == "t0" and " nth:" in unresolved
    return counted_on or counted_off or (rule.anchor == "day" and anchor == "t0" and rule.type == "TIME")


def _directed(
    doc: Doc, candidate: Candidate, unresolved: str, anchor: str, before: Sequence[TimeValue], grammar: Grammar
) -> tuple[str | None, str]:
    """Return the anchor of a member of a series, and its value with the direction in which it is sought."""
    start, end, direction = candidate.start, candidate.end, candidate.rule.direction
    tense = tense_at(doc, start, end, grammar.tense)
    if direction == "onward":
        return anchor, f"{unresolved} {_onward(doc, candidate, anchor, tense)}"
    if direction == "habit" and tense == PRESENT:
        return None, unresolved
    looks_back = tense == PAST or (tense != FUTURE and direction == "tense")
    year = year_focus(doc, before, start, grammar.tense) if looks_back and is_of_a_year(unresolved) else None
    if year:
        return year, f"{unresolved} {'~>' if is_in_another_sentence(doc, before[-1], start) else '>='}"
    date = doc.char_span(start, end, alignment_mode="expand")
    if before and ends_a_stretch(doc, before[-1], start):
        return anchor, f"{unresolved} {direction_of_stretch(doc, before[-1], grammar.tense)}"
    told = _direction_beside(date, unresolved, tense, direction, grammar) if date else direction_of(unresolved, tense)
    return anchor, f"{unresolved} {told}".strip()


def _direction_beside(date: Span, unresolved: str, tense: str | None, direction: str, grammar: Grammar) -> str:
    """Return the direction that a clause tells for a date in it."""
    looks_ahead = tense == PRESENT and (direction == "near" or unresolved.startswith(_WEEKDAY))
    if looks_ahead and is_arranged(date, grammar.tense):  # "the fair runs from 3 to 5 March"
        tense = FUTURE
    if direction != "near":
        return direction_of(unresolved, tense)
    own = is_of_its_verb(word_at(date.root), grammar.tense) or is_over(date, grammar.tense)
    return near_direction_of(tense, of_its_verb=own)


def _onward(doc: Doc, candidate: Candidate, anchor: str, tense: str | None) -> str:
    """Return the direction of a bare day: on from the month told, back from there in a pluperfect; else by its tense.

    What is told as over is so: beyond the reference date such a day stays unresolved.
    """
    if anchor == "t0":
        return ">" if tense == FUTURE else "<="
    date = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    over = " past" if tense == PAST else ""
    return "<=" if date is not None and is_pluperfect_at(date) else f">={over}"


def _not_compared(before: Sequence[TimeValue], grammar: Grammar) -> list[TimeValue]:
    """Return times without those a story is only compared with: two years "a year earlier" are the same one."""
    comparisons = {rule.name for rule in grammar.rules if rule.period.endswith("1Y")}
    return [time for time in before if time.rule not in comparisons]


def _read_with_dateparser(doc: Doc, candidate: Candidate) -> str | None:
    return read_date(letters_of(doc)[candidate.start : candidate.end], candidate.rule.language)


def _anchor_of(
    doc: Doc, candidate: Candidate, unresolved: str, before: Sequence[TimeValue], grammar: Grammar
) -> str | None:
    """Return what a value counts from, None when it names its own place on the calendar, or an event tells it."""
    kind, form = candidate.rule.anchor, unresolved.split()[0]
    if candidate.rule.type not in ("DATE", "TIME"):
        return None
    if "X" not in form or kind == "none":
        return None
    if kind == "next":
        return f"t{len(before) + 2}"
    if kind in ("month", "told"):
        return month_focus(doc, before, candidate.start, grammar.tense) or "t0"
    if kind == "clock":
        return clock_focus(before) or "t0"
    if kind == "day":
        day = day_focus(doc, before, candidate.start)
        return day if day and day != f"t{len(before) + 1}" else "t0"  # "from 4 to 6pm": the first hangs on the second
    if kind == "focus":
        if counts_from_what_follows(doc, candidate.end):
            return None
        tense = tense_at(doc, candidate.start, candidate.end, grammar.tense)
        width = granularity_of_form(form) or Granularity.YEAR
        return story_focus(doc, before, width, tense, candidate.start, grammar.tense)
    return "t0"


def _point(kind: str, before: Sequence[TimeValue], doc: Doc, candidate: Candidate, grammar: Grammar) -> str | None:
    if kind == "beside":
        return time_beside(doc, before, candidate.start)
    if kind == "t0" and tense_at(doc, candidate.start, candidate.end, grammar.tense) == PAST:
        kind = "focus"  # "within a week he had left" counts from what was told
    return focus(before, Granularity.YEAR) if kind == "focus" else kind or None
