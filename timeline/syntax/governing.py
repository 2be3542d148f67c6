"""A finite verb that the parser overlooked before an infinitive of the past: « Elle dément avoir signé ».

A main clause has a finite verb: where one has a subject and but an infinitive of the past for its verb, the word right
before that infinitive is it, taken for an adverb or for an adjective of the subject.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from timeline.languages.base import language_or_fallback
from timeline.languages.grammar import Form
from timeline.syntax.relations import Names
from timeline.syntax.voice import AUXILIARIES, SUBJECTS

GOVERNED, SUBJECT = "xcomp", "nsubj"
PRESENT = "VerbForm=Fin|Mood=Ind|Tense=Pres|Person=3|Number={number}"
TAKEN_FOR = frozenset({"ADV", "ADJ"})


def is_governed_by_overlooked(auxiliary: Token, names: Names) -> bool:
    """Tell the auxiliary of an infinitive of the past that a clause with a subject has for its only verb."""
    verb = auxiliary.head
    if verb.head != verb or names.role(auxiliary.dep_) not in AUXILIARIES or auxiliary.i < verb.sent.start + 2:
        return False
    if Form.INFINITIVE not in names.forms(str(auxiliary.morph), auxiliary.tag_):
        return False
    before = auxiliary.nbor(-1)
    subject = _subject(verb, names)
    beside = before.head in {verb, subject} and before.pos_ in TAKEN_FOR
    return subject is not None and beside and subject.i < before.i and not _denies(before)


def uncover(auxiliary: Any, names: Names) -> None:
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
