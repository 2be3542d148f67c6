"""Where a phrase may end: not in a word that wants another, nor in a clause that lost what its verb governs."""

from __future__ import annotations

from collections.abc import Callable

from timeline.languages.grammar import Form, Role
from timeline.syntax.functions import grammar_at
from timeline.syntax.voice import VERBAL, is_finite
from timeline.syntax.words import Word, once_a_word

BELONGING = frozenset({Role.NOMINAL_MODIFIER, Role.OBLIQUE_ARGUMENT, Role.ADJUNCT, Role.PREPOSITION})
GOVERNED = frozenset({Role.OBJECT, Role.ATTRIBUTE, Role.CLAUSE_COMPLEMENT, Role.OPEN_COMPLEMENT})
OF_NOUN = frozenset({Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE, Role.ADJECTIVE})
CLAUSAL = frozenset({Role.RELATIVE_CLAUSE, Role.NOUN_CLAUSE, Role.ADVERBIAL_CLAUSE})

Timely = Callable[[Word], bool]


def is_taken_as(clause: Word) -> bool:
    """Tell what somebody or something is taken for: « considéré | comme ayant un but lucratif »."""
    before = clause.left_edge
    slots = grammar_at(clause).prepositions.get(before.lower_, ())
    return "as" in slots and before.i == clause.head.i + 1 and clause.pos_ in VERBAL and not is_finite(clause)


def without_dangling(kept: list[Word], head: Word) -> list[Word]:
    """Leave off the words at the end that want another after them."""
    last = len(kept)
    while last > 1 and _is_dangling(kept[last - 1], head):
        last -= 1
    return kept[:last]


def unfinished(kept: list[Word], head: Word, fixed: frozenset[int], is_time: Timely) -> Word | None:
    """Return what says nothing without what was cut: a verb or a set phrase at the end, the verb of a loose clause."""
    within = {word.i for word in kept}
    last = whole(kept[-1])
    free = last != head and head not in last.subtree and fixed.isdisjoint(part.i for part in last.subtree)
    if free and (_is_unfinished(last, head, fixed) or wants_more(last, within)):
        return last
    if free and _is_end_of_circumstance(last, within, fixed):
        return last.head
    loose = (word for word in kept if word.i > head.i and _is_loose_clause(word, head, fixed))
    return next((word for word in loose if _lost(word, within, is_time)), None)


def _is_end_of_circumstance(last: Word, within: set[int], fixed: frozenset[int]) -> bool:
    """Tell the hollow noun of a circumstance of what is kept."""
    return is_hollow(last) and last.head.head.i in within and fixed.isdisjoint(w.i for w in last.head.subtree)


def is_hollow(noun: Word) -> bool:
    """Tell a bare noun of a circumstance that lost what says which: "in a deal | worth millions"; not "to"."""
    if noun.role == Role.PREPOSITION_CLAUSE and noun.pos_ not in VERBAL:
        return True  # "over what benefits | it may reap"
    marked = [child for child in noun.children if child.i < noun.i]
    if (
        noun.role != Role.PREPOSITION_OBJECT
        or noun.pos_ != "NOUN"
        or any(Form.INDEFINITE not in w.form for w in marked)
    ):
        return False
    slots = grammar_at(noun).prepositions.get(noun.head.lower_, ())
    lost = (child for child in noun.children if child.i > noun.i and child.role in OF_NOUN)
    return any(lost) and {"origin", "goal"}.isdisjoint(slots)


def _is_loose_clause(word: Word, head: Word, fixed: frozenset[int]) -> bool:
    """Tell the verb of a clause that a phrase does without."""
    if word.role not in CLAUSAL or word.pos_ not in VERBAL or head in word.subtree:
        return False
    return fixed.isdisjoint(part.i for part in word.subtree)


def whole(last: Word) -> Word:
    """Return a word, or the first one of the set phrase that it ends."""
    return last.head if last.role == Role.FIXED else last


def wants_more(last: Word, within: set[int]) -> bool:
    """Tell an adverb, or a noun of a set phrase, without what it wants: « contrairement | à lui », « au cours »."""
    lost = [child for child in last.children if child.i > last.i and child.i not in within]
    phrased = any(child.role == Role.FIXED for child in last.children) or last.pos_ == "ADV" or is_relational(last)
    phrased = phrased or _is_pointing(last) or _is_measure(last)
    return _is_measure_before(last) or (phrased and any(child.role in BELONGING or is_told_by(child) for child in lost))


def _is_pointing(last: Word) -> bool:
    """Tell a bare number, and « celle | de mai »."""
    if last.pos_ == "NUM":
        return not any(child.i < last.i for child in last.children)
    return last.pos_ == "PRON" and Form.DEMONSTRATIVE in last.form


def _is_measure(last: Word) -> bool:
    """Tell how long before or after something, no preposition before it: « une heure | après les faits »."""
    counted = any(child.role in {Role.NUMERAL, Role.DETERMINER} for child in last.children if child.i < last.i)
    cased = any(child.role == Role.CASE for child in last.children)
    return last.role == Role.NOMINAL_MODIFIER and last.pos_ == "NOUN" and counted and not cased


def _is_measure_before(last: Word) -> bool:
    """Tell « une heure | après », wherever the parser hung what it is before."""
    return _is_measure(last) and last.i + 1 < last.sent.end and last.nbor().pos_ == "ADP"


def is_told_by(clause: Word) -> bool:
    """Tell the clause that says what a word is about: « veiller à ce | qu'il parte », « du fait | que… »."""
    return clause.role in CLAUSAL | GOVERNED and clause.left_edge.pos_ in {"SCONJ", "PRON"} and is_finite(clause)


def _lost(verb: Word, within: set[int], is_time: Timely) -> bool:
    """Tell a verb that lost what it governs: « qui empêche les gaz | de se disperser »."""
    behind = [child for child in verb.children if child.i > verb.i and child.role != Role.PUNCTUATION]
    said = any(child.role == Role.MARKER and child.pos_ == "SCONJ" for child in verb.children)
    bare = not said and not any(
        child.i in within and child.role != Role.NEGATION for child in behind
    )  # « prononcée | par elle », « qui circulaient | en mer », "that are not | among them"
    wanted = GOVERNED | BELONGING | {Role.AGENT, Role.ADVERBIAL_CLAUSE} if bare else GOVERNED
    return any(child.role in wanted and child.i not in within and not is_time(child) for child in behind)


def _is_unfinished(last: Word, head: Word, fixed: frozenset[int]) -> bool:
    """Tell a verb that lost what it governs: « les journaux | qui affirment », "a bug | relating"."""
    if last == head or last.i in fixed or last.pos_ not in VERBAL or head in last.subtree:
        return False
    if last.pos_ == "AUX" and Form.INFINITIVE in last.form:
        return True  # "anticipated | to be"
    participle = last.role == Role.NOUN_CLAUSE and Form.GERUND in last.form
    wanted = GOVERNED | BELONGING if participle else GOVERNED
    return any(child.i > last.i and child.role in wanted for child in last.children)


def _is_dangling(last: Word, head: Word) -> bool:
    """Tell a word that wants another after it, with an adverb too: « après seulement | quelques minutes »."""
    over = whole(last)
    if over.pos_ == "ADP" and last.pos_ == "ADV" and last.i + 1 < last.sent.end and last.nbor().pos_ in {"DET", "NUM"}:
        return True
    return (
        last.pos_ in {"ADP", "SCONJ", "CCONJ", "DET", "PART"}
        and last != head
        and last.role not in {Role.PARTICLE, Role.NEGATION}
    )


@once_a_word
def is_relational(noun: Word) -> bool:
    """Tell a noun that says nothing without what follows: « au cours (de) », « en raison (de) », "as part (of)"."""
    if noun.pos_ not in {"NOUN", "ADV"}:
        return False
    marks = {child.role for child in noun.children if child.i < noun.i}
    bare = marks == {Role.CASE} or (not marks and noun.role == Role.PREPOSITION_OBJECT and noun.head.i + 1 == noun.i)
    fused = any(child.role == Role.CASE and child.lower_ in grammar_at(noun).fused for child in noun.children)
    singular = noun.pos_ == "NOUN" and Form.PLURAL not in noun.form
    return noun.lower_ in grammar_at(noun).relational or (bare and not fused and singular)
