"""The order of a story as an altair chart: events in layers, earlier ones to the left, joined by relations."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import altair as alt

from timeline.display.metrics import shortened
from timeline.display.svg import STANDINGS
from timeline.display.time_chart import SHAPES, data_of, nothing
from timeline.display.words import Words, words_of
from timeline.model.event import Event
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline
from timeline.reasoning.placing import REFERENCE

_COLUMN = 210
_ROW = 40
_SIZE = 11.0
_ORDER = {"BEFORE": 1, "IBEFORE": 1, "AFTER": -1, "IAFTER": -1}


def order_graph(story: Timeline) -> alt.LayerChart:
    """Return the reduced graph of a story: the relations that the others do not entail.

    Events stand in the column of their group in `Timeline.order`; a time stands with the first event in it, or else
    next to the events that it bounds.
    """
    words = words_of(story)
    if not story.events:
        return nothing(words)
    relations = tuple(story.graph.reduced())
    nodes = _nodes(story, relations, words)
    places = {node["id"]: node for node in nodes}
    edges = [_edge(link, places) for link in relations if link.source in places and link.target in places]
    columns = max((node["x"] for node in nodes), default=0) + 1
    rows = max((node["y"] for node in nodes), default=0) + 1
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-0.1, columns], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-0.6, rows - 0.4], reverse=True, nice=False))
    chart: alt.LayerChart = alt.layer(_lines(edges, x, y, words), *_points(nodes, x, y, words)).properties(
        width=columns * _COLUMN, height=rows * _ROW
    )
    return chart


def _nodes(story: Timeline, relations: tuple[Relation, ...], words: Words) -> list[dict[str, Any]]:
    columns = {event.id: number for number, group in enumerate(story.order()) for event in group}
    for time in dict.fromkeys(key for link in relations for key in (link.source, link.target)):
        if time not in columns:
            columns[time] = _column(time, relations, columns)
    filled: dict[int, int] = defaultdict(int)
    nodes = []
    for key in sorted(columns, key=columns.__getitem__):
        nodes.append({"id": key, "x": columns[key], "y": filled[columns[key]]} | _told(story, key, words))
        filled[columns[key]] += 1
    return nodes


def _column(time: str, relations: tuple[Relation, ...], columns: dict[str, int]) -> int:
    """Return the column of the first event within a time, or beside the events that come before or after it."""
    within: list[int] = []
    before: list[int] = []
    after: list[int] = []
    for link in relations:
        if time not in (link.source, link.target):
            continue
        other = link.target if link.source == time else link.source
        direction = _ORDER.get(link.type, 0) * (1 if link.source == other else -1)
        if other in columns:
            (within, before, after)[direction].append(columns[other])
    if within:
        return min(within)
    return max(before) + 1 if before else max(min(after, default=1) - 1, 0)


def _told(story: Timeline, key: str, words: Words) -> dict[str, str]:
    item = None if key == REFERENCE else story[key]
    sentence = ""
    if isinstance(item, Event):
        kind, label, date, sentence = item.factuality, item.label, words.when(item), " ".join(item.sentence.split())
    elif isinstance(item, TimeValue):
        kind, label, date = "time", item.mention.text if item.mention else item.timex3, words.time(item)
    else:
        date = words.date(story.reference_date) if story.reference_date else "–"
        kind, label = "time", words("published").format(date=date)
    return {
        "kind": kind,
        "label": shortened(label, _COLUMN - 24, _SIZE),
        "event": label,
        "date": date,
        "sentence": sentence,
    }


def _edge(link: Relation, places: dict[str, dict[str, Any]]) -> dict[str, Any]:
    source, target = places[link.source], places[link.target]
    span = f" “{' '.join(link.evidence.span.text.split())}”" if link.evidence.span else ""
    return {
        "x": source["x"],
        "y": source["y"],
        "x2": target["x"],
        "y2": target["y"],
        "relation": f"{source['event']} {link.type} {target['event']}",
        "evidence": f"{link.evidence.rule}{span}",
        "order": link.type in _ORDER,
    }


def _lines(edges: list[dict[str, Any]], x: alt.X, y: alt.Y, words: Words) -> alt.Chart:
    """Draw relations of order as full lines, those of inclusion and identity as dashed ones."""
    dash = alt.condition("datum.order", alt.value([1, 0]), alt.value([3, 3]))
    tooltip = [alt.Tooltip("relation:N", title=words("relation")), alt.Tooltip("evidence:N", title=words("evidence"))]
    lines = alt.Chart(data_of(edges)).mark_rule(color="#b4bccb", strokeWidth=1.2)
    chart: alt.Chart = lines.encode(x=x, y=y, x2="x2:Q", y2="y2:Q", strokeDash=dash, tooltip=tooltip)
    return chart


def _points(nodes: list[dict[str, Any]], x: alt.X, y: alt.Y, words: Words) -> tuple[alt.Chart, alt.Chart]:
    used = list(dict.fromkeys(node["kind"] for node in nodes))
    colours = {**{name: pair[0] for name, pair in STANDINGS.items()}, "time": "#586174"}
    colour = alt.Color("kind:N", legend=None).scale(domain=used, range=[colours[name] for name in used])
    shape = alt.Shape("kind:N", legend=None).scale(domain=used, range=[SHAPES.get(name, "square") for name in used])
    tooltip = [alt.Tooltip(f"{key}:N", title=words(key)) for key in ("event", "date", "sentence")]
    base = alt.Chart(data_of(nodes)).encode(x=x, y=y, tooltip=tooltip)
    zoom = alt.selection_interval(bind="scales")
    points = base.mark_point(size=70, strokeWidth=1.8, fill="white").encode(color=colour, shape=shape).add_params(zoom)
    return points, base.mark_text(align="left", dy=-11, dx=-4, fontSize=_SIZE).encode(text="label:N")
