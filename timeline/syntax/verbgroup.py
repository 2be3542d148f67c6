"""What a verb group tells: tense, aspect, mood, modality, polarity and voice; `timeline.syntax.verbs` reads it.

After the feature bundles of ISO-TimeML, with modality after Palmer (2001): what the group itself commits to, before
anything outside the clause (who says so, an adverb, a governing noun) is weighed; `timeline.stages.events` does that.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from timeline.syntax.words import Word


class Tense(str, Enum):
    """When a group as a whole puts what it tells, seen from its teller's now."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"

    __hash__ = str.__hash__


class Aspect(str, Enum):
    """How a group looks at what it tells."""

    NONE = "none"
    IMPERFECTIVE = "imperfective"
    """« elle dirigeait »: the French imperfect."""
    PERFECT = "perfect"
    """Over, and of consequence: "has left", "will have left"."""
    PLUPERFECT = "pluperfect"
    """Over before another past: « avait quitté », "had left"."""
    PROGRESSIVE = "progressive"
    PERFECT_PROGRESSIVE = "perfect_progressive"
    PROSPECTIVE = "prospective"
    """Ahead of its tense: « va partir », "was to leave"."""

    __hash__ = str.__hash__


class Mood(str, Enum):
    """The mood of the word that bears the tense; infinitive and participle where none does."""

    INDICATIVE = "indicative"
    SUBJUNCTIVE = "subjunctive"
    CONDITIONAL = "conditional"
    IMPERATIVE = "imperative"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"

    __hash__ = str.__hash__


class Modality(str, Enum):
    """What a group commits to, where that is less than the fact."""

    NONE = "none"
    POSSIBLE = "possible"
    NECESSARY = "necessary"
    CONDITIONAL = "conditional"
    """It would be so, other things being given."""
    HEARSAY = "hearsay"
    """Others say so: « elle aurait quitté Volta », the conditional of the press."""
    COUNTERFACTUAL = "counterfactual"
    """It was not so: "would have left", « aurait dû partir »."""

    __hash__ = str.__hash__


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb, or a predicate with its copula, and what its group tells.

    Attributes
    ----------
    head : Word
        The verb or predicate.
    auxiliaries : tuple of Word
        In the order of the text, copulas included; those of the verb that it is coordinated with where it shares them.
    bearer : Word or None
        The word whose form has the tense: the modal, the finite verb or auxiliary; else the first of the group.
    tense, aspect, mood, modality
    negated : bool
        Denied by a word of its own, or by a verb that it completes: « n'a pas nommé », « a refusé de nommer ».
    passive : bool
    finite : bool
        Has a tense of its own, or its auxiliary's; an infinitive under a modal is not finite.
    perfect : bool
        Made with the auxiliary of the past: « a quitté », "would have left", "to have left".
    modal : Word or None
        The auxiliary or governing verb that makes the modality, or a prospective.
    negation : Word or None
        The word that denies.
    """

    head: Word
    auxiliaries: tuple[Word, ...] = ()
    bearer: Word | None = None
    tense: Tense = Tense.NONE
    aspect: Aspect = Aspect.NONE
    mood: Mood = Mood.INDICATIVE
    modality: Modality = Modality.NONE
    negated: bool = False
    passive: bool = False
    finite: bool = False
    perfect: bool = False
    modal: Word | None = None
    negation: Word | None = None

    def __repr__(self) -> str:
        told = (self.tense, self.aspect, self.mood, self.modality)
        names = [value.value for value in told] + ["negated"] * self.negated + ["passive"] * self.passive
        return f"VerbGroup({self.head.text!r}, {' '.join(name for name in names if name != 'none')})"
