"""Events: what happened, who took part, whether the text vouches for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from timeline.languages import Language
from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.model.mention import Evidence
from timeline.model.time import TimeValue
from timeline.stages.events.cast import Cast, cast_of
from timeline.stages.events.detection import Detection, describe, detect
from timeline.stages.events.factuality import standing_of
from timeline.stages.events.participants import participants_of
from timeline.stages.events.syntax import Grammar, arguments, grammar_of
from timeline.stages.events.types import frame_of
from timeline.stages.source import mention_of

__all__ = ["describe_events", "find_events"]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the description of every event of one document needs."""

    language: Language
    grammar: Grammar
    cast: Cast


def find_events(
    doc: Doc, language: Language, entities: tuple[Entity, ...] = (), times: tuple[TimeValue, ...] = ()
) -> tuple[Event, ...]:
    """Find the events of a document, mentions of one event joined, in the order of the text."""
    reading = _Reading(language, grammar_of(language), cast_of(entities, times, language))
    return tuple(_event(doc, detection, number, reading) for number, detection in enumerate(detect(doc, language), start=1))


def describe_events(
    doc: Doc,
    spans: Iterable[tuple[int, int]],
    language: Language,
    entities: tuple[Entity, ...] = (),
    times: tuple[TimeValue, ...] = (),
) -> tuple[Event, ...]:
    """Describe triggers that are known already, one event each, in the given order."""
    reading = _Reading(language, grammar_of(language), cast_of(entities, times, language))
    detections = (describe(doc, start, end, language) for start, end in spans)
    return tuple(_event(doc, detection, number, reading) for number, detection in enumerate(detections, start=1))


def _event(doc: Doc, detection: Detection, number: int, reading: _Reading) -> Event:
    token = doc[detection.token]
    found = arguments(token, reading.grammar)
    frame = frame_of(token, found, reading.cast, reading.language)
    standing = standing_of(token, reading.language, reading.grammar, reading.cast)
    trigger = replace(detection.trigger, factuality=standing.factuality)
    return Event(
        id=f"e{number}",
        label=trigger.text,
        trigger=trigger,
        passage=mention_of(token.sent),
        type=frame.type,
        participants=participants_of(found, frame, reading.cast, reading.grammar),
        factuality=standing.factuality,
        source=standing.source,
        mentions=(trigger,),
        confidence=detection.confidence,
        evidence=(*((Evidence(f"frame {frame.name}", trigger),) if frame.name else ()), *standing.evidence),
    )
