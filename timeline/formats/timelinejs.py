"""TimelineJS 3 (Knight Lab): JSON for the timelines of news sites."""

from __future__ import annotations

import json
from datetime import date as Date
from datetime import datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any

from timeline.formats.dated import DatedEvent, dated_events
from timeline.formats.files import save
from timeline.model.event import Event
from timeline.model.granularity import Granularity
from timeline.model.timeline import Timeline

# How many of year, month, day, hour, minute, second a time tells; whatever is not here tells the day.
_PARTS = ("year", "month", "day", "hour", "minute", "second")
_KNOWN = {
    Granularity.SECOND: 6,
    Granularity.MINUTE: 5,
    Granularity.HOUR: 4,
    Granularity.MONTH: 2,
    Granularity.QUARTER: 2,
    Granularity.HALF: 2,
    Granularity.YEAR: 1,
    Granularity.DECADE: 1,
    Granularity.CENTURY: 1,
    Granularity.MILLENNIUM: 1,
}


def to_timelinejs(story: Timeline, path: str | Path | None = None) -> str:
    """Return a timeline as JSON for TimelineJS 3, and write it to `path` when one is given.

    A date keeps the parts that the text gives: « en 2015 » is ``{"year": 2015}``. Texts are escaped, as TimelineJS
    takes them for HTML. The factuality is the group, so that each has its own lane.

    Warns
    -----
    TimelineWarning
        When events have no date and were left out.
    """
    slides = [_slide(dated) for dated in dated_events(story, "TimelineJS")]
    slides += [_ancient(event) for event in story.events if event.time and event.time.timex3.startswith("BC")]
    data: dict[str, Any] = {"events": slides, "scale": "human"}
    titles = [document.title for document in story.documents if document.title]
    if titles:
        data = {"title": {"text": {"headline": escape(titles[0])}}, **data}
    return save(json.dumps(data, ensure_ascii=False, indent=1), path)


def _slide(dated: DatedEvent) -> dict[str, Any]:
    event = dated.event
    known = _KNOWN.get(dated.time.granularity, 3) if dated.time.granularity else 3
    slide: dict[str, Any] = {"unique_id": event.id, "start_date": _date(dated.start, known)}
    # TimelineJS counts the end in; the microsecond before the exclusive end lies in the last unit.
    last = _date(max(dated.start, dated.end - timedelta(microseconds=1)), known)
    if last != slide["start_date"]:
        slide["end_date"] = last
    slide["text"] = {"headline": escape(event.label), "text": f"<p>{escape(event.sentence)}</p>"}
    slide["group"] = event.factuality
    return slide


def _ancient(event: Event) -> dict[str, Any]:
    """Return the slide of an event before our era: 753 BC is the year -753, as TimelineJS writes it."""
    year = -int(event.time.timex3[2:6]) if event.time else 0
    text = {"headline": escape(event.label), "text": f"<p>{escape(event.sentence)}</p>"}
    return {"unique_id": event.id, "start_date": {"year": year}, "text": text, "group": event.factuality}


def _date(moment: Date | datetime, known: int) -> dict[str, int]:
    return {part: getattr(moment, part) for part in _PARTS[:known]}
