"""What the trigger detector sees of each word: its form, its neighbours, its head and its children in the parse.

A feature is a template filled in with values, hashed to 32 bits. All words of a Doc are hashed at once, column by
column, since a Python loop over words and templates would cost more than the parser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore
from spacy.symbols import ADJ, AUX, NOUN, PROPN, VERB
from spacy.tokens import Doc

from timeline.languages import Language
from timeline.syntax.columns import Codes, columns_of, heads_of

# The word alone and among its neighbours; ".head" is the governor in the parse, "-1" the word before.
WORD_TEMPLATES = (
    "pos", "tag", "lemma", "lemma pos", "lower", "dep", "pos dep", "morph", "pos morph dep", "lemma dep", "suffix pos",
    "shape pos start", "entity pos", "groups pos",
    "groups-2 pos", "groups-1 pos", "groups+1 pos", "groups+2 pos", "lemma-1 pos", "lemma+1 pos",
    "lemma-1 lemma", "lemma lemma+1", "pos-1 pos pos+1", "pos-2 pos-1 pos", "pos pos+1 pos+2",
    "lemma-2 lemma-1 pos", "lemma+1 lemma+2 pos", "tag-1 tag", "tag tag+1",
    "dep pos.head", "dep pos lemma.head", "dep pos dep.head pos.head", "lemma lemma.head", "lemma dep pos.head",
    "dep pos groups.head", "dep pos morph.head", "dep pos lemma.head.head", "dep pos side",
)  # fmt: skip
# A word and one of its children (".child"); as many features as there are children.
CHILD_TEMPLATES = (
    "dep.child pos", "dep.child lemma.child pos", "dep.child lemma", "dep.child pos.child pos",
    "dep.child lemma.child dep pos", "dep.child morph.child pos", "dep.child lemma.child lemma",
    "dep.child groups.child pos", "dep.child entity.child pos",
)  # fmt: skip
# A word and one of the groups of the language's word lists that hold it.
GROUP_TEMPLATES = ("group pos", "group pos dep", "group morph")


@dataclass(frozen=True, slots=True)
class Features:
    """Hashed features of the words of a Doc, as pairs: word `words[i]` has the feature `codes[i]`."""

    words: NDArray[np.int64]
    codes: NDArray[np.uint32]


def extract_features(doc: Doc, language: Language) -> Features:
    """Return the features of all words of a Doc.

    Examples
    --------
    >>> import spacy
    >>> from timeline.languages import get_language
    >>> doc = spacy.blank("fr")("Elle est partie .")
    >>> features = extract_features(doc, get_language("fr"))
    >>> len(features.words) == len(features.codes) and set(features.words.tolist()) == {0, 1, 2, 3}
    True
    """
    return features_of(columns_of_doc(doc, language), np.arange(len(doc)))


@dataclass(frozen=True, slots=True)
class Columns:
    """What features are made of: ids of what each word of a Doc is, by kind, and the index of its head."""

    values: Mapping[str, Codes]
    heads: NDArray[np.int64]


def columns_of_doc(doc: Doc, language: Language) -> Columns:
    """Return the columns of a Doc."""
    values, heads = columns_of(doc), heads_of(doc)
    values["groups"] = _groups(values["pos"], values["lemma"], language)
    values["side"] = (heads > np.arange(len(doc))).astype(np.uint64)
    return Columns(values, heads)


def features_of(columns: Columns, words: NDArray[np.int64]) -> Features:
    """Return the features of some words, given by their indices, each once."""
    heads, every = columns.heads, np.arange(len(columns.heads))
    wanted = np.zeros(len(heads), dtype=bool)
    wanted[words] = True
    children = np.flatnonzero((heads != every) & wanted[heads])
    members, groups = _members(np.where(wanted, columns.values["groups"], np.uint64(0)))
    found, codes = [], []
    for templates, first, rows, others in (
        (WORD_TEMPLATES, 1, words, {}),
        (CHILD_TEMPLATES, 1 + len(WORD_TEMPLATES), heads[children], {"child": children}),
        (GROUP_TEMPLATES, 1 + len(WORD_TEMPLATES) + len(CHILD_TEMPLATES), members, {}),
    ):
        view = _View(columns.values, heads, rows, others, groups)
        found.append(np.tile(rows, len(templates)))
        codes.append(_filled(_plan(templates, first), view))
    return Features(np.concatenate(found), np.concatenate(codes))


def word_codes(words: Sequence[int]) -> NDArray[np.uint32]:
    """Return the codes of the feature "is this word form", for ids of words in lower case."""
    number = np.full(len(words), WORD_TEMPLATES.index("lower") + 1, np.uint64)
    return _shortened(_mix(number, np.array(words, np.uint64)))


@dataclass(frozen=True, slots=True)
class _View:
    """Columns of values as seen from some rows: a name such as ``lemma.head`` says whose lemma."""

    columns: Mapping[str, Codes]
    heads: NDArray[np.int64]
    rows: NDArray[np.int64]
    others: Mapping[str, NDArray[np.int64]]
    groups: Codes

    def column(self, name: str) -> Codes:
        if name == "group":
            return self.groups
        name, _, path = name.partition(".")
        if path == "child":
            return self.columns[name][self.others["child"]]
        if path:
            rows = self.heads[self.rows]
            return self.columns[name][self.heads[rows] if path == "head.head" else rows]
        name, step = _offset(name)
        return _shifted(self.columns[name], step)[self.rows] if step else self.columns[name][self.rows]


@dataclass(frozen=True, slots=True)
class _Plan:
    """Templates laid out so that all are filled at once: the longest first.

    Attributes
    ----------
    names : tuple of str
        The columns that the templates speak of.
    numbers : array (templates, 1)
        What sets equal values of different templates apart.
    steps : tuple of array
        For each place in a template, which of `names` stands there; only the longer templates have the later places.
    """

    names: tuple[str, ...]
    numbers: Codes
    steps: tuple[NDArray[np.int64], ...]


@cache
def _plan(templates: tuple[str, ...], first: int) -> _Plan:
    numbered = sorted(enumerate(map(str.split, templates), start=first), key=_length, reverse=True)
    names = tuple(dict.fromkeys(name for _, parts in numbered for name in parts))
    steps = [
        np.array([names.index(parts[place]) for _, parts in numbered if len(parts) > place])
        for place in range(len(numbered[0][1]))
    ]
    return _Plan(names, np.array([[number] for number, _ in numbered], np.uint64), tuple(steps))


def _length(numbered: tuple[int, list[str]]) -> int:
    return len(numbered[1])


def _filled(plan: _Plan, view: _View) -> NDArray[np.uint32]:
    """Return the codes of templates one after another, each for all rows of a view."""
    columns = np.stack([view.column(name) for name in plan.names])
    mixed = np.repeat(plan.numbers, columns.shape[1], axis=1)
    for step in plan.steps:
        mixed[: len(step)] = _mix(mixed[: len(step)], columns[step])
    return _shortened(mixed).ravel()


def _groups(pos: Codes, lemmas: Codes, language: Language) -> Codes:
    """Return for each word the groups of the language's word lists that hold it, as a set of bits."""
    known = _word_groups(language)
    keys = zip(pos.tolist(), lemmas.tolist(), strict=True)
    return np.fromiter((known.get(key, 0) for key in keys), np.uint64, len(pos))


_PARTS = {
    "nouns": (NOUN, PROPN), "verbs": (VERB, AUX), "adjectives": (ADJ,),
}  # fmt: skip


@cache
def _word_groups(language: Language) -> Mapping[tuple[int, int], int]:
    """Return word lists as (part of speech, lemma) → set of bits, one bit a list; capitals make no difference."""
    found: dict[tuple[int, int], int] = {}
    strings = StringStore()
    for bit, (part, _, lemmas) in enumerate(language.detection.lists()):
        for lemma in lemmas:
            for written in {lemma, lemma.capitalize(), lemma.upper()}:
                for pos in _PARTS[part]:
                    key = pos, strings.add(written)
                    found[key] = found.get(key, 0) | 1 << bit
    return found


def _members(groups: Codes) -> tuple[NDArray[np.int64], Codes]:
    """Unfold sets of bits into pairs of a word and a bit."""
    some = np.flatnonzero(groups)
    rows, bits = np.nonzero((groups[some, None] >> np.arange(64, dtype=np.uint64)) & np.uint64(1))
    return some[rows], bits.astype(np.uint64)


def _mix(mixed: Codes, values: Codes) -> Codes:
    """Add values to what was hashed before, by a round of splitmix64 (Steele et al. 2014)."""
    mixed = (mixed ^ values) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    return mixed


def _shortened(mixed: Codes) -> NDArray[np.uint32]:
    return np.asarray(mixed >> np.uint64(32), np.uint32)


def _shifted(column: Codes, step: int) -> Codes:
    """Return the value of the word `step` places further, 0 beyond the ends."""
    result = np.zeros_like(column)
    if abs(step) < len(column):
        if step > 0:
            result[:-step] = column[step:]
        else:
            result[-step:] = column[:step]
    return result


@lru_cache(maxsize=256)
def _offset(name: str) -> tuple[str, int]:
    """Split ``lemma-1`` into ``lemma`` and -1."""
    for sign in "+-":
        base, found, digits = name.partition(sign)
        if found:
            return base, int(sign + digits)
    return name, 0
