"""The room ``entities``: people, organisations and places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.languages.contract.kinds import WordSet
from timeline.languages.contract.mentions import DescriptionWords, GenderedNouns, PronounWords, SpeechWords


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles before a person's name.

    Attributes
    ----------
    male, female, either : frozenset of str
        Civil titles, by whom they tell: « M. », « Mme », « Me ».
    offices : frozenset of str
        Offices with a capital before a name, no part of it: « Président ».
    within : frozenset of str
        Civil titles that a mention's span takes in.
    """

    male: WordSet = frozenset()
    female: WordSet = frozenset()
    either: WordSet = frozenset()
    offices: WordSet = frozenset()
    within: WordSet = frozenset()


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words within names and around them.

    Attributes
    ----------
    of : frozenset of str
        Prepositions between a noun and its complement.
    contracted : frozenset of str
        Those that hold an article: « du ».
    articles : frozenset of str
    copulas : frozenset of str
        Verbs, in lemmas, that join a subject and its adjective.
    genitive, plural_genitive : frozenset of str
        Endings of an English genitive, words of their own: "'s", "'".
    coordinators : frozenset of str
        Between two complements of an institution: « de l'air et de l'espace ».
    never_first : frozenset of str
        A name does not begin with these, capitalised as a sentence starts: « Ancien ».
    particles : frozenset of str
        Small words within a person's name: « von ».
    links : frozenset of str
        Small words within the name of a body or a work: « droits de l'Homme ».
    towards : frozenset of str
        No person's name goes on behind these: "to".
    title_links : frozenset of str
        Between a role and what completes its title: « directeur des opérations ».
    role_links : frozenset of str
        Between a role and where it is held, besides those: « chez ».
    complement_links : frozenset of str
        Between a head and the name that is its complement.
    droppable : frozenset of str
        Before a name and no part of what it is known by.
    heads : frozenset of str
        Lower-case heads that belong to the name they govern: « le parquet de Créteil ».
    qualified_heads : frozenset of str
        Those that do so only with an adjective: « le conseil municipal de Nancy ».
    direct_heads : frozenset of str
        Those that stand right before it: « l'océan Pacifique ».
    of_heads : frozenset of str
        What follows belongs to the name: "Bank of …".
    group_articles : frozenset of str
        Articles of people named by where they come from: « les Nantais ».
    demonym_adjectives, demonym_endings : frozenset of str
        Endings of such adjectives and nouns.
    demonyms : frozenset of str
        Such nouns.
    compass : frozenset of str
        "South Korean".
    calendar : frozenset of str
        Months and days: no name beside a number.
    weekdays : frozenset of str
        A name neither goes on with these nor begins with them.
    feasts : frozenset of str
        They tell which day is meant: « lundi de Pâques ».
    not_names : frozenset of str
        Capitalised at the head of a sentence, in titles or by courtesy; no name by themselves.
    """

    of: WordSet = frozenset()
    contracted: WordSet = frozenset()
    articles: WordSet = frozenset()
    copulas: WordSet = frozenset()
    genitive: WordSet = frozenset()
    plural_genitive: WordSet = frozenset()
    coordinators: WordSet = frozenset()
    never_first: WordSet = frozenset()
    particles: WordSet = frozenset()
    links: WordSet = frozenset()
    towards: WordSet = frozenset()
    title_links: WordSet = frozenset()
    role_links: WordSet = frozenset()
    complement_links: WordSet = frozenset()
    droppable: WordSet = frozenset()
    heads: WordSet = frozenset()
    qualified_heads: WordSet = frozenset()
    direct_heads: WordSet = frozenset()
    of_heads: WordSet = frozenset()
    group_articles: WordSet = frozenset()
    demonym_adjectives: WordSet = frozenset()
    demonym_endings: WordSet = frozenset()
    demonyms: WordSet = frozenset()
    compass: WordSet = frozenset()
    calendar: WordSet = frozenset()
    weekdays: WordSet = frozenset()
    feasts: WordSet = frozenset()
    not_names: WordSet = frozenset()


@dataclass(frozen=True, slots=True)
class Articles:
    """Articles by what they tell of a noun.

    Attributes
    ----------
    masculine, feminine, plural : frozenset of str
    """

    masculine: WordSet = frozenset()
    feminine: WordSet = frozenset()
    plural: WordSet = frozenset()


@dataclass(frozen=True, slots=True)
class CommonNouns:
    """Common nouns.

    Attributes
    ----------
    bare : frozenset of str
        They open a sentence without an article and are no names.
    """

    bare: WordSet = frozenset()


@dataclass(frozen=True, slots=True)
class BodyWords:
    """Words of bodies.

    Attributes
    ----------
    nouns : frozenset of str
        « la société ».
    openers : frozenset of str
        A body's name begins with one, capitalised: « Direction générale ».
    words : frozenset of str
        A name with one of these, in lower case, is a body's.
    legal_forms : frozenset of str
        "Inc."
    known : frozenset of str
        Bodies known by name.
    seats : frozenset of str
        Palaces and streets that speak for those who sit there: « l'Élysée ».
    clubs : frozenset of str
        What a club is called for short: "City".
    """

    nouns: WordSet = frozenset()
    openers: WordSet = frozenset()
    words: WordSet = frozenset()
    legal_forms: WordSet = frozenset()
    known: WordSet = frozenset()
    seats: WordSet = frozenset()
    clubs: WordSet = frozenset()


@dataclass(frozen=True, slots=True)
class PlaceNouns:
    """Words of places.

    Attributes
    ----------
    nouns : frozenset of str
        « la ville ».
    words : frozenset of str
        A name that begins with one of these, in lower case, is a place's.
    hyphenated : frozenset of str
        Small words that hyphens join into a town's name: « Bar-sur-Aube ».
    last_words : frozenset of str
        The last word of a building's name: "Karl Marx Theater".
    """

    nouns: WordSet = frozenset()
    words: WordSet = frozenset()
    hyphenated: WordSet = frozenset()
    last_words: WordSet = frozenset()


@dataclass(frozen=True, slots=True)
class ThingWords:
    """Words of things that are named and are neither people nor bodies nor places.

    Attributes
    ----------
    numbered : frozenset of str
        A number behind them belongs to the name: « Ligue 1 ».
    nouns : frozenset of str
    words : frozenset of str
    """

    numbered: WordSet = frozenset()
    nouns: WordSet = frozenset()
    words: WordSet = frozenset()


@dataclass(frozen=True, slots=True)
class SportWords:
    """Words beside the names of teams.

    Attributes
    ----------
    matches : frozenset of str
        Nouns of matches and results.
    against : frozenset of str
        "defeat to Leeds".
    verbs : frozenset of str
        In lemmas, of who beats whom.
    towns : mapping of str to str
        Letters of a club, and the town that it is called by as well: « PSG », « Paris ».
    """

    matches: WordSet = frozenset()
    against: WordSet = frozenset()
    verbs: WordSet = frozenset()
    towns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ContextWords:
    """Words beside a name that tell what it is of; verbs in lemmas.

    Attributes
    ----------
    either_apposition : frozenset of str
        What a person may be, and a body as well: in apposition they tell neither.
    plural_verbs : frozenset of str
        Plural forms that a body's name takes as a team: "Dunmore City have won".
    person_subject, person_object : frozenset of str
        Verbs whose subject, or object, is a person.
    minded : frozenset of str
        Verbs whose subject is a person or a body, no thing: « souhaiter ».
    moments : frozenset of str
        Nouns of time, which no pronoun takes up: « moment », "week".
    fatal, die : frozenset of str
        What befalls only others than the one who tells of it; of these, what the dead do themselves.
    appointments, replacements : frozenset of str
        Nouns for what only people are given (« nomination »), and for one taking another's place.
    anothers_verbs, anothers_nouns : frozenset of str
        What one takes or asks for is another's: « accepter sa démission ».
    claims, deciding : frozenset of str
        What one asks for, and, in lemmas, what another does with it: « rejeter sa demande ».
    organisation_subject, organisation_object : frozenset of str
        Verbs whose subject, or object, is a body.
    organisation_source : frozenset of str
        People leave them « de X », « chez X ».
    other_object : frozenset of str
        Verbs whose object is a thing: a medicine, a machine, a work.
    organisation_parts, person_parts, place_parts : frozenset of str
        Nouns that a body, a person, a place has.
    monarchs : frozenset of str
        « la reine X de Norvège »: what follows their name is no part of it.
    place_heads_after : frozenset of str
        What happens somewhere, behind the place: "the Nice attack".
    person_heads, person_heads_after : frozenset of str
        Nouns that a family name stands behind, or before: « l'administration Obama ».
    inner_prepositions : frozenset of str
        « en France »: hardly anything but a place follows.
    share_prepositions, shares : frozenset of str
        What one has in a body: « une participation dans Valtor ».
    place_prepositions, person_prepositions : frozenset of str
        A place, or a person, follows rather than not.
    """

    either_apposition: WordSet = frozenset()
    plural_verbs: WordSet = frozenset()
    person_subject: WordSet = frozenset()
    person_object: WordSet = frozenset()
    minded: WordSet = frozenset()
    moments: WordSet = frozenset()
    fatal: WordSet = frozenset()
    die: WordSet = frozenset()
    anothers_verbs: WordSet = frozenset()
    anothers_nouns: WordSet = frozenset()
    claims: WordSet = frozenset()
    deciding: WordSet = frozenset()
    appointments: WordSet = frozenset()
    replacements: WordSet = frozenset()
    organisation_subject: WordSet = frozenset()
    organisation_object: WordSet = frozenset()
    organisation_source: WordSet = frozenset()
    other_object: WordSet = frozenset()
    organisation_parts: WordSet = frozenset()
    person_parts: WordSet = frozenset()
    place_parts: WordSet = frozenset()
    monarchs: WordSet = frozenset()
    place_heads_after: WordSet = frozenset()
    person_heads: WordSet = frozenset()
    person_heads_after: WordSet = frozenset()
    inner_prepositions: WordSet = frozenset()
    share_prepositions: WordSet = frozenset()
    shares: WordSet = frozenset()
    place_prepositions: WordSet = frozenset()
    person_prepositions: WordSet = frozenset()


@dataclass(frozen=True, slots=True)
class EntityWords:
    """The room ``entities``: words that tell which people, organisations and places a text names.

    Attributes
    ----------
    labels : mapping of str to str
        Labels of the language's models and the types they vote for; "" votes for something else.
    titles : Titles
    names : NameWords
    articles : Articles
    common : CommonNouns
    organisations : BodyWords
    places : PlaceNouns
    others : ThingWords
    sport : SportWords
    context : ContextWords
    gendered, given : GenderedNouns
        Nouns, and given names that elsewhere are of both genders (« Jean »).
    pronouns : PronounWords
    third, possessive : mapping of str to (str, str, str)
        Forms of the third person: gender (m, f, - for both), number (s, p, -), and whom they may mean (person,
        thing, any).
    descriptions : DescriptionWords
    speech : SpeechWords
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    titles: Titles = field(default_factory=Titles)
    names: NameWords = field(default_factory=NameWords)
    articles: Articles = field(default_factory=Articles)
    common: CommonNouns = field(default_factory=CommonNouns)
    organisations: BodyWords = field(default_factory=BodyWords)
    places: PlaceNouns = field(default_factory=PlaceNouns)
    others: ThingWords = field(default_factory=ThingWords)
    sport: SportWords = field(default_factory=SportWords)
    context: ContextWords = field(default_factory=ContextWords)
    gendered: GenderedNouns = field(default_factory=GenderedNouns)
    given: GenderedNouns = field(default_factory=GenderedNouns)
    pronouns: PronounWords = field(default_factory=PronounWords)
    third: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    possessive: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    descriptions: DescriptionWords = field(default_factory=DescriptionWords)
    speech: SpeechWords = field(default_factory=SpeechWords)
