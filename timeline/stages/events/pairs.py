"""Pairs of mentions of one text, all looked at together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from timeline.stages.events.seen import Codes, Flags, Window


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of mentions, by their numbers in a window."""

    window: Window
    earlier: Codes
    later: Codes

    def __len__(self) -> int:
        return len(self.earlier)

    @property
    def apart(self) -> Codes:
        """How many sentences that tell lie between each two, and one."""
        place = self.window.columns.place
        return place[self.later] - place[self.earlier]

    def where(self, chosen: Flags) -> Pairs:
        """Return the pairs that are chosen."""
        return Pairs(self.window, self.earlier[chosen], self.later[chosen])

    def among(self, chosen: Flags) -> Iterator[tuple[int, int, int]]:
        """Yield the chosen ones: each one's place among all, and the numbers of both mentions."""
        yield from zip(
            np.flatnonzero(chosen).tolist(), self.earlier[chosen].tolist(), self.later[chosen].tolist(), strict=True
        )


def all_pairs(window: Window, first: int, last: int, before: int) -> Pairs:
    """Pair mentions number `first` to `last`, half-open, of a window with each of the `before` mentions before them."""
    later = np.arange(first, last)
    counts = np.minimum(later, before)
    ends = counts.cumsum()
    steps = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - counts, counts)
    return Pairs(window, np.repeat(later - counts, counts) + steps, np.repeat(later, counts))
