"""How phrases hang together."""

from __future__ import annotations

import pytest

from timeline.syntax.phrases import mark_before
from timeline.syntax.words import words_of


@pytest.mark.parametrize(
    ("text", "word", "mark"),
    [
        ("Le maire, Ada Roy, est parti.", "Ada", ","),
        ("Le maire est parti.", "maire", ""),  # nothing stands before it
        ("Ada Roy dit : « Le maire part »", "maire", ":"),
        ("Ada Roy quitte Lyon.", "Lyon", ""),
    ],
)
def test_mark_before_a_phrase(nlp_fr, text, word, mark):
    words = words_of(nlp_fr(text), "fr")
    assert mark_before(next(w for w in words if w.text == word)) == mark
