"""Events: what happened, who took part, whether the text vouches for it."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from timeline.languages import Language
from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.model.time import TimeValue
from timeline.stages.events.detection import Detection, describe, detect
from timeline.stages.source import mention_of

__all__ = ["describe_events", "find_events"]


def find_events(
    doc: Doc, language: Language, entities: tuple[Entity, ...] = (), times: tuple[TimeValue, ...] = ()
) -> tuple[Event, ...]:
    """Find the events of a document, mentions of one event joined, in the order of the text."""
    return tuple(_event(doc, detection, number) for number, detection in enumerate(detect(doc, language), start=1))


def describe_events(
    doc: Doc,
    spans: Iterable[tuple[int, int]],
    language: Language,
    entities: tuple[Entity, ...] = (),
    times: tuple[TimeValue, ...] = (),
) -> tuple[Event, ...]:
    """Describe triggers that are known already, one event each, in the given order."""
    detections = (describe(doc, start, end, language) for start, end in spans)
    return tuple(_event(doc, detection, number) for number, detection in enumerate(detections, start=1))


def _event(doc: Doc, detection: Detection, number: int) -> Event:
    trigger = detection.trigger
    return Event(
        id=f"e{number}",
        label=trigger.text,
        trigger=trigger,
        passage=mention_of(doc[detection.token].sent),
        mentions=(trigger,),
        confidence=detection.confidence,
    )
