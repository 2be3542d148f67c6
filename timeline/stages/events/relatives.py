"""What a relative clause says of the noun before it, which is its object: "the jet they plan to fly"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.languages.grammar import Role
from timeline.stages.events.naming import BESIDE, Desk, phrase_of
from timeline.syntax.clauses import Clause
from timeline.syntax.functions import grammar_at
from timeline.syntax.phrases import preposition_of
from timeline.syntax.voice import SUBJECTS, VERBAL, is_reflexive
from timeline.syntax.words import Word


def antecedent_of(clause: Clause, last: Word, desk: Desk, budget: int) -> list[str]:
    """Return what a clause has for its object by a pronoun, of its `last` verb: « l'or qu'elle veut (gagner) »."""
    over = clause.verb.head
    if not _is_relative(clause.verb) or is_reflexive(last) or desk.cast.is_date(over):
        return []
    objects = [child for word in {clause.verb.i: clause.verb, last.i: last}.values() for child in _objects_of(word)]
    objects = [word for word in objects if word != clause.subject]
    if not (_is_taken_up(objects, clause.verb) if objects else _is_understood(clause, last)):
        return []
    named = phrase_of(over, desk, min(budget, BESIDE), of=clause.verb)
    return [] if named.pronoun else [named.text]


def _is_relative(verb: Word) -> bool:
    """Tell the verb of a relative clause, and of « c'est l'or qu'elle veut »; not of « c'est à Lyon qu'elle court »."""
    over = verb.head
    cleft = any(child.role == Role.COPULA for child in over.children) and not preposition_of(over)
    return over.pos_ in {"NOUN", "PROPN"} and (verb.role == Role.RELATIVE_CLAUSE or cleft)


def _is_taken_up(objects: list[Word], verb: Word) -> bool:
    """Tell the one object that is a relative pronoun."""
    return len(objects) == 1 and objects[0].i < verb.i and objects[0].lower_ in grammar_at(verb).relative


def _objects_of(verb: Word) -> list[Word]:
    """Return the objects of a verb, a relative « que » that was taken for a conjunction with them."""
    words = grammar_at(verb).relative
    return [
        child
        for child in verb.children
        if child.role == Role.OBJECT or (child.role == Role.MARKER and child.lower_ in words)
    ]


def _is_understood(clause: Clause, last: Word) -> bool:
    """Tell a clause right behind its noun whose infinitive has that for its object: "the jet they intend | to fly"."""
    verb, subject = clause.verb, clause.subject
    near = last != verb and verb.role == Role.RELATIVE_CLAUSE and subject is not None
    words, first = grammar_at(verb), verb.left_edge
    opened = first.i == verb.head.i + 1 and first.role in SUBJECTS and first.lower_ not in words.relative
    return near and opened and verb.head.lemma_ not in words.circumstances


def last_verb(verb: Word) -> Word:
    """Return the last infinitive under a verb: « veut pouvoir | gagner »."""
    inner = (child for child in verb.rights if child.role == Role.OPEN_COMPLEMENT and child.pos_ in VERBAL)
    return next(inner, verb)


def with_antecedent(pieces: Sequence[str], told: list[str], last: Word, verb: Word) -> list[str]:
    """Return what follows a verb with what its clause has for its object, behind the verb of which it is that."""
    if not told or last == verb:
        return [*told, *pieces]
    place = next((number for number, piece in enumerate(pieces) if f" {last.text} " in f" {piece} "), None)
    if place is None:
        return list(pieces)
    before, _, behind = f" {pieces[place]} ".partition(f" {last.text} ")
    whole = f"{before} {last.text} {told[0]} {behind}".strip()
    return [*pieces[:place], whole, *pieces[place + 1 :]]
