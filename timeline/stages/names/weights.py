"""What each cue of a name's type weighs: one table, in units of one clear hint.

Set by hand as a whole, and measured as a whole: types are scored with the names of FENEC (`evaluate … --task entities`)
and WiNER-fr. A cue's name is what explanations and tests speak of.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from timeline.model.entity import ORGANISATION, PERSON, PLACE

OTHER = ""  # a work, a product, an event, or no name at all

VOTE = 1.5  # what the model's own label weighs
OTHER_VOTE = 0.7  # models call « something else » whatever they do not know
LEAST = 0.5  # what a type needs; with less a name has none
CUED = 1.5  # what a type needs where the model sees no name
PARTED = 0.7  # share of a cue that words part from the name: « la société lyonnaise X »
OF_ANOTHER = 0.5  # share of what an apposition tells of a complement: « le maire de X, ville de… »
CLEAR = 4.0  # lead of another type that keeps a short name from being a person's


class Cue(NamedTuple):
    """A hint: the type it speaks for, and how loudly."""

    type: str
    weight: float

    def times(self, factor: float) -> Cue:
        """Return a louder or fainter hint."""
        return Cue(self.type, self.weight * factor)


CUES: Mapping[str, Cue] = MappingProxyType(
    {
        "civil title": Cue(PERSON, 4.0),
        "noun for a body": Cue(ORGANISATION, 3.0),
        "noun for a place": Cue(PLACE, 2.5),
        "noun for a thing": Cue(OTHER, 3.0),
        "noun for a person": Cue(PERSON, 2.0),
        "role noun before": Cue(PERSON, 2.5),
        "acronym in the plural": Cue(OTHER, 1.0),
        "article": Cue(PERSON, -1.0),
        "share in": Cue(ORGANISATION, 2.0),
        "within": Cue(PLACE, 1.5),
        "preposition of place": Cue(PLACE, 0.8),
        "preposition of people": Cue(PERSON, 0.4),
        "preposition of bodies": Cue(ORGANISATION, 0.4),
        "realm": Cue(PLACE, 4.0),
        "portfolio": Cue(OTHER, 4.5),
        "where from": Cue(PLACE, 1.5),
        "complement of a role": Cue(PERSON, -1.0),
        "body of an office": Cue(ORGANISATION, 2.0),
        "place of an office": Cue(PLACE, 1.5),
        "body of a role": Cue(ORGANISATION, 1.0),
        "part of a body": Cue(ORGANISATION, 2.0),
        "part of a person": Cue(PERSON, 1.0),
        "part of a place": Cue(PLACE, 1.5),
        "thing of": Cue(OTHER, 1.0),
        "source": Cue(PERSON, 0.5),
        "noun for a person behind": Cue(PERSON, 3.0),
        "region in parentheses": Cue(PLACE, 2.0),
        "region behind": Cue(PLACE, 1.5),
        "role in apposition": Cue(PERSON, 2.0),
        "body in apposition": Cue(ORGANISATION, 1.5),
        "place in apposition": Cue(PLACE, 1.5),
        "age": Cue(PERSON, 1.5),
        "region by name": Cue(PLACE, 4.0),
        "town by name": Cue(PLACE, 2.0),
        "known body": Cue(ORGANISATION, 4.0),
        "legal form": Cue(ORGANISATION, 4.0),
        "word of a body": Cue(ORGANISATION, 2.5),
        "word of a place": Cue(PLACE, 2.5),
        "word of a thing": Cue(OTHER, 3.0),
        "acronym or inner capital": Cue(ORGANISATION, 1.0),
        "number at the end": Cue(OTHER, 1.5),
        "team": Cue(ORGANISATION, 5.0),
        "source of a deed": Cue(ORGANISATION, 2.0),
        "seat that speaks": Cue(ORGANISATION, 4.0),
        "subject, a person": Cue(PERSON, 0.5),
        "subject, a body": Cue(ORGANISATION, 0.6),
        "subject of a person's verb": Cue(PERSON, 0.5),
        "subject of a body's verb": Cue(ORGANISATION, 0.8),
        "person with a mind": Cue(PERSON, 0.3),
        "body with a mind": Cue(ORGANISATION, 0.3),
        "plural verb": Cue(ORGANISATION, 3.0),
        "object of a person's verb": Cue(PERSON, 1.5),
        "object of a body's verb": Cue(ORGANISATION, 2.0),
        "led or bought": Cue(ORGANISATION, 2.0),  # besides, where no list knows the name otherwise
        "object of a thing's verb": Cue(OTHER, 2.0),
        "model number": Cue(OTHER, 6.0),
        "number behind": Cue(OTHER, 1.0),
        "scene": Cue(PLACE, 2.0),
        "body before an office": Cue(ORGANISATION, 1.5),
        "place before an office": Cue(PLACE, 1.5),
        "full name": Cue(PERSON, 2.5),
        "given name": Cue(PERSON, 1.0),
        "namesake of a town": Cue(PERSON, 2.0),
    }
)
