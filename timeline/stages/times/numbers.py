"""Numbers in digits, in words, ordinal and Roman: their values, and the classes of time words they can be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_ROMAN = re.compile(r"(?=[IVXL])(XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}
_LONGEST = 9  # digits of the longest number read; longer ones are no amounts of time


def number_classes(digits: str, value: int) -> dict[str, str]:
    """Return what a number in digits can be: an amount, a day, an hour, minutes, a month, a year.

    Examples
    --------
    >>> sorted(number_classes("20", 20))
    ['day', 'hour', 'minute', 'num', 'num__decade', 'year2']
    >>> sorted(number_classes("2015", 2015))
    ['num', 'year']
    """
    classes = {"num": str(value)}
    if len(digits) <= 2:
        classes |= _small(value)
        classes |= _decade(value)
        if len(digits) == 2:
            classes["year2"] = digits
            if value < 60:
                classes["minute"] = digits
    elif len(digits) == 4 and 1000 <= value < 2200:
        classes["year"] = digits
        if value % 10 == 0:
            classes["decade"] = digits[:3]
    return classes


def word_number_classes(value: int) -> dict[str, str]:
    """Return what a number in words can be; one is no day, as « un » and "a" are articles."""
    classes = {"num": str(value), "word_num": str(value)}
    if 1 < value < 60:
        classes |= _small(value)
        classes["minute"] = f"{value:02}"
    classes |= _decade(value)
    if value == 1:
        classes["hour"] = "01"
    if 1100 <= value < 2200:
        classes["year"] = f"{value:04}"
    return classes


def ordinal_classes(value: int, ordinal_days: frozenset[int]) -> dict[str, str]:
    """Return what an ordinal can be."""
    classes = {"ord": str(value)}
    if value in ordinal_days and 1 <= value <= 31:
        classes["day"] = f"{value:02}"
    return classes


def _small(value: int) -> dict[str, str]:
    classes = {}
    if 1 <= value <= 31:
        classes["day"] = f"{value:02}"
    if value <= 24:
        classes["hour"] = f"{value:02}"
    if 1 <= value <= 12:
        classes["month_num"] = f"{value:02}"
    return classes


def _decade(value: int) -> dict[str, str]:
    return {"num__decade": str(value)} if value in range(20, 100, 10) else {}


def read_digits(digits: str) -> int | None:
    """Return the value of a run of digits, None when it is too long to be an amount of time."""
    return int(digits) if len(digits) <= _LONGEST and digits.isdecimal() else None


def read_roman(letters: str) -> int | None:
    """Return the value of a Roman numeral up to 89, None for other letters.

    Examples
    --------
    >>> read_roman("XIX"), read_roman("MIX")
    (19, None)
    """
    if len(letters) > 8 or not _ROMAN.fullmatch(letters):
        return None
    values = [_ROMAN_DIGITS[letter] for letter in letters]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


def read_number_words(words: Sequence[str], values: Mapping[str, int]) -> int:
    """Return the value of a sequence of number words, joiners left out.

    Examples
    --------
    >>> french = {"quatre": 4, "vingt": 20, "dix": 10, "deux": 2, "mille": 1000, "sept": 7}
    >>> read_number_words(["quatre", "vingt", "dix", "sept"], french), read_number_words(["deux", "mille"], french)
    (97, 2000)
    """
    total = current = 0
    for word in words:
        value = values[word]
        if value == 20 and current % 100 == 4:
            current += 76  # « quatre-vingts », « mille neuf cent quatre-vingt-quatre »
        elif value == 100:
            current = max(current, 1) * value
        elif value >= 1000:
            total += max(current, 1) * value
            current = 0
        elif 11 <= current <= 19 and value >= 10:
            current = current * 100 + value  # "nineteen ninety-six"
        else:
            current += value
    return total + current
