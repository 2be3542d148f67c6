"""The publication date a text states of itself.

Only two places are believed: a date after a mark of publication (« publié le », "published on") and a full date in a
dateline at the head of the text or below its headline (« PARIS, 20 novembre 2023 – »). Any other date may be the
story's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from timeline.languages.base import Language
from timeline.model.granularity import Granularity
from timeline.model.mention import Mention
from timeline.model.time import TimeValue
from timeline.stages.reading.lines import DATELINE_LINES

_DATELINE_HEAD = re.compile(r"\s*(?:[A-ZÀ-Ý][\w'’.-]*[ ,(/]*){0,6}(?:le |on )?\s*", re.UNICODE)
_DATELINE_TAIL = re.compile(r"\s*(?:\([^)\n]{1,30}\)\.?\s*)?[–—-]|\s*\([A-Z][^)\n]{1,30}\)|\s*\n")

_DASHES = ("–", "—", "-")
_LONGEST_DATELINE = 120  # characters before its date
_LIST_MARKS = " \t-*•·#>|–—"
#: Characters from the beginning of a mark of publication to the times of its line, and what may stand between.
_LONGEST_MARK = 60
_BETWEEN_DATES = re.compile(r"[\W\d]*(?:\d[\w ]*[,\W]*)?(?:le |on |at |à )?")
_WORD = re.compile(r"[^\W\d]{2}")


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
    marks = language.reading.publication_marks
    for time in times:
        if time.anchor is None and time.start is not None and time.mention and _is_day(time):
            before = text[max(0, time.mention.start - 40) : time.mention.start].lower().rstrip(" :\n")
            if before.endswith(marks) or is_in_dateline(text, time.mention.start, time.mention.end):
                return time.start.replace(hour=0, minute=0, second=0)
    return None


def mark_of_publication(text: str, start: int, end: int, marks: Sequence[str]) -> tuple[int, int] | None:
    """Return where the mark stands in whose line a date tells when the page was published or changed.

    The line opens with the mark and a colon, « Page actualisée : 16 juin 2016, 16 h 20 », or holds nothing else:
    "Updated on 16 June 2016".

    Parameters
    ----------
    text : str
        In lower case.
    start, end : int
        Of the date.
    marks : sequence of str
        The language's marks of publication.

    Returns
    -------
    (int, int) or None
        Half-open.

    Examples
    --------
    >>> mark_of_publication("updated on 16 june 2016", 11, 23, ["updated on"])
    (0, 10)
    >>> mark_of_publication("updated on 16 june 2016, the list is long", 11, 23, ["updated on"]) is None
    True
    """
    head = text.rfind("\n", 0, start) + 1
    line = text[head:start].lstrip(_LIST_MARKS)
    mark = next((mark for mark in marks if line.startswith(mark)), None) if len(line) <= _LONGEST_MARK else None
    if mark is None or not _BETWEEN_DATES.fullmatch(line, len(mark)):
        return None
    alone = line[len(mark) :].lstrip().startswith(":") or not _WORD.search(text[end:].partition("\n")[0])
    return (start - len(line), start - len(line) + len(mark)) if alone else None


def marks_of_publication(text: str, dates: Iterable[Mention | None], language: Language) -> tuple[tuple[int, int], ...]:
    """Return where marks of publication stand in a text, half-open: the words that tell of the page, not of the story.

    Parameters
    ----------
    text : str
    dates : iterable of Mention or None
        Those of the text's dates.
    language : Language
    """
    lowered, marks = text.lower(), language.reading.publication_marks
    found = (mark_of_publication(lowered, date.start, date.end, marks) for date in dates if date is not None)
    return tuple(dict.fromkeys(mark for mark in found if mark is not None))


def is_in_dateline(text: str, start: int, end: int) -> bool:
    """Return True for a date that opens the text, or that a dash parts from the story below the headline."""
    head = text.rfind("\n", 0, start) + 1
    tail = _DATELINE_TAIL.match(text, end)
    if not tail or start - head > _LONGEST_DATELINE or not _DATELINE_HEAD.fullmatch(text, head, start):
        return False
    above = [line for line in text[:head].splitlines() if line.strip()]
    return not above or (len(above) <= DATELINE_LINES and tail.group().endswith(_DASHES))


def _is_day(time: TimeValue) -> bool:
    return time.granularity is not None and not time.granularity >= Granularity.WEEKEND
