"""Which turns of a long story are remembered: what later documents keep coming back to.

Each document of a long affair finds its own news salient. What belongs on a timeline of the whole is what others tell
again afterwards with its date; sentences that documents have from one another count once, however often a page's foot
repeats the same line.

References
----------
Tran, Alrifai & Herder (2015), Timeline summarization from relevant headlines: dates that later articles refer to.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date as Date
from datetime import datetime, timedelta

from timeline.merging.copies import Copies
from timeline.model.dates import parse_reference_date
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.timeline import Timeline

_LONG = timedelta(days=28)  # between the first and the last document of a story that has something to look back on
_FORGOTTEN = 0.1  # the weight of what no later document dates, or nobody to the day


def remembered(story: Timeline, parts: Sequence[Timeline], copies: Copies) -> Timeline:
    """Return a story of many documents with the salience of its events weighed by who comes back to their days.

    A story that is told within `_LONG` stays as it is.

    Examples
    --------
    >>> remembered(Timeline(), [], Copies({}, {}, {}))
    <Timeline: 0 events, 0 entities, 0 times>
    """
    published = [day for document in story.documents if (day := parse_reference_date(document.date)) is not None]
    if not published or max(published) - min(published) < _LONG:
        return story
    voices = _later_voices(parts, copies)
    most = max(map(len, voices.values()), default=0)
    return replace(story, events=tuple(_weighed(event, voices, most) for event in story.events)) if most else story


def _later_voices(parts: Sequence[Timeline], copies: Copies) -> Mapping[Date, set[str]]:
    """Return by day which documents, of those published after it, name it in words of their own."""
    voices: dict[Date, set[str]] = defaultdict(set)
    for part in parts:
        dates = {document.id: parse_reference_date(document.date) for document in part.documents}
        for start, mention in _days(part):
            published = dates.get(mention.document)
            if published is not None and start.date() < published.date():
                voices[start.date()].add(copies.sentence(mention)[0])
    return voices


def _days(part: Timeline) -> Iterator[tuple[datetime, Mention]]:
    for time in part.times:
        if time.mention and time.start and time.end and time.end - time.start <= timedelta(days=1):
            yield time.start, time.mention


def _weighed(event: Event, voices: Mapping[Date, set[str]], most: int) -> Event:
    day = day_of(event)
    share = math.log1p(len(voices.get(day, ()))) / math.log1p(most) if day else 0.0
    return replace(event, salience=round(event.salience * max(share**2, _FORGOTTEN), 4))


def day_of(event: Event) -> Date | None:
    """Return the day of an event, None where it is not known to the day.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta lundi.", date="2023-11-21", lang="fr")
    >>> day_of(story[0])
    datetime.date(2023, 11, 20)
    """
    if event.when is not None:
        return event.when.day
    time = event.time
    if time is None or time.start is None or time.end is None or time.end - time.start > timedelta(days=1):
        return None
    return time.start.date()
