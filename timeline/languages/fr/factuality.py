"""What French moods, tenses and modals tell of an event's standing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from timeline.languages.base import get_language
from timeline.languages.contract import Word
from timeline.languages.grammar import Form, Role

EXPLETIVES = frozenset({Role.EXPLETIVE, Role.REFLEXIVE, Role.PASSIVE_REFLEXIVE})
AUXILIARIES = frozenset({Role.AUXILIARY, Role.PASSIVE_AUXILIARY, Role.COPULA})
CONDITIONAL_ENDINGS = ("ais", "ait", "ions", "iez", "aient")
FUTURE_ENDINGS = ("ai", "as", "a", "ons", "ez", "ont")
# Stems of futures and conditionals that the infinitive does not show: « reviendra », « courrait ».
IRREGULAR = (
    "viendr", "tiendr", "courr", "mourr", "verr", "pourr", "voudr", "devr", "vaudr", "faudr", "cevr", "querr", "saur",
)  # fmt: skip


def marks(token: Word, *, conditional_context: bool, reported_past: bool) -> Iterator[tuple[str, str, Word]]:
    """Yield what the verbal group of a verb tells: standing, name of the rule, word that tells it.

    Parameters
    ----------
    token : Word
        A verb or a predicate with a copula.
    conditional_context : bool
        The sentence states a condition (« si… », « sans… »).
    reported_past : bool
        The clause depends on a verb of saying or thinking, so that its conditional may be a future in the past.
    """
    finite = _finite(token)
    if finite is None:
        return
    if Form.INFINITIVE in token.form and finite.role == Role.COPULA:
        yield ("future", "infinitive under a copula", finite)  # « le but est d'étudier »
        return
    if token.lemma_ == "pouvoir" and finite == token:
        yield ("possible", "modal", token)
    if _is_conditional(finite):
        yield _conditional(token, finite, conditional_context, reported_past)
    elif _is_future(finite):
        yield ("possible" if conditional_context else "future", "future tense", finite)
    elif finite == token and (Form.IMPERATIVE in finite.form or _opens_as_order(token)):
        yield ("possible", "imperative", finite)


def governor_effect(governor: Word, token: Word) -> str | None:
    """Return what a modal makes of the infinitive it governs; None when it is no modal, or tells nothing."""
    lemma, finite = governor.lemma_, _finite(governor)
    past = finite is not None and finite != governor
    conditional = finite is not None and _is_conditional(finite)
    if lemma in {"pouvoir", "devoir"}:
        return _effect_of_modal(governor, past, conditional)
    if lemma in {"vouloir", "souhaiter"} and past and conditional:
        return "counterfactual"
    listed = _effect_of_listed(governor, token)
    if listed is not None:
        return listed
    return _effect_of_plan(governor, token, past) if Form.INFINITIVE in token.form else None


def _effect_of_plan(governor: Word, token: Word, past: bool) -> str | None:
    """Read « va partir », « entend partir », « est à refaire »."""
    lemma = governor.lemma_
    if lemma == "aller":
        return "factual" if past else "future"
    if lemma == "entendre":
        wanted = governor.lower_.startswith("entend") and not past
        return "future" if wanted and token.lemma_ not in {"dire", "parler"} else None
    return "future" if lemma in {"être", "rester"} else None


def _effect_of_listed(governor: Word, token: Word) -> str | None:
    """Read verbs that mean several things: « conteste avoir reçu », « il y a eu », « repousse »."""
    lemma = governor.lemma_
    if lemma == "savoir" and _is_infinitive(token) and _is_conditional(governor):
        return "negated"  # « ne saurait autoriser »
    if governor.lower_.startswith(("manqu", "contest")) and _is_infinitive(token):
        return "negated" if governor.lower_[0] == "m" else "denied"
    if lemma == "avoir" and any(child.lower_ == "y" for child in governor.children):
        return "factual"  # « il n'y aura pas de grève »
    if lemma == "repousser" and token.lemma_ in _THROWN_BACK:
        return "declined"
    remarked = lemma in _REMARKING and governor.head.lemma_ in {"falloir", "convenir"}
    return "factual" if remarked else None  # « il faut noter que… » is the author's own word


def _effect_of_modal(governor: Word, past: bool, conditional: bool) -> str:
    """Read « a pu partir », « aurait dû partir », « devait partir », « doit partir »."""
    if past:
        return "counterfactual" if conditional else "factual"
    if governor.lemma_ == "pouvoir" or Form.IMPERFECT in governor.form:
        return "possible"
    return "future"


_THROWN_BACK = frozenset(
    ["attaque", "assaut", "offensive", "raid", "ennemi", "offre", "avance", "proposition", "demande", "amendement"]
)
_REMARKING = frozenset(["noter", "rappeler", "souligner", "préciser", "signaler", "remarquer", "ajouter"])


def _is_infinitive(token: Word) -> bool:
    helpers = [child for child in token.children if child.role in AUXILIARIES]
    return Form.INFINITIVE in (helpers[0] if helpers else token).form


def is_question(sentence_end: Word, token: Word) -> bool:
    """Tell whether a sentence asks whether something is so, and not who did it or why."""
    if sentence_end.text != "?":
        return False
    return not any(word.lower_ in _ASKING for word in token.sent.words if word.i < token.i)


_ASKING = frozenset(
    ["pourquoi", "comment", "quand", "où", "qui", "combien", "quel", "quelle", "quels", "quelles", "que", "qu'"]
)


def is_pluperfect(token: Word) -> bool:
    """Tell « s'il était resté » from « s'il reste » and from a passive, « s'il était renvoyé »."""
    finite = _finite(token)
    return finite is not None and finite.role == Role.AUXILIARY and Form.IMPERFECT in finite.form


def is_inverted_condition(token: Word) -> bool:
    """Tell a condition without a conjunction: « l'eût-il voulu »."""
    return any(child.lower_ in {"eût", "eussent"} and child.role in AUXILIARIES for child in token.children)


def _conditional(token: Word, finite: Word, condition: bool, reported_past: bool) -> tuple[str, str, Word]:
    if _is_compound(token, finite):
        return (
            ("counterfactual", "past conditional", finite)
            if condition
            else ("reported", "journalistic conditional", finite)
        )
    if condition:
        return ("possible", "conditional", finite)
    if reported_past:
        return ("future", "future in the past", finite)
    if token.lemma_ in get_language("fr").factuality.conditional.polite:
        return ("possible", "conditional", finite)
    main = token.role in {Role.ROOT, Role.CONJUNCT, Role.PARATAXIS}
    if main and (token.lemma_ in get_language("fr").factuality.conditional.hearsay or finite.lemma_ == "être"):
        return ("reported", "journalistic conditional", finite)
    return ("possible", "conditional", finite)


def _is_compound(token: Word, finite: Word) -> bool:
    """Tell a past conditional: « serait devenu », but not « serait nommé », which the model often takes for one."""
    if finite == token or finite.role == Role.COPULA:
        return False
    if finite.lemma_ == "être" and not any(
        child.role in {Role.EXPLETIVE, Role.REFLEXIVE, Role.PASSIVE_REFLEXIVE} for child in token.children
    ):
        return token.lemma_ in get_language("fr").verbs.unaccusative
    return finite.role == Role.AUXILIARY


def _finite(token: Word) -> Word | None:
    for child in token.children:
        if child.role in AUXILIARIES and _looks_finite(child):
            return child
    return token if _looks_finite(token) else None


def _looks_finite(token: Word) -> bool:
    return Form.FINITE in token.form or _is_future(token)


def _opens_as_order(token: Word) -> bool:
    """Tell « Votez dimanche » by its form, where the model takes it for a statement without a subject."""
    own = any(child.role in {Role.SUBJECT, Role.PASSIVE_SUBJECT} for child in token.children)
    return token.i == token.sent.start and token.lower_.endswith(("ez", "ons")) and not own


def _is_conditional(token: Word) -> bool:
    if Form.CONDITIONAL in token.form or token.lower_ in {"aurait", "auraient", "serait", "seraient"}:
        return True
    return _has_ending(token, CONDITIONAL_ENDINGS)


def _is_future(token: Word) -> bool:
    """Tell a future by its form too, which the model often takes for a present (« fermerons »)."""
    if Form.FUTURE in token.form:
        return True
    return _has_ending(token, FUTURE_ENDINGS)


@cache
def _irregular(endings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(stem + ending for stem in IRREGULAR for ending in endings)


def _has_ending(token: Word, endings: tuple[str, ...]) -> bool:
    if token.lower_.endswith(_irregular(endings)):
        return token.pos_ in {"VERB", "AUX"}
    stem = token.lemma_.removesuffix("e") if token.lemma_.endswith("re") else token.lemma_
    return stem.endswith("r") and any(token.lower_ == stem + ending for ending in endings)
