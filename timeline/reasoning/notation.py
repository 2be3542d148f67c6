"""The notation of `TimeValue.unresolved`: a **form** followed by **operators**, parted by blanks.

The form is a TIMEX3 value with X where the anchor decides: ``XXXX-WXX-5`` (a Friday), ``XXXX-11-20`` (some 20
November), ``XXXX-XX-XXTMO`` (a morning), ``XXXX-Q3``. A form that names no member of a series (``XXXX-XX-XX``,
``XXXX-WXX``) is the one around the anchor; any other stands for a series, from which a direction picks. Operators,
in the order they work:

=============== =======================================================================================================
``-3D`` ``+1W`` count that many units from the anchor first: Y, H (half year), Q, M, W, D, TH, TM, TS (hour to second)
``<`` ``>``     the last member of the series that ends before the anchor; the first that begins after it
``<=`` ``>=``   the same, the anchor's own member included; ``<=`` is the default, as news looks back
``=``           the member in the same year (for weekdays: the same week; for days of the month: the same month)
``~``           the nearest member, of two as near the past one
``~<``          the same for one who looks back: one ahead only when it is three times as near
``~>``          the same for one who looks ahead: one behind only when it is six times as near
``wd:7``        prefer the year in which the day is that ISO weekday (« dimanche 29 août »)
``feast:NAME``  the movable feast of the form's year (see `timeline.reasoning.calendar`)
``nth:2:W``     the second week of the unit so far named; ``nth:-1:D`` its last day, ``nth:3:4`` its third Thursday
``then+1D``     count from the result; also in WE, the week-end of a day
``past``        it has happened: where it would lie after the reference date, a time of that day is one of the day
                before, and all else stays unresolved
=============== =======================================================================================================

« vendredi dernier » is ``XXXX-WXX-5 <``, « hier matin » ``XXXX-XX-XXTMO -1D``, « le mois prochain » ``XXXX-XX +1M``,
« il y a trois ans » ``XXXX -3Y``, « le lundi de Pâques » ``XXXX-XX-XX feast:easter_monday ~``.
Without its anchor a value stays the bare form. So does one counted from what is coarser, "the next day" from a month;
its ``start`` and ``end`` then say within which days it lies. ``2023-06-10/2023-06-11`` is an interval, as in EDTF.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.model.granularity import Granularity

DIRECTIONS = frozenset({"<", "<=", "=", "~", "~<", "~>", ">=", ">"})
_SHIFT = re.compile(r"([+-]\d{1,5})(Y|H|Q|M|WE|W|D|TH|TM|TS)")


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
    past: bool = False


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
        elif operator == "past":
            parts["past"] = True
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
        raise ValueError(f"{operator!r} is no operator of the notation; timeline.reasoning.notation lists them")
    return int(match[1]), match[2]


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


@lru_cache(maxsize=4096)
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
