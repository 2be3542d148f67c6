"""GEXF, for Gephi: the graph with an interval on every event and time that has one."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

from timeline.formats.characters import legal_xml
from timeline.formats.files import save
from timeline.formats.networkx import to_networkx
from timeline.model.timeline import Timeline

# networkx reads the clock for this attribute, and the same story must give the same bytes on every day.
_MODIFIED = re.compile(r' lastmodifieddate="[^"]*"')


def to_gexf(story: Timeline, path: str | Path | None = None, *, reduced: bool = True) -> str:
    """Return a timeline's graph as GEXF 1.2, and write it to `path` when one is given.

    Nodes, edges and `reduced` are those of `timeline.formats.networkx.to_networkx`. Each event lasts from its
    earliest to its latest moment, each time from its start to its end, so that Gephi's timeline can play the story; a
    side that nobody knows is left open.
    """
    import networkx as nx

    graph: Any = nx.MultiDiGraph(mode="dynamic")
    told = to_networkx(story, reduced=reduced)
    for node, attributes in told.nodes(data=True):
        graph.add_node(node, **_node(attributes))
    for source, target, attributes in told.edges(data=True):
        graph.add_edge(source, target, **_edge(attributes))
    buffer = io.BytesIO()
    nx.write_gexf(graph, buffer, encoding="utf-8", version="1.2draft")
    text = _MODIFIED.sub("", buffer.getvalue().decode("utf8"), count=1)
    if " timeformat=" not in text:  # networkx 3.4, the last for Python 3.10, forgets it
        text = text.replace("<graph ", '<graph timeformat="date" ', 1)
    return save(f"{text}\n", path)


def _node(attributes: dict[str, Any]) -> dict[str, Any]:
    written = {key: _legal(value) for key, value in attributes.items()}
    for side, bound in (("start", "earliest"), ("end", "latest")):
        moment = written.get(bound) or written.get(side)
        if moment is not None:
            # The time format is "date", the only calendar one that networkx knows; Gephi reads hours in it.
            written[side] = moment.removesuffix("T00:00:00")
    return written


def _edge(attributes: dict[str, Any]) -> dict[str, Any]:
    # In GEXF `type` says whether an edge has a direction.
    return {"relation" if key == "type" else key: _legal(value) for key, value in attributes.items()}


def _legal(value: Any) -> Any:
    return legal_xml(value) if isinstance(value, str) else value
