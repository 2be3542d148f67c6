"""A name in the text, before anybody knows whose it is."""

from __future__ import annotations

from typing import Any, NamedTuple

from spacy.tokens import Doc


class Name(NamedTuple):
    """A name in the text.

    Attributes
    ----------
    start, end : int
        Tokens, half-open.
    vote : str or None
        The type the model votes for; None where it saw no name, "" where it saw something else than a person, a body
        or a place.
    key : str
        The form under which mentions of one name are the same (`timeline.stages.names.keys`).
    scores : tuple of (str, float)
        How much speaks for each type, over all mentions of the key.
    """

    start: int
    end: int
    vote: str | None
    key: str = ""
    scores: tuple[tuple[str, float], ...] = ()

    def words(self, doc: Doc) -> str:
        """Return the name's text."""
        return doc[self.start : self.end].text


def name_to_dict(name: Name) -> dict[str, Any]:
    """Return a name as plain values."""
    return {**name._asdict(), "scores": dict(name.scores)}


def name_from_dict(data: dict[str, Any]) -> Name:
    """Return the name that `name_to_dict` made plain."""
    return Name(data["start"], data["end"], data["vote"], data["key"], tuple(data["scores"].items()))
