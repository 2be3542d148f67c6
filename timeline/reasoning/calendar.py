"""Calendar arithmetic on TIMEX3 values: intervals of values, shifts by calendar units, movable feasts.

Nothing here knows a language, and nothing rounds: a month is as long as the calendar says.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from timeline.model.dates import end_of
from timeline.model.granularity import Granularity

#: First month of the meteorological seasons; winter runs into the following year.
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

#: Hours of the parts of the day, as a reader of news takes them; the night runs into the following day.
PART_HOURS = {"MO": (6, 12), "MI": (12, 13), "AF": (12, 18), "EV": (18, 24), "NI": (21, 30), "DT": (6, 18)}

#: Feasts that hang on Easter Sunday: days after it.
EASTER_FEASTS = {
    "shrove_tuesday": -47,
    "ash_wednesday": -46,
    "palm_sunday": -7,
    "maundy_thursday": -3,
    "good_friday": -2,
    "easter": 0,
    "easter_monday": 1,
    "ascension": 39,
    "pentecost": 49,
    "pentecost_monday": 50,
}

#: Feasts on a weekday of a month: month, ISO weekday, which one (-1 is the last).
WEEKDAY_FEASTS = {
    "thanksgiving": (11, 4, 4),
    "labor_day": (9, 1, 1),
    "memorial_day": (5, 1, -1),
    "martin_luther_king_day": (1, 1, 3),
    "presidents_day": (2, 1, 3),
    "columbus_day": (10, 1, 2),
    "mothers_day": (5, 7, 2),
    "fathers_day": (6, 7, 3),
    "mothers_day_fr": (5, 7, -1),
    "election_day": (11, 1, 1),
}
#: Days by which a feast follows its weekday: elections in the United States are on the day after the first Monday.
_DAYS_AFTER = {"election_day": 1}

_UNIT_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12}
_CLOCK = re.compile(r"([01]\d|2[0-4])(?::([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?)?([+-]\d{1,2}(?::?\d\d)?|Z)?")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-([1-7]|WE))?")
_PART_OF_YEAR = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_COARSE = {
    4: (1, Granularity.YEAR),
    3: (10, Granularity.DECADE),
    2: (100, Granularity.CENTURY),
    1: (1000, Granularity.MILLENNIUM),
}


class Interval(NamedTuple):
    """A half-open stretch of the calendar and the width of the unit that names it."""

    start: datetime
    end: datetime
    granularity: Granularity


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year.

    References
    ----------
    The anonymous Gregorian computus, as given by Meeus, *Astronomical Algorithms*, 1991, chapter 8.

    Examples
    --------
    >>> easter(2023)
    datetime.date(2023, 4, 9)
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    skipped, leap_centuries = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped - correction + 15) % 30
    leaps, odd = divmod(rest, 4)
    weekday = (32 + 2 * leap_centuries + 2 * leaps - epact - odd) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def feast(name: str, year: int) -> date:
    """Return the day of a movable feast.

    Raises
    ------
    KeyError
        When the feast is not known.

    Examples
    --------
    >>> feast("thanksgiving", 2023), feast("ascension", 2023)
    (datetime.date(2023, 11, 23), datetime.date(2023, 5, 18))
    """
    if name in EASTER_FEASTS:
        return easter(year) + timedelta(days=EASTER_FEASTS[name])
    month, weekday, nth = WEEKDAY_FEASTS[name]
    return nth_weekday(year, month, weekday, nth) + timedelta(days=_DAYS_AFTER.get(name, 0))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth weekday of a month; -1 is the last.

    Examples
    --------
    >>> nth_weekday(2023, 11, 1, 2), nth_weekday(2023, 11, 1, -1)
    (datetime.date(2023, 11, 13), datetime.date(2023, 11, 27))
    """
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-nth - 1))
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def shift(moment: datetime, amount: int, unit: str) -> datetime:
    """Move a moment by calendar units; where the month is too short, to its last day.

    Parameters
    ----------
    moment : datetime
        Where to count from.
    amount : int
        How many units, negative into the past.
    unit : str
        ``"Y"``, ``"H"`` (half year), ``"Q"``, ``"M"``, ``"W"``, ``"D"``, ``"TH"``, ``"TM"`` or ``"TS"``.

    Raises
    ------
    OverflowError
        When the result is out of the calendar.

    Examples
    --------
    >>> shift(datetime(2024, 3, 31), -1, "M")
    datetime.datetime(2024, 2, 29, 0, 0)
    """
    if unit in _UNIT_MONTHS:
        months = moment.year * 12 + moment.month - 1 + amount * _UNIT_MONTHS[unit]
        year, month = divmod(months, 12)
        if not 1 <= year <= 9999:
            raise OverflowError(f"{amount}{unit} from {moment.date()} is out of the calendar")
        return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))
    seconds = {"W": 604800, "D": 86400, "TH": 3600, "TM": 60, "TS": 1}[unit]
    return moment + timedelta(seconds=amount * seconds)


def interval_of(timex3: str) -> Interval | None:
    """Return the stretch of the calendar that a complete TIMEX3 value names.

    Returns
    -------
    Interval or None
        None for durations, vague times, values with X, and days that don't exist.

    Examples
    --------
    >>> interval_of("2023-W46-WE").start
    datetime.datetime(2023, 11, 18, 0, 0)
    >>> interval_of("2023-11-20TMO").granularity
    <Granularity.PART_OF_DAY: 'part of day'>
    >>> interval_of("P3D") is None
    True
    """
    day, has_time, clock = timex3.partition("T")
    try:
        interval = _date_interval(day)
        if interval is None or not has_time:
            return interval
        return (
            _time_interval(interval, clock) if interval.granularity in (Granularity.DAY, Granularity.WEEKEND) else None
        )
    except (ValueError, OverflowError):
        return None


def _date_interval(value: str) -> Interval | None:
    if match := _DATE.fullmatch(value):
        return _days(date(*map(int, match.groups())), 1, Granularity.DAY)
    if match := _WEEK.fullmatch(value):
        return _week_interval(int(match[1]), int(match[2]), match[3])
    if match := _PART_OF_YEAR.fullmatch(value):
        return _part_of_year(int(match[1]), match[2])
    if len(value) == 7 and value[4] == "-" and value.replace("-", "").isdecimal():
        return _months(int(value[:4]), int(value[5:]), 1, Granularity.MONTH)
    if value.isdecimal() and len(value) in _COARSE and value != "0000":
        width, granularity = _COARSE[len(value)]
        first = int(value) * width
        return _months(first or 1, 1, 12 * (width if first else width - 1), granularity)
    return None


def _week_interval(year: int, week: int, part: str | None) -> Interval:
    monday = date.fromisocalendar(year, week, 1)
    if part == "WE":
        return _days(monday + timedelta(days=5), 2, Granularity.WEEKEND)
    if part:
        return _days(monday + timedelta(days=int(part) - 1), 1, Granularity.DAY)
    return _days(monday, 7, Granularity.WEEK)


def _part_of_year(year: int, part: str) -> Interval:
    if part[0] == "Q":
        return _months(year, 3 * int(part[1]) - 2, 3, Granularity.QUARTER)
    if part[0] == "H":
        return _months(year, 6 * int(part[1]) - 5, 6, Granularity.HALF)
    return _months(year, SEASON_MONTHS[part], 3, Granularity.SEASON)


def _time_interval(day: Interval, clock: str) -> Interval | None:
    if clock in PART_HOURS:
        first, last = PART_HOURS[clock]
        return Interval(day.start + timedelta(hours=first), day.start + timedelta(hours=last), Granularity.PART_OF_DAY)
    match = _CLOCK.fullmatch(clock)
    if match is None:
        return None
    hour, minute, second = (int(part) if part else 0 for part in match.group(1, 2, 3))
    start = day.start + timedelta(hours=hour, minutes=minute, seconds=second)
    if match[3]:
        return Interval(start, start + timedelta(seconds=1), Granularity.SECOND)
    if match[2]:
        return Interval(start, start + timedelta(minutes=1), Granularity.MINUTE)
    return Interval(start, start + timedelta(hours=1), Granularity.HOUR)


def _days(first: date, count: int, granularity: Granularity) -> Interval:
    start = datetime.combine(first, time())
    return Interval(start, end_of(start, count), granularity)


def _months(year: int, month: int, count: int, granularity: Granularity) -> Interval:
    start = datetime(year, month, 1)
    if year * 12 + month - 1 + count >= 120_000:
        return Interval(start, datetime.max, granularity)
    return Interval(start, shift(start, count, "M"), granularity)
