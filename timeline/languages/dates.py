"""Dates and bounds as a reader of a language writes them, no more exactly than they are known.

Names of months and days and the order of their parts are babel's, which is to say CLDR's; the words around them are in
the language's room ``display``.
"""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from babel.dates import format_date

from timeline.languages.base import language_or_fallback
from timeline.languages.contract import DateWords
from timeline.model.granularity import Granularity
from timeline.model.time import TimeValue

DEFAULT = "en"  # for languages without words of their own
BOUNDS = "bounds"  # the rule of a time that is known by its bounds alone
_PART_OF_DAY = re.compile(r"T(MO|MI|AF|EV|NI|DT)$")
_YEARS = (Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY, Granularity.MILLENNIUM)


def dates_language(code: str | None) -> str:
    """Return the language that dates are written in: the one given, or English where it has no words for them.

    Examples
    --------
    >>> dates_language("fr"), dates_language(None)
    ('fr', 'en')
    """
    return code if code and language_or_fallback(code).display.words else DEFAULT


def written(moment: datetime, pattern: str, code: str) -> str:
    """Return a moment in a pattern of CLDR (``"EEE d MMM y"``), in a language.

    Examples
    --------
    >>> written(datetime(2023, 11, 17), "EEE d MMM y", "fr")
    'ven. 17 nov. 2023'
    """
    return str(format_date(moment, pattern, locale=code))


def day_text(moment: datetime, code: str, *, with_year: bool = True) -> str:
    """Return a day as a reader writes it, and the hour when it is not midnight."""
    day = written(moment, "EEE d MMM y" if with_year else "EEE d MMM", code)
    return day if moment.time() == time() else f"{day} {moment:%H:%M}"


def month_text(moment: datetime, code: str, *, with_year: bool = True) -> str:
    """Return a month, with its year."""
    return written(moment, "MMM y" if with_year else "MMM", code)


def time_text(value: TimeValue, code: str) -> str:
    """Return a time as a reader writes it; its TIMEX3 value when it does not stand on the calendar."""
    if value.rule == BOUNDS:
        return bounds_text(value.start, value.end, code)
    if value.start is None or value.end is None:
        return value.timex3
    forms = _forms(code)
    part = _PART_OF_DAY.search(value.timex3)
    day = value.start.replace(hour=0, minute=0)
    if part:
        return f"{day_text(day, code)}, {forms.parts[part[1]]}"
    if value.granularity in (Granularity.WEEK, Granularity.WEEKEND):
        form = forms.week if value.granularity is Granularity.WEEK else forms.weekend
        return form.format(day=day_text(day, code))
    if value.granularity is Granularity.MONTH:
        return month_text(value.start, code)
    if value.granularity in _YEARS or value.timex3.isdigit():
        return _years(value.start, value.end, value.granularity, forms)
    if value.granularity is Granularity.DAY or value.end - value.start < timedelta(hours=2):
        return day_text(value.start, code)
    return interval_text(value.start, value.end, code)


def interval_text(start: datetime, end: datetime, code: str) -> str:
    """Return a half-open interval as its first and last day; as one day, month or year where it is just that.

    Examples
    --------
    >>> interval_text(datetime(2023, 11, 17), datetime(2023, 11, 20), "en")
    'Fri 17 Nov – Sun 19 Nov 2023'
    >>> interval_text(datetime(2023, 11, 1), datetime(2023, 12, 1), "en")
    'Nov 2023'
    """
    if start.day == 1 and start.time() == end.time() == time():
        if start.month == 1 and end == datetime(min(start.year + 1, 9999), 1, 1):
            return str(start.year)
        if end == (start + timedelta(days=31)).replace(day=1):
            return month_text(start, code)
    first, last = _ends(start, end, code)
    return first if first == last else _forms(code).range.format(start=first, end=last)


def bounds_text(start: datetime | None, end: datetime | None, code: str) -> str:
    """Return what is known of something that lies within ``[start, end)``.

    Examples
    --------
    >>> bounds_text(datetime(2023, 11, 17), None, "en"), bounds_text(None, None, "fr")
    ('from Fri 17 Nov 2023 on', 'sans date')
    """
    forms = _forms(code)
    if start and end:
        first, last = _ends(start, end, code)
        return (forms.within if first == last else forms.between).format(start=first, end=last)
    if start:
        return forms.after.format(start=day_text(start, code))
    return forms.before.format(end=day_text(end, code)) if end else forms.undated


def _ends(start: datetime, end: datetime, code: str) -> tuple[str, str]:
    """Return the first and the last day, or hour, of a half-open interval; a year that both share is told once."""
    last = end if end.time() != time() else end - timedelta(days=1)
    if last.date() == start.date() and start.time() == end.time() == time():
        return day_text(start, code), day_text(start, code)
    if last.date() == start.date():  # hours of one day, which is told once
        return f"{day_text(datetime.combine(start, time()), code)} {start:%H:%M}", f"{end:%H:%M}".replace(
            "00:00", "24:00"
        )
    return day_text(start, code, with_year=start.year != last.year), day_text(last, code)


def _years(start: datetime, end: datetime, width: Granularity | None, forms: DateWords) -> str:
    if width is Granularity.DECADE:
        return forms.decade.format(year=start.year)
    first, last = start.year, (end - timedelta(days=1)).year
    return str(first) if first == last else forms.range.format(start=first, end=last)


def _forms(code: str) -> DateWords:
    return language_or_fallback(dates_language(code)).display.when
