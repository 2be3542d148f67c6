"""What stages leave in a Doc for the next one: plain values in ``doc.user_data``, which survive between processes.

A stage of the same process gets the values themselves: they are kept as long as their Doc, and encoding gives no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from spacy.tokens import Doc

from timeline.model import codec
from timeline.model.entity import Entity, RoleFact
from timeline.model.event import Event
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.stages.names.name import Name, name_from_dict, name_to_dict

NAMES = "timeline_names"
ENTITIES = "timeline_entities"
ROLE_FACTS = "timeline_role_facts"
TIMES = "timeline_times"
EVENTS = "timeline_events"
ANCHORS = "timeline_anchors"
LINKS = "timeline_links"
KEPT = "timeline_kept"

T = TypeVar("T")
# For each Doc and key, the plain values noted and what they stand for.
_decoded: WeakKeyDictionary[Doc, dict[str, tuple[Any, tuple[Any, ...]]]] = WeakKeyDictionary()


def put_names(doc: Doc, names: Iterable[Name]) -> None:
    """Note names."""
    _put(doc, NAMES, names, name_to_dict)


def get_names(doc: Doc) -> tuple[Name, ...]:
    """Return the names noted."""
    return _get(doc, NAMES, name_from_dict)


def put_entities(doc: Doc, entities: Iterable[Entity]) -> None:
    """Note entities."""
    _put(doc, ENTITIES, entities, codec.entity_to_dict)


def get_entities(doc: Doc) -> tuple[Entity, ...]:
    """Return the entities noted, none where the component has not run."""
    return _get(doc, ENTITIES, codec.entity_from_dict)


def put_role_facts(doc: Doc, role_facts: Iterable[RoleFact]) -> None:
    """Note what is said of roles."""
    _put(doc, ROLE_FACTS, role_facts, codec.role_fact_to_dict)


def get_role_facts(doc: Doc) -> tuple[RoleFact, ...]:
    """Return what is said of roles."""
    return _get(doc, ROLE_FACTS, codec.role_fact_from_dict)


def put_times(doc: Doc, times: Iterable[TimeValue]) -> None:
    """Note times."""
    _put(doc, TIMES, times, codec.time_to_dict)


def get_times(doc: Doc) -> tuple[TimeValue, ...]:
    """Return the times noted."""
    return _get(doc, TIMES, codec.time_from_dict)


def put_events(doc: Doc, events: Iterable[Event]) -> None:
    """Note events."""
    _put(doc, EVENTS, events, codec.event_to_dict)


def get_events(doc: Doc) -> tuple[Event, ...]:
    """Return the events noted, their participants being the Doc's entities."""
    known = _known(doc, EVENTS)
    if known is None:
        known = codec.events_from_dicts(doc.user_data.get(EVENTS, ()), get_entities(doc), get_times(doc))
        _remember(doc, EVENTS, known)
    return known


def put_relations(doc: Doc, key: str, relations: Iterable[Relation]) -> None:
    """Note relations under `ANCHORS` or `LINKS`."""
    _put(doc, key, relations, codec.relation_to_dict)


def get_relations(doc: Doc, key: str) -> tuple[Relation, ...]:
    """Return the relations noted under `ANCHORS` or `LINKS`."""
    return _get(doc, key, codec.relation_from_dict)


def keep_values(doc: Doc) -> None:
    """Let stages leave values as they are in a Doc that never goes to another process."""
    doc.user_data[KEPT] = True


def _put(doc: Doc, key: str, values: Iterable[T], encode: Callable[[T], dict[str, Any]]) -> None:
    values = tuple(values)
    doc.user_data[key] = values if KEPT in doc.user_data else [encode(value) for value in values]
    _remember(doc, key, values)


def _get(doc: Doc, key: str, decode: Callable[[dict[str, Any]], T]) -> tuple[T, ...]:
    known = _known(doc, key)
    if known is None:
        known = tuple(decode(item) for item in doc.user_data.get(key, ()))
        _remember(doc, key, known)
    return known


def _known(doc: Doc, key: str) -> tuple[Any, ...] | None:
    """Return values decoded before, unless the plain values they stand for have been replaced."""
    noted, values = _decoded.get(doc, {}).get(key, (None, ()))
    return values if noted is not None and noted is doc.user_data.get(key) else None


def _remember(doc: Doc, key: str, values: tuple[Any, ...]) -> None:
    _decoded.setdefault(doc, {})[key] = (doc.user_data.get(key), values)
