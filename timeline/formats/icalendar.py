"""iCalendar (RFC 5545), for calendar programs."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from timeline.formats.dated import DatedEvent, dated_events
from timeline.formats.extras import need
from timeline.formats.files import save
from timeline.formats.table import participants_text
from timeline.model.timeline import Timeline

# RFC 5545 3.8.1.11: what is certain, what is not, and what is called off.
_STATUS = {
    "factual": "CONFIRMED",
    "reported": "TENTATIVE",
    "possible": "TENTATIVE",
    "future": "TENTATIVE",
    "negated": "CANCELLED",
    "counterfactual": "CANCELLED",
}
_EPOCH = datetime(1970, 1, 1)


def to_icalendar(story: Timeline, path: str | Path | None = None) -> str:
    """Return the dated events as an iCalendar, and write it to `path` when one is given.

    Days, months and the like are whole days (``VALUE=DATE``, the end exclusive); hours and minutes are floating local
    times. ``UID`` and ``DTSTAMP`` come from the story and its reference date, never from the clock.

    Raises
    ------
    MissingExtraError
        When icalendar is not installed.

    Warns
    -----
    TimelineWarning
        When events have no date and were left out.
    """
    icalendar = need("icalendar", "icalendar")
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//timeline//timeline//EN")
    calendar.add("version", "2.0")
    stamp = (story.reference_date or _EPOCH).replace(tzinfo=timezone.utc)
    names = "|".join(document.id for document in story.documents)
    story_name = hashlib.sha1(names.encode("utf8", "replace"), usedforsecurity=False).hexdigest()[:16]
    for dated in dated_events(story, "iCalendar"):
        entry = icalendar.Event()
        entry.add("uid", f"{dated.event.id}-{story_name}@timeline")
        entry.add("dtstamp", stamp)
        _fill(entry, dated)
        calendar.add_component(entry)
    text: str = calendar.to_ical().decode("utf8")
    return save(text, path)


def _fill(entry: Any, dated: DatedEvent) -> None:
    event = dated.event
    if dated.by_the_clock:
        entry.add("dtstart", dated.start)
        if dated.end > dated.start:
            entry.add("dtend", dated.end)
    else:
        entry.add("dtstart", dated.start.date())
        entry.add("dtend", dated.last_day + timedelta(days=1))
    entry.add("summary", _printable(event.label))
    described = "\n".join(part for part in (event.sentence, participants_text(event)) if part)
    entry.add("description", _printable(described))
    entry.add("categories", [event.type, event.factuality])
    entry.add("status", _STATUS[event.factuality])
    entry.add("transp", "TRANSPARENT")


def _printable(text: str) -> str:
    """Return `text` without control characters, which RFC 5545 3.3.11 forbids, nor halves of surrogate pairs."""
    kept = "".join(char if char in "\n\t" or char >= " " else " " for char in text)
    return kept.encode("utf8", "replace").decode("utf8").replace("\x7f", " ")
