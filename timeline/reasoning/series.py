"""Series of the calendar (all Fridays, all 20 Novembers, all third quarters) and the member a direction picks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from timeline.reasoning.calendar import Interval, feast, interval_of, shift

#: What a form has in it that stands for one of a series, not for whatever unit is around.
NAMES_A_MEMBER = re.compile(r"[0-9]|Q[1-4]|H[12]|S[PU]|FA|WI|WE")
_CYCLE_YEARS = 8  # a 29 February is at most eight years away
_SEASONS = ("SP", "SU", "FA", "WI")  # from March


def pick_feast(name: str, direction: str, anchor: Interval) -> str | None:
    """Return the day of a movable feast that lies in a direction from the anchor."""
    years = range(max(anchor.start.year - 1, 1), anchor.start.year + 2)
    return _choose([feast(name, year).isoformat() for year in years], direction, anchor, "XXXX-XX-XX")


def pick(form: str, direction: str, anchor: Interval, weekday: int | None = None) -> str | None:
    """Return the member of a series in a direction from the anchor, if possible one on a weekday."""
    if not NAMES_A_MEMBER.search(form):
        return format_like(form, anchor.start)
    members = [member for member in _members(form, anchor.start) if interval_of(member)]
    if weekday is not None:
        agreeing = [member for member in members if _weekday_of(member) == weekday]
        near = _choose(agreeing, direction, anchor, form)
        if near and abs(int(near[:4]) - anchor.start.year) <= 1:
            return near
    return _choose(members, direction, anchor, form)


def _weekday_of(member: str) -> int | None:
    interval = interval_of(member)
    return interval.start.isoweekday() if interval else None


def format_like(form: str, moment: datetime) -> str:
    """Return the unit of a form around a moment: ``XXXX-WXX`` gives its ISO week.

    Examples
    --------
    >>> format_like("XXXX-WXX", datetime(2023, 11, 20)), format_like("XXXX-QX", datetime(2023, 11, 20))
    ('2023-W47', '2023-Q4')
    """
    year, month = moment.year, moment.month
    week_year, week, _ = moment.isocalendar()
    if "W" in form:
        return f"{week_year:04}-W{week:02}" + form[8:]
    if form.endswith("QX"):
        return f"{year:04}-Q{(month + 2) // 3}"
    if form.endswith("HX"):
        return f"{year:04}-H{1 if month < 7 else 2}"
    if form.endswith("-SX"):
        season = _SEASONS[(month - 3) % 12 // 3]
        return f"{year - (season == 'WI' and month < 3):04}-{season}"
    return f"{year:04}-{month:02}-{moment.day:02}"[: len(form)]


def _members(form: str, around: datetime) -> Iterator[str]:
    """Yield the members of a series about a moment, in order of time."""
    if form.startswith("XXXX-WXX"):
        for weeks in range(-2, 3):
            year, week, _ = (around + timedelta(weeks=weeks)).isocalendar()
            yield f"{year:04}-W{week:02}{form[8:]}"
    elif form.startswith("XXXX-XX"):
        for months in range(-4, 5):
            moment = shift(around.replace(day=1), months, "M")
            yield moment.isoformat()[:7] + form[7:]
    elif form.startswith("XXXX"):
        for year in range(max(around.year - _CYCLE_YEARS, 1), around.year + _CYCLE_YEARS + 1):
            yield f"{year:04}{form[4:]}"
    elif form.startswith("XX"):
        for century in range(max(around.year // 100 - 1, 0), around.year // 100 + 2):
            yield f"{century:02}{form[2:]}"
    else:
        width = form.count("X")
        if form.startswith("X" * width):
            yield str(around.year)[:width] + form[width:]


#: How many times as far a day counts that lies ahead of one who looks back, and behind one who looks ahead.
_BACK, _AHEAD = 3, 6


def _choose(members: list[str], direction: str, anchor: Interval, form: str) -> str | None:
    """Return the member that lies in a direction from the anchor."""
    if direction == "=":
        known = format_like("XXXX-WXX" if form.startswith("XXXX-W") else form[: form.rfind("X") + 1], anchor.start)
        return next((member for member in members if member.startswith(known)), None)
    placed = [(member, interval) for member in members if (interval := interval_of(member))]
    if direction in _SIDES:
        there = [member for member, interval in placed if _SIDES[direction](interval, anchor)]
        return (there[-1] if direction.startswith("<") else there[0]) if there else None
    nearest = min(placed, key=_distance_from(anchor, direction), default=None)
    return nearest[0] if nearest else None


def _is_before(interval: Interval, anchor: Interval) -> bool:
    return interval.end <= anchor.start


def _is_begun(interval: Interval, anchor: Interval) -> bool:
    return interval.start < anchor.end


def _is_after(interval: Interval, anchor: Interval) -> bool:
    return interval.start >= anchor.end


def _is_unended(interval: Interval, anchor: Interval) -> bool:
    return interval.end > anchor.start


_SIDES = {"<": _is_before, "<=": _is_begun, ">": _is_after, ">=": _is_unended}


def _distance_from(anchor: Interval, direction: str) -> Callable[[tuple[str, Interval]], float]:
    """Return how far a member is from the anchor, so many times as far on the side that is not looked to."""
    ahead, behind = _BACK if direction == "~<" else 1, _AHEAD if direction == "~>" else 1
    middle = anchor.start + (anchor.end - anchor.start) / 2

    def distance(placed: tuple[str, Interval]) -> float:
        start, end, _ = placed[1]
        if start <= middle < end:
            return 0.0
        return (ahead * (start - middle) if start > middle else behind * (middle - end)).total_seconds()

    return distance
