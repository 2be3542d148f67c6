"""Sentences that documents have from one another: a dispatch that many papers print is one voice.

Two sentences are copies when most of their shingles (runs of three words) are the same. Each sentence is known by its
few smallest hashes of shingles, and compared with the first sentences that share one of them.

References
----------
Broder (1997), On the resemblance and containment of documents, SEQUENCES.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.model.copy import Copy
from timeline.model.document import Document
from timeline.model.mention import Mention
from timeline.model.who import fold

_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…](?!\s|$)[^.!?…\n]*)*[.!?…]*")
_SHINGLE = 3  # words
_FEWEST = 5  # words of a sentence that is known again wherever it stands
_SKETCH = 4  # hashes that a sentence is known by
_COMPARED = 4  # sentences of one hash that are compared
_ALIKE = 0.7  # of the shingles of two sentences
_MOST = 0.5  # of the sentences of a copied document

Place = tuple[str, int]  # id of a document, and number of a sentence in it


@dataclass(frozen=True, slots=True)
class Copies:
    """Which sentences and documents are copies; made by `find_copies`.

    Attributes
    ----------
    starts : dict of str to list of int
        Where the sentences of each document begin.
    first : dict of Place to Place
        The first sentence that a copied one is like.
    documents : dict of str to Copy
        By the id of the copy.
    """

    starts: dict[str, list[int]]
    first: dict[Place, Place]
    documents: dict[str, Copy]

    def sentence(self, mention: Mention) -> Place:
        """Return the first sentence that says what a mention's sentence says."""
        place = (mention.document, bisect_right(self.starts.get(mention.document, [0]), mention.start) - 1)
        return self.first.get(place, place)

    def voice(self, document: str) -> str:
        """Return the document that another copies, or itself."""
        return self.documents[document].original if document in self.documents else document


def find_copies(documents: Sequence[Document]) -> Copies:
    """Compare the sentences of documents in the order given, each with the earlier ones.

    Examples
    --------
    >>> told = "The board has dismissed its chief executive for want of candour."
    >>> find_copies([Document(told, id="a"), Document(told + " More follows.", id="b")]).voice("b")
    'a'
    """
    reading = _Reading()
    for document in documents:
        reading.add(document)
    return Copies(reading.starts, reading.first, reading.copied)


@dataclass(slots=True)
class _Reading:
    """What the documents read so far have said.

    Attributes
    ----------
    starts, first, copied
        As in `Copies`.
    known : dict of int to list of (Place, frozenset of int)
        Sentences that say something new, by the least of the hashes of their runs of words.
    spoken : dict of str to dict of str to int
        The sentences of each document by their words.
    wholes : dict of tuple of str to str
        The first document with the same words throughout.
    """

    starts: dict[str, list[int]] = field(default_factory=dict)
    first: dict[Place, Place] = field(default_factory=dict)
    copied: dict[str, Copy] = field(default_factory=dict)
    known: dict[int, list[tuple[Place, frozenset[int]]]] = field(default_factory=dict)
    spoken: dict[str, dict[str, int]] = field(default_factory=dict)
    wholes: dict[tuple[str, ...], str] = field(default_factory=dict)

    def add(self, document: Document) -> None:
        sentences = list(_sentences(document.text))
        self.starts[document.id] = [start for start, _ in sentences]
        whole = tuple(words for _, words in sentences)
        shingles = [_shingles(words) for words in whole]
        like = self._like(document.id, whole, shingles)
        self.first |= {(document.id, place): other for place, other in like.items() if other}
        for place, runs in enumerate(shingles):
            for sketched in () if like.get(place) else _sketch(runs):
                self.known.setdefault(sketched, []).append(((document.id, place), runs))
        self.spoken[document.id] = {words: place for place, words in reversed(list(enumerate(whole)))}

    def _like(self, id: str, whole: tuple[str, ...], shingles: Sequence[frozenset[int]]) -> dict[int, Place | None]:
        """Return the earlier sentence that each long one is like, and each that stands in a document copied."""
        like = {place: _first_like(runs, self.known) for place, runs in enumerate(shingles) if runs}
        copy = _copy_of(id, whole, like, self.spoken, self.wholes.setdefault(whole, id))
        if copy:
            self.copied[id] = copy
            there = self.spoken[copy.original]
            like |= {n: (copy.original, there[words]) for n, words in enumerate(whole) if words in there}
        return like


def _copy_of(
    id: str,
    sentences: Sequence[str],
    like: Mapping[int, Place | None],
    spoken: Mapping[str, Mapping[str, int]],
    twin: str,
) -> Copy | None:
    """Return what a document copies, if that has most of its sentences; short ones count where it has their words.

    `twin` is the first document with the same words throughout, the document itself where there is none before it.
    """
    sources = Counter(other[0] for other in like.values() if other)
    if twin != id:
        sources = Counter([twin])
    for source, _ in sources.most_common(1):
        found = [
            n for n, words in enumerate(sentences) if words in spoken[source] or (like.get(n) or ("",))[0] == source
        ]
        if len(found) >= _MOST * len(sentences):
            return Copy(id, source, round(len(found) / len(sentences), 2))
    return None


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each sentence begins, and its words."""
    for match in _SENTENCE.finditer(text):
        words = " ".join(re.findall(r"\w+", fold(match.group())))
        if words:
            yield match.start(), words


def _shingles(sentence: str) -> frozenset[int]:
    """Return the hashes of the runs of words of a sentence, none for a short one."""
    words = sentence.split()
    runs = (" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))
    return frozenset(zlib.crc32(run.encode("utf8", "replace")) for run in runs if len(words) >= _FEWEST)


def _sketch(shingles: frozenset[int]) -> list[int]:
    return sorted(shingles)[:_SKETCH]


def _first_like(shingles: frozenset[int], known: dict[int, list[tuple[Place, frozenset[int]]]]) -> Place | None:
    for sketched in _sketch(shingles):
        for place, others in known.get(sketched, ())[:_COMPARED]:
            if len(shingles & others) >= _ALIKE * len(shingles | others):
                return place
    return None
