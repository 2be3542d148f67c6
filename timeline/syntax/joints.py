"""Clauses that a parser ran together, parted where one of them is left without a subject.

- "The town lost power in wind and rain and | crews | were slowed": the noun joined to the one before opens a clause;
- "They shot a man | they say | robbed a bank": what is said of a noun belongs to it, and who says so stands between.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from timeline.languages.grammar import Form, Role
from timeline.syntax.relations import Names
from timeline.syntax.voice import AUXILIARIES, SUBJECTS

JOINED, SUBJECT, PASSIVE_SUBJECT = "conj", "nsubj", "nsubjpass"  # as ClearNLP calls them
SAID, RELATIVE = "ccomp", "relcl"
PAST, PAST_PARTICIPLE = "VBD", "VBN"  # as the Penn Treebank calls them
NOUNS = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"VERB", "AUX"})


def part_clauses(noun: Any, names: Names) -> None:
    """Make a noun joined to another the subject of the verb right behind it, where that has none."""
    verb = _verb_behind(noun, names)
    first = _clause_over(noun.head, names)
    if verb is None or first is None or noun.head.pos_ not in NOUNS or verb.head == noun or verb in noun.subtree:
        return
    joint = noun.left_edge.nbor(-1)
    if joint.pos_ != "CCONJ" or noun.is_ancestor(first) or verb.i < first.i:
        return
    passive = any(names.role(child.dep_) == Role.PASSIVE_AUXILIARY for child in verb.children)
    noun.head, noun.dep_ = verb, PASSIVE_SUBJECT if passive else SUBJECT
    if names.role(verb.dep_) == Role.ADVERBIAL_CLAUSE:
        verb.dep_ = JOINED
    if joint.head != noun:
        joint.head = first


def part_saying(saying: Any, names: Names) -> None:
    """Make what is said of a noun what the clause of who says so says."""
    subject = saying.nbor(-1) if saying.i else saying
    if not _is_finite(saying, names) or names.role(subject.dep_) not in SUBJECTS or subject.head != saying:
        return
    following = saying.nbor() if saying.i + 1 < saying.sent.end else saying
    told = saying.tag_ != PAST and following.tag_ == PAST_PARTICIPLE  # not "the bread they baked | covered in honey"
    if told and names.role(following.dep_) not in AUXILIARIES:
        following.tag_ = PAST  # "a man they say | robbed"
        following.set_morph("Tense=Past|VerbForm=Fin")
    verb = _verb_behind(saying, names)
    if verb is None or not (saying.head != verb or _hang_on_noun(saying, subject, verb)):
        return
    if not verb.is_ancestor(saying) and (verb not in saying.subtree or verb.head == saying):
        verb.head, verb.dep_ = saying, SAID


def _hang_on_noun(saying: Any, subject: Token, verb: Token) -> bool:
    """Hang a clause that hung on the verb behind it on the noun right before it, if there is one."""
    first = subject.left_edge
    noun = first.nbor(-1) if first.i > saying.sent.start else first
    if noun.pos_ not in NOUNS or noun.head == saying or verb == verb.head or noun in verb.subtree:
        return False
    saying.head, saying.dep_ = noun, RELATIVE
    return True


def _verb_behind(word: Token, names: Names) -> Token | None:
    """Return the finite verb without a subject that begins right behind a word, adverbs apart."""
    place, doc, end = word.i + 1, word.doc, word.sent.end
    while place < end and doc[place].pos_ == "ADV":
        place += 1
    if place >= end or doc[place].pos_ not in VERBS or not _is_finite(doc[place], names):
        return None
    first = doc[place]
    verb = first.head if names.role(first.dep_) in AUXILIARIES else first
    alone = all(names.role(child.dep_) not in SUBJECTS for child in verb.children)
    return verb if alone and verb.i >= place else None


def _clause_over(word: Token, names: Names) -> Token | None:
    """Return the finite verb with a subject that a word hangs on; nothing where the nearest verb has none."""
    verb = next((above for above in word.ancestors if above.pos_ in VERBS), None)
    if verb is None or verb.i > word.i:
        return None
    helpers = [child for child in verb.children if names.role(child.dep_) in AUXILIARIES]
    finite = any(_is_finite(found, names) for found in (verb, *helpers))
    told = any(names.role(child.dep_) in SUBJECTS and child.i < verb.i for child in verb.children)
    return verb if finite and told else None


def _is_finite(token: Token, names: Names) -> bool:
    return Form.FINITE in names.forms(str(token.morph), token.tag_)
