"""What English modals, tenses and moods tell of an event's standing."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.languages.contract import Word
from timeline.languages.grammar import Form, Role

SUBJECTS = frozenset({Role.SUBJECT, Role.PASSIVE_SUBJECT, Role.EXPLETIVE, Role.CLAUSE_SUBJECT})
AUXILIARIES = frozenset({Role.AUXILIARY, Role.PASSIVE_AUXILIARY})
WILL = frozenset({"will", "shall", "'ll", "wo"})
MAY = frozenset({"may", "might", "should", "must", "can", "ca", "could"})
HALF_MODALS = {"need": "possible", "agree": "future", "use": "factual"}
REMARKING = frozenset({"mention", "note", "remember", "stress", "recall", "add"})
ASKING = frozenset({"why", "how", "when", "where", "who", "what", "which", "whom"})


def marks(token: Word, *, conditional_context: bool, reported_past: bool) -> Iterator[tuple[str, str, Word]]:
    """Yield what the verbal group of a verb tells: standing, name of the rule, word that tells it.

    Parameters
    ----------
    token : Word
        A verb.
    conditional_context : bool
        The sentence states a condition ("if…", "without…").
    reported_past : bool
        The clause depends on a verb of saying or thinking, so that "would" may be a future in the past.
    """
    group = [child for child in token.children if child.role in AUXILIARIES]
    perfect = any(child.lemma_ == "have" or child.lower_ in {"have", "'ve"} for child in group)
    for auxiliary in group:
        if auxiliary.lower_ in WILL:
            yield ("possible" if conditional_context else "future", "future tense", auxiliary)
        elif auxiliary.lower_ in {"would", "'d"} and Form.MODAL in auxiliary.form:
            yield _would(auxiliary, perfect, conditional_context, reported_past)
        elif auxiliary.lower_ in MAY and not _is_performed(token, auxiliary):
            yield _modal(auxiliary, perfect, conditional_context)
    yield from _infinitive(token, group)


def _infinitive(token: Word, group: list[Word]) -> Iterator[tuple[str, str, Word]]:
    """Yield what an infinitive without a modal tells: "King to abdicate", "in order to", "Vote on Sunday"."""
    infinitive = next((child for child in group if child.lower_ == "to"), None)
    if infinitive is not None and not _has_finite_verb(token):
        yield ("future", "headline infinitive", infinitive)
    elif infinitive is not None and token.role == Role.ADVERBIAL_CLAUSE:
        yield ("possible", "purpose", infinitive)
    if not group and _is_order(token):
        yield ("possible", "imperative", token)


def _is_order(token: Word) -> bool:
    """Tell "Vote on Sunday", an infinitive of a main clause without a subject."""
    main = token.role in {Role.ROOT, Role.CLAUSE_COMPLEMENT, Role.CONJUNCT, Role.PARATAXIS}
    return main and Form.INFINITIVE in token.form and _has_no_subject(token)


def _is_performed(token: Word, modal: Word) -> bool:
    """Tell what is done by the saying: "we can today announce that…", "it should be noted that…"."""
    subjects = {child.lower_ for child in token.children if child.role in SUBJECTS}
    if modal.lower_ == "can":
        return token.lemma_ in {"announce", "confirm", "reveal", "report", "disclose"} and bool(subjects & {"i", "we"})
    return modal.lower_ in {"should", "must"} and token.lemma_ in REMARKING and "it" in subjects


def governor_effect(governor: Word, token: Word) -> str | None:
    """Return what a half-modal makes of the infinitive it governs; None when it is none."""
    if governor.lemma_ in REMARKING and any(child.lower_ in {"should", "must"} for child in governor.children):
        return "factual" if any(child.lower_ == "it" for child in governor.children) else None
    infinitive = any(child.lower_ == "to" and child.role in {Role.AUXILIARY, Role.MARKER} for child in token.children)
    if not infinitive:
        return None
    if governor.lemma_ == "go":
        return "future" if Form.GERUND in governor.form else None
    if governor.lemma_ == "have":
        return "factual" if Form.PAST in governor.form else "possible"
    return _effect_of_be(governor) if governor.lemma_ == "be" else HALF_MODALS.get(governor.lemma_)


def _effect_of_be(governor: Word) -> str | None:
    """Tell "is to leave" from "was to leave", which need not have happened, and from "is ready to leave"."""
    if any(child.role in {Role.PREDICATE_ADJECTIVE, Role.ATTRIBUTE, Role.EXPLETIVE} for child in governor.children):
        return None
    return "possible" if _is_plain_past(governor) else "future"


def is_question(sentence_end: Word, token: Word) -> bool:
    """Tell whether a sentence asks whether something is so, and not who did it or why."""
    if sentence_end.text != "?":
        return False
    return not any(word.lower_ in ASKING for word in token.sent.words if word.i < token.i)


def is_pluperfect(token: Word) -> bool:
    """Tell "if he had stayed" from "if he stays"."""
    return any(child.role == Role.AUXILIARY and child.lower_ in {"had", "'d"} for child in token.children)


def is_inverted_condition(token: Word) -> bool:
    """Tell a condition without a conjunction: "had he stayed", "should it fail"."""
    subjects = [child for child in token.children if child.role in {Role.SUBJECT, Role.PASSIVE_SUBJECT}]
    if not subjects or token.doc[token.sent.end - 1].text == "?":
        return False
    return any(
        child.role in AUXILIARIES and child.lower_ in {"had", "should", "were"} and child.i < subjects[0].i
        for child in token.children
    )


def _would(auxiliary: Word, perfect: bool, condition: bool, reported_past: bool) -> tuple[str, str, Word]:
    if perfect and not reported_past:
        return ("counterfactual", "would have", auxiliary)
    if reported_past and not condition:
        return ("future", "future in the past", auxiliary)
    return ("counterfactual" if perfect else "possible", "conditional", auxiliary)


def _modal(auxiliary: Word, perfect: bool, condition: bool) -> tuple[str, str, Word]:
    word = auxiliary.lower_
    if perfect and (word == "should" or (condition and word in {"could", "might"})):
        return ("counterfactual", f"{word} have", auxiliary)
    return ("possible", "modal", auxiliary)


def _has_finite_verb(token: Word) -> bool:
    return any(Form.FINITE in word.form for word in token.sent.words)


def _has_no_subject(token: Word) -> bool:
    return not any(
        child.role in {Role.SUBJECT, Role.PASSIVE_SUBJECT, Role.EXPLETIVE, Role.CLAUSE_SUBJECT} or child.lower_ == "to"
        for child in token.children
    )


def _is_plain_past(word: Word) -> bool:
    return Form.PAST in word.form and Form.FINITE in word.form
