"""The order that is proposed, as claims below what the text tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline.model.event import Event
from timeline.model.mention import Evidence
from timeline.model.relation import Relation

PROPOSED = Evidence("proposed")
BELOW_THE_TEXT = 0.7  # what the text tells beside an event is surer (0.75 and above), what is guessed is not
REACH = 12  # events that follow one in the proposed order and are claimed to come after it


def claims_of(order: Sequence[Sequence[int]], events: Mapping[int, Event]) -> Iterator[tuple[int, Relation]]:
    """Yield the claims of a proposed order, each with the position of its later group in the order.

    Each event is claimed to come before those of the next groups, not only of the next one: where the text contradicts
    one claim, the others still hold the order together.
    """
    groups = [[events[member] for member in group if member in events] for group in order]
    for place, group in enumerate(groups):
        for later in range(place + 1, min(place + 1 + REACH, len(groups))):
            for first in group:
                for second in groups[later]:
                    if first.id != second.id and not _otherwise(first, second):
                        yield (
                            later,
                            Relation(
                                source=first.id,
                                target=second.id,
                                type="BEFORE",
                                confidence=BELOW_THE_TEXT,
                                evidence=PROPOSED,
                            ),
                        )


def _otherwise(first: Event, second: Event) -> bool:
    """Tell whether the dates proposed for two events say that the first is not over when the second begins."""
    one, other = first.when, second.when
    if one is None or other is None or one.end <= other.start:
        return False
    return (one.start, one.end) != (other.start, other.end) and one.start >= other.start
