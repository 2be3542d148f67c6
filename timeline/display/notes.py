"""What is marked in the texts of a story: entities, times, events, and parts of another story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from timeline.display.marking import Note
from timeline.display.words import Words
from timeline.model.mention import Mention
from timeline.model.timeline import Timeline


def notes_of(story: Timeline, words: Words) -> dict[str, list[Note]]:
    """Return the notes of each document, by its id."""
    notes: dict[str, list[Note]] = defaultdict(list)
    for document in story.documents:
        notes[document.id] += (Note(start, end, "unrelated") for start, end in document.unrelated)
    for mention, note in (*_entities(story), *_times(story, words), *_events(story)):
        notes[mention.document].append(note)
    return notes


def _entities(story: Timeline) -> Iterator[tuple[Mention, Note]]:
    for number, entity in enumerate(story.entities):
        for mention in entity.mentions:
            yield mention, Note(mention.start, mention.end, entity.type.lower(), number, entity.name)


def _times(story: Timeline, words: Words) -> Iterator[tuple[Mention, Note]]:
    for time in story.times:
        if time.mention is not None:
            yield time.mention, Note(time.mention.start, time.mention.end, "time", title=words.time(time))


def _events(story: Timeline) -> Iterator[tuple[Mention, Note]]:
    for number, event in enumerate(story.events):
        for count, mention in enumerate(event.mentions or (event.trigger,)):
            yield mention, Note(mention.start, mention.end, "event", number, event.label, f"{number}-{count}")
