"""iCalendar (RFC 5545), for calendar programs."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from timeline.display.words import Words, words_of
from timeline.formats.dated import DatedEvent, every_dated, warn_of
from timeline.formats.extras import need
from timeline.formats.files import save
from timeline.formats.saying import said_of, title_of
from timeline.model.event import Event
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
    """Return the events that are told to the day as an iCalendar, and write it to `path` when one is given.

    Days are whole days (``VALUE=DATE``, the end exclusive); hours and minutes are floating local times. An event of
    « en mars » lies somewhere in March and did not last for it, so a calendar cannot hold it: the calendar counts it in
    ``X-TIMELINE-LEFT-OUT``, and tells it in ``X-TIMELINE-UNDATED``, a line an event. Words are the text's language's.
    ``UID`` and ``DTSTAMP`` come from the story and its reference date, never from the clock.

    Raises
    ------
    MissingExtraError
        When icalendar is not installed.

    Warns
    -----
    TimelineWarning
        When events have no day and were left out.
    """
    icalendar = need("icalendar", "icalendar")
    words, dated = words_of(story), {item.event.id: item for item in every_dated(story) if item.to_the_day}
    left_out = [event for event in story.events if event.id not in dated]
    warn_of(len(left_out), len(story.events), "no day", "iCalendar")
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//timeline//timeline//{words.code.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _line(title_of(story, words)))
    _count(calendar, left_out, words)
    stamp = (story.reference_date or _EPOCH).replace(tzinfo=timezone.utc)
    names = "|".join(document.id for document in story.documents)
    story_name = hashlib.sha1(names.encode("utf8", "replace"), usedforsecurity=False).hexdigest()[:16]
    for item in dated.values():
        entry = icalendar.Event()
        entry.add("uid", f"{item.event.id}-{story_name}@timeline")
        entry.add("dtstamp", stamp)
        _fill(entry, item, words)
        calendar.add_component(entry)
    text: str = calendar.to_ical().decode("utf8")
    return save(text, path)


def _count(calendar: Any, left_out: Sequence[Event], words: Words) -> None:
    calendar.add("x-timeline-left-out", str(len(left_out)))
    for event in left_out:
        calendar.add("x-timeline-undated", _line(words("pair").format(name=words.when(event), value=event.label)))


def _fill(entry: Any, dated: DatedEvent, words: Words) -> None:
    event = dated.event
    if dated.by_the_clock:
        entry.add("dtstart", dated.start)
        if dated.end > dated.start:
            entry.add("dtend", dated.end)
    else:
        entry.add("dtstart", dated.start.date())
        entry.add("dtend", dated.last_day + timedelta(days=1))
    language = {"LANGUAGE": words.code}
    entry.add("summary", _printable(event.label), parameters=language)
    entry.add("description", _printable("\n".join(said_of(event, words))), parameters=language)
    entry.add("categories", [words.type(event.type), words.factuality(event.factuality)])
    entry.add("status", _STATUS[event.factuality])
    entry.add("transp", "TRANSPARENT")


def _line(text: str) -> str:
    """Return `text` on one line, as a property that RFC 5545 does not know must stand."""
    return _printable(" ".join(text.split()))


def _printable(text: str) -> str:
    """Return `text` without control characters, which RFC 5545 3.3.11 forbids, nor halves of surrogate pairs."""
    kept = "".join(char if char in "\n\t" or char >= " " else " " for char in text)
    return kept.encode("utf8", "replace").decode("utf8").replace("\x7f", " ")
