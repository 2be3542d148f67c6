"""What the page's script tells of an event when it is chosen, and how it names one in a correction, as plain data."""

from __future__ import annotations

from typing import Any

from timeline.display.words import Words
from timeline.model import codec
from timeline.model.edit import Target
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.timeline import Timeline
from timeline.reasoning.edits import part_of, target_of
from timeline.reasoning.passages import Passages

_KEYS = (
    *("participants", "source", "type", "evidence", "why", "in_text", "shown", "standing"),
    *("remove", "rename", "redate", "join", "join_with", "split", "removed", "saved_as", "date_form"),
)


def event_data(story: Timeline, words: Words, n: int) -> dict[str, Any]:
    """Return the events in order, with names and words for the script; `n` of them are told first.

    Entities are told by their place in ``entities``, so that no name stands twice.
    """
    places = {entity.id: number for number, entity in enumerate(story.entities)}
    passages = Passages(story)
    salient = {event.id for event in story.highlights(n)}
    return {
        "events": [
            _event(story, event, words, places) | _targets(event, passages) | {"salient": event.id in salient}
            for event in story.events
        ],
        "words": {key: words(key) for key in _KEYS},
    }


def _event(story: Timeline, event: Event, words: Words, places: dict[str, int]) -> dict[str, Any]:
    players = [(role, player) for role, group in event.participants.items() for player in group]
    involved = [getattr(player, "id", "") for _, player in players] + [getattr(event.source, "id", "")]
    explanation = story.explain(event)
    mentions = event.mentions or (event.trigger,)
    return {
        "id": event.id,
        "label": event.label,
        "when": words.when(event),
        "type": event.type,
        "kind": words.type(event.type),
        "factuality": event.factuality,
        "standing": words.factuality(event.factuality),
        "origin": words("proposed") if event.origin != "text" else "",
        "sentence": " ".join(event.sentence.split()),
        "participants": [[words.participant(role, event), " ".join(str(player).split())] for role, player in players],
        "entities": sorted({places[key] for key in involved if key in places}),
        "source": str(event.source) if event.source else "",
        "evidence": [[item.rule, item.span.text if item.span else ""] for item in event.evidence],
        "why": explanation.splitlines(),
        "mentions": [mention.text for mention in mentions],
    }


def _targets(event: Event, passages: Passages) -> dict[str, Any]:
    """Return how a correction names an event, and each of its mentions where there are several."""
    parts = event.mentions if len(event.mentions) > 1 else ()
    return {
        "target": _target(target_of(event)),
        "parts": [_target(part_of(event, mention, passages)) for mention in parts],
    }


def _target(target: Target) -> dict[str, Any]:
    return {"mention": _mention(target.mention), "sentence": _mention(target.sentence)}


def _mention(mention: Mention) -> dict[str, Any]:
    return codec.mention_to_dict(mention)
