"""What a page tells of stories of real size: excerpts, chapters, and pictures without a false place."""

from datetime import datetime

import pytest
from stories import story_of

import timeline
from timeline.display.chapters import chapters_of
from timeline.display.dating import when_of
from timeline.display.excerpt import excerpt_of
from timeline.display.layout import layout_of
from timeline.display.words import words_in
from timeline.languages.dates import bounds_text, interval_text

LONG = "devant une salle où se pressaient des témoins venus de toute la région " * 4


@pytest.mark.parametrize(
    ("text", "word", "shown"),
    [
        ("– Anna Berg a quitté Volta vendredi.", "quitté", "Anna Berg a quitté Volta vendredi."),
        ("« Anna Berg a quitté Volta », dit-on.", "quitté", "« Anna Berg a quitté Volta », dit-on."),
        (f"Anna Berg a quitté Volta vendredi {LONG}.", "quitté", "Anna Berg a quitté Volta vendredi devant"),
    ],
)
def test_an_excerpt_has_the_words_around_the_one_that_tells(text, word, shown):
    story = timeline.extract(text, date="2023-11-21", lang="fr")
    event = next(event for event in story if event.trigger.text == word)
    cut = excerpt_of(event)
    assert cut.word == word
    assert (cut.before + cut.word + cut.after).startswith(shown)
    assert len(cut.before + cut.word + cut.after) < 230
    assert cut.is_quoted == text.startswith("«")
    assert ("…" in cut.after) == (len(text) > 230)


def test_chapters_are_calendar_units_that_hold_enough_events():
    chapters = chapters_of(story_of(400))
    assert len(chapters) > 1
    for chapter in chapters:
        assert len(chapter.events) >= 6
        assert all(chapter.start <= when_of(event).start < chapter.end for event in chapter.events)
    assert chapters_of(story_of(3)) == ()


@pytest.mark.parametrize("width", [500.0, 760.0, 1200.0])
def test_labels_are_whole_and_dots_stand_where_their_time_is(width):
    story = story_of(120)
    layout = layout_of(story, words_in("fr"), width=width)
    marks = [mark for lane in layout.lanes for mark in lane.marks]
    assert marks
    for mark in marks:
        assert " ".join(mark.lines).startswith(" ".join(mark.event.label.split())), mark
    dots = [dot for lane in layout.lanes for dot in lane.dots]
    for dot in dots:
        assert layout.scale.reaches(when_of(dot.event).start)
        assert abs(dot.at - layout.scale(when_of(dot.event).start)) <= 24
    assert layout.left_out == len(story) - len(marks) - len(dots)


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (datetime(2023, 11, 20), datetime(2023, 11, 20, 6), "lun. 20 nov. 2023 00:00 – 06:00"),
        (datetime(2023, 11, 19, 18), datetime(2023, 11, 20), "dim. 19 nov. 2023 18:00 – 24:00"),
        (datetime(2023, 11, 20), datetime(2023, 11, 21), "lun. 20 nov. 2023"),
    ],
)
def test_hours_of_one_day_tell_the_day_once(start, end, told):
    assert interval_text(start, end, "fr") == told
    assert bounds_text(start, None, "fr").startswith("à partir du ")


def test_a_merged_story_is_no_single_document_s():
    one = timeline.extract(timeline.Document("Anna Berg a quitté Volta.", id="a", date="2023-11-20", lang="fr"))
    other = timeline.extract(timeline.Document("Anna Berg a fondé Nordis.", id="b", date="2023-11-21", lang="fr"))
    page = timeline.merge([one, other]).to_html()
    assert "<h1>Chronologie : Anna Berg, " in page
    assert "2 textes · " in page
