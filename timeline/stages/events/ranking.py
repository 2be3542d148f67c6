"""Which event told before a mention tells again, if any: a log-linear choice among all of them and a new one.

A mention-ranking model (Denis & Baldridge 2008; Durrett & Klein 2013): each earlier mention, and being new, is weighed
by the named signs of `timeline.stages.events.pairing`; the shares of the mentions of one event add up. The weights were
learned from told stories (`timeline.training.stories`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import exp

import numpy as np
from numpy.typing import NDArray

from timeline.stages.events.learned import JOINING, weights_of
from timeline.stages.events.pairing import TOGETHER, Aspects, aspects_of, signs_of_new
from timeline.stages.events.pairs import all_pairs
from timeline.stages.events.seen import Story, window_of

FIRST = -0.8  # added to what speaks for a new event: a fact told twice costs more than a link too many
REACH = 40  # sentences
BEFORE = 150  # mentions that a new one is compared with, at most
AT_ONCE = 250  # mentions whose pairs are looked at together, so that long texts take no more memory

Weighed = tuple[tuple[int, float], ...]


def weighed_pairs(story: Story) -> Iterator[Weighed]:
    """Yield what speaks for each mention telling an earlier one again: the number of each, and its weight."""
    for place in range(0, len(story.told), AT_ONCE):
        begin = max(place - BEFORE, 0)
        window = window_of(story, begin, place + AT_ONCE)
        first, last = place - begin, len(window.told)
        pairs = all_pairs(window, first, last, BEFORE)
        pairs, aspects = aspects_of(pairs.where(pairs.apart <= REACH))
        weights = [exp(weight) for weight in _weights(aspects, len(pairs)).tolist()]
        weighed = tuple(zip((pairs.earlier + begin).tolist(), weights, strict=True))
        ends = np.searchsorted(pairs.later, np.arange(first, last + 1)).tolist()
        yield from (weighed[start:end] for start, end in pairwise(ends))


def shares(number: int, weighed: Weighed, homes: Mapping[int, int], story: Story) -> dict[int | None, float]:
    """Return how likely a mention is of each event told before, and under None how likely it is new; they add up to 1.

    Parameters
    ----------
    number : int
        Of the mention.
    weighed : tuple of (int, float)
        Those before it, by number, with their weights.
    homes : mapping of int to int
        Number of a mention → number of the first mention of its event.
    story : Story
    """
    table = weights_of(JOINING)
    new = sum(table.get(sign, 0.0) for sign in signs_of_new(story.told[number], story.seen[number]))
    likely: dict[int | None, float] = {None: exp(FIRST + new)}
    for earlier, weight in weighed:
        home = homes[earlier]
        likely[home] = likely.get(home, 0.0) + weight
    whole = sum(likely.values())
    return {home: weight / whole for home, weight in likely.items()}


def _weights(aspects: Aspects, count: int) -> NDArray[np.float64]:
    """Add up the weights of aspects, and of those weighed together, of each pair."""
    total = np.zeros(count)
    for name, aspect in aspects.items():
        total += _alone(name, aspect.values)[aspect.codes]
    for first, second in sorted(TOGETHER):
        ours, theirs = aspects[first], aspects[second]
        total += _together(first, ours.values, second, theirs.values)[ours.codes, theirs.codes]
    return total


@lru_cache(maxsize=256)
def _alone(name: str, values: Sequence[str]) -> NDArray[np.float64]:
    """Return the weight of each value of an aspect, and last, where -1 finds it, that of having none."""
    table = weights_of(JOINING)
    return np.array([*(table.get(f"{name} {value}", 0.0) for value in values), 0.0])


@lru_cache(maxsize=256)
def _together(first: str, ours: Sequence[str], second: str, theirs: Sequence[str]) -> NDArray[np.float64]:
    """Return the weights of the values of two aspects that are weighed together, a row for each of the first."""
    table = weights_of(JOINING)
    rows = [[*(table.get(f"{first} {one}, {second} {other}", 0.0) for other in theirs), 0.0] for one in ours]
    return np.array([*rows, [0.0] * (len(theirs) + 1)])


def forget() -> None:
    """Forget the weights that were looked up, for others to stand in for them."""
    _alone.cache_clear()
    _together.cache_clear()
