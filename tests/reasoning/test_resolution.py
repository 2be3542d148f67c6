"""From unresolved values to places on the calendar."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.granularity import Granularity
from timeline.model.time import TimeValue
from timeline.reasoning.notation import parse_unresolved
from timeline.reasoning.resolution import resolve_times


def time(unresolved, *, id="t1", type="DATE", anchor="t0"):
    return TimeValue(id=id, type=type, timex3="", unresolved=unresolved, anchor=anchor)


def resolve(unresolved, reference, type="DATE"):
    return resolve_times([time(unresolved, type=type)], datetime.fromisoformat(reference))[0].timex3


MONDAY = "2023-11-20"
CASES = [
    ("XXXX-WXX-5", MONDAY, "2023-11-17"),
    ("XXXX-WXX-1", MONDAY, "2023-11-20"),
    ("XXXX-WXX-1 <", MONDAY, "2023-11-13"),
    ("XXXX-WXX-1 >=", MONDAY, "2023-11-20"),
    ("XXXX-WXX-1 >", MONDAY, "2023-11-27"),
    ("XXXX-WXX-3 = -1W", MONDAY, "2023-11-15"),
    ("XXXX-WXX-4 > then+7D", MONDAY, "2023-11-30"),
    ("XXXX-WXX-WE", MONDAY, "2023-W46-WE"),
    ("XXXX-WXX-WE", "2023-11-18", "2023-W46-WE"),
    ("XXXX-WXX-WE >=", MONDAY, "2023-W47-WE"),
    ("XXXX-WXX -1W", "2021-01-04", "2020-W53"),
    ("XXXX-WXX", "2021-01-03", "2020-W53"),
    ("XXXX-XX-XX -1D", "2024-03-01", "2024-02-29"),
    ("XXXX-XX -1M", "2024-03-31", "2024-02"),
    ("XXXX-XX +1M", "2023-12-31", "2024-01"),
    ("XXXX -1Y", "2024-02-29", "2023"),
    ("XXX -10Y", MONDAY, "201"),
    ("XX -100Y", MONDAY, "19"),
    ("XXXX-QX -3M", MONDAY, "2023-Q3"),
    ("XXXX-HX +6M", MONDAY, "2024-H1"),
    ("XXXX-11-26 ~ wd:7", "2023-06-01", "2023-11-26"),
    ("XXXX-08-29 ~ wd:7", "1999-08-10", "1999-08-29"),
    ("XXXX-12-28 ~", "2023-01-05", "2022-12-28"),
    ("XXXX-01-15 <=", MONDAY, "2023-01-15"),
    ("XXXX-01-15 >=", MONDAY, "2024-01-15"),
    ("XXXX-02-29 <=", MONDAY, "2020-02-29"),
    ("XXXX-XX-13", MONDAY, "2023-11-13"),
    ("XXXX-XX-31 <", "2023-12-01", "2023-10-31"),
    ("XXXX-09 <", "2023-09-15", "2022-09"),
    ("XXXX-09 ~", "2023-09-15", "2023-09"),
    ("XXXX-10 ~<", "2023-04-19", "2022-10"),
    ("XXXX-06 ~<", "2023-04-19", "2023-06"),
    ("XXXX-06 ~>", "2023-12-01", "2024-06"),
    ("XXXX-01 ~>", "2024-02-06", "2024-01"),
    ("XXXX-SU =", MONDAY, "2023-SU"),
    ("XXXX-WI <", MONDAY, "2022-WI"),
    ("XXXX-WI <=", "2023-01-15", "2022-WI"),
    ("XXXX-Q3", MONDAY, "2023-Q3"),
    ("XXXX-H2 >", MONDAY, "2024-H2"),
    ("XXXX-XX-XX feast:easter ~", "2023-05-01", "2023-04-09"),
    ("XXXX-XX-XX feast:thanksgiving >=", MONDAY, "2023-11-23"),
    ("2022-XX-XX feast:easter", MONDAY, "2022-04-17"),
    ("XXXX-05 < nth:2:1", MONDAY, "2023-05-08"),
    ("2020-08 nth:-1:W", MONDAY, "2020-W35"),
    ("XXXX-XX nth:-1:D", MONDAY, "2023-11-30"),
    ("2020-05-05 then+0W", MONDAY, "2020-W19"),
    ("2020-02-28 then+1D", MONDAY, "2020-02-29"),
    ("1998-10", MONDAY, "1998-10"),
]


@pytest.mark.parametrize(("unresolved", "reference", "timex3"), CASES)
def test_dates(unresolved, reference, timex3):
    assert resolve(unresolved, reference) == timex3


TIMES = [
    ("XXXX-XX-XXTMO", MONDAY, "2023-11-20TMO"),
    ("XXXX-XX-XXTEV -1D", MONDAY, "2023-11-19TEV"),
    ("XXXX-WXX-2TEV", MONDAY, "2023-11-14TEV"),
    ("XXXX-XX-XXT20:00", MONDAY, "2023-11-20T20:00"),
    ("XXXX-XX-XXT15:00Z", MONDAY, "2023-11-20T15:00Z"),
    ("XXXX-XX-XXTXX:XX -2TH", "2023-11-20T10:30", "2023-11-20T08:30"),
    ("PRESENT_REF", MONDAY, "PRESENT_REF"),
]


@pytest.mark.parametrize(("unresolved", "reference", "timex3"), TIMES)
def test_times_of_day(unresolved, reference, timex3):
    assert resolve(unresolved, reference, type="TIME") == timex3


@pytest.mark.parametrize(
    ("value", "type"), [("P3D", "DURATION"), ("PXM", "DURATION"), ("XXXX-WXX-3", "SET"), ("P1Y", "SET")]
)
def test_lengths_and_sets_have_no_place(value, type):
    resolved = resolve_times([time(value, type=type, anchor=None)], datetime(2023, 11, 20))[0]
    assert (resolved.timex3, resolved.start, resolved.end) == (value, None, None)


@pytest.mark.parametrize("unresolved", ["XXXX-WXX-5", "XXXX-11-20 ~", "XXXX-XX-XXTMO -1D", "XXXX-XX +1M"])
def test_without_a_reference_the_form_stays(unresolved):
    resolved = resolve_times([time(unresolved)], None)[0]
    assert (resolved.timex3, resolved.start, resolved.unresolved) == (unresolved.split()[0], None, unresolved)


def test_granularity_is_known_without_a_reference():
    assert resolve_times([time("XXXX-WXX-5")], None)[0].granularity is Granularity.DAY


def test_a_time_takes_the_day_it_hangs_on():
    times = [time("XXXX-WXX-5"), time("XXXX-XX-XXT18:00", id="t2", type="TIME", anchor="t1")]
    assert [t.timex3 for t in resolve_times(times, datetime(2023, 11, 20))] == ["2023-11-17", "2023-11-17T18:00"]
    assert [t.timex3 for t in resolve_times(times, None)] == ["XXXX-WXX-5", "XXXX-WXX-5T18:00"]


def test_chains_are_followed_in_both_directions():
    times = [time("XXXX-WXX-1", anchor="t2"), time("XXXX-WXX-3", id="t2"), time("XXXX-XX-XX +1D", id="t3", anchor="t1")]
    resolved = resolve_times(times, datetime(2023, 11, 20))
    assert [t.timex3 for t in resolved] == ["2023-11-13", "2023-11-15", "2023-11-14"]


def test_hours_of_a_night_fall_on_the_next_day():
    times = [time("XXXX-WXX-6TNI", type="TIME"), time("XXXX-XX-XXT03:00", id="t2", type="TIME", anchor="t1")]
    assert resolve_times(times, datetime(2023, 11, 20))[1].timex3 == "2023-11-19T03:00"


def test_circles_stay_unresolved():
    times = [time("XXXX-XX-XX +1D", anchor="t2"), time("XXXX-XX-XX -1D", id="t2", anchor="t1")]
    assert [t.start for t in resolve_times(times, datetime(2023, 11, 20))] == [None, None]


def test_missing_anchor_stays_unresolved():
    assert resolve_times([time("XXXX-XX-XX +1D", anchor="t9")], datetime(2023, 11, 20))[0].timex3 == "XXXX-XX-XX"


def test_another_reference_date_gives_what_a_first_one_would():
    times = [time("XXXX-WXX-5"), time("XXXX-XX-XX +1D", id="t2", anchor="t1")]
    once = resolve_times(times, datetime(2023, 11, 20))
    assert resolve_times(once, datetime(2020, 1, 1)) == resolve_times(times, datetime(2020, 1, 1))
    assert resolve_times(once, None) == resolve_times(times, None)


@pytest.mark.parametrize("unresolved", ["XXXX -99999Y", "XXXX-XX +99999M", "9999-12-31 then+1D"])
def test_out_of_the_calendar_stays_unresolved(unresolved):
    assert resolve_times([time(unresolved)], datetime(2023, 11, 20))[0].start is None


@pytest.mark.parametrize(
    ("unresolved", "anchor", "timex3"),
    [
        ("XXXX-WXX +1W", "2021-02", "XXXX-WXX"),  # a week cannot be counted from a month
        ("XXXX-XX-XX -1D", "2021", "XXXX-XX-XX"),
        ("XXXX +1Y", "2021-02", "2022"),
        ("XXXX-WXX +1W", "2021-02-03", "2021-W06"),
        ("XXXX-06 >=", "2021", "2021-06"),
        ("XXXX-XX-XX +1D past", "2023-11-20", "XXXX-XX-XX"),  # told as past, it cannot lie after the reference date
        ("XXXX-XX-XX +1D past", "2023-11-19", "2023-11-20"),
    ],
)
def test_what_cannot_be_counted_stays_unresolved(unresolved, anchor, timex3):
    other = TimeValue(id="t1", type="DATE", timex3="", unresolved=anchor)
    value = TimeValue(id="t2", type="DATE", timex3="", unresolved=unresolved, anchor="t1")
    assert resolve_times([other, value], datetime(2023, 11, 20))[1].timex3 == timex3


@pytest.mark.parametrize("unresolved", ["XXXX ?", "XXXX +1", "XXXX then", "XXXX 3D"])
def test_wrong_operators_are_told(unresolved):
    with pytest.raises(ValueError, match="notation"):
        parse_unresolved(unresolved)


FORMS = [
    "XXXX-WXX-5",
    "XXXX-11-20",
    "XXXX-02-29",
    "XXXX-XX-31",
    "XXXX-06",
    "XXXX-WI",
    "XXXX-Q1",
    "XXXX-H2",
    "XXXX-WXX-WE",
]


@given(st.sampled_from(FORMS), st.dates(datetime(20, 1, 1).date(), datetime(9900, 1, 1).date()))
def test_directions_agree_with_each_other(form, day):
    reference = datetime(day.year, day.month, day.day)
    before, until, since, after = (
        resolve_times([time(f"{form} {direction}")], reference)[0] for direction in ("<", "<=", ">=", ">")
    )
    assert before.start < before.end <= reference < after.start
    assert before.start <= until.start <= reference
    assert reference < since.end
    assert since.start <= after.start
    assert replace(until, unresolved="") in (replace(before, unresolved=""), replace(since, unresolved=""))
