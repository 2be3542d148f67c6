"""Questions about order, each a method of `Timeline`: what was before what, and why we believe it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as Date
from datetime import datetime
from typing import TYPE_CHECKING

from timeline.model import queries
from timeline.model.dates import calendar_interval, iso_date, parse_reference_date
from timeline.model.event import Event
from timeline.model.events import Events
from timeline.model.explanation import Explanation
from timeline.model.time import TimeValue

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

Item = Event | TimeValue | str


def order(story: Timeline) -> list[tuple[Event, ...]]:
    """Return the events in groups, earliest first; the members of a group cannot be told apart in time.

    Returns
    -------
    list of tuple of Event
        The groups; each event is in one.

    Examples
    --------
    >>> import timeline
    >>> text = "Paul Klein dirige Volta depuis que le conseil a évincé Anna Berg vendredi. Berg a fondé Nordis lundi."
    >>> story = timeline.extract(text, date="2023-11-21", lang="fr")
    >>> [event.trigger.text for group in story.order() for event in group][-1]
    'fondé'
    """
    return story.graph.groups()


def relation(story: Timeline, a: Item, b: Item) -> str | None:
    """Return the TimeML relation of `a` to `b`, or None when the text does not tell.

    Parameters
    ----------
    a, b : Event, TimeValue or str
        Or their ids; ``"t0"`` is the reference date.

    Returns
    -------
    str or None
        A name of `Relation.type`, read from `a` to `b`.

    Raises
    ------
    UnknownItemError
        When an id is not in the timeline.

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg a quitté Volta vendredi. Elle a fondé Nordis lundi."
    >>> story = timeline.extract(text, date="2023-11-21", lang="fr")
    >>> story.relation("e1", "e2"), story.relation("e2", "t0")
    ('BEFORE', 'BEFORE')
    """
    return story.graph.relation(_node(story, a), _node(story, b))


def before(story: Timeline, event: Item) -> Events:
    """Return the events known to end before `event` begins, in order.

    Parameters
    ----------
    event : Event, TimeValue or str
        The event or time, or its id.

    Returns
    -------
    Events
        None of those that the text leaves open.

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg a quitté Volta vendredi. Elle a fondé Nordis lundi."
    >>> story = timeline.extract(text, date="2023-11-21", lang="fr")
    >>> [event.trigger.text for event in story.before("e2")]
    ['quitté']
    """
    node = _node(story, event)
    return _those(story, [other for other in story.events if story.graph.is_before(other.id, node)])


def after(story: Timeline, event: Item) -> Events:
    """Return the events known to begin after `event` ends, in order.

    Parameters
    ----------
    event : Event, TimeValue or str
        The event or time, or its id.

    Returns
    -------
    Events
        None of those that the text leaves open.

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg a quitté Volta vendredi. Elle a fondé Nordis lundi."
    >>> story = timeline.extract(text, date="2023-11-21", lang="fr")
    >>> [event.trigger.text for event in story.after("e1")]
    ['fondé']
    """
    node = _node(story, event)
    return _those(story, [other for other in story.events if story.graph.is_before(node, other.id)])


def during(story: Timeline, item: Item | Date) -> Events:
    """Return the other events known to lie within an event or a time, in order (Allen's s, d, f and =).

    Parameters
    ----------
    item : Event, TimeValue, str, date or datetime
        An event or a time, the id of one, or a day, month or year as `on` takes it.

    Returns
    -------
    Events
        None of those that the text leaves open.

    Raises
    ------
    UnknownItemError, InvalidDateError

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> [time.mention.text for time in story.times], len(story.during("t1")), len(story.during("2023-11"))
    (['vendredi'], 1, 1)
    """
    if isinstance(item, Date) or (isinstance(item, str) and _is_date(item)):
        return queries.within(story, *calendar_interval(item))
    node, graph = _node(story, item), story.graph.intervals
    return _those(story, [other for other in story.events if other.id != node and graph.is_within(other.id, node)])


def overlaps(story: Timeline, item: Item | Date) -> Events:
    """Return the other events known to share some time with an event, a time or a date, in order; see `during`.

    Parameters
    ----------
    item : Event, TimeValue, str, date or datetime
        An event, a time, the id of one, or a date as `on` takes it.

    Returns
    -------
    Events
        None of those that the text leaves open.

    Raises
    ------
    UnknownItemError, InvalidDateError

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> len(story.overlaps("t1")), len(story.overlaps("2023-11-17")), len(story.overlaps("t0"))
    (1, 1, 0)
    """
    if isinstance(item, Date) or (isinstance(item, str) and _is_date(item)):
        return queries.sharing(story, *calendar_interval(item))
    node, graph = _node(story, item), story.graph.intervals
    return _those(story, [other for other in story.events if other.id != node and graph.shares_time(other.id, node)])


def explain(story: Timeline, a: Item, b: Item | None = None) -> Explanation:
    """Return the chain of evidence behind the relation of `a` to `b`, or behind the date of `a` alone.

    Its `str` tells it in words, a line a step; a notebook shows it as a list.

    Parameters
    ----------
    a : Event, TimeValue or str
        What is asked about, or its id.
    b : Event, TimeValue or str, optional
        What it is compared with; without it, the date of `a` is explained.

    Returns
    -------
    Explanation
        Its ``str`` is the chain in words.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> print(str(story.explain("e1")).splitlines()[0])
    « quitté » (e1) : ven. 17 nov. 2023
    """
    from timeline.display.explanation import explain_date, explain_relation

    if b is None:
        return explain_date(story, _node(story, a))
    return explain_relation(story, _node(story, a), _node(story, b))


def anchored(story: Timeline, date: str | Date | datetime | None) -> Timeline:
    """Return the same story told from another reference date, without reading the text again.

    Parameters
    ----------
    date : str, date, datetime or None
        The day, or naive moment, that « hier » counts from.

    Returns
    -------
    Timeline
        A new one; this one stays as it is. What one document plans or tells as done stands anew by the date; events of
        several documents keep their standing, which each document's own day gave.

    Raises
    ------
    InvalidDateError
        When `date` cannot be read.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta hier.", lang="fr")
    >>> story["e1"].time, story.anchored("2023-11-21")["e1"].time
    (<TimeValue t1 DATE XXXX-XX-XX 'hier'>, <TimeValue t1 DATE 2023-11-20 'hier'>)
    """
    from timeline.reasoning.standing import standing_by_date
    from timeline.reasoning.story import assemble

    reference = parse_reference_date(date)
    documents = story.documents
    if len(documents) != 1:
        return assemble(replace(story, reference_date=reference))
    documents = (replace(documents[0], date=iso_date(date)),)
    return assemble(standing_by_date(replace(story, documents=documents, reference_date=reference)))


def _is_date(text: str) -> bool:
    """Tell a date from an id, which begins with a letter."""
    return text.strip()[:1].isdigit()


def _node(story: Timeline, item: Item) -> str:
    key = item if isinstance(item, str) else item.id
    return key if key == "t0" else story[key].id


def _those(story: Timeline, events: list[Event]) -> Events:
    return Events(events, lang=story.language)
