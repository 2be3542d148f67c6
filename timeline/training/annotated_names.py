"""Annotated names as examples for spaCy's entity recogniser."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from timeline.evaluation.annotations import AnnotatedDocument
from timeline.evaluation.corpus import read_corpus
from timeline.model.entity import ORGANISATION, PERSON, PLACE
from timeline.stages.reading import TypographyTokenizer

LABELS = {PERSON: "PER", ORGANISATION: "ORG", PLACE: "LOC"}
OTHER = "MISC"


def read_names(folder: str | Path, *, without: Collection[str] = ()) -> list[AnnotatedDocument]:
    """Read a folder of brat annotations, less the documents named in `without`."""
    _, documents = read_corpus(folder)
    return [document for document in documents if document.id not in without]


def to_examples(documents: Iterable[AnnotatedDocument], nlp: Pipeline) -> Iterator[Doc]:
    """Yield each document with its outermost names, its typography made plain as the library reads it.

    A name that begins or ends inside a token takes the whole token. Works, products and the like, which the annotations
    leave out, stay as the model itself finds them where no name stands: what it knows of them keeps it from taking
    them for people.
    """
    tokenizer = TypographyTokenizer(nlp.tokenizer)
    recogniser = nlp.get_pipe("ner")
    for document in documents:
        doc = recogniser(tokenizer(document.text))
        names = [
            doc.char_span(name.start, name.end, label=LABELS[name.type], alignment_mode="expand")
            for name in document.entities
        ]
        named = filter_spans(name for name in names if name is not None)
        taken = {token.i for name in named for token in name}
        others = [span for span in doc.ents if span.label_ == OTHER and taken.isdisjoint(range(span.start, span.end))]
        example = Doc(doc.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])
        example.set_ents([Span(example, span.start, span.end, label=span.label_) for span in [*named, *others]])
        yield example
