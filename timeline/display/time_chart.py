"""A story as an altair chart: the picture's own layout, with tooltips, zoom and selection by entity.

Its axis is the picture's: linear in parts, with a break between them. So its x is pixels, and its ticks are drawn.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import altair as alt

from timeline.display.axis import ticks_of
from timeline.display.dating import BOUNDED, INFERRED, TOLD, when_of
from timeline.display.glyphs import PAPER, STANDINGS
from timeline.display.layout import GLYPH, HEAD, LINE, SIZE, Layout, Mark
from timeline.display.words import Words
from timeline.model.entity import Entity
from timeline.model.event import FACTUALITIES, Event
from timeline.model.timeline import Timeline

_TOP = 44.0  # pixels for the axis
_PADDING = 10.0
_CROSS = "M-.8,-.8L.8,.8M.8,-.8L-.8,.8"
# Vega's names of shapes, or paths.
SHAPES = {
    "factual": "circle",
    "reported": "square",
    "possible": "diamond",
    "future": "triangle-right",
    "negated": _CROSS,
    "counterfactual": f"M-.9,-.9H.9V.9H-.9Z{_CROSS}",
}
_TOLD = ("event", "date", "basis", "standing", "type", "sentence")


def time_chart(story: Timeline, layout: Layout, words: Words, *, dark: bool = False) -> alt.LayerChart:
    """Return the chart of a layout."""
    ink, soft, line = (PAPER[name][dark] for name in ("ink", "soft", "line"))
    rows, lanes, height = _rows(layout, words)
    scale = alt.Scale(domain=[-GLYPH, layout.width], nice=False)
    scales = alt.X("x:Q", axis=None, scale=scale), _y(height)
    shown = alt.condition("entity == null || indexof(datum.entities, entity) >= 0", alt.value(1), alt.value(0.08))
    used = [name for name in FACTUALITIES if any(row["factuality"] == name for row in rows)]
    zoom = alt.selection_interval(bind="scales", encodings=["x"])
    tooltip = [alt.Tooltip(f"{key}:N", title=words(key)) for key in _TOLD]
    base = alt.Chart(data_of(rows)).encode(
        y=scales[1], opacity=shown, tooltip=tooltip, color=_colour(used, words, dark)
    )
    layers = [
        *_axis(layout, words, height, (soft, line)),
        _lane_names(lanes, scales[1], ink),
        *_bars(base, scale),
        _marks(base, scales[0], used, words, PAPER["paper"][dark]).add_params(_entity_choice(story, words), zoom),
        _labels(rows, scales, shown, ink),
    ]
    chart: alt.LayerChart = alt.layer(*layers).properties(width=layout.width, height=height)
    return chart


def data_of(rows: list[dict[str, Any]]) -> Any:
    """Return rows as data that stands in the chart itself, without pandas.

    As one JSON text: altair copies and checks every value of a list again for every layer, which takes seconds.
    """
    text = json.dumps(rows, ensure_ascii=False)
    return alt.Data(values=text, format=alt.DataFormat(type="json"))  # type: ignore[no-untyped-call]


def _y(height: float) -> alt.Y:
    return alt.Y("y:Q", scale=alt.Scale(domain=[0, height], reverse=True, nice=False), axis=None)


def _rows(layout: Layout, words: Words) -> tuple[list[dict[str, Any]], list[dict[str, Any]], float]:
    """Return what the chart draws, an event a row, its lanes, and its height."""
    heights = [max(lane.height, LINE) + 2 * _PADDING for lane in layout.lanes]
    tops = list(accumulate(heights, initial=_TOP))
    rows, lanes = [], []
    for lane, top in zip(layout.lanes, tops, strict=False):
        name = words("undated") if lane.is_strip else lane.entity.name if lane.entity else words("nobody")
        if layout.has_names:
            lanes.append({"name": name, "y": top + _PADDING + GLYPH})
        rows += [_row(mark, top + _PADDING + mark.top + GLYPH, words) for mark in (*lane.marks, *lane.dots)]
    return rows, lanes, tops[-1]


def _row(mark: Mark, y: float, words: Words) -> dict[str, Any]:
    event, when = mark.event, when_of(mark.event)
    return {
        "id": event.id,
        "x": (mark.left + mark.right) / 2 if mark.basis == BOUNDED else mark.at,
        "y": y,
        "left": mark.left,
        "right": max(mark.right, mark.left + 1),
        "text": mark.text,
        "lines": list(mark.lines),
        "kind": mark.basis,
        "factuality": event.factuality,
        "entities": sorted({player.id for player in _players(event)}),
        "start": when.start.isoformat() if when else None,
        "end": when.end.isoformat() if when else None,
        "event": event.label,
        "date": words.when(event),
        "basis": words(mark.basis),
        "standing": words.factuality(event.factuality),
        "type": words.type(event.type),
        "sentence": " ".join(event.sentence.split()),
    }


def _players(event: Event) -> Iterator[Entity]:
    for group in event.participants.values():
        yield from (player for player in group if isinstance(player, Entity))
    if isinstance(event.source, Entity):
        yield event.source


def _entity_choice(story: Timeline, words: Words) -> alt.Parameter:
    """Return a menu of those who take part in events; None, the first of it, chooses all."""
    active = {player.id for event in story.events for player in _players(event)}
    entities = [entity for entity in story.entities if entity.id in active]
    options = [None, *(entity.id for entity in entities)]
    labels = [words("all"), *(entity.name for entity in entities)]
    menu = alt.binding_select(options=options, labels=labels, name=f"{words('who')} ")
    return alt.param("entity", value=None, bind=menu)


def _axis(layout: Layout, words: Words, height: float, colours: tuple[str, str]) -> Iterator[alt.Chart]:
    """Yield the ticks with their words, and a zigzag for each break."""
    soft, line = colours
    if layout.scale is None:
        return
    ticks = [
        {"x": tick.at, "y": _TOP, "bottom": height, "label": tick.label, "above": tick.above}
        for tick in ticks_of(layout.scale, words.code)
    ]
    x = alt.X("x:Q", axis=None)
    base = alt.Chart(data_of(ticks)).encode(x=x)
    yield base.mark_rule(color=line, clip=True).encode(y=_y(height), y2="bottom:Q")
    yield base.mark_text(align="left", dy=-10, color=soft, clip=True).encode(y=_y(height), text="label:N")
    above = alt.MarkDef("text", align="left", dy=-26, fontWeight="bold", color=soft, clip=True)
    yield base.properties(mark=above).encode(y=_y(height), text="above:N")
    if layout.scale.is_log:
        note = [{"x": 0, "y": 12.0, "label": words("log")}]
        told = alt.MarkDef("text", align="left", color=soft)
        yield alt.Chart(data_of(note), mark=told).encode(x=x, y=_y(height), text="label:N")
    jags = [
        {"x": middle + (3 if number % 2 else -3), "y": y, "break": middle, "order": number}
        for middle in layout.scale.breaks
        for number, y in enumerate(range(int(_TOP) - 12, int(height), 6))
    ]
    if jags:
        zigzag = alt.MarkDef("line", color=soft, strokeWidth=1.3, clip=True)
        yield alt.Chart(data_of(jags), mark=zigzag).encode(x=x, y=_y(height), detail="break:N", order="order:Q")


def _lane_names(lanes: list[dict[str, Any]], y: alt.Y, ink: str) -> alt.Chart:
    names = alt.Chart(data_of(lanes)).mark_text(align="right", dx=-14, fontWeight="bold", limit=140, color=ink)
    chart: alt.Chart = names.encode(x=alt.value(0), y=y, text="name:N")
    return chart


def _bars(base: alt.Chart, scale: alt.Scale) -> Iterator[alt.Chart]:
    """Yield solid bars for told times, dashed ones for likely times, thin ones between bounds, dotted for the rest."""
    forms = {
        TOLD: alt.MarkDef("rule", strokeWidth=5, opacity=0.45, clip=True),
        INFERRED: alt.MarkDef("rule", strokeWidth=5, opacity=0.45, strokeDash=[4, 3], clip=True),
        BOUNDED: alt.MarkDef("rule", strokeWidth=1.4, clip=True),
        "undated": alt.MarkDef("rule", strokeWidth=1.2, strokeDash=[1.5, 3.5], clip=True),
    }
    for kind, form in forms.items():
        chosen = base.transform_filter(f"datum.kind == '{kind}' && datum.lines.length > 0").properties(mark=form)
        yield chosen.encode(x=alt.X("left:Q", axis=None, scale=scale), x2="right:Q")


def _marks(base: alt.Chart, x: alt.X, used: list[str], words: Words, paper: str) -> alt.Chart:
    """Draw the marks; full only where the text tells the time."""
    shapes = alt.Shape("standing:N", title=None).legend(orient="bottom")
    solid = base.mark_point(strokeWidth=1.8, clip=True).encode(
        x=x,
        shape=shapes.scale(domain=[words.factuality(name) for name in used], range=[SHAPES[name] for name in used]),
        fill=alt.condition("datum.kind == 'told'", _fill(used, words), alt.value(paper)),
        size=alt.condition("datum.lines.length > 0", alt.value(80), alt.value(18)),
    )
    chart: alt.Chart = solid
    return chart


def _fill(used: list[str], words: Words) -> alt.Fill:
    names, colours = [words.factuality(name) for name in used], [STANDINGS[name][0] for name in used]
    return alt.Fill("standing:N", legend=None).scale(domain=names, range=colours)


def _colour(used: list[str], words: Words, dark: bool) -> alt.Color:
    names, colours = [words.factuality(name) for name in used], [STANDINGS[name][dark] for name in used]
    return alt.Color("standing:N", title=None).scale(domain=names, range=colours).legend(orient="bottom")


def _labels(rows: list[dict[str, Any]], scales: tuple[alt.X, alt.Y], shown: Any, ink: str) -> alt.Chart:
    lines = [
        {"x": row["text"], "y": row["y"], "label": row["lines"], "entities": row["entities"]}
        for row in rows
        if row["lines"]
    ]
    text = alt.MarkDef("text", fontSize=SIZE, align="left", baseline="top", dy=HEAD - GLYPH, lineHeight=LINE, color=ink)
    chart: alt.Chart = alt.Chart(data_of(lines), mark=text).encode(
        x=scales[0], y=scales[1], text="label:N", opacity=shown
    )
    return chart
