"""Tense, aspect, polarity and modality of English triggers, after the TimeML 1.2.1 annotation guidelines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.stages.events.words import Word

FUTURE = frozenset({"will", "shall", "'ll", "wo", "sha", "ll"})
TENSELESS = frozenset({"would", "could", "may", "might", "'d"})
MODALS = {"'d": "would", "ca": "can"}
PREDICATIVE = frozenset({"acomp", "attr", "oprd"})
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
        child.dep_ == "neg" or (child.dep_ in {"det", "advmod"} and child.lower_ in NEGATIVE) for child in near
    )
    head = token.head
    if token.dep_ in {"pobj", "pcomp"} and head.lower_ == "without":
        denied = True
    return "NEG" if denied else "POS"


def modality(token: Word) -> str:
    """Return the modal of a trigger's verb, in its full form; a plain future is none."""
    verb = _verb(token)
    if verb is None:
        return ""
    helpers = _helpers(verb)
    for helper in helpers:
        if helper.tag_ == "MD" and helper.lower_ not in FUTURE:
            return MODALS.get(helper.lower_, helper.lower_)
    head = verb.head
    if verb.dep_ == "xcomp" and head.lemma_ == "have" and any(child.lower_ == "to" for child in helpers):
        return "have to"
    return ""


def _verb(token: Word) -> Word | None:
    """Return the verb that carries a trigger's tense: its own, or the copula of a predicate."""
    if token.tag_.startswith(("VB", "MD")):
        return token
    return token.head if token.dep_ in PREDICATIVE and token.head.tag_.startswith("VB") else None


def _helpers(verb: Word) -> list[Word]:
    """Return the auxiliaries in order; a verb in a row without subject borrows those of the first."""
    own = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    alone = not own and verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ and verb.tag_ in {"VB", "VBN", "VBG"}
    if alone and not any(child.dep_.startswith("nsubj") for child in verb.children):
        return _helpers(verb.head)
    return own


def _tense(verb: Word, helpers: list[Word]) -> str:
    bearer = helpers[0] if helpers else verb
    if bearer.lower_ in FUTURE and bearer.tag_ == "MD":
        return "FUTURE"
    if bearer.lower_ == "to":
        return "INFINITIVE"
    if bearer.tag_ == "MD":
        return "NONE" if bearer.lower_ in TENSELESS else "PRESENT"
    if bearer.tag_ == "VBD":
        return "PAST"
    if bearer.tag_ == "VBG":
        return "PRESPART"
    if bearer.tag_ == "VBN":
        return "PASTPART"
    if bearer.tag_ == "VB":
        return "INFINITIVE"
    return "PRESENT" if bearer.tag_ in {"VBP", "VBZ"} else "NONE"


def _aspect(verb: Word, helpers: list[Word]) -> str:
    having = [helper for helper in helpers if helper.dep_ == "aux" and helper.lemma_ in {"have", "'ve", "'s"}]
    perfective = bool(having) and verb.tag_ != "VB"
    progressive = any(helper.lower_ == "being" for helper in helpers) or (
        verb.tag_ == "VBG" and any(helper.lemma_ in {"be", "'s", "'re", "'m"} for helper in helpers)
    )
    if perfective and verb.tag_ == "VBG":
        return "PERFECTIVE_PROGRESSIVE"
    if perfective:
        return "PERFECTIVE"
    return "PROGRESSIVE" if progressive else "NONE"
