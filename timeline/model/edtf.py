"""TIMEX3 values written as EDTF, the Extended Date/Time Format of ISO 8601-2:2019.

The package ``edtf`` reads EDTF and makes it out of English phrases; it knows no TIMEX3, so what is here, a mapping from
one notation to the other, would be needed beside it, and nothing else of it. The tests read all that is written here
with that package.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

_DAY_OR_COARSER = re.compile(r"[\dX]{4}(-[\dX]{2}(-[\dX]{2})?)?")
_PART_OF_YEAR = re.compile(r"([\dX]{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-([1-7]|WE))?")
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d{1,2}(?::?\d\d)?)?")
_BEFORE_CHRIST = re.compile(r"BC(\d|\d{3,4})")
_CENTURY_BEFORE_CHRIST = re.compile(r"BC(\d\d)")

#: Two-digit codes of the parts of a year: seasons, quarters and half years, ISO 8601-2:2019, 4.8.
_PARTS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}
_OPEN = {"BEFORE": "../{}", "ON_OR_BEFORE": "../{}", "AFTER": "{}/..", "ON_OR_AFTER": "{}/.."}


def edtf_of(timex3: str, *, mod: str | None = None) -> str | None:
    """Write a TIMEX3 value as EDTF.

    Parameters
    ----------
    timex3 : str
        A TIMEX3 value.
    mod : str, optional
        The TIMEX3 modifier; ``"APPROX"`` becomes ``~``, ``"BEFORE"`` and ``"AFTER"`` an open interval.

    Returns
    -------
    str or None
        None where EDTF has no form for the value: durations, vague times, parts of the day, recurrent weekdays. Weeks,
        which EDTF lacks, are written as intervals of days.

    Examples
    --------
    >>> edtf_of("2023-11-17"), edtf_of("199"), edtf_of("2015", mod="APPROX"), edtf_of("2019-SP")
    ('2023-11-17', '199X', '2015~', '2019-21')
    >>> edtf_of("2023-W46-WE")
    '2023-11-18/2023-11-19'
    """
    value = _write(timex3)
    if value is None:
        return None
    if mod in _OPEN:
        return _OPEN[mod].format(value) if "/" not in value else None
    if mod == "APPROX":
        return "/".join(f"{end}~" for end in value.split("/")) if "T" not in value else value
    return value


def edtf_between(start: datetime, end: datetime) -> str:
    """Write a half-open stretch of time as an EDTF interval, of months or years where it is made of such.

    Examples
    --------
    >>> edtf_between(datetime(2023, 9, 1), datetime(2024, 1, 1))
    '2023-09/2023-12'
    >>> edtf_between(datetime(2023, 9, 1), datetime(2023, 9, 11))
    '2023-09-01/2023-09-10'
    """
    last = end - timedelta(microseconds=1)
    if (start.hour, start.minute, end.hour, end.minute) != (0, 0, 0, 0):
        return f"{start.isoformat()}/{end.isoformat()}"
    whole_months = start.day == end.day == 1
    digits = 4 if whole_months and start.month == end.month == 1 else 7 if whole_months else 10
    first, final = start.isoformat()[:digits], last.isoformat()[:digits]
    return first if first == final else f"{first}/{final}"


def _write(timex3: str) -> str | None:
    if not timex3.isascii() or not any(map(str.isdecimal, timex3)):
        return None
    if timex3.isdecimal() and len(timex3) < 4:
        return timex3 + "X" * (4 - len(timex3))
    if _DAY_OR_COARSER.fullmatch(timex3):
        return timex3
    if match := _PART_OF_YEAR.fullmatch(timex3):
        return f"{match[1]}-{_PARTS[match[2]]}"
    if match := _WEEK.fullmatch(timex3):
        return _write_week(int(match[1]), int(match[2]), match[3])
    if match := _CLOCK.fullmatch(timex3):
        return _write_clock(match)
    if match := _BEFORE_CHRIST.fullmatch(timex3):
        return f"-{int(match[1]) - 1:04}" if int(match[1]) > 1 else "0000"
    if match := _CENTURY_BEFORE_CHRIST.fullmatch(timex3):
        return f"-{match[1]}XX" if match[1] != "00" else None
    return None


def _write_week(year: int, week: int, part: str | None) -> str | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    if part == "WE":
        return f"{monday + timedelta(days=5)}/{monday + timedelta(days=6)}"
    return f"{monday}/{monday + timedelta(days=6)}" if part is None else f"{monday + timedelta(days=int(part) - 1)}"


def _write_clock(match: re.Match[str]) -> str | None:
    day, hour, minute, second, zone = match.groups()
    try:
        midnight = date.fromisoformat(day)
        if hour == "24":
            midnight, hour = midnight + timedelta(days=1), "00"
    except (ValueError, OverflowError):
        return None
    return f"{midnight}T{hour}:{minute}:{second or '00'}{_write_zone(zone)}"


def _write_zone(zone: str | None) -> str:
    if zone is None or zone == "Z":
        return zone or ""
    sign, digits = zone[0], zone[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{sign}{int(hours):02}:{minutes}"
