"""Charts for altair: what they show, and that they are saved without a browser or the network."""

import json
import sys

import pytest
from stories import story_of

from timeline.display.layout import layout_of
from timeline.display.words import words_in
from timeline.errors import FormatError, MissingExtraError
from timeline.model import Timeline

STORIES = {"none": Timeline(), "ten": story_of(10), "without dates": story_of(10, dated=False)}


def data_of(chart, key):
    """The rows of the data set that has a column."""
    told = chart.to_dict(validate=False)
    texts = [layer["data"]["values"] for layer in told["layer"] if "data" in layer] + [
        told.get("data", {}).get("values", "[]")
    ]
    return next(rows for rows in map(json.loads, texts) if rows and key in rows[0])


@pytest.mark.parametrize("kind", ["timeline", "graph"])
@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_charts_are_saved_offline(story, kind, tmp_path):
    chart = story.plot(kind)
    chart.save(tmp_path / "chart.svg")
    chart.save(tmp_path / "chart.png")
    assert (tmp_path / "chart.svg").read_text("utf8").startswith("<svg")
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")


def test_every_event_with_a_date_has_a_row_with_its_sentence(story):
    rows = data_of(story.plot(), "sentence")
    told = {row["id"]: row["sentence"] for row in rows}
    dated = {event.id: event.sentence for event in story if event.time}
    assert dated.items() <= told.items()
    assert told.items() <= {event.id: event.sentence for event in story}.items()


def test_a_dated_event_stands_at_its_time(story):
    event = story.find("rejoint")[0]
    (row,) = (row for row in data_of(story.plot(), "sentence") if row["id"] == event.id)
    assert row["start"] == event.earliest.isoformat()
    assert row["end"] == event.latest.isoformat()


def test_it_zooms_and_selects_by_entity(story):
    chart = story.plot().to_dict()
    names = {param.get("name"): param for param in chart["params"]}
    assert set(names["entity"]["bind"]["labels"]) == {"Tout", *(entity.name for entity in story.entities)}
    assert any(param.get("bind") == "scales" for param in chart["params"])


def test_the_graph_has_layers_in_time():
    story = story_of(10, dated=False)
    nodes = data_of(story.plot("graph"), "kind")
    assert [node["y"] for node in nodes] == sorted({node["y"] for node in nodes})
    assert [node["id"] for node in nodes] == [event.id for event in story]
    assert len(data_of(story.plot("graph"), "relation")) == 9


def test_the_graph_of_a_long_story_is_that_of_its_main_turns():
    story = story_of(70)
    nodes = data_of(story.plot("graph"), "kind")
    assert [node["id"] for node in nodes if node["id"] in {e.id for e in story.highlights(23)}] == [
        n["id"] for n in nodes
    ]
    assert len(nodes) == 23
    assert len(data_of(story.plot("graph", n=5), "kind")) == 5
    width = story.plot("graph", width=700).to_dict()["width"]
    assert width <= 900


def test_options(story):
    chart = story.plot(title="Une affaire", theme="dark", language="en", n=4).to_dict()
    assert chart["title"] == "Une affaire"
    assert chart["config"]["background"] != "#ffffff"
    assert sum(bool(row["lines"]) for row in data_of(story.plot(n=4), "sentence")) == 4
    with pytest.raises(FormatError, match="'light' and 'dark'"):
        story.plot(theme="auto")


def test_the_chart_has_the_picture_s_own_scale(story):
    rows = {row["id"]: row for row in data_of(story.plot(width=900), "sentence")}
    layout = layout_of(story, words_in("fr"), width=900)
    marks = [mark for lane in layout.lanes for mark in lane.marks]
    assert {mark.event.id: (mark.left, mark.right) for mark in marks if mark.right > mark.left + 1} == {
        mark.event.id: (rows[mark.event.id]["left"], rows[mark.event.id]["right"])
        for mark in marks
        if mark.right > mark.left + 1
    }


def test_charts_of_many_events_are_not_refused():
    assert story_of(1500).plot().to_json()


def test_an_unknown_chart_is_an_error(story):
    with pytest.raises(FormatError, match="'timeline' and 'graph'"):
        story.plot("pie")


def test_without_altair_the_error_names_the_command(story, monkeypatch):
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(MissingExtraError, match=r'pip install "timeline-extractor\[plot\]"'):
        story.plot()
