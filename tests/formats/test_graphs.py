"""Graphs: networkx, GraphML, GEXF and node-link JSON, each read back by networkx."""

import io
import json
from datetime import datetime

import networkx as nx
import pytest

from timeline.model import Timeline

SCALARS = (str, int, float, bool)


def attributes_of(graph):
    return [*graph.nodes.values(), *graph.edges.values()]


@pytest.mark.parametrize("reduced", [True, False])
def test_all_attributes_are_scalars_and_all_have_a_kind(story, reduced):
    graph = story.to_networkx(reduced=reduced)
    assert isinstance(graph, nx.MultiDiGraph)
    assert all(type(value) in SCALARS for attributes in attributes_of(graph) for value in attributes.values())
    assert {attributes["kind"] for attributes in graph.nodes.values()} == {"event", "time", "entity"}
    assert {attributes["kind"] for attributes in graph.edges.values()} == {"relation", "participant", "source"}


def test_nodes_are_what_the_timeline_has(story):
    graph = story.to_networkx()
    ids = {item.id for items in (story.events, story.times, story.entities) for item in items}
    assert set(graph) == ids | {"t0"}
    assert graph.nodes["e1"]["factuality"] == "factual"
    assert graph.nodes["e1"]["earliest"] == "2023-11-17T00:00:00"
    assert "earliest" not in graph.nodes["e6"]
    assert graph.nodes["x1"]["type"] == "PERSON"
    assert graph.nodes["t0"]["start"] == "2023-11-20T00:00:00"


def test_edges_are_order_participation_and_source(story):
    graph = story.to_networkx(reduced=False)
    told = [(link.source, link.target, link.type) for link in story.relations]
    drawn = [(a, b, data["type"]) for a, b, data in graph.edges(data=True) if data["kind"] == "relation"]
    assert sorted(drawn) == sorted(told)
    assert [data["type"] for data in graph["e1"]["x1"].values()] == ["person"]
    assert [data["kind"] for data in graph["e3"]["x3"].values()] == ["source"]
    assert graph["e1"]["e2"][0]["evidence"] == "avant que"


def test_the_reduced_graph_tells_no_less(story):
    reduced = story.to_networkx().number_of_edges()
    assert reduced <= story.to_networkx(reduced=False).number_of_edges()


def read_graphml(text):
    return nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)


def read_gexf(text):
    return nx.read_gexf(io.BytesIO(text.encode()), version="1.2draft")


def test_graphml_reads_back_equal(story):
    graph = story.to_networkx()
    back = read_graphml(story.to_graphml())
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    edges = sorted((a, b, sorted(data.items())) for a, b, data in graph.edges(data=True))
    assert sorted((a, b, sorted(data.items())) for a, b, data in back.edges(data=True)) == edges


def test_graphml_edges_have_ids_of_their_own(story):
    keys = [key for _, _, key in read_graphml(story.to_graphml()).edges(keys=True)]
    assert len(keys) == len(set(keys)) == story.to_networkx().number_of_edges()


def test_gexf_reads_back_with_intervals(story):
    back = read_gexf(story.to_gexf())
    assert set(back) == set(story.to_networkx())
    assert back.graph["mode"] == "dynamic"
    node = back.nodes["e1"]
    assert (node["label"], node["start"], node["end"]) == (
        story["e1"].label,
        "2023-11-17",
        "2023-11-18",
    )
    assert "end" not in back.nodes["e2"]
    assert back.nodes["e7"]["start"] == "2023-11-18T14:30:00"
    assert {data.get("relation") for _, _, data in back.edges(data=True)} > {"IS_INCLUDED", "person"}


def test_gexf_does_not_read_the_clock(story):
    assert str(datetime.now().year) not in story.to_gexf().partition("<graph")[0]  # noqa: DTZ005


def test_node_link_json_reads_back(story):
    from timeline.formats.networkx import to_node_link

    back = nx.node_link_graph(json.loads(to_node_link(story)), edges="links")
    assert nx.utils.graphs_equal(back, story.to_networkx())


@pytest.mark.parametrize("method", ["to_graphml", "to_gexf"])
def test_writes_the_file_and_the_same_every_time(story, tmp_path, method):
    path = tmp_path / "graph.xml"
    text = getattr(story, method)(path)
    assert path.read_bytes().decode() == text == getattr(story, method)()


@pytest.mark.parametrize("read", [read_graphml, read_gexf])
def test_an_empty_timeline_is_an_empty_graph(read):
    method = Timeline().to_graphml if read is read_graphml else Timeline().to_gexf
    assert len(read(method())) == 0


def test_characters_that_xml_cannot_hold_do_not_break_a_file(story):
    from dataclasses import replace

    broken = replace(story, events=(replace(story["e6"], label="a\x00b\ud800"),), relations=())
    assert read_graphml(broken.to_graphml()).nodes["e6"]["label"] == "a\ufffdb\ufffd"
    assert read_gexf(broken.to_gexf()).nodes["e6"]["label"] == "a\ufffdb\ufffd"
