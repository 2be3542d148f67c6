"""What a language folder may hold: a frozen dataclass for each room of data, loaded by `timeline.languages.loading`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """How the language's parser and tagger call what `timeline.languages.grammar` names.

    Attributes
    ----------
    roles : mapping of str to tuple of str
        Labels of dependencies by the `Role` they stand for; what is not listed is read as Universal Dependencies.
    features : mapping of str to tuple of str
        Morphological features ("Number=Plur") by the `Form` they stand for; the same.
    tags : mapping of str to tuple of str
        Fine tags ("NNS") by the `Form` that they tell of.
    """

    roles: Mapping[str, Words] = field(default_factory=dict)
    features: Mapping[str, Words] = field(default_factory=dict)
    tags: Mapping[str, Words] = field(default_factory=dict)
