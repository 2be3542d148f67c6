"""Offices that an event of the story ends, and what looks like one and ends none."""

from __future__ import annotations

import pytest

import timeline

STORIES = (
    ("en", "Eva Pike, chief executive of Volta, was voted out on Monday.", ["former"]),
    ("en", "Shareholders voted out Eva Pike, chairman of Volta, on Monday.", ["former"]),
    ("en", "The board of Volta pushed out chief executive Eva Pike on Monday.", ["former"]),
    ("en", "Eva Pike, chief executive of Volta, voted on Monday.", ["current"]),
    ("en", "Eva Pike, chief executive of Volta, left Lens on Monday.", ["current"]),
    ("fr", "Jean Roux, patron de Volta, passe la main à Lise Vidal.", ["former", "current"]),
    ("fr", "Jean Roux, patron de Volta, passe la main dans ses cheveux.", ["current"]),
    ("fr", "Jean Roux, maire de Lens, quitte Lens pour Paris.", ["current"]),
)


@pytest.mark.parametrize(("lang", "text", "expected"), STORIES)
def test_offices_lost(lang: str, text: str, expected: list[str]) -> None:
    story = timeline.extract(text, date="2023-11-23", lang=lang)
    assert [tenure.status for tenure in story.roles()] == expected
