"""Whatever stands for a date is read, or refused in words."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline

from .amount import share, tried
from .invariants import hold, or_refused

TEXT = (
    "Hier, Anna Berg a quitté Volta. Elle part demain pour trois ans. Il y a dix siècles, on le disait déjà. Vendredi "
    "prochain, le conseil se réunira ; fin mars, en 2016, l'été dernier, il votait deux fois par semaine. Dans un an ?"
)
DATES = st.one_of(
    st.dates(),
    st.datetimes(),
    st.datetimes(timezones=st.just(timezone(timedelta(hours=5)))),
    st.dates().map(date.isoformat),
    st.datetimes().map(datetime.isoformat),
    st.sampled_from((date.min, date.max, datetime.min, datetime.max, "0001-01-01", "9999-12-31T23:59:59.999999", None)),
    st.text(max_size=12),
    st.from_regex(r"\A-?[0-9]{1,5}([-/][0-9]{1,2}){0,2}([T ][0-9:.+Z]{0,8})?\Z"),
    st.integers(),
    st.floats(),
    st.binary(max_size=4),
)


@pytest.fixture(scope="module")
def story():
    return timeline.extract(TEXT, lang="fr")


@share(0.15)
@given(value=DATES)
def test_every_reference_date_is_read_or_refused(story, value):
    tried["dates"] += 1
    anchored = story
    with or_refused():
        anchored = story.anchored(value)
    hold(anchored)


@share(0.05)
@given(first=DATES, second=DATES)
def test_every_question_with_a_date_is_answered_or_refused(story, first, second):
    tried["questions with dates"] += 1
    questions = (
        lambda: story.on(first),
        lambda: story.between(first, second),
        lambda: story.as_of(first),
        lambda: story.since(first),
        lambda: story.redated(story[0], first),
    )
    for question in questions:
        with or_refused():
            question()
