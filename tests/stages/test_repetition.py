"""Verbs that tell several events, each with a time."""

import pytest

import timeline

TEXTS = [
    ("en", "The suspect was arrested twice, in 2019 and in 2021.", ["2019", "2021"]),
    ("fr", "L'opposant a été emprisonné en 2015, en 2018 puis en 2021.", ["2015", "2018", "2021"]),
    ("fr", "L'opposant a été emprisonné entre 2015 et 2018.", ["2015"]),
    ("fr", "Le suspect a été arrêté en mars 2019 à Lens.", ["2019-03"]),
]


@pytest.mark.parametrize(("lang", "text", "dates"), TEXTS)
def test_each_time_has_its_event(lang, text, dates):
    story = timeline.extract(text, date="2023-11-20", lang=lang)
    assert [event.time.timex3 for event in story if event.time is not None] == dates
