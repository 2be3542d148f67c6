"""A parsed document laid out once as plain Python objects, for all stages.

Reading one attribute of a spaCy token makes a new object and crosses into C; describing an event reads hundreds. A
`Word` has the token's attributes by the same names, and its role and form by the shared ones; it is made once per
document, so that reading costs a fraction of the model's own time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, wraps
from itertools import pairwise
from typing import Any, TypeVar
from unicodedata import category
from weakref import WeakKeyDictionary, ref

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LEMMA, LOWER, MORPH, ORTH, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc, Token

from timeline.languages.grammar import Form, Role
from timeline.syntax.relations import Names, names_of

T = TypeVar("T")

# As `Word` takes them.
ATTRIBUTES = (ORTH, LOWER, LEMMA, POS, TAG, DEP, ENT_TYPE, MORPH)
AT_ONCE = 4096  # rows of a table


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
    """The words of one sentence, and what has been made of them all, once asked."""

    __slots__ = ("end", "meaning", "number", "start", "words")

    def __init__(self, start: int, end: int, number: int, words: list[Word]) -> None:
        self.start, self.end, self.number, self.words = start, end, number, words
        self.meaning: frozenset[str] | None = None

    def __repr__(self) -> str:
        return f"Sentence({' '.join(word.text for word in self.words)!r})"


class Layout:
    """What all words of one document share: its language's code, where each word stands and, weakly, the Doc."""

    __slots__ = ("_doc", "answers", "code", "places")

    def __init__(self, doc: Doc, code: str) -> None:
        self._doc, self.code = ref(doc), code
        self.answers: defaultdict[Any, dict[Any, Any]] = defaultdict(dict)  # what `once_a_word` keeps, by rule
        self.places: dict[str, list[int]] | None = None  # what `places_of` has made, once asked

    @property
    def doc(self) -> Doc:
        """The Doc, which must be alive still."""
        doc = self._doc()
        if doc is None:
            raise ReferenceError("The Doc of these words is gone; keep it as long as they are read.")
        return doc


class Word:
    """A token with its place in the parse.

    Attributes
    ----------
    text, lower_, lemma_, pos_, ent_type_, whitespace_ : str
        As spaCy's `Token` has them; ``i`` and ``idx`` too.
    role : Role
        How it depends on its ``head``, which is the word itself at the root of a sentence.
    form : frozenset of Form
        What its shape tells.
    children : list of Word
        In the order of the text.
    doc : list of Word
        All words of the document.
    sent : Sentence
    """

    __slots__ = (
        "_subtree", "children", "dep_", "doc", "ent_type_", "form", "group", "head", "i", "idx", "layout",
        "lemma_", "lower_", "morph", "pos_", "role", "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip

    def __init__(
        self, layout: Layout, doc: list[Word], place: tuple[int, int], values: Sequence[str], names: Names
    ) -> None:
        self.layout, self.doc = layout, doc
        self.i, self.idx = place
        self.text, self.lower_, self.lemma_, self.pos_, self.tag_, self.dep_, self.ent_type_, noted = values
        self.morph = _features(noted)
        self.role: Role = names.role(self.dep_)
        self.form: frozenset[Form] = names.forms(noted, self.tag_)
        self.head: Word = self
        self.children: list[Word] = []
        self._subtree: list[Word] | None = None
        self.group: tuple[Any, ...] = ()  # what `verbs.verb_group` has read, once asked
        self.whitespace_ = ""
        self.sent: Sentence

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"Word({self.text!r})"

    @property
    def source(self) -> Doc:
        """The Doc it stands in, which must be alive still."""
        return self.layout.doc

    @property
    def code(self) -> str:
        """The ISO 639-1 code of its language."""
        return self.layout.code

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

    @property
    def lefts(self) -> list[Word]:
        """The children before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Word]:
        """The children after it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def ancestors(self) -> Iterator[Word]:
        """The words above it, nearest first."""
        word = self
        while word.head != word:
            word = word.head
            yield word

    @property
    def is_punct(self) -> bool:
        """Whether it is made of marks, as spaCy has it."""
        return all(category(letter).startswith("P") for letter in self.text)

    @property
    def is_alpha(self) -> bool:
        """Whether it is made of letters alone."""
        return self.text.isalpha()

    @property
    def is_lower(self) -> bool:
        """Whether its letters are small."""
        return self.text.islower()

    @property
    def is_sent_start(self) -> bool:
        """Whether it opens a sentence."""
        return self.i == self.sent.start

    def nbor(self, step: int = 1) -> Word:
        """Return the word some places on; raises IndexError beyond the text's ends, as spaCy does."""
        if self.i + step < 0:
            raise IndexError(f"No word {-step} before the one at {self.i}.")
        return self.doc[self.i + step]

    def is_ancestor(self, other: Word) -> bool:
        """Tell whether another word depends on this one, however far down."""
        return any(word == self for word in other.ancestors)


def once_a_word(rule: Callable[[Word], T]) -> Callable[[Word], T]:
    """Let a rule of one word answer once: what it found is kept with the document's layout, which never changes."""

    @wraps(rule)
    def answer(word: Word) -> T:
        known: dict[int, T] = word.layout.answers[rule]
        if word.i not in known:
            known[word.i] = rule(word)
        return known[word.i]

    return answer


@dataclass(frozen=True, slots=True, eq=False)
class _LaidOut:
    """A document's table of attributes, by which a change of the parse is noticed, and the words laid out from it."""

    table: NDArray[Any]
    code: str
    words: list[Word]


_laid_out: WeakKeyDictionary[Doc, _LaidOut] = WeakKeyDictionary()


def words_of(doc: Doc, code: str | None = None) -> list[Word]:
    """Return the words of a parsed Doc, laid out once and again only when its annotation has changed.

    Parameters
    ----------
    doc : Doc
    code : str, optional
        The language whose scheme names the labels; the Doc's own when not given.

    Returns
    -------
    list of Word
        Not to be changed. They point to the Doc weakly: keep it as long as they are read.

    Examples
    --------
    >>> from spacy.tokens import Doc
    >>> from spacy.vocab import Vocab
    >>> doc = Doc(Vocab(), words=["Cats", "sleep"], heads=[1, 1], deps=["nsubj", "ROOT"])
    >>> words_of(doc)[1].children
    [Word('Cats')]
    >>> words_of(doc)[0].role.value
    'subject'
    """
    code = code or doc.lang_
    table = doc.to_array([*ATTRIBUTES, IDX, SPACY, HEAD, SENT_START])
    known = _laid_out.get(doc)
    if known is not None and known.code == code and np.array_equal(known.table, table):
        return known.words
    words = _lay_out(doc, table, code)
    _laid_out[doc] = _LaidOut(table, code, words)
    return words


def forget(doc: Doc) -> None:
    """Free the words of a Doc that nobody reads any more: they point at each other, and wait for the collector."""
    known = _laid_out.pop(doc, None)
    if known is None:
        return
    for word in known.words:
        word.layout.answers.clear()
        del word.head, word.children, word.sent, word.doc
        word.group, word._subtree = (), None


def forget_answers(doc: Doc) -> None:
    """Free what was asked of the phrases of a Doc, which takes as much memory as its words."""
    known = _laid_out.get(doc)
    if known is not None and known.words:
        known.words[0].layout.answers.clear()


def word_at(token: Token) -> Word:
    """Return the word that a spaCy token is, of the layout that `words_of` made of its document."""
    known = _laid_out.get(token.doc)
    return (known.words if known is not None else words_of(token.doc))[token.i]


def _lay_out(doc: Doc, table: NDArray[Any], code: str) -> list[Word]:
    words: list[Word] = []
    strings, layout, names = doc.vocab.strings, Layout(doc, code), names_of(code)
    width = len(ATTRIBUTES)
    text = {key: strings[key] if key else "" for key in np.unique(table[:, :width]).tolist()}
    for columns in _columns(table[:, : width + 2]):
        values = zip(*([text[key] for key in column] for column in columns[:width]), strict=True)
        for idx, spaced, told in zip(*columns[width:], values, strict=True):
            word = Word(layout, words, (len(words), idx), told, names)
            word.whitespace_ = " " if spaced else ""
            words.append(word)
    offsets = table[:, width + 2].astype("int64").tolist()  # unsigned in spaCy's table, and negative
    for word, offset in zip(words, offsets, strict=True):
        word.head = words[word.i + offset]
        if offset:
            word.head.children.append(word)
    opens = (table[:, width + 3] == 1).tolist()
    starts = [i for i, begins in enumerate(opens) if begins or not i]
    for number, (start, end) in enumerate(pairwise([*starts, len(words)])):
        sentence = Sentence(start, end, number, words[start:end])
        for word in sentence.words:
            word.sent = sentence
    return words


def _columns(table: NDArray[Any]) -> Iterator[list[list[int]]]:
    """Yield columns as lists, some thousand rows at a time: all would take as much memory as a long text's words."""
    for first in range(0, len(table), AT_ONCE):
        yield table[first : first + AT_ONCE].T.tolist()


def sentences_of(words: Sequence[Word]) -> list[Sentence]:
    """Return the sentences of a document laid out."""
    return list(dict.fromkeys(word.sent for word in words))


def places_of(words: Sequence[Word]) -> Mapping[str, Sequence[int]]:
    """Return where each word stands in a document laid out, by its lower case."""
    if not words:
        return {}
    layout = words[0].layout
    if layout.places is None:
        layout.places = {}
        for word in words:
            layout.places.setdefault(word.lower_, []).append(word.i)
    return layout.places


def words_within(words: Sequence[Word], start: int, end: int) -> Sequence[Word]:
    """Return the words of a document laid out that stand, wholly or in part, between two offsets of characters."""
    first = max(bisect_right(words, start, key=_offset) - 1, 0)
    last = bisect_left(words, end, key=_offset)
    return words[first + (first < last and words[first].idx + len(words[first]) <= start) : last]


def letters(words: Sequence[Word]) -> str:
    """Return words that follow each other as they are written, without what parts them from others."""
    return "".join([word.text + word.whitespace_ for word in words[:-1]]) + (words[-1].text if words else "")


def head_among(words: Sequence[Word]) -> Word:
    """Return the word of a phrase that stands highest in the parse, the first of several; as spaCy's ``Span.root``."""
    first, last = words[0].i, words[-1].i
    heads = [word for word in words if word.head == word or not first <= word.head.i <= last]
    return min(heads, key=_depth) if heads else words[0]


def _offset(word: Word) -> int:
    return word.idx


def _depth(word: Word) -> int:
    """Count the words above one; marks and blanks that nothing hangs on come last, unless they head a sentence."""
    lone = not word.children and word.head != word and (word.is_punct or word.text.isspace())
    return len(word.doc) - 1 if lone else sum(1 for _ in word.ancestors)


@lru_cache(maxsize=4096)
def _features(noted: str) -> Features:
    return Features(noted)
