"""Annotated names as examples for spaCy's entity recogniser."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from timeline.evaluation.annotations import AnnotatedDocument
from timeline.evaluation.corpus import read_corpus
from timeline.model.entity import ORGANISATION, PERSON, PLACE
from timeline.stages.reading import TypographyTokenizer

LABELS = {PERSON: "PER", ORGANISATION: "ORG", PLACE: "LOC"}


def read_names(folder: str | Path, *, without: Collection[str] = ()) -> list[AnnotatedDocument]:
    """Read a folder of brat annotations, less the documents named in `without`."""
    _, documents = read_corpus(folder)
    return [document for document in documents if document.id not in without]


def to_examples(documents: list[AnnotatedDocument], nlp: Pipeline) -> Iterator[Doc]:
    """Yield each document with its outermost names, its typography made plain as the library reads it.

    A name that begins or ends inside a token takes the whole token.
    """
    tokenizer = TypographyTokenizer(nlp.tokenizer)
    for document in documents:
        doc = tokenizer(document.text)
        spans = (
            doc.char_span(name.start, name.end, label=LABELS[name.type], alignment_mode="expand")
            for name in document.entities
        )
        doc.set_ents(_apart(span for span in spans if span is not None))
        yield doc


def _apart(spans: Iterator[Span]) -> list[Span]:
    return list(filter_spans(spans))
