"""The moments that a picture's time axis names: boundaries of calendar units, in each part those that have room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from timeline.display.metrics import text_width
from timeline.display.scale import DAY, HOUR, MONTH, YEAR, Part, TimeScale
from timeline.languages.dates import written

SIZE = 12.0
_BETWEEN = 10.0
_MOST = 16  # ticks of a part
# How a tick is written that stands alone, without a longer unit above it.
_ALONE = {DAY: "d MMM y", MONTH: "MMM y"}
_BY_THE_HOUR = timedelta(days=2)  # parts no longer than this have the hours on their axis


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis, in pixels; the words under it, and, where a longer unit begins, those above them."""

    at: float
    label: str = ""
    above: str = ""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A calendar unit: how its boundaries follow, and how they and the unit around them are written (CLDR)."""

    floor: Callable[[datetime], datetime]
    following: Callable[[datetime], datetime]
    pattern: str
    above: str
    width: str


def _day(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _month(moment: datetime) -> datetime:
    return _day(moment).replace(day=1)


def _hours(count: int, pattern: str) -> _Unit:
    def floor(moment: datetime) -> datetime:
        return _day(moment) + timedelta(hours=moment.hour // count * count)

    def following(moment: datetime) -> datetime:
        return moment + timedelta(hours=count)

    return _Unit(floor, following, pattern, "EEE d MMM y", HOUR)


def _days(count: int, pattern: str) -> _Unit:
    def floor(moment: datetime) -> datetime:
        return _day(moment) - timedelta(days=moment.weekday() if count == 7 else 0)

    def following(moment: datetime) -> datetime:
        return moment + timedelta(days=count)

    return _Unit(floor, following, pattern, "MMM y", DAY)


def _months(count: int, pattern: str) -> _Unit:
    def floor(moment: datetime) -> datetime:
        return _month(moment).replace(month=(moment.month - 1) // count * count + 1)

    def following(moment: datetime) -> datetime:
        months = moment.year * 12 + moment.month - 1 + count
        return moment.replace(year=months // 12, month=months % 12 + 1)

    return _Unit(floor, following, pattern, "y", MONTH)


def _years(count: int) -> _Unit:
    def floor(moment: datetime) -> datetime:
        return _month(moment).replace(month=1, year=max(moment.year // count * count, 1))

    def following(moment: datetime) -> datetime:
        return moment.replace(year=moment.year + count)

    return _Unit(floor, following, "y", "", YEAR)


_ORDER = (HOUR, DAY, MONTH, YEAR)
_UNITS = (
    _hours(3, "H:mm"),
    _hours(6, "H:mm"),
    _hours(12, "H:mm"),
    _days(1, "EEE d"),
    _days(1, "d"),
    _days(7, "d"),
    _months(1, "MMM"),
    _months(3, "MMM"),
    _months(6, "MMM"),
    *(_years(count) for count in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)


def ticks_of(scale: TimeScale, code: str) -> Iterator[Tick]:
    """Yield the ticks of an axis from left to right, in the words of a language."""
    for part in scale.parts:
        yield from _log_ticks(part, code) if part.is_log else _ticks(part, code)


def _ticks(part: Part, code: str) -> Iterator[Tick]:
    unit, moments = next(
        ((unit, found) for unit in _units(part) if (found := _that_fit(part, unit, code))), (_UNITS[-1], [])
    )
    if not moments:
        yield Tick(part.left, str(part.start.year))
        return
    context, free = None, float("-inf")
    for moment in moments:
        at = part(moment)
        above = _written(max(moment, part.start), unit.above, code)
        told = above if above != context and at >= free else ""
        if told:
            context, free = above, at + text_width(told, SIZE * 1.1) + _BETWEEN
        label = _written(max(moment, part.start), unit.pattern, code)
        is_cut = at + text_width(label, SIZE) > part.right + _BETWEEN and moment != moments[0]
        yield Tick(at, "" if is_cut else label, told)


def _log_ticks(part: Part, code: str) -> Iterator[Tick]:
    """Yield the boundaries of every unit that have room, those of the longest units first, each with its whole name."""
    taken: list[tuple[float, Tick]] = []
    for unit in reversed(_units(part)):
        for moment in _last(part, unit):
            at, label = part(moment), _written(moment, _ALONE.get(unit.width, unit.pattern), code)
            end = at + text_width(label, SIZE) + _BETWEEN
            if end <= part.right + _BETWEEN and all(end <= tick.at or last <= at for last, tick in taken):
                taken.append((end, Tick(at, label)))
    yield from sorted((tick for _, tick in taken), key=_place_of)


def _place_of(tick: Tick) -> float:
    return tick.at


def _last(part: Part, unit: _Unit) -> Iterator[datetime]:
    """Yield the last few boundaries of a unit in a part."""
    try:
        length = unit.following(unit.floor(part.end)) - unit.floor(part.end)
        moment = unit.floor(max(part.start, part.end - _MOST * length))
        while moment < part.end:
            if moment >= part.start:
                yield moment
            moment = unit.following(moment)
    except (ValueError, OverflowError):  # the calendar's first or last year
        return


def _units(part: Part) -> list[_Unit]:
    """Return the units that a part's ticks may have: none finer than its times are told in."""
    finest = DAY if part.finest == HOUR and part.end - part.start > _BY_THE_HOUR else part.finest
    return [unit for unit in _UNITS if _ORDER.index(unit.width) >= _ORDER.index(finest)]


def _that_fit(part: Part, unit: _Unit, code: str) -> list[datetime]:
    """Return the boundaries of a unit in a part, the one it begins in first; none when they have no room there."""
    moments = [unit.floor(part.start)]
    try:
        while (following := unit.following(moments[-1])) < part.end:
            moments.append(following)
            if len(moments) > _MOST:
                return []
    except (ValueError, OverflowError):  # the calendar's last year
        pass
    above = _written(part.start, unit.above, code)
    if text_width(above, SIZE * 1.1) > part.right - part.left + _BETWEEN:
        return []
    places = [part(moment) if moment >= part.start else part.left for moment in moments]
    named = [_written(max(moment, part.start), unit.pattern, code) for moment in moments]
    widths = [text_width(label, SIZE) + _BETWEEN for label in named]
    if len(places) > 2 and places[1] - places[0] < widths[0]:  # the part begins within a unit that has no room
        moments, places, widths = moments[1:], places[1:], widths[1:]
    fits = all(at + width <= after for at, width, after in zip(places, widths, places[1:], strict=False))
    return moments if fits else []


def _written(moment: datetime, pattern: str, code: str) -> str:
    if not pattern:
        return ""
    return f"{moment:%H:%M}" if pattern == "H:mm" else written(moment, pattern, code)
