"""Which event told before a mention tells again, if any: a log-linear choice among all of them and a new one.

A mention-ranking model (Denis & Baldridge 2008; Durrett & Klein 2013): each earlier mention, and being new, is weighed
by the named signs of `timeline.stages.events.pairing`; the shares of the mentions of one event add up. The weights were
learned from told stories (`timeline.training.stories`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp

from timeline.stages.events.learned import JOINING, weights_of
from timeline.stages.events.pairing import TOGETHER, aspects_of, signs_of_new
from timeline.stages.events.retelling import Told
from timeline.stages.events.seen import Story

FIRST = -0.8  # added to what speaks for a new event: a fact told twice costs more than a link too many
REACH = 40  # sentences
BEFORE = 150  # mentions that a new one is compared with, at most


def shares(mention: Told, before: Sequence[Told], homes: Mapping[int, int], story: Story) -> dict[int | None, float]:
    """Return how likely a mention is of each event told before, and under None how likely it is new; they add up to 1.

    Parameters
    ----------
    mention : Told
    before : sequence of Told
        The mentions before it, in the order of the text: the last `BEFORE` of them.
    homes : mapping of int to int
        Number of a mention → number of the first mention of its event.
    story : Story
    """
    table = weights_of(JOINING)
    new = sum(table.get(sign, 0.0) for sign in signs_of_new(mention, story))
    weighed: dict[int | None, float] = {None: exp(FIRST + new)}
    for one in before:
        if mention.place - one.place > REACH:
            continue
        aspects = aspects_of(one, mention, story)
        if aspects:
            home = homes[one.number]
            weighed[home] = weighed.get(home, 0.0) + exp(_weight(aspects))
    whole = sum(weighed.values())
    return {home: weight / whole for home, weight in weighed.items()}


def _weight(aspects: Mapping[str, str]) -> float:
    """Add up the weights of aspects, and of those weighed together."""
    total: float = sum(map(_alone, aspects.keys(), aspects.values()))
    for first, by_value in _together().items():
        for second, table in by_value.get(aspects.get(first, ""), _NOTHING).items():
            total += table.get(aspects.get(second, ""), 0.0)
    return total


_Table = dict[str, dict[str, float]]
_NOTHING: _Table = {}


@cache
def _alone(name: str, value: str) -> float:
    return weights_of(JOINING).get(f"{name} {value}", 0.0)


@cache
def _together() -> dict[str, dict[str, _Table]]:
    """Return the weights of aspects that are weighed together: by the first and its value, by the second and its."""
    found: dict[str, dict[str, _Table]] = {}
    for sign, weight in weights_of(JOINING).items():
        ours, _, theirs = sign.partition(", ")
        for first, second in TOGETHER:
            if ours.startswith(f"{first} ") and theirs.startswith(f"{second} "):
                by_value = found.setdefault(first, {}).setdefault(ours.removeprefix(f"{first} "), {})
                by_value.setdefault(second, {})[theirs.removeprefix(f"{second} ")] = weight
    return found


def forget() -> None:
    """Forget the weights that were looked up, for others to stand in for them."""
    _alone.cache_clear()
    _together.cache_clear()
