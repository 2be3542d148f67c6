"""The words of pictures and pages, in the story's own language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from timeline.languages.base import available_languages, get_language
from timeline.model.timeline import Timeline

_DEFAULT = "en"  # for languages without a folder


@dataclass(frozen=True, slots=True)
class Words:
    """Words and dates of one language; `data` is its room ``display``."""

    data: Mapping[str, Any]

    def __call__(self, key: str) -> str:
        """Return a word of the page."""
        return str(self.data["words"][key])

    def factuality(self, name: str) -> str:
        """Return the word for a factuality."""
        return str(self.data["factuality"][name])

    def date(self, moment: datetime, *, with_year: bool) -> str:
        """Return a day as a reader writes it, and the hour when it is not midnight."""
        day = self.data["day"].format(
            weekday=self.data["days"][moment.weekday()], day=moment.day, month=self.data["months"][moment.month - 1]
        )
        hour = f" {moment:%H:%M}" if moment.hour or moment.minute else ""
        return f"{day}{f' {moment.year}' if with_year else ''}{hour}"


def words_of(story: Timeline) -> Words:
    """Return the words of the language that the story's first document is in."""
    code = next((document.lang for document in story.documents if document.lang), None)
    return Words(get_language(code if code in available_languages() else _DEFAULT).data("display"))
