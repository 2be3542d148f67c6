"""What a parser makes of the words beside an auxiliary, where it cannot be so.

- A finite verb overlooked before an infinitive of the past (« Elle dément avoir signé »). A main clause has one:
  where one has a subject and but such an infinitive for its verb, the word right before it is it.
- « rien » between an auxiliary and its participle taken for a subject: « Elle n'a rien signé ».
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from timeline.languages.base import language_or_fallback
from timeline.languages.grammar import Form, Role
from timeline.syntax.relations import Names
from timeline.syntax.voice import AUXILIARIES, SUBJECTS

GOVERNED, SUBJECT, OBJECT, DENYING = "xcomp", "nsubj", "obj", "advmod"  # as Universal Dependencies call them
HELPING = frozenset({"AUX", "VERB"})  # auxiliaries are taken for verbs at times
PRESENT = "VerbForm=Fin|Mood=Ind|Tense=Pres|Person=3|Number={number}"
TAKEN_FOR = frozenset({"ADV", "ADJ"})


def mend_beside_auxiliary(token: Token, names: Names) -> bool:
    """Mend what stands beside an auxiliary; False where nothing was wrong."""
    if token.pos_ == "AUX" and _is_governed_by_overlooked(token, names):
        _uncover(token, names)
    elif token.dep_ == SUBJECT and token.i and token.nbor(-1).pos_ in HELPING and _is_second_subject(token, names):
        _make_denial(token, names)
    else:
        return False
    return True


def _is_governed_by_overlooked(auxiliary: Token, names: Names) -> bool:
    """Tell the auxiliary of an infinitive of the past that a clause with a subject has for its only verb."""
    verb = auxiliary.head
    if verb.head != verb or names.role(auxiliary.dep_) not in AUXILIARIES or auxiliary.i < verb.sent.start + 2:
        return False
    if Form.INFINITIVE not in names.forms(str(auxiliary.morph), auxiliary.tag_):
        return False
    if any(Form.FINITE in names.forms(str(child.morph), child.tag_) for child in verb.lefts):
        return False  # "will initially be sold"
    before = auxiliary.nbor(-1)
    subject = _subject(verb, names)
    beside = before.head in {verb, subject} and before.pos_ in TAKEN_FOR
    return subject is not None and beside and subject.i < before.i and not _denies(before)


def _uncover(auxiliary: Any, names: Names) -> None:
    """Make the word before such an auxiliary the verb of the clause, and hang the infinitive on it."""
    verb, finite = auxiliary.head, auxiliary.nbor(-1)
    subject = _subject(verb, names)
    plural = subject is not None and Form.PLURAL in names.forms(str(subject.morph), subject.tag_)
    finite.pos_ = "VERB"
    finite.set_morph(PRESENT.format(number="Plur" if plural else "Sing"))
    finite.head, finite.dep_ = finite, verb.dep_
    verb.head, verb.dep_ = finite, GOVERNED
    for child in [child for child in verb.lefts if child.i < finite.i]:
        child.head = finite
    if subject is not None:
        subject.dep_ = SUBJECT  # of a passive no more


def _subject(verb: Token, names: Names) -> Token | None:
    return next((child for child in verb.lefts if names.role(child.dep_) in SUBJECTS), None)


def _denies(word: Token) -> bool:
    """Tell « pas », and what else denies: « Ne pas avoir signé »."""
    negation = language_or_fallback(word.vocab.lang).factuality.negation
    return word.lower_ in {*negation.words, *negation.with_ne, *negation.ne}


def _is_second_subject(token: Token, names: Names) -> bool:
    """Tell a pronoun behind the auxiliary of a verb that has a subject before it: « Elle n'a | rien | signé »."""
    verb, auxiliary = token.head, token.nbor(-1)
    if token.pos_ != "PRON" or names.role(auxiliary.dep_) not in AUXILIARIES or auxiliary.head != verb:
        return False
    return verb.i > token.i and _first_subject(token, names) is not None


def _first_subject(token: Token, names: Names) -> Token | None:
    before = (child for child in token.head.lefts if child.i < token.i - 1)
    return next((child for child in before if names.role(child.dep_) in {*SUBJECTS, Role.EXPLETIVE}), None)


def _make_denial(token: Any, names: Names) -> None:
    """Make « rien » no subject, and the pronoun before it one: « Il n'a | rien | obtenu »."""
    first = _first_subject(token, names)
    if first is not None:
        first.dep_ = SUBJECT
    token.dep_ = DENYING if "PronType=Neg" in str(token.morph) else OBJECT
