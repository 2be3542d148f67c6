"""TimeML's attributes of a trigger, from its verb group: tense, aspect, polarity, modality.

After the TimeML 1.2.1 annotation guidelines and, for French, Bittar's ISO-TimeML guidelines (2010): the attributes are
those of the form, where a `VerbGroup` says what the form means, « elle aurait quitté » being a past of hearsay.
"""

from __future__ import annotations

from typing import NamedTuple

from timeline.languages.base import language_or_fallback
from timeline.languages.contract import VerbWords
from timeline.stages.events.words import Word
from timeline.syntax import Form
from timeline.syntax.negation import denial_of_noun
from timeline.syntax.verbgroup import Aspect, Mood, Tense, VerbGroup
from timeline.syntax.verbs import verb_group
from timeline.syntax.voice import VERBAL

NONE = "NONE"
PROGRESSIVE = frozenset({Aspect.PROGRESSIVE, Aspect.PERFECT_PROGRESSIVE})


class Attributes(NamedTuple):
    """TimeML's attributes of one trigger, by TimeML's own names."""

    tense: str = NONE
    aspect: str = NONE
    polarity: str = "POS"
    modality: str = ""


def attributes_of(token: Word) -> Attributes:
    """Return TimeML's attributes of the event that a word names."""
    group = verb_group(token)
    words = language_or_fallback(token.code).verbs
    if group is None:
        return Attributes(polarity="POS" if denial_of_noun(token, words) is None else "NEG")
    tense, aspect = _finite(group, words) if group.finite else _without_tense(group, words)
    denied = group.negation is not None and group.negation.pos_ not in VERBAL
    return Attributes(tense, aspect, "NEG" if denied else "POS", _modality(group, words))


def _finite(group: VerbGroup, words: VerbWords) -> tuple[str, str]:
    bearer = group.bearer or group.head
    if Form.MODAL in bearer.form:
        return _of_modal(bearer, words), _aspect(group, words)
    if group.mood == Mood.IMPERATIVE:
        return NONE, NONE
    if group.mood in {Mood.CONDITIONAL, Mood.SUBJUNCTIVE}:
        return ("PAST" if group.perfect else "PRESENT"), NONE
    return _tense(group, bearer, words), _aspect(group, words)


def _of_modal(modal: Word, words: VerbWords) -> str:
    """Return the tense of "will leave", "can leave"; "would leave" has none."""
    if modal.lower_ in words.auxiliaries.future:
        return "FUTURE"
    return NONE if modal.lower_ in words.auxiliaries.tenseless else "PRESENT"


def _tense(group: VerbGroup, bearer: Word, words: VerbWords) -> str:
    if group.tense == Tense.FUTURE:
        return "FUTURE"
    imperfect = Form.IMPERFECT in bearer.form
    if group.perfect and (words.perfect_is_past or imperfect):
        return "PAST"
    if imperfect:
        return "IMPERFECT"
    return "PAST" if Form.PAST in bearer.form else "PRESENT"


def _aspect(group: VerbGroup, words: VerbWords) -> str:
    progressive = group.aspect in PROGRESSIVE
    present = group.bearer is not None and Form.PRESENT in group.bearer.form
    if group.perfect and not (words.perfect_is_past and present):
        return "PERFECTIVE_PROGRESSIVE" if progressive else "PERFECTIVE"
    return "PROGRESSIVE" if progressive else NONE


def _without_tense(group: VerbGroup, words: VerbWords) -> tuple[str, str]:
    """Return what an infinitive or participle is, or the half-modal above it: « va partir », « vient de partir »."""
    if group.mood == Mood.PARTICIPLE and group.modal is None:
        return _participle(group, words), NONE if words.perfect_is_past else _aspect(group, words)
    if _mark(group, words):
        return "INFINITIVE", _aspect(group, words)
    return _periphrasis(group, words) or ("INFINITIVE", _aspect(group, words))


def _periphrasis(group: VerbGroup, words: VerbWords) -> tuple[str, str] | None:
    """Read « va partir », « vient de partir », « est en train de partir »."""
    above = verb_group(group.modal) if group.modal is not None else None
    if above is not None and not above.perfect:
        tense = _tense(above, above.bearer or above.head, words)
        if above.head.lemma_ in words.governors.prospective:
            return tense, "PROSPECTIVE"
        if above.head.lemma_ in words.governors.recent:
            return tense, "PERFECTIVE"
    noun = group.head.head
    return (attributes_of(noun).tense, "PROGRESSIVE") if noun.lower_ in words.governors.progressive else None


def _participle(group: VerbGroup, words: VerbWords) -> str:
    bearer = group.bearer or group.head
    if Form.GERUND not in bearer.form and (group.perfect or Form.PAST in bearer.form):
        return "PASTPART"
    marked = any(child.lower_ in words.gerund_marks and child.i < bearer.i for child in bearer.children)
    return "GERUNDIVE" if marked else "PRESPART"


def _modality(group: VerbGroup, words: VerbWords) -> str:
    """Return the modal of a trigger's verb, in its full form or lemma; a plain future is none."""
    bearer = group.bearer or group.head
    if group.finite and Form.MODAL in bearer.form:
        form = bearer.lower_
        return "" if form in words.auxiliaries.future else words.auxiliaries.full_forms.get(form, form)
    modal, listed = group.modal, words.governors
    if modal is not None and modal.lemma_ in (*listed.possible, *listed.necessary):
        return f"{modal.lemma_} {_mark(group, words)}".strip()
    return "CONDITIONAL" if group.mood == Mood.CONDITIONAL and group.finite else ""


def _mark(group: VerbGroup, words: VerbWords) -> str:
    """Return the mark of an infinitive, "to"; "" where it has none."""
    return next((word.lower_ for word in group.auxiliaries if word.lower_ in words.infinitive_marks), "")
