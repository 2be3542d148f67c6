"""What the model says of all words of a Doc as columns of numbers, for readers that learn from labels as they are."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, LOWER, MORPH, POS, SENT_START, SHAPE, SUFFIX, TAG
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
