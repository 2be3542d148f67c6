"""No text makes a stage super-linear: growth is counted in calls, not in seconds.

What bounds the work, the length of a sentence and how far back mentions are compared, is ten times as near as it is, so
that short texts show it; ``endless.py`` measures long ones.
"""

import sys

import pytest
from endless import KINDS, text_of

from timeline.stages.events import joining
from timeline.stages.extraction import read_chunk
from timeline.stages.ordering import phases
from timeline.stages.reading import sentences

SHORT, LONG = 300, 600
BOUNDS = (
    *((sentences, "LONG"), (sentences, "LONGER"), (sentences, "LONGEST")),
    *((joining, "REACH"), (phases, "FAR")),
)


@pytest.fixture(autouse=True)
def _near_bounds(monkeypatch):
    for module, name in BOUNDS:
        monkeypatch.setattr(module, name, getattr(module, name) // 10)


def calls(kind, words):
    """Return how many calls reading takes, those of compiled code included."""
    lang, text = text_of(kind, words)
    count = 0

    def note(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        (story,) = read_chunk([(text, {"lang": lang, "date": "2023-11-20"})])
    finally:
        sys.setprofile(None)
    assert story.error is None
    return count


@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_text_takes_about_twice_the_calls(kind):
    calls(kind, SHORT)  # what is made once
    assert calls(kind, LONG) < 2.5 * calls(kind, SHORT)


@pytest.mark.parametrize("kind", KINDS)
def test_every_sentence_has_an_end(pipelines, kind):
    lang, text = text_of(kind, LONG)
    assert max(len(sentence) for sentence in pipelines[lang](text).sents) <= sentences.LONGEST + 50  # and blanks
