"""The room ``factuality``: words that tell whether the text vouches for an event.

Fields stand in the order in which they count: a word listed twice is what its first list says.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.languages.contract.kinds import Words


@dataclass(frozen=True, slots=True)
class Governors:
    """Verbs, nouns and adjectives, in lemmas, by what they make of the event that depends on them.

    Words of one expression are joined with "_": "point_out", « faire_savoir ».

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
    """

    words: Words = ()
    conjunctions: Words = ()
    negated: Words = ()
    counterfactual: Words = ()
    concessive: Words = ()


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
    polite : tuple of str
        What somebody wants: « il voudrait ».
    """

    hearsay: Words = ()
    polite: Words = ()


@dataclass(frozen=True, slots=True)
class FactualityWords:
    """The room.

    Attributes
    ----------
    governors : Governors
    occurrence : tuple of str
        Verbs by which a noun, their subject, takes place: « avoir_lieu ».
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
    upholding : tuple of str
        Verbs with which a court takes a judgement for granted.
    asking : tuple of str
        Question words that take what they ask about for granted.
    seizing : tuple of str
        Verbs whose purpose was reached: « en profite pour interroger ».
    resulting : tuple of str
        Verbs whose oblique complement stands as they stand: « pourrait déboucher sur des recours ».
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
    upholding: Words = ()
    asking: Words = ()
    seizing: Words = ()
    resulting: Words = ()
