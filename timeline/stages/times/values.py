"""From the fields of a match to an unresolved value: the templates of rules are filled here.

A template names fields in braces: a class of the pattern, or one of those derived here:

==============  ======================================================================================================
``{length}``    a duration, from ``num`` (or ``some``), ``unit``, ``half``, ``fraction``, a second number: P3D, PT2H30M
``{some_length}``  the same with the number left open: PXD
``{amount}``    the same as a count of units for a shift: 3D
``{form}``      the form of the unit: XXXX-WXX for a week
``{sign}``      - or +, from ``side`` (< or >)
``{clock}``     hours and minutes, from ``hour``, ``minute`` and the part of the day
``{padded_year}``  ``year`` or ``num`` in four digits: AD 410 is 0410
``{pair_year}``  the second year of 1914-18, from ``year`` and ``year2``
``{day_of}``    the day behind a month, -28, nothing where the text has none
``{decade}``    from ``decade`` or ``num``: 199; ``{century}``, ``{millennium}`` from ``ord``: the 19th is 18
``{wd}``        the operator that checks the weekday, from ``weekday``, where there is no year
==============  ======================================================================================================

A field that the text lacks is filled with X: ``{year}-{month}-{day}`` gives XXXX-11-20.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

#: Two-digit years from here on belong to the 20th century.
_PIVOT = 40

_BLANKS = {"year": "XXXX", "month": "XX", "day": "XX", "part": "XX", "zone": ""}
_FORMS = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "2W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "3M": "XXXX-QX",
    "Q": "XXXX-QX",
    "6M": "XXXX-HX",
    "Y": "XXXX",
    "10Y": "XXX",
    "100Y": "XX",
    "1000Y": "X",
    "TH": "XXXX-XX-XXTXX:XX",
    "TM": "XXXX-XX-XXTXX:XX",
    "TS": "XXXX-XX-XXTXX:XX",
}
_UNIT = re.compile(r"(\d*)([A-Z]+)")
_FINER = {"TH": (60, "TM"), "TM": (60, "TS"), "D": (24, "TH"), "Y": (12, "M"), "W": (7, "D")}
_AFTERNOON = frozenset({"AF", "EV"})


class _Fields(dict[str, str]):
    """Fields of a match, X for those that are not there."""

    def __missing__(self, name: str) -> str:
        return _BLANKS.get(name, "")


def fill(template: str, fields: Mapping[str, str]) -> str:
    """Fill a template.

    Examples
    --------
    >>> fill("{year}-{month}-{day}", {"month": "11", "day": "20"})
    'XXXX-11-20'
    >>> fill("{form} {sign}{amount}", {"num": "3", "unit": "D", "side": "<"})
    'XXXX-XX-XX -3D'
    >>> fill("{length}", {"num": "2", "unit": "TH", "half": "0.5"})
    'PT2H30M'
    """
    return template.format_map(derive(fields)).strip()


def derive(fields: Mapping[str, str]) -> _Fields:
    """Return the fields with those that follow from them."""
    full = _Fields(fields)
    _add_years(full)
    _add_days(full)
    if "unit" in full:
        full["form"] = _FORMS[full["unit"]]
        full["length"] = _length(full)
        full["amount"] = _amount(full)
        full["some_length"] = _length({"unit": full["unit"], "some": "X"})
    if "side" in full:
        full["sign"] = "-" if full["side"] == "<" else "+"
    _add_clock(full)
    if "num" in full or "year" in full:
        full["padded_year"] = f"{full.get('year', full.get('num', '')):0>4}"
    if "ord" in full:
        full["century"] = f"{int(full['ord']) - 1:02}"
        full["millennium"] = str(int(full["ord"]) - 1)
    return full


def _add_years(full: _Fields) -> None:
    if "year" not in full and "year2" in full:
        full["year"] = f"{19 if int(full['year2']) >= _PIVOT else 20}{full['year2']}"
    elif "year2" in full:
        century = int(full["year"][:2]) + (full["year2"] <= full["year"][2:])
        full["pair_year"] = f"{century}{full['year2']}"
    if "decade" not in full and "num" in full:
        full["decade"] = f"19{int(full['num']) // 10}"


def _add_days(full: _Fields) -> None:
    if "day" in full:
        full["day_of"] = f"-{full['day']}"
    if "month" not in full and "month_num" in full:
        full["month"] = full["month_num"]
    if "weekday" in full and "year" not in full:
        full["wd"] = f"wd:{full['weekday']}"


def _add_clock(full: _Fields) -> None:
    if "hour" not in full and "decimal" in full and "part" in full:
        full["hour"], _, full["minute"] = full["decimal"].partition(".")  # 6.30pm
    elif "hour" not in full and "zone" in full and len(full.get("num", "")) > 2:
        full["hour"], full["minute"] = full["num"][:-2], full["num"][-2:]  # 1800 GMT
    if "hour" in full:
        full["clock"] = _clock(full)


def _length(fields: Mapping[str, str]) -> str:
    count, unit = _count(fields)
    if "unit2" in fields or ("minute" in fields and unit == "TH"):
        second_count, second_unit = fields.get("num2") or fields.get("minute", ""), fields.get("unit2", "TM")
        return _two_units(count, unit, second_count, second_unit)
    whole, _, part = count.partition(".")
    factor, finer = _FINER.get(unit, (0, ""))
    rest = float(f"0.{part}") * factor if part and "decimal" not in fields else 0.0
    if rest and rest == int(rest):
        return _two_units(whole, unit, f"{rest:g}", finer)  # a year and a half: P1Y6M
    return f"PT{count}{unit[1:]}" if unit.startswith("T") else f"P{count}{unit}"


def _two_units(count: str, unit: str, second_count: str, second_unit: str) -> str:
    second_count = second_count.lstrip("0") or "0"
    if unit.startswith("T"):
        return f"PT{count}{unit[1:]}{second_count}{second_unit.removeprefix('T')}"
    separator = "T" if second_unit.startswith("T") else ""
    return f"P{count}{unit}{separator}{second_count}{second_unit.removeprefix('T')}"


def _count(fields: Mapping[str, str]) -> tuple[str, str]:
    """Return the number of units and the unit, multiples worked out: two decades are 20Y."""
    match = _UNIT.fullmatch(fields["unit"])
    if match is None:
        raise ValueError(f"The unit {fields['unit']!r} of a rule is none of those that times.toml may name.")
    times, unit = int(match[1] or 1), match[2]
    if "some" in fields:
        return "X", unit
    if "dozen" in fields:
        return f"{float(fields['dozen']) * times:.10g}", unit
    count, part = _whole_and_part(fields)
    if count == 0 and part and times == 1 and unit in _FINER:
        factor, unit = _FINER[unit]
        return f"{part * factor:g}", unit
    return f"{(count + part) * times:.10g}", unit


def _whole_and_part(fields: Mapping[str, str]) -> tuple[float, float]:
    """Return what is counted, and the fraction said beside it: « un an et demi »."""
    part = float(fields.get("half") or fields.get("fraction") or 0)
    one = "1" if not part or ("one" in fields and "fraction" not in fields) else "0"
    return float(fields.get("decimal") or fields.get("num") or one), part


def _amount(fields: Mapping[str, str]) -> str:
    count, unit = _count(fields)
    if "." in count and unit in _FINER:  # two and a half hours ago: 150 minutes
        factor, unit = _FINER[unit]
        count = f"{float(count) * factor:.10g}"
    return f"{count}{unit}"


def _clock(fields: Mapping[str, str]) -> str:
    hour = int(fields["hour"])
    minute = int(fields.get("minute", "0")) + int(fields.get("past", "0"))
    if minute < 0:
        hour, minute = hour - 1, minute + 60
    if fields.get("part") in _AFTERNOON and hour < 12:
        hour += 12
    return f"{hour:02}:{minute:02}"
