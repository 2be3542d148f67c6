"""What pictures and pages say where documents disagree, and where a proposal stands behind an event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from timeline.display.words import Words
from timeline.errors import InvalidDateError
from timeline.languages.dates import interval_text
from timeline.model.conflict import Conflict, Version
from timeline.model.dates import calendar_interval
from timeline.model.event import Event
from timeline.model.timeline import Timeline

SIGN = "≠"
Disputes = Mapping[str, tuple[Conflict, ...]]


def disputes_of(story: Timeline) -> Disputes:
    """Return the conflicts of a merged story by the id of the event they are about.

    Examples
    --------
    >>> disputes_of(Timeline())
    {}
    """
    found: dict[str, tuple[Conflict, ...]] = defaultdict(tuple)
    for conflict in story.conflicts() if story.parts else ():
        found[conflict.event.id] += (conflict,)
    return dict(found)


def version_text(conflict: Conflict, version: Version, words: Words) -> str:
    """Return what some documents say, as a reader writes it: a day, a number, a name, or how sure it is."""
    if conflict.kind == "denial":
        return words.factuality(version.value)
    days = _days(version) if conflict.kind == "date" else None
    return interval_text(*days, words.code) if days else version.value


def rejected_text(conflicts: Sequence[Conflict], words: Words) -> str:
    """Return what is not shown, behind the sign of a dispute; empty where nothing is disputed.

    Examples
    --------
    >>> from timeline.display.words import words_in
    >>> rejected_text([], words_in("fr"))
    ''
    """
    said = [version_text(conflict, version, words) for conflict in conflicts for version in conflict.rejected]
    return f"{SIGN} {', '.join(dict.fromkeys(said))}" if said else ""


def other_days(conflicts: Sequence[Conflict]) -> list[datetime]:
    """Return where the days begin that documents give and the story does not show."""
    dates = [conflict for conflict in conflicts if conflict.kind == "date"]
    days = (_days(version) for conflict in dates for version in conflict.rejected)
    return [start for start, _ in filter(None, days)]


def is_proposed(event: Event) -> bool:
    """Tell whether a proposal stands behind an event, alone or beside the text's own words."""
    return event.origin != "text"


def _days(version: Version) -> tuple[datetime, datetime] | None:
    try:
        return calendar_interval(version.value)
    except InvalidDateError:  # a season, a night: told in the form that the model writes it
        return None
