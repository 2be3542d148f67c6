"""From what a text says of a time, in the notation of `timeline.reasoning.notation`, to a place on the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from datetime import time as clock

from timeline.model.dates import end_of
from timeline.model.granularity import Granularity
from timeline.model.time import TimeValue
from timeline.reasoning.calendar import Interval, feast, interval_of, nth_weekday, shift
from timeline.reasoning.notation import Expression, granularity_of_form, parse_unresolved
from timeline.reasoning.parts import PARTS, part_of
from timeline.reasoning.series import NAMES_A_MEMBER, format_like, pick, pick_feast

#: The rule of the date of a report: « Lyon, 2 mars 2022 (XYZ). – ».
DATELINE = "dateline"
_LAST_MINUTE = datetime.max - timedelta(minutes=1)
_SOME_MINUTE = "XXXX-XX-XXTXX:XX"
_WEEKDAY = re.compile(r"\d{4}-W\d\d-[1-7]")


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
    written = _datelines(given, reference)
    resolved: dict[str, TimeValue] = {}
    for value in given:
        for link in reversed(_chain(value, by_id, resolved)):
            now = written.get(link.mention.document, reference) if link.mention else reference
            anchor = _anchor(link, resolved, now)
            resolved[link.id] = _resolve(link, anchor, resolved.get(link.anchor or ""), now)
    return tuple(resolved[value.id] for value in given)


def _datelines(times: Iterable[TimeValue], reference: datetime | None) -> dict[str, datetime]:
    """Return when each document says that it was written, where that is earlier than the reference date.

    Its « lundi » is then the Monday before that day, whatever day the reader was given.
    """
    found: dict[str, datetime] = {}
    for time in times:
        day = interval_of(time.timex3) if time.rule == DATELINE and time.mention else None
        if reference and day and time.mention and day.granularity is Granularity.DAY and day.end <= reference:
            found.setdefault(time.mention.document, day.start)
    return found


def _chain(value: TimeValue, by_id: dict[str, TimeValue], resolved: dict[str, TimeValue]) -> list[TimeValue]:
    """Return the value and the times it hangs on that are still to be resolved, a circle cut open."""
    chain: list[TimeValue] = []
    link: TimeValue | None = value
    while link is not None and link.id not in resolved and link not in chain:
        chain.append(link)
        link = by_id.get(link.anchor) if link.anchor else None
    return chain


def _anchor(value: TimeValue, resolved: dict[str, TimeValue], reference: datetime | None) -> Interval | None:
    if value.anchor is None:
        return None
    if value.anchor == "t0":
        if reference is None:
            return None
        if reference.time() != clock():
            return Interval(reference, min(reference, _LAST_MINUTE) + timedelta(minutes=1), Granularity.MINUTE)
        return Interval(reference, end_of(reference), Granularity.DAY)
    other = resolved.get(value.anchor)
    if other is None or other.start is None or other.end is None or other.granularity is None:
        return None
    whole = interval_of(other.timex3) if other.mod in PARTS else None
    if whole is not None:
        return whole
    granularity = other.granularity if "X" not in other.timex3 else _width(other.end - other.start)
    return Interval(other.start, other.end, granularity)


def _width(length: timedelta) -> Granularity:
    """Return the smallest unit that can be so long."""
    widths = {1: Granularity.DAY, 7: Granularity.WEEK, 31: Granularity.MONTH, 92: Granularity.QUARTER}
    return next((width for days, width in widths.items() if length.days <= days), Granularity.YEAR)


def _resolve(
    value: TimeValue, anchor: Interval | None, other: TimeValue | None, reference: datetime | None
) -> TimeValue:
    """Resolve one time; `other` is the time it hangs on, whose own form helps where its place is not known."""
    expression = parse_unresolved(value.unresolved or value.timex3)
    if "/" in expression.form:
        stretch = _stretch(expression.form)
        return replace(value, timex3=expression.form, start=stretch and stretch[0], end=stretch and stretch[1])
    timex3, interval = _first_reading(value, expression, anchor, other)
    if expression.past and interval and reference and _is_ahead(interval, reference):
        timex3 = _over(value, expression, anchor, interval, reference) or expression.form
        interval = interval_of(timex3)
    if interval:
        first, last = part_of(interval, value.mod)
        return replace(value, timex3=timex3, start=first, end=last, granularity=interval.granularity)
    start, end = _within(expression, anchor, reference) or (None, None)
    return replace(value, timex3=timex3, start=start, end=end, granularity=granularity_of_form(expression.form))


def _over(
    value: TimeValue, expression: Expression, anchor: Interval | None, ahead: Interval, reference: datetime
) -> str | None:
    """Return what a time that has happened means, though it would lie ahead: the clock time of the day before.

    The last Friday of this month is the last one that there was, if that is of this month.
    """
    if value.anchor != "t0" or expression.shift:
        return None
    if not expression.nth:
        return _place(replace(expression, past=False, shift=(-1, "D")), anchor)
    first, last = anchor and interval_of(_day(expression, expression.form, anchor) or ""), ahead.start
    if first is None or expression.nth[0] != -1 or not expression.nth[1].isdecimal():
        return None
    while last.date() > reference.date():
        last -= timedelta(weeks=1)
    return last.date().isoformat() if last >= first.start else None


def _stretch(form: str) -> tuple[datetime, datetime] | None:
    """Return from when to when an interval of EDTF goes: ``2023-06-10/2023-06-11``."""
    first, last = map(interval_of, form.split("/", 1))
    return (first.start, last.end) if first and last and first.start < last.end else None


def _first_reading(
    value: TimeValue, expression: Expression, anchor: Interval | None, other: TimeValue | None
) -> tuple[str, Interval | None]:
    """Return the form of a time and where it lies, whatever lies ahead of the reference date."""
    timex3, interval = expression.form, None
    if value.type in ("DATE", "TIME"):
        place = _place(expression, anchor)
        timex3 = place or _borrow(expression, other)
        interval = interval_of(timex3) if place or not expression.then else None
    if interval is None and timex3 == _SOME_MINUTE and expression.shift:
        timex3 = "PAST_REF" if expression.shift[0] < 0 else "FUTURE_REF"  # "4 hours ago" without a clock to count from
    return timex3, interval


def _is_ahead(interval: Interval, reference: datetime) -> bool:
    """Tell what begins after the reference date, or after its hour where that is known."""
    return interval.start > reference if reference.time() != clock() else interval.start.date() > reference.date()


def _within(
    expression: Expression, anchor: Interval | None, reference: datetime | None
) -> tuple[datetime, datetime] | None:
    """Return between which moments a time lies that is counted from a coarser one: the day after some day in May."""
    if anchor is None or expression.shift is None or not _is_finer(expression.form.partition("T")[0], anchor):
        return None
    try:
        first, last = (shift(moment, *expression.shift) for moment in (anchor.start, anchor.end))
        form = expression.form.partition("T")[0]
        units = [interval_of(format_like(form, moment)) for moment in (first, last - timedelta(seconds=1))]
    except (OverflowError, ValueError, KeyError):
        return None
    if units[0] is None or units[1] is None:
        return None
    start, end = units[0].start, units[1].end
    if expression.past and reference is not None:
        end = min(end, end_of(reference.replace(hour=0, minute=0, second=0, microsecond=0)))
    return (start, end) if start < end else None


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
    if _is_finer(expression.form.partition("T")[0], anchor):
        return None
    if expression.shift:
        amount, unit = expression.shift
        if unit.startswith("T") and anchor.granularity >= Granularity.PART_OF_DAY:
            return None
        start, end = shift(anchor.start, amount, unit), shift(anchor.end, amount, unit)
        anchor = Interval(start, end, anchor.granularity)
    named, has_time, clock = expression.form.partition("T")
    if has_time and "X" in clock:
        return anchor.start.isoformat()[: 16 if anchor.granularity < Granularity.PART_OF_DAY else 10]
    if has_time and anchor.granularity >= Granularity.WEEK and named == "XXXX-XX-XX":
        return None
    day = _day(expression, named, anchor)
    return _in_the_night(f"{day}{has_time}{clock}", anchor) if day else None


def _day(expression: Expression, named: str, anchor: Interval) -> str | None:
    """Return the day, or the coarser unit, that an expression names about its anchor."""
    day: str | None = named
    if expression.feast:
        day = pick_feast(expression.feast, expression.direction, anchor)
    elif "X" in named:
        day = pick(named, expression.direction, anchor, expression.weekday)
    if day and _WEEKDAY.fullmatch(day):
        return datetime.strptime(day, "%G-W%V-%u").date().isoformat()
    return day


def _is_finer(form: str, anchor: Interval) -> bool:
    """Tell a unit that cannot be counted from its anchor: "the following week" from a month."""
    width = granularity_of_form(form)
    countable = width is not None and not NAMES_A_MEMBER.search(form)
    return countable and anchor.granularity > max(width or Granularity.DAY, Granularity.WEEKEND)


def _in_the_night(timex3: str, anchor: Interval) -> str:
    """Return a clock time, a day later where the night it hangs on runs over midnight: at three, in the night."""
    interval = interval_of(timex3) if "T" in timex3 else None
    if interval is None or anchor.granularity is not Granularity.PART_OF_DAY or interval.start >= anchor.start:
        return timex3
    following = interval.start + timedelta(days=1)
    return f"{following.date()}T{timex3.partition('T')[2]}" if following < anchor.end else timex3


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
