"""Corrections of a story, each a method of `Timeline` that gives a new story with the edit in its log.

The library reads no clock: who corrects, when and why is what the caller says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date as Date
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import UnknownItemError
from timeline.model.dates import moment_text
from timeline.model.edit import Edit
from timeline.model.event import Event
from timeline.model.mention import Mention

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline


def without(story: Timeline, event: Event | str, *, by: str = "", at: str | datetime = "", note: str = "") -> Timeline:
    """Return the story without an event, and with that in its log.

    Parameters
    ----------
    event : Event or str
        The event or its id.
    by, at, note : str, optional
        Who corrects, when and why; the library reads no clock, so the caller gives the time.

    Returns
    -------
    Timeline
        A new one; this one stays as it is.

    Raises
    ------
    UnknownItemError
        When it is no event of this story.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta lundi.", date="2023-11-21", lang="fr")
    >>> corrected = story.without("e1", by="desk", note="Wrong company.")
    >>> len(corrected), corrected.edits
    (0, (<Edit without 'quitté' desk>,))
    """
    from timeline.reasoning import edits

    found = _event(story, event)
    edit = Edit(kind="without", target=edits.target_of(found), by=by, at=moment_text(at), note=note)
    return _logged(story, edits.without(story, found), edit)


def relabelled(
    story: Timeline, event: Event | str, text: str, *, by: str = "", at: str | datetime = "", note: str = ""
) -> Timeline:
    """Return the story with another headline for an event; see `without` for the options.

    Parameters
    ----------
    event : Event or str
        The event, or its id.
    text : str
        The headline.
    by, at, note : str, optional
        Who corrects, when and why, for the log; see `without`.

    Returns
    -------
    Timeline
        A new one; this one stays as it is.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta lundi.", date="2023-11-21", lang="fr")
    >>> story.relabelled("e1", "Berg quitte Volta")["e1"].label
    'Berg quitte Volta'
    """
    from timeline.reasoning import edits

    found = _event(story, event)
    target = edits.target_of(found)
    edit = Edit(kind="relabelled", target=target, value=text, by=by, at=moment_text(at), note=note)
    return _logged(story, edits.relabelled(story, found, text), edit)


def redated(
    story: Timeline,
    event: Event | str,
    when: str | Date | datetime | None,
    *,
    by: str = "",
    at: str | datetime = "",
    note: str = "",
) -> Timeline:
    """Return the story with another date for an event, and the order settled again.

    Parameters
    ----------
    event : Event or str
    when : str, date, datetime or None
        A year, month, day or minute as `on` takes them; None takes its date away.
    by, at, note : str, optional
        As in `without`.

    Returns
    -------
    Timeline
        A new one; this one stays as it is.

    Raises
    ------
    UnknownItemError, InvalidDateError

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta lundi.", date="2023-11-21", lang="fr")
    >>> story.redated("e1", "2023-11-18")["e1"].time
    <TimeValue t2 DATE 2023-11-18>
    """
    from timeline.reasoning import edits

    found = _event(story, event)
    target = edits.target_of(found)
    value = when if isinstance(when, str) else moment_text(when or "")
    edit = Edit(kind="redated", target=target, value=value, by=by, at=moment_text(at), note=note)
    return _logged(story, edits.redated(story, found, when), edit)


def joined(
    story: Timeline, a: Event | str, b: Event | str, *, by: str = "", at: str | datetime = "", note: str = ""
) -> Timeline:
    """Return the story with two events made one, told as the first of them; see `without` for the options.

    Parameters
    ----------
    a, b : Event or str
        The events, or their ids.
    by, at, note : str, optional
        Who corrects, when and why, for the log; see `without`.

    Returns
    -------
    Timeline
        A new one; this one stays as it is.

    Raises
    ------
    UnknownItemError, EditError

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg a quitté Volta lundi. Ce départ a surpris Volta."
    >>> story = timeline.extract(text, date="2023-11-21", lang="fr")
    >>> first, *others = story.events
    >>> len(story) - len(story.joined(first, others[-1]))
    1
    """
    from timeline.reasoning import edits

    one, two = _event(story, a), _event(story, b)
    target, other = edits.target_of(one), edits.target_of(two)
    edit = Edit(kind="joined", target=target, other=other, by=by, at=moment_text(at), note=note)
    return _logged(story, edits.joined(story, one, two), edit)


def split(
    story: Timeline, event: Event | str, mention: Mention, *, by: str = "", at: str | datetime = "", note: str = ""
) -> Timeline:
    """Return the story with one mention of an event made an event of its own; see `without` for the options.

    Parameters
    ----------
    event : Event or str
        The event, or its id.
    mention : Mention
        One of its mentions.
    by, at, note : str, optional
        Who corrects, when and why, for the log; see `without`.

    Returns
    -------
    Timeline
        A new one; this one stays as it is.

    Raises
    ------
    UnknownItemError, EditError

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg a quitté Volta lundi. Paul Klein a quitté Nordis."
    >>> story = timeline.extract(text, date="2023-11-21", lang="fr")
    >>> one = story.joined(*story.find("quitter"))
    >>> len(one), len(one.split(one[0], one[0].mentions[1]))
    (1, 2)
    """
    from timeline.reasoning import edits
    from timeline.reasoning.passages import Passages

    found = _event(story, event)
    target, other = edits.target_of(found), edits.part_of(found, mention, Passages(story))
    edit = Edit(kind="split", target=target, other=other, by=by, at=moment_text(at), note=note)
    return _logged(story, edits.split(story, found, mention), edit)


def replayed(story: Timeline, edits: Iterable[Edit] | str | Path) -> Timeline:
    """Apply corrections of another reading, such as that of an older version of the text.

    Parameters
    ----------
    edits : iterable of Edit, str or Path
        Another story's `edits`, or the file that the page saved (its path or its JSON).

    Returns
    -------
    Timeline
        What could be applied is in `edits`, what no longer fits in `unfit`.

    Raises
    ------
    FormatError
        When a file holds no edits.

    Examples
    --------
    >>> import timeline
    >>> old = timeline.extract("Anna Berg a quitté Volta lundi.", date="2023-11-21", lang="fr")
    >>> edits = old.relabelled("e1", "Berg quitte Volta").edits
    >>> new = timeline.extract("Surprise : Anna Berg a quitté Volta lundi.", date="2023-11-21", lang="fr")
    >>> new.replayed(edits).find("quitté")[0].label
    'Berg quitte Volta'
    """
    from timeline.formats.edits import read_edits
    from timeline.reasoning import edits as rules

    return rules.replayed(story, read_edits(edits) if isinstance(edits, str | Path) else edits)


def _event(story: Timeline, event: Event | str) -> Event:
    key = event if isinstance(event, str) else event.id
    found = story[key]
    if not isinstance(found, Event):
        raise UnknownItemError(f"{key!r} is no event of this timeline.")
    return found


def _logged(story: Timeline, made: Timeline, edit: Edit) -> Timeline:
    return replace(made, edits=(*story.edits, edit))
