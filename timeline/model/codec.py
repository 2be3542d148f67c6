"""Values as plain dicts and back, exactly: what JSON holds, and what travels between processes.

Entities inside events are written as their ids, times as theirs, so that nothing stands twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from operator import attrgetter
from typing import Any

from timeline.model.dates import iso_date
from timeline.model.difference import Difference
from timeline.model.document import Document
from timeline.model.edit import Edit, Target
from timeline.model.entity import Entity, RoleFact
from timeline.model.estimate import When
from timeline.model.event import Event
from timeline.model.granularity import Granularity
from timeline.model.mention import Evidence, Mention, Trigger
from timeline.model.participants import Participant, Participants
from timeline.model.refusal import Refusal
from timeline.model.relation import Relation
from timeline.model.time import TimeValue

Plain = dict[str, Any]


def mention_to_dict(mention: Mention) -> Plain:
    """Write a `Mention` or a `Trigger`; the latter has more keys."""
    return _plain(mention)


def mention_from_dict(data: Mapping[str, Any]) -> Mention:
    """Read a `Mention`, or a `Trigger` when it has a trigger's keys."""
    return Trigger(**data) if "timeml_class" in data else Mention(**data)


def trigger_from_dict(data: Mapping[str, Any]) -> Trigger:
    """Read a `Trigger`."""
    return Trigger(**data)


def evidence_to_dict(evidence: Evidence) -> Plain:
    """Write an `Evidence`."""
    return {"rule": evidence.rule, "span": evidence.span and mention_to_dict(evidence.span)}


def evidence_from_dict(data: Mapping[str, Any]) -> Evidence:
    """Read an `Evidence`."""
    return Evidence(data["rule"], data["span"] and mention_from_dict(data["span"]))


def entity_to_dict(entity: Entity) -> Plain:
    """Write an `Entity`."""
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "mentions": [mention_to_dict(mention) for mention in entity.mentions],
        "aliases": list(entity.aliases),
        "gender": entity.gender,
    }


def entity_from_dict(data: Mapping[str, Any]) -> Entity:
    """Read an `Entity`."""
    mentions = tuple(mention_from_dict(mention) for mention in listed(data["mentions"]))
    return Entity(**{**data, "mentions": mentions, "aliases": tuple(listed(data["aliases"]))})


def role_fact_to_dict(fact: RoleFact) -> Plain:
    """Write a `RoleFact`."""
    plain = _plain(fact)
    return plain | {
        "mention": mention_to_dict(fact.mention),
        "forms": list(fact.forms),
        "since": fact.since and mention_to_dict(fact.since),
        "until": fact.until and mention_to_dict(fact.until),
    }


def role_fact_from_dict(data: Mapping[str, Any]) -> RoleFact:
    """Read a `RoleFact`."""
    return RoleFact(
        **{
            **data,
            "mention": mention_from_dict(data["mention"]),
            "forms": tuple(listed(data.get("forms", ()))),
            "since": _mention(data.get("since")),
            "until": _mention(data.get("until")),
        }
    )


def _mention(data: Mapping[str, Any] | None) -> Mention | None:
    return mention_from_dict(data) if data else None


def time_to_dict(time: TimeValue) -> Plain:
    """Write a `TimeValue`; `edtf` is written too, for readers of the file, and not read back."""
    plain = _plain(time)
    return plain | {
        "granularity": time.granularity and time.granularity.value,
        "start": time.start and time.start.isoformat(),
        "end": time.end and time.end.isoformat(),
        "mention": time.mention and mention_to_dict(time.mention),
        "edtf": time.edtf,
    }


def time_from_dict(data: Mapping[str, Any]) -> TimeValue:
    """Read a `TimeValue`."""
    plain = {key: value for key, value in data.items() if key != "edtf"}
    return TimeValue(
        **{
            **plain,
            "granularity": plain["granularity"] and Granularity(plain["granularity"]),
            "start": _datetime(plain["start"]),
            "end": _datetime(plain["end"]),
            "mention": plain["mention"] and mention_from_dict(plain["mention"]),
        }
    )


def event_to_dict(event: Event) -> Plain:
    """Write an `Event`; entities and time by their ids."""
    return {
        "id": event.id,
        "label": event.label,
        "trigger": mention_to_dict(event.trigger),
        "passage": mention_to_dict(event.passage),
        "type": event.type,
        "participants": {
            role: [_participant_to_dict(player) for player in players] for role, players in event.participants.items()
        },
        "time": event.time and event.time.id,
        "when": event.when and when_to_dict(event.when),
        "earliest": event.earliest and event.earliest.isoformat(),
        "latest": event.latest and event.latest.isoformat(),
        "factuality": event.factuality,
        "source": event.source and _participant_to_dict(event.source),
        "mentions": [mention_to_dict(mention) for mention in event.mentions],
        "salience": event.salience,
        "confidence": event.confidence,
        "evidence": [evidence_to_dict(evidence) for evidence in event.evidence],
        "origin": event.origin,
        "inferred": list(event.inferred),
    }


def event_from_dict(
    data: Mapping[str, Any], *, entities: Mapping[str, Entity], times: Mapping[str, TimeValue]
) -> Event:
    """Read an `Event`.

    Parameters
    ----------
    data : mapping
        What `event_to_dict` wrote.
    entities, times : mapping
        The story's entities and times by id.
    """
    participants = {
        role: [_participant_from_dict(player, entities) for player in listed(players)]
        for role, players in data["participants"].items()
    }
    return Event(
        id=data["id"],
        label=data["label"],
        trigger=trigger_from_dict(data["trigger"]),
        passage=mention_from_dict(data["passage"]),
        type=data["type"],
        participants=Participants(participants),
        time=times[data["time"]] if data["time"] else None,
        when=when_from_dict(data["when"]) if data.get("when") else None,
        earliest=_datetime(data["earliest"]),
        latest=_datetime(data["latest"]),
        factuality=data["factuality"],
        source=data["source"] and _participant_from_dict(data["source"], entities),
        mentions=tuple(trigger_from_dict(mention) for mention in listed(data["mentions"])),
        salience=data["salience"],
        confidence=data["confidence"],
        evidence=tuple(evidence_from_dict(evidence) for evidence in listed(data["evidence"])),
        origin=data.get("origin", "text"),
        inferred=tuple(listed(data.get("inferred", ()))),
    )


def when_to_dict(when: When) -> Plain:
    """Write a `When`."""
    return _plain(when) | {"start": when.start.isoformat(), "end": when.end.isoformat()}


def when_from_dict(data: Mapping[str, Any]) -> When:
    """Read a `When`."""
    start, end = datetime.fromisoformat(data["start"]), datetime.fromisoformat(data["end"])
    return When(**{**data, "start": start, "end": end})


def edit_to_dict(edit: Edit) -> Plain:
    """Write an `Edit`."""
    return _plain(edit) | {"target": _target_to_dict(edit.target), "other": edit.other and _target_to_dict(edit.other)}


def edit_from_dict(data: Mapping[str, Any]) -> Edit:
    """Read an `Edit`; `other` and all after it may be missing."""
    other = data.get("other")
    return Edit(**{**data, "target": _target_from_dict(data["target"]), "other": other and _target_from_dict(other)})


def _target_to_dict(target: Target) -> Plain:
    return {"mention": mention_to_dict(target.mention), "sentence": mention_to_dict(target.sentence)}


def _target_from_dict(data: Mapping[str, Any]) -> Target:
    return Target(mention_from_dict(data["mention"]), mention_from_dict(data["sentence"]))


def refusal_to_dict(refusal: Refusal) -> Plain:
    """Write a `Refusal`."""
    return _plain(refusal)


def refusal_from_dict(data: Mapping[str, Any]) -> Refusal:
    """Read a `Refusal`."""
    return Refusal(**data)


def difference_to_dict(difference: Difference) -> Plain:
    """Write a `Difference`."""
    return _plain(difference)


def difference_from_dict(data: Mapping[str, Any]) -> Difference:
    """Read a `Difference`."""
    return Difference(**data)


def relation_to_dict(relation: Relation) -> Plain:
    """Write a `Relation`."""
    plain = _plain(relation)
    return plain | {"evidence": evidence_to_dict(relation.evidence)}


def relation_from_dict(data: Mapping[str, Any]) -> Relation:
    """Read a `Relation`."""
    return Relation(**{**data, "evidence": evidence_from_dict(data["evidence"])})


def document_to_dict(document: Document) -> Plain:
    """Write a `Document`, without proposals, which are no part of a result."""
    plain = _plain(document)
    del plain["proposals"]
    return plain | {"date": iso_date(document.date), "unrelated": [list(span) for span in document.unrelated]}


def document_from_dict(data: Mapping[str, Any]) -> Document:
    """Read a `Document`."""
    return Document(**{**data, "unrelated": tuple((start, end) for start, end in listed(data["unrelated"]))})


def events_from_dicts(
    data: Sequence[Mapping[str, Any]], entities: Sequence[Entity], times: Sequence[TimeValue]
) -> tuple[Event, ...]:
    """Read events whose entities and times are at hand."""
    entity_of = {entity.id: entity for entity in entities}
    time_of = {time.id: time for time in times}
    return tuple(event_from_dict(item, entities=entity_of, times=time_of) for item in data)


def listed(values: Any) -> Sequence[Any]:
    """Return an array as it is; a str or a mapping in its place would be taken for one.

    Raises
    ------
    TypeError
    """
    if not isinstance(values, (list, tuple)):
        raise TypeError(f"an array is needed where {values!r:.40} stands")
    return values


def _participant_to_dict(player: Participant) -> Plain:
    return {"entity": player.id} if isinstance(player, Entity) else {"mention": mention_to_dict(player)}


def _participant_from_dict(data: Mapping[str, Any], entities: Mapping[str, Entity]) -> Participant:
    return entities[data["entity"]] if "entity" in data else mention_from_dict(data["mention"])


def _datetime(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _plain(value: Any) -> Plain:
    """Return the fields of a dataclass by name; ``dataclasses.fields`` would cost more each time."""
    kind: Any = type(value)
    names, values = _fields(kind)
    return dict(zip(names, values(value), strict=True))


@cache
def _fields(kind: Any) -> tuple[tuple[str, ...], attrgetter[tuple[Any, ...]]]:
    """Return the names of a dataclass's fields, and what reads them all at once."""
    names = tuple(kind.__dataclass_fields__)
    return names, attrgetter(*names)
