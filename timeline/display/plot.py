"""Charts for altair: a story on a time axis, or its order as a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import FormatError
from timeline.formats.extras import need
from timeline.model.timeline import Timeline

if TYPE_CHECKING:
    from altair import LayerChart


def plot(story: Timeline, kind: str = "timeline") -> LayerChart:
    """Return a chart of a story.

    Parameters
    ----------
    story : Timeline
    kind : str
        ``"timeline"`` or ``"graph"``.

    Raises
    ------
    FormatError
        When there is no such chart.
    MissingExtraError
        When altair is not installed.
    """
    if kind not in ("timeline", "graph"):
        raise FormatError(f"No chart is called {kind!r}; there are 'timeline' and 'graph'.")
    need("altair", "plot")
    if kind == "graph":
        from timeline.display.order_graph import order_graph

        return order_graph(story)
    from timeline.display.time_chart import time_chart

    return time_chart(story)
