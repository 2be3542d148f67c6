"""Which event told before a mention tells again, if any: a log-linear choice among all of them and a new one.

A mention-ranking model (Denis & Baldridge 2008; Durrett & Klein 2013): each earlier mention, and being new, is weighed
by the named signs of `timeline.stages.events.pairing`; the shares of the mentions of one event add up. The weights were
learned from told stories (`timeline.training.stories`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp

from timeline.languages.loading import read_toml
from timeline.stages.events.pairing import Story, signs_of, signs_of_new
from timeline.stages.events.retelling import Told

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
    weighed: dict[int | None, float] = {None: exp(FIRST + _weight(signs_of_new(mention, story)))}
    for one in before:
        if mention.place - one.place > REACH:
            continue
        signs = signs_of(one, mention, story)
        if signs:
            home = homes[one.number]
            weighed[home] = weighed.get(home, 0.0) + exp(_weight(signs))
    whole = sum(weighed.values())
    return {home: weight / whole for home, weight in weighed.items()}


def _weight(signs: Iterable[str]) -> float:
    table = weights()
    return sum(table.get(sign, 0.0) for sign in signs)


@cache
def weights() -> dict[str, float]:
    """Return the learned weights, by sign."""
    table: dict[str, float] = read_toml("timeline.stages.events", "ranking.toml")["weights"]
    return table
