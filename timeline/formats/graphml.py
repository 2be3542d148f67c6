"""GraphML, for yEd, Cytoscape and igraph."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.formats.characters import legal_xml
from timeline.formats.files import save
from timeline.formats.networkx import to_networkx
from timeline.model.timeline import Timeline

if TYPE_CHECKING:
    from networkx import MultiDiGraph


def to_graphml(story: Timeline, path: str | Path | None = None, *, reduced: bool = True) -> str:
    """Return a timeline's graph as GraphML, and write it to `path` when one is given.

    Nodes, edges and `reduced` are those of `timeline.formats.networkx.to_networkx`.
    """
    import networkx as nx

    told = to_networkx(story, reduced=reduced)
    graph: MultiDiGraph[str] = nx.MultiDiGraph(**_legal(told.graph))
    for node, attributes in told.nodes(data=True):
        graph.add_node(node, **_legal(attributes))
    # networkx writes the keys of a multigraph as the ids of edges, which must differ throughout the file.
    for number, (source, target, attributes) in enumerate(told.edges(data=True)):
        graph.add_edge(source, target, key=f"edge{number}", **_legal(attributes))
    buffer = io.BytesIO()
    nx.write_graphml_xml(graph, buffer, encoding="utf-8")
    return save(buffer.getvalue().decode("utf8") + "\n", path)


def _legal(attributes: dict[str, Any]) -> dict[str, Any]:
    return {key: legal_xml(value) if isinstance(value, str) else value for key, value in attributes.items()}
