"""TIMEX3 values as EDTF."""

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.edtf import edtf_of

CASES = [
    ("2023", None, "2023"),
    ("2023-11", None, "2023-11"),
    ("2023-11-17", None, "2023-11-17"),
    ("2023-11-17", "APPROX", "2023-11-17~"),
    ("2023-11", "START", "2023-11"),
    ("2023", "BEFORE", "../2023"),
    ("2023-05", "AFTER", "2023-05/.."),
    ("199", None, "199X"),
    ("18", None, "18XX"),
    ("2", None, "2XXX"),
    ("2024-SP", None, "2024-21"),
    ("2024-WI", None, "2024-24"),
    ("2024-Q3", None, "2024-35"),
    ("2024-H2", None, "2024-41"),
    ("XXXX-11-20", None, "XXXX-11-20"),
    ("XXXX-SU", None, None),
    ("2023-W46", None, "2023-11-13/2023-11-19"),
    ("2023-W46-WE", "APPROX", "2023-11-18~/2023-11-19~"),
    ("2023-W46-5", None, "2023-11-17"),
    ("2023-W54", None, None),
    ("2023-11-20T15:30", None, "2023-11-20T15:30:00"),
    ("2023-12-31T24:00", None, "2024-01-01T00:00:00"),
    ("2023-11-20T15:30Z", None, "2023-11-20T15:30:00Z"),
    ("2002-02-08T20:30+1", None, "2002-02-08T20:30:00+01:00"),
    ("2023-11-20TMO", None, None),
    ("BC0052", None, "-0051"),
    ("BC05", None, "-05XX"),
    ("BC1", None, "0000"),
    ("P3D", None, None),
    ("PXM", None, None),
    ("PAST_REF", None, None),
    ("XXXX-WXX-5", None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("timex3", "mod", "edtf"), CASES)
def test_writes_edtf(timex3, mod, edtf):
    assert edtf_of(timex3, mod=mod) == edtf


@pytest.mark.parametrize("edtf", sorted({edtf for _, _, edtf in CASES if edtf}))
def test_others_read_what_is_written(edtf):
    assert str(parse_edtf(edtf)) == edtf


@given(st.dates(), st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d", "%G-W%V"]))
def test_others_read_the_same_days(day, form):
    told = parse_edtf(edtf_of(_padded(day, form)))
    first, last = told.lower_strict()[:3], told.upper_strict()[:3]
    assert first <= (day.year, day.month, day.day) <= last


def _padded(day, form):
    """Return a date in a form; the C library writes years before 1000 without their zeros."""
    year = day.isocalendar()[0] if "%G" in form else day.year
    return f"{year:04}{day.strftime(form[2:])}"


@given(st.text(max_size=30), st.sampled_from([None, "APPROX", "BEFORE", "END"]))
def test_takes_any_text(timex3, mod):
    edtf_of(timex3, mod=mod)
