"""Tables of learned weights, by sign; and others that stand in for them, to judge how well they are learned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from timeline.languages import available_languages, get_language
from timeline.languages.loading import read_toml

JOINING, SALIENCE = "ranking.toml", "salience.toml"
WORD = "lemma "  # begins the signs of words, whose weights stand in the languages' folders

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
    table: dict[str, float] = read_toml("timeline.stages.events", name)["weights"]
    return table | _words() if name == SALIENCE else table


def word_sign(code: str, lemma: str) -> str:
    """Return the sign of an event told by a word of a language."""
    return f"{WORD}{code} {lemma}"


def _words() -> dict[str, float]:
    """Return the weights of the words of all languages, by sign."""
    return {
        word_sign(code, lemma): weight
        for code in available_languages()
        for lemma, weight in get_language(code).salience.words.items()
    }
