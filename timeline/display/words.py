"""The words and dates of pictures and pages, in the story's own language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from timeline.languages.base import language_or_fallback
from timeline.model.event import Event
from timeline.model.granularity import Granularity
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline
from timeline.reasoning.tenure_times import BOUNDS

_DEFAULT = "en"  # for languages without these words
_PART_OF_DAY = re.compile(r"T(MO|MI|AF|EV|NI|DT)$")
_YEARS = (Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY, Granularity.MILLENNIUM)


@dataclass(frozen=True, slots=True)
class Words:
    """Words and dates of one language; `data` is its room ``display``."""

    code: str
    data: Mapping[str, Any]

    def __call__(self, key: str) -> str:
        """Return a word of the page."""
        return str(self.data["words"][key])

    def factuality(self, name: str) -> str:
        """Return the word for a factuality."""
        return str(self.data["factuality"].get(name, name))

    def participant(self, role: str) -> str:
        """Return the word for a participant's role; the role itself when there is none."""
        return str(self.data["participants"].get(role, role))

    def tenure(self, status: str) -> str:
        """Return the word for how somebody stands in a role."""
        return str(self.data["tenure"].get(status, status))

    def type(self, name: str) -> str:
        """Return the word for a type of event; the type itself, which is a term of the field, when there is none."""
        return str(self.data["types"].get(name, name))

    def counted(self, number: int, key: str) -> str:
        """Return a number with its noun."""
        one, many = self.data["counts"][key]
        return f"{number:,} {one if number == 1 else many}".replace(",", " ")

    def date(self, moment: datetime, *, with_year: bool = True) -> str:
        """Return a day as a reader writes it, and the hour when it is not midnight."""
        day = self.data["day"].format(
            weekday=self.data["days"][moment.weekday()], day=moment.day, month=self.month(moment, with_year=False)
        )
        hour = f" {moment:%H:%M}" if moment.hour or moment.minute else ""
        told = self.data["year"].format(day=day, year=moment.year) if with_year else day
        return f"{told}{hour}"

    def month(self, moment: datetime, *, with_year: bool = True) -> str:
        """Return a month, with its year."""
        month = str(self.data["months"][moment.month - 1])
        return f"{month} {moment.year}" if with_year else month

    def time(self, value: TimeValue) -> str:
        """Return a time as a reader writes it, no more exactly than the text does; its TIMEX3 value when unresolved."""
        if value.rule == BOUNDS:
            return self.bounds(value.start, value.end)
        if value.start is None or value.end is None:
            return value.timex3
        forms = self.data["when"]
        part = _PART_OF_DAY.search(value.timex3)
        day = value.start.replace(hour=0, minute=0)
        if part:
            return f"{self.date(day)}, {forms['parts'][part[1]]}"
        if value.granularity in (Granularity.WEEK, Granularity.WEEKEND):
            return str(forms[value.granularity.value].format(day=self.date(day)))
        if value.granularity is Granularity.MONTH:
            return self.month(value.start)
        if value.granularity in _YEARS or value.timex3.isdigit():
            return self._years(value)
        if value.granularity is Granularity.DAY or value.end - value.start < timedelta(hours=2):
            return self.date(value.start)
        return self._range(value.start, value.end)

    def when(self, event: Event) -> str:
        """Return when an event was, as exactly as is known: its time, or the bounds it lies between."""
        return self.time(event.time) if event.time is not None else self.bounds(event.earliest, event.latest)

    def bounds(self, start: datetime | None, end: datetime | None) -> str:
        """Return what is known of something that lies within ``[start, end)``."""
        forms = self.data["when"]
        if start and end:
            return str(forms["between"].format(start=self.date(start), end=self._last(end)))
        if start:
            return str(forms["after"].format(start=self.date(start)))
        return str(forms["before"].format(end=self.date(end)) if end else forms["undated"])

    def _years(self, value: TimeValue) -> str:
        assert value.start is not None
        assert value.end is not None
        if value.granularity is Granularity.DECADE:
            return str(self.data["when"]["decade"].format(year=value.start.year))
        last = (value.end - timedelta(days=1)).year
        first = value.start.year
        return str(first) if first == last else str(self.data["when"]["range"].format(start=first, end=last))

    def _range(self, start: datetime, end: datetime) -> str:
        return str(self.data["when"]["range"].format(start=self.date(start), end=self._last(end)))

    def _last(self, end: datetime) -> str:
        """Return the end of a half-open interval as its last day, or as its hour."""
        return self.date(end if end.hour or end.minute else end - timedelta(days=1))


def words_of(story: Timeline) -> Words:
    """Return the words of the language that the story's first document is in.

    Examples
    --------
    >>> words_of(Timeline()).factuality("future")
    'future'
    """
    return words_in(story.language)


def words_in(code: str | None) -> Words:
    """Return the words of a language, of English where it has none."""
    data = language_or_fallback(code).data("display") if code else None
    return Words(code, data) if code and data else Words(_DEFAULT, language_or_fallback(_DEFAULT).data("display"))
