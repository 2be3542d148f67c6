"""What the trigger detector sees of each word: its form, its neighbours, its head and its children in the parse.

A feature is a template filled in with values, hashed to 32 bits. All words of a Doc are hashed at once, column by
column, since a Python loop over words and templates would cost more than the parser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, LOWER, MORPH, POS, SENT_START, SHAPE, SUFFIX, TAG
from spacy.tokens import Doc

from timeline.languages import Language

ROOM = "detection"
Codes: TypeAlias = NDArray[np.uint64]

_ATTRIBUTES = {
    "lemma": LEMMA,
    "tag": TAG,
    "pos": POS,
    "dep": DEP,
    "morph": MORPH,
    "lower": LOWER,
    "suffix": SUFFIX,
    "entity": ENT_TYPE,
    "shape": SHAPE,
    "start": SENT_START,
}

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
    columns = _columns(doc, language)
    heads = np.arange(len(doc)) + doc.to_array([HEAD]).astype(np.int64).reshape(-1)
    columns["side"] = (heads > np.arange(len(doc))).astype(np.uint64)
    children = np.flatnonzero(heads != np.arange(len(doc)))
    members, groups = _members(columns["groups"])
    words, codes = [], []
    number = 0
    for templates, rows, others in (
        (WORD_TEMPLATES, np.arange(len(doc)), {}),
        (CHILD_TEMPLATES, heads[children], {"child": children}),
        (GROUP_TEMPLATES, members, {}),
    ):
        view = _View(columns, heads, rows, others, groups)
        for template in templates:
            number += 1
            words.append(rows)
            codes.append(_mix(number, [view.column(name) for name in _names(template)]))
    return Features(np.concatenate(words), np.concatenate(codes))


def word_codes(words: Sequence[int]) -> NDArray[np.uint32]:
    """Return the codes of the feature "is this word form", for ids of words in lower case."""
    return _mix(WORD_TEMPLATES.index("lower") + 1, [np.array(words, np.uint64)])


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


def _columns(doc: Doc, language: Language) -> dict[str, Codes]:
    values = doc.to_array(list(_ATTRIBUTES.values())).reshape(len(doc), len(_ATTRIBUTES)).astype(np.uint64)
    columns = {name: np.ascontiguousarray(values[:, place]) for place, name in enumerate(_ATTRIBUTES)}
    columns["groups"] = _groups(doc, language)
    return columns


def _groups(doc: Doc, language: Language) -> Codes:
    """Return for each word the groups of the language's word lists that hold it, as a set of bits."""
    lists, strings = _word_groups(language), doc.vocab.strings
    keys = list(zip(*(map(int, doc.to_array([attribute]).ravel()) for attribute in (POS, LEMMA)), strict=True))
    bits = {
        (pos, lemma): lists.get(_PARTS.get(strings[pos], ""), {}).get(strings[lemma].lower(), 0)
        for pos, lemma in set(keys)
    }
    return np.fromiter((bits[key] for key in keys), np.uint64, len(doc))


_PARTS = {
    "NOUN": "nouns", "PROPN": "nouns", "VERB": "verbs", "AUX": "verbs", "ADJ": "adjectives",
}  # fmt: skip


@cache
def _word_groups(language: Language) -> Mapping[str, Mapping[str, int]]:
    """Return word lists by part of speech, as lemma → set of bits, one bit a list."""
    data = language.data(ROOM)
    found: dict[str, dict[str, int]] = {part: {} for part in dict.fromkeys(_PARTS.values())}
    names = [(part, name) for part in found for name in data.get(part, {})]
    for bit, (part, name) in enumerate(names):
        for lemma in data[part][name].split():
            found[part][lemma] = found[part].get(lemma, 0) | 1 << bit
    return found


def _members(groups: Codes) -> tuple[NDArray[np.int64], Codes]:
    """Unfold sets of bits into pairs of a word and a bit."""
    words, bits = np.nonzero((groups[:, None] >> np.arange(64, dtype=np.uint64)) & np.uint64(1))
    return words, bits.astype(np.uint64)


def _mix(number: int, columns: list[Codes]) -> NDArray[np.uint32]:
    """Hash a template's number and values to 32 bits, by rounds of splitmix64 (Steele et al. 2014)."""
    mixed = np.full(columns[0].shape, number, np.uint64)
    for column in columns:
        mixed = (mixed ^ column) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
        mixed *= np.uint64(0xBF58476D1CE4E5B9)
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
def _names(template: str) -> tuple[str, ...]:
    return tuple(template.split())


@lru_cache(maxsize=256)
def _offset(name: str) -> tuple[str, int]:
    """Split ``lemma-1`` into ``lemma`` and -1."""
    for sign in "+-":
        base, found, digits = name.partition(sign)
        if found:
            return base, int(sign + digits)
    return name, 0
