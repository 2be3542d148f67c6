"""The rooms of the parse: how labels are called, verb groups, function words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.languages.contract.kinds import Words


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
    predicates : mapping of str to str
        Forms of verbs that are adjectives too, and that models take for those, with the verb: « La mairie ferme ».
    participles : mapping of str to str
        Participles that are nouns too, and that models take for those behind "be", with the verb: « Elle est partie ».
    """

    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    features: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    predicates: Mapping[str, str] = field(default_factory=dict)
    participles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Auxiliaries:
    """Forms, in lower case, of the auxiliaries that stand before a verb; lemmas where it says so.

    Attributes
    ----------
    perfect : tuple of str
        Lemmas that make a past of a participle, "have"; « être » too, where the parser takes it for no passive.
    ambiguous : tuple of str
        Forms among them that do so before a past participle alone: "she's left", "she's leaving".
    passive : tuple of str
        Lemmas among them that make the passive too, for which models often take a past conditional: « être ».
    future, conditional, possible, necessary : tuple of str
        Modals: "will", "would", "may", "must".
    unreal : tuple of str
        Among them, those that before a perfect tell what was not done: "should have left".
    unreal_if : tuple of str
        Those that do where the sentence states a condition: "could have won".
    past_when_denied : tuple of str
        "could not be reached".
    tenseless : tuple of str
        Modals that TimeML gives no tense: "would".
    full_forms : mapping of str to str
        What short forms stand for: "'d", "would".
    """

    perfect: Words = ()
    ambiguous: Words = ()
    passive: Words = ()
    future: Words = ()
    conditional: Words = ()
    possible: Words = ()
    necessary: Words = ()
    unreal: Words = ()
    unreal_if: Words = ()
    past_when_denied: Words = ()
    tenseless: Words = ()
    full_forms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HalfModals:
    """Lemmas of verbs that say of an infinitive below them what auxiliaries say elsewhere.

    Attributes
    ----------
    possible, necessary : tuple of str
        « pouvoir », « devoir », "have" (to).
    prospective : tuple of str
        What is about to be: « aller », "go".
    recent : tuple of str
        What has just been: « venir » (de).
    arranged : tuple of str
        What is to be: "be" (to).
    denying : tuple of str
        What is not done: « refuser », "fail".
    progressive : tuple of str
        Nouns for what is being done: « (en) train (de) ».
    """

    possible: Words = ()
    necessary: Words = ()
    prospective: Words = ()
    recent: Words = ()
    arranged: Words = ()
    denying: Words = ()
    progressive: Words = ()


@dataclass(frozen=True, slots=True)
class NegationWords:
    """Words in lower case that deny a verb.

    Attributes
    ----------
    words : tuple of str
        « pas », "not", "never".
    particles : tuple of str
        « ne », which some of the words need beside them.
    with_particle : tuple of str
        Those words: « plus », « personne ».
    restricting : tuple of str
        What after such a word takes the denial away: « pas seulement », "not only".
    without : tuple of str
        Prepositions that deny a verb or noun under them: « sans ».
    before_nouns : tuple of str
        What denies a noun that it stands before: « non ».
    """

    words: Words = ()
    particles: Words = ()
    with_particle: Words = ()
    restricting: Words = ()
    without: Words = ()
    before_nouns: Words = ()


@dataclass(frozen=True, slots=True)
class VerbForms:
    """How futures and conditionals look, where a model mistakes them.

    Attributes
    ----------
    future_endings, conditional_endings : tuple of str
        After an infinitive, or an irregular stem.
    stems : tuple of str
        Irregular stems: « viendr ».
    order_endings : tuple of str
        Of imperatives that models take for statements: « votez ».
    infinitive, dropped : str
        How infinitives end, and what futures drop of it: « prendr(e) ».
    """

    future_endings: Words = ()
    conditional_endings: Words = ()
    stems: Words = ()
    order_endings: Words = ()
    infinitive: str = ""
    dropped: str = ""


@dataclass(frozen=True, slots=True)
class VerbWords:
    """The room ``verbs``: what the words of a verb group mean.

    Attributes
    ----------
    perfect_is_past : bool
        The present perfect is the plain past of news: « elle a quitté ».
    hearsay : bool
        The past conditional without a condition reports what others say: « elle aurait quitté ».
    unaccusative : tuple of str
        Lemmas of verbs that make their past with the auxiliary of the passive: « aller ».
    conditions : tuple of str
        Conjunctions of a condition: « si ».
    concessive : tuple of str
        What before them makes none of it: « même ».
    infinitive_marks : tuple of str
        "to".
    gerund_marks : tuple of str
        What makes a gerund of a present participle: « en ».
    plural_forms, singular_forms : tuple of str
        Forms that tell the number where the tag does not: "were".
    inverted : tuple of str
        Pronouns that follow their verb: « -t-elle ».
    placing : tuple of str
        Relative adverbs, which are never subjects: « où sévit une épidémie ».
    headline_participles, headline_deeds : tuple of str
        Past participles that are past tenses too and stand in headlines without their auxiliary ("arrested"); presents
        that are plurals of nouns too ("fires").
    naming : tuple of str
        Forms of verbs that give somebody an office, which follows bare ("named Anna Berg chairwoman").
    behind_gerund : tuple of str
        Nouns that a gerund before them says the kind of ("shooting suspect").
    """

    auxiliaries: Auxiliaries = field(default_factory=Auxiliaries)
    governors: HalfModals = field(default_factory=HalfModals)
    negation: NegationWords = field(default_factory=NegationWords)
    forms: VerbForms = field(default_factory=VerbForms)
    perfect_is_past: bool = False
    hearsay: bool = False
    unaccusative: Words = ()
    conditions: Words = ()
    concessive: Words = ()
    infinitive_marks: Words = ()
    gerund_marks: Words = ()
    plural_forms: Words = ()
    singular_forms: Words = ()
    inverted: Words = ()
    placing: Words = ()
    headline_participles: Words = ()
    headline_deeds: Words = ()
    naming: Words = ()
    behind_gerund: Words = ()


@dataclass(frozen=True, slots=True)
class GrammarWords:
    """The room ``grammar``: function words, and verbs by the way they take their complements, in lemmas.

    Attributes
    ----------
    prepositions : mapping of str to tuple of str
        Prepositions by the slot that what follows them fills: "agent", "origin", "goal", "with", "place"…
    subject_control : tuple of str
        Verbs whose subject, not the person addressed, does what their infinitive says: « promettre ».
    object_control : tuple of str
        Verbs whose object does: "ask". Empty where every verb's does that is not in `subject_control`; elsewhere the
        infinitive behind any other verb's object says what for: "they beat Clio to win the order".
    support, support_passive, light : tuple of str
        Verbs that lend a noun a subject (« remettre sa démission »); those whose subject undergoes it (« subir »);
        those that say no more than the noun.
    subjected : tuple of str
        Nouns, in lemmas, that make a verb's subject undergo what follows: « faire l'objet de ».
    phases, phase_links, periods : tuple of str
        Verbs that tell that something begins, goes on or ends; prepositions of what it does so with; nouns of stretches
        of time: « la semaine a commencé par ».
    circumstances : tuple of str
        Nouns that are no object of the clause behind them: "the way they plan to win".
    relative, possessives : tuple of str
        Pronouns and determiners, in lower case.
    between : tuple of str
        Prepositions before two: « entre ».
    copulas, predicative : tuple of str
        Verbs and prepositions of « être en grève ».
    speech : tuple of str
        Verbs that may stand, subject after them, behind what is said.
    relational : tuple of str
        Nouns, as they stand, that say nothing without what follows them: « (au) cours (de) », "part (of)".
    adverbial_clitics : tuple of str
        Pronouns that stand for a complement with a preposition and name nobody: « en », « y ».
    causatives : tuple of str
        Verbs whose own subject undergoes the infinitive when they are reflexive: « se faire battre ».
    bare_objects : bool
        Whether an object without an article is a part of the verb (« avoir lieu »), as where nouns want articles.
    fused : tuple of str
        Prepositions that hold an article: « du ».
    """

    prepositions: Mapping[str, Words] = field(default_factory=dict)
    subject_control: Words = ()
    object_control: Words = ()
    support: Words = ()
    support_passive: Words = ()
    light: Words = ()
    subjected: Words = ()
    phases: Words = ()
    phase_links: Words = ()
    periods: Words = ()
    circumstances: Words = ()
    relative: Words = ()
    possessives: Words = ()
    between: Words = ()
    copulas: Words = ()
    predicative: Words = ()
    speech: Words = ()
    adverbial_clitics: Words = ()
    relational: Words = ()
    causatives: Words = ()
    bare_objects: bool = False
    fused: Words = ()
