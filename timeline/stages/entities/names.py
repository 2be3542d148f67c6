"""A name in the text, before anybody knows whose it is."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc


class Name(NamedTuple):
    """A name in the text: half-open token offsets, and the type the model votes for.

    ``vote`` is None where the model saw no name, "" where it saw something else than a person, a body or a place.
    """

    start: int
    end: int
    vote: str | None

    def words(self, doc: Doc) -> str:
        """Return the name's text."""
        return doc[self.start : self.end].text
