"""From texts to timelines: one text, or many."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date as Date
from datetime import datetime
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from timeline.errors import (
    InvalidOptionError,
    InvalidTextError,
    TimelineError,
    TimelineWarning,
    UnreadDocumentError,
)
from timeline.model.dates import iso_date, parse_reference_date
from timeline.model.document import Document, Proposals
from timeline.model.refusal import Refusal
from timeline.model.timeline import Timeline
from timeline.stages.batches import WorkerPool, check_sizes, chunks_of
from timeline.stages.composition import compose
from timeline.stages.grounding.asking import check_mode, check_sendable
from timeline.stages.limits import NO_LIMITS, Limits, begin, check_length, keep_to
from timeline.stages.pipeline import shared_pipeline
from timeline.stages.reading.detection import detect_language
from timeline.stages.slices import read_docs
from timeline.stages.source import note_source
from timeline.stages.state import keep_values

Model = str | Path | Pipeline
Source = str | tuple[str, Mapping[str, Any]] | Document
_LONGEST_PATH = 260
_ENDINGS = (".txt", ".html", ".htm", ".xhtml")
_DOCUMENT_KEYS = ("date", "lang", "id", "title", "url", "proposals")


def extract(  # noqa: PLR0913 (each is a documented option)
    text: str | Document,
    date: str | Date | datetime | None = None,
    lang: str | None = None,
    *,
    model: Model | None = None,
    proposals: Proposals | None = None,
    mode: str = "fill",
    limits: Limits = NO_LIMITS,
) -> Timeline:
    """Read a text and return its timeline.

    Parameters
    ----------
    text : str or Document
        Plain text. Empty or blank text gives an empty timeline.
    date : str, date, datetime or None
        When the text was published: what « hier » counts from. Without one, the date that the text states of itself in
        a dateline or after « publié le » is taken; failing that, order is still told and relative times stay
        unresolved.
    lang : str or None
        ISO 639-1 code; None detects it, or takes the model's.
    model : str, Path, spacy.language.Language or None
        A spaCy model, its name or path, as in `load`; None takes the best one installed.
    proposals : mapping, callable or None
        What another reader takes from the text, a person or a language model, in the form of `proposal_schema`, or a
        function from the `Document` to it. Only what the text bears out is taken: see `Timeline.refused`.
    mode : str
        ``"fill"``: proposed events, and the library's own where they say nothing; ``"only"``: proposed events alone;
        ``"check"``: the library's own, each marked with whether it is proposed too, and where they differ.
    limits : Limits
        How many characters and sentences are read at most, and for how long.

    Returns
    -------
    Timeline

    Raises
    ------
    InvalidTextError
        When `text` is neither a str nor a Document.
    InvalidDateError
        When `date` is not a date.
    TextTooLongError
        When the text has more characters (a million if not given) or sentences than `limits` allow.
    OutOfTimeError
        When reading takes longer.
    ProposalError
        When the function that proposes fails.
    InvalidOptionError
        When `mode` is none.
    MissingModelError, UnsupportedLanguageError
        See `load`.

    Examples
    --------
    >>> story = extract("Anna Berg a quitté Volta vendredi.", date="2023-11-20")
    >>> str(story[0].time)
    '2023-11-17'
    >>> proposed = {"events": [{"quotes": [["quitté", 0]], "did": ["Anna Berg", "Zoé"], "to": ["Volta"]}]}
    >>> story = extract("Anna Berg a quitté Volta vendredi.", date="2023-11-20", proposals=proposed, mode="only")
    >>> [event.origin for event in story], [refusal.value for refusal in story.refused]
    (['proposal'], ['Zoé'])
    """
    check_mode(mode)
    document = as_document(text)
    document = _with(document, proposals)
    lang = lang or document.lang or (shared_pipeline("", model).lang if model is not None else None)
    document = prepare(replace(document, date=document.date if date is None else date, lang=lang), limits)
    if not document.text.strip():
        return _without_words(document)
    nlp = shared_pipeline(document.lang or "", model)
    (doc,) = read_docs(nlp, [doc_of(nlp, document, limits)])
    return _timeline_of(doc, document, mode)


def extract_many(  # noqa: PLR0913 (the public contract names them)
    docs: Iterable[Source],
    n_process: int = 1,
    batch_size: int = 64,
    progress: bool = False,
    *,
    model: Model | None = None,
    proposals: Proposals | None = None,
    mode: str = "fill",
    limits: Limits = NO_LIMITS,
) -> Iterator[Timeline]:
    """Read many texts and yield their timelines, in the order of the texts.

    Parameters
    ----------
    docs : iterable of str, of (str, dict), or of Document
        The dict may have the keys ``date lang id title url proposals``.
    n_process : int
        Processes to work in; below 0 all processors. One that is killed loses nothing but the document that killed it.
    batch_size : int
        Texts read together, at least 1. About this number a process is held in memory.
    progress : bool
        Show a bar on stderr.
    model : str, Path, spacy.language.Language or None
        As in `extract`, for the texts in its language; others are read by their own. With several processes its name or
        path, since a model is too heavy to be sent with each batch.
    proposals, mode
        As in `extract`, for every text. A function is called in the process that reads, so with several it must be
        one that they can import; a document for which it fails is one that could not be read.
    limits : Limits
        As in `extract`, for every text; one beyond them is one that could not be read.

    Yields
    ------
    Timeline
        One a text, in their order, as soon as it is read. A text that cannot be read, whatever the reason, gives an
        empty timeline whose `error` says why, and a `TimelineWarning`; the others go on. What the iterable itself
        raises is raised after the timelines of the texts before it.

    Raises
    ------
    InvalidOptionError
        When `n_process`, `batch_size` or `mode` is none, or `proposals` or `model` cannot go to another process.

    Examples
    --------
    >>> texts = [("Il part demain.", {"date": "2023-11-20", "lang": "fr"}), "She left on 3 May 2021."]
    >>> [story.times[0].timex3 for story in extract_many(texts)]
    ['2023-11-21', '2021-05-03']
    """
    workers = check_sizes(n_process=n_process, batch_size=batch_size)
    check_mode(mode)
    read = partial(read_chunk, model=model, proposals=proposals, mode=mode, limits=limits)
    if workers > 1:
        check_sendable(proposals)
        if isinstance(model, Pipeline):
            raise InvalidOptionError(
                "With several processes give the model's name or path; nlp.to_disk(path) makes one."
            )
    return _read_many(docs, read, workers, batch_size, progress)


def _read_many(
    docs: Iterable[Source],
    read: Callable[[Sequence[Source]], list[Timeline]],
    workers: int,
    batch_size: int,
    progress: bool,
) -> Iterator[Timeline]:
    if progress:
        from tqdm import tqdm

        docs = tqdm(docs, unit=" texts")
    with ExitStack() as stack:
        if workers == 1:
            stories: Iterator[Timeline] = (story for chunk in chunks_of(docs, batch_size) for story in read(chunk))
        else:
            share = -(-batch_size // workers)  # what is held in memory stays about one batch a process
            pool = stack.enter_context(WorkerPool(read, _failed, n_process=workers))
            stories = pool.map(chunks_of(docs, share))
        for number, story in enumerate(stories):
            if story.error is not None:
                name = story.documents[0].id if story.documents else f"number {number}"
                warnings.warn(f"Document {name} was not read: {story.error}", TimelineWarning, stacklevel=2)
            yield story


def read_chunk(
    sources: Sequence[Source],
    *,
    model: Model | None = None,
    proposals: Proposals | None = None,
    mode: str = "fill",
    limits: Limits = NO_LIMITS,
) -> list[Timeline]:
    """Read some texts: the one place where whatever happens to a document of a batch is caught.

    Parameters
    ----------
    sources : sequence of str, (str, dict) or Document
    model, proposals, mode, limits
        As in `extract`.

    Returns
    -------
    list of Timeline
        One a text, in their order; the `error` of one that could not be read says why.
    """
    prepared = [_prepared_or_failed(source, limits) for source in sources]
    stories: list[Timeline] = []
    for language, group in groupby(prepared, key=_language_of):
        if language:
            documents = [_with(item, proposals) for item in group if isinstance(item, Document)]
            runs = [documents] if limits.seconds is None else [[document] for document in documents]
            stories += [story for run in runs for story in _read_run(run, language, model, mode, limits)]
        else:
            stories += map(_without_reading, group)
    return stories


def as_document(source: Source) -> Document:
    """Return the document a caller means.

    Raises
    ------
    InvalidTextError
        When it is none of str, (str, dict) and Document, or the dict has an unknown key.
    """
    if isinstance(source, Document):
        return source
    if isinstance(source, Path) or (isinstance(source, str) and _names_a_file(source)):
        raise InvalidTextError(f"{str(source)!r} is a path, not a text: extract(timeline.read({str(source)!r})).")
    if isinstance(source, str):
        return Document(source)
    if isinstance(source, tuple) and len(source) == 2 and isinstance(source[0], str) and isinstance(source[1], Mapping):
        unknown = sorted(set(source[1]) - set(_DOCUMENT_KEYS))
        if unknown:
            raise InvalidTextError(f"Unknown keys {unknown} beside a text; there are {', '.join(_DOCUMENT_KEYS)}.")
        return Document(source[0], **source[1])
    raise InvalidTextError(f"A text is a str, a (str, dict) pair or a Document, not {type(source).__name__}.")


def _names_a_file(text: str) -> bool:
    """Tell whether a text is nothing but the name of a file that `read` is made for."""
    return len(text) <= _LONGEST_PATH and "\n" not in text and text.strip().lower().endswith(_ENDINGS)


def prepare(document: Document, limits: Limits = NO_LIMITS) -> Document:
    """Return the document checked, its language known.

    Raises
    ------
    InvalidDateError, TextTooLongError
    """
    if not isinstance(document.text, str):
        raise InvalidTextError(f"The text of a document is a str, not {type(document.text).__name__}.")
    parse_reference_date(document.date)
    check_length(document.text, limits)
    lang = document.lang or detect_language(compose(document.text))
    return replace(document, date=iso_date(document.date), lang=lang)


def doc_of(nlp: Pipeline, document: Document, limits: Limits = NO_LIMITS) -> Doc:
    """Return a tokenized Doc that knows its document, and its limits."""
    nlp.max_length = max(nlp.max_length, limits.characters)
    doc = nlp.make_doc(document.text)
    note_source(doc, document)
    keep_values(doc)
    begin(doc, limits)
    return doc


def _with(document: Document, proposals: Proposals | None) -> Document:
    return document if proposals is None else replace(document, proposals=proposals)


def _timeline_of(doc: Doc, document: Document, mode: str) -> Timeline:
    from timeline.stages.components import timeline_of  # all the stages, which nothing needs before a text is read
    from timeline.syntax.words import forget

    keep_to(doc)
    story = timeline_of(doc, document, mode=mode)
    forget(doc)
    return story


def _timeline_or_failed(doc: Doc, document: Document, mode: str) -> Timeline:
    try:
        return _timeline_of(doc, document, mode)
    except Exception as error:
        return _failed(document, error)


def _prepared_or_failed(source: Source, limits: Limits) -> Document | Timeline:
    try:
        return prepare(as_document(source), limits)
    except Exception as error:
        return _failed(source, error)


def _failed(source: Source, error: Exception) -> Timeline:
    try:
        documents: tuple[Document, ...] = (replace(as_document(source), proposals=None),)
    except Exception:
        documents = ()
    if not isinstance(error, TimelineError):
        unforeseen = UnreadDocumentError(f"{type(error).__name__}: {error}")
        unforeseen.__cause__ = error
        error = unforeseen
    return Timeline(documents=documents, error=error)


def _language_of(item: Document | Timeline) -> str:
    return item.lang or "" if isinstance(item, Document) and item.text.strip() else ""


def _without_reading(item: Document | Timeline) -> Timeline:
    return item if isinstance(item, Timeline) else _without_words(item)


def _without_words(document: Document) -> Timeline:
    """Return the story of a text without a word, in which no proposal can be grounded."""
    refused: tuple[Refusal, ...] = ()
    if document.proposals is not None:
        refused = (Refusal(where="proposals", value="", reason="the text has no words"),)
    plain = replace(document, proposals=None)
    return Timeline(documents=(plain,), refused=refused).anchored(document.date)


def _read_run(
    documents: Sequence[Document], lang: str, model: Model | None, mode: str, limits: Limits
) -> list[Timeline]:
    """Read documents of one language together, and one by one where that fails."""
    try:
        nlp = shared_pipeline(lang, model)
        docs = read_docs(nlp, (doc_of(nlp, document, limits) for document in documents))
        return [_timeline_or_failed(doc, document, mode) for doc, document in zip(docs, documents, strict=True)]
    except Exception as error:
        if len(documents) == 1:
            return [_failed(documents[0], error)]
        return [story for document in documents for story in _read_run([document], lang, model, mode, limits)]
