"""From what a text says of a time to a place on the calendar.

`TimeValue.unresolved` is a **form** followed by **operators**, parted by blanks; `TimeValue.anchor` says what it counts from.

The form is a TIMEX3 value with X where the anchor decides: ``XXXX-WXX-5`` (a Friday), ``XXXX-11-20`` (a 20 November),
``XXXX-XX-XXTMO`` (a morning), ``XXXX-Q3``. A form that names no member of a cycle (``XXXX-XX-XX``, ``XXXX-WXX``) is the one
around the anchor; any other stands for a series, from which a direction picks. Operators, in the order they work:

============== ========================================================================================================
``-3D`` ``+1W`` count that many units from the anchor first: Y, H (half year), Q, M, W, D, TH, TM, TS (hour, minute, second)
``<`` ``>``     the last member of the series that ends before the anchor; the first that begins after it
``<=`` ``>=``   the same, the anchor's own member included; ``<=`` is the default, as news looks back
``=``           the member in the same year (for weekdays: the same week; for days of the month: the same month)
``~``           the nearest member, of two as near the past one
``wd:7``        prefer the year in which the day is that ISO weekday (« dimanche 29 août »)
``feast:NAME``  the movable feast of the form's year (see `timeline.reasoning.calendar`)
``nth:2:W``     the second week of the unit so far named; ``nth:-1:D`` its last day, ``nth:3:4`` its third Thursday
``then+1D``     count from the result
============== ========================================================================================================

« vendredi dernier » is ``XXXX-WXX-5 <``, « hier matin » ``XXXX-XX-XXTMO -1D``, « le mois prochain » ``XXXX-XX +1M``,
« il y a trois ans » ``XXXX -3Y``, « le lundi de Pâques » ``XXXX-XX-XX feast:easter_monday ~``.
Without its anchor a value stays the bare form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from timeline.model.granularity import Granularity
from timeline.model.time import TimeValue
from timeline.reasoning.calendar import Interval, feast, interval_of, nth_weekday, shift

_SHIFT = re.compile(r"([+-]\d{1,5})(Y|H|Q|M|WE|W|D|TH|TM|TS)")
DIRECTIONS = frozenset({"<", "<=", "=", "~", ">=", ">"})
_NAMES_A_MEMBER = re.compile(r"[0-9]|Q[1-4]|H[12]|S[PU]|FA|WI|WE")
_WEEKDAY = re.compile(r"\d{4}-W\d\d-[1-7]")
_CYCLE_YEARS = 8  # a 29 February is at most eight years away

Picker = Callable[[str, Interval], str | None]


@dataclass(frozen=True, slots=True)
class Expression:
    """The parts of `TimeValue.unresolved`; see the notation above."""

    form: str
    shift: tuple[int, str] | None = None
    direction: str = "<="
    weekday: int | None = None
    feast: str | None = None
    nth: tuple[int, str] | None = None
    then: tuple[int, str] | None = None


def parse_unresolved(unresolved: str) -> Expression:
    """Read the notation of `TimeValue.unresolved`.

    Raises
    ------
    ValueError
        When an operator is not in the notation.

    Examples
    --------
    >>> parse_unresolved("XXXX-WXX-5 <").direction
    '<'
    >>> parse_unresolved("XXXX-XX-XXTMO -1D").shift
    (-1, 'D')
    """
    form, *operators = unresolved.split() or [""]
    parts: dict[str, object] = {}
    for operator in operators:
        name, _, argument = operator.partition(":")
        if operator in DIRECTIONS:
            parts["direction"] = operator
        elif name == "wd":
            parts["weekday"] = int(argument)
        elif name == "feast":
            parts["feast"] = argument
        elif name == "nth":
            count, _, unit = argument.partition(":")
            parts["nth"] = (int(count), unit)
        else:
            parts["then" if name.startswith("then") else "shift"] = _parse_shift(operator.removeprefix("then"))
    return Expression(form, **parts)  # type: ignore[arg-type]


def _parse_shift(operator: str) -> tuple[int, str]:
    match = _SHIFT.fullmatch(operator)
    if match is None:
        raise ValueError(f"{operator!r} is no operator of the notation; timeline.reasoning.resolution lists them")
    return int(match[1]), match[2]


def resolve_times(times: Iterable[TimeValue], reference: datetime | None) -> tuple[TimeValue, ...]:
    """Put times on the calendar: fill ``timex3``, ``granularity``, ``start`` and ``end``.

    Parameters
    ----------
    times : iterable of TimeValue
        As recognised, or resolved before against another reference date.
    reference : datetime or None
        What ``"t0"`` is; None leaves what hangs on it unresolved.

    Returns
    -------
    tuple of TimeValue
        In the order given.

    Examples
    --------
    >>> friday = TimeValue(id="t1", type="DATE", timex3="", unresolved="XXXX-WXX-5", anchor="t0")
    >>> eve = TimeValue(id="t2", type="DATE", timex3="", unresolved="XXXX-XX-XX -1D", anchor="t1")
    >>> [str(time) for time in resolve_times([friday, eve], datetime(2023, 11, 20))]
    ['2023-11-17', '2023-11-16']
    >>> [str(time) for time in resolve_times([friday], None)]
    ['XXXX-WXX-5']
    """
    given = tuple(times)
    by_id = {value.id: value for value in given}
    resolved: dict[str, TimeValue] = {}
    for value in given:
        for link in reversed(_chain(value, by_id, resolved)):
            resolved[link.id] = _resolve(link, _anchor(link, resolved, reference), resolved.get(link.anchor or ""))
    return tuple(resolved[value.id] for value in given)


def _chain(value: TimeValue, by_id: dict[str, TimeValue], resolved: dict[str, TimeValue]) -> list[TimeValue]:
    """Return the value and the times it hangs on that are still to be resolved, a circle cut open."""
    chain: list[TimeValue] = []
    link: TimeValue | None = value
    while link is not None and link.id not in resolved and link not in chain:
        chain.append(link)
        link = by_id.get(link.anchor) if link.anchor not in (None, "t0") else None  # type: ignore[arg-type]
    return chain


def _anchor(value: TimeValue, resolved: dict[str, TimeValue], reference: datetime | None) -> Interval | None:
    if value.anchor is None:
        return None
    if value.anchor == "t0":
        if reference is None:
            return None
        if reference.time() != time():
            return Interval(reference, reference + timedelta(minutes=1), Granularity.MINUTE)
        return Interval(reference, reference + timedelta(days=1), Granularity.DAY)
    other = resolved.get(value.anchor)
    if other is None or other.start is None or other.end is None or other.granularity is None:
        return None
    return Interval(other.start, other.end, other.granularity)


def _resolve(value: TimeValue, anchor: Interval | None, other: TimeValue | None) -> TimeValue:
    """Resolve one time; `other` is the time it hangs on, whose own form helps where its place is not known."""
    expression = parse_unresolved(value.unresolved or value.timex3)
    timex3 = expression.form
    if value.type in ("DATE", "TIME"):
        timex3 = _place(expression, anchor) or _borrow(expression, other)
    interval = interval_of(timex3) if value.type in ("DATE", "TIME") else None
    start, end, granularity = interval or (None, None, granularity_of_form(expression.form))
    return replace(value, timex3=timex3, start=start, end=end, granularity=granularity)


def _borrow(expression: Expression, other: TimeValue | None) -> str:
    """Return the form, its day taken from the unresolved time it hangs on: XXXX-WXX-5 + T18:00."""
    day, has_time, clock = expression.form.partition("T")
    if has_time and day == "XXXX-XX-XX" and expression.shift is None and other is not None:
        other_day = other.timex3.partition("T")[0]
        if granularity_of_form(other_day) in (Granularity.DAY, Granularity.WEEKEND):
            return f"{other_day}T{clock}"
    return expression.form


def _place(expression: Expression, anchor: Interval | None) -> str | None:
    """Return the complete TIMEX3 value, None where the anchor does not tell."""
    timex3: str | None = expression.form
    try:
        if "X" in expression.form[:4] or (not expression.feast and "X" in expression.form):
            timex3 = _fill(expression, anchor) if anchor else None
        if timex3 and expression.feast:
            timex3 = feast(expression.feast, int(timex3[:4])).isoformat()
        if timex3 and expression.nth:
            timex3 = _nth(timex3, *expression.nth)
        if timex3 and expression.then:
            timex3 = _move(timex3, *expression.then)
    except (OverflowError, ValueError, KeyError):
        return None
    return timex3


def _fill(expression: Expression, anchor: Interval) -> str | None:
    if expression.shift:
        amount, unit = expression.shift
        if unit.startswith("T") and anchor.granularity >= Granularity.PART_OF_DAY:
            return None
        anchor = Interval(*(shift(moment, amount, unit) for moment in anchor[:2]), anchor.granularity)
    day, has_time, clock = expression.form.partition("T")
    if has_time and "X" in clock:
        return anchor.start.isoformat()[: 16 if anchor.granularity < Granularity.PART_OF_DAY else 10]
    if has_time and anchor.granularity >= Granularity.WEEK and day == "XXXX-XX-XX":
        return None
    if expression.feast:
        day = _pick_feast(expression, anchor)
    elif "X" in day:
        day = _pick(day, expression.direction, anchor, expression.weekday) or ""
    if day and _WEEKDAY.fullmatch(day):
        day = datetime.strptime(day, "%G-W%V-%u").date().isoformat()
    return _in_the_night(f"{day}{has_time}{clock}", anchor) if day else None


def _in_the_night(timex3: str, anchor: Interval) -> str:
    """Return a clock time, a day later where the night it hangs on runs over midnight: at three in the night to Sunday."""
    interval = interval_of(timex3)
    if interval is None or anchor.granularity is not Granularity.PART_OF_DAY or interval.start >= anchor.start:
        return timex3
    following = interval.start + timedelta(days=1)
    return f"{following.date()}T{timex3.partition('T')[2]}" if following < anchor.end else timex3


def _pick_feast(expression: Expression, anchor: Interval) -> str:
    """Return the form with the year in which the feast lies in the direction asked for."""
    assert expression.feast is not None
    years = range(max(anchor.start.year - 1, 1), anchor.start.year + 2)
    days = [feast(expression.feast, year).isoformat() for year in years]
    return _choose(days, expression.direction, anchor, expression.form) or ""


def _pick(form: str, direction: str, anchor: Interval, weekday: int | None) -> str | None:
    if not _NAMES_A_MEMBER.search(form):
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
        season = {month: name for name, first in SEASONS for month in range(first, first + 3)}[(month - 3) % 12 + 3]
        return f"{year - (season == 'WI' and month < 3):04}-{season}"
    return f"{year:04}-{month:02}-{moment.day:02}"[: len(form)]


SEASONS = (("SP", 3), ("SU", 6), ("FA", 9), ("WI", 12))


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


def _choose(members: list[str], direction: str, anchor: Interval, form: str) -> str | None:
    """Return the member that lies in a direction from the anchor."""
    placed = [(member, interval) for member in members if (interval := interval_of(member))]
    before = [member for member, interval in placed if interval.end <= anchor.start]
    until = [member for member, interval in placed if interval.start < anchor.end]
    since = [member for member, interval in placed if interval.end > anchor.start]
    after = [member for member, interval in placed if interval.start >= anchor.end]
    if direction == "<":
        return before[-1] if before else None
    if direction == "<=":
        return until[-1] if until else None
    if direction == ">":
        return after[0] if after else None
    if direction == ">=":
        return since[0] if since else None
    if direction == "=":
        known = format_like("XXXX-WXX" if form.startswith("XXXX-W") else form[: form.rfind("X") + 1], anchor.start)
        return next((member for member in members if member.startswith(known)), None)
    nearest = min(placed, key=_distance_from(anchor), default=None)
    return nearest[0] if nearest else None


def _distance_from(anchor: Interval) -> Callable[[tuple[str, Interval]], float]:
    middle = anchor.start + (anchor.end - anchor.start) / 2

    def distance(placed: tuple[str, Interval]) -> float:
        start, end, _ = placed[1]
        if start <= middle < end:
            return 0.0
        return (start - middle if start > middle else middle - end).total_seconds()

    return distance


def _nth(timex3: str, count: int, unit: str) -> str | None:
    """Return the count-th day, week, weekday or week-end inside a value."""
    interval = interval_of(timex3)
    if interval is None:
        return None
    start, end, _ = interval
    last = end - timedelta(days=1)
    if unit == "D":
        moment = start + timedelta(days=count - 1) if count > 0 else end + timedelta(days=count)
        return moment.date().isoformat()
    if unit == "M":
        return (shift(start, count - 1, "M") if count > 0 else shift(end, count, "M")).isoformat()[:7]
    weekday = {"W": 4, "WE": 6}.get(unit) or int(unit)
    month = start if count > 0 else last
    found = nth_weekday(month.year, month.month, weekday, count)
    year, week, _ = found.isocalendar()
    return {"W": f"{year:04}-W{week:02}", "WE": f"{year:04}-W{week:02}-WE"}.get(unit, found.isoformat())


def _move(timex3: str, amount: int, unit: str) -> str | None:
    """Return the day, or the coarser unit counted in, so many units from a value."""
    interval = interval_of(timex3)
    if interval is None:
        return None
    moment = shift(interval.start, amount, unit.removesuffix("E"))
    if unit.startswith("T"):
        return moment.isoformat()[:16] if interval.granularity < Granularity.PART_OF_DAY else None
    form = {
        "D": "XXXX-XX-XX",
        "W": "XXXX-WXX",
        "WE": "XXXX-WXX-WE",
        "M": "XXXX-XX",
        "Q": "XXXX-QX",
        "H": "XXXX-HX",
        "Y": "XXXX",
    }[unit]
    return format_like(form, moment)


_FORM_GRANULARITIES = (
    (re.compile(r".{4}-.{2}-.{2}T.+:.+"), Granularity.MINUTE),
    (re.compile(r".{4}-.{2,3}(-.{1,2})?T[A-Z]{2}"), Granularity.PART_OF_DAY),
    (re.compile(r".{4}-.{2,3}(-.{1,2})?T..(.{2,6})?"), Granularity.HOUR),
    (re.compile(r".{4}-W..-WE"), Granularity.WEEKEND),
    (re.compile(r".{4}-W..-."), Granularity.DAY),
    (re.compile(r".{4}-W.."), Granularity.WEEK),
    (re.compile(r".{4}-..-.."), Granularity.DAY),
    (re.compile(r".{4}-Q."), Granularity.QUARTER),
    (re.compile(r".{4}-H."), Granularity.HALF),
    (re.compile(r".{4}-(SP|SU|FA|WI)"), Granularity.SEASON),
    (re.compile(r".{4}-.."), Granularity.MONTH),
    (re.compile(r"[\dX]{4}"), Granularity.YEAR),
    (re.compile(r"[\dX]{3}"), Granularity.DECADE),
    (re.compile(r"[\dX]{2}"), Granularity.CENTURY),
    (re.compile(r"[\dX]"), Granularity.MILLENNIUM),
)


def granularity_of_form(form: str) -> Granularity | None:
    """Return the width of the unit a form names, None for durations and vague times.

    Examples
    --------
    >>> granularity_of_form("XXXX-WXX-5")
    <Granularity.DAY: 'day'>
    >>> granularity_of_form("PXM") is None
    True
    """
    if form.startswith("P") or form.endswith("_REF"):
        return None
    return next((width for pattern, width in _FORM_GRANULARITIES if pattern.fullmatch(form)), None)
