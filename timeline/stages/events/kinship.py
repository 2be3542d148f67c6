"""How two mentions hang together by their words, their places in the sentence, and their times."""

from __future__ import annotations

from itertools import product

from timeline.languages.grammar import Form, Role
from timeline.stages.events.retelling import Pointers, Told
from timeline.syntax.voice import CORE, VERBAL
from timeline.syntax.words import Word

STEM = 4  # letters at least that a verb and its noun begin with
PARTS = frozenset({Role.CONJUNCT, Role.ADVERBIAL_CLAUSE, Role.RELATIVE_CLAUSE, Role.PARATAXIS})
OWN = frozenset({Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT})
_DIGITS = str.maketrans("123456789", "000000000")


def at_other_times(one: Told, other: Told) -> bool:
    """Tell two mentions whose times all differ for sure."""
    return bool(one.times and other.times) and all(differ(a, b) for a, b in product(one.times, other.times))


def are_related(one: Word, other: Word, pointers: Pointers) -> bool:
    """Tell whether two words are one, of one family, or begin alike for long (« limoger », « limogeage »)."""
    first, second = one.lemma_.lower(), other.lemma_.lower()
    if first == second or is_derived(one, other, pointers) or is_derived(other, one, pointers):
        return True
    return one.pos_ != other.pos_ and shared_beginning(first, second) >= max(STEM, len(first) * 0.6)


def is_definite(phrase: str, pointers: Pointers) -> bool:
    """Tell a description of one known person by its first word: « la ministre »."""
    first = phrase.lower().replace("’", "'").replace("'", "' ").split()[0]
    return first in pointers.definite_singular


def is_derived(noun: Word, verb: Word, pointers: Pointers) -> bool:
    """Tell the noun of a verb's family: « éviction » of « évincer »."""
    return noun.lemma_.lower() in pointers.families.get(verb.lemma_.lower(), ())


def shared_beginning(first: str, second: str) -> int:
    """Return with how many letters two words begin alike.

    Examples
    --------
    >>> shared_beginning("limoger", "limogeage")
    6
    """
    return next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )


def dependency_of(one: Told, other: Told) -> str:
    """Say how one trigger depends on the other: as a modal's infinitive, a verb's object and so on."""
    for word, head in ((one.token, other.token), (other.token, one.token)):
        over = word.head.head if word.role == Role.PREPOSITION_OBJECT else word.head
        if over != head or word == head:
            continue
        if word.role in PARTS or word.role == Role.NOUN_CLAUSE:
            return "clause"
        if word.role in OWN:
            bare = Form.INFINITIVE in word.form
            return "own infinitive" if bare else "own clause"
        if head.pos_ in VERBAL and word.pos_ == "NOUN" and word.role in CORE:
            return "subject" if word.role == Role.SUBJECT else "object"
        return "other"
    return "none"


def differ(one: str, other: str) -> bool:
    """Tell whether two TIMEX3 values differ for sure: two weekdays, two years, but not a Friday and a week-end.

    Examples
    --------
    >>> differ("2023-11-17", "2023-11-18"), differ("2023-11-17", "2023-W46-WE")
    (True, False)
    """
    if one[:4].isdigit() and other[:4].isdigit() and one[:4] != other[:4]:
        return True
    return one != other and one.translate(_DIGITS) == other.translate(_DIGITS)
