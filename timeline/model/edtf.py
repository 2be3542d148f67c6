"""TIMEX3 values written as EDTF, the Extended Date/Time Format of ISO 8601-2:2019.

EDTF has no weeks and no parts of day: a week is written as the interval of its days, a part of day as its day, which is
less than was known but true.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

# ISO 8601-2, section 4.8: sub-year groupings, written in the month's place.
_SUBYEARS = {"SP": "21", "SU": "22", "FA": "23", "AU": "23", "WI": "24"}
_SUBYEARS |= {"Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36", "H1": "40", "H2": "41"}
_DATE = re.compile(r"[\dX]{4}(?:-[\dX]{2}){0,2}")
_DAY_AND_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2})(?::(\d{2}))?(?::(\d{2}))?Z?")
_PART_OF_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})T[A-Z]{2}")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_SUBYEAR = re.compile(r"([\dX]{4})-([A-Z][A-Z\d])")
_SHORT_YEAR = re.compile(r"\d{1,3}")
_MODS = {
    "APPROX": "{}~",
    "BEFORE": "../{}",
    "ON_OR_BEFORE": "../{}",
    "AFTER": "{}/..",
    "ON_OR_AFTER": "{}/..",
}


def edtf_of(timex3: str, *, mod: str | None = None) -> str | None:
    """Write a TIMEX3 value as EDTF.

    Parameters
    ----------
    timex3 : str
        A TIMEX3 value.
    mod : str, optional
        The TIMEX3 modifier; ``"APPROX"`` becomes ``~``, ``"BEFORE"`` and ``"AFTER"`` open intervals.

    Returns
    -------
    str or None
        None where EDTF has no form for the value (durations, sets, vague times, unresolved weekdays).

    Examples
    --------
    >>> edtf_of("2023-11-20TMO"), edtf_of("2023-W46-WE"), edtf_of("199"), edtf_of("2019-SP", mod="APPROX")
    ('2023-11-20', '2023-11-18/2023-11-19', '199X', '2019-21~')
    >>> edtf_of("P3D") is None
    True
    """
    value = _plain(timex3)
    if value is None or "/" in value:
        return value
    return _MODS.get(mod or "", "{}").format(value)


def _plain(timex3: str) -> str | None:
    if _DATE.fullmatch(timex3):
        return timex3 if timex3.strip("X-") else None
    if match := _DAY_AND_TIME.fullmatch(timex3):
        day, hour, minute, second = match.groups(default="00")
        return f"{day}T{hour}:{minute}:{second}" if hour < "24" else _following(day)
    if match := _PART_OF_DAY.fullmatch(timex3):
        return match[1]
    if match := _WEEK.fullmatch(timex3):
        return _week(int(match[1]), int(match[2]), weekend=bool(match[3]))
    if match := _SUBYEAR.fullmatch(timex3):
        return f"{match[1]}-{_SUBYEARS[match[2]]}" if match[2] in _SUBYEARS else None
    if _SHORT_YEAR.fullmatch(timex3):
        return timex3.ljust(4, "X")
    return None


def _week(year: int, number: int, *, weekend: bool) -> str | None:
    try:
        first = date.fromisocalendar(year, number, 6 if weekend else 1)
        return f"{first.isoformat()}/{date.fromisocalendar(year, number, 7).isoformat()}"
    except ValueError:
        return None


def _following(day: str) -> str | None:
    """Return midnight at the end of a day, which TIMEX3 writes T24:00 and EDTF as the next day's beginning."""
    try:
        return f"{(date.fromisoformat(day) + timedelta(days=1)).isoformat()}T00:00:00"
    except (ValueError, OverflowError):
        return None
