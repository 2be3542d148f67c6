"""The rooms of names and of who holds an office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.languages.contract.kinds import Words


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The room ``places``: places known by name, a hint that the context may overrule.

    Attributes
    ----------
    regions, towns : tuple of str
        Countries, regions, rivers and ranges; towns.
    adjectives : mapping of str to tuple of str
        Country, then what its adjectives begin with: « améric ».
    capitals : mapping of str to str
        State, then the capital that speaks for it in news.
    """

    regions: Words = ()
    towns: Words = ()
    adjectives: Mapping[str, Words] = field(default_factory=dict)
    capitals: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MergingWords:
    """The room ``merging``: what joining documents needs.

    Attributes
    ----------
    places : mapping of str to tuple of str
        Common (English, folded) name of a place or body, then its names in the language.
    offices : mapping of str to tuple of str
        Common (English, folded) name of an office, then its titles in the language, of men and women.
    deeds : mapping of str to tuple of str
        Common (English) name of what is done, then its verbs and nouns in the language.
    counted : mapping of str to tuple of str
        What documents may count differently ("dead"), then words of it.
    scales, numbers : mapping of str to float
        « millions » and « douze », with what they stand for.
    """

    places: Mapping[str, Words] = field(default_factory=dict)
    offices: Mapping[str, Words] = field(default_factory=dict)
    deeds: Mapping[str, Words] = field(default_factory=dict)
    counted: Mapping[str, Words] = field(default_factory=dict)
    scales: Mapping[str, float] = field(default_factory=dict)
    numbers: Mapping[str, float] = field(default_factory=dict)
