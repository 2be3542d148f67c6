"""A parsed document laid out once as plain Python objects.

Reading one attribute of a spaCy token makes a new object and crosses into C; describing an event reads hundreds. A
`Word` has the token's attributes by the same names, made once per document, so that this stage costs a fraction of the
model's own time.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LEMMA, LOWER, MORPH, ORTH, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc

from timeline.model.mention import Mention
from timeline.stages.source import mention_at, source_of

# As `Word` takes them.
ATTRIBUTES = (ORTH, LOWER, LEMMA, POS, TAG, DEP, ENT_TYPE, MORPH)


class Features:
    """Morphological features of a word, asked for as spaCy's ``token.morph`` is."""

    __slots__ = ("_values",)

    def __init__(self, noted: str) -> None:
        pairs = (pair.partition("=") for pair in noted.split("|") if "=" in pair)
        self._values = {name: tuple(values.split(",")) for name, _, values in pairs}

    def get(self, name: str) -> tuple[str, ...]:
        """Return the values of a feature, none where the word does not have it."""
        return self._values.get(name, ())


class Sentence:
    """The words of one sentence."""

    __slots__ = ("end", "number", "start", "words")

    def __init__(self, start: int, end: int, number: int, words: list[Word]) -> None:
        self.start, self.end, self.number, self.words = start, end, number, words


class Word:
    """A token with its place in the parse; attributes as spaCy's `Token` has them."""

    __slots__ = (
        "_subtree", "children", "dep_", "doc", "ent_type_", "head", "i", "idx", "lemma_", "lower_", "morph", "pos_",
        "sent", "source", "tag_", "text", "whitespace_",
    )  # fmt: skip

    def __init__(self, source: Doc, doc: list[Word], i: int, values: Sequence[str], idx: int) -> None:
        self.source, self.doc, self.i, self.idx = source, doc, i, idx
        self.text, self.lower_, self.lemma_, self.pos_, self.tag_, self.dep_, self.ent_type_, noted = values
        self.morph = _features(noted)
        self.head: Word = self
        self.children: list[Word] = []
        self._subtree: list[Word] | None = None
        self.whitespace_ = ""
        self.sent: Sentence

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"Word({self.text!r})"

    @property
    def subtree(self) -> list[Word]:
        """The word and all that depends on it, in the order of the text."""
        if self._subtree is None:
            found, waiting = {self.i: self}, [self]
            while waiting:
                for child in waiting.pop().children:
                    if child.i not in found:
                        found[child.i] = child
                        waiting.append(child)
            self._subtree = [found[i] for i in sorted(found)]
        return self._subtree

    @property
    def left_edge(self) -> Word:
        """The first word of the subtree."""
        return self.subtree[0]

    @property
    def right_edge(self) -> Word:
        """The last word of the subtree."""
        return self.subtree[-1]

    def nbor(self, step: int = 1) -> Word:
        """Return the word some places on."""
        return self.doc[self.i + step]

    def is_ancestor(self, other: Word) -> bool:
        """Tell whether another word depends on this one, however far down."""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False


def words_of(doc: Doc) -> list[Word]:
    """Lay out a parsed Doc.

    Examples
    --------
    >>> from spacy.tokens import Doc
    >>> from spacy.vocab import Vocab
    >>> doc = Doc(Vocab(), words=["Cats", "sleep"], heads=[1, 1], deps=["nsubj", "ROOT"])
    >>> words_of(doc)[1].children
    [Word('Cats')]
    """
    words: list[Word] = []
    strings = doc.vocab.strings
    table = doc.to_array([*ATTRIBUTES, IDX, SPACY])
    rows = table.tolist()
    text = {key: strings[key] if key else "" for key in set(table[:, : len(ATTRIBUTES)].ravel().tolist())}
    for i, (*keys, idx, spaced) in enumerate(rows):
        word = Word(doc, words, i, [text[key] for key in keys], idx)
        word.whitespace_ = " " if spaced else ""
        words.append(word)
    offsets = doc.to_array([HEAD]).astype("int64").tolist()  # unsigned in spaCy's table, and negative
    for word, offset in zip(words, offsets, strict=True):
        word.head = words[word.i + offset]
        if offset:
            word.head.children.append(word)
    opens = (doc.to_array([SENT_START]) == 1).tolist()
    starts = [i for i, begins in enumerate(opens) if begins or not i]
    for number, (start, end) in enumerate(pairwise([*starts, len(words)])):
        sentence = Sentence(start, end, number, words[start:end])
        for word in sentence.words:
            word.sent = sentence
    return words


def sentences_of(words: Sequence[Word]) -> list[Sentence]:
    """Return the sentences of a document laid out."""
    return list(dict.fromkeys(word.sent for word in words))


def related_words(words: Sequence[Word]) -> list[Word]:
    """Return the words that belong to the document's own story."""
    spans = source_of(words[0].source).unrelated if words else ()
    if not spans:
        return list(words)
    return [
        word
        for sentence in sentences_of(words)
        if not any(start <= sentence.words[0].idx < end for start, end in spans)
        for word in sentence.words
    ]


def mention_of(word: Word) -> Mention:
    """Return the mention that covers a word."""
    return mention_at(word.source, word.idx, word.idx + len(word.text))


def sentence_of(word: Word) -> Mention:
    """Return the mention that covers a word's sentence."""
    last = word.doc[word.sent.end - 1]
    return mention_at(word.source, word.doc[word.sent.start].idx, last.idx + len(last.text))


@lru_cache(maxsize=4096)
def _features(noted: str) -> Features:
    return Features(noted)
