"""The room ``detection``: lists of lemmas that the learned weights of event detection know.

One bit of a feature stands for each list, in the order of the fields: a list more, or another order, wants
the weights made again (``python -m timeline train-events``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

from timeline.languages.contract.kinds import Words


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns by what they name.

    Attributes
    ----------
    happening, process : tuple of str
        What happens; what also names a result, or somebody's work.
    speech, attitude, state : tuple of str
        Words for speaking; attitudes and plans that take an event; diseases, standing, lack and plenty.
    calendar : tuple of str
        They date events and are none.
    """

    happening: Words = ()
    process: Words = ()
    speech: Words = ()
    attitude: Words = ()
    state: Words = ()
    calendar: Words = ()


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs by TimeML's classes, and those that lend their form to a noun.

    Attributes
    ----------
    reporting, attempt_or_command, attitude, perception, aspectual, modal, cause, container, stative : tuple of str
    support : tuple of str
        « commettre un vol ».
    """

    reporting: Words = ()
    attempt_or_command: Words = ()
    attitude: Words = ()
    perception: Words = ()
    aspectual: Words = ()
    modal: Words = ()
    cause: Words = ()
    container: Words = ()
    stative: Words = ()
    support: Words = ()


@dataclass(frozen=True, slots=True)
class Adjectives:
    """Adjectives.

    Attributes
    ----------
    passing : tuple of str
        True for a stage of somebody's life.
    modal : tuple of str
    """

    passing: Words = ()
    modal: Words = ()


@dataclass(frozen=True, slots=True)
class ListClasses:
    """TimeML class of a list's words, by the list, where no other list says otherwise.

    Attributes
    ----------
    nouns, verbs, adjectives : mapping of str to str
    """

    nouns: Mapping[str, str] = field(default_factory=dict)
    verbs: Mapping[str, str] = field(default_factory=dict)
    adjectives: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DetectionWords:
    """The room.

    Attributes
    ----------
    nouns : Nouns
    verbs : Verbs
    adjectives : Adjectives
    classes : ListClasses
        Examples for the training of the class, which count less than a word in a text.
    """

    nouns: Nouns = field(default_factory=Nouns)
    verbs: Verbs = field(default_factory=Verbs)
    adjectives: Adjectives = field(default_factory=Adjectives)
    classes: ListClasses = field(default_factory=ListClasses)

    def lists(self) -> Iterator[tuple[str, str, Words]]:
        """Yield part of speech, name and words of each list that is not empty, in the order of their bits."""
        for part in ("nouns", "verbs", "adjectives"):
            group = getattr(self, part)
            yield from ((part, each.name, words) for each in fields(group) if (words := getattr(group, each.name)))
