"""The room ``factuality``: words that tell whether the text vouches for an event.

Fields stand in the order in which they count: a word listed twice is what its first list says.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.languages.contract.kinds import Words


@dataclass(frozen=True, slots=True)
class Governors:
    """Verbs, nouns and adjectives, in lemmas, by what they make of the event that depends on them.

    Attributes
    ----------
    reported, believed, denied, possible, future, negated, counterfactual : tuple of str
    spoken : tuple of str
        Reports a clause; what it takes for an object was done: « accuser ».
    waived : tuple of str
        What is given up was not done; where it is not given up, it is possible.
    judged : tuple of str
        What these judge is only thought of: "hard".
    certain : tuple of str
        That these are so is told; where they are not, nothing is.
    declined : tuple of str
        What these turn down was not done, unless it is something said.
    factual : tuple of str
        What these govern stands as they stand themselves: « commencer ».
    """

    reported: Words = ()
    spoken: Words = ()
    believed: Words = ()
    denied: Words = ()
    waived: Words = ()
    possible: Words = ()
    future: Words = ()
    negated: Words = ()
    judged: Words = ()
    certain: Words = ()
    declined: Words = ()
    counterfactual: Words = ()
    factual: Words = ()


@dataclass(frozen=True, slots=True)
class Effects:
    """Words, or phrases as text, by what they make of the event beside or behind them.

    Attributes
    ----------
    possible, reported, future, negated, counterfactual : tuple of str
    """

    possible: Words = ()
    reported: Words = ()
    future: Words = ()
    negated: Words = ()
    counterfactual: Words = ()


@dataclass(frozen=True, slots=True)
class NegatingWords:
    """Words that deny an event.

    Attributes
    ----------
    words : tuple of str
    with_ne : tuple of str
        Those that only do beside a particle: « plus ».
    ne : tuple of str
        The particles.
    comparing : tuple of str
        Words before which they count and do not deny: « pas moins de six ».
    """

    words: Words = ()
    with_ne: Words = ()
    ne: Words = ()
    comparing: Words = ()


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """Words of conditions.

    Attributes
    ----------
    words : tuple of str
        Conjunctions of one word: « si ».
    conjunctions, negated, counterfactual : tuple of str
        Conjunctions as text, by whether they leave the event open, deny it or suppose it.
    concessive : tuple of str
        What looks like a condition and is none: « même si ».
    inverted : tuple of str
        Auxiliaries that state a condition before their subject: "had he stayed".
    awaiting : tuple of str
        Conjunctions of time behind which a present is ahead where the clause over it is: "once it opens".
    """

    words: Words = ()
    conjunctions: Words = ()
    negated: Words = ()
    counterfactual: Words = ()
    concessive: Words = ()
    inverted: Words = ()
    awaiting: Words = ()


@dataclass(frozen=True, slots=True)
class AttributionWords:
    """Who vouches, outside the clause.

    Attributes
    ----------
    prepositions : tuple of str
        As text: « selon », "according to".
    sources : tuple of str
        Nouns, in lemmas, that can be believed or not ("according to reports", not "according to plan").
    """

    prepositions: Words = ()
    sources: Words = ()


@dataclass(frozen=True, slots=True)
class ConditionalVerbs:
    """Verbs, in lemmas, by what their simple conditional tells.

    Attributes
    ----------
    hearsay : tuple of str
        What others say: « le groupe envisagerait ».
    hearsay_copulas : tuple of str
        Auxiliaries and copulas that do so too: « il serait malade ».
    polite : tuple of str
        What somebody wants: « il voudrait ».
    """

    hearsay: Words = ()
    hearsay_copulas: Words = ()
    polite: Words = ()


@dataclass(frozen=True, slots=True)
class GoverningSense:
    """One meaning of a verb with several, by its own group and what stands around it.

    The first sense of a verb that fits says what it makes of the event below it; where none does, `Governors` has it.

    Attributes
    ----------
    verbs : tuple of str
        Lemmas.
    stems : tuple of str
        How forms begin whose lemma models get wrong: « contest ».
    effect : str
        A name of `Governors`' lists; "" hands on to those.
    when : tuple of str
        What the verb's own group must tell, by the names of `timeline.syntax.verbgroup`, or "perfect", "negated".
    infinitive : bool
        The event is an infinitive.
    beside, under : tuple of str
        Forms of which one must depend on the verb (« y » in « il y a »), lemmas of which one must stand above it.
    nouns, but : tuple of str
        Lemmas one of which the event must be, or must not be.
    plain : bool
        The verb has no predicate: "is to leave", not "is ready to leave".
    """

    verbs: Words = ()
    stems: Words = ()
    effect: str = ""
    when: Words = ()
    infinitive: bool = False
    beside: Words = ()
    under: Words = ()
    nouns: Words = ()
    but: Words = ()
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Performing:
    """What is done by saying it under a modal: "we can announce that…".

    Attributes
    ----------
    verbs : tuple of str
        Lemmas.
    modals, subjects : tuple of str
        Forms.
    """

    verbs: Words = ()
    modals: Words = ()
    subjects: Words = ()


@dataclass(frozen=True, slots=True)
class FactualityWords:
    """The room.

    Attributes
    ----------
    governors : Governors
    occurrence : tuple of str
        Verbs by which a noun, their subject, takes place: « avoir lieu ».
    modifiers : Effects
        Adverbs and adjectives beside the event's word.
    before : Effects
        Phrases right before it.
    before_verbs : tuple of str
        Those of `before` that say so of an infinitive alone.
    negation : NegatingWords
    conditions : ConditionWords
    attribution : AttributionWords
    conditional : ConditionalVerbs
    retrospective : tuple of str
        Verbs, in lemmas, whose future perfect looks back: « la bataille aura duré cent jours ».
    upholding : tuple of str
        Verbs with which a court takes a judgement for granted.
    asking : tuple of str
        Question words that take what they ask about for granted.
    seizing : tuple of str
        Verbs whose purpose was reached: « en profite pour interroger ».
    resulting : tuple of str
        Verbs whose oblique complement stands as they stand: « pourrait déboucher sur des recours ».
    open_questions : tuple of str
        Words before the verb of a question that does not ask whether it is so: « pourquoi ».
    senses : tuple of GoverningSense
    performing : tuple of Performing
    """

    governors: Governors = field(default_factory=Governors)
    occurrence: Words = ()
    modifiers: Effects = field(default_factory=Effects)
    before: Effects = field(default_factory=Effects)
    before_verbs: Words = ()
    negation: NegatingWords = field(default_factory=NegatingWords)
    conditions: ConditionWords = field(default_factory=ConditionWords)
    attribution: AttributionWords = field(default_factory=AttributionWords)
    conditional: ConditionalVerbs = field(default_factory=ConditionalVerbs)
    retrospective: Words = ()
    upholding: Words = ()
    asking: Words = ()
    seizing: Words = ()
    resulting: Words = ()
    open_questions: Words = ()
    senses: tuple[GoverningSense, ...] = ()
    performing: tuple[Performing, ...] = ()
