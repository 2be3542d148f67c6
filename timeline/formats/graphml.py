"""GraphML, for yEd, Cytoscape and igraph."""

from __future__ import annotations

import io
from pathlib import Path

from timeline.formats.characters import legal_xml
from timeline.formats.files import save
from timeline.formats.networkx import to_networkx
from timeline.model.timeline import Timeline


def to_graphml(story: Timeline, path: str | Path | None = None, *, reduced: bool = True) -> str:
    """Return a timeline's graph as GraphML, and write it to `path` when one is given.

    Nodes, edges and `reduced` are those of `timeline.formats.networkx.to_networkx`.
    """
    import networkx as nx

    graph = to_networkx(story, reduced=reduced)
    for attributes in (*graph.nodes.values(), *graph.edges.values()):
        attributes.update({key: legal_xml(value) for key, value in attributes.items() if isinstance(value, str)})
    buffer = io.BytesIO()
    nx.write_graphml_xml(graph, buffer, encoding="utf-8")
    return save(buffer.getvalue().decode("utf8") + "\n", path)
