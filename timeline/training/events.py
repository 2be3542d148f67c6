"""Training of the event trigger detector on TimeML folders: weights for `timeline.stages.events.linear`.

Needs scikit-learn, which the library itself does not. The weights are the same to the bit each time on one machine, as
long as texts are read alike; they say in `LinearModel.about` what they were made from, with a digest of what was read.
Those of the library, ``languages/<code>/detection.npz``, come from

    python -m timeline train-events FR_TIMEBANK --lang fr -o fr.npz
    python -m timeline train-events TE3_TRAINING --lang en --folds 5 --vectors en_core_web_md -o en.npz

where ``en_core_web_md`` (``python -m spacy download en_core_web_md``) lends its word vectors to the training alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from spacy.vocab import Vocab

from timeline.errors import CorpusError, MissingExtraError
from timeline.evaluation.annotations import AnnotatedDocument
from timeline.evaluation.corpus import read_corpus
from timeline.languages import Language, get_language
from timeline.model import Document
from timeline.spacy_factories import STAGES
from timeline.stages.events.detection import CANDIDATES
from timeline.stages.events.features import Features, extract_features, word_codes
from timeline.stages.events.linear import LinearModel
from timeline.stages.extraction import doc_of, prepare
from timeline.stages.pipeline import shared_pipeline

NO_EVENT = ""
PARTS_OF_SPEECH = {"nouns": "NOUN", "verbs": "VERB", "adjectives": "ADJ"}


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
    event_vectors, class_vectors : float
        Length of the word vectors that stand beside the features, 0 for none.
    list_weight : float
        What a word of the language's lists counts for as an example of its list's class; a word in a text counts 1.
    """

    event_cost: float = 0.1
    class_cost: float = 0.1
    rarest: int = 2
    threshold: float = 0.4
    event_vectors: float = 3.0
    class_vectors: float = 0.0
    list_weight: float = 0.2


# Settled by cross-validation. French has a twelfth of the English examples: it leans more on each, and on word vectors.
RECIPES = {
    "en": Recipe(),
    "fr": Recipe(event_cost=0.3, class_cost=0.5, threshold=0.35, event_vectors=5.0, class_vectors=5.0),
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
class WordVectors:
    """Vectors of length 1 of some word forms, each under the code of its feature, sorted by it; and whose they are."""

    codes: NDArray[np.uint32]
    values: NDArray[np.float64]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words without a text: vectors, and examples made of the language's word lists."""

    vectors: WordVectors = WordVectors(np.empty(0, np.uint32), np.empty((0, 0)))
    examples: Examples | None = None


EMPTY = Lexicon()


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


def train(
    examples: Examples, recipe: Recipe, lexicon: Lexicon = EMPTY, about: dict[str, Any] | None = None
) -> LinearModel:
    """Learn weights from examples.

    Word vectors are used up here: what they say of each word of their list is added to the weight of that word's own
    feature, so that the library needs no vectors to read with.

    Raises
    ------
    MissingExtraError
        Without scikit-learn.
    """
    linear_model = _scikit_learn()
    vectors = lexicon.vectors
    codes, seen = np.unique(examples.features.codes, return_counts=True)
    codes = np.union1d(codes[seen >= recipe.rarest], vectors.codes)
    is_event = examples.labels != NO_EVENT
    event = linear_model.LogisticRegression(C=recipe.event_cost, solver="liblinear", max_iter=1000)
    event.fit(_matrix(examples, codes, vectors, recipe.event_vectors), is_event)
    kinds = linear_model.LogisticRegression(C=recipe.class_cost, solver="lbfgs", max_iter=1000, tol=1e-3)
    kinds.fit(*_class_examples(examples, codes, lexicon, recipe))
    return LinearModel(
        codes=codes,
        event=_folded(event.coef_, codes, vectors, recipe.event_vectors)[:, 0],
        event_bias=float(event.intercept_[0]),
        classes=tuple(map(str, kinds.classes_)),
        kinds=_folded(kinds.coef_, codes, vectors, recipe.class_vectors),
        kinds_bias=kinds.intercept_.astype(np.float32),
        threshold=recipe.threshold,
        about=about or {},
    )


def read_lexicon(lang: str, model: str | None = None, *, most: int = 50_000) -> Lexicon:
    """Return the word vectors of a spaCy model, and the language's word lists as examples of a class.

    Parameters
    ----------
    lang : str
    model : str, optional
        Package or path of the model; the language's own when not given.
    most : int
        How many vectors at most, in the model's order, of words in lower case that the language's own model knows.
    """
    return Lexicon(_vectors(lang, model, most), _listed_words(get_language(lang), shared_pipeline(lang).vocab))


def _vectors(lang: str, model: str | None, most: int) -> WordVectors:
    lender = spacy.load(model) if model else shared_pipeline(lang)
    own, vocab = shared_pipeline(lang).vocab, lender.vocab
    words = [vocab.strings[key] for key in vocab.vectors.keys()]  # noqa: SIM118 (no mapping)
    words = [word for word in words if word.isalpha() and word.islower() and word in own.strings][:most]
    if not words:
        return EMPTY.vectors
    codes, first = np.unique(word_codes([own.strings[word] for word in words]), return_index=True)
    values = np.array([vocab.get_vector(words[place]) for place in first], np.float64)
    return WordVectors(codes, values / np.linalg.norm(values, axis=1, keepdims=True).clip(1e-6), _name(lender))


def _listed_words(language: Language, vocab: Vocab) -> Examples | None:
    """Return each word of a list that has a class, as an example of one word."""
    listed_as = language.detection.classes
    classes = {"nouns": listed_as.nouns, "verbs": listed_as.verbs, "adjectives": listed_as.adjectives}
    listed: dict[tuple[str, str], set[str]] = {}
    for part, name, lemmas in language.detection.lists():
        if name in classes[part]:
            for lemma in lemmas:
                listed.setdefault((lemma, PARTS_OF_SPEECH[part]), set()).add(classes[part][name])
    clear = {word: classes.pop() for word, classes in listed.items() if len(classes) == 1}
    if not clear:
        return None
    found = [extract_features(Doc(vocab, [lemma], lemmas=[lemma], pos=[pos]), language) for lemma, pos in clear]
    words = np.concatenate([features.words + place for place, features in enumerate(found)])
    codes = np.concatenate([features.codes for features in found])
    return Examples(Features(words, codes), np.array(list(clear.values())), np.zeros(len(clear), np.int64))


def cross_validate(
    corpus: Sequence[AnnotatedDocument],
    examples: Examples,
    recipe: Recipe,
    folds: int,
    lexicon: Lexicon = EMPTY,
) -> Result:
    """Score by cross-validation: document n is judged by weights learned without the fold n modulo `folds`."""
    found = np.zeros(len(examples.labels))
    kinds = np.full(len(examples.labels), NO_EVENT, object)
    for fold in range(folds):
        held_out = examples.documents % folds == fold
        model = train(_subset(examples, ~held_out), recipe, lexicon)
        test = _subset(examples, held_out)
        known = model.known(test.features, np.arange(len(test.labels)))
        found[held_out] = model.probabilities(known)
        kinds[held_out] = model.best_classes(known)
    return _score(corpus, examples, found >= recipe.threshold, kinds)


def describe_training(
    folders: Sequence[Path], examples: Examples, lang: str, recipe: Recipe, lexicon: Lexicon
) -> dict[str, Any]:
    """Return what is noted beside weights: corpora, counts, recipe and versions.

    ``read`` is a digest of the examples: where two trainings differ in it, their texts were read differently.
    """
    read = hashlib.sha256(examples.features.words.tobytes() + examples.features.codes.tobytes())
    read.update("|".join(examples.labels).encode())
    return {
        "corpora": [folder.name for folder in folders],
        "documents": len(np.unique(examples.documents)),
        "events": int((examples.labels != NO_EVENT).sum()),
        "read": read.hexdigest()[:16],
        "recipe": {name: getattr(recipe, name) for name in recipe.__slots__},
        "model": _name(shared_pipeline(lang)),
        "vectors": lexicon.vectors.source,
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


def _class_examples(
    examples: Examples, codes: NDArray[np.uint32], lexicon: Lexicon, recipe: Recipe
) -> tuple[Any, NDArray[np.str_], NDArray[np.float64]]:
    """Return features, classes and weights of the events of the texts and of the words of the lists."""
    from scipy.sparse import vstack

    is_event = examples.labels != NO_EVENT
    matrix = _matrix(examples, codes, lexicon.vectors, recipe.class_vectors)[is_event]
    labels = examples.labels[is_event]
    if lexicon.examples is None:
        return matrix, labels, np.ones(len(labels))
    known = np.isin(lexicon.examples.labels, labels)  # a list's class that the corpora don't have is none of theirs
    listed = _matrix(lexicon.examples, codes, lexicon.vectors, recipe.class_vectors)[known]
    weights = np.repeat([1.0, recipe.list_weight], [len(labels), known.sum()])
    return vstack([matrix, listed]).tocsr(), np.concatenate([labels, lexicon.examples.labels[known]]), weights


def _matrix(examples: Examples, codes: NDArray[np.uint32], vectors: WordVectors, length: float) -> Any:
    """Return words × features, and the words' vectors in further columns where they have a length."""
    from scipy.sparse import csr_matrix, hstack

    rows, columns = _known(examples.features, codes)
    ones = np.ones(len(rows))
    matrix = csr_matrix((ones, (rows, columns)), shape=(len(examples.labels), len(codes)))
    if not length or not len(vectors.codes):
        return matrix
    dense = np.zeros((len(examples.labels), vectors.values.shape[1]))
    rows, places = _known(examples.features, vectors.codes)
    dense[rows] = vectors.values[places] * length
    return hstack([matrix, csr_matrix(dense)]).tocsr()


def _known(features: Features, codes: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return words and places in sorted `codes`, of the features that are there."""
    places = np.searchsorted(codes, features.codes)
    places[places == len(codes)] = 0
    known = codes[places] == features.codes
    return features.words[known], places[known]


def _folded(
    weights: NDArray[np.float64], codes: NDArray[np.uint32], vectors: WordVectors, length: float
) -> NDArray[np.float32]:
    """Return weights as features × labels, those of vectors added to the features of their words."""
    result = weights[:, : len(codes)].T.copy()
    if weights.shape[1] > len(codes):
        result[np.searchsorted(codes, vectors.codes)] += vectors.values @ weights[:, len(codes) :].T * length
    return np.ascontiguousarray(result, np.float32)


def _subset(examples: Examples, chosen: NDArray[np.bool_]) -> Examples:
    rows = np.cumsum(chosen) - 1
    mine = chosen[examples.features.words]
    features = Features(rows[examples.features.words[mine]], examples.features.codes[mine])
    return Examples(features, examples.labels[chosen], examples.documents[chosen])


def _score(
    corpus: Sequence[AnnotatedDocument], examples: Examples, found: NDArray[np.bool_], kinds: NDArray[np.object_]
) -> Result:
    """Count as the scorer does: every gold event once, also those that no word of the parse stands for."""
    gold = sum(event.start < event.end for document in corpus for event in document.events)
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


def _name(pipeline: Pipeline) -> str:
    return "{lang}_{name} {version}".format_map(pipeline.meta)


def _scikit_learn() -> Any:
    try:
        from sklearn import linear_model
    except ImportError as error:
        raise MissingExtraError("Training needs scikit-learn. Install it with: pip install scikit-learn") from error
    return linear_model
