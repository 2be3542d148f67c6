"""A weaker service for languages without a folder."""

from __future__ import annotations

from spacy.tokens import Doc

from timeline.model.time import TimeValue


def find_times_with_dateparser(doc: Doc, code: str) -> tuple[TimeValue, ...]:
    """Find absolute dates with dateparser."""
    return ()
