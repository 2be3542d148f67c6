"""Tense, aspect, polarity and modality of French triggers, after Bittar's ISO-TimeML guidelines for French (2010)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.stages.events.words import Word

AUXILIARIES = ("aux:tense", "aux:pass", "aux", "cop")
# Mood and tense of the verb that is inflected → TimeML tense, of a simple form and of one compounded with a participle.
SIMPLE = {"Pres": "PRESENT", "Imp": "IMPERFECT", "Past": "PAST", "Fut": "FUTURE"}
COMPOUND = {
    "Pres": ("PAST", "NONE"),  # passé composé, which news uses for the plain past
    "Imp": ("PAST", "PERFECTIVE"),
    "Past": ("PAST", "PERFECTIVE"),
    "Fut": ("FUTURE", "PERFECTIVE"),
}
NEGATIONS = frozenset({"pas", "jamais", "rien", "guère", "nullement", "ni", "aucun", "aucune", "nul", "nulle"})
MODALS = frozenset({"pouvoir", "devoir", "falloir", "risquer"})


def tense_and_aspect(token: Word) -> tuple[str, str]:
    """Return TimeML tense and aspect; verb forms without tense are told by their form."""
    helpers = _helpers(token)
    if not helpers and token.pos_ not in {"VERB", "AUX"}:
        return "NONE", "NONE"
    compound = any(helper.dep_ == "aux:tense" for helper in helpers)
    bearer = helpers[0] if helpers else token
    form = _first(bearer, "VerbForm")
    if form == "Inf":
        return _periphrasis(token, bearer) or ("INFINITIVE", "PERFECTIVE" if compound else "NONE")
    if form == "Part":
        return _participle(bearer, compound), "NONE"
    tense = _first(bearer, "Tense")
    if _first(bearer, "Mood") == "Imp":
        return "NONE", "NONE"
    if _first(bearer, "Mood") in {"Cnd", "Sub"}:
        return ("PAST" if compound else "PRESENT"), "NONE"
    if compound:
        return COMPOUND.get(tense, ("PAST", "NONE"))
    return SIMPLE.get(tense, "NONE"), "NONE"


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
    if head is not token and head.lemma_ in MODALS and token.dep_ in {"xcomp", "ccomp"}:
        return head.lemma_
    bearers = (*_helpers(token), token)
    if any(_first(bearer, "Mood") == "Cnd" for bearer in bearers):
        return "CONDITIONAL"
    return ""


def _helpers(token: Word) -> list[Word]:
    """Return the auxiliaries and the copula, in order; a participle in a row borrows those of the first."""
    own = [child for child in token.children if child.dep_ in AUXILIARIES]
    head = token.head
    if not own and token.dep_ == "conj" and _first(token, "VerbForm") == _first(head, "VerbForm") == "Part":
        return _helpers(head)
    return own


def _participle(bearer: Word, compound: bool) -> str:
    if compound or _first(bearer, "Tense") == "Past":
        return "PASTPART"
    return "GERUNDIVE" if any(child.lower_ == "en" and child.i < bearer.i for child in bearer.children) else "PRESPART"


def _periphrasis(token: Word, bearer: Word) -> tuple[str, str] | None:
    """Read « va partir », « vient de partir », « est en train de partir »."""
    head = token.head
    words = {child.lower_ for child in (*token.children, *bearer.children)}
    if head.lemma_ == "aller" and token.dep_ == "xcomp" and _first(head, "Tense") in {"Pres", "Imp"}:
        return SIMPLE[_first(head, "Tense")], "PROSPECTIVE"
    if head.lemma_ == "venir" and words & {"de", "d'"} and _first(head, "VerbForm") == "Fin":
        return SIMPLE.get(_first(head, "Tense"), "PRESENT"), "PERFECTIVE"
    if head.lower_ == "train":
        return tense_and_aspect(head)[0], "PROGRESSIVE"
    return None


def _only(token: Word) -> bool:
    """Tell « ne … que », which restricts and does not deny."""
    if any(child.lower_ in NEGATIONS | {"plus"} for child in token.children):
        return False
    return any(
        word.lower_ in {"que", "qu'"} and (word.dep_ in {"advmod", "case"} or word.head.pos_ not in {"VERB", "AUX"})
        for word in token.subtree
    )


def _first(token: Word, feature: str) -> str:
    values = token.morph.get(feature)
    return values[0] if values else ""
