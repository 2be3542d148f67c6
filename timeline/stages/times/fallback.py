"""Dates by dateparser: for spans already found, and, more weakly, for whole texts in a language without a folder.

dateparser is good at absolute dates in two hundred languages, and takes many bare words and numbers for dates; so it is
only given spans of a few words with a number and a word, or with a numeric date, in them. Which parts of the date the
text has itself is told by reading it against two reference dates: what changes with the reference was not in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

from spacy.tokens import Doc, Span

from timeline.model.time import TimeValue
from timeline.reasoning.notation import granularity_of_form
from timeline.stages.source import mention_at, related_sentences

_BASES = (datetime(1983, 2, 25), datetime(2014, 11, 3))  # years, months and days all differ
_LONGEST_SPAN = 6
_LONGEST_TEXT = 40
_NUMERIC = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}")
_WORD = re.compile(r"[^\W\d_]{3}")
_NUMBER = re.compile(r"(?<!\d)(\d{1,2}|\d{4})(?!\d)")


def knows(code: str) -> bool:
    """Tell whether dateparser reads a language."""
    from dateparser.data.languages_info import language_order

    return code in language_order


def find_times_with_dateparser(doc: Doc, code: str) -> tuple[TimeValue, ...]:
    """Find dates in a language without rules of its own.

    Parameters
    ----------
    doc : Doc
        A document with sentence starts; no parse is needed.
    code : str
        ISO 639-1 code of a language that dateparser `knows`.

    Returns
    -------
    tuple of TimeValue
        Absolute dates (``2020-03-15``, ``2020-03``) and days without a year (``XXXX-03-15``, resolved to the nearest).
        No weekdays, hours, durations, sets, nor anything that counts from another day.
    """
    times: list[TimeValue] = []
    for sentence in related_sentences(doc):
        for span, unresolved in _find_dates(sentence, code):
            times.append(_time(doc, span, unresolved, len(times) + 1))
    return tuple(times)


@lru_cache(maxsize=4096)
def read_date(text: str, code: str) -> str | None:
    """Return the unresolved value of a date, None when dateparser reads none; see `timeline.reasoning.notation`.

    Examples
    --------
    >>> read_date("15 marzo 2020", "it"), read_date("15 marzo", "it"), read_date("marzo 2020", "it")
    ('2020-03-15', 'XXXX-03-15 ~', '2020-03')
    """
    first, second = (_parse(text, code, base) for base in _BASES)
    if first is None or second is None:
        return None
    same_day, same_month = first.day == second.day, first.month == second.month
    if first.year == second.year:
        if same_month:
            return f"{first:%Y-%m-%d}" if same_day else f"{first:%Y-%m}"
        return None
    if same_month and same_day:
        return f"XXXX-{first:%m-%d} ~"
    return None


def _parse(text: str, code: str, base: datetime) -> datetime | None:
    from dateparser import parse  # takes a third of a second, and few texts need it

    settings = {"RELATIVE_BASE": base, "TIMEZONE": "UTC", "RETURN_AS_TIMEZONE_AWARE": False}
    try:
        date: datetime | None = parse(text, languages=[code], settings=settings)
    except (ValueError, OverflowError):
        return None
    return date


def _find_dates(sentence: Span, code: str) -> Iterator[tuple[Span, str]]:
    """Yield the dates of a sentence, longest first at each place."""
    start = 0
    while start < len(sentence):
        for length in range(min(_LONGEST_SPAN, len(sentence) - start), 0, -1):
            span = sentence[start : start + length]
            unresolved = read_date(span.text, code) if _may_be_a_date(span) else None
            if unresolved:
                while len(span) > 1 and read_date(span[:-1].text, code) == unresolved:
                    span = span[:-1]
                yield span, unresolved
                start += len(span) - 1
                break
        start += 1


def _may_be_a_date(span: Span) -> bool:
    """Tell whether a span has the look of a date: a numeric one, or a number of a day or a year beside a word."""
    text = span.text
    if len(text) > _LONGEST_TEXT or span[0].is_punct or span[-1].is_punct or "\n" in text:
        return False
    if _NUMERIC.fullmatch(text):
        return True
    edges = (span[0].text, span[-1].text)
    return bool(_NUMBER.search(text) and _WORD.search(text) and any(_NUMBER.search(edge) for edge in edges))


def _time(doc: Doc, span: Span, unresolved: str, number: int) -> TimeValue:
    form = unresolved.split()[0]
    return TimeValue(
        id=f"t{number}",
        type="DATE",
        timex3=form,
        unresolved=unresolved,
        anchor="t0" if "X" in form else None,
        granularity=granularity_of_form(form),
        mention=mention_at(doc, span.start_char, span.end_char),
        rule="dateparser",
    )
