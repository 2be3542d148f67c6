"""TIMEX3 values as EDTF."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.edtf import edtf_of


@pytest.mark.parametrize(
    ("timex3", "mod", "edtf"),
    [
        ("2023-11-20", None, "2023-11-20"),
        ("2023-11", None, "2023-11"),
        ("2023", None, "2023"),
        ("2023", "APPROX", "2023~"),
        ("2023", "BEFORE", "../2023"),
        ("2023", "ON_OR_AFTER", "2023/.."),
        ("2023", "START", "2023"),
        ("XXXX-12-25", None, "XXXX-12-25"),
        ("XXXX-XX-XX", None, None),
        ("2023-11-20T15:30", None, "2023-11-20T15:30:00"),
        ("2023-11-20T09", None, "2023-11-20T09:00:00"),
        ("2023-12-31T24:00", None, "2024-01-01T00:00:00"),
        ("2023-11-20TMO", None, "2023-11-20"),
        ("2023-W46", None, "2023-11-13/2023-11-19"),
        ("2023-W46-WE", None, "2023-11-18/2023-11-19"),
        ("2023-W60", None, None),
        ("2023-SU", None, "2023-22"),
        ("2023-Q3", None, "2023-35"),
        ("2023-H1", None, "2023-40"),
        ("2023-QX", None, None),
        ("199", None, "199X"),
        ("19", None, "19XX"),
        ("XXXX-WXX-5", None, None),
        ("P3D", None, None),
        ("PRESENT_REF", None, None),
        ("", None, None),
    ],
)
def test_values(timex3, mod, edtf):
    assert edtf_of(timex3, mod=mod) == edtf


@given(st.dates())
def test_a_day_is_itself(day):
    assert edtf_of(day.isoformat()) == day.isoformat()


@given(st.text(max_size=20))
def test_anything_has_a_defined_result(text):
    result = edtf_of(text)
    assert result is None or isinstance(result, str)
