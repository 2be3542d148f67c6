"""Timelines of target entities out of a merged story, in the form of SemEval-2015 task 4."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from timeline.evaluation.semeval import UNORDERED, EntityTimeline, Line, Sentences
from timeline.evaluation.system import answers, given_stories
from timeline.merging import merge
from timeline.merging.names import key_of
from timeline.model import Document, Entity, Event, Mention, Timeline
from timeline.stages.extraction import extract_many

UNKNOWN = "XXXX-XX-XX"
_DAY, _MONTH, _YEAR = timedelta(days=1), timedelta(days=31), timedelta(days=366)
_DONE = frozenset({"factual", "reported"})  # of what news tells so without a date most is of the day
_ASIDE = frozenset({"place", "related"})  # roles that do not make an event a part of somebody's timeline


def raw_story(documents: Sequence[Sentences], lang: str) -> Timeline:
    """Read and merge the documents of track A."""
    texts = [item.document for item in documents]
    return merge(extract_many([Document(text.text, date=text.date, lang=lang, id=text.id) for text in texts]))


def given_story(documents: Sequence[Sentences], lang: str) -> Timeline:
    """Read and merge the documents of track B: gold events, times as recognised."""
    gold = [item.document for item in documents]
    times = {answer.id: answer.times for answer in answers(gold, lang, stages=("times",))}
    given = [replace(document, times=times[document.id]) for document in gold]
    return merge(story for _, story in given_stories(given, lang))


def entity_timelines(story: Timeline, documents: Sequence[Sentences], entities: Iterable[str]) -> list[EntityTimeline]:
    """Return the timeline of each target entity.

    Parameters
    ----------
    story : Timeline
        Merged from the documents.
    documents : sequence of Sentences
    entities : iterable of str
        The names of the target entities.
    """
    by_id = {item.document.id: item for item in documents}
    return [EntityTimeline(entity, tuple(_lines(story, by_id, entity))) for entity in entities]


def _lines(story: Timeline, documents: Mapping[str, Sentences], entity: str) -> list[Line]:
    told = [(_date(event, documents), event) for event in story if _takes_part(event, entity)]
    dates = {date: start for (date, start), _ in sorted(told, key=_start)}
    ordinals = {date: place for place, date in enumerate((date for date in dates if date != UNKNOWN), start=1)}
    return [
        Line(
            ordinals.get(date, UNORDERED),
            date,
            frozenset(documents[m.document].words(m.start, m.text) for m in event.mentions if m.document in documents),
        )
        for (date, _), event in told
    ]


def _start(item: tuple[tuple[str, datetime], Event]) -> tuple[datetime, str]:
    (date, start), _ = item
    return start, date


def _takes_part(event: Event, entity: str) -> bool:
    return any(
        _is_called(player, entity)
        for role, players in event.participants.items()
        if role not in _ASIDE
        for player in players
    )


def _is_called(player: Entity | Mention, entity: str) -> bool:
    """Tell an entity with the target's name, or a description that ends with it or holds its model's number.

    "The new Airbus A380", "the A380" and "20 of its larger 777 planes" speak of models; "Airbus's rival" is not Airbus.
    """
    wanted = key_of(entity)
    names = (player.name, *player.aliases) if isinstance(player, Entity) else (player.text,)
    if isinstance(player, Entity) and wanted in map(key_of, names):
        return True
    target, models = _words(entity), _models(entity)
    words = [_words(name) for name in names]
    return any(
        (isinstance(player, Mention) and told[-len(target) :] == target) or any(_holds(told, model) for model in models)
        for told in words
    )


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.removesuffix("s") for word in re.findall(r"[\w-]+", name.casefold()))


def _models(entity: str) -> tuple[tuple[str, ...], ...]:
    """Return what a model may be called for short: its number, with the word before where it is short, or its by-name.

    Examples
    --------
    >>> _models("Boeing 787 Dreamliner"), _models("iPhone 4"), _models("General Motors")
    ((('787',), ('dreamliner',)), (('iphone', '4'),), ())
    """
    words = _words(entity)
    numbered = next((place for place, word in enumerate(words) if re.search(r"\d", word)), None)
    if numbered is None:
        return ()
    number = words[numbered : numbered + 1] if len(words[numbered]) > 2 else words[max(numbered - 1, 0) : numbered + 1]
    return number, *((word,) for word in words[numbered + 1 :])


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(words[place : place + len(part)] == part for place in range(len(words)))


def _date(event: Event, documents: Mapping[str, Sentences]) -> tuple[str, datetime]:
    """Return an event's date as the task writes it, and when it begins; of what no text dates, where it is likely."""
    time = event.time
    if time is not None and time.resolved and time.start and time.end:
        return _written(time.start, time.end), time.start
    if event.when is not None:
        day = event.when.day
        return f"{day}" if day else _written(event.when.start, event.when.end), event.when.start
    published = documents[event.trigger.document].document.date
    if event.factuality in _DONE and published:
        return published, datetime.fromisoformat(published)
    return UNKNOWN, datetime(1, 1, 1)


def _written(start: datetime, end: datetime) -> str:
    if end - start <= _DAY:
        return f"{start:%Y-%m-%d}"
    if end - start <= _MONTH:
        return f"{start:%Y-%m}-XX"
    return f"{start:%Y}-XX-XX" if end - start <= _YEAR else UNKNOWN
