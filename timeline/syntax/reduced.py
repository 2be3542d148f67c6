"""A participle beside its noun that was taken for the verb of the sentence, which stands behind it.

- "The storm, | later downgraded to a gale, | was expected to pass";
- "A jet | equipped with new tubes | landed in Leeds".

English has one form for both. Two verbs with a tense and one subject want a conjunction between them: where there is
none the first is a participle. Lists ("He came, saw and conquered") have one, and no comma behind their subject.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from timeline.languages.grammar import Form, Role
from timeline.syntax.relations import Names
from timeline.syntax.voice import AUXILIARIES, SUBJECTS

PAST, PAST_PARTICIPLE = "VBD", "VBN"  # as the Penn Treebank calls them
OF_NOUN, SUBJECT, PASSIVE_SUBJECT = "acl", "nsubj", "nsubjpass"  # as ClearNLP calls them
VERBS = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
CLOSED = frozenset({Role.OBJECT, Role.OBJECT_PREDICATE, Role.MARKER, Role.CLAUSE_SUBJECT, *AUXILIARIES})
JOINED = frozenset({Role.CONJUNCT, Role.ADVERBIAL_CLAUSE, Role.CLAUSE_COMPLEMENT, Role.PARATAXIS, Role.OTHER})


def reduce_to_participle(first: Any, names: Names) -> bool:
    """Make a past tense a participle of its subject where another verb is the sentence's; False where none is."""
    if first.tag_ not in {PAST, PAST_PARTICIPLE}:
        return False
    roles = [names.role(child.dep_) for child in first.children]
    subjects = [child for child in first.lefts if names.role(child.dep_) in SUBJECTS]
    if len(subjects) != 1 or subjects[0].pos_ not in NOMINAL or not CLOSED.isdisjoint(roles):
        return False
    second = next((child for child in first.rights if _is_left_alone(child, names)), None)
    if second is None or not _is_reduced(first, second, subjects[0], names):
        return False
    _exchange(first, second, subjects[0], names)
    return True


def _is_left_alone(verb: Token, names: Names) -> bool:
    """Tell a verb with a tense and neither a subject nor a conjunction before it."""
    inner = {names.role(child.dep_) for child in verb.lefts}
    finite = any(
        Form.FINITE in names.forms(str(word.morph), word.tag_)
        for word in (verb, *verb.lefts)
        if word == verb or names.role(word.dep_) in AUXILIARIES
    )
    told = names.role(verb.dep_) in JOINED and verb.pos_ in VERBS and finite
    return told and inner.isdisjoint({*SUBJECTS, Role.MARKER, Role.COORDINATOR, Role.CLAUSE_SUBJECT, Role.ADVERB})


def _is_reduced(first: Token, second: Token, subject: Token, names: Names) -> bool:
    """Tell a participle between two commas, or without any, no conjunction before the verb behind it."""
    opening = min((word.i for word in second.lefts if word.pos_ in VERBS), default=second.i)
    between = first.doc[first.i + 1 : opening]
    joints = (names.role(child.dep_) == Role.COORDINATOR and child.i < second.i for child in first.children)
    if not len(between) or any(joints) or any(word.pos_ == "CCONJ" for word in between):
        return False
    before = [word.text for word in first.doc[subject.i : first.i]]
    closed, marks = between[-1].text == ",", any(word.text in {",", '"', "”", ":", ";"} for word in between)
    return (closed and "," in before) if marks else "," not in before and between[0].pos_ == "ADP"


def _exchange(first: Any, second: Any, subject: Any, names: Names) -> None:
    """Give the second verb the place of the first, its subject, and what stands behind it."""
    second.head, second.dep_ = (second if first.head == first else first.head), first.dep_
    passive = any(names.role(child.dep_) == Role.PASSIVE_AUXILIARY for child in second.lefts)
    subject.head, subject.dep_ = second, PASSIVE_SUBJECT if passive else SUBJECT
    for child in list(first.children):
        if child.i > second.i or child.i < subject.left_edge.i:
            child.head = second
    first.head, first.dep_, first.tag_ = subject, OF_NOUN, PAST_PARTICIPLE
    first.set_morph("VerbForm=Part|Tense=Past|Aspect=Perf")
