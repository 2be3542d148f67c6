"""The words and dates of pictures and pages, in the story's own language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from timeline.display.dating import INFERRED, when_of
from timeline.languages.base import language_or_fallback
from timeline.languages.contract import DisplayWords
from timeline.languages.dates import bounds_text, dates_language, day_text, interval_text, time_text
from timeline.model.event import Event
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Words:
    """Words and dates of one language; `data` is its room ``display``."""

    code: str
    data: DisplayWords

    def __call__(self, key: str) -> str:
        """Return a word of the page."""
        return self.data.words[key]

    def factuality(self, name: str) -> str:
        """Return the word for a factuality."""
        return self.data.factuality.get(name, name)

    def participant(self, role: str, event: Event) -> str:
        """Return the word for a participant's role; the role itself when there is none; a doubt if it is inferred."""
        word = self.data.participants.get(role, role)
        return self.data.when.inferred.format(when=word) if role in event.inferred else word

    def players(self, event: Event) -> tuple[str, ...]:
        """Return who takes part, each once, with all that they are in it: ``Anna Berg (agent, speaker)``."""
        parts: dict[str, list[str]] = {}
        for role, group in event.participants.items():
            for player in group:
                parts.setdefault(" ".join(str(player).split()), []).append(self.participant(role, event))
        return tuple(f"{name} ({', '.join(dict.fromkeys(roles))})" for name, roles in parts.items())

    def tenure(self, status: str) -> str:
        """Return the word for how somebody stands in a role."""
        return self.data.tenure.get(status, status)

    def type(self, name: str) -> str:
        """Return the word for a type of event; the type itself, which is a term of the field, when there is none."""
        return self.data.types.get(name, name)

    def counted(self, number: int, key: str) -> str:
        """Return a number with its noun."""
        one, many = self.data.counts[key]
        return f"{number:,} {one if number == 1 else many}".replace(",", " ")

    def date(self, moment: datetime, *, with_year: bool = True) -> str:
        """Return a day as a reader writes it, and the hour when it is not midnight."""
        return day_text(moment, self.code, with_year=with_year)

    def time(self, value: TimeValue) -> str:
        """Return a time as a reader writes it, no more exactly than the text does; its TIMEX3 value when unresolved."""
        return time_text(value, self.code)

    def when(self, event: Event) -> str:
        """Return when an event was, as exactly as is known: its time, an estimate, or the bounds it lies between."""
        if event.time is not None:
            return self.time(event.time)
        estimate = when_of(event)
        if estimate is None:
            return bounds_text(event.earliest, event.latest, self.code)
        if estimate.basis == INFERRED:
            told = interval_text(estimate.start, estimate.end, self.code)
            return self.data.when.inferred.format(when=told)
        return bounds_text(estimate.start, estimate.end, self.code)


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
    known = dates_language(code)
    return Words(known, language_or_fallback(known).display)
