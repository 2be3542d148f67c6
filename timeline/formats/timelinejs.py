"""TimelineJS 3 (Knight Lab): JSON for the timelines of news sites."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date as Date
from datetime import datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any

from timeline.display.dating import when_of
from timeline.display.words import Words, words_of
from timeline.formats.dated import DatedEvent, every_dated, warn_of
from timeline.formats.files import save
from timeline.formats.saying import said_of, title_of
from timeline.languages.dates import interval_text
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


def to_timelinejs(story: Timeline, path: str | Path | None = None, *, n: int = 10) -> str:
    """Return the highlights as JSON for TimelineJS 3, and write it to `path` when one is given.

    A title slide, then a slide for each of the `n` most salient events. A date keeps the parts that the text gives: «
    en 2015 » is ``{"year": 2015}``. What is likely, or only known to lie between two dates, stands at the first of
    them, and ``display_date`` tells each date in the text's language, as does the slide of all that is no plain fact;
    only days that the text tells have an end. Texts are escaped, as TimelineJS takes them for HTML. The group is the
    standing, so that each has its own lane.

    Warns
    -----
    TimelineWarning
        When some of the highlights have no date and were left out.
    """
    words = words_of(story)
    chosen = story.highlights(n)
    told = {item.event.id: item for item in every_dated(story)}
    slides = [_slide(event, told.get(event.id), words) for event in chosen]
    dated = [slide for slide in slides if slide]
    warn_of(len(slides) - len(dated), len(slides), "no date", "TimelineJS")
    data: dict[str, Any] = {"events": dated, "scale": "human"}
    if story.documents:
        data = {"title": {"text": _text(title_of(story, words), [_extent(story, words)])}, **data}
    return save(json.dumps(data, ensure_ascii=False, indent=1), path)


def _slide(event: Event, dated: DatedEvent | None, words: Words) -> dict[str, Any]:
    """Return the slide of an event, empty when nothing is known of its time."""
    when = when_of(event)
    slide: dict[str, Any] = {"unique_id": event.id}
    if dated is not None:
        known = _KNOWN.get(dated.time.granularity, 3) if dated.time.granularity else 3
        slide["start_date"] = _date(dated.start, known)
        # TimelineJS counts the end in; the microsecond before the exclusive end lies in the last unit.
        last = _date(max(dated.start, dated.end - timedelta(microseconds=1)), known)
        if last != slide["start_date"] and dated.to_the_day:
            slide["end_date"] = last
    elif event.time is not None and event.time.timex3.startswith("BC"):
        # 753 BC is the year -753, as TimelineJS writes it.
        slide["start_date"] = {"year": -int(event.time.timex3[2:6])}
    elif when is not None:
        slide["start_date"] = _date(when.start, 3)
    else:
        return {}
    slide["display_date"] = words.when(event)
    return slide | {"text": _text(event.label, said_of(event, words)), "group": words.factuality(event.factuality)}


def _text(headline: str, lines: Iterable[str]) -> dict[str, str]:
    return {"headline": escape(headline), "text": "".join(f"<p>{escape(line)}</p>" for line in lines)}


def _extent(story: Timeline, words: Words) -> str:
    dated, count = every_dated(story), words.counted(len(story), "event")
    if not dated:
        return count
    extent = interval_text(min(item.start for item in dated), max(item.end for item in dated), words.code)
    return f"{count} · {extent}"


def _date(moment: Date | datetime, known: int) -> dict[str, int]:
    return {part: getattr(moment, part) for part in _PARTS[:known]}
