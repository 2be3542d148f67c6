"""Whatever text comes in, it is answered, and what is said of it holds."""

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline

from .amount import share, tried
from .invariants import FORMATS, answers, hold, or_refused
from .strategies import texts


@pytest.mark.parametrize("lang", ["fr", "en"])
@share(0.15)
@given(data=st.data())
def test_every_text_is_answered(lang, data):
    tried["texts"] += 1
    text = data.draw(texts(lang))
    date = data.draw(st.sampled_from((None, "2023-11-20", "0001-01-01", "9999-12-31")))
    story = timeline.extract(text, date=date, lang=lang)
    assert story.documents[0].text == text
    hold(story)
    if data.draw(st.integers(0, 9)) == 0:
        answers(story, formats=FORMATS)


@pytest.mark.parametrize("lang", ["fr", "en"])
@share(0.04)
@given(data=st.data())
def test_a_date_given_later_is_a_date_given(lang, data):
    tried["texts read twice"] += 1
    text = data.draw(texts(lang))
    later = timeline.extract(text, lang=lang).anchored("2023-11-20")
    assert later == timeline.extract(text, date="2023-11-20", lang=lang)


@share(0.02)
@given(text=texts("fr") | texts("en") | st.text(st.characters(), max_size=200))
def test_a_text_in_no_known_language_is_answered(text):
    tried["texts of unknown language"] += 1
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", timeline.TimelineWarning)
        with or_refused():
            hold(timeline.extract(text))
