"""Hashed features in tables: built once an event, crossed for all pairs at a time."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]
Places = NDArray[np.int64]

# Knuth's multiplicative hashing (The Art of Computer Programming 3, 6.4): 2**32 divided by the golden ratio, odd.
_MULTIPLIER = np.uint32(2654435761)


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Features of `count` rows: row ``rows[i]`` has the feature ``codes[i]``; rows come in order."""

    rows: Places
    codes: Codes
    count: int


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """What a table adds to examples: example ``i`` has the features of the table's row ``index[i]``."""

    table: Table
    index: Places


def code_of(text: str) -> np.uint32:
    """Hash a text, the same everywhere."""
    code: np.uint32 = np.uint32(crc32(text.encode()))
    return code


def code_all(texts: Iterable[str]) -> Codes:
    """Hash texts."""
    return np.array([crc32(text.encode()) for text in texts], np.uint32)


def mixed(first: Codes, *others: Codes | np.uint32) -> Codes:
    """Hash codes together, element by element; their order counts.

    Examples
    --------
    >>> one, two = code_all(["a"]), code_all(["b"])
    >>> bool(mixed(one, two) == mixed(one, two)), bool(mixed(one, two) == mixed(two, one))
    (True, False)
    """
    found = first
    for other in others:
        found = ((found ^ (found >> np.uint32(15))) * _MULTIPLIER) ^ other
    return found


def table_of(features: Iterable[Iterable[str]]) -> Table:
    """Return the table of the features of each row, which are forgotten as soon as they are hashed."""
    codes, ends = array("I"), [0]
    for row in features:
        codes.extend([crc32(feature.encode()) for feature in row])
        ends.append(len(codes))
    count = len(ends) - 1
    return Table(np.repeat(np.arange(count), np.diff(ends)), np.array(codes, np.uint32), count)


def salted(table: Table, salt: str) -> Table:
    """Return a table whose features are told apart from those of others by a name."""
    salts = np.full(len(table.codes), code_of(salt), np.uint32)
    return Table(table.rows, mixed(salts, table.codes), table.count)


def between(table: Table, low: int, high: int) -> Table:
    """Return the rows of a table from one to before another, which count from 0."""
    first, last = np.searchsorted(table.rows, (low, high)).tolist()
    return Table(table.rows[first:last] - low, table.codes[first:last], high - low)


def stacked(columns: Sequence[tuple[Places, Codes]], count: int) -> Table:
    """Return the table of columns, each with the rows it has something to say of."""
    if not columns:
        return Table(np.zeros(0, np.int64), np.zeros(0, np.uint32), count)
    rows = np.concatenate([found for found, _ in columns])
    order = np.argsort(rows, kind="stable")
    return Table(rows[order], np.concatenate([codes for _, codes in columns])[order], count)


def rows_of(parts: Iterable[Part], count: int) -> list[tuple[int, ...]]:
    """Write out the features of each example, for training."""
    found: list[set[int]] = [set() for _ in range(count)]
    for part in parts:
        by_row: dict[int, list[int]] = {}
        for row, code in zip(part.table.rows.tolist(), part.table.codes.tolist(), strict=True):
            by_row.setdefault(row, []).append(code)
        for example, row in enumerate(part.index.tolist()):
            found[example].update(by_row.get(row, ()))
    return [tuple(sorted(codes)) for codes in found]
