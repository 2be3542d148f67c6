"""Calendar arithmetic: intervals of TIMEX3 values, shifts, feasts."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.granularity import Granularity
from timeline.reasoning.calendar import easter, feast, interval_of, nth_weekday, shift

# Easter Sundays from the tables of the Gregorian calendar, the earliest and the latest possible among them.
EASTERS = [
    "1818-03-22",
    "1943-04-25",
    "1961-04-02",
    "2000-04-23",
    "2008-03-23",
    "2023-04-09",
    "2024-03-31",
    "2038-04-25",
]


@pytest.mark.parametrize("day", EASTERS)
def test_easter(day):
    assert easter(int(day[:4])).isoformat() == day


FEASTS = [
    ("good_friday", 2023, "2023-04-07"),
    ("ascension", 2023, "2023-05-18"),
    ("pentecost", 2021, "2021-05-23"),
    ("thanksgiving", 2023, "2023-11-23"),
    ("labor_day", 2024, "2024-09-02"),
    ("memorial_day", 2024, "2024-05-27"),
    ("mothers_day_fr", 2022, "2022-05-29"),
]


@pytest.mark.parametrize(("name", "year", "day"), FEASTS)
def test_feasts(name, year, day):
    assert feast(name, year).isoformat() == day


INTERVALS = [
    ("2023-11-20", "2023-11-20", "2023-11-21", Granularity.DAY),
    ("2024-02", "2024-02-01", "2024-03-01", Granularity.MONTH),
    ("2023", "2023-01-01", "2024-01-01", Granularity.YEAR),
    ("199", "1990-01-01", "2000-01-01", Granularity.DECADE),
    ("18", "1800-01-01", "1900-01-01", Granularity.CENTURY),
    ("2", "2000-01-01", "3000-01-01", Granularity.MILLENNIUM),
    ("2023-W46", "2023-11-13", "2023-11-20", Granularity.WEEK),
    ("2023-W46-WE", "2023-11-18", "2023-11-20", Granularity.WEEKEND),
    ("2023-W46-5", "2023-11-17", "2023-11-18", Granularity.DAY),
    ("2020-W53", "2020-12-28", "2021-01-04", Granularity.WEEK),
    ("2022-Q3", "2022-07-01", "2022-10-01", Granularity.QUARTER),
    ("2022-H2", "2022-07-01", "2023-01-01", Granularity.HALF),
    ("2022-WI", "2022-12-01", "2023-03-01", Granularity.SEASON),
    ("2023-11-20TMO", "2023-11-20T06:00", "2023-11-20T12:00", Granularity.PART_OF_DAY),
    ("2023-11-20TNI", "2023-11-20T21:00", "2023-11-21T06:00", Granularity.PART_OF_DAY),
    ("2023-11-20T15:30", "2023-11-20T15:30", "2023-11-20T15:31", Granularity.MINUTE),
    ("2023-12-31T24:00", "2024-01-01T00:00", "2024-01-01T00:01", Granularity.MINUTE),
    ("2023-11-20T15", "2023-11-20T15:00", "2023-11-20T16:00", Granularity.HOUR),
]


@pytest.mark.parametrize(("value", "start", "end", "granularity"), INTERVALS)
def test_intervals_are_half_open(value, start, end, granularity):
    assert interval_of(value) == (datetime.fromisoformat(start), datetime.fromisoformat(end), granularity)


@pytest.mark.parametrize(
    "value", ["", "P3D", "PAST_REF", "XXXX-WXX-5", "2023-02-30", "2023-W54", "2023-13", "0000", "TNI"]
)
def test_no_interval(value):
    assert interval_of(value) is None


@given(st.text(max_size=20))
def test_any_text_has_an_interval_or_none(value):
    interval = interval_of(value)
    assert interval is None or interval.start < interval.end


SHIFTS = [
    ("2024-03-31", -1, "M", "2024-02-29"),
    ("2024-02-29", -1, "Y", "2023-02-28"),
    ("2023-12-15", 1, "M", "2024-01-15"),
    ("2023-11-20", -2, "Q", "2023-05-20"),
    ("2023-11-20", 1, "H", "2024-05-20"),
    ("2023-11-20", -1, "W", "2023-11-13"),
    ("2024-03-01", -1, "D", "2024-02-29"),
]


@pytest.mark.parametrize(("day", "amount", "unit", "result"), SHIFTS)
def test_shifts_are_exact(day, amount, unit, result):
    assert shift(datetime.fromisoformat(day), amount, unit) == datetime.fromisoformat(result)


@given(st.dates(date(1, 1, 2), date(9990, 1, 1)), st.sampled_from(["D", "W"]), st.integers(-0, 300))
def test_days_and_weeks_go_there_and_back(day, unit, amount):
    moment = datetime(day.year, day.month, day.day)
    assert shift(shift(moment, amount, unit), -amount, unit) == moment


@given(st.integers(1, 9998), st.integers(1, 12), st.integers(1, 7), st.integers(1, 4))
def test_nth_weekday_lies_in_its_month(year, month, weekday, nth):
    day = nth_weekday(year, month, weekday, nth)
    assert (day.month, day.isoweekday(), (day.day - 1) // 7 + 1) == (month, weekday, nth)
    last = nth_weekday(year, month, weekday, -1)
    assert last.month == month
    assert (last + timedelta(days=7)).month != month
