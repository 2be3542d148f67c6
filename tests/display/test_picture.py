"""The picture: where things are, and that it is an SVG which programs of all kinds can show."""

import re
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest
from stories import story_of

from timeline.display.layout import GLYPH, RIGHT, SIZE, intervals_of, layout_of, wall_size
from timeline.display.metrics import shortened, text_width
from timeline.display.svg import to_svg
from timeline.model import Timeline
from timeline.model.event import FACTUALITIES

STORIES = {
    "none": Timeline(),
    "one": story_of(1),
    "ten": story_of(10),
    "three hundred": story_of(300),
    "without dates": story_of(40, dated=False),
}
SVG = "{http://www.w3.org/2000/svg}"

stories = pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)


def room_of(mark):
    """The stretch of its row that a mark, its bar and its label take."""
    needed = GLYPH + text_width(mark.label, SIZE)
    first, last = (-needed, GLYPH) if mark.before else (-GLYPH, needed)
    at = mark.place.at
    return min(at + first, mark.place.left), max(at + last, mark.place.right)


@stories
def test_every_event_is_drawn_once(story):
    lanes = layout_of(story).lanes
    drawn = [mark.event.id for lane in lanes for mark in (*lane.marks, *lane.dots)]
    assert sorted(drawn) == sorted(event.id for event in story)
    assert sum(len(lane.marks) for lane in lanes) == min(wall_size(len(story)), len(story))


@stories
def test_nothing_in_a_row_is_in_the_way_of_its_neighbours(story):
    for lane in layout_of(story).lanes:
        for one, other in combinations(lane.marks, 2):
            (a, b), (c, d) = room_of(one), room_of(other)
            assert one.row != other.row or b <= c or d <= a


@stories
def test_nothing_leaves_the_picture(story):
    layout = layout_of(story)
    for mark in (mark for lane in layout.lanes for mark in lane.marks):
        left, right = room_of(mark)
        assert left >= -GLYPH
        assert right <= layout.width + RIGHT


def test_labels_that_find_no_room_after_their_mark_stand_before_it():
    marks = [mark for lane in layout_of(STORIES["three hundred"]).lanes for mark in lane.marks]
    assert {mark.before for mark in marks} == {True, False}


def test_bounds_that_are_not_known_come_from_the_neighbours():
    events = list(story_of(9).events)
    events[4] = replace(events[4], time=None, earliest=None, latest=None)
    low, high = intervals_of(events)[4]
    assert low == max(event.earliest for event in events[:4])
    assert high == min(event.latest for event in events[5:])


def test_events_with_one_interval_keep_their_order():
    first = story_of(9).events[0]
    alike = tuple(replace(first, id=f"e{number}") for number in range(1, 6))
    dated = story_of(9).events[8]
    lanes = layout_of(replace(story_of(9), events=(*alike, dated)), labelled=0).lanes
    at = {mark.event.id: mark.place.at for lane in lanes for mark in lane.dots}
    assert [at[event.id] for event in alike] == sorted({at[event.id] for event in alike})


def test_nobody_is_the_last_lane():
    story = story_of(12)
    lonely = replace(story.events[0], participants=type(story.events[0].participants)(), salience=1.0)
    lanes = layout_of(replace(story, events=(lonely, *story.events[1:]))).lanes
    assert [lane.entity is None for lane in lanes] == [False] * (len(lanes) - 1) + [True]


@stories
def test_it_is_well_formed_and_asks_for_nothing(story):
    picture = to_svg(story)
    tree = ElementTree.fromstring(picture)
    assert tree.tag == f"{SVG}svg"
    assert not re.search(r"var\(|url\(|@import|href|<script|<foreignObject", picture)
    assert picture.count("http") == 1  # the namespace


def test_the_legend_names_the_standings_in_use_and_no_others():
    events = [event for event in story_of(30).events if event.factuality in ("factual", "future")]
    words = {text.text for text in ElementTree.fromstring(to_svg(Timeline(events=tuple(events)))).iter(f"{SVG}text")}
    assert words & set(FACTUALITIES) == {"factual", "future"}


def test_every_standing_has_a_shape_of_its_own():
    shapes = set()
    for name in FACTUALITIES:
        event = replace(story_of(1).events[0], factuality=name)
        group = ElementTree.fromstring(to_svg(Timeline(events=(event,)))).find(f".//{SVG}g[@data-event]")
        shapes.add(
            tuple(
                (part.tag, part.get("class"), part.get("d", "")[:20])
                for part in group
                if "mark" in part.get("class", "")
            )
        )
    assert len(shapes) == len(FACTUALITIES)


def test_markup_and_illegal_characters_stay_text():
    event = replace(story_of(1).events[0], label="<b>\x00&\ud800 ]]>", id='e"1')
    tree = ElementTree.fromstring(to_svg(Timeline(events=(event,))))
    assert tree.find(f".//{SVG}b") is None
    assert any((text.text or "").startswith("<b>\ufffd&\ufffd") for text in tree.iter(f"{SVG}text"))


def test_the_same_story_is_the_same_picture(tmp_path):
    assert story_of(50).to_svg(tmp_path / "a.svg") == story_of(50).to_svg()
    assert (tmp_path / "a.svg").read_text("utf8") == story_of(50).to_svg()


@pytest.mark.parametrize("text", ["", "short", "a long headline of many words", "語" * 30, "m" * 50])
def test_shortened_text_fits(text):
    assert text_width(shortened(text, 100, SIZE), SIZE) <= 100
    assert shortened(text, 10_000, SIZE) == text


def test_notebooks_get_static_html(evil_story):
    shown = evil_story._repr_html_()
    assert "<script" not in shown
    assert "<img" not in shown
    assert "overflow:auto" in shown
    assert set(evil_story._repr_mimebundle_()) == {"text/plain", "text/html"}
