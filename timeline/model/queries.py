"""Selections over a timeline's events."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date as Date
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from timeline.errors import UnknownItemError
from timeline.model.dates import calendar_interval, moment_of
from timeline.model.entity import Entity
from timeline.model.event import FACTUALITIES, Event
from timeline.model.events import Events
from timeline.model.highlighting import highlights
from timeline.model.who import entities_called, fold

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

_STEM = 2  # letters at the end of a word that its forms may change

AnyDate = str | Date | datetime


def find(story: Timeline, text: str, related: Collection[str] = ()) -> Events:
    """Return the events that words mean.

    Parameters
    ----------
    story : Timeline
    text : str
        Words, all of which stand in the headline, in a mention or its dictionary form, or in the type.
    related : collection of str
        Dictionary forms, folded, that mean the same; see `timeline.languages.families`.
    """
    needles = fold(text).split()
    return Events((event for event in story.events if _is_meant(event, needles, related)), lang=story.language)


def selected(
    story: Timeline,
    *,
    involving: str | Entity | Iterable[str | Entity] | None = None,
    between: AnyDate | tuple[AnyDate, AnyDate] | None = None,
    type: str | Iterable[str] | None = None,
    factuality: str | Iterable[str] | None = None,
    n: int | None = None,
) -> Events:
    """Return the events that meet every condition given; see `Timeline.select`."""
    events = list(story.events)
    if involving is not None:
        events = _with_all(events, story, involving)
    if between is not None:
        start, end = tuple(map(moment_of, between)) if isinstance(between, tuple) else calendar_interval(between)
        events = [event for event in events if _lies_in(event, start, end)]
    if type is not None:
        types = [fold(name) for name in _several(type)]
        events = [event for event in events if any(_is_of_type(fold(event.type), name) for name in types)]
    if factuality is not None:
        standings = _known_standings(_several(factuality))
        events = [event for event in events if event.factuality in standings]
    found = Events(events, lang=story.language)
    return found if n is None else highlights(found, n, spread=bool(story.parts))


def _with_all(events: list[Event], story: Timeline, who: str | Entity | Iterable[str | Entity]) -> list[Event]:
    each = [who] if isinstance(who, str | Entity) else list(who)
    wanted = [entities_called(story.entities, one) for one in each]
    return [event for event in events if all(takes_part(event, entities) for entities in wanted)]


def summary(story: Timeline) -> str:
    """Return one line with counts and extent."""
    if story.error is not None:
        return f"<Timeline: not read, {type(story.error).__name__}>"
    starts = [event.earliest for event in story.events if event.time and event.time.resolved and event.earliest]
    ends = [event.latest for event in story.events if event.time and event.time.resolved and event.latest]
    extent = f", {min(starts):%Y-%m-%d} to {max(ends) - timedelta(seconds=1):%Y-%m-%d}" if starts and ends else ""
    counts = f"{len(story.events)} events, {len(story.entities)} entities, {len(story.times)} times"
    return f"<Timeline: {counts}{extent}>"


def within(story: Timeline, start: datetime, end: datetime) -> Events:
    """Return the events whose bounds lie within ``[start, end)``."""
    return Events((event for event in story.events if _lies_in(event, start, end)), lang=story.language)


def sharing(story: Timeline, start: datetime, end: datetime) -> Events:
    """Return the events that certainly share some time with ``[start, end)``.

    They lie within it, or have begun before its end and are not over at its beginning.
    """

    def shares(event: Event) -> bool:
        begun, lasts = story.graph.intervals.core(event.id)
        return begun is not None and lasts is not None and begun < end and start < lasts

    return Events(
        (event for event in story.events if _lies_in(event, start, end) or shares(event)), lang=story.language
    )


def _lies_in(event: Event, start: datetime, end: datetime) -> bool:
    return event.earliest is not None and event.latest is not None and start <= event.earliest and event.latest <= end


def takes_part(event: Event, entities: Collection[Entity]) -> bool:
    """Tell whether an event has one of some entities among its participants or as its source."""
    ids = {entity.id for entity in entities}
    players = [event.source, *(player for players in event.participants.values() for player in players)]
    return any(isinstance(player, Entity) and player.id in ids for player in players)


def _is_meant(event: Event, needles: Collection[str], related: Collection[str]) -> bool:
    mentions = event.mentions or (event.trigger,)
    text = fold(" ".join([event.label, event.type, *(f"{mention.text} {mention.lemma}" for mention in mentions)]))
    if all(needle in text for needle in needles):
        return True
    words = {fold(word) for mention in mentions for word in (mention.text, mention.lemma) if word}
    return any(_is_form(word, lemma) for word in words for lemma in related)


def _is_form(word: str, lemma: str) -> bool:
    """Tell whether a word may be a form of another: a parser's lemma may be wrong where the word itself is not."""
    stem = lemma[: len(lemma) - _STEM]
    return word == lemma or (len(stem) > _STEM and word.startswith(stem) and len(word) <= len(lemma) + _STEM)


def _is_of_type(type_: str, wanted: str) -> bool:
    """Tell whether a type is the one asked for, a subtype of it, or has it as its subtype."""
    return type_ == wanted or type_.startswith(f"{wanted}.") or type_.endswith(f".{wanted}")


def _several(names: str | Iterable[str]) -> list[str]:
    return [names] if isinstance(names, str) else list(names)


def _known_standings(names: list[str]) -> frozenset[str]:
    unknown = [name for name in names if name not in FACTUALITIES]
    if unknown:
        raise UnknownItemError(f"No factuality is called {unknown[0]!r}; there are {', '.join(FACTUALITIES)}.")
    return frozenset(names)
