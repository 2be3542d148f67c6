"""TIMEX3 values written as EDTF, the Extended Date/Time Format of ISO 8601-2:2019."""

from __future__ import annotations


def edtf_of(timex3: str, *, mod: str | None = None) -> str | None:
    """Write a TIMEX3 value as EDTF.

    Parameters
    ----------
    timex3 : str
        A TIMEX3 value.
    mod : str, optional
        The TIMEX3 modifier; ``"APPROX"`` becomes ``~``.

    Returns
    -------
    str or None
        None where EDTF has no form for the value (durations, vague times).
    """
    raise NotImplementedError
