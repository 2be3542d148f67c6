"""English headlines, whose verbs are in the present or have no auxiliary, and which parsers take for noun phrases.

A headline here is a sentence that no mark ends. "Anna Berg arrested in Paris" has a passive; "Volteo fires Anna Berg"
has a verb, where the parser sees three nouns.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from timeline.languages.base import language_or_fallback
from timeline.languages.grammar import Form, Role
from timeline.syntax.relations import Names
from timeline.syntax.voice import AUXILIARIES, VERBAL

GERUND = "VBG"  # as the Penn Treebank calls it
PAST_PARTICIPLE, PRESENT, NOUNS_OF_MANY = "VBN", "VBZ", frozenset({"NNS", "NNPS"})  # as the Penn Treebank calls them
PAST_TENSES = frozenset({"VBD", PAST_PARTICIPLE})
SUBJECT, PASSIVE_SUBJECT, OBJECT, NAMED, COMPOUND = "nsubj", "nsubjpass", "dobj", "oprd", "compound"  # as ClearNLP does
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
FINAL = frozenset(".!?…:;\"'”»)")
COMPLEMENTS = frozenset({Role.OBJECT, Role.OBJECT_PREDICATE, Role.ATTRIBUTE, Role.CLAUSE_COMPLEMENT})


def is_open(token: Token) -> bool:
    """Tell a word of a sentence that no mark ends."""
    return token.sent.text.rstrip()[-1:] not in FINAL


def is_participle_of_headline(token: Token, names: Names) -> bool:
    """Tell a past tense without an object, or with a bare office behind it, in a headline."""
    words = language_or_fallback(token.vocab.lang).verbs
    if token.lower_ not in words.headline_participles or not is_open(token):
        return False
    roles = {names.role(child.dep_) for child in token.children}
    if not roles.isdisjoint(AUXILIARIES) or Role.SUBJECT not in roles:
        return False
    complements = [child for child in token.rights if names.role(child.dep_) in COMPLEMENTS]
    if not complements:
        return True
    is_named = len(complements) == 1 and token.lower_ in words.naming
    return is_named and _is_bare_office(complements[0], token, names)


def make_passive(token: Any, names: Names) -> None:
    """Make a past tense a participle, whose subject undergoes what it says."""
    token.tag_, token.pos_ = PAST_PARTICIPLE, "VERB"
    token.set_morph("VerbForm=Part|Tense=Past|Aspect=Perf")
    for child in token.children:
        role = names.role(child.dep_)
        if role == Role.SUBJECT:
            child.dep_ = PASSIVE_SUBJECT
        elif role == Role.OBJECT:
            child.dep_ = NAMED


def _is_bare_office(noun: Token, verb: Token, names: Names) -> bool:
    """Tell a singular noun without an article right behind a verb: "named | chief executive"."""
    if noun.pos_ != "NOUN" or noun.left_edge.i != verb.i + 1 or Form.PLURAL in names.forms("", noun.tag_):
        return False
    return all(names.role(child.dep_) != Role.DETERMINER for child in noun.lefts)


def is_deed_of_headline(token: Token) -> bool:
    """Tell a verb taken for the plural of a noun, in a headline without a verb: "Volteo | fires | its chief"."""
    words = language_or_fallback(token.vocab.lang).verbs
    sentence = token.sent
    if token.tag_ not in NOUNS_OF_MANY or token.lower_ not in words.headline_deeds or not token.text.islower():
        return False
    if not sentence.start < token.i < sentence.end - 1 or not is_open(token):
        return False
    if any(word.pos_ in VERBAL for word in sentence):
        return False
    before, after = token.doc[sentence.start : token.i], token.nbor()
    return all(word.pos_ in NOMINAL for word in before) and after.pos_ in NOMINAL | {"DET", "PRON"}


def has_gerund_of_kind(noun: Token) -> bool:
    """Tell a bare noun right behind a gerund that says of what kind it is: "Shooting | suspect | surrenders"."""
    words = language_or_fallback(noun.vocab.lang).verbs
    if noun.lower_ not in words.behind_gerund or noun.is_sent_start or noun.nbor(-1).tag_ != GERUND:
        return False
    gerund = noun.nbor(-1)
    return noun.head == gerund and all(child == noun or child.i > noun.i for child in gerund.children)


def join_gerund(noun: Any) -> None:
    """Give a noun the place of the gerund before it, and make that a part of it."""
    gerund, above = noun.nbor(-1), noun.nbor(-1).head
    noun.head, noun.dep_ = (noun if above == gerund else above), gerund.dep_
    for child in list(gerund.children):
        child.head = noun
    gerund.head, gerund.dep_, gerund.tag_, gerund.pos_ = noun, COMPOUND, "NN", "NOUN"
    gerund.set_morph("Number=Sing")


def make_deed(token: Any) -> None:
    """Make a noun the verb of its sentence: what stands before it its subject, what follows it its object."""
    doc, sentence = token.doc, token.sent
    subject = doc[token.i - 1]
    outside = [word for word in sentence[token.i + 1 - sentence.start :] if _hangs_elsewhere(word, token)]
    token.head, token.dep_ = token, "ROOT"
    token.tag_, token.pos_ = PRESENT, "VERB"
    token.set_morph("VerbForm=Fin|Tense=Pres|Number=Sing|Person=3")
    for word in doc[sentence.start : subject.i]:
        if word.head.i > subject.i or word.head == word:
            word.head, word.dep_ = subject, COMPOUND
    subject.head, subject.dep_ = token, SUBJECT
    objects = [word for word in outside if word.pos_ in {"NOUN", "PROPN", "PRON"}]
    for word in outside:
        word.head = token
        if objects and word == objects[0]:
            word.dep_ = OBJECT


def _hangs_elsewhere(word: Token, verb: Token) -> bool:
    """Tell a word behind a verb whose head is no word behind it."""
    return word.head == word or word.head.i <= verb.i
