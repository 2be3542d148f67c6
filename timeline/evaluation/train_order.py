"""Training of the learned sieve of order: weights for ``timeline/stages/ordering/weights.npz``.

TimeML folders teach which relations annotators note, files of pairs which relation holds of a pair. All languages go
into one set of weights: tenses, roles and signals bear the same names in all of them, words bear their language's.
Needs scikit-learn, which the library itself does not. The same input gives the same weights on one machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from typing import Any

import numpy as np

from timeline.errors import MissingExtraError
from timeline.evaluation.annotations import AnnotatedDocument, TimeSpan
from timeline.evaluation.pairs import LabelledPair
from timeline.evaluation.scores.relations import FOLDED, VAGUE
from timeline.languages import get_language
from timeline.model import Document, Relation, TimeValue
from timeline.model.relation import CONVERSES
from timeline.reasoning.intervals import IntervalGraph
from timeline.spacy_factories import STAGES
from timeline.stages.events import describe_events
from timeline.stages.extraction import doc_of, prepare
from timeline.stages.ordering.cues import Cues, cues_of
from timeline.stages.ordering.learned import given_pairs, near_pairs
from timeline.stages.ordering.weights import NOTHING, Classifier, Weights
from timeline.stages.pipeline import shared_pipeline
from timeline.stages.scene import scene_of
from timeline.stages.source import mention_at

Task = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one classifier is learned: inverse strength of the regularisation, and the rarest feature it looks at."""

    cost: float
    rarest: int


# Settled by cross-validation over the documents.
RECIPES = {"noted": Recipe(0.1, 3), "linked": Recipe(0.1, 2), "dense": Recipe(0.05, 2), "starts": Recipe(0.1, 2)}


@dataclass(frozen=True, slots=True)
class Example:
    """Hashed features, the relation that the annotators gave, and the document it is from."""

    features: tuple[int, ...]
    label: str
    document: str


def read_examples(
    corpus: Sequence[AnnotatedDocument],
    lang: str,
    *,
    dense: Iterable[LabelledPair] = (),
    starts: Iterable[LabelledPair] = (),
) -> dict[Task, list[Example]]:
    """Read documents as the library does, with the gold events and times, and label pairs of them.

    Parameters
    ----------
    corpus : sequence of AnnotatedDocument
    lang : str
        ISO 639-1 code.
    dense, starts : iterable of LabelledPair
        Pairs of TimeBank-Dense and of MATRES in these documents.

    Returns
    -------
    dict
        Examples by subject and question.
    """
    linked = [LabelledPair(one.id, link.source, link.target, link.type) for one in corpus for link in one.relations]
    given = {"linked": _by_document(linked), "dense": _by_document(dense), "starts": _by_document(starts)}
    examples: dict[Task, list[Example]] = {}
    for document, cues in _read(corpus, lang):
        labels = _noted_labels(document)
        for pair in near_pairs(cues):
            label = labels(pair.source, pair.target)
            examples.setdefault((pair.subject, "noted"), []).append(Example(pair.features, label, document.id))
        for question, pairs in given.items():
            for task, example in _labelled(cues, pairs.get(document.id, []), question):
                examples.setdefault(task, []).append(example)
    return examples


def train(examples: Mapping[Task, Sequence[Example]], about: Mapping[str, Any] | None = None) -> Weights:
    """Learn weights from examples.

    Raises
    ------
    MissingExtraError
        Without scikit-learn.
    """
    classifiers = {task: _classifier(found, RECIPES[task[1]]) for task, found in sorted(examples.items())}
    return Weights(classifiers, dict(about or {}))


def describe_training(
    examples: Mapping[Task, Sequence[Example]], sources: Iterable[str], left_out: int
) -> dict[str, Any]:
    """Return what is noted beside weights: corpora, counts, recipes and versions."""
    return {
        "corpora": sorted(sources),
        "documents": len({example.document for found in examples.values() for example in found}),
        "documents left out": left_out,
        "examples": {".".join(task): len(found) for task, found in sorted(examples.items())},
        "recipes": {question: [recipe.cost, recipe.rarest] for question, recipe in RECIPES.items()},
        "versions": {name: version(name) for name in ("spacy", "scikit-learn", "numpy")},
        "note": "Weights of hashed features; no text of the corpora is in them.",
    }


def _read(corpus: Sequence[AnnotatedDocument], lang: str) -> Iterator[tuple[AnnotatedDocument, Cues]]:
    nlp, language = shared_pipeline(lang), get_language(lang)
    sources = [prepare(Document(document.text, lang=lang, id=document.id)) for document in corpus]
    with nlp.select_pipes(disable=[f"timeline_{stage}" for stage in STAGES]):
        for document, doc in zip(corpus, nlp.pipe(doc_of(nlp, source) for source in sources), strict=True):
            times = tuple(_time_value(doc, time) for time in document.times)
            spans = [(event.start, event.end) for event in document.events]
            described = describe_events(doc, spans, language, (), times)
            events = tuple(replace(event, id=gold.id) for event, gold in zip(described, document.events, strict=True))
            yield document, cues_of(scene_of(doc, language, events, times))


def _time_value(doc: Any, time: TimeSpan) -> TimeValue:
    return TimeValue(id=time.id, type=time.type, timex3=time.value, mention=mention_at(doc, time.start, time.end))


def _noted_labels(document: AnnotatedDocument) -> Any:
    """Return a function from two ids to the folded relation that the annotators' closure tells, or `NOTHING`."""
    graph = IntervalGraph()
    graph.settle([replace(link, type=_SAME.get(link.type, link.type)) for link in document.relations])
    stated = {(link.source, link.target): link for link in (*document.relations, *_converses(document.relations))}

    def label(source: str, target: str) -> str:
        entailed = graph.relation(source, target)
        link = stated.get((source, target))
        told = entailed or (link.type if link else "")
        told = _SAME.get(told, told)
        return FOLDED.get(told, NOTHING)

    return label


# TempEval-3 reads these as the same stretch of time.
_SAME = {"DURING": "SIMULTANEOUS", "DURING_INV": "SIMULTANEOUS", "IDENTITY": "SIMULTANEOUS"}


def _converses(relations: Iterable[Relation]) -> Iterator[Relation]:
    return (link.converse() for link in relations)


def _by_document(pairs: Iterable[LabelledPair]) -> dict[str, list[LabelledPair]]:
    found: dict[str, list[LabelledPair]] = {}
    for pair in pairs:
        found.setdefault(pair.document, []).append(pair)
    return found


def _labelled(cues: Cues, pairs: Sequence[LabelledPair], question: str) -> Iterator[tuple[Task, Example]]:
    for labelled in pairs:
        for pair, turned in given_pairs(cues, [(labelled.source, labelled.target)]):
            label = NOTHING if labelled.label == VAGUE else FOLDED[labelled.label]
            if turned:
                label = CONVERSES.get(label, label)
            yield (pair.subject, question), Example(pair.features, label, labelled.document)


def _classifier(examples: Sequence[Example], recipe: Recipe) -> Classifier:
    linear_model, sparse = _scikit_learn()
    lengths = [len(example.features) for example in examples]
    rows = np.repeat(np.arange(len(examples)), lengths)
    seen = np.fromiter((code for example in examples for code in example.features), np.uint32, sum(lengths))
    codes, counts = np.unique(seen, return_counts=True)
    codes = codes[counts >= recipe.rarest]
    places = np.searchsorted(codes, seen)
    places[places == len(codes)] = 0
    known = codes[places] == seen
    shape = (len(examples), len(codes))
    matrix = sparse.csr_matrix((np.ones(int(known.sum())), (rows[known], places[known])), shape=shape)
    model = linear_model.LogisticRegression(C=recipe.cost, max_iter=300, tol=1e-3)
    model.fit(matrix, [example.label for example in examples])
    labels = tuple(map(str, model.classes_))
    return Classifier(labels, codes, model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32))


def _scikit_learn() -> Any:
    try:
        from scipy import sparse  # type: ignore[import-untyped]
        from sklearn import linear_model
    except ImportError as error:
        raise MissingExtraError("Training needs scikit-learn. Install it with: pip install scikit-learn") from error
    return linear_model, sparse
