"""The time axis: linear within a part, broken where time is left out, ticks at the calendar's own boundaries."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from timeline.display.axis import ticks_of
from timeline.display.scale import BREAK, scale_of

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
