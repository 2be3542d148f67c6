"""What a picture, page or chart may be asked for, as one value."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from timeline.display.glyphs import THEMES
from timeline.display.layout import wall_size
from timeline.display.scale import LINEAR, SCALES
from timeline.display.words import Words, words_in
from timeline.errors import FormatError
from timeline.model.event import Event
from timeline.model.timeline import Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Choices that `Timeline.to_svg`, `to_html` and `plot` share; see the first of them.

    Raises
    ------
    FormatError
        When there is no such theme or scale, or the width is none.

    Examples
    --------
    >>> Options(theme="dark").count(Timeline())
    10
    """

    n: int | None = None
    title: str | None = None
    width: float = 1000
    theme: str = "auto"
    language: str | None = None
    events: Iterable[Event] | None = None
    scale: str = LINEAR

    def __post_init__(self) -> None:
        _check("theme", self.theme, THEMES)
        _check("scale", self.scale, SCALES)

    def told(self, story: Timeline) -> Timeline:
        """Return the part of a story to be drawn."""
        return story if self.events is None else story.part(self.events)

    def count(self, story: Timeline) -> int:
        """Return how many of its main turns have a label."""
        return wall_size(len(story)) if self.n is None else self.n

    def words(self, story: Timeline) -> Words:
        """Return the words of the language asked for, or the story's own."""
        return words_in(self.language or story.language)


def _check(what: str, name: str, known: Collection[str]) -> None:
    if name not in known:
        raise FormatError(f"No {what} is called {name!r}; there are {', '.join(known)}.")
