"""Formats mean what they say: no formula in a cell, no fact that is none, attributes of the whole story."""

import json
from dataclasses import replace

import pytest

import timeline
from timeline.model import Timeline

TEXT = "Anna Berg a quitté Volta vendredi. Jean Roux n'a pas rejoint Nordis. Paul Klein pourrait partir."


@pytest.fixture(scope="module")
def story():
    return timeline.extract(timeline.Document(TEXT, date="2023-11-20", lang="fr", id="d", title="Une affaire"))


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_is_a_formula(story, label):
    changed = replace(story, events=(replace(story[0], label=label),))
    assert f",'{label}," in changed.to_csv()


def test_what_is_no_fact_is_no_schema_event(story):
    nodes = {node.get("schema:name"): node for node in json.loads(story.to_jsonld())["@graph"]}
    for event in story:
        assert ("schema:Event" in nodes[event.label]["@type"]) == (event.factuality in ("factual", "reported"))


def test_graphs_know_their_story(story):
    graph = story.to_networkx()
    assert graph.graph == {"title": "Une affaire", "language": "fr", "reference_date": "2023-11-20T00:00:00"}
    assert "Une affaire" in story.to_graphml()


def test_ids_of_tasks_are_words(story):
    odd = replace(story, events=(replace(story[0], id="e:1, crit"),), relations=(), evidence=())
    assert "e_1__crit, 2023" in odd.to_mermaid(chart="gantt")


def test_followthemoney(story, tmp_path):
    items = [json.loads(line) for line in story.to_followthemoney(tmp_path / "story.ftm.json").splitlines()]
    people = {item["id"]: item["properties"]["name"] for item in items if item["schema"] == "Person"}
    events = [item for item in items if item["schema"] == "Event"]
    assert ["Anna Berg"] in people.values()
    assert [event["properties"]["startDate"] for event in events] == [["2023-11-17"]]
    assert {who for event in events for who in event["properties"]["involved"]} <= {item["id"] for item in items}
    assert len({item["id"] for item in items}) == len(items)
    assert Timeline().to_followthemoney() == ""
