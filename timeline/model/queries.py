"""Selections over a timeline's events."""

from __future__ import annotations

import unicodedata
from datetime import date as Date
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from timeline.errors import InvalidDateError, UnknownItemError
from timeline.model.dates import parse_reference_date
from timeline.model.entity import Entity
from timeline.model.event import Event

CARRIERS = frozenset({"I_ACTION", "I_STATE", "ASPECTUAL", "REPORTING"})  # TimeML: classes that take an event

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline


def between(story: Timeline, start: str | Date | datetime, end: str | Date | datetime) -> tuple[Event, ...]:
    """Return the events whose bounds lie within ``[start, end)``."""
    first, last = parse_reference_date(start), parse_reference_date(end)
    if first is None or last is None:
        raise InvalidDateError("between() needs two dates; give both, such as '2023-11-17' and '2023-11-21'.")
    return tuple(
        event
        for event in story.events
        if event.earliest and event.latest and first <= event.earliest and event.latest <= last
    )


def on(story: Timeline, date: str | Date) -> tuple[Event, ...]:
    """Return the events that lie within a day, month (``"2023-11"``) or year (``"2023"``)."""
    return between(story, *_calendar_interval(date))


def involving(story: Timeline, who: str | Entity) -> tuple[Event, ...]:
    """Return the events with an entity among their participants or as their source."""
    wanted = _entities_called(story, who)
    return tuple(
        event
        for event in story.events
        if event.source in wanted
        or any(player in wanted for players in event.participants.values() for player in players)
    )


def find(story: Timeline, text: str) -> tuple[Event, ...]:
    """Return the events with `text` in a mention, the label or the type."""
    needle = fold(text)
    return tuple(
        event
        for event in story.events
        if any(
            needle in fold(part)
            for part in (event.label, event.type, *(f"{mention.text} {mention.lemma}" for mention in event.mentions))
        )
    )


def highlights(story: Timeline, n: int) -> tuple[Event, ...]:
    """Return the `n` most salient events in the timeline's own order, no fact twice as long as there are others."""
    events = story.events
    ranked = sorted(range(len(events)), key=[-event.salience for event in events].__getitem__)
    chosen: list[int] = []
    again: list[int] = []
    for place in ranked:
        if len(chosen) >= n:
            break
        twice = any(_is_same_fact(events[place], events[other]) for other in chosen)
        (again if twice else chosen).append(place)
    return tuple(events[place] for place in sorted([*chosen, *again][: max(n, 0)]))


def summary(story: Timeline) -> str:
    """Return one line with counts and extent."""
    if story.error is not None:
        return f"<Timeline: not read, {type(story.error).__name__}>"
    starts = [event.earliest for event in story.events if event.time and event.time.resolved and event.earliest]
    ends = [event.latest for event in story.events if event.time and event.time.resolved and event.latest]
    extent = f", {min(starts):%Y-%m-%d} to {max(ends) - timedelta(seconds=1):%Y-%m-%d}" if starts and ends else ""
    counts = f"{len(story.events)} events, {len(story.entities)} entities, {len(story.times)} times"
    return f"<Timeline: {counts}{extent}>"


def fold(text: str) -> str:
    """Return `text` in lower case without accents, for comparing.

    Examples
    --------
    >>> fold("Évincé")
    'evince'
    """
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def _is_same_fact(one: Event, other: Event) -> bool:
    """Tell events that a reader takes for one.

    They have one type and the same people or one headline, and no dates that differ; or one only carries the other:
    "may replace", "announced the resignation".
    """
    alike = one.label == other.label or (one.type != "Other" and one.participants == other.participants)
    if alike and one.type == other.type and (one.participants or one.label == other.label):
        return not (_ends_before(one, other) or _ends_before(other, one))
    first, second = (one, other) if one.trigger.start < other.trigger.start else (other, one)
    return first.timeml_class in CARRIERS and first.passage == second.passage and _is_next(first, second)


def _ends_before(one: Event, other: Event) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest <= other.earliest


def _is_next(first: Event, second: Event) -> bool:
    """Tell whether at most three words stand between two triggers of a sentence, and no stop."""
    start = first.passage.start
    between = first.passage.text[first.trigger.end - start : second.trigger.start - start]
    return len(between.split()) <= 3 and not any(mark in between for mark in ",;:.()")


def _entities_called(story: Timeline, who: str | Entity) -> tuple[Entity, ...]:
    if isinstance(who, Entity):
        return (who,)
    folded = fold(who)
    found = tuple(
        entity
        for entity in story.entities
        if who == entity.id or folded in {fold(name) for name in (entity.name, *entity.aliases)}
    )
    if not found:
        names = ", ".join(entity.name for entity in story.entities) or "nobody"
        raise UnknownItemError(f"No entity is called {who!r}; this timeline has {names}.")
    return found


def _calendar_interval(date: str | Date) -> tuple[datetime, datetime]:
    if isinstance(date, str) and len(date) == 4 and date.isdigit():
        return datetime(int(date), 1, 1), datetime(int(date) + 1, 1, 1)
    if isinstance(date, str) and len(date) == 7:
        first = parse_reference_date(f"{date}-01")
        assert first is not None
        return first, (first + timedelta(days=31)).replace(day=1)
    day = parse_reference_date(date)
    if day is None:
        raise InvalidDateError("on() needs a date, such as '2023-11-17'.")
    day = day.replace(hour=0, minute=0, second=0, microsecond=0)
    return day, day + timedelta(days=1)
