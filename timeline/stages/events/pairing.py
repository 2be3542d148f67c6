"""What speaks for two mentions being of one event, and against it, by name: what the learned joiner weighs.

All pairs are looked at together: an aspect has a column of codes, one a pair, which number the names of its values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from timeline.model.event import FACTUALITIES
from timeline.stages.events.focus import SHARES
from timeline.stages.events.kinship import at_other_times, dependency_of
from timeline.stages.events.pairs import Pairs
from timeline.stages.events.retelling import Told
from timeline.stages.events.seen import CLAUSES, PARTS, POINTING, Codes, Flags, Masks, Seen, Sides

CLOSE, NEAR, REACH, FAR = 2, 3, 6, 10  # sentences
RARE, SEVERAL = 2.0, 4.0  # rarity of the words that two mentions share
OTHER = 0  # code of the type "Other"
# The values of each aspect. What makes two mentions worth comparing stands first among `KIN` and `KINDS`.
KIN = ("same", "derived", "same frame", "stem", "any event both", "any event later", "any event earlier", "other")
AKIN = KIN.index("any event both")
KINDS = ("same frame", "same type", "types met", "same family", "untyped", "one typed", "other")
ALIKE = KINDS.index("same family")
RELATIONS = ("same name", "same word", "other names", "none", "one side lacking", "name and word", "other words")
CROSSED = ("same name", "same word", "nobody")
COUNTS = ("never", "once", "twice", "often")
PLACES = ("in the title", "in the lead", "in the second sentence", "later")
DISTANCES = ("same sentence", "next", "near", "reach", "far")
TITLES = ("both", "to lead", "to second", "to body", "lead", "no")
BOTH_CLAUSES = tuple(f"{one} and {other}" for one, other in product(CLAUSES, repeat=2))
DEPENDENCIES = ("none", "clause", "own infinitive", "own clause", "subject", "object", "other")
BETWEEN = ("0", "1", "2", "some", "many")
SHARED = ("none", "common", "rare", "several")
CONTEXTS = (*(name for _, name in SHARES), "most", "same")
NUMBERS = ("shared", "differ")
TIMES = ("none", "some", "alike", "differ")
STANDINGS = tuple(
    "same" if one == other else " and ".join(sorted((one, other))) for one, other in product(FACTUALITIES, repeat=2)
)
SAMENESS = ("same", "differs", "none")
ANOTHER = ("earlier", "later")
# Aspects that are weighed together, for one means little without the other.
TOGETHER = (
    ("word", "doer"), ("word", "undergoer"), ("word", "anybody"), ("word", "later"), ("word", "at"),
    ("word", "dependency"), ("word", "title"), ("word", "times"), ("word", "standing"), ("word", "earlier"),
    ("word", "context"), ("word", "words"), ("word", "clauses"), ("word", "nearer"), ("kind", "anybody"),
    ("kind", "at"), ("kind", "later"), ("kind", "title"), ("kind", "undergoer"), ("kind", "dependency"),
    ("kind", "context"), ("dependency", "later"), ("dependency", "classes"), ("dependency", "clauses"),
    ("doer", "undergoer"), ("title", "clauses"), ("title", "words"), ("title", "doer"), ("title", "undergoer"),
    ("title", "anybody"), ("title", "context"), ("later", "at"), ("later", "context"), ("later", "between"),
    ("earlier", "later"), ("at", "anybody"), ("at", "context"), ("classes", "doer"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Aspect:
    """One aspect of all pairs: the names of its values, and each pair's, -1 for a pair that has none."""

    values: tuple[str, ...]
    codes: Codes


Aspects: TypeAlias = dict[str, Aspect]


def aspects_of(pairs: Pairs) -> tuple[Pairs, Aspects]:
    """Return the pairs that something makes it worth while to compare, and what speaks for or against each, by name.

    Parameters
    ----------
    pairs : Pairs
        The earlier mention of each before the later one.

    Returns
    -------
    pairs : Pairs
    aspects : dict of str to Aspect
        A code for each of these pairs.
    """
    kin, kind = _kinship(pairs), _likeness(pairs)
    near = _are_comparable(pairs, kin, kind)
    pairs, kin = pairs.where(near), kin[near]
    return pairs, {
        "word": Aspect(KIN, kin),
        "kind": Aspect(KINDS, kind[near]),
        **_by_people(pairs),
        **_by_place(pairs),
        **_by_words(pairs, kin),
        **_by_standing(pairs),
    }


def signs_of(aspects: Aspects, place: int) -> tuple[str, ...]:
    """Return the names of the aspects of one pair, and of those weighed together: what the joiner learns from."""
    codes = ((name, aspect.values, aspect.codes[place]) for name, aspect in aspects.items())
    named = {name: values[code] for name, values, code in codes if code >= 0}
    return (
        *(f"{name} {value}" for name, value in named.items()),
        *(
            f"{first} {named[first]}, {second} {named[second]}"
            for first, second in TOGETHER
            if first in named and second in named
        ),
    )


def signs_of_new(mention: Told, seen: Seen) -> tuple[str, ...]:
    """Return the names of what speaks for or against a mention being the first of its event."""
    pointing, part = seen.pointing, seen.part
    same_type = seen.type_told if mention.event.type != "Other" else 0
    place = PLACES[min(mention.place, len(PLACES) - 1)]
    signs = [
        f"new, {pointing}",
        f"new, {part}",
        f"new, {place}",
        f"new, {place}, {seen.clause}",
        f"new, type {mention.event.type}",
        f"new, class {mention.event.timeml_class}",
        f"new, standing {mention.event.factuality}",
        f"new, word told {COUNTS[min(seen.word_told, 2)]}, {pointing}",
        f"new, type told {COUNTS[min(same_type, 3)]}, {pointing}",
    ]
    if mention.is_generic:
        signs.append(f"new, any event, {pointing}")
    if mention.is_another:
        signs.append("new, another")
    if not mention.event.participants:
        signs.append(f"new, nobody, {part}")
    return tuple(signs)


def _first_of(values: Sequence[str], cases: Mapping[str, Flags], otherwise: str) -> Codes:
    """Return the code of the first case that holds of each pair."""
    codes = [values.index(name) for name in cases]
    return np.select(list(cases.values()), codes, values.index(otherwise)).astype(np.intp)


def _meet(one: Masks, other: Masks) -> Flags:
    """Tell which sets have a member in common with those beside them."""
    met: Flags = np.asarray(one & other, dtype=bool)
    return met


def _kinship(pairs: Pairs) -> Codes:
    """Say how the words of two mentions are related."""
    window, columns, one, other = pairs.window, pairs.window.columns, pairs.earlier, pairs.later
    ours, theirs = columns.lemma[one], columns.lemma[other]
    cases = {
        "same": ours == theirs,
        "derived": window.derived[ours, theirs],
        "same frame": _same_frame(pairs),
        "stem": window.stems[ours, theirs],
        "any event both": columns.is_generic[one] & columns.is_generic[other],
        "any event later": columns.is_generic[other],
        "any event earlier": columns.is_generic[one],
    }
    return _first_of(KIN, cases, "other")


def _likeness(pairs: Pairs) -> Codes:
    """Say how alike two events are by frame and type."""
    columns, one, other = pairs.window.columns, pairs.earlier, pairs.later
    ours, theirs = columns.type[one], columns.type[other]
    cases = {
        "same frame": _same_frame(pairs),
        "untyped": (ours == OTHER) & (theirs == OTHER),
        "one typed": (ours == OTHER) | (theirs == OTHER),
        "same type": ours == theirs,
        "types met": _meet(columns.types[one], columns.types[other]),
        "same family": columns.family[one] == columns.family[other],
    }
    return _first_of(KINDS, cases, "other")


def _same_frame(pairs: Pairs) -> Flags:
    ours, theirs = pairs.window.columns.frame[pairs.earlier], pairs.window.columns.frame[pairs.later]
    return np.asarray((ours == theirs) & (ours > 0))


def _are_comparable(pairs: Pairs, kin: Codes, kind: Codes) -> Flags:
    """Tell whether two mentions stand near each other, or say something alike."""
    columns, one, other, apart = pairs.window.columns, pairs.earlier, pairs.later, pairs.apart
    near = (apart <= CLOSE) | (columns.is_title[one] & (apart <= NEAR))
    pointing = columns.is_generic[other] & columns.points_back[other] & (apart <= REACH)
    return np.asarray(near | (kin < AKIN) | (kind < ALIKE) | pointing)


def _by_people(pairs: Pairs) -> Aspects:
    doers, undergoers = pairs.window.columns.doers, pairs.window.columns.undergoers
    anybody = Sides(doers.names | undergoers.names, doers.words | undergoers.words)
    crossed = np.minimum(_relation(pairs, doers, undergoers), _relation(pairs, undergoers, doers))
    return {
        "doer": Aspect(RELATIONS, _relation(pairs, doers, doers)),
        "undergoer": Aspect(RELATIONS, _relation(pairs, undergoers, undergoers)),
        "anybody": Aspect(RELATIONS, _relation(pairs, anybody, anybody)),
        "crossed": Aspect(CROSSED, np.minimum(crossed, CROSSED.index("nobody"))),
    }


def _relation(pairs: Pairs, ours: Sides, theirs: Sides) -> Codes:
    """Say how those on one side of each earlier mention are related to those on a side of the later one."""
    one, other = pairs.earlier, pairs.later
    named, also_named = ours.names.astype(bool)[one], theirs.names.astype(bool)[other]
    here, there = named | ours.words.astype(bool)[one], also_named | theirs.words.astype(bool)[other]
    cases = {
        "same name": _meet(ours.names[one], theirs.names[other]),
        "same word": _meet(ours.words[one], theirs.words[other]),
        "other names": named & also_named,
        "none": ~(here | there),
        "one side lacking": ~(here & there),
        "name and word": named | also_named,
    }
    return _first_of(RELATIONS, cases, "other words")


def _by_place(pairs: Pairs) -> Aspects:
    window, columns, one, other = pairs.window, pairs.window.columns, pairs.earlier, pairs.later
    at, number, type_ = _distance(pairs), other - one - 1, columns.type[one]
    of_type = np.where(type_ == OTHER, 0, _told_between(columns.type, type_, pairs))
    classes = tuple(f"{ours} and {theirs}" for ours, theirs in product(window.classes, repeat=2))
    both = columns.timeml_class[one] * len(window.classes) + columns.timeml_class[other]
    gerund = columns.is_gerund[other] & (columns.head[other] == columns.token[one])
    return {
        "at": Aspect(DISTANCES, at),
        "later": Aspect(POINTING, columns.pointing[other]),
        "earlier": Aspect(PARTS, columns.part[one]),
        "title": Aspect(TITLES, _titles(pairs)),
        "clauses": Aspect(BOTH_CLAUSES, columns.clause[one] * len(CLAUSES) + columns.clause[other]),
        "dependency": Aspect(DEPENDENCIES, _dependency(pairs, at)),
        "between": Aspect(BETWEEN, np.select([number > 5, number > 2], [4, 3], number)),
        "between of its type": Aspect(COUNTS, np.minimum(of_type, 2)),
        "classes": Aspect(classes, np.where(at <= DISTANCES.index("next"), both, -1)),
        "gerund": Aspect(("of the earlier",), np.where(gerund, 0, -1)),
    }


def _distance(pairs: Pairs) -> Codes:
    sentence, apart = pairs.window.columns.sentence, pairs.apart
    cases = {
        "same sentence": sentence[pairs.earlier] == sentence[pairs.later],
        "next": apart <= 1,
        "near": apart <= NEAR,
        "reach": apart <= FAR,
    }
    return _first_of(DISTANCES, cases, "far")


def _titles(pairs: Pairs) -> Codes:
    columns, one, other = pairs.window.columns, pairs.earlier, pairs.later
    title, place = columns.is_title[one], columns.place[other]
    cases = {
        "both": title & columns.is_title[other],
        "to lead": title & (place == 1),
        "to second": title & (place == 2),
        "to body": title,
        "lead": (columns.place[one] == 1) & (place > 1),
    }
    return _first_of(TITLES, cases, "no")


def _dependency(pairs: Pairs, at: Codes) -> Codes:
    """Say how one word depends on the other, within a sentence."""
    columns, one, other, told = pairs.window.columns, pairs.earlier, pairs.later, pairs.window.told
    hang = (columns.over[one] == columns.token[other]) | (columns.over[other] == columns.token[one])
    codes = np.zeros(len(pairs), dtype=np.intp)
    for place, ours, theirs in pairs.among(hang & (at == DISTANCES.index("same sentence"))):
        codes[place] = DEPENDENCIES.index(dependency_of(told[ours], told[theirs]))
    return codes


def _told_between(codes: Codes, wanted: Codes, pairs: Pairs) -> Codes:
    """Count the mentions between each two that have the code that is wanted."""
    size = len(codes)
    kept = np.sort(codes * size + np.arange(size))
    return np.searchsorted(kept, wanted * size + pairs.later) - np.searchsorted(
        kept, wanted * size + pairs.earlier, side="right"
    )


def _by_words(pairs: Pairs, kin: Codes) -> Aspects:
    columns, one, other = pairs.window.columns, pairs.earlier, pairs.later
    ours, theirs = columns.lemma[one], columns.lemma[other]
    nearer = _told_between(columns.lemma, ours, pairs)
    nearer += np.where(ours == theirs, 0, _told_between(columns.lemma, theirs, pairs))
    inner = _meet(columns.own[one] | columns.own[other], columns.words[one] | columns.words[other])
    counted = columns.numbers.astype(bool)
    differ = ~_meet(columns.numbers[one], columns.numbers[other])
    return {
        "words": Aspect(SHARED, _shared(pairs)),
        "context": Aspect(CONTEXTS, _context(pairs)),
        "inner": Aspect(("own word",), np.where(inner, 0, -1)),
        "nearer": Aspect(COUNTS, np.where(kin == KIN.index("other"), -1, np.minimum(nearer, 2))),
        "numbers": Aspect(NUMBERS, np.where(counted[one] & counted[other], differ, -1)),
    }


def _shared(pairs: Pairs) -> Codes:
    """Say how telling the words are that both mentions have beside them."""
    columns, told, rarity = pairs.window.columns, pairs.window.told, pairs.window.rarity
    codes = np.zeros(len(pairs), dtype=np.intp)
    for place, one, other in pairs.among(_meet(columns.words[pairs.earlier], columns.words[pairs.later])):
        weight = sum([rarity.get(word, 1.0) for word in told[one].words & told[other].words])
        codes[place] = 1 + (weight >= RARE) + (weight >= SEVERAL)
    return codes


def _context(pairs: Pairs) -> Codes:
    """Say how far the sentences of two mentions speak of the same but their own words, rare words counting more."""
    columns, one, other = pairs.window.columns, pairs.earlier, pairs.later
    met, ours, theirs = _met(pairs), columns.weight[one], columns.weight[other]
    for own, who in ((columns.own[one], one), (columns.own[other], other)):
        again = (own == columns.own[one]) if who is other else np.zeros(len(pairs), dtype=bool)
        rarity = np.where(again, 0.0, columns.rarity[who])
        here, there = _meet(own, columns.around[one]), _meet(own, columns.around[other])
        met = met - rarity * (here & there)
        ours, theirs = ours - rarity * here, theirs - rarity * there
    share = np.divide(met, np.minimum(ours, theirs), out=np.zeros(len(pairs)), where=met > 0)
    codes = np.searchsorted([most for most, _ in SHARES], share)
    same = columns.sentence[one] == columns.sentence[other]
    return np.where(same, CONTEXTS.index("same"), codes)


def _met(pairs: Pairs) -> NDArray[np.float64]:
    """Return how rare all words of meaning are that both sentences have."""
    sentence, told, rarity = pairs.window.columns.sentence, pairs.window.told, pairs.window.rarity
    both = sentence[pairs.earlier] * (sentence.max(initial=0) + 1) + sentence[pairs.later]
    _, first, which = np.unique(both, return_index=True, return_inverse=True)
    around = ((told[pairs.earlier[place]].around, told[pairs.later[place]].around) for place in first.tolist())
    met = [sum([rarity.get(word, 1.0) for word in ours & theirs]) for ours, theirs in around]
    return np.array(met, dtype=float)[which.reshape(-1)]


def _by_standing(pairs: Pairs) -> Aspects:
    columns, one, other = pairs.window.columns, pairs.earlier, pairs.later
    nouns = columns.is_noun[one].astype(int) + columns.is_noun[other]
    tense = columns.tense[one] != columns.tense[other]
    number = columns.is_plural[one] != columns.is_plural[other]
    standing = columns.factuality[one] * len(FACTUALITIES) + columns.factuality[other]
    another = np.select([columns.is_another[other], columns.is_another[one]], [1, 0], -1)
    return {
        "times": Aspect(TIMES, _times(pairs)),
        "standing": Aspect(STANDINGS, standing),
        "tense": Aspect(SAMENESS, np.where(nouns > 0, SAMENESS.index("none"), tense)),
        "number": Aspect(SAMENESS, np.where(nouns > 1, number, -1)),
        "another": Aspect(ANOTHER, another),
    }


def _times(pairs: Pairs) -> Codes:
    timed, told = pairs.window.columns.is_timed, pairs.window.told
    here, there = timed[pairs.earlier], timed[pairs.later]
    codes = (here | there).astype(np.intp)
    for place, one, other in pairs.among(here & there):
        codes[place] = TIMES.index("differ" if at_other_times(told[one], told[other]) else "alike")
    return codes
