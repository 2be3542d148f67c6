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
from numpy.typing import NDArray

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
from timeline.stages.ordering.hashing import rows_of
from timeline.stages.ordering.pairs import Pairs, given_pairs, near_pairs
from timeline.stages.ordering.weights import NOTHING, Question, Subject, Weights
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
RECIPES = {"noted": Recipe(0.06, 3), "linked": Recipe(0.06, 2), "dense": Recipe(0.04, 2), "starts": Recipe(0.06, 2)}


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
        label = _noted_labels(document)
        for pairs in near_pairs(cues):
            labels = [label(*pairs.ids(number)) for number in range(len(pairs.ends))]
            examples.setdefault((pairs.subject, "noted"), []).extend(_examples(pairs, labels, document.id))
        for question, listed in given.items():
            for pairs, labels in _labelled(cues, listed.get(document.id, [])):
                examples.setdefault((pairs.subject, question), []).extend(_examples(pairs, labels, document.id))
    return examples


def train(examples: Mapping[Task, Sequence[Example]], about: Mapping[str, Any] | None = None) -> Weights:
    """Learn weights from examples.

    Raises
    ------
    MissingExtraError
        Without scikit-learn.
    """
    by_subject: dict[str, dict[str, Sequence[Example]]] = {}
    for (subject, question), found in sorted(examples.items()):
        by_subject.setdefault(subject, {})[question] = found
    return Weights({subject: _subject(tasks) for subject, tasks in by_subject.items()}, dict(about or {}))


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
    """Return a function from two ids to the relation that the annotators' closure tells, or `NOTHING`."""
    graph = IntervalGraph()
    graph.settle([replace(link, type=_SAME.get(link.type, link.type)) for link in document.relations])
    stated = {(link.source, link.target): link for link in (*document.relations, *_converses(document.relations))}

    def label(source: str, target: str) -> str:
        entailed = graph.relation(source, target)
        link = stated.get((source, target))
        told = entailed or (link.type if link else NOTHING)
        return _SAME.get(told, told)

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


def _labelled(cues: Cues, listed: Sequence[LabelledPair]) -> Iterator[tuple[Pairs, list[str]]]:
    """Yield the listed pairs subject by subject with their labels."""
    label_of = {(pair.source, pair.target): NOTHING if pair.label == VAGUE else FOLDED[pair.label] for pair in listed}
    for pairs, turned in given_pairs(cues, label_of):
        labels = []
        for number, is_turned in enumerate(turned):
            source, target = pairs.ids(number)
            label = label_of[(target, source) if is_turned else (source, target)]
            labels.append(CONVERSES.get(label, label) if is_turned else label)
        yield pairs, labels


def _examples(pairs: Pairs, labels: Sequence[str], document: str) -> Iterator[Example]:
    features = rows_of(pairs.features(), len(labels))
    return (Example(found, label, document) for found, label in zip(features, labels, strict=True))


def _subject(tasks: Mapping[str, Sequence[Example]]) -> Subject:
    """Learn the questions of one subject, over the features that any of them looks at."""
    learned = {question: _learned(found, RECIPES[question]) for question, found in sorted(tasks.items())}
    codes = np.unique(np.concatenate([known for _, known in learned.values()]))
    questions = {}
    for name, (model, known) in learned.items():
        weights = np.zeros((len(codes), len(model.classes_)), np.float32)
        weights[np.searchsorted(codes, known)] = model.coef_.T
        questions[name] = Question(tuple(map(str, model.classes_)), weights, model.intercept_.astype(np.float32))
    return Subject(codes, questions)


def _learned(examples: Sequence[Example], recipe: Recipe) -> tuple[Any, NDArray[np.uint32]]:
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
    return model.fit(matrix, [example.label for example in examples]), codes


def _scikit_learn() -> Any:
    try:
        from scipy import sparse
        from sklearn import linear_model
    except ImportError as error:
        raise MissingExtraError("Training needs scikit-learn. Install it with: pip install scikit-learn") from error
    return linear_model, sparse
