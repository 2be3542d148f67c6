"""What stages leave in a Doc for the next one: plain values in ``doc.user_data``, which survive between processes."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from timeline.model import codec
from timeline.model.entity import Entity, RoleFact
from timeline.model.event import Event
from timeline.model.relation import Relation
from timeline.model.time import TimeValue

ENTITIES = "timeline_entities"
ROLE_FACTS = "timeline_role_facts"
TIMES = "timeline_times"
EVENTS = "timeline_events"
ANCHORS = "timeline_anchors"
LINKS = "timeline_links"


def put_entities(doc: Doc, entities: Iterable[Entity], role_facts: Iterable[RoleFact]) -> None:
    """Note entities and what is said of their roles."""
    doc.user_data[ENTITIES] = [codec.entity_to_dict(entity) for entity in entities]
    doc.user_data[ROLE_FACTS] = [codec.role_fact_to_dict(fact) for fact in role_facts]


def get_entities(doc: Doc) -> tuple[Entity, ...]:
    """Return the entities noted, none where the component has not run."""
    return tuple(codec.entity_from_dict(item) for item in doc.user_data.get(ENTITIES, ()))


def get_role_facts(doc: Doc) -> tuple[RoleFact, ...]:
    """Return what is said of roles."""
    return tuple(codec.role_fact_from_dict(item) for item in doc.user_data.get(ROLE_FACTS, ()))


def put_times(doc: Doc, times: Iterable[TimeValue]) -> None:
    """Note times."""
    doc.user_data[TIMES] = [codec.time_to_dict(time) for time in times]


def get_times(doc: Doc) -> tuple[TimeValue, ...]:
    """Return the times noted."""
    return tuple(codec.time_from_dict(item) for item in doc.user_data.get(TIMES, ()))


def put_events(doc: Doc, events: Iterable[Event]) -> None:
    """Note events."""
    doc.user_data[EVENTS] = [codec.event_to_dict(event) for event in events]


def get_events(doc: Doc) -> tuple[Event, ...]:
    """Return the events noted, their participants being the Doc's entities."""
    return codec.events_from_dicts(doc.user_data.get(EVENTS, ()), get_entities(doc), get_times(doc))


def put_relations(doc: Doc, key: str, relations: Iterable[Relation]) -> None:
    """Note relations under `ANCHORS` or `LINKS`."""
    doc.user_data[key] = [codec.relation_to_dict(relation) for relation in relations]


def get_relations(doc: Doc, key: str) -> tuple[Relation, ...]:
    """Return the relations noted under `ANCHORS` or `LINKS`."""
    return tuple(codec.relation_from_dict(item) for item in doc.user_data.get(key, ()))
