"""FollowTheMoney: people, organisations, places, events and offices for Aleph and other tools of investigative desks.

See https://followthemoney.tech/explorer/. Ids are made from those of the documents, so that they are the same whenever
the same story is written. What the text does not tell as a fact is no Event.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from timeline.formats.files import save
from timeline.model.entity import ORGANISATION, PERSON, PLACE, Entity
from timeline.model.event import Event
from timeline.model.tenure import Tenure
from timeline.model.timeline import Timeline

_SCHEMAS = {PERSON: "Person", ORGANISATION: "Organization", PLACE: "Address"}
_FACTS = frozenset({"factual", "reported"})


def to_followthemoney(story: Timeline, path: str | Path | None = None) -> str:
    """Return a timeline as entities of FollowTheMoney, a JSON object a line; write it to `path` when one is given."""
    lines = [json.dumps(item, ensure_ascii=False) for item in _items(story)]
    return save("".join(f"{line}\n" for line in lines), path)


def _items(story: Timeline) -> Iterator[dict[str, Any]]:
    names = hashlib.sha1(usedforsecurity=False)  # of all documents, begun once: there may be thousands
    names.update("".join(f"{document.id}|" for document in story.documents).encode("utf8", "replace") or b"|")
    urls = {document.id: document.url for document in reversed(story.documents)}
    for entity in story.entities:
        yield _entity(entity, names)
    for event in story.events:
        if event.factuality in _FACTS:
            yield _event(event, names, urls.get(event.trigger.document))
    for number, tenure in enumerate(story.roles(), start=1):
        if tenure.organisation is not None:
            yield _membership(tenure, number, names)


def _entity(entity: Entity, names: hashlib._Hash) -> dict[str, Any]:
    name = "full" if entity.type == PLACE else "name"
    told: dict[str, list[str]] = {name: [entity.name]}
    if entity.type != PLACE and entity.aliases:
        told["alias"] = list(entity.aliases)
    return _item(_SCHEMAS.get(entity.type, "LegalEntity"), names, entity.id, told)


def _event(event: Event, names: hashlib._Hash, url: str | None) -> dict[str, Any]:
    players = [player for group in event.participants.values() for player in group if isinstance(player, Entity)]
    told = {
        "name": [event.label],
        "summary": [" ".join(event.sentence.split())],
        "keywords": [event.type, event.factuality, *_doubts(event)],
        "involved": _ids(names, (player for player in players if player.type != PLACE)),
        "location": [player.name for player in players if player.type == PLACE],
        "sourceUrl": [url] if url else [],
    }
    time = event.time
    if time is not None and time.resolved and time.start and time.end:
        told |= {"startDate": [_date(time.start)], "endDate": [_date(time.end - timedelta(microseconds=1))]}
    return _item("Event", names, event.id, told)


def _doubts(event: Event) -> list[str]:
    return [f"inferred {role}" for role in event.inferred]


def _membership(tenure: Tenure, number: int, names: hashlib._Hash) -> dict[str, Any]:
    told = {
        "organization": _ids(names, [tenure.organisation] if tenure.organisation else []),
        "member": _ids(names, [tenure.person]),
        "role": [tenure.role],
        "status": [tenure.status],
    }
    for key, time in (("startDate", tenure.since), ("endDate", tenure.until)):
        if time is not None and time.resolved and time.start:
            told[key] = [_date(time.start)]
    return _item("Membership", names, f"r{number}", told)


def _item(schema: str, names: hashlib._Hash, key: str, told: dict[str, list[str]]) -> dict[str, Any]:
    return {
        "id": _id(names, key),
        "schema": schema,
        "properties": {name: values for name, values in told.items() if values},
    }


def _ids(names: hashlib._Hash, entities: Iterable[Entity]) -> list[str]:
    return list(dict.fromkeys(_id(names, entity.id) for entity in entities))


def _id(names: hashlib._Hash, key: str) -> str:
    digest = names.copy()
    digest.update(key.encode("utf8", "replace"))
    return f"timeline-{digest.hexdigest()[:20]}"


def _date(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"
