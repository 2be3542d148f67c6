"""The moments that a picture's time axis names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from timeline.display.metrics import text_width
from timeline.display.scale import TimeScale
from timeline.display.words import Words

_SIZE = 12.0
_BETWEEN = 12.0
_SHORT = timedelta(days=2)  # stories no longer than this have the hours on their axis


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis, in pixels, with the words below the line of years, and the year where a new one begins."""

    at: float
    label: str
    year: str = ""


def ticks_of(scale: TimeScale | None, width: float, words: Words) -> Iterator[Tick]:
    """Yield the moments of an axis that have room, from left to right."""
    if scale is None:
        return
    moments = scale.boundaries
    hours = moments[-1] - moments[0] <= _SHORT
    free, year = float("-inf"), None
    for number, (moment, position) in enumerate(zip(moments, scale.positions, strict=True)):
        label = _label(moments, number, words)
        at = position * width
        if at < free or not (hours or moment.hour == moment.minute == 0):
            continue
        told = str(moment.year) if moment.year != year else ""
        free = at + max(text_width(label, _SIZE), text_width(told, _SIZE)) + _BETWEEN
        year = moment.year
        yield Tick(at, label, told)


def _label(moments: Sequence[datetime], number: int, words: Words) -> str:
    """Name a moment as exactly as its neighbours need it: a year alone, a month, a day, or an hour."""
    moment = moments[number]
    gaps = [abs(moments[other] - moment) for other in (number - 1, number + 1) if 0 <= other < len(moments)]
    nearest = min(gaps, default=timedelta())
    if moment.hour or moment.minute:
        return f"{moment:%H:%M}"
    if moment.day == 1 and nearest >= timedelta(days=28):
        is_year = moment.month == 1 and nearest >= timedelta(days=300)
        return "" if is_year else words.month(moment, with_year=False)
    return words.date(moment, with_year=False)
