"""Tense, aspect, polarity and modality of French triggers, after Bittar's ISO-TimeML guidelines for French (2010)."""

from __future__ import annotations

from timeline.languages.contract import Word
from timeline.languages.grammar import Form, Role

AUXILIARIES = frozenset({Role.AUXILIARY, Role.PASSIVE_AUXILIARY, Role.COPULA})
# Mood and tense of the verb that is inflected → TimeML tense, of a simple form and of one compounded with a participle.
SIMPLE = {Form.PRESENT: "PRESENT", Form.IMPERFECT: "IMPERFECT", Form.PAST: "PAST", Form.FUTURE: "FUTURE"}
COMPOUND = {
    Form.PRESENT: ("PAST", "NONE"),  # passé composé, which news uses for the plain past
    Form.IMPERFECT: ("PAST", "PERFECTIVE"),
    Form.PAST: ("PAST", "PERFECTIVE"),
    Form.FUTURE: ("FUTURE", "PERFECTIVE"),
}
NEGATIONS = frozenset({"pas", "jamais", "rien", "guère", "nullement", "ni", "aucun", "aucune", "nul", "nulle"})
MODALS = frozenset({"pouvoir", "devoir", "falloir", "risquer"})


def tense_and_aspect(token: Word) -> tuple[str, str]:
    """Return TimeML tense and aspect; verb forms without tense are told by their form."""
    helpers = _helpers(token)
    if not helpers and token.pos_ not in {"VERB", "AUX"}:
        return "NONE", "NONE"
    compound = any(helper.role == Role.AUXILIARY for helper in helpers)
    bearer = helpers[0] if helpers else token
    if Form.INFINITIVE in bearer.form:
        return _periphrasis(token, bearer) or ("INFINITIVE", "PERFECTIVE" if compound else "NONE")
    if Form.PARTICIPLE in bearer.form:
        return _participle(bearer, compound), "NONE"
    tense = _tense(bearer)
    if Form.IMPERATIVE in bearer.form:
        return "NONE", "NONE"
    if not bearer.form.isdisjoint({Form.CONDITIONAL, Form.SUBJUNCTIVE}):
        return ("PAST" if compound else "PRESENT"), "NONE"
    if compound:
        return COMPOUND[tense] if tense else ("PAST", "NONE")
    return SIMPLE[tense] if tense else "NONE", "NONE"


def polarity(token: Word) -> str:
    """Return ``NEG`` for what the text says did not happen or is not so."""
    words = {child.lower_ for child in token.children}
    if words & {"ne", "n'"} and not _only(token):
        return "NEG"
    if "sans" in words or words & {"aucun", "aucune", "nul", "nulle"}:
        return "NEG"
    if token.pos_ in {"NOUN", "ADJ"}:
        near = (token.doc[i].lower_ for i in range(max(token.i - 3, token.sent.start), token.i))
        return "NEG" if words & {"pas", "non", "ni"} & set(near) else "POS"
    return "NEG" if words & NEGATIONS else "POS"


def modality(token: Word) -> str:
    """Return the lemma of the modal that governs a trigger, or ``CONDITIONAL`` for a conditional of its own."""
    head = token.head
    if head != token and head.lemma_ in MODALS and token.role in {Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT}:
        return head.lemma_
    bearers = (*_helpers(token), token)
    if any(Form.CONDITIONAL in bearer.form for bearer in bearers):
        return "CONDITIONAL"
    return ""


def _helpers(token: Word) -> list[Word]:
    """Return the auxiliaries and the copula, in order; a participle in a row borrows those of the first."""
    own = [child for child in token.children if child.role in AUXILIARIES]
    head = token.head
    if not own and token.role == Role.CONJUNCT and Form.PARTICIPLE in token.form & head.form:
        return _helpers(head)
    return own


def _participle(bearer: Word, compound: bool) -> str:
    if compound or Form.PAST in bearer.form:
        return "PASTPART"
    return "GERUNDIVE" if any(child.lower_ == "en" and child.i < bearer.i for child in bearer.children) else "PRESPART"


def _periphrasis(token: Word, bearer: Word) -> tuple[str, str] | None:
    """Read « va partir », « vient de partir », « est en train de partir »."""
    head = token.head
    words = {child.lower_ for child in (*token.children, *bearer.children)}
    tense = _tense(head)
    if head.lemma_ == "aller" and token.role == Role.OPEN_COMPLEMENT and tense in {Form.PRESENT, Form.IMPERFECT}:
        return SIMPLE[tense], "PROSPECTIVE"
    if head.lemma_ == "venir" and words & {"de", "d'"} and Form.FINITE in head.form:
        return SIMPLE[tense] if tense else "PRESENT", "PERFECTIVE"
    if head.lower_ == "train":
        return tense_and_aspect(head)[0], "PROGRESSIVE"
    return None


def _only(token: Word) -> bool:
    """Tell « ne … que », which restricts and does not deny."""
    if any(child.lower_ in NEGATIONS | {"plus"} for child in token.children):
        return False
    return any(
        word.lower_ in {"que", "qu'"}
        and (word.role in {Role.ADVERB, Role.CASE} or word.head.pos_ not in {"VERB", "AUX"})
        for word in token.subtree
    )


def _tense(word: Word) -> Form | None:
    return next((tense for tense in SIMPLE if tense in word.form), None)
