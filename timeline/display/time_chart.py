"""A story as an altair chart: intervals on a time axis."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import altair as alt

from timeline.display.layout import GLYPH, RIGHT, SIZE, Layout, Mark, is_dated, layout_of
from timeline.display.svg import STANDINGS
from timeline.display.words import Words, words_of
from timeline.model.entity import Entity
from timeline.model.event import FACTUALITIES, Event
from timeline.model.timeline import Timeline

_WIDTH = 900
_ROW = 24
_DOTS = 0.4  # a row of dots, in rows
_CROSS = "M-.8,-.8L.8,.8M.8,-.8L-.8,.8"
# Vega's names of shapes, or paths; only the first is filled.
SHAPES = {
    "factual": "circle",
    "reported": "M0,-.8A.8,.8,0,1,1,0,.8A.8,.8,0,1,1,0,-.8ZM0,-.2A.2,.2,0,1,1,0,.2A.2,.2,0,1,1,0,-.2Z",
    "possible": "diamond",
    "future": "triangle-right",
    "negated": _CROSS,
    "counterfactual": f"M-.9,-.9H.9V.9H-.9Z{_CROSS}",
}
_TOLD = ("event", "date", "standing", "type", "sentence")


def time_chart(story: Timeline) -> alt.LayerChart:
    """Return the chart: a lane a person or organisation, tooltips with the sentence, zoom, selection by entity."""
    words = words_of(story)
    if not story.events:
        return nothing(words)
    layout = layout_of(story, width=_WIDTH, linear=True)
    rows, lanes = _rows(layout, words)
    height = lanes[-1]["bottom"]
    shown = alt.condition("entity == null || indexof(datum.entities, entity) >= 0", alt.value(1), alt.value(0.08))
    tooltip = [alt.Tooltip(f"{key}:N", title=words(key)) for key in _TOLD]
    base = alt.Chart(data_of(rows)).encode(y=_y(height), opacity=shown, tooltip=tooltip, color=_colour(rows, words))
    zoom = alt.selection_interval(bind="scales", encodings=["x"])
    layers = [
        _lane_names(lanes, height),
        *_bars(base, layout, words),
        _marks(base, layout, rows, words).add_params(_entity_choice(story, words), zoom),
        _labels(base, layout, words, before=False),
        _labels(base, layout, words, before=True),
    ]
    padding = {"left": 160, "right": 10, "top": 10, "bottom": 10}
    chart = alt.layer(*layers).properties(width=_WIDTH + RIGHT, height=height * _ROW, padding=padding)
    named: alt.LayerChart = chart.configure(locale=_locale(words))
    return named


def nothing(words: Words) -> alt.LayerChart:
    """Return the chart of a story without events: a sentence that says so."""
    text = alt.Chart(data_of([{"text": words("no_events")}])).mark_text(fontSize=SIZE).encode(text="text:N")
    chart: alt.LayerChart = alt.layer(text).properties(width=300, height=60)
    return chart


def data_of(rows: list[dict[str, Any]]) -> Any:
    """Return rows as data that stands in the chart itself, without pandas."""
    return alt.Data(values=rows)  # type: ignore[no-untyped-call]


def _locale(words: Words) -> dict[str, Any]:
    """Return how Vega is to write dates: see https://vega.github.io/vega/docs/api/locale/."""
    months, days = list(words.data["months"]), [words.data["days"][day - 1] for day in range(7)]
    names = {"months": months, "shortMonths": months, "days": days, "shortDays": days}
    formats = {"dateTime": "%a %e %b %Y %X", "date": "%d/%m/%Y", "time": "%H:%M:%S", "periods": ["AM", "PM"]}
    return {"time": formats | names}


def _y(height: float) -> alt.Y:
    return alt.Y("y:Q", scale=alt.Scale(domain=[0, height], reverse=True, nice=False), axis=None)


def _rows(layout: Layout, words: Words) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return what the chart draws, an event a row, and its lanes."""
    heights = [max(lane.rows + lane.dot_rows * _DOTS, 1) + 0.4 for lane in layout.lanes]
    rows, lanes = [], []
    for lane, top, tall in zip(layout.lanes, accumulate(heights, initial=0.0), heights, strict=False):
        name = lane.entity.name if lane.entity else words("nobody")
        lanes.append({"name": name, "y": top + 0.6, "top": top, "bottom": top + tall})
        rows += [_row(mark, top + mark.row + 0.6, layout, words) for mark in lane.marks]
        rows += [_row(mark, top + lane.rows + mark.row * _DOTS + 0.4, layout, words) for mark in lane.dots]
    return rows, lanes


def _row(mark: Mark, y: float, layout: Layout, words: Words) -> dict[str, Any]:
    event, place = mark.event, mark.place
    return {
        "id": event.id,
        "y": y,
        "at": _moment(layout, place.at),
        "start": _moment(layout, place.left),
        "end": _moment(layout, place.right),
        "label": mark.label,
        "before": mark.before,
        "dated": is_dated(event),
        "factuality": event.factuality,
        "entities": sorted({player.id for player in _players(event)}),
        "event": event.label,
        "date": words.when(event),
        "standing": words.factuality(event.factuality),
        "type": words.type(event.type),
        "sentence": " ".join(event.sentence.split()),
    }


def _moment(layout: Layout, at: float) -> str | float:
    """Return the moment at a place of the axis, or the place itself on an axis of mere order."""
    if layout.scale is None:
        return at
    first, last = layout.scale.boundaries
    return (first + (last - first) * (at / layout.width)).isoformat(timespec="seconds")


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


def _x(layout: Layout, field: str, words: Words) -> alt.X:
    ends = [_moment(layout, -GLYPH), _moment(layout, layout.width + RIGHT)]
    if layout.scale is None:
        axis = alt.Axis(labels=False, ticks=False, grid=False)
        return alt.X(f"{field}:Q", title=words("order"), axis=axis, scale=alt.Scale(domain=ends, nice=False))
    return alt.X(f"{field}:T", title=None, scale=alt.Scale(domain=ends, nice=False))


def _colour(rows: list[dict[str, Any]], words: Words) -> alt.Color:
    used = _used(rows)
    names, colours = [words.factuality(name) for name in used], [STANDINGS[name][0] for name in used]
    return alt.Color("standing:N", title=None).scale(domain=names, range=colours).legend(orient="bottom")


def _used(rows: list[dict[str, Any]]) -> list[str]:
    return [name for name in FACTUALITIES if any(row["factuality"] == name for row in rows)]


def _lane_names(lanes: list[dict[str, Any]], height: float) -> alt.Chart:
    names = alt.Chart(data_of(lanes)).mark_text(align="right", dx=-10, fontWeight="bold", limit=140, clip=False)
    chart: alt.Chart = names.encode(x=alt.value(0), y=_y(height), text="name:N")
    return chart


def _bars(base: alt.Chart, layout: Layout, words: Words) -> Iterator[alt.Chart]:
    """Yield solid bars under what has a time, and thin dashed ones under what lies between bounds."""
    if layout.scale is None:
        return
    labelled = base.transform_filter("datum.label != ''").encode(x=_x(layout, "start", words), x2="end")
    yield labelled.transform_filter("datum.dated").mark_rule(strokeWidth=5, yOffset=10, clip=True)
    dashed = alt.MarkDef("rule", strokeWidth=1.2, strokeDash=[3, 3], yOffset=10, clip=True)
    yield labelled.transform_filter("!datum.dated").properties(mark=dashed)


def _marks(base: alt.Chart, layout: Layout, rows: list[dict[str, Any]], words: Words) -> alt.Chart:
    used = _used(rows)
    shapes = alt.Shape("standing:N", title=None).legend(orient="bottom")
    full = alt.value(STANDINGS["factual"][0])
    chart: alt.Chart = base.mark_point(strokeWidth=1.8, clip=True).encode(
        x=_x(layout, "at", words),
        shape=shapes.scale(domain=[words.factuality(name) for name in used], range=[SHAPES[name] for name in used]),
        fill=alt.condition("datum.factuality == 'factual'", full, alt.value("transparent")),
        size=alt.condition("datum.label != ''", alt.value(90), alt.value(22)),
    )
    return chart


def _labels(base: alt.Chart, layout: Layout, words: Words, *, before: bool) -> alt.Chart:
    chosen = base.transform_filter(f"datum.label != '' && {'' if before else '!'}datum.before")
    text = alt.MarkDef("text", fontSize=SIZE, clip=True, align="left", dx=GLYPH)
    if before:
        text = alt.MarkDef("text", fontSize=SIZE, clip=True, align="right", dx=-GLYPH)
    ink = alt.value("#1c2330")
    chart: alt.Chart = chosen.properties(mark=text).encode(x=_x(layout, "at", words), text="label:N", color=ink)
    return chart
