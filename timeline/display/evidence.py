"""What the page's script tells of an event when it is chosen, as plain data."""

from __future__ import annotations

from typing import Any

from timeline.display.layout import wall_size
from timeline.display.words import Words
from timeline.model.event import Event
from timeline.model.timeline import Timeline


def event_data(story: Timeline, words: Words) -> dict[str, Any]:
    """Return the events in order, with names and words for the script.

    Entities are told by their place in ``entities``, so that no name stands twice.
    """
    places = {entity.id: number for number, entity in enumerate(story.entities)}
    salient = {event.id for event in story.highlights(wall_size(len(story)))}
    keys = ("participants", "source", "type", "evidence", "why", "in_text", "shown", "standing")
    return {
        "events": [_event(story, event, words, places) | {"salient": event.id in salient} for event in story.events],
        "words": {key: words(key) for key in keys},
    }


def _event(story: Timeline, event: Event, words: Words, places: dict[str, int]) -> dict[str, Any]:
    players = [(role, player) for role, group in event.participants.items() for player in group]
    involved = [getattr(player, "id", "") for _, player in players] + [getattr(event.source, "id", "")]
    return {
        "id": event.id,
        "label": event.label,
        "when": words.when(event),
        "type": event.type,
        "kind": words.type(event.type),
        "factuality": event.factuality,
        "standing": words.factuality(event.factuality),
        "sentence": " ".join(event.sentence.split()),
        "participants": [[words.participant(role), " ".join(str(player).split())] for role, player in players],
        "entities": sorted({places[key] for key in involved if key in places}),
        "source": str(event.source) if event.source else "",
        "evidence": [[item.rule, item.span.text if item.span else ""] for item in event.evidence],
        "why": story.explain(event).splitlines(),
        "mentions": [mention.text for mention in event.mentions or (event.trigger,)],
    }
