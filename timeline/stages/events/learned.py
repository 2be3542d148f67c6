"""Tables of learned weights, by sign; and others that stand in for them, to judge how well they are learned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from timeline.languages.loading import read_toml

JOINING, SALIENCE = "ranking.toml", "salience.toml"

_STANDING_IN: dict[str, Mapping[str, float]] = {}


def weights_of(name: str) -> Mapping[str, float]:
    """Return the weights of `JOINING` or `SALIENCE`.

    Examples
    --------
    >>> with standing_in({SALIENCE: {"always": 0.5}}):
    ...     weights_of(SALIENCE)
    {'always': 0.5}
    """
    return _STANDING_IN.get(name) or _shipped(name)


@contextmanager
def standing_in(tables: Mapping[str, Mapping[str, float]]) -> Iterator[None]:
    """Let other tables stand in for the library's own. For commands that learn, which read one text at a time."""
    before = dict(_STANDING_IN)
    _STANDING_IN.update(tables)
    try:
        yield
    finally:
        _STANDING_IN.clear()
        _STANDING_IN.update(before)


@cache
def _shipped(name: str) -> Mapping[str, float]:
    table: Mapping[str, float] = read_toml("timeline.stages.events", name)["weights"]
    return table
