"""What a bare spaCy model says of a text: the line to be above."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set

import spacy
from spacy.tokens import Doc

from timeline.errors import MissingModelError
from timeline.evaluation.annotations import AnnotatedDocument, EntitySpan
from timeline.evaluation.brat import entity_type
from timeline.evaluation.phrases import Span, with_article
from timeline.languages.base import language_or_fallback


def bare_model(documents: Iterable[AnnotatedDocument], model: str) -> Iterator[AnnotatedDocument]:
    """Yield the entities that a spaCy model finds, and as chains those of them that are the same string.

    Parameters
    ----------
    documents : iterable of AnnotatedDocument
    model : str
        Package or path of a spaCy model; its labels PER, ORG, LOC and their like count, the others (MISC) do not.

    Raises
    ------
    MissingModelError
        When spaCy cannot load it.
    """
    try:
        nlp = spacy.load(model, disable=["parser", "lemmatizer", "attribute_ruler"])
    except OSError as error:
        raise MissingModelError(f"The spaCy model {model!r} is not installed; install it, or name another.") from error
    documents = list(documents)
    for document, doc in zip(documents, nlp.pipe(document.text for document in documents), strict=True):
        entities = tuple(_entities(doc))
        chains = _same_string(entities, document.text, language_or_fallback(nlp.lang or "").entities.names.articles)
        yield AnnotatedDocument(id=document.id, text=document.text, entities=entities, chains=chains)


def _entities(doc: Doc) -> Iterator[EntitySpan]:
    for span in doc.ents:
        kind = entity_type(span.label_)
        if kind:
            yield EntitySpan(start=span.start_char, end=span.end_char, text=span.text, type=kind)


def _same_string(entities: Iterable[EntitySpan], text: str, articles: Set[str]) -> tuple[frozenset[Span], ...]:
    chains: defaultdict[str, set[Span]] = defaultdict(set)
    for entity in entities:
        chains[entity.text].add(with_article((entity.start, entity.end), text, articles))
    return tuple(map(frozenset, chains.values()))
