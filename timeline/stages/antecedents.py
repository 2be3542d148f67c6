"""The common nouns that pronouns take up which stand for nobody named: what the stage of mentions leaves in a Doc."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Doc

ANTECEDENTS = "timeline_antecedents"


class Antecedent(NamedTuple):
    """A pronoun and the common noun that it takes up, by token indices, and whether that is sure."""

    pronoun: int
    noun: int
    sure: bool


def put_antecedents(doc: Doc, antecedents: Iterable[Antecedent]) -> None:
    """Note antecedents, as plain values, which survive between processes."""
    doc.user_data[ANTECEDENTS] = [list(antecedent) for antecedent in antecedents]


def get_antecedents(doc: Doc) -> tuple[Antecedent, ...]:
    """Return the antecedents noted, none where the stage has not run."""
    return tuple(Antecedent(*noted) for noted in doc.user_data.get(ANTECEDENTS, ()))
