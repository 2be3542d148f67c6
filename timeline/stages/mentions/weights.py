"""What speaks for an antecedent, and for a gender: one table each.

Set by hand as a whole after Lappin and Leass (1994), and measured as a whole: coreference (`evaluate … --task
coreference`, DEMOCRAT's articles of the press), and who did what (`did`, `to`) on news stories (`--task story`). A
cue's name is what tests speak of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

CUES: Mapping[str, float] = MappingProxyType(
    {
        "distance": -0.01,  # a token, up to FARTHEST
        "sentence back": -1.1,
        "sentence back, of a description": -0.6,
        "subject": 1.2,
        "subject below": -0.6,  # of a clause that only tells when or why, in a sentence before
        "object": 0.4,
        "complement": -0.4,
        "topic": 1.7,  # « Pour Léa Roy, … »: whom a sentence is about
        "both subjects": 0.5,
        "own subject": 1.2,  # « X ouvre ses portes »
        "joined": 2.0,  # « X et son PDG »
        "aside": -1.0,  # named in parentheses, or only to tell a person's role
        "common noun": -0.4,
        "person": 1.2,
        "organisation": 0.3,
        "place": -2.0,
        "spoken of": 0.3,  # times the logarithm of its mentions, up to MOST_SPOKEN_OF
        "gender unknown": -0.25,
        "number unknown": -3.4,  # a body, which "they" may be within its sentence
        "verb of bodies": 1.5,
        "verb of people": 0.4,
    }
)
FARTHEST = 60  # tokens; farther is no worse
MOST_SPOKEN_OF = 0.9

GENDER_VOTES: Mapping[str, int] = MappingProxyType(
    {
        "title": 5,
        "given name": 3,  # before a family name
        "given name alone": 1,
        "role noun": 2,
        "participle": 2,
        "article": 1,
    }
)


@dataclass(frozen=True, slots=True)
class Bar:
    """What an antecedent must reach.

    Attributes
    ----------
    reach : int
        Sentences back.
    floor : float
        Least score.
    margin : float
        How much better than the next it is.
    far : str
        The cue that each sentence back is.
    """

    reach: int
    floor: float
    margin: float
    far: str


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What a common noun must reach that a pronoun takes up.

    Attributes
    ----------
    least : float
        Least score of what a subject pronoun takes up.
    score, lead : float
        With both it is sure, the lead being over the next.
    owner : float
        Least score of what a possessive means.
    object : float
        Least lead of what a pronoun means that is no subject.
    alone : float
        The lead of the only one.
    """

    least: float
    score: float
    lead: float
    owner: float
    object: float
    alone: float


# Of DEMOCRAT's press, the pronouns that stand for no name: of 54 subjects 44 are right (46 of 48 sure ones), of objects
# 8 of 9, of possessives 29 of 43.
TAKEN_UP = TakenUp(least=-1.5, score=-0.1, lead=0.2, owner=1.0, object=1.0, alone=9.0)
PRONOUN = Bar(2, -2.5, 0.3, "sentence back")
DESCRIPTION = Bar(5, -1.3, 0.4, "sentence back, of a description")


@dataclass(frozen=True, slots=True)
class Protagonist:
    """Whom a story is about, taken up where nothing near can well be meant.

    Attributes
    ----------
    mentions : int
        Least number of mentions.
    lead : int
        Times as many as of the next.
    back : int
        Sentences since the last, at most.
    faint : float
        A noun that scores less gives way to the protagonist.
    """

    mentions: int
    lead: int
    back: int
    faint: float


PROTAGONIST = Protagonist(4, 2, 8, -1.0)
