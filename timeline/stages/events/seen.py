"""What every pair of mentions looks at, read once a mention and once a text, as columns of numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import attrgetter
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from timeline.languages import Language
from timeline.languages.grammar import Form, Role
from timeline.model.event import FACTUALITIES
from timeline.stages.events.focus import rarity_of
from timeline.stages.events.kinship import STEM, shared_beginning
from timeline.stages.events.retelling import BEGINNING, Pointers, Told, pointers_of
from timeline.syntax.words import Word, sentences_of

POINTING = ("verb", "demonstrative", "bare definite", "definite", "indefinite")
PARTS = ("noun", "verb")
CLAUSES = ("main", "inner")
LONG = 0.6  # of the shorter of two words that begin alike

Codes: TypeAlias = NDArray[np.intp]
Flags: TypeAlias = NDArray[np.bool_]
Masks: TypeAlias = NDArray[Any]  # of Python's integers, of any length: sets whose members are bits


@dataclass(frozen=True, slots=True)
class Seen:
    """What pairs look at in one mention.

    Attributes
    ----------
    lemma : str
        Of its word, in lower case.
    own : tuple of str
        The beginning of its word, alone.
    family : str
        Of types: ``"Personnel"``.
    pointing, clause, part : str
        How it points back, whether its clause is the main one, noun or verb: of `POINTING`, `CLAUSES`, `PARTS`.
    weight : float
        Rarity of all words of meaning around it.
    word_told, type_told : int
        How many mentions before it have its lemma, and its type.
    rarity : float
        Of its own word.
    over : int
        Place of the word that it depends on, a preposition between them left out.
    is_plural, is_gerund : bool
    """

    lemma: str
    own: tuple[str]
    family: str
    pointing: str
    clause: str
    part: str
    weight: float
    word_told: int
    type_told: int
    rarity: float
    over: int
    is_plural: bool
    is_gerund: bool


@dataclass(frozen=True, slots=True)
class Sides:
    """Who takes one side of each event: those named, and beginnings of what the others are called."""

    names: Masks
    words: Masks


@dataclass(frozen=True, slots=True)
class Columns:
    """Mentions of one text, a value each in every column.

    Codes are numbers of values that are told apart but not spelt; masks are sets, one bit a member.
    """

    place: Codes
    sentence: Codes
    token: Codes
    head: Codes
    over: Codes
    """The place of its head, a preposition between them left out."""
    lemma: Codes
    frame: Codes
    """0 for none."""
    type: Codes
    """0 for ``"Other"``."""
    family: Codes
    factuality: Codes
    """Its place among `FACTUALITIES`."""
    timeml_class: Codes
    tense: Codes
    pointing: Codes
    clause: Codes
    part: Codes
    is_title: Flags
    is_noun: Flags
    is_generic: Flags
    is_another: Flags
    is_plural: Flags
    is_gerund: Flags
    points_back: Flags
    is_timed: Flags
    weight: NDArray[np.float64]
    rarity: NDArray[np.float64]
    types: Masks
    words: Masks
    around: Masks
    own: Masks
    """The beginning of its own word, as `words` and `around` have it."""
    numbers: Masks
    doers: Sides
    undergoers: Sides


@dataclass(frozen=True, slots=True)
class Story:
    """What all mentions of one text share.

    Attributes
    ----------
    told : tuple of Told
    seen : tuple of Seen
        By the number of the mention.
    pointers : Pointers
    rarity : mapping of str to float
        Of the words of meaning, by their beginnings.
    """

    told: tuple[Told, ...]
    seen: tuple[Seen, ...]
    pointers: Pointers
    rarity: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Window:
    """Mentions of a text that stand one behind the other, and are compared: all of them, but in a long text.

    Attributes
    ----------
    told : tuple of Told
    rarity : mapping of str to float
        As the story has it.
    classes : tuple of str
        TimeML classes, by their codes.
    columns : Columns
    derived, stems : array of bool (lemmas, lemmas)
        Whether two lemmas are of one family, and begin alike for long.
    """

    told: tuple[Told, ...]
    rarity: Mapping[str, float]
    classes: tuple[str, ...]
    columns: Columns
    derived: Flags
    stems: Flags


def story_of(told: Sequence[Told], language: Language) -> Story:
    """Return what the mentions of a text, in its order, share."""
    rarity = rarity_of(sentences_of(told[0].token.doc) if told else ())
    return Story(tuple(told), tuple(_seen(told, rarity)), pointers_of(language), rarity)


def window_of(story: Story, first: int, last: int) -> Window:
    """Return the mentions number `first` to `last`, half-open."""
    told, seen = story.told[first:last], story.seen[first:last]
    lemmas = dict.fromkeys(one.lemma for one in seen)
    return Window(
        told=told,
        rarity=story.rarity,
        classes=tuple(dict.fromkeys(one.event.timeml_class for one in told)),
        columns=_columns(told, seen),
        derived=_related(_families(lemmas, story.pointers), lemmas),
        stems=_related(_alike(lemmas), lemmas),
    )


def _seen(told: Sequence[Told], rarity: Mapping[str, float]) -> Iterable[Seen]:
    lemmas: Counter[str] = Counter()
    types: Counter[str] = Counter()
    for one in told:
        lemma, kind = one.token.lemma_.lower(), one.event.type
        beginning = one.token.lower_[:BEGINNING]
        yield Seen(
            lemma=lemma,
            own=(beginning,),
            family=kind.split(".")[0],
            pointing=_pointing(one),
            clause="main" if one.token.head == one.token else "inner",
            part="noun" if one.is_noun else "verb",
            weight=sum(rarity.get(word, 1.0) for word in one.around),
            word_told=lemmas[lemma],
            type_told=types[kind],
            rarity=rarity.get(beginning, 1.0),
            over=_over(one.token),
            is_plural=Form.PLURAL in one.token.form,
            is_gerund=_is_gerund(one.token),
        )
        lemmas[lemma] += 1
        types[kind] += 1


def _pointing(told: Told) -> str:
    if not told.is_noun:
        return "verb"
    if any(Form.DEMONSTRATIVE in child.form for child in told.token.children):
        return "demonstrative"
    bare = not told.core and told.points_back
    return "bare definite" if bare else "definite" if told.points_back else "indefinite"


def _over(word: Word) -> int:
    return word.head.head.i if word.role == Role.PREPOSITION_OBJECT else word.head.i


def _is_gerund(word: Word) -> bool:
    return Form.PARTICIPLE in word.form and Form.PAST not in word.form


def _columns(told: Sequence[Told], seen: Sequence[Seen]) -> Columns:
    names, called, meanings = _Bits(), _Bits(), _Bits()
    return Columns(
        place=_numbers(told, "place"),
        sentence=_numbers(told, "token.sent.number"),
        token=_numbers(told, "token.i"),
        head=_numbers(told, "token.head.i"),
        over=_numbers(seen, "over"),
        lemma=_codes(seen, "lemma"),
        frame=_codes(told, "frame", ("",)),
        type=_codes(told, "event.type", ("Other",)),
        family=_codes(seen, "family"),
        factuality=_codes(told, "event.factuality", FACTUALITIES),
        timeml_class=_codes(told, "event.timeml_class"),
        tense=_codes(told, "event.trigger.tense"),
        pointing=_codes(seen, "pointing", POINTING),
        clause=_codes(seen, "clause", CLAUSES),
        part=_codes(seen, "part", PARTS),
        is_title=_flags(told, "is_title"),
        is_noun=_flags(told, "is_noun"),
        is_generic=_flags(told, "is_generic"),
        is_another=_flags(told, "is_another"),
        is_plural=_flags(seen, "is_plural"),
        is_gerund=_flags(seen, "is_gerund"),
        is_timed=_flags(told, "times"),
        points_back=_flags(told, "points_back"),
        weight=_weights(seen, "weight"),
        rarity=_weights(seen, "rarity"),
        types=_Bits().masks(told, "types"),
        words=meanings.masks(told, "words"),
        around=meanings.masks(told, "around"),
        own=meanings.masks(seen, "own"),
        numbers=_Bits().masks(told, "numbers"),
        doers=Sides(names.masks(told, "doers.names"), called.masks(told, "doers.words")),
        undergoers=Sides(names.masks(told, "undergoers.names"), called.masks(told, "undergoers.words")),
    )


def _numbers(rows: Sequence[Any], path: str) -> Codes:
    """Return one attribute of all rows, such as ``"token.i"``, as a column of whole numbers."""
    return np.array(list(map(attrgetter(path), rows)), dtype=np.intp)


def _weights(rows: Sequence[Any], path: str) -> NDArray[np.float64]:
    return np.array(list(map(attrgetter(path), rows)), dtype=float)


def _flags(rows: Sequence[Any], path: str) -> Flags:
    return np.array([bool(value) for value in map(attrgetter(path), rows)], dtype=bool)


def _codes(rows: Sequence[Any], path: str, known: Iterable[str] = ()) -> Codes:
    """Return the number of each row's value among those known, and those that come up, in their order."""
    values = list(map(attrgetter(path), rows))
    numbers = {value: number for number, value in enumerate(dict.fromkeys([*known, *values]))}
    return np.array([numbers[value] for value in values], dtype=np.intp)


class _Bits:
    """Members of sets that are compared, a bit each."""

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}

    def masks(self, rows: Sequence[Any], path: str) -> Masks:
        """Return the set that each row has as an integer; common members are those of ``one & other``."""
        bits, sets = self._bits, map(attrgetter(path), rows)
        return np.array(
            [sum(bits.setdefault(one, 1 << len(bits)) for one in members) for members in sets], dtype=object
        )


def _families(lemmas: Iterable[str], pointers: Pointers) -> Iterable[tuple[str, str]]:
    """Yield each two of some lemmas where one is a noun of the other's family, or both are nouns of one verb."""
    nouns_of: dict[str, list[str]] = {}
    for lemma in lemmas:
        yield from ((lemma, noun) for noun in pointers.families.get(lemma, ()))
        for verb in pointers.verbs.get(lemma, ()):
            nouns_of.setdefault(verb, []).append(lemma)
    for nouns in nouns_of.values():
        yield from combinations(nouns, 2)


def _alike(lemmas: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Yield each two of some lemmas that begin alike for long."""
    by_stem: dict[str, list[str]] = {}
    for lemma in lemmas:
        if len(lemma) >= STEM:
            by_stem.setdefault(lemma[:STEM], []).append(lemma)
    for family in by_stem.values():
        for one, other in combinations(family, 2):
            if shared_beginning(one, other) >= min(len(one), len(other)) * LONG:
                yield one, other


def _related(pairs: Iterable[tuple[str, str]], lemmas: Iterable[str]) -> Flags:
    """Return a table of which lemmas are among the pairs."""
    codes = {lemma: number for number, lemma in enumerate(lemmas)}
    table = np.zeros((len(codes), len(codes)), dtype=bool)
    for one, other in pairs:
        if one in codes and other in codes:
            table[codes[one], codes[other]] = table[codes[other], codes[one]] = True
    return table
