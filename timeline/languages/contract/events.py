"""The rooms of events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.languages.contract.kinds import Words


@dataclass(frozen=True, slots=True)
class ParticipantWords:
    """The room ``participants``: what nouns and pronouns may name.

    Attributes
    ----------
    kinds : mapping of str to tuple of str
        Nouns, in lemmas, by the kind of thing they name: "person", "organisation", "post", "place", "amount".
    person_pronouns, any_pronouns : tuple of str
        Pronouns of people alone, and of whatever.
    former : tuple of str
        « l'ancienne patronne d'X »: X is not the body that the event is about.
    links : tuple of str
        Prepositions that tie a complement to a description.
    """

    kinds: Mapping[str, Words] = field(default_factory=dict)
    person_pronouns: Words = ()
    any_pronouns: Words = ()
    former: Words = ()
    links: Words = ()


@dataclass(frozen=True, slots=True)
class JoiningWords:
    """The room ``joining``: words that tell whether two mentions are of one event.

    Attributes
    ----------
    definite : tuple of str
        A noun with one of these takes up what was told.
    definite_singular : tuple of str
        A description with one of these may stand for one person named before.
    others : tuple of str
        These name another event of the same kind: « un deuxième ».
    families : mapping of str to tuple of str
        Verb, then the nouns of it; the first noun stands for the verb in headlines.
    """

    definite: Words = ()
    definite_singular: Words = ()
    others: Words = ()
    families: Mapping[str, Words] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LabelWords:
    """The room ``labels``: what headlines are made with.

    Attributes
    ----------
    furniture : tuple of str
        Verbs that tell little by themselves, in lemmas: an event of no type that is one of these stands low.
    articles : mapping of str to str
        Articles, and prepositions that hold one, with the article: « du » → « le ».
    many, one : tuple of str
        Heads of a subject that take the plural, and the numeral that does not.
    indefinite_plural : str
        What a bare plural takes that becomes a subject: « des ».
    particles : tuple of str
        Adverbs that a verb is not understood without: "down".
    in_s : tuple of str
        Participles whose masculine ends in s: « mis ».
    present : mapping of str to (str, str)
        Third person of the present, singular and plural, of verbs that no rule gives.
    """

    furniture: Words = ()
    articles: Mapping[str, str] = field(default_factory=dict)
    many: Words = ()
    one: Words = ()
    indefinite_plural: str = ""
    particles: Words = ()
    in_s: Words = ()
    present: Mapping[str, tuple[str, str]] = field(default_factory=dict)
