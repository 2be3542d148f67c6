"""What the model says of all words of a Doc as columns of numbers, for readers that learn from labels as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import (
    DEP,
    ENT_ID,
    ENT_IOB,
    ENT_KB_ID,
    ENT_TYPE,
    HEAD,
    LEMMA,
    LOWER,
    MORPH,
    POS,
    SENT_START,
    SHAPE,
    SUFFIX,
    TAG,
)
from spacy.tokens import Doc

Codes: TypeAlias = NDArray[np.uint64]

ATTRIBUTES = {
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


# What models say of words; how these hang together is told by heads, or by sentence starts where nothing is parsed.
SAID = (LEMMA, POS, TAG, MORPH, ENT_IOB, ENT_TYPE, ENT_ID, ENT_KB_ID)


def annotation_of(doc: Doc, *, parsed: bool) -> NDArray[np.uint64]:
    """Return what a model's components have said of the words of a Doc, a row each, for `annotate`."""
    return doc.to_array(_said(parsed=parsed)).astype(np.uint64)


def annotate(doc: Doc, parts: Sequence[NDArray[np.uint64]], *, parsed: bool) -> Doc:
    """Write what models have said of the parts of a Doc, in their order, into the whole."""
    table: Any = np.concatenate(parts)
    return doc.from_array(_said(parsed=parsed), table)


def _said(*, parsed: bool) -> list[int | str]:
    return [*SAID, *((DEP, HEAD) if parsed else (SENT_START,))]


def forced_starts(doc: Doc) -> list[int]:
    """Return where sentences of a Doc that is not parsed yet must begin."""
    return [place for place, begins in enumerate((doc.to_array([SENT_START]) == 1).ravel().tolist()) if begins]


def columns_of(doc: Doc) -> dict[str, Codes]:
    """Return spaCy's ids of what each word is, one column a kind (`ATTRIBUTES`).

    Examples
    --------
    >>> import spacy
    >>> from spacy.tokens import Doc
    >>> doc = Doc(spacy.blank("en").vocab, words=["Cats", "sleep"], pos=["NOUN", "VERB"])
    >>> [doc.vocab.strings[code] for code in columns_of(doc)["pos"].tolist()]
    ['NOUN', 'VERB']
    """
    values = doc.to_array(list(ATTRIBUTES.values())).reshape(len(doc), len(ATTRIBUTES)).astype(np.uint64)
    return {name: np.ascontiguousarray(values[:, place]) for place, name in enumerate(ATTRIBUTES)}


def heads_of(doc: Doc) -> NDArray[np.int64]:
    """Return the index of each word's head, its own at a root."""
    return np.arange(len(doc)) + doc.to_array([HEAD]).astype(np.int64).reshape(-1)
