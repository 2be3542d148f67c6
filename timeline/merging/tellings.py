"""A merged story told apart again: what each of its documents says of each of its events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from timeline.merging.copies import find_copies
from timeline.merging.parts import day_of, with_own_ids
from timeline.model.dates import parse_reference_date
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Telling:
    """What one document says of an event of the merged story.

    Attributes
    ----------
    own : Event
        The event as that document tells it.
    voice : str
        Id of the document, or of the one it copies.
    published : datetime or None
    lang : str
    dates : tuple of (int, int)
        Spans of its sentence that are dates.
    """

    own: Event
    voice: str
    published: datetime | None
    lang: str
    dates: tuple[tuple[int, int], ...]

    @property
    def time(self) -> TimeValue | None:
        """The time that the document gives it, where that stands on the calendar."""
        return self.own.time if self.own.time is not None and self.own.time.resolved else None

    @property
    def passage(self) -> Mention:
        """The sentence."""
        return self.own.passage


def tellings(story: Timeline) -> dict[str, list[Telling]]:
    """Return the tellings of each event of a merged story by its id, by date of their documents; empty for others.

    Examples
    --------
    >>> tellings(Timeline())
    {}
    """
    home = {
        (mention.document, mention.start, mention.end): event.id for event in story.events for mention in event.mentions
    }
    copies = find_copies(story.documents) if story.parts else None
    told: dict[str, list[Telling]] = defaultdict(list)
    for part in with_own_ids(story.parts):
        documents = {document.id: document for document in part.documents}
        for event in part.events:
            trigger = event.trigger
            id = home.get((trigger.document, trigger.start, trigger.end))
            if id is None or copies is None:
                continue
            document = documents.get(trigger.document)
            date = parse_reference_date(document.date) if document else None
            told[id].append(
                Telling(
                    own=event,
                    voice=copies.voice(trigger.document),
                    published=day_of(date) if date else None,
                    lang=(document.lang or "") if document else "",
                    dates=tuple(_dates(part, event.passage)),
                )
            )
    return dict(told)


def _dates(part: Timeline, passage: Mention) -> Iterator[tuple[int, int]]:
    for time in part.times:
        words = time.mention
        if words and words.document == passage.document and passage.start <= words.start < passage.end:
            yield words.start - passage.start, words.end - passage.start
