"""Twice the text is about twice the work, whatever the text: calls of functions are counted, no clock is read.

What one call of C does is not counted; the benchmark's exponents (`python -m timeline benchmark`) are for that.
"""

import sys

import pytest

import timeline

SENTENCE = "La ministre Anna Berg a quitté le gouvernement lundi."
TEXTS = {
    "one sentence again and again": f"{SENTENCE} ",
    "one endless sentence": "La ministre Anna Berg a quitté le gouvernement lundi et ",
    "dates alone": "le 3 mai 2021, ",
    "empty lines": "\n",
    "digits and dashes": "1-",
    "a list of names": "Anna Berg, Paul Morel, Marie Petit, ",
    "quotations": "« Il part », dit-elle. ",
    "brackets": "(",
    "one long word": "anticonstitutionnellement",
    "markup": "<p>Il part.</p>",
}
SHORT = 3_000
ALLOWED = 2.6  # times the work for twice the text


def work_of(text):
    """Return how many calls reading a text takes."""
    calls = 0

    def count(frame, event, argument):
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        timeline.extract(text, date="2023-11-20", lang="fr")
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("kind", TEXTS)
def test_work_grows_with_the_text(kind):
    piece = TEXTS[kind]
    short, long = (piece * (size // len(piece)) for size in (SHORT, 2 * SHORT))
    timeline.extract(long[:500], date="2023-11-20", lang="fr")
    assert work_of(long) <= ALLOWED * work_of(short)
