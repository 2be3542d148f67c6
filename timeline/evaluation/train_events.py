"""Training of the event trigger detector on TimeML folders: weights for ``languages/<code>/detection.npz``.

Needs scikit-learn, which the library itself does not. The weights are the same to the bit each time on one machine;
they say in `LinearModel.about` what they were made from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from timeline.errors import CorpusError, MissingExtraError
from timeline.evaluation.annotations import AnnotatedDocument
from timeline.evaluation.corpus import read_corpus
from timeline.languages import Language, get_language
from timeline.model import Document
from timeline.stages.components import STAGES
from timeline.stages.events.detection import CANDIDATES
from timeline.stages.events.features import Features, extract_features
from timeline.stages.events.linear import LinearModel
from timeline.stages.extraction import doc_of, prepare
from timeline.stages.pipeline import shared_pipeline

NO_EVENT = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How weights are learned.

    Attributes
    ----------
    event_cost, class_cost : float
        Inverse strength of the regularisation (C of logistic regression).
    rarest : int
        Features seen less often are left out.
    threshold : float
        The probability from which on a word is an event; below one half, since F1 counts a missed event and a
        wrong one alike.
    """

    event_cost: float = 0.1
    class_cost: float = 0.3
    rarest: int = 2
    threshold: float = 0.4


# Settled by cross-validation. French has a twelfth of the English examples: it leans more on each.
RECIPES = {
    "en": Recipe(event_cost=0.1, class_cost=0.1, threshold=0.4),
    "fr": Recipe(event_cost=0.3, class_cost=0.5, threshold=0.35),
}


@dataclass(frozen=True, slots=True)
class Examples:
    """The candidate words of a corpus, in its order.

    Attributes
    ----------
    features : Features
        Their features; `Features.words` counts through the whole corpus.
    labels : array of str
        TimeML class, `NO_EVENT` for words that name none.
    documents : array of int
        The document of each word.
    """

    features: Features
    labels: NDArray[np.str_]
    documents: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Result:
    """F1 of events and of events with the right class, as TempEval-3 counts them, in percent."""

    precision: float
    recall: float
    f1: float
    class_f1: float


def read_examples(corpus: Sequence[AnnotatedDocument], lang: str) -> Examples:
    """Read documents with the language's pipeline, as the library does, and pair words with gold classes."""
    language = get_language(lang)
    words: list[NDArray[np.int64]] = []
    codes: list[NDArray[np.uint32]] = []
    labels: list[str] = []
    documents: list[int] = []
    for number, (document, doc) in enumerate(zip(corpus, _docs(corpus, lang), strict=True)):
        features, found = _examples_of(doc, document, language)
        words.append(features.words + len(labels))
        codes.append(features.codes)
        labels += found
        documents += [number] * len(found)
    return Examples(Features(np.concatenate(words), np.concatenate(codes)), np.array(labels), np.array(documents))


def train(examples: Examples, recipe: Recipe, about: dict[str, Any] | None = None) -> LinearModel:
    """Learn weights from examples.

    Raises
    ------
    MissingExtraError
        Without scikit-learn.
    """
    linear_model = _scikit_learn()
    codes, seen = np.unique(examples.features.codes, return_counts=True)
    codes = codes[seen >= recipe.rarest]
    matrix = _matrix(examples, codes)
    is_event = examples.labels != NO_EVENT
    event = linear_model.LogisticRegression(C=recipe.event_cost, solver="liblinear", max_iter=1000)
    event.fit(matrix, is_event)
    kinds = linear_model.LogisticRegression(C=recipe.class_cost, solver="lbfgs", max_iter=1000, tol=1e-3)
    kinds.fit(matrix[is_event], examples.labels[is_event])
    return LinearModel(
        codes=codes,
        event=event.coef_[0].astype(np.float32),
        event_bias=float(event.intercept_[0]),
        classes=tuple(map(str, kinds.classes_)),
        kinds=np.ascontiguousarray(kinds.coef_.T.astype(np.float32)),
        kinds_bias=kinds.intercept_.astype(np.float32),
        threshold=recipe.threshold,
        about=about or {},
    )


def cross_validate(corpus: Sequence[AnnotatedDocument], examples: Examples, recipe: Recipe, folds: int) -> Result:
    """Score by cross-validation: document n is judged by weights learned without the fold n modulo `folds`."""
    found = np.zeros(len(examples.labels))
    kinds = np.full(len(examples.labels), NO_EVENT, object)
    for fold in range(folds):
        held_out = examples.documents % folds == fold
        model = train(_subset(examples, ~held_out), recipe)
        test = _subset(examples, held_out)
        found[held_out] = model.probabilities(test.features, len(test.labels))
        kinds[held_out] = model.best_classes(test.features, np.arange(len(test.labels)))
    return _score(corpus, examples, found >= recipe.threshold, kinds)


def describe_training(
    folders: Sequence[Path], corpus: Sequence[AnnotatedDocument], lang: str, recipe: Recipe
) -> dict[str, Any]:
    """Return what is noted beside weights: corpora, counts, recipe and versions."""
    meta = shared_pipeline(lang).meta
    return {
        "corpora": [folder.name for folder in folders],
        "documents": len(corpus),
        "events": sum(len(document.events) for document in corpus),
        "recipe": {name: getattr(recipe, name) for name in recipe.__slots__},
        "model": f"{meta['lang']}_{meta['name']} {meta['version']}",
        "versions": {"spacy": version("spacy"), "scikit-learn": version("scikit-learn"), "numpy": version("numpy")},
        "note": "Weights of hashed features; no text of the corpora is in them.",
    }


def read_folders(folders: Sequence[Path]) -> list[AnnotatedDocument]:
    """Read the TimeML files of folders.

    Raises
    ------
    CorpusError
        When there is no event in them.
    """
    corpus = [document for folder in folders for document in read_corpus(folder)[1]]
    if not any(document.events for document in corpus):
        raise CorpusError(f"No event in {', '.join(map(str, folders))}. Name folders of TimeML files.")
    return corpus


def _docs(corpus: Sequence[AnnotatedDocument], lang: str) -> Iterator[Doc]:
    """Yield documents as the events stage gets them."""
    nlp = shared_pipeline(lang)
    with nlp.select_pipes(disable=[f"timeline_{stage}" for stage in STAGES]):
        sources = [prepare(Document(document.text, lang=lang, id=document.id)) for document in corpus]
        yield from nlp.pipe(doc_of(nlp, source) for source in sources)


def _examples_of(doc: Doc, document: AnnotatedDocument, language: Language) -> tuple[Features, list[str]]:
    gold: dict[int, str] = {}
    for event in document.events:
        span = doc.char_span(event.start, event.end, alignment_mode="expand")
        if span is not None and len(span):
            gold.setdefault(span.root.i, event.timeml_class)
    candidates = [token for token in doc if token.pos_ in CANDIDATES]
    labels = [gold.get(token.i, NO_EVENT) for token in candidates]
    rows = np.full(len(doc), -1)
    rows[[token.i for token in candidates]] = np.arange(len(candidates))
    features = extract_features(doc, language)
    words = rows[features.words]
    return Features(words[words >= 0], features.codes[words >= 0]), labels


def _matrix(examples: Examples, codes: NDArray[np.uint32]) -> Any:
    from scipy.sparse import csr_matrix

    places = np.searchsorted(codes, examples.features.codes)
    places[places == len(codes)] = 0
    known = codes[places] == examples.features.codes
    rows, columns = examples.features.words[known], places[known]
    return csr_matrix((np.ones(len(rows), np.float64), (rows, columns)), shape=(len(examples.labels), len(codes)))


def _subset(examples: Examples, chosen: NDArray[np.bool_]) -> Examples:
    rows = np.cumsum(chosen) - 1
    mine = chosen[examples.features.words]
    features = Features(rows[examples.features.words[mine]], examples.features.codes[mine])
    return Examples(features, examples.labels[chosen], examples.documents[chosen])


def _score(
    corpus: Sequence[AnnotatedDocument], examples: Examples, found: NDArray[np.bool_], kinds: NDArray[np.object_]
) -> Result:
    """Count as the scorer does: every gold event once, also those that no word of the parse stands for."""
    gold = sum(len(document.events) for document in corpus)
    labels = examples.labels
    right = int((found & (labels != NO_EVENT)).sum())
    classed = int((found & (labels != NO_EVENT) & (labels == kinds)).sum())
    answers = int(found.sum())
    return Result(
        100 * right / max(answers, 1),
        100 * right / max(gold, 1),
        200 * right / max(gold + answers, 1),
        200 * classed / max(gold + answers, 1),
    )


def _scikit_learn() -> Any:
    try:
        from sklearn import linear_model
    except ImportError as error:
        raise MissingExtraError("Training needs scikit-learn. Install it with: pip install scikit-learn") from error
    return linear_model
