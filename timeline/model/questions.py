"""Questions whose answer is events, a part of the story, or what its documents say, each a method of `Timeline`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Date
from datetime import datetime
from typing import TYPE_CHECKING

from timeline.model import queries
from timeline.model.changes import Changes
from timeline.model.conflict import Conflict
from timeline.model.copy import Copy
from timeline.model.dates import calendar_interval, moment_of
from timeline.model.entity import Entity
from timeline.model.events import Events
from timeline.model.highlighting import highlights as highlighted
from timeline.model.snapshot import Snapshot
from timeline.model.tenure import Tenure
from timeline.model.who import entities_called

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline


def between(story: Timeline, start: str | Date | datetime, end: str | Date | datetime) -> Events:
    """Return the events that certainly lie within the half-open interval ``[start, end)``.

    Parameters
    ----------
    start, end : str, date or datetime
        In every form that `on` takes: ``"2018"`` and ``"2018-06"`` stand for their first instant.

    Returns
    -------
    Events
        In time order.

    Raises
    ------
    InvalidDateError

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg a quitté Volta vendredi. Elle a fondé Nordis lundi."
    >>> story = timeline.extract(text, date="2023-11-21", lang="fr")
    >>> len(story.between("2023-11", "2023-12")), len(story.between("2023-11-18", "2024"))
    (2, 1)
    """
    return queries.within(story, moment_of(start), moment_of(end))


def on(story: Timeline, date: str | Date | datetime) -> Events:
    """Return the events that certainly lie within one day, or within the month or year given as ``"2023-11"``.

    Parameters
    ----------
    date : str, date or datetime
        ``"2018"``, ``"2018-06"``, ``"2018-06-01"``, or a date; naive.

    Returns
    -------
    Events
        In time order.

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg a quitté Volta vendredi. Elle a fondé Nordis lundi."
    >>> story = timeline.extract(text, date="2023-11-21", lang="fr")
    >>> [event.trigger.text for event in story.on("2023-11-17")]
    ['quitté']
    """
    return queries.within(story, *calendar_interval(date))


def involving(story: Timeline, who: str | Entity) -> Events:
    """Return the events in which an entity takes part.

    Parameters
    ----------
    who : str or Entity
        The entity, its id, any of its names, or a part of one in whole words, such as a surname; case and accents
        do not count.

    Returns
    -------
    Events
        In time order.

    Raises
    ------
    UnknownItemError
        When nobody is called so; the message says who has a name like it.

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg a quitté Volta vendredi. Elle a fondé Nordis lundi."
    >>> story = timeline.extract(text, date="2023-11-21", lang="fr")
    >>> len(story.involving("Berg")), len(story.involving("Nordis"))
    (2, 1)
    """
    wanted = entities_called(story.entities, who)
    return Events((event for event in story.events if queries.takes_part(event, wanted)), lang=story.language)


def find(story: Timeline, text: str) -> Events:
    """Return the events that words mean.

    The words stand in the headline, in a mention, in its dictionary form or in the type, or the event is told by a
    word of the same family: « limoger » also finds « évincé ». Case and accents do not count.

    Parameters
    ----------
    text : str
        One word or several, all of which must be meant.

    Returns
    -------
    Events
        In time order.

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg a quitté Volta vendredi. Elle a fondé Nordis lundi."
    >>> story = timeline.extract(text, date="2023-11-21", lang="fr")
    >>> [event.trigger.text for event in story.find("quitter")]
    ['quitté']
    """
    from timeline.languages.families import family

    return queries.find(story, text, family(story.language or "", text))


def highlights(story: Timeline, n: int = 10) -> Events:
    """Return the `n` most salient events, in time order, each fact once: of those with one headline, the most salient.

    In a merged story they are spread over its days, and of a story of months what later documents come back to counts.

    Parameters
    ----------
    n : int, optional
        How many at most.

    Returns
    -------
    Events
        In time order.

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg a quitté Volta vendredi. Elle a fondé Nordis lundi."
    >>> story = timeline.extract(text, date="2023-11-21", lang="fr")
    >>> len(story.highlights(1))
    1
    """
    return highlighted(Events(story.events, lang=story.language), n, spread=bool(story.parts))


def select(
    story: Timeline,
    *,
    involving: str | Entity | Iterable[str | Entity] | None = None,
    between: str | Date | datetime | tuple[str | Date | datetime, str | Date | datetime] | None = None,
    type: str | Iterable[str] | None = None,
    factuality: str | Iterable[str] | None = None,
    n: int | None = None,
) -> Timeline:
    """Return the part of the story that meets every condition given, to be shown, exported or asked again.

    Parameters
    ----------
    involving : str, Entity or iterable of them, optional
        Who takes part, as in the method `involving`; all of several.
    between : date or pair of dates, optional
        A day, month or year as in `on`, or the two ends of `between`.
    type : str or iterable of str, optional
        ``"Personnel.End-Position"``, all of ``"Personnel"``, or a subtype ``"End-Position"``; any of several.
    factuality : str or iterable of str, optional
        Any of several.
    n : int, optional
        Of what is left the `n` most salient, as in `highlights`.

    Returns
    -------
    Timeline
        With the entities and times of the whole.

    Raises
    ------
    UnknownItemError, InvalidDateError

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg a quitté Volta vendredi. Elle a fondé Nordis lundi."
    >>> story = timeline.extract(text, date="2023-11-21", lang="fr")
    >>> story.select(involving="Volta", between="2023", factuality="factual", n=5)
    <Timeline: 1 events, 3 entities, 2 times, 2023-11-17 to 2023-11-17>
    """
    found = queries.selected(story, involving=involving, between=between, type=type, factuality=factuality, n=n)
    return story.part(found)


def as_of(story: Timeline, date: str | Date | datetime) -> Snapshot:
    """Return what held on a day, in a month or in a year, and who held which office then; see `Snapshot`.

    Parameters
    ----------
    date : str, date or datetime
        ``"2018"``, ``"2018-06"``, ``"2018-06-01"``, or a date; naive.

    Returns
    -------
    Snapshot
        Events and tenures.

    Raises
    ------
    InvalidDateError

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg est directrice générale de Volta depuis mars 2021."
    >>> timeline.extract(text, date="2023-11-21", lang="fr").as_of("2022").roles
    (<Tenure Anna Berg 'directrice générale' Volta current since 2021-03>,)
    """
    from timeline.reasoning.snapshots import snapshot

    return snapshot(story, *calendar_interval(date))


def roles(story: Timeline) -> tuple[Tenure, ...]:
    """Return who held which role where, and when; see `Tenure`.

    Returns
    -------
    tuple of Tenure
        By person, as first named.

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg est directrice générale de Volta depuis mars 2021."
    >>> timeline.extract(text, date="2023-11-21", lang="fr").roles()
    (<Tenure Anna Berg 'directrice générale' Volta current since 2021-03>,)
    """
    from timeline.reasoning.tenures import tenures

    return tenures(story)


def conflicts(story: Timeline) -> tuple[Conflict, ...]:
    """Return where the documents of a merged story disagree: each version, its documents and words, what is shown.

    Returns
    -------
    tuple of Conflict
        Empty for a story of one document.

    Examples
    --------
    >>> import timeline
    >>> one, two = (
    ...     timeline.extract(timeline.Document(text, id=day, date=day, lang="fr"))
    ...     for text, day in (
    ...         ("Anna Berg a quitté Volta le 17 novembre 2023.", "2023-11-20"),
    ...         ("Anna Berg a quitté Volta le 18 novembre 2023. Volta a nommé Paul Klein mardi.", "2023-11-22"),
    ...     )
    ... )
    >>> story = timeline.merge([one, two])
    >>> story.conflicts()
    (<Conflict date e1 'Anna Berg quitte Volta' 2023-11-17 / 2023-11-18>,)
    """
    from timeline.merging.conflicts import conflicts

    return conflicts(story)


def since(story: Timeline, date: str | Date | datetime) -> Changes:
    """Return what documents published on a day or later added to the earlier ones, moved or withdrew.

    Parameters
    ----------
    date : str, date or datetime
        ``"2018"``, ``"2018-06"``, ``"2018-06-01"``, or a date; naive.

    Returns
    -------
    Changes
        Each with what was told before and what is told now.

    Raises
    ------
    InvalidDateError
        When `date` is no date.

    Examples
    --------
    >>> import timeline
    >>> one, two = (
    ...     timeline.extract(timeline.Document(text, id=day, date=day, lang="fr"))
    ...     for text, day in (
    ...         ("Anna Berg a quitté Volta le 17 novembre 2023.", "2023-11-20"),
    ...         ("Anna Berg a quitté Volta le 18 novembre 2023. Volta a nommé Paul Klein mardi.", "2023-11-22"),
    ...     )
    ... )
    >>> story = timeline.merge([one, two])
    >>> [change.kind for change in story.since("2023-11-21")]
    ['moved', 'added']
    """
    from timeline.merging.changes import changes_since

    return changes_since(story, date)


def copies(story: Timeline) -> tuple[Copy, ...]:
    """Return which documents repeat an earlier one: a dispatch that is printed again counts once.

    Returns
    -------
    tuple of Copy
        Empty where every document is its own.

    Examples
    --------
    >>> import timeline
    >>> text = "Le conseil de Volta a évincé vendredi sa directrice générale Anna Berg."
    >>> papers = [timeline.Document(text, id=id, date="2023-11-20", lang="fr") for id in ("monde", "temps")]
    >>> timeline.merge(map(timeline.extract, papers)).copies()
    (<Copy temps of monde 100%>,)
    """
    from timeline.merging.copies import find_copies

    return tuple(find_copies(story.documents).documents.values())
