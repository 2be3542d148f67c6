"""Dates and bounds as a reader writes them."""

from dataclasses import replace
from datetime import datetime

import pytest
from stories import story_of

from timeline.display.words import words_of
from timeline.languages.base import available_languages, get_language
from timeline.model import Document, Granularity, Timeline, TimeValue

FR = words_of(Timeline(documents=(Document("", lang="fr"),)))
EN = words_of(Timeline(documents=(Document("", lang="en"),)))
MONDAY = datetime(2023, 11, 20)


def time(timex3, granularity, start=None, end=None):
    return TimeValue(id="t1", type="DATE", timex3=timex3, granularity=granularity, start=start, end=end)


@pytest.mark.parametrize(
    ("value", "fr", "en"),
    [
        (time("2023-11-20", Granularity.DAY, MONDAY, datetime(2023, 11, 21)), "lun. 20 nov. 2023", "Mon 20 Nov 2023"),
        (
            time("2023-11-20TMO", Granularity.PART_OF_DAY, datetime(2023, 11, 20, 6), datetime(2023, 11, 20, 12)),
            "lun. 20 nov. 2023, matin",
            "Mon 20 Nov 2023, morning",
        ),
        (
            time(
                "2023-11-20T14:30", Granularity.MINUTE, datetime(2023, 11, 20, 14, 30), datetime(2023, 11, 20, 14, 31)
            ),
            "lun. 20 nov. 2023 14:30",
            "Mon 20 Nov 2023 14:30",
        ),
        (time("2015-12", Granularity.MONTH, datetime(2015, 12, 1), datetime(2016, 1, 1)), "déc. 2015", "Dec 2015"),
        (time("2015", Granularity.YEAR, datetime(2015, 1, 1), datetime(2016, 1, 1)), "2015", "2015"),
        (time("199", Granularity.DECADE, datetime(1990, 1, 1), datetime(2000, 1, 1)), "années 1990", "1990s"),
        (time("18", Granularity.CENTURY, datetime(1800, 1, 1), datetime(1900, 1, 1)), "1800 – 1899", "1800 – 1899"),
        (
            time("2023-W47", Granularity.WEEK, MONDAY, datetime(2023, 11, 27)),
            "semaine du lun. 20 nov. 2023",
            "week of Mon 20 Nov 2023",
        ),
        (
            time("2023-Q4", Granularity.QUARTER, datetime(2023, 10, 1), datetime(2024, 1, 1)),
            "dim. 1 oct. – dim. 31 déc. 2023",
            "Sun 1 Oct – Sun 31 Dec 2023",
        ),
        (time("XXXX-WXX-5", Granularity.DAY), "XXXX-WXX-5", "XXXX-WXX-5"),
    ],
    ids=str,
)
def test_times(value, fr, en):
    assert FR.time(value) == fr
    assert EN.time(value) == en


@pytest.mark.parametrize(
    ("earliest", "latest", "fr", "en"),
    [
        (None, None, "sans date", "undated"),
        (MONDAY, None, "à partir du lun. 20 nov. 2023", "from Mon 20 Nov 2023 on"),
        (None, MONDAY, "avant le lun. 20 nov. 2023", "before Mon 20 Nov 2023"),
        (
            MONDAY,
            datetime(2023, 11, 22),
            "entre le lun. 20 nov. et le mar. 21 nov. 2023",
            "between Mon 20 Nov and Tue 21 Nov 2023",
        ),
    ],
)
def test_bounds(earliest, latest, fr, en):
    event = replace(story_of(1, dated=False).events[0], earliest=earliest, latest=latest)
    assert FR.when(event) == fr
    assert EN.when(event) == en
    assert FR.time(replace(time("", None, earliest, latest), rule="bounds")) == fr


def test_every_language_has_the_same_words():
    rooms = [get_language(code).display for code in available_languages()]
    for name in ("words", "factuality", "counts"):
        assert len({frozenset(getattr(room, name)) for room in rooms}) == 1


def test_a_language_without_words_is_shown_in_english():
    assert words_of(Timeline(documents=(Document("", lang="eo"),))).code == "en"
