"""Treebanks in CoNLL-U, in the tokens and labels that a language's spaCy model has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.training.converters.conllu_to_docs import conllu_to_docs
from spacy.vocab import Vocab

from timeline.errors import FormatError

# Later releases of the French treebanks split relations that the rules (and earlier releases) tell as one.
_FOLDED_RELATIONS: Mapping[str, str] = {
    "dep:comp": "dep",
    "discourse": "dep",
    "expl:pv": "expl:comp",
    "goeswith": "dep",
    "iobj:agent": "iobj",
    "nsubj:outer": "nsubj",
    "obj:agent": "obj",
    "obj:lvc": "obj",
    "obl": "obl:mod",
    "parataxis:insert": "parataxis",
    "root": "ROOT",
}
_FEATURES = frozenset(
    (
        *("Definite", "Gender", "Mood", "Number", "NumType", "Person", "Polarity"),
        *("Poss", "PronType", "Reflex", "Tense", "VerbForm", "Voice"),
    )
)
_UNMARKED = frozenset({"Voice=Act"})  # marked in some of the treebanks only


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a treebank. `heads` are places in it, its root's own for the root."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    pos: tuple[str, ...]
    morphs: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Sentence({' '.join(self.words)!r})"


def read_treebank(path: str | Path) -> list[Sentence]:
    """Read a CoNLL-U file, contracted words (« du », « aux ») as the one token that they are in print.

    Raises
    ------
    FormatError
        When spaCy's own converter cannot read the file.
    """
    path = Path(path)
    blocks = path.read_text(encoding="utf8").strip().split("\n\n")
    # spaCy's converter stumbles over a block of comments alone.
    text = "\n\n".join(block for block in blocks if any(line and line[0] != "#" for line in block.split("\n")))
    try:
        docs: list[Doc] = list(
            conllu_to_docs(text, n_sents=1, merge_subtokens=True, no_print=True)  # type: ignore[no-untyped-call]
        )
    except (ValueError, IndexError) as error:
        raise FormatError(f"{path}: not CoNLL-U ({error}).") from error
    return [sentence_of(doc) for doc in docs if len(doc)]


def to_doc(sentences: Iterable[Sentence], vocab: Vocab) -> Doc:
    """Return sentences as one spaCy `Doc`, annotated as a training example is."""
    sentences = list(sentences)
    words, spaces, pos, morphs, relations = (
        [value for sentence in sentences for value in getattr(sentence, name)]
        for name in ("words", "spaces", "pos", "morphs", "relations")
    )
    heads: list[int] = []
    starts: list[bool] = []
    for sentence in sentences:
        starts += [place == 0 for place in range(len(sentence.words))]
        heads += [len(starts) - len(sentence.words) + head for head in sentence.heads]
    return Doc(vocab, words=words, spaces=spaces, pos=pos, tags=pos, morphs=morphs, heads=heads, deps=relations)


def with_space(sentence: Sentence, space: str) -> Sentence:
    """Return a sentence with a token of white space after it, attached as spaCy's own models have it."""
    last = len(sentence.words) - 1
    return Sentence(
        words=(*sentence.words, space),
        spaces=(*sentence.spaces[:-1], False, False),
        pos=(*sentence.pos, "SPACE"),
        morphs=(*sentence.morphs, ""),
        heads=(*sentence.heads, last),
        relations=(*sentence.relations, "dep"),
    )


def without_stop(sentence: Sentence) -> Sentence:
    """Return a sentence without its full stop, as headlines are; the sentence itself when it ends otherwise."""
    last = len(sentence.words) - 1
    if sentence.words[last] != "." or last == 0 or last in sentence.heads:
        return sentence
    return Sentence(*(getattr(sentence, name)[:-1] for name in Sentence.__slots__))


def in_case(sentence: Sentence, *, upper: bool) -> Sentence:
    """Return a sentence all in capitals or all without."""
    return replace(sentence, words=tuple(word.upper() if upper else word.lower() for word in sentence.words))


def sentence_of(doc: Doc) -> Sentence:
    """Return a parsed `Doc` of one sentence in the form of a treebank's."""
    return Sentence(
        words=tuple(word.text for word in doc),
        spaces=(*(bool(word.whitespace_) for word in doc[:-1]), True),
        pos=tuple(word.pos_ for word in doc),
        morphs=tuple(_features(str(word.morph)) for word in doc),
        heads=tuple(word.head.i for word in doc),
        relations=tuple(_FOLDED_RELATIONS.get(word.dep_, word.dep_) for word in doc),
    )


def _features(morph: str) -> str:
    kept: Iterator[str] = (
        feature for feature in morph.split("|") if feature.split("=")[0] in _FEATURES and feature not in _UNMARKED
    )
    return "|".join(kept)
