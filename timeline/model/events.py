"""Events: some events of a story, as an answer to a question; a tuple that shows itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, SupportsIndex, overload

from timeline.model.event import Event
from timeline.model.representation import cut, extent, one_line


class Events(tuple[Event, ...]):
    """Events in the order of their story: a tuple that prints short and shows as a table in a notebook.

    Inherits from `tuple` because callers compare, slice and unpack answers as tuples.

    Attributes
    ----------
    lang : str or None
        The language that dates are written in when the events are shown.

    Examples
    --------
    >>> Events(), Events() == ()
    (<Events none>, True)
    """

    lang: str | None

    def __new__(cls, events: Iterable[Event] = (), *, lang: str | None = None) -> Events:
        """Make a tuple of events, to be shown in a language."""
        made = super().__new__(cls, events)
        made.lang = lang
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (tuple(self), self.lang)

    @overload
    def __getitem__(self, key: SupportsIndex) -> Event: ...
    @overload
    def __getitem__(self, key: slice) -> Events: ...
    def __getitem__(self, key: SupportsIndex | slice) -> Event | Events:
        if isinstance(key, slice):
            return Events(super().__getitem__(key), lang=self.lang)
        return super().__getitem__(key)

    def __repr__(self) -> str:
        if not self:
            return one_line("Events", "none")
        starts = [event.earliest for event in self if event.earliest]
        ends = [event.latest for event in self if event.latest]
        known = extent(min(starts, default=None), max(ends, default=None))
        labels = "; ".join(cut(event.label, 40) for event in self[:3]) + ("; …" if len(self) > 3 else "")
        return one_line("Events", f"{len(self)}{',' if known else ''}", f"{known}:", labels)

    def __str__(self) -> str:
        """Return a line an event: when, what, and its standing when it is no plain fact."""
        from timeline.display.listing import listing

        return listing(self, self.lang) or repr(self)

    def _repr_html_(self) -> str:
        from timeline.display.listing import table

        return table(self, self.lang)


def _restored(events: tuple[Event, ...], lang: str | None) -> Events:
    return Events(events, lang=lang)
