"""Marks in a text: nothing lost, nothing told twice, nothing turned into markup."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.display.marking import Note, paragraphs, pieces

KINDS = ("person", "organisation", "place", "time", "event", "unrelated")
texts = st.text(alphabet="aé<>&\"'\n\r 😀", max_size=40)


@st.composite
def marked_texts(draw):
    text = draw(texts)
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)), st.sampled_from(KINDS))))
    notes = [Note(min(a, b), max(a, b), kind, number, f"<{number}>") for number, (a, b, kind) in enumerate(spans)]
    return text, notes


@given(marked_texts())
def test_the_text_stays_the_text(case):
    text, notes = case
    read = [unescape(re.sub(r"<[^>]*>", "", line)) for line in paragraphs(text, notes)]
    assert read == [line for line in re.split(r"[\r\n]", text) if line.strip()]


@given(marked_texts())
def test_pieces_cover_the_text_once_and_know_what_covers_them(case):
    text, notes = case
    cut = list(pieces(text, notes))
    assert "".join(text[start:end] for start, end, _ in cut) == text
    for start, end, covering in cut:
        assert set(covering) == {note for note in notes if note.start <= start and end <= note.end}


@given(marked_texts())
def test_tags_are_closed_and_never_nested(case):
    for line in paragraphs(*case):
        tags = re.findall(r"<(/?)(\w+)", line)
        assert tags[0] == ("", "p")
        assert tags[-1] == ("/", "p")
        inside = tags[1:-1]
        assert all(
            not a and b and name == closed for (a, name), (b, closed) in zip(inside[::2], inside[1::2], strict=True)
        )


@pytest.mark.parametrize(
    ("notes", "html"),
    [
        ([], "<p>Anna part.</p>"),
        (
            [Note(0, 4, "person", 3, "Anna Berg"), Note(5, 9, "event", 7, "Départ", "7-0")],
            '<p><span class="person" data-entity="3" title="Anna Berg">Anna</span> '
            '<a href="#event-7" class="event" data-event="7" id="at-7" data-place="7-0" title="Départ">part</a>.</p>',
        ),
        (  # an event within a person within a time: one link with all three
            [Note(0, 9, "time"), Note(0, 9, "person", 1), Note(5, 9, "event", 2)],
            '<p><span class="time person" data-entity="1">Anna </span>'
            '<a href="#event-2" class="event time person" data-event="2" data-entity="1">part</a>.</p>',
        ),
        ([Note(2, 2, "event", 0)], "<p>Anna part.</p>"),
    ],
    ids=["none", "side by side", "nested", "empty"],
)
def test_marks_are_written(notes, html):
    assert list(paragraphs("Anna part.", notes)) == [html]


def test_a_place_is_named_once_even_where_a_mark_is_cut():
    notes = [Note(0, 9, "event", 0, place="0-0"), Note(5, 9, "person", 0), Note(0, 9, "event", 1, place="1-0")]
    html = "".join(paragraphs("Anna part.", notes))
    assert html.count("data-place=") == 1
    assert 'data-place="0-0 1-0"' in html
