"""The state behind a town, which parsers take for who acts: "a man in Arlington, Texas has surrendered"."""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.tokens import Token

from timeline.languages.base import language_or_fallback
from timeline.languages.grammar import Role
from timeline.syntax.relations import Names
from timeline.syntax.voice import SUBJECTS

APPOSED = "appos"  # in ClearNLP as in Universal Dependencies
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
BOUND = frozenset({Role.PREPOSITION_OBJECT, Role.OBJECT, Role.INDIRECT_OBJECT})


@cache
def regions_of(lang: str) -> frozenset[str]:
    """Return the states, countries and regions of one word that a language knows."""
    return frozenset(name for name in language_or_fallback(lang).places.regions if " " not in name)


def join_to_town(state: Any, names: Names) -> None:
    """Hang a bare state on the town before it, and make its verb's subject what the town tells the place of."""
    town, verb = state.nbor(-2), state.head
    noun = _placed(town, names)
    if noun is None or noun == verb or any(word == verb for word in noun.subtree):
        return
    subject = noun.head if names.role(noun.dep_) in SUBJECTS else None
    if subject != verb and names.role(noun.dep_) in SUBJECTS:
        return  # it has a verb of its own
    dep = state.dep_
    state.head, state.dep_ = town, APPOSED
    noun.head, noun.dep_ = verb, dep


def is_behind_town(word: Token, names: Names) -> bool:
    """Tell a bare state, taken for a subject, behind a comma and a town behind a preposition."""
    if names.role(word.dep_) not in SUBJECTS or word.i - word.sent.start < 3 or any(True for _ in word.children):
        return False
    comma, town = word.nbor(-1), word.nbor(-2)
    return comma.text == "," and town.pos_ == "PROPN" and town.text[0].isupper() and town.i < word.head.i


def _placed(town: Token, names: Names) -> Token | None:
    """Return the noun whose place a town tells: "a | suspect | in Arlington"."""
    above = town.head
    if names.role(town.dep_) == Role.PREPOSITION_OBJECT and above.pos_ == "ADP":
        above = above.head
    else:
        return None
    free = names.role(above.dep_) not in BOUND  # "After talks in Geneva, Iran agreed"
    return above if free and above.pos_ in NOMINAL and above.i < town.i else None
