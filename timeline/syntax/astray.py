"""Who is the subject of a verb, where the parser hung them elsewhere: "the man | they say | robbed the bank"."""

from __future__ import annotations

from timeline.languages.grammar import Form, Role
from timeline.syntax.functions import Grammar
from timeline.syntax.phrases import preposition_of
from timeline.syntax.voice import NOMINALS, is_finite
from timeline.syntax.words import Word


def of_what_is_said(verb: Word, grammar: Grammar, depth: int) -> tuple[Word, ...] | None:  # noqa: ARG001
    """Return the noun that a relative clause of saying is about, for the verb without a subject of what is said."""
    saying = verb.head
    if verb.role != Role.CLAUSE_COMPLEMENT or saying.role != Role.RELATIVE_CLAUSE or saying.head.pos_ not in NOMINALS:
        return None
    near = saying.i < verb.i and all(child.role != Role.MARKER for child in verb.children)
    return (saying.head,) if near and (is_finite(verb) or verb.i == saying.i + 1) else None


def hung_on_a_preposition(verb: Word, grammar: Grammar, depth: int) -> tuple[Word, ...] | None:  # noqa: ARG001
    """Take the name hung on the word before it: "before Ada took over"."""
    if verb.role != Role.ADVERBIAL_CLAUSE or Form.FINITE not in verb.form:
        return None
    for word in verb.head.children:
        if word.role == Role.PREPOSITION and verb.head.i < word.i < verb.i and word.right_edge.i + 2 >= verb.i:
            return tuple(child for child in word.children if child.role == Role.PREPOSITION_OBJECT)
    return None


def taken_for_an_adverbial(verb: Word, grammar: Grammar, depth: int) -> tuple[Word, ...] | None:  # noqa: ARG001
    """Take a bare name before a finite verb, which the parser took for an adverbial."""
    if not is_finite(verb):
        return None
    before = (child for child in verb.children if child.role == Role.ADJUNCT and child.i < verb.i)
    name = next((child for child in before if child.pos_ == "PROPN"), None)
    return None if name is None or preposition_of(name) else (name,)
