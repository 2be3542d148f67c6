"""Reference dates as callers give them."""

from __future__ import annotations

from datetime import date as Date
from datetime import datetime, timedelta

from timeline.errors import InvalidDateError

_END = datetime.max


def iso_date(value: str | Date | datetime | None) -> str | None:
    """Return a date as ISO 8601 text, which is how results keep it.

    Examples
    --------
    >>> iso_date(Date(2023, 11, 20)), iso_date(None)
    ('2023-11-20', None)
    """
    return value.isoformat() if isinstance(value, Date) else value


def moment_text(value: str | Date | datetime) -> str:
    """Return a date or moment as ISO 8601 text; a str stays what it is.

    Examples
    --------
    >>> moment_text(datetime(2023, 11, 20, 9, 30))
    '2023-11-20T09:30:00'
    """
    return value.isoformat() if isinstance(value, Date) else value


def parse_reference_date(value: str | Date | datetime | None) -> datetime | None:
    """Read a reference date.

    Parameters
    ----------
    value : str, date, datetime or None
        A str in ISO 8601 (``"2023-11-20"``, ``"2023-11-20T09:30"``). An aware datetime keeps its wall-clock time.

    Returns
    -------
    datetime or None
        Naive; midnight where only a day is given.

    Raises
    ------
    InvalidDateError

    Examples
    --------
    >>> parse_reference_date("2023-11-20")
    datetime.datetime(2023, 11, 20, 0, 0)
    """
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, Date):
        return datetime(value.year, value.month, value.day)
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value.strip()).replace(tzinfo=None)
        except ValueError:
            pass
    raise InvalidDateError(
        f"The date {value!r} is not a date. Give ISO 8601 such as '2023-11-20', a datetime.date, or None."
    )


def calendar_interval(date: str | Date | datetime) -> tuple[datetime, datetime]:
    """Return the day, month (``"2023-11"``) or year (``"2023"``) that a date names, half-open.

    Raises
    ------
    InvalidDateError

    Examples
    --------
    >>> [moment.isoformat() for moment in calendar_interval("2023-12")]
    ['2023-12-01T00:00:00', '2024-01-01T00:00:00']
    """
    told = date.strip() if isinstance(date, str) else date
    if isinstance(told, str) and len(told) == 4 and told.isdigit():
        first = _required(f"{told}-01-01")
        return first, end_of(first, 366).replace(month=1, day=1)
    if isinstance(told, str) and len(told) == 7:
        first = _required(f"{told}-01")
        return first, end_of(first, 31).replace(day=1)
    day = _required(told).replace(hour=0, minute=0, second=0, microsecond=0)
    return day, end_of(day, 1)


def moment_of(date: str | Date | datetime) -> datetime:
    """Return the moment that a date names: an hour as it is, the first instant of a day, month or year.

    Raises
    ------
    InvalidDateError

    Examples
    --------
    >>> moment_of("2018-06").isoformat(), moment_of("2018-06-05T12:00").isoformat()
    ('2018-06-01T00:00:00', '2018-06-05T12:00:00')
    """
    if isinstance(date, datetime) or (isinstance(date, str) and len(date.strip()) > len("2018-06-05")):
        return _required(date)
    return calendar_interval(date)[0]


def _required(date: str | Date | datetime) -> datetime:
    moment = parse_reference_date(date)
    if moment is None:
        raise InvalidDateError("A date is needed here; give one such as '2023-11-17', '2023-11' or '2023'.")
    return moment


def end_of(start: datetime, days: int = 1) -> datetime:
    """Return the moment so many days later, the calendar's last one where that comes first.

    Examples
    --------
    >>> end_of(datetime(2023, 11, 20)).isoformat(), end_of(datetime(9999, 12, 31)).isoformat()
    ('2023-11-21T00:00:00', '9999-12-31T23:59:59.999999')
    """
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return _END
