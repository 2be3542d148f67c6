"""Reference dates as callers give them."""

from __future__ import annotations

from datetime import date as Date
from datetime import datetime

from timeline.errors import InvalidDateError


def iso_date(value: str | Date | datetime | None) -> str | None:
    """Return a date as ISO 8601 text, which is how results keep it.

    Examples
    --------
    >>> iso_date(Date(2023, 11, 20)), iso_date(None)
    ('2023-11-20', None)
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
