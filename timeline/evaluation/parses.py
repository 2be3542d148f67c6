"""How a model parses the sentences of a treebank, their words given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from timeline.errors import MissingModelError
from timeline.evaluation.treebanks import Sentence, sentence_of
from timeline.stages.pipeline import shared_pipeline

_READING = ("tok2vec", "tagger", "morphologizer", "parser", "attribute_ruler")


def library_parses(sentences: Sequence[Sentence], lang: str, *, model: str | None = None) -> Iterator[Sentence]:
    """Yield the trees that the library's own model of a language gives."""
    yield from _parses(shared_pipeline(lang, model), sentences)


def model_parses(sentences: Sequence[Sentence], model: str) -> Iterator[Sentence]:
    """Yield the trees that a bare spaCy model gives.

    Raises
    ------
    MissingModelError
        When spaCy cannot load it.
    """
    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise MissingModelError(f"The spaCy model {model!r} is not installed; install it, or name another.") from error
    yield from _parses(nlp, sentences)


def _parses(nlp: Pipeline, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    pipes = [pipe for name, pipe in nlp.pipeline if name in _READING]
    for sentence in sentences:
        starts: list[bool | int | None] = [place == 0 for place in range(len(sentence.words))]
        doc = Doc(nlp.vocab, words=list(sentence.words), spaces=list(sentence.spaces), sent_starts=starts)
        for pipe in pipes:
            doc = pipe(doc)
        yield sentence_of(doc)
