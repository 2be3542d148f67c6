"""Who is understood as the subject of an infinitive: whom its verb asks, lets or makes do it (object control)."""

from __future__ import annotations

from timeline.languages.grammar import Role
from timeline.syntax.functions import Grammar
from timeline.syntax.phrases import preposition_of, prepositional
from timeline.syntax.voice import NOMINALS, is_passive
from timeline.syntax.words import Word


def controls_by_object(head: Word, grammar: Grammar) -> bool:
    """Tell whether the object of a verb does what its infinitive says: « demande à Léa de venir », not « promet »."""
    if grammar.object_control:
        return head.lemma_ in grammar.object_control
    return head.lemma_ not in grammar.subject_control


def addressed_by(verb: Word, head: Word, grammar: Grammar) -> Word | None:
    """Return whom a verb asks, lets or makes do what its complement says."""
    for child in head.children:
        if child.role == Role.OBJECT and child != verb and child.i < verb.i and not is_passive(head):
            if head.lemma_ in grammar.support and _is_thing(child, grammar):
                continue  # « il fait le choix de partir »
            return child
    for child in head.children:
        indirect = child.role == Role.INDIRECT_OBJECT and child.pos_ in NOMINALS
        if indirect and child.lower_ not in grammar.adverbial_clitics:
            return child
    for filler in prepositional(head):
        if filler.i < verb.i and "goal" in grammar.prepositions.get(preposition_of(filler), ()):
            return filler
    return None


def _is_thing(noun: Word, grammar: Grammar) -> bool:
    return noun.pos_ == "NOUN" and grammar.speakers.isdisjoint({noun.lemma_.lower(), noun.lower_})
