"""Charts for altair: a story on its time axis, or its order as a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.display.glyphs import PAPER
from timeline.display.layout import layout_of
from timeline.display.options import Options
from timeline.errors import FormatError
from timeline.formats.extras import need
from timeline.model.timeline import Timeline

if TYPE_CHECKING:
    from altair import LayerChart

CHARTS = ("timeline", "graph")
_THEMES = ("light", "dark")


def plot(story: Timeline, kind: str, options: Options) -> LayerChart:
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
    if options.theme not in _THEMES:
        there = " and ".join(map(repr, _THEMES))
        raise FormatError(f"No theme of charts is called {options.theme!r}; there are {there}.")
    altair = need("altair", "plot")
    dark = options.theme == "dark"
    chart = _chart(altair, story, kind, options, dark)
    if options.title:
        chart = chart.properties(title=options.title)
    ink = PAPER["ink"][dark]
    styled: LayerChart = (
        chart.configure(background=PAPER["paper"][dark])
        .configure_view(stroke=None)
        .configure_title(color=ink, anchor="start", fontSize=17)
        .configure_legend(labelColor=ink)
    )
    return styled


def _chart(altair: Any, story: Timeline, kind: str, options: Options, dark: bool) -> LayerChart:
    told, words, width = options.told(story), options.words(story), options.width
    if not told.events:
        rows = altair.Data(values=[{"text": words("no_events")}])
        text = altair.Chart(rows).mark_text(fontSize=13, color=PAPER["ink"][dark]).encode(text="text:N")
        nothing: LayerChart = altair.layer(text).properties(width=300, height=60)
        return nothing
    count = options.count(told)
    if kind == "graph":
        from timeline.display.order_graph import order_graph

        return order_graph(story, told.highlights(count), words, width=width, dark=dark)
    from timeline.display.time_chart import time_chart

    return time_chart(told, layout_of(told, words, width=width, n=count, shape=options.scale), words, dark=dark)
