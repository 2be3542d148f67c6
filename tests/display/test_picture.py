"""The picture: where things are, what a mark claims, and that it is an SVG which programs of all kinds can show."""

import re
from dataclasses import replace
from datetime import datetime
from itertools import combinations
from xml.etree import ElementTree

import pytest
from stories import story_of

from timeline.display.layout import SIZE, layout_of, wall_size
from timeline.display.metrics import shortened, text_width, wrapped
from timeline.display.words import words_in
from timeline.errors import FormatError
from timeline.model import Timeline, When
from timeline.model.event import FACTUALITIES

STORIES = {
    "none": Timeline(),
    "one": story_of(1),
    "ten": story_of(10),
    "three hundred": story_of(300),
    "without dates": story_of(40, dated=False),
}
SVG = "{http://www.w3.org/2000/svg}"
FR = words_in("fr")

stories = pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)


def box_of(mark):
    """The box that a mark, its bar and its label take."""
    written = mark.text + max(text_width(line, SIZE) for line in mark.lines)
    return min(mark.text, mark.left), max(written, mark.right), mark.top, mark.top + mark.height


def marks_of(story, **options):
    return [mark for lane in layout_of(story, FR, **options).lanes for mark in lane.marks]


@stories
def test_every_main_turn_has_a_label_and_no_event_is_drawn_twice(story):
    lanes = layout_of(story, FR).lanes
    drawn = [mark.event.id for lane in lanes for mark in (*lane.marks, *lane.dots)]
    assert len(drawn) == len(set(drawn))
    assert sum(len(lane.marks) for lane in lanes) == min(wall_size(len(story)), len(story))


@stories
@pytest.mark.parametrize("width", [600, 1200])
def test_nothing_in_a_lane_is_in_the_way_of_another(story, width):
    for lane in layout_of(story, FR, width=width).lanes:
        for one, other in combinations(lane.marks, 2):
            (a, b, top, bottom), (c, d, above, below) = box_of(one), box_of(other)
            assert b <= c or d <= a or bottom <= above or below <= top


@stories
def test_no_label_is_cut(story):
    for mark in marks_of(story):
        assert " ".join(mark.lines).startswith(mark.event.label)
        assert mark.text + max(text_width(line, SIZE) for line in mark.lines) <= 801


def basis_of(event, **changes):
    changed = replace(event, **changes)
    story = story_of(9)
    return next(
        mark.basis
        for mark in marks_of(replace(story, events=tuple(changed if e.id == event.id else e for e in story)), n=9)
        if mark.event.id == event.id
    )


def test_what_a_mark_claims_is_what_is_known():
    event = story_of(9).events[4]
    near = {"earliest": datetime(2023, 1, 31), "latest": datetime(2023, 2, 1)}
    likely = When(start=near["earliest"], end=near["latest"], basis="inferred", confidence=0.7)
    nothing = {"time": None, "earliest": None, "latest": None, "when": None}
    assert basis_of(event) == "told"
    assert basis_of(event, **(nothing | near)) == "bounded"
    assert basis_of(event, **(nothing | {"when": likely})) == "inferred"
    assert basis_of(event, **nothing) == "undated"
    assert basis_of(event, **(nothing | {"latest": near["latest"]})) == "undated"


def test_a_full_mark_stands_only_at_a_time_that_is_told():
    story = story_of(9)
    tree = ElementTree.fromstring(story.to_svg(n=9))
    for group in tree.iter(f"{SVG}g"):
        if group.get("data-event"):
            marks = [part for part in group if "mark" in part.get("class", "")]
            full = any("full" in part.get("class") for part in marks)
            assert full <= ("told" in group.get("class"))


def test_undated_events_are_in_a_strip_between_their_neighbours():
    events = list(story_of(9).events)
    events[4] = replace(events[4], time=None, earliest=None, latest=None)
    layout = layout_of(replace(story_of(9), events=tuple(events)), FR, n=9)
    strip = layout.lanes[-1]
    (mark,) = (mark for mark in strip.marks if mark.event.id == events[4].id)
    dated = [other for lane in layout.lanes for other in lane.marks if other.basis == "told"]
    order = [event.id for event in events]
    before = [other.left for other in dated if order.index(other.event.id) < 4]
    after = [other.right for other in dated if order.index(other.event.id) > 4]
    assert strip.is_strip
    assert max(before) <= mark.at <= min(after)


def test_lanes_are_for_those_whom_several_turns_are_about():
    story = story_of(12)
    lonely = replace(story.events[0], participants=type(story.events[0].participants)(), salience=1.0)
    lanes = layout_of(replace(story, events=(lonely, *story.events[1:])), FR).lanes
    named = [lane for lane in lanes if lane.entity]
    assert all(len(lane.marks) > 1 for lane in named)
    assert [lane.entity is None and not lane.is_strip for lane in lanes].count(True) == 1


@stories
@pytest.mark.parametrize("options", [{}, {"width": 390}, {"theme": "dark", "title": "Un <titre> & un autre"}])
def test_it_is_well_formed_and_asks_for_nothing(story, options):
    picture = story.to_svg(**options)
    tree = ElementTree.fromstring(picture)
    assert tree.tag == f"{SVG}svg"
    assert not re.search(r"var\(|url\(|@import|href|<script|<foreignObject", picture)
    assert picture.count("http") == 1  # the namespace


def test_options():
    story = story_of(30)
    assert ElementTree.fromstring(story.to_svg(width=700)).get("width") == "700"
    assert len(marks_of(story, n=3)) == 3
    assert "Thu" in story.to_svg(language="en") or "Others" in story.to_svg(language="en")
    some = story.to_svg(events=story.involving("Anna"))
    drawn = {group.get("data-event") for group in ElementTree.fromstring(some).iter(f"{SVG}g")} - {None}
    assert drawn <= {event.id for event in story.involving("Anna")}
    with pytest.raises(FormatError, match="auto, light, dark"):
        story.to_svg(theme="pink")


def test_a_break_is_drawn():
    events = list(story_of(9).events)
    dated = next(number for number, event in enumerate(events) if event.time)
    old = replace(events[dated].time, id="t90", timex3="1990", start=datetime(1990, 1, 1), end=datetime(1991, 1, 1))
    events[dated] = replace(events[dated], time=old, earliest=old.start, latest=old.end, salience=1.0)
    assert 'class="break"' in replace(story_of(9), events=tuple(events)).to_svg()
    assert 'class="break"' not in story_of(9).to_svg()


def test_the_legend_names_the_standings_in_use_and_no_others():
    events = [event for event in story_of(30).events if event.factuality in ("factual", "future")]
    words = {text.text for text in ElementTree.fromstring(Timeline(events=tuple(events)).to_svg()).iter(f"{SVG}text")}
    assert words & set(FACTUALITIES) == {"factual", "future"}


def test_every_standing_has_a_shape_of_its_own():
    shapes = set()
    for name in FACTUALITIES:
        event = replace(story_of(1).events[0], factuality=name)
        group = ElementTree.fromstring(Timeline(events=(event,)).to_svg()).find(f".//{SVG}g[@data-event]")
        shapes.add(
            tuple(
                (part.tag, re.sub(r"[\d.-]+", "", part.get("d", "")))
                for part in group
                if "mark" in part.get("class", "")
            )
        )
    assert len(shapes) == len(FACTUALITIES)


def test_markup_and_illegal_characters_stay_text():
    event = replace(story_of(1).events[0], label="<b>\x00&\ud800 ]]>", id='e"1')
    tree = ElementTree.fromstring(Timeline(events=(event,)).to_svg())
    assert tree.find(f".//{SVG}b") is None
    assert any((text.text or "").startswith("<b>\ufffd&\ufffd") for text in tree.iter(f"{SVG}text"))


def test_the_same_story_is_the_same_picture(tmp_path):
    assert story_of(50).to_svg(tmp_path / "a.svg") == story_of(50).to_svg()
    assert (tmp_path / "a.svg").read_text("utf8") == story_of(50).to_svg()


@pytest.mark.parametrize("text", ["", "short", "a long headline of many words", "語" * 30, "m" * 50])
def test_text_fits(text):
    assert text_width(shortened(text, 100, SIZE), SIZE) <= 100
    assert shortened(text, 10_000, SIZE) == text
    assert all(text_width(line, SIZE) <= 100 for line in wrapped(text, 100, SIZE))


def test_notebooks_get_static_html(evil_story):
    shown = evil_story._repr_html_()
    assert "<script" not in shown
    assert "<img" not in shown
    assert "overflow:auto" in shown
    assert set(evil_story._repr_mimebundle_()) == {"text/plain", "text/html"}


@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("label", ["", " "])
def test_a_blank_headline_is_drawn_without_words(label, width):
    first, *others = STORIES["ten"].events
    blank = replace(STORIES["ten"], events=(replace(first, label=label), *others))
    marks = {mark.event.id: mark for mark in marks_of(blank, width=width)}
    assert [word for line in marks[first.id].lines for word in line.split()] == []
    assert all(mark.lines for name, mark in marks.items() if name != first.id)
