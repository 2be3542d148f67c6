"""What later documents add to a merged story, move or withdraw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Date
from datetime import datetime

from timeline.errors import InvalidDateError
from timeline.merging.conflicts import conflicts
from timeline.merging.parts import day_of
from timeline.merging.tellings import Telling, tellings
from timeline.model.changes import ADDED, MOVED, WITHDRAWN, Change, Changes
from timeline.model.conflict import Conflict, Version
from timeline.model.dates import parse_reference_date
from timeline.model.mention import Mention
from timeline.model.timeline import Timeline


def changes_since(story: Timeline, date: str | Date | datetime) -> Changes:
    """Return what the documents published on a day or later add to the earlier ones, move or withdraw.

    Raises
    ------
    InvalidDateError
        When `date` is no date.

    Examples
    --------
    >>> len(changes_since(Timeline(), "2024-03-15"))
    0
    """
    since = parse_reference_date(date)
    if since is None:
        raise InvalidDateError("since() needs a date, such as '2023-11-17'.")
    since = day_of(since)
    told = tellings(story)
    published = {
        document.id: day for document in story.documents if (day := parse_reference_date(document.date)) is not None
    }
    found: list[Change] = []
    for event in story.events:
        fresh = _fresh(told.get(event.id, ()), since)
        if fresh:
            found.append(Change(kind=ADDED, event=event, mentions=fresh))
    found += _revised(conflicts(story), published, since)
    places = {event.id: place for place, event in enumerate(story.events)}
    ranked = sorted((places[change.event.id], number) for number, change in enumerate(found))
    return Changes(tuple(found[number] for _, number in ranked))


def _fresh(told: Sequence[Telling], since: datetime) -> tuple[Mention, ...]:
    """Return the sentences that tell an event, if no document before the day does."""
    if any(one.published is None or one.published < since for one in told):
        return ()
    return tuple(dict.fromkeys(one.passage for one in told))


def _revised(found: Iterable[Conflict], published: Mapping[str, datetime], since: datetime) -> Iterator[Change]:
    """Yield the conflicts in which later documents give a version that no earlier one gave."""
    for conflict in found:
        kind = {"date": MOVED, "denial": WITHDRAWN}.get(conflict.kind)
        old = [one for one in conflict.versions if _is_known(one, published, since)]
        new = [one for one in conflict.versions if one not in old]
        if kind and old and new:
            yield Change(
                kind=kind,
                event=conflict.event,
                mentions=tuple(mention for version in new for mention in version.mentions),
                before=old[-1].value,
                after=new[-1].value,
            )


def _is_known(version: Version, published: Mapping[str, datetime], since: datetime) -> bool:
    return any(published.get(document, since) < since for document in version.documents)
