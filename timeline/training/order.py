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
from timeline.evaluation.network import Network, Plan, learn_network
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
from timeline.stages.ordering.hashing import Codes, Part, Table, rows_of
from timeline.stages.ordering.pairs import Pairs, given_pairs, near_pairs
from timeline.stages.ordering.weights import NOTHING, QUESTIONS, Question, Subject, Weights
from timeline.stages.pipeline import shared_pipeline
from timeline.stages.scene import scene_of
from timeline.stages.source import mention_at

Task = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one classifier is learned: inverse strength of the regularisation, and the rarest feature it looks at."""

    cost: float
    rarest: int


# Settled by cross-validation over the documents, as are how much each question counts in what the network learns, and
# the rarest feature it looks at.
RECIPES = {"noted": Recipe(0.06, 3), "linked": Recipe(0.06, 2), "dense": Recipe(0.04, 2), "starts": Recipe(0.06, 2)}
SHARES = {"noted": 0.3, "linked": 1.0, "dense": 1.0, "starts": 0.5, "far": 0.1}
RAREST = 3


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
    far: Iterable[LabelledPair] = (),
) -> dict[Task, list[Example]]:
    """Read documents as the library does, with the gold events and times, and label pairs of them.

    Parameters
    ----------
    corpus : sequence of AnnotatedDocument
    lang : str
        ISO 639-1 code.
    dense, starts, far : iterable of LabelledPair
        Pairs of TimeBank-Dense, of MATRES and of TDDiscourse in these documents. The last are asked by nobody: they
        teach the network that all questions share.

    Returns
    -------
    dict
        Examples by subject and question.
    """
    linked = [LabelledPair(one.id, link.source, link.target, link.type) for one in corpus for link in one.relations]
    given = {"linked": _by_document(linked), "dense": _by_document(dense), "starts": _by_document(starts)}
    given["far"] = _by_document(far)
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


def cross_validate(
    examples: Mapping[Task, Sequence[Example]], documents: Sequence[str], folds: int, question: str = "linked"
) -> tuple[list[str], list[str]]:
    """Judge pairs of documents by weights that have not seen their document.

    Parameters
    ----------
    examples : mapping
        Those of `documents` and of any others, which all weights learn from.
    documents : sequence of str
        Document k is in fold ``k % folds``.
    folds : int
    question : str
        One of `timeline.stages.ordering.weights.QUESTIONS`.

    Returns
    -------
    tuple of (list of str, list of str)
        The gold label and the answer for each pair.
    """
    gold: list[str] = []
    answers: list[str] = []
    for fold in range(folds):
        left_out = set(documents[fold::folds])
        tasks: dict[str, dict[str, Sequence[Example]]] = {}
        for (subject, name), found in sorted(examples.items()):
            tasks.setdefault(subject, {})[name] = [one for one in found if one.document not in left_out]
        for subject, known in tasks.items():
            asked = [one for one in examples.get((subject, question), ()) if one.document in left_out]
            if asked:
                learned = _subject(known, [question])
                (probabilities,) = learned.probabilities([_part(asked)], len(asked), [question])
                labels = learned.questions[question].labels
                answers += [labels[best] for best in probabilities.argmax(axis=1).tolist()]
                gold += [one.label for one in asked]
    return gold, answers


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


def _subject(tasks: Mapping[str, Sequence[Example]], asked: Sequence[str] = QUESTIONS) -> Subject:
    """Learn those questions of one subject that will be asked, over the features that any of them looks at."""
    tasks = dict(sorted(tasks.items()))
    learned = {name: _learned(found, RECIPES[name]) for name, found in tasks.items() if name in asked}
    network, known = _network(tasks)
    codes = np.unique(np.concatenate([known, *(known for _, known in learned.values())]))
    questions = {}
    for name, (model, own) in learned.items():
        number = list(tasks).index(name)
        weights = _spread(codes, own, model.coef_.T)
        bias = model.intercept_.astype(np.float32)
        labels = tuple(map(str, model.classes_))
        questions[name] = Question(labels, weights, bias, network.heads[number], network.biases[number])
    return Subject(codes, _spread(codes, known, network.embedding), network.hidden_bias, questions)


def _spread(codes: Codes, known: Codes, rows: NDArray[Any]) -> NDArray[np.float32]:
    """Return rows of some codes as rows of all."""
    spread = np.zeros((len(codes), rows.shape[1]), np.float32)
    spread[np.searchsorted(codes, known)] = rows
    return spread


def _network(tasks: Mapping[str, Sequence[Example]]) -> tuple[Network, Codes]:
    examples = [example for found in tasks.values() for example in found]
    codes = _common_codes(examples, RAREST)
    labels = [sorted({example.label for example in found}) for found in tasks.values()]
    numbers = np.repeat(np.arange(len(tasks)), [len(found) for found in tasks.values()])
    answers = [
        named.index(example.label) for named, found in zip(labels, tasks.values(), strict=True) for example in found
    ]
    shares = [SHARES[question] for question in tasks]
    matrix = _matrix(examples, codes)
    return learn_network(matrix, numbers, np.array(answers), list(map(len, labels)), shares, Plan()), codes


def _learned(examples: Sequence[Example], recipe: Recipe) -> tuple[Any, Codes]:
    linear_model, _ = _scikit_learn()
    codes = _common_codes(examples, recipe.rarest)
    model = linear_model.LogisticRegression(C=recipe.cost, max_iter=300, tol=1e-3)
    return model.fit(_matrix(examples, codes).astype(np.float64), [example.label for example in examples]), codes


def _common_codes(examples: Sequence[Example], rarest: int) -> Codes:
    """Return the features that occur so many times at least, sorted."""
    codes, counts = np.unique(_seen(examples)[1], return_counts=True)
    return codes[counts >= rarest]


def _matrix(examples: Sequence[Example], codes: Codes) -> Any:
    """Return a sparse matrix: a row an example, a column a feature."""
    _, sparse = _scikit_learn()
    lengths, seen = _seen(examples)
    rows = np.repeat(np.arange(len(examples)), lengths)
    places = np.searchsorted(codes, seen)
    places[places == len(codes)] = 0
    known = codes[places] == seen
    ones = np.ones(int(known.sum()), np.float32)
    return sparse.csr_matrix((ones, (rows[known], places[known])), shape=(len(examples), len(codes)))


def _part(examples: Sequence[Example]) -> Part:
    """Return examples as what weights look at."""
    lengths, seen = _seen(examples)
    rows = np.repeat(np.arange(len(examples)), lengths)
    return Part(Table(rows, seen, len(examples)), np.arange(len(examples)))


def _seen(examples: Sequence[Example]) -> tuple[list[int], Codes]:
    lengths = [len(example.features) for example in examples]
    return lengths, np.fromiter((code for example in examples for code in example.features), np.uint32, sum(lengths))


def _scikit_learn() -> Any:
    try:
        from scipy import sparse
        from sklearn import linear_model
    except ImportError as error:
        raise MissingExtraError("Training needs scikit-learn. Install it with: pip install scikit-learn") from error
    return linear_model, sparse
