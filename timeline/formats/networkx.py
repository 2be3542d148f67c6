"""networkx: events, times and entities as nodes, order and participation as edges."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.formats.files import save
from timeline.formats.saying import headline_of
from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline

if TYPE_CHECKING:
    from networkx import MultiDiGraph

Scalar = str | int | float | bool


def to_networkx(story: Timeline, *, reduced: bool = True) -> MultiDiGraph[str]:
    """Return a timeline as a directed multigraph whose attributes are all scalars.

    Nodes are the ids of events, times and entities and carry `kind`: ``"event"``, ``"time"`` or ``"entity"``;
    ``"t0"`` is the reference date. Edges carry `kind` too:

    - ``"relation"``: from an event or time to another, `type` is the TimeML relation, with `confidence`, `rule` and
      `evidence` (the words);
    - ``"participant"``: from an event to an entity, `type` is the role;
    - ``"source"``: from an event to the entity that vouches for it.

    The graph has `title`, `language` and `reference_date`. An attribute that has no value is left out.
    Dates are ISO 8601 text, which every graph format can hold.

    Parameters
    ----------
    story : Timeline
    reduced : bool
        Leave out relations that follow from others, which makes the graph readable; False keeps all of them.
    """
    import networkx as nx

    graph: MultiDiGraph[str] = nx.MultiDiGraph(**_story(story))
    relations = tuple(story.graph.reduced()) if reduced else story.relations
    if story.reference_date is not None or any("t0" in (link.source, link.target) for link in relations):
        graph.add_node("t0", **_reference(story))
    for time in story.times:
        graph.add_node(time.id, **_time(time))
    for event in story.events:
        graph.add_node(event.id, **_event(event))
    for entity in story.entities:
        graph.add_node(entity.id, kind="entity", label=entity.name, type=entity.type, mentions=len(entity.mentions))
    for link in relations:
        graph.add_edge(link.source, link.target, **_relation(link))
    for event in story.events:
        for kind, type_, entity in _players(event):
            graph.add_edge(event.id, entity.id, kind=kind, type=type_, label=type_, inferred=type_ in event.inferred)
    return graph


def to_node_link(story: Timeline, path: str | Path | None = None) -> str:
    """Return the graph as node-link JSON, which networkx and d3 read, and write it to `path` when one is given."""
    import networkx as nx

    data = nx.node_link_data(to_networkx(story), edges="links")
    return save(json.dumps(data, ensure_ascii=False, indent=1), path)


def _story(story: Timeline) -> dict[str, Scalar]:
    return _without_nothing(
        title=headline_of(story), language=story.language, reference_date=_moment(story.reference_date)
    )


def _reference(story: Timeline) -> dict[str, Scalar]:
    moment = _moment(story.reference_date)
    return _without_nothing(kind="time", label=moment or "t0", type="DATE", start=moment)


def _time(time: TimeValue) -> dict[str, Scalar]:
    return _without_nothing(
        kind="time",
        label=time.mention.text if time.mention else time.timex3,
        type=time.type,
        timex3=time.timex3,
        edtf=time.edtf,
        granularity=time.granularity.value if time.granularity else None,
        start=_moment(time.start),
        end=_moment(time.end),
    )


def _event(event: Event) -> dict[str, Scalar]:
    return _without_nothing(
        kind="event",
        label=event.label,
        type=event.type,
        timeml_class=event.timeml_class,
        factuality=event.factuality,
        trigger=event.trigger.text,
        timex3=event.time.timex3 if event.time else None,
        earliest=_moment(event.earliest),
        latest=_moment(event.latest),
        sentence=event.sentence,
        document=event.trigger.document,
        start_char=event.trigger.start,
        end_char=event.trigger.end,
        salience=event.salience,
        confidence=event.confidence,
    )


def _relation(link: Relation) -> dict[str, Scalar]:
    return _without_nothing(
        kind="relation",
        type=link.type,
        label=link.type,
        confidence=link.confidence,
        rule=link.evidence.rule,
        evidence=link.evidence.span.text if link.evidence.span else None,
    )


def _players(event: Event) -> Iterator[tuple[str, str, Entity]]:
    for role, players in event.participants.items():
        for player in players:
            if isinstance(player, Entity):
                yield "participant", role, player
    if isinstance(event.source, Entity):
        yield "source", "source", event.source


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None


def _without_nothing(**attributes: Scalar | None) -> dict[str, Scalar]:
    return {name: value for name, value in attributes.items() if value is not None}
