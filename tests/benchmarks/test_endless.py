"""No text makes a stage super-linear: growth is counted in calls, not in seconds.

What bounds the work, the length of a sentence and how far back mentions are compared, is ten times as near as it is, so
that short texts show it; ``endless.py`` measures long ones.
"""

import pytest
from counting import calls
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


def read(kind, words):
    lang, text = text_of(kind, words)
    (story,) = read_chunk([(text, {"lang": lang, "date": "2023-11-20"})])
    assert story.error is None


@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_text_takes_about_twice_the_calls(kind):
    read(kind, SHORT)  # what is made once
    assert calls(read, kind, LONG) < 2.5 * calls(read, kind, SHORT)


@pytest.mark.parametrize("kind", KINDS)
def test_every_sentence_has_an_end(pipelines, kind):
    lang, text = text_of(kind, LONG)
    assert max(len(sentence) for sentence in pipelines[lang](text).sents) <= sentences.LONGEST + 50  # and blanks
