"""Words of the room ``entities`` that stand for somebody named elsewhere: descriptions, pronouns, who speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.languages.contract.kinds import Words, WordSet


@dataclass(frozen=True, slots=True)
class GenderedNouns:
    """Nouns, or given names, that tell whether a man or a woman is meant.

    Attributes
    ----------
    male, female : frozenset of str
    """

    male: WordSet = frozenset()
    female: WordSet = frozenset()


@dataclass(frozen=True, slots=True)
class PronounWords:
    """Pronouns by what they may do.

    Attributes
    ----------
    relative : frozenset of str
    attaching : tuple of str
        What joins a pronoun to the verb before it, the longest first: « a-t-elle dit ».
    tonic : frozenset of str
        « lui »: another than the subject, or with weight.
    first : frozenset of str
        Of who speaks.
    first_plural : frozenset of str
        Of whom a body speaks when it is quoted: itself (« nous »).
    latter : frozenset of str
        « ce_dernier »: the one named last.
    """

    relative: WordSet = frozenset()
    attaching: Words = ()
    tonic: WordSet = frozenset()
    first: WordSet = frozenset()
    first_plural: WordSet = frozenset()
    latter: WordSet = frozenset()


@dataclass(frozen=True, slots=True)
class DescriptionWords:
    """Nouns that take up what was named before, and words about them.

    Attributes
    ----------
    definite, demonstrative : frozenset of str
        Determiners of such a description.
    companies : frozenset of str
        Business.
    trades : mapping of str to tuple of str
        Noun for a body, and the words of names that tell its trade: "airline", "airways".
    public : frozenset of str
        None of it.
    organisation, country, town, person : frozenset of str
        What they take up: « l'avionneur », « le pays ».
    culprits, naming : frozenset of str
        Nouns for whoever did it: « l'assaillant »; participles before a name: « un homme nommé X ».
    authorities : frozenset of str
        Nouns for a state that acts, beside the adjective of its country: « les autorités norvégiennes ».
    husbands, wives : frozenset of str
        Nouns for a spouse: « son mari ».
    another : frozenset of str
        Words that say that another one is meant.
    aside : frozenset of str
        After these a name tells no more of the noun before: "joined the bank from X".
    """

    definite: WordSet = frozenset()
    demonstrative: WordSet = frozenset()
    companies: WordSet = frozenset()
    trades: Mapping[str, Words] = field(default_factory=dict)
    public: WordSet = frozenset()
    organisation: WordSet = frozenset()
    country: WordSet = frozenset()
    town: WordSet = frozenset()
    person: WordSet = frozenset()
    culprits: WordSet = frozenset()
    naming: WordSet = frozenset()
    authorities: WordSet = frozenset()
    husbands: WordSet = frozenset()
    wives: WordSet = frozenset()
    another: WordSet = frozenset()
    aside: WordSet = frozenset()


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Words of reports.

    Attributes
    ----------
    sources : frozenset of str
        Before whom a report is taken from: « selon ».
    verbs : frozenset of str
        Verbs, in lemmas, that a quotation hangs on.
    matters : frozenset of str
        Verbs, in lemmas, whose object is a matter and nobody: « l'a annoncé ».
    agencies : frozenset of str
        News agencies, which sign reports: « PARIS (AFP) – ».
    """

    sources: WordSet = frozenset()
    verbs: WordSet = frozenset()
    matters: WordSet = frozenset()
    agencies: WordSet = frozenset()
