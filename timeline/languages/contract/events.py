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
    eponyms : tuple of str
        Nouns, in lemmas, of what is called after people, and is none: « l'affaire Roux ».
    premises : tuple of str
        Houses and who sits in them, which an attack is on and not by (« l'attaque du commissariat »).
    couples : tuple of str
        Nouns for two people just spoken of: « le couple ».
    """

    kinds: Mapping[str, Words] = field(default_factory=dict)
    person_pronouns: Words = ()
    any_pronouns: Words = ()
    former: Words = ()
    links: Words = ()
    eponyms: Words = ()
    premises: Words = ()
    couples: Words = ()


@dataclass(frozen=True, slots=True)
class FrameWords:
    """Words that tell a frame; ``timeline/stages/events/frames.toml`` describes the frames.

    Attributes
    ----------
    verbs, nouns, adjectives : tuple of str
        In lemmas; "mettre_examen" is a word that counts when the other depends on it, or is the next one.
    examples, negatives : tuple of str
        Sentences that tell the frame and that do not; tests run them.
    """

    verbs: Words = ()
    nouns: Words = ()
    adjectives: Words = ()
    examples: Words = ()
    negatives: Words = ()


@dataclass(frozen=True, slots=True)
class Sense:
    """A frame that an ambiguous word tells when its slots are filled in a certain way.

    Attributes
    ----------
    lemma, frame : str
    pos : str
        ``"VERB"`` or ``"NOUN"`` where it matters.
    needs : mapping of str to tuple of str
        The kinds of thing, of which one must fill the slot ("subject", "object", "origin", …).
    words : tuple of str
        One of these stands in its phrase.
    without : tuple of str
        No slot, and nothing of that kind, is there.
    unless : tuple of str
        None of these stands in its phrase.
    examples, negatives : tuple of str
    """

    lemma: str = ""
    frame: str = ""
    pos: str = ""
    needs: Mapping[str, Words] = field(default_factory=dict)
    words: Words = ()
    without: Words = ()
    unless: Words = ()
    examples: Words = ()
    negatives: Words = ()


@dataclass(frozen=True, slots=True)
class FigurativeWords:
    """« une tempête de critiques »: frames that are none with such a word.

    Attributes
    ----------
    frames, words : tuple of str
    """

    frames: Words = ()
    words: Words = ()


@dataclass(frozen=True, slots=True)
class EventTypeWords:
    """The room ``event_types``.

    Attributes
    ----------
    frames : mapping of str to FrameWords
    senses : tuple of Sense
        The first that fits counts.
    figurative : FigurativeWords
    """

    frames: Mapping[str, FrameWords] = field(default_factory=dict)
    senses: tuple[Sense, ...] = ()
    figurative: FigurativeWords = field(default_factory=FigurativeWords)


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
    generic : tuple of str
        Nouns that may stand for any event told before: « ce drame », "the move".
    families : mapping of str to tuple of str
        Verb, then the nouns of it; the first noun stands for the verb in headlines.
    """

    definite: Words = ()
    definite_singular: Words = ()
    others: Words = ()
    generic: Words = ()
    families: Mapping[str, Words] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SalienceWords:
    """The room ``salience``: words that tell whether an event is a main turn.

    Attributes
    ----------
    words : mapping of str to float
        Lemma of a verb or noun of events, then what it adds to the log-odds; learned by ``train-stories salience``.
    """

    words: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ThingWords:
    """Nouns of one kind of thing, in lemmas, by which a text speaks of the one that it named once.

    Attributes
    ----------
    general : tuple of str
        Nouns that take up any of the kind: « le navire ».
    special : tuple of str
        Nouns that tell more, or have another meaning: « porte-conteneurs ».
    names : tuple of str
        Nouns that are one of the kind each, and tell which: « la dengue ».
    about : bool
        What it is about tells which one it is: « le projet de loi sur la presse ».
    """

    general: Words = ()
    special: Words = ()
    names: Words = ()
    about: bool = False


@dataclass(frozen=True, slots=True)
class LabelWords:
    """The room ``labels``: what headlines are made with.

    Attributes
    ----------
    furniture : tuple of str
        Verbs that tell little by themselves, in lemmas: an event of no type that is one of these stands low.
    figures : tuple of str
        Nouns, in lemmas, that speak of the story and not of what happens in it: « le feuilleton », "the saga".
    articles : mapping of str to str
        Articles, and prepositions that hold one, with the article: « du » → « le ».
    victims : tuple of str
        Nouns for somebody that look like what befell them: « un mort ».
    many, one : tuple of str
        Heads of a subject that take the plural, and the numeral that does not.
    indefinite_plural : str
        What a bare plural takes that becomes a subject: « des ».
    particles : tuple of str
        Adverbs that a verb is not understood without: "down".
    pointing, trailing, standing_for : tuple of str
        Words by which a headline leans on the text before it: anywhere (« cette », "we"), at its end ("details of
        it"), and where nothing tells which is meant: « termine celle par ».
    genitive : tuple of str
        Relative pronouns that say whose the noun is: « dont », "whose".
    owning : tuple of str
        Possessives in the place of which a name may say whose: "his car", "Ada Roy's car".
    in_s : tuple of str
        Participles whose masculine ends in s: « mis ».
    present : mapping of str to (str, str)
        Third person of the present, singular and plural, of verbs that no rule gives.
    things : mapping of str to ThingWords
        Kinds of things that have names: ships, aircraft, laws.
    """

    furniture: Words = ()
    figures: Words = ()
    articles: Mapping[str, str] = field(default_factory=dict)
    many: Words = ()
    victims: Words = ()
    one: Words = ()
    indefinite_plural: str = ""
    particles: Words = ()
    pointing: Words = ()
    trailing: Words = ()
    standing_for: Words = ()
    genitive: Words = ()
    owning: Words = ()
    in_s: Words = ()
    present: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    things: Mapping[str, ThingWords] = field(default_factory=dict)
