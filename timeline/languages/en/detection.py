"""Tense, aspect, polarity and modality of English triggers, after the TimeML 1.2.1 annotation guidelines."""

from __future__ import annotations

from timeline.languages.contract import Word
from timeline.languages.grammar import Form, Role

FUTURE = frozenset({"will", "shall", "'ll", "wo", "sha", "ll"})
TENSELESS = frozenset({"would", "could", "may", "might", "'d"})
MODALS = {"'d": "would", "ca": "can"}
SHARING = frozenset({"infinitive", "participle", "gerund"})  # forms that borrow the auxiliaries of the first in a row
TENSES = {
    "past": "PAST", "present": "PRESENT", "gerund": "PRESPART", "participle": "PASTPART", "infinitive": "INFINITIVE",
}  # fmt: skip
PREDICATIVE = frozenset({Role.PREDICATE_ADJECTIVE, Role.ATTRIBUTE, Role.OBJECT_PREDICATE})
NEGATIVE = frozenset({"no", "never", "not", "n't", "without", "neither", "nor", "nobody", "nothing", "hardly"})


def tense_and_aspect(token: Word) -> tuple[str, str]:
    """Return TimeML tense and aspect; verb forms without tense are told by their form."""
    verb = _verb(token)
    if verb is None:
        return "NONE", "NONE"
    helpers = _helpers(verb)
    return _tense(verb, helpers), _aspect(verb, helpers)


def polarity(token: Word) -> str:
    """Return ``NEG`` for what the text says did not happen or is not so."""
    verb = _verb(token)
    near = [*token.children, *(verb.children if verb is not None else ())]
    denied = any(
        child.role == Role.NEGATION or (child.role in {Role.DETERMINER, Role.ADVERB} and child.lower_ in NEGATIVE)
        for child in near
    )
    head = token.head
    if token.role in {Role.PREPOSITION_OBJECT, Role.PREPOSITION_CLAUSE} and head.lower_ == "without":
        denied = True
    return "NEG" if denied else "POS"


def modality(token: Word) -> str:
    """Return the modal of a trigger's verb, in its full form; a plain future is none."""
    verb = _verb(token)
    if verb is None:
        return ""
    helpers = _helpers(verb)
    for helper in helpers:
        if Form.MODAL in helper.form and helper.lower_ not in FUTURE:
            return MODALS.get(helper.lower_, helper.lower_)
    head = verb.head
    if verb.role == Role.OPEN_COMPLEMENT and head.lemma_ == "have" and any(child.lower_ == "to" for child in helpers):
        return "have to"
    return ""


def _verb(token: Word) -> Word | None:
    """Return the verb that carries a trigger's tense: its own, or the copula of a predicate."""
    if _shape(token):
        return token
    return token.head if token.role in PREDICATIVE and _shape(token.head) not in {"", "modal"} else None


def _helpers(verb: Word) -> list[Word]:
    """Return the auxiliaries in order; a verb in a row without subject borrows those of the first."""
    own = [child for child in verb.children if child.role in {Role.AUXILIARY, Role.PASSIVE_AUXILIARY}]
    alone = not own and verb.role == Role.CONJUNCT and _shape(verb) == _shape(verb.head) and _shape(verb) in SHARING
    if alone and not any(child.role in {Role.SUBJECT, Role.PASSIVE_SUBJECT} for child in verb.children):
        return _helpers(verb.head)
    return own


def _tense(verb: Word, helpers: list[Word]) -> str:
    bearer = helpers[0] if helpers else verb
    if bearer.lower_ in FUTURE and Form.MODAL in bearer.form:
        return "FUTURE"
    if bearer.lower_ == "to":
        return "INFINITIVE"
    if Form.MODAL in bearer.form:
        return "NONE" if bearer.lower_ in TENSELESS else "PRESENT"
    return TENSES.get(_shape(bearer), "NONE")


def _shape(word: Word) -> str:
    """Return the form of a verb that has none but its own, empty for other words."""
    if Form.MODAL in word.form:
        return "modal"
    if Form.GERUND in word.form:
        return "gerund"
    if Form.PARTICIPLE in word.form:
        return "participle"
    if Form.INFINITIVE in word.form:
        return "infinitive"
    if Form.FINITE not in word.form:
        return ""
    return "past" if Form.PAST in word.form else "present"


def _aspect(verb: Word, helpers: list[Word]) -> str:
    having = [helper for helper in helpers if helper.role == Role.AUXILIARY and helper.lemma_ in {"have", "'ve", "'s"}]
    perfective = bool(having) and _shape(verb) != "infinitive"
    progressive = any(helper.lower_ == "being" for helper in helpers) or (
        Form.GERUND in verb.form and any(helper.lemma_ in {"be", "'s", "'re", "'m"} for helper in helpers)
    )
    if perfective and Form.GERUND in verb.form:
        return "PERFECTIVE_PROGRESSIVE"
    if perfective:
        return "PERFECTIVE"
    return "PROGRESSIVE" if progressive else "NONE"
