"""Selections over a timeline's events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date as Date
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from timeline.errors import UnknownItemError
from timeline.model.dates import calendar_interval, moment_of
from timeline.model.entity import Entity
from timeline.model.event import FACTUALITIES, Event
from timeline.model.events import Events
from timeline.model.who import entities_called, fold

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

CARRIERS = frozenset({"I_ACTION", "I_STATE", "ASPECTUAL", "REPORTING"})  # TimeML: classes that take an event
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


def highlights(events: Events, n: int, *, spread: bool = False) -> Events:
    """Return the `n` most salient events in the order given, no fact twice as long as there are others.

    Where they are to be `spread`, as in a story of many documents, a day's events beyond its share count for less.
    """
    salience = _spread(events, n) if spread else [event.salience for event in events]
    ranked = sorted(range(len(events)), key=[-value for value in salience].__getitem__)
    chosen: list[int] = []
    again: list[int] = []
    for place in ranked:
        if len(chosen) >= n:
            break
        twice = any(_is_same_fact(events[place], events[other]) for other in chosen)
        (again if twice else chosen).append(place)
    return Events((events[place] for place in sorted([*chosen, *again][: max(n, 0)])), lang=events.lang)


def _spread(events: Events, n: int) -> list[float]:
    """Return the salience of events, halved for each that a day has beyond its share of the `n` to be chosen."""
    days = [when.start.date() if (when := event.when or event.time) and when.start else None for event in events]
    share = -(-n // max(len({*days} - {None}), 1))
    salience = [event.salience for event in events]
    told: Counter[Date] = Counter()
    for place in sorted(range(len(events)), key=[-value for value in salience].__getitem__):
        day = days[place]
        if day is not None:
            salience[place] /= 2 ** max(told[day] - share + 1, 0)
            told[day] += 1
    return salience


def summary(story: Timeline) -> str:
    """Return one line with counts and extent."""
    if story.error is not None:
        return f"<Timeline: not read, {type(story.error).__name__}>"
    starts = [event.earliest for event in story.events if event.time and event.time.resolved and event.earliest]
    ends = [event.latest for event in story.events if event.time and event.time.resolved and event.latest]
    extent = f", {min(starts):%Y-%m-%d} to {max(ends) - timedelta(seconds=1):%Y-%m-%d}" if starts and ends else ""
    counts = f"{len(story.events)} events, {len(story.entities)} entities, {len(story.times)} times"
    return f"<Timeline: {counts}{extent}>"


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
