"""The time axis: linear within a part, broken where time is left out, ticks at the calendar's own boundaries."""

import re
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from stories import story_of

from timeline.display.axis import ticks_of
from timeline.display.metrics import text_width
from timeline.display.scale import BREAK, LOG, scale_of
from timeline.errors import FormatError
from timeline.model import Timeline

DAY = timedelta(days=1)


def day(*parts):
    return datetime(*parts), datetime(*parts) + DAY


def year(number):
    return datetime(number, 1, 1), datetime(number + 1, 1, 1)


WEEK = [day(2023, 11, number) for number in (17, 18, 20, 21)]
STORIES = {
    "a week": WEEK,
    "a week and a year long ago": [year(2015), *WEEK],
    "a week within its year": [year(2023), *WEEK],
    "three days far apart": [day(2023, 1, 3), day(2023, 4, 5), day(2023, 9, 1)],
    "one moment": [(datetime(2023, 1, 1, 9), datetime(2023, 1, 1, 9))],
    "the calendar's ends": [year(1), (datetime(9998, 1, 1), datetime(9999, 1, 1))],
    "many": [day(1900 + number, 1 + number % 12, 1) for number in range(120)],
}
stories = pytest.mark.parametrize("times", STORIES.values(), ids=STORIES)


@stories
def test_order_is_kept_and_nothing_leaves_the_axis(times):
    scale = scale_of(times, 800)
    moments = sorted({moment for time in times for moment in time})
    places = [scale(moment) for moment in moments]
    assert places == sorted(places)
    assert places[0] >= -1e-6
    assert places[-1] <= 800 + 1e-6


@stories
def test_within_a_part_every_day_is_as_long_as_every_other(times):
    for part in scale_of(times, 800).parts:
        middle = part.start + (part.end - part.start) / 2
        assert part(middle) == pytest.approx((part.left + part.right) / 2, abs=0.01)


@stories
def test_parts_stand_apart(times):
    for one, other in pairwise(scale_of(times, 800).parts):
        assert one.end <= other.start
        assert other.left - one.right == pytest.approx(BREAK)


@pytest.mark.parametrize(
    ("name", "parts"),
    [("a week", 1), ("a week and a year long ago", 2), ("a week within its year", 1), ("three days far apart", 1)],
)
def test_an_axis_is_broken_only_where_events_would_stand_too_close(name, parts):
    assert len(scale_of(STORIES[name], 900).parts) == parts


@stories
def test_ticks_are_in_order_and_the_first_says_where_the_axis_begins(times):
    ticks = list(ticks_of(scale_of(times, 800), "fr"))
    assert [tick.at for tick in ticks] == sorted(tick.at for tick in ticks)
    start = min(start for start, _ in times)
    assert str(start.year) in f"{ticks[0].label} {ticks[0].above}" or len(times) > 4


@pytest.mark.parametrize(
    ("times", "told"),
    [
        (WEEK, ["ven. 17", "sam. 18", "dim. 19", "lun. 20", "mar. 21"]),
        ([year(2015)], ["2015"]),
        ([day(2023, 1, 3), day(2023, 6, 5)], ["janv.", "févr.", "mars", "avr.", "mai", "juin"]),
    ],
)
def test_ticks_are_calendar_units(times, told):
    assert [tick.label for tick in ticks_of(scale_of(times, 800), "fr")] == told


def test_no_times_no_axis():
    assert scale_of([], 800) is None


LONG_AGO = [year(1990), year(2015), day(2023, 5, 3), *WEEK]


def test_a_logarithmic_axis_has_no_break_and_says_so():
    scale = scale_of(LONG_AGO, 800, LOG)
    assert scale.is_log
    assert scale.breaks == ()
    assert not scale_of(LONG_AGO, 800).is_log
    assert "log" in Timeline(events=story_of(9).events).to_svg(scale="log")
    with pytest.raises(FormatError, match="linear, log"):
        Timeline().to_svg(scale="square")


def test_on_a_logarithmic_axis_the_recent_has_more_room():
    scale = scale_of(LONG_AGO, 800, LOG)
    weeks = [scale(datetime(2023, 11, number)) for number in (1, 8, 15, 21)]
    assert all(one < other for one, other in pairwise(weeks))
    assert weeks[3] - weeks[2] > weeks[1] - weeks[0] > 0
    assert scale(datetime(1990, 1, 1)) == 0


def test_its_ticks_have_room_and_name_what_they_stand_on():
    ticks = list(ticks_of(scale_of(LONG_AGO, 800, LOG), "fr"))
    assert len(ticks) > 4
    assert all(one.at + text_width(one.label, 12) <= other.at for one, other in pairwise(ticks))
    assert all(re.search(r"\d{4}", tick.label) for tick in ticks)
