"""Where the text mentions times, events and what relates them: the order that decides between equal claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.relation import Relation
from timeline.model.time import TimeValue

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

Place = tuple[int, int, int, int, str]


@dataclass(frozen=True, slots=True)
class TextPlaces:
    """Where the text mentions each item, as a sort key."""

    documents: Mapping[str, int]
    items: Mapping[str, Place]

    @classmethod
    def of(cls, timeline: Timeline) -> TextPlaces:
        """Return the places of a story's times and events."""
        documents = {document.id: number for number, document in enumerate(timeline.documents)}
        items = {time.id: _place(time.id, time.mention, documents) for time in timeline.times}
        items |= {event.id: _place(event.id, event.trigger, documents) for event in timeline.events}
        return cls(documents, items)

    def __call__(self, item: TimeValue | Event | str) -> Place:
        """Return the place of an item, before all others where the text does not mention it."""
        key = item if isinstance(item, str) else item.id
        return self.items.get(key) or _place(key, None, self.documents)

    def of_relation(self, relation: Relation) -> tuple[object, ...]:
        """Sort by the place of what is related, then by what is said of it."""
        span = _place("", relation.evidence.span, self.documents)
        ends = (self(relation.source), self(relation.target))
        return (max(ends), min(ends), ends, span, relation.type, relation.evidence.rule)


def _place(key: str, mention: Mention | None, documents: Mapping[str, int]) -> Place:
    digits = key.lstrip("abcdefghijklmnopqrstuvwxyz")
    number = int(digits[:18]) if digits.isdecimal() else 0
    if mention is None:
        return -1, -1, -1, number, key
    return documents.get(mention.document, len(documents)), mention.start, mention.end, number, key
