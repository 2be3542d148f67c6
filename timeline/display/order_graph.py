"""The order of a story as an altair chart: its main turns in layers from top to bottom, joined where one precedes.

An arrowless line from an upper event to a lower one says that the upper is over when the lower begins; lines that
follow from others are left out. Events side by side in a layer cannot be told apart in time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import altair as alt

from timeline.display.glyphs import PAPER, STANDINGS
from timeline.display.layout import GLYPH, LINE, label_of
from timeline.display.metrics import wrapped
from timeline.display.time_chart import SHAPES, data_of
from timeline.display.words import Words
from timeline.model.event import Event
from timeline.model.timeline import Timeline

_COLUMN = 210.0
_SIZE = 12.0
_AIR = 46.0  # between two layers, for the lines


def order_graph(
    story: Timeline, chosen: Sequence[Event], words: Words, *, width: float, dark: bool = False
) -> alt.LayerChart:
    """Return the graph of the order among some events of a story."""
    layers = layers_of(story, chosen)
    nodes, height = _nodes(layers, words, width)
    places = {node["id"]: node for node in nodes}
    edges = [_edge(story, places[one.id], places[other.id]) for one, other in covers(story, layers)]
    widest = max((node["x"] for node in nodes), default=0.0) + _COLUMN
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-GLYPH - 4, widest], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-12, height], reverse=True, nice=False))
    ink, line = PAPER["ink"][dark], PAPER["soft"][dark]
    charts = [_lines(edges, x, y, words, line), *_points(nodes, x, y, words, (ink, PAPER["paper"][dark]), dark)]
    chart: alt.LayerChart = alt.layer(*charts).properties(width=widest, height=height)
    return chart


def layers_of(story: Timeline, chosen: Sequence[Event]) -> list[tuple[Event, ...]]:
    """Return chosen events in layers: each as far down as the longest chain of events known to be before it.

    Examples
    --------
    >>> layers_of(Timeline(), ())
    []
    """
    depth: dict[str, int] = {}
    for event in chosen:  # in the story's order, so that what is before an event comes first
        above = [depth[other.id] for other in chosen if other.id in depth and story.graph.is_before(other.id, event.id)]
        depth[event.id] = max(above, default=-1) + 1
    return [
        tuple(event for event in chosen if depth[event.id] == layer)
        for layer in range(max(depth.values(), default=-1) + 1)
    ]


def covers(story: Timeline, layers: Sequence[Sequence[Event]]) -> Iterator[tuple[Event, Event]]:
    """Yield pairs of events, one before the other, with none of these events known to be between them."""
    events = [event for layer in layers for event in layer]
    before = {(one.id, other.id) for one in events for other in events if story.graph.is_before(one.id, other.id)}
    for one in events:
        for other in events:
            if (one.id, other.id) in before and not any(
                (one.id, between.id) in before and (between.id, other.id) in before for between in events
            ):
                yield one, other


def _nodes(layers: Sequence[Sequence[Event]], words: Words, width: float) -> tuple[list[dict[str, Any]], float]:
    """Place the layers one under the other; one with more events than fit a row takes several."""
    columns = max(int(width // _COLUMN), 1)
    nodes, y = [], 0.0
    for layer in layers:
        for first in range(0, len(layer), columns):
            row = layer[first : first + columns]
            told = [_node(event, column * _COLUMN, y, words) for column, event in enumerate(row)]
            nodes += told
            y += LINE * max(len(node["lines"]) for node in told) + 14
        y += _AIR
    return nodes, max(y - _AIR, 40.0)


def _node(event: Event, x: float, y: float, words: Words) -> dict[str, Any]:
    return {
        "id": event.id,
        "x": x,
        "y": y,
        "lines": list(wrapped(label_of(event, words), _COLUMN - 34, _SIZE, most=3)),
        "kind": event.factuality,
        "event": event.label,
        "date": words.when(event),
        "sentence": " ".join(event.sentence.split()),
    }


def _edge(story: Timeline, above: dict[str, Any], below: dict[str, Any]) -> dict[str, Any]:
    explanation = story.explain(above["id"], below["id"])
    bottom = above["y"] + LINE * len(above["lines"])
    return {
        "x": above["x"],
        "y": bottom,
        "x2": below["x"],
        "y2": below["y"] - GLYPH - 2,
        "relation": explanation.statement,
        "evidence": " ".join(part.text for part in explanation.parts if part.is_step),
    }


def _lines(edges: list[dict[str, Any]], x: alt.X, y: alt.Y, words: Words, colour: str) -> alt.Chart:
    tooltip = [alt.Tooltip("relation:N", title=words("relation")), alt.Tooltip("evidence:N", title=words("evidence"))]
    lines = alt.Chart(data_of(edges)).mark_rule(color=colour, strokeWidth=1.1, opacity=0.55)
    chart: alt.Chart = lines.encode(x=x, y=y, x2="x2:Q", y2="y2:Q", tooltip=tooltip)
    return chart


def _points(
    nodes: list[dict[str, Any]], x: alt.X, y: alt.Y, words: Words, paper: tuple[str, str], dark: bool
) -> tuple[alt.Chart, alt.Chart]:
    used = list(dict.fromkeys(node["kind"] for node in nodes))
    colour = alt.Color("kind:N", legend=None).scale(domain=used, range=[STANDINGS[name][dark] for name in used])
    shape = alt.Shape("kind:N", legend=None).scale(domain=used, range=[SHAPES[name] for name in used])
    tooltip = [alt.Tooltip(f"{key}:N", title=words(key)) for key in ("event", "date", "sentence")]
    base = alt.Chart(data_of(nodes)).encode(x=x, y=y, tooltip=tooltip)
    zoom = alt.selection_interval(bind="scales")
    points = base.mark_point(size=70, strokeWidth=1.8, fill=paper[1]).encode(color=colour, shape=shape).add_params(zoom)
    text = alt.MarkDef(
        "text", align="left", baseline="top", dx=12, dy=-7, fontSize=_SIZE, lineHeight=LINE, color=paper[0]
    )
    return points, base.properties(mark=text).encode(text="lines:N", color=alt.value(paper[0]))
