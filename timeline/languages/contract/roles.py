"""The room ``roles``: who holds which office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.languages.contract.kinds import Words, WordSet


@dataclass(frozen=True, slots=True)
class Periods:
    """Words before the times from when and until when a role is held.

    Attributes
    ----------
    since, until : frozenset of str
        « depuis 2015 », « jusqu'en 2019 ».
    opening, closing : frozenset of str
        « de 2008 à 2020 ».
    """

    since: WordSet = frozenset()
    until: WordSet = frozenset()
    opening: WordSet = frozenset()
    closing: WordSet = frozenset()


@dataclass(frozen=True, slots=True)
class GenderPairs:
    """Masculine and feminine.

    Attributes
    ----------
    nouns : tuple of (str, str)
        Role nouns whose forms stand in rows of their own.
    endings : tuple of (str, str)
        Endings of a title's adjectives.
    """

    nouns: tuple[tuple[str, str], ...] = ()
    endings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Words, or phrases as text, that tell how somebody stands in a role.

    Attributes
    ----------
    former, interim, future, current : tuple of str
    """

    former: Words = ()
    interim: Words = ()
    future: Words = ()
    current: Words = ()


@dataclass(frozen=True, slots=True)
class OfficeVerbs:
    """Verbs, in lemmas, by what they do with a role.

    Attributes
    ----------
    become, take, appoint, be, stay, serve : tuple of str
        X becomes, succeeds, is appointed, is, remains, serves as what.
    stand_in : tuple of str
        For a time only: « assurer l'intérim ».
    hold : tuple of str
        « elle dirigeait X depuis 2015 »: no title, but how long.
    assume : tuple of str
        « prendre sa place ».
    leave, remove : tuple of str
    cede : tuple of str
        « céder sa place à ».
    """

    become: Words = ()
    take: Words = ()
    appoint: Words = ()
    be: Words = ()
    stay: Words = ()
    serve: Words = ()
    stand_in: Words = ()
    hold: Words = ()
    assume: Words = ()
    leave: Words = ()
    remove: Words = ()
    cede: Words = ()


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """The room ``roles``: the nouns of what people are and hold, and words about them.

    Attributes
    ----------
    roles : mapping of str to tuple of tuple of str
        By where they are held ("body", "any", "place", "calling"), rows of masculine and feminine singular and
        both plurals; two forms are singular and plural of both.
    pairs : GenderPairs
    modifiers, phrases : StatusWords
        Beside the role, and after it (« directeur par intérim »).
    verbs : OfficeVerbs
    led : mapping of str to tuple of str
        Verb, in lemma, and the titles, for a man and for a woman, of who does it: « dirigée par X ».
    synonyms : mapping of str to tuple of str
        Title that stands for an office, then its others.
    periods : Periods
    portfolios : frozenset of str
        Their complement with an article is a field of work, no body: « ministre du Budget ».
    former_prefix : str
        What joined to a role says that it is over: « ex-ministre ».
    functions : frozenset of str
        Callings that somebody has in a matter, and so are roles as well: « juge ».
    relations : frozenset of str
        Callings that tell whose somebody is, or what befell them, and are no role: « épouse », « retraité ».
    successors, predecessors : frozenset of str
        Nouns for who follows and who goes before.
    lasting : frozenset of str
        What nobody ceases to be: « fondateur ».
    posts : frozenset of str
        « au poste de PDG ».
    capacity : frozenset of str
        Prepositions of what somebody works as: « comme ».
    seeming : frozenset of str
        Verbs, in lemmas, of what somebody is only taken for: « considérer comme ».
    vacancies : frozenset of str
        « assurer l'intérim ».
    seats : mapping of str to tuple of str
        Noun for an office, and the titles, for a man and for a woman, of who holds it: « à la tête de ».
    appointments : frozenset of str
        Nouns for what gives an office: « la nomination de X au poste de directeur ».
    within : frozenset of str
        Prepositions behind which what is handed over is a gesture (« passe la main dans ses cheveux »).
    idioms : frozenset of str
        Phrases whose noun names nobody: « dans le cadre ».
    clitics, agents : frozenset of str
        Object pronouns before a verb; prepositions before who does what a passive says.
    places : frozenset of str
        « nommé à sa place ».
    parts : frozenset of str
        Complements that make an office a body's: « président du conseil ».
    title_openers : frozenset of str
        Words of a title before its noun.
    deputies : frozenset of str
        They make another office of a title: « adjoint ».
    small_words : frozenset of str
        Before a complement: what follows keeps its gender.
    states, local : frozenset of str
        Held in a state, in a town: the story's, where the text names none.
    ranks : frozenset of str
        No office without a body: « le général Roy ».
    over : frozenset of str
        « il n'est plus PDG ».
    formerly : frozenset of str
        Phrases before a role that says it is over now: « X, jusqu'ici directrice, ».
    adjectives_before : bool
        A title's adjectives stand before its noun: "financial analyst".
    perfect_is_past : bool
        « a été PDG » says that it is over ("has been CEO" does not).
    body_before : bool
        The body may stand right before the role: "OpenAI CEO".
    """

    roles: Mapping[str, tuple[Words, ...]] = field(default_factory=dict)
    pairs: GenderPairs = field(default_factory=GenderPairs)
    modifiers: StatusWords = field(default_factory=StatusWords)
    phrases: StatusWords = field(default_factory=StatusWords)
    verbs: OfficeVerbs = field(default_factory=OfficeVerbs)
    led: Mapping[str, Words] = field(default_factory=dict)
    seats: Mapping[str, Words] = field(default_factory=dict)
    synonyms: Mapping[str, Words] = field(default_factory=dict)
    periods: Periods = field(default_factory=Periods)
    portfolios: WordSet = frozenset()
    former_prefix: str = ""
    functions: WordSet = frozenset()
    relations: WordSet = frozenset()
    successors: WordSet = frozenset()
    predecessors: WordSet = frozenset()
    lasting: WordSet = frozenset()
    posts: WordSet = frozenset()
    capacity: WordSet = frozenset()
    seeming: WordSet = frozenset()
    vacancies: WordSet = frozenset()
    appointments: WordSet = frozenset()
    idioms: WordSet = frozenset()
    within: WordSet = frozenset()
    clitics: WordSet = frozenset()
    agents: WordSet = frozenset()
    places: WordSet = frozenset()
    parts: WordSet = frozenset()
    title_openers: WordSet = frozenset()
    deputies: WordSet = frozenset()
    small_words: WordSet = frozenset()
    states: WordSet = frozenset()
    local: WordSet = frozenset()
    ranks: WordSet = frozenset()
    over: WordSet = frozenset()
    formerly: WordSet = frozenset()
    adjectives_before: bool = False
    perfect_is_past: bool = False
    body_before: bool = False
