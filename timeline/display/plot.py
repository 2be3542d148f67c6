"""Charts for altair: a story on its time axis, or its order as a graph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from timeline.display.glyphs import PAPER
from timeline.display.layout import layout_of, wall_size
from timeline.display.words import Words, words_in
from timeline.errors import FormatError
from timeline.formats.extras import need
from timeline.model.event import Event
from timeline.model.timeline import Timeline

if TYPE_CHECKING:
    from altair import LayerChart

CHARTS = ("timeline", "graph")
_THEMES = ("light", "dark")


def plot(
    story: Timeline,
    kind: str = "timeline",
    *,
    n: int | None = None,
    title: str | None = None,
    width: int = 900,
    theme: str = "light",
    language: str | None = None,
    events: Iterable[Event] | None = None,
) -> LayerChart:
    """Return a chart of a story; see `Timeline.plot`.

    Raises
    ------
    FormatError
        When there is no such chart or theme.
    MissingExtraError
        When altair is not installed.
    """
    if kind not in CHARTS:
        raise FormatError(f"No chart is called {kind!r}; there are {' and '.join(map(repr, CHARTS))}.")
    if theme not in _THEMES:
        raise FormatError(f"No theme of charts is called {theme!r}; there are {' and '.join(map(repr, _THEMES))}.")
    altair = need("altair", "plot")
    words = words_in(language or story.language)
    chart = _chart(altair, story, kind, n, width, theme == "dark", words, events)
    if title:
        chart = chart.properties(title=title)
    ink = PAPER["ink"][theme == "dark"]
    styled: LayerChart = (
        chart.configure(background=PAPER["paper"][theme == "dark"])
        .configure_view(stroke=None)
        .configure_title(color=ink, anchor="start", fontSize=17)
        .configure_legend(labelColor=ink)
    )
    return styled


def _chart(
    altair: Any,
    story: Timeline,
    kind: str,
    n: int | None,
    width: int,
    dark: bool,
    words: Words,
    events: Iterable[Event] | None,
) -> LayerChart:
    told = story if events is None else story.part(events)
    if not told.events:
        rows = altair.Data(values=[{"text": words("no_events")}])
        text = altair.Chart(rows).mark_text(fontSize=13, color=PAPER["ink"][dark]).encode(text="text:N")
        nothing: LayerChart = altair.layer(text).properties(width=300, height=60)
        return nothing
    if kind == "graph":
        from timeline.display.order_graph import order_graph

        return order_graph(
            story, told.highlights(wall_size(len(told)) if n is None else n), words, width=width, dark=dark
        )
    from timeline.display.time_chart import time_chart

    return time_chart(told, layout_of(told, words, width=width, n=n), words, dark=dark)
