"""Parts of a unit: where « début 2021 », « mi-mars », "the late nineties" lie (START, MID, END)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from timeline.model.granularity import Granularity
from timeline.reasoning.calendar import Interval, shift

PARTS = ("START", "MID", "END")
#: Thirds of the units that are spoken of so, in units counted from their beginning; the last one ends with the unit.
_THIRDS: Mapping[Granularity, tuple[str, int, int]] = {
    Granularity.MONTH: ("D", 10, 20),
    Granularity.YEAR: ("M", 4, 8),
    Granularity.DECADE: ("Y", 3, 7),
    Granularity.CENTURY: ("Y", 33, 67),
}


def part_of(interval: Interval, mod: str | None) -> tuple[datetime, datetime]:
    """Return from when to when a part of a unit goes, the whole of units that are not parted, and without a modifier.

    Examples
    --------
    >>> year = Interval(datetime(2023, 1, 1), datetime(2024, 1, 1), Granularity.YEAR)
    >>> [moment.isoformat()[:10] for moment in part_of(year, "END")]
    ['2023-09-01', '2024-01-01']
    """
    start, end, granularity = interval
    if mod not in PARTS or granularity not in _THIRDS:
        return start, end
    unit, first, second = _THIRDS[granularity]
    try:
        cuts = (start, shift(start, first, unit), shift(start, second, unit), end)
    except (OverflowError, ValueError):
        return start, end
    number = PARTS.index(mod)
    return cuts[number], cuts[number + 1]
