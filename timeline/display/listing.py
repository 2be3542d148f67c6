"""Events as a list to read: lines for a terminal, a table for a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from timeline.display.words import Words, words_in
from timeline.model.event import Event
from timeline.model.representation import flat

_PLAIN = "factual"


def listing(events: Sequence[Event], lang: str | None) -> str:
    """Return a line an event: when, what, and its standing when it is no plain fact.

    Examples
    --------
    >>> listing((), "fr")
    ''
    """
    words = words_in(lang)
    dates = [words.when(event) for event in events]
    widest = max(map(len, dates), default=0)
    return "\n".join(f"{date:<{widest}}  {_told(event, words)}" for date, event in zip(dates, events, strict=True))


def table(events: Sequence[Event], lang: str | None) -> str:
    """Return an HTML table, static and escaped: when, what, how sure, who, and the sentence."""
    words = words_in(lang)
    heads = "".join(
        f"<th>{escape(words(key))}</th>" for key in ("date", "event", "standing", "participants", "sentence")
    )
    rows = "".join(_row(event, words) for event in events)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _told(event: Event, words: Words) -> str:
    label = flat(event.label)
    return label if event.factuality == _PLAIN else f"{label} ({words.factuality(event.factuality)})"


def _row(event: Event, words: Words) -> str:
    players, standing = ", ".join(words.players(event)), words.factuality(event.factuality)
    told = (words.when(event), event.label, standing, players, event.sentence)
    cells = "".join(f'<td style="text-align:left">{escape(flat(text))}</td>' for text in told)
    return f"<tr>{cells}</tr>"
