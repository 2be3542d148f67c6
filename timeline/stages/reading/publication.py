"""The publication date a text states of itself.

Only two places are believed: a date after a mark of publication (« publié le », "published on") and a full date in a
dateline at the head of the text (« PARIS, 20 novembre 2023 – »). Any other date may be the story's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from timeline.languages.base import Language
from timeline.model.granularity import Granularity
from timeline.model.time import TimeValue

_DATELINE_HEAD = re.compile(r"\s*(?:[A-ZÀ-Ý][\w'’.-]*[ ,(/]*){0,6}(?:le |on )?\s*", re.UNICODE)
_DATELINE_TAIL = re.compile(r"\s*(?:\([^)\n]{1,30}\)\s*)?[–—-]|\s*\([A-Z][^)\n]{1,30}\)|\s*\n")


def publication_date(text: str, language: Language, times: Sequence[TimeValue]) -> datetime | None:
    """Return the date of publication when the text states it, else None.

    Parameters
    ----------
    text : str
        The plain text.
    language : Language
        Its room ``reading`` lists the marks of publication.
    times : sequence of TimeValue
        The text's times, resolved as far as they are absolute.

    Returns
    -------
    datetime or None
        Midnight of the day, naive.
    """
    marks = tuple(language.data("reading").get("publication_marks", ()))
    for time in times:
        if time.anchor is None and time.start is not None and time.mention and _is_day(time):
            before = text[max(0, time.mention.start - 40) : time.mention.start].lower().rstrip(" :\n")
            dateline = (
                time.mention.start < 120
                and _DATELINE_HEAD.fullmatch(text, 0, time.mention.start)
                and _DATELINE_TAIL.match(text, time.mention.end)
            )
            if before.endswith(marks) or dateline:
                return time.start.replace(hour=0, minute=0, second=0)
    return None


def _is_day(time: TimeValue) -> bool:
    return time.granularity is not None and not time.granularity >= Granularity.WEEKEND
