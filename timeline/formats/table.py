"""One row an event: the columns that CSV and pandas share."""

from __future__ import annotations

from datetime import datetime

from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.model.timeline import Timeline

Cell = str | int | float | datetime | None

COLUMNS = {
    "id": "id of the event",
    "order": "number of its group in time order, from 1; events of one group cannot be told apart",
    "label": "its headline",
    "type": "ACE-style type",
    "timeml_class": "TimeML class",
    "factuality": "factual, reported, possible, future, negated or counterfactual",
    "source": "who vouches for it",
    "timex3": "TIMEX3 value of its time",
    "granularity": "width of its time",
    "start": "where its time begins",
    "end": "where its time ends (exclusive)",
    "earliest": "it begins no earlier",
    "latest": "it ends no later (exclusive)",
    "participants": "role: name; role: name",
    "entities": "ids of the entities that take part; of the source last",
    "trigger": "the word that names it",
    "document": "id of its document",
    "start_char": "where the trigger begins in the text",
    "end_char": "where the trigger ends (exclusive)",
    "sentence": "the sentence of the trigger",
    "salience": "0 to 1",
    "confidence": "0 to 1",
    "origin": "who tells it: text, proposal or both",
    "inferred": "roles whose players no clause names",
}
"""Column names, in order, and what they hold."""

DATETIMES = ("start", "end", "earliest", "latest")
INTEGERS = ("order", "start_char", "end_char")
CATEGORIES = ("type", "timeml_class", "factuality", "granularity", "document", "origin")
FLOATS = ("salience", "confidence")


def rows(story: Timeline) -> list[dict[str, Cell]]:
    """Return one dict an event, in the timeline's order, keys as in `COLUMNS`; None where there is nothing to say."""
    groups = {event.id: number for number, group in enumerate(story.order(), start=1) for event in group}
    return [_row(event, groups[event.id]) for event in story.events]


def participants_text(event: Event) -> str:
    """Return who takes part, in words.

    Examples
    --------
    >>> from timeline.model import Entity, Mention, Participants, Trigger
    >>> word = Trigger("quitte", 0, 6, "d1")
    >>> ada = Entity(id="x1", name="Ada", type="PERSON")
    >>> participants_text(
    ...     Event(id="e1", label="", trigger=word, passage=word, participants=Participants({"person": [ada]}))
    ... )
    'person: Ada'
    """
    return "; ".join(f"{role}: {player}" for role, players in event.participants.items() for player in players)


def entities_text(event: Event) -> str:
    """Return the ids of the entities that take part or vouch for an event, which join rows to `Timeline.entities`."""
    players = [player for group in event.participants.values() for player in group]
    return " ".join(dict.fromkeys(player.id for player in (*players, event.source) if isinstance(player, Entity)))


def _row(event: Event, order: int) -> dict[str, Cell]:
    time = event.time
    return {
        "id": event.id,
        "order": order,
        "label": event.label,
        "type": event.type,
        "timeml_class": event.timeml_class,
        "factuality": event.factuality,
        "source": str(event.source) if event.source else None,
        "timex3": time.timex3 if time else None,
        "granularity": time.granularity.value if time and time.granularity else None,
        "start": time.start if time else None,
        "end": time.end if time else None,
        "earliest": event.earliest,
        "latest": event.latest,
        "participants": participants_text(event) or None,
        "entities": entities_text(event) or None,
        "trigger": event.trigger.text,
        "document": event.trigger.document,
        "start_char": event.trigger.start,
        "end_char": event.trigger.end,
        "sentence": event.sentence,
        "salience": event.salience,
        "confidence": event.confidence,
        "origin": event.origin,
        "inferred": " ".join(event.inferred) or None,
    }
