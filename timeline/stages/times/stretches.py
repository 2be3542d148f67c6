"""Two dates that begin and end one stretch: which way the one makes a reader look for the other."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span

from timeline.languages.contract import SignalWords, TenseWords
from timeline.model.time import TimeValue
from timeline.reasoning.notation import DIRECTIONS
from timeline.stages.signals import signal_before
from timeline.stages.source import letters_of
from timeline.stages.times.context import is_of_a_year
from timeline.stages.times.tense import has_verb, is_laid_out
from timeline.syntax import words_of

#: What stands between dates that are no stretch.
_LONGEST_LINK = 8  # characters
_PARTING = frozenset(",;.()")
_ENDS = 2


def ends_a_stretch(doc: Doc, first: TimeValue, place: int) -> bool:
    """Tell the second end of "from 3 to 5 March", which is sought as the first was."""
    if first.mention is None or first.anchor != "t0" or not is_of_a_year(first.unresolved):
        return False
    if place - first.mention.end > _LONGEST_LINK:
        return False
    between = letters_of(doc)[first.mention.end : place].split()
    directed = not DIRECTIONS.isdisjoint(first.unresolved.split()[1:2])
    return directed and len(between) == 1 and between[0] not in _PARTING


def direction_of_stretch(doc: Doc, first: TimeValue, words: TenseWords) -> str:
    """Return the direction in which its last day is sought: what is laid out so is to come, or not yet over.

    Where no verb tells, the nearest one is meant: "Fair from 3 to 5 March".
    """
    date = _span_of(doc, first)
    if date is not None and not has_verb(date):
        return "~"
    return ">=" if date is not None and is_laid_out(date, words) else first.unresolved.split()[1]


def as_stretch(doc: Doc, last: list[TimeValue], signals: SignalWords) -> list[TimeValue]:
    """Return two times, the first counted back from the second where both tell of one stretch within a year.

    « du 3 décembre au 5 janvier », « du 1er août au 15 novembre »: it may go over a new year, or be running.
    """
    if len(last) < _ENDS or last[1].anchor != "t0" or not is_of_a_year(last[1].unresolved):
        return last
    end = last[1].mention
    if end is None or not ends_a_stretch(doc, last[0], end.start) or not _is_signalled(doc, last, signals):
        return last
    return [replace(last[0], unresolved=f"{last[0].unresolved.split()[0]} <=", anchor=last[1].id), last[1]]


def _is_signalled(doc: Doc, last: list[TimeValue], signals: SignalWords) -> bool:
    """Tell "from 3 to 5 March", "March 3-5" from "on March 3 and 5"."""
    first, second = (_span_of(doc, time) for time in last)
    if first is None or second is None:
        return False
    words = words_of(doc)
    opening, closing = (signal_before(words, date.start, signals.spans) for date in (first, second))
    if closing is None or closing.relation != "ENDED_BY":
        return False
    return words[closing.start].is_punct or (opening is not None and opening.relation == "BEGUN_BY")


def _span_of(doc: Doc, time: TimeValue) -> Span | None:
    if time.mention is None:
        return None
    return doc.char_span(time.mention.start, time.mention.end, alignment_mode="expand")
