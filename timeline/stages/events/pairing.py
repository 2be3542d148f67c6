"""What speaks for two mentions being of one event, and against it, by name: what the learned joiner weighs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from math import exp

from timeline.languages.grammar import Form, Role
from timeline.languages.loading import read_toml
from timeline.stages.events.retelling import Pointers, Told
from timeline.syntax.voice import CORE, VERBAL
from timeline.syntax.words import Word

STEM = 4  # letters at least that a verb and its noun begin with
NEAR, REACH = 3, 10  # sentences
PARTS = frozenset({Role.CONJUNCT, Role.ADVERBIAL_CLAUSE, Role.RELATIVE_CLAUSE, Role.PARATAXIS})
OWN = frozenset({Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT})


def signs_of(one: Told, other: Told, pointers: Pointers) -> tuple[str, ...]:
    """Return the names of what speaks for or against two mentions, the earlier first, being of one event."""
    kin = f"word {_kinship(one.token, other.token, pointers)}"
    kind = f"kind {_likeness(one, other)}"
    people = f"people {_company(one, other)}"
    distance = f"at {_distance(one, other)}"
    pointing = f"later {_pointing(other)}"
    return (
        kin,
        kind,
        people,
        distance,
        pointing,
        f"{_part(one)} and {_part(other)}",
        f"dependency {dependency_of(one, other)}",
        *_by_words(one, other),
        *_by_time(one, other),
        *_apart(one, other),
        f"{kin} + {people}",
        f"{kind} + {people}",
        f"{kin} + {pointing}",
        f"{kind} + {pointing}",
        f"{kind} + {distance}",
        f"{kin} + {distance}",
    )


def _part(told: Told) -> str:
    return "noun" if told.is_noun else "verb"


def _by_words(one: Told, other: Told) -> Iterator[str]:
    shared = one.words & other.words
    if shared:
        yield "words shared"
    if len(shared) > 1:
        yield "words shared, several"
    if shared and len(shared) >= 0.5 * min(len(one.words), len(other.words)):
        yield "words shared, most"
    if one.is_title:
        yield "from the title"
        yield f"from the title, at {_distance(one, other)}"
        if shared:
            yield "from the title, words shared"


def _by_time(one: Told, other: Told) -> Iterator[str]:
    if one.times and other.times:
        differ = all(_differ(ours, theirs) for ours, theirs in product(one.times, other.times))
        yield "times differ" if differ else "times alike"
    if one.event.trigger.tense != other.event.trigger.tense and not (one.is_noun or other.is_noun):
        yield "tenses differ"


def _apart(one: Told, other: Told) -> Iterator[str]:
    if other.is_another:
        yield "another"
    if one.event.factuality != other.event.factuality:
        yield "standings differ"
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        yield "numbers differ"
    if one.is_noun and other.is_noun and (Form.PLURAL in one.token.form) != (Form.PLURAL in other.token.form):
        yield "one and many"


def _kinship(one: Word, other: Word, pointers: Pointers) -> str:
    first, second = one.lemma_.lower(), other.lemma_.lower()
    if first == second:
        return "same"
    if second in pointers.families.get(first, ()) or first in pointers.families.get(second, ()):
        return "derived"
    if set(pointers.verbs.get(first, ())) & set(pointers.verbs.get(second, ())):
        return "derived"
    least = max(STEM, min(len(first), len(second)) * 0.6)
    return "stem" if shared_beginning(first, second) >= least else "other"


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


def _likeness(one: Told, other: Told) -> str:
    if one.frame and one.frame == other.frame:
        return "same frame"
    if "Other" in {one.event.type, other.event.type}:
        return "untyped" if one.event.type == other.event.type else "one typed"
    if one.event.type == other.event.type:
        return "same type"
    if one.types & other.types:
        return "types met"
    return "same family" if one.event.type.split(".")[0] == other.event.type.split(".")[0] else "other"


def _company(one: Told, other: Told) -> str:
    clash = any(
        other.names.get(role) and ours and not ours & other.names[role]
        for role, ours in one.names.items()
        if role not in {"agent", "position", "place"}
    )
    if clash:
        return "clash"
    if one.people & other.people or one.bodies & other.bodies:
        return "shared"
    ours, theirs = frozenset().union(*one.names.values()), frozenset().union(*other.names.values())
    if ours & theirs:
        return "shared outside"
    if set(one.core) & set(other.core):
        return "described alike"
    if ours and theirs:
        return "others"
    return "none" if not one.core or not other.core else "described otherwise"


def _distance(one: Told, other: Told) -> str:
    sentences = other.sentence - one.sentence
    if sentences <= 1:
        return ("same sentence", "next")[sentences]
    return "near" if sentences <= NEAR else "reach" if sentences <= REACH else "far"


def _pointing(other: Told) -> str:
    if not other.is_noun:
        return "verb"
    if any(Form.DEMONSTRATIVE in child.form for child in other.token.children):
        return "demonstrative"
    bare = not other.core and other.points_back
    return "bare definite" if bare else "definite" if other.points_back else "indefinite"


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


def _differ(one: str, other: str) -> bool:
    if one[:4].isdigit() and other[:4].isdigit() and one[:4] != other[:4]:
        return True
    shape = (str.translate(text, _DIGITS) for text in (one, other))
    return one != other and len(set(shape)) == 1


_DIGITS = str.maketrans("123456789", "000000000")


def likelihood(signs: tuple[str, ...]) -> float:
    """Return how likely two mentions are of one event, 0 to 1, given what speaks for and against it."""
    table = weights()
    return 1 / (1 + exp(-table["always"] - sum(table.get(sign, 0.0) for sign in signs)))


@cache
def weights() -> dict[str, float]:
    """Return the learned weights, by sign."""
    table: dict[str, float] = read_toml("timeline.stages.events", "pairing.toml")["weights"]
    return table
