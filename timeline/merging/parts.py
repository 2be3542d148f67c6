"""What a story is made of: one timeline a document, each once, in an order that does not depend on how they came."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from typing import Any

from timeline.model.dates import iso_date
from timeline.model.document import Document
from timeline.model.mention import Evidence, Mention
from timeline.model.participants import Participants
from timeline.model.timeline import Timeline

_Key = tuple[str, str, str, str]


def parts_of(timelines: Iterable[Timeline]) -> tuple[Timeline, ...]:
    """Return the timelines that a story is made of, by date and then by name.

    A merged timeline gives the parts it was made of; one without any document or event gives none. Of several
    timelines of one document (one id, text and date) the corrected one stays, else the one that tells most.

    Examples
    --------
    >>> later, earlier = (
    ...     Timeline(documents=(Document("A", date=day, id=day),), reference_date=datetime.fromisoformat(day))
    ...     for day in ("2024-05-02", "2024-05-01")
    ... )
    >>> [part.documents[0].id for part in parts_of([later, earlier, later])]
    ['2024-05-01', '2024-05-02']
    """
    kept: dict[_Key, Timeline] = {}
    for story in timelines:
        for part in story.parts or (story,):
            if not (part.documents or part.events):
                continue
            key = _key(part)
            if key not in kept or _wealth(part) > _wealth(kept[key]):
                kept[key] = part
    return tuple(kept[key] for key in sorted(kept))


def with_own_ids(parts: Iterable[Timeline]) -> list[Timeline]:
    """Return the parts so that no two documents have one id: of several the later ones are numbered (``"a~2"``)."""
    seen: Counter[str] = Counter()
    distinct = []
    for part in parts:
        ids = {}
        for document in part.documents:
            seen[document.id] += 1
            if seen[document.id] > 1:
                ids[document.id] = f"{document.id}~{seen[document.id]}"
        distinct.append(_renamed(part, ids) if ids else part)
    return distinct


def _key(part: Timeline) -> _Key:
    date = part.reference_date.isoformat() if part.reference_date else "~"  # after all digits
    digest = hashlib.sha1(usedforsecurity=False)
    for document in part.documents:
        digest.update(document.text.encode("utf8", "surrogatepass"))
    dates = " ".join(str(iso_date(document.date)) for document in part.documents)
    return date, " ".join(document.id for document in part.documents), digest.hexdigest(), dates


def _wealth(part: Timeline) -> tuple[bool, int, int, int, int, str]:
    """Sort timelines of one document: a corrected one first, then by how much they tell, and by what they tell."""
    told = "\n".join(f"{event.id} {event.label} {event.time}" for event in part.events)
    return part.error is None, len(part.edits), len(part.events), len(part.entities), len(part.evidence), told


def _renamed(part: Timeline, ids: Mapping[str, str]) -> Timeline:
    """Return a timeline with its documents under other ids, wherever it names them."""

    def moved(value: Any) -> Any:
        if isinstance(value, Mention):
            return replace(value, document=ids.get(value.document, value.document))
        if isinstance(value, Document):
            return replace(value, id=ids.get(value.id, value.id))
        if isinstance(value, Evidence):
            return Evidence(*map(moved, value))
        if isinstance(value, Participants):
            return Participants({role: moved(players) for role, players in value.items()})
        if isinstance(value, tuple):
            return tuple(map(moved, value))
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{field.name: moved(getattr(value, field.name)) for field in fields(value)})
        return value

    renamed = moved(part)
    if not isinstance(renamed, Timeline):
        raise TypeError("a timeline stays a timeline")
    return renamed


def day_of(moment: datetime) -> datetime:
    """Return the beginning of a moment's day."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)
