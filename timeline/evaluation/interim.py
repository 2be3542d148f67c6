"""Calls the stages one by one until `timeline.extract_many` is there; to be deleted then."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterable, Iterator
from typing import Any

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from timeline.languages import get_language
from timeline.model import Document, Timeline
from timeline.model.dates import parse_reference_date
from timeline.stages.reading import TypographyTokenizer, mark_sentence_starts
from timeline.stages.source import note_source


def extract_many(docs: Iterable[Document]) -> Iterator[Timeline]:
    """Yield a timeline for each document, made by the stages that exist."""
    try:
        module = importlib.import_module("timeline.stages.extraction")
    except ImportError:
        yield from _by_stages(list(docs))
    else:
        yield from module.extract_many(docs)


@Pipeline.component("interim_reading")
def _reading(doc: Doc) -> Doc:
    return mark_sentence_starts(doc)


def _by_stages(documents: list[Document]) -> Iterator[Timeline]:
    if not documents:
        return
    language = get_language(documents[0].lang or "")
    name = next(model for model in language.models if importlib.util.find_spec(model))
    nlp = spacy.load(name)
    nlp.add_pipe("interim_reading", before="parser")
    nlp.tokenizer = TypographyTokenizer(nlp.tokenizer)
    find_times, find_events = _stage("times", "find_times"), _stage("events", "find_events")
    find_entities, resolve = _stage("entities", "find_entities"), _resolver()
    made = []
    for document in documents:
        doc = nlp.make_doc(document.text)
        note_source(doc, document)
        made.append(doc)
    for doc, document in zip(nlp.pipe(made), documents, strict=True):
        reference = parse_reference_date(document.date)
        times = find_times(doc, language) if find_times else ()
        entities = find_entities(doc, language)[0] if find_entities else ()
        events = find_events(doc, language, entities, times) if find_events else ()
        times = resolve(times, reference) if resolve else times
        yield Timeline(documents=(document,), reference_date=reference, times=times, entities=entities, events=events)


def _stage(name: str, function: str) -> Any:
    return getattr(importlib.import_module(f"timeline.stages.{name}"), function, None)


def _resolver() -> Any:
    if importlib.util.find_spec("timeline.reasoning.resolution") is None:
        return None
    return getattr(importlib.import_module("timeline.reasoning.resolution"), "resolve_times", None)
