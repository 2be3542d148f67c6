"""The learned weights: what features say of a pair, straight and through a small network.

Three subjects are judged (two events, an event and a time, an event and now), each for up to four questions, which are
those of the corpora they were learned from:

- ``noted``: would an annotator note a relation, and which? (TempEval-3, French TimeBank)
- ``linked``: which relation, if an annotator noted one? (the same)
- ``dense``: which relation, if the text tells one at all? (TimeBank-Dense)
- ``starts``: which of two verbs begins first? (MATRES)

Two judges answer each question: a multinomial logistic regression of its own, and a network with one hidden layer that
all questions about a subject share, so that the rich ones teach the poor ones. The answer is the geometric mean of
their probabilities: the two err in different places.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.stages.ordering.hashing import Codes, Part
from timeline.stages.shelves import Shelves

FILE = "weights.npz"
NOTHING = ""
SUBJECTS = ("event_pair", "event_time", "event_now")
QUESTIONS = ("noted", "linked", "dense", "starts")
ROWS = 200  # examples whose weights are added up at a time, 400 bytes for each of some 60 features
SMALL_PARTS = ("bias", "head", "head_bias")
Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """How one question is answered.

    Attributes
    ----------
    labels : tuple of str
        TimeML relations and `NOTHING`.
    weights, bias : array
        The logistic regression: a column a label.
    head, head_bias : array
        From the network's hidden layer to the labels.
    """

    labels: tuple[str, ...]
    weights: Numbers
    bias: Numbers
    head: Numbers
    head_bias: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """The hashed features known of a subject, sorted, and its questions.

    `embedding` has a row a feature, as the questions' weights have, and a column a hidden unit; `tables` are
    these side by side, made when first asked for.
    """

    codes: Codes
    embedding: Numbers
    hidden_bias: Numbers
    questions: Mapping[str, Question]
    tables: dict[tuple[str, ...], tuple[Numbers, list[int]]] = field(default_factory=dict, repr=False)
    shelves: Shelves = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shelves", Shelves(self.codes))

    def probabilities(self, parts: Sequence[Part], count: int, asked: Sequence[str]) -> list[NDArray[np.float32]]:
        """Return for each question the probability of each label (columns) for each of `count` examples (rows)."""
        questions = [self.questions[name] for name in asked]
        table, ends = self._table(tuple(asked))
        total = np.zeros((count, table.shape[1]), np.float32)
        for part in parts:
            places = self.shelves.places(part.table.codes)
            known = places >= 0
            total += _added(table, places[known], part.table.rows[known], part.table.count)[part.index]
        hidden, *margins = np.split(total, ends, axis=1)
        active = np.maximum(hidden + self.hidden_bias, 0)
        return [
            _softmax((margin + question.bias + active @ question.head + question.head_bias) / 2)
            for question, margin in zip(questions, margins, strict=True)
        ]

    def _table(self, asked: tuple[str, ...]) -> tuple[Numbers, list[int]]:
        """Return the columns of the hidden layer and of the questions side by side, and where each begins."""
        if asked not in self.tables:
            tables = [self.embedding, *(self.questions[name].weights for name in asked)]
            ends = np.cumsum([table.shape[1] for table in tables])[:-1].tolist()
            self.tables[asked] = (np.concatenate(tables, axis=1), ends)
        return self.tables[asked]


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """All subjects by name, and what they were trained on."""

    subjects: Mapping[str, Subject]
    about: Mapping[str, Any]


def save_weights(weights: Weights, path: str | Path) -> None:
    """Write weights as an npz file, the same bytes for the same weights."""
    arrays: dict[str, Any] = {"about": np.array(json.dumps(weights.about, sort_keys=True, ensure_ascii=False))}
    for name, subject in sorted(weights.subjects.items()):
        arrays[f"{name}.codes"] = subject.codes
        arrays[f"{name}.embedding"] = subject.embedding.astype(np.float16)
        arrays[f"{name}.hidden_bias"] = subject.hidden_bias
        for title, question in sorted(subject.questions.items()):
            arrays[f"{name}.{title}.labels"] = np.array(question.labels)
            arrays[f"{name}.{title}.weights"] = question.weights.astype(np.float16)
            arrays |= {f"{name}.{title}.{part}": getattr(question, part) for part in SMALL_PARTS}
    np.savez_compressed(path, **arrays)


def read_weights(path: str | Path) -> Weights:
    """Read what `save_weights` wrote."""
    with np.load(path, allow_pickle=False) as stored:
        subjects = {
            name: Subject(
                stored[f"{name}.codes"],
                stored[f"{name}.embedding"].astype(np.float32),
                stored[f"{name}.hidden_bias"],
                {
                    title: Question(
                        tuple(stored[f"{name}.{title}.labels"].tolist()),
                        stored[f"{name}.{title}.weights"].astype(np.float32),
                        *(stored[f"{name}.{title}.{part}"] for part in SMALL_PARTS),
                    )
                    for title in QUESTIONS
                    if f"{name}.{title}.labels" in stored
                },
            )
            for name in SUBJECTS
            if f"{name}.codes" in stored
        }
        return Weights(subjects, json.loads(str(stored["about"])))


@cache
def learned_weights() -> Weights | None:
    """Return the weights in the package, None when there are none."""
    resource = files("timeline.stages.ordering") / FILE
    if not resource.is_file():
        return None
    with as_file(resource) as path:
        return read_weights(path)


def _added(table: Numbers, places: NDArray[np.int32], rows: NDArray[np.int64], count: int) -> Numbers:
    """Add up the weights of each row, those at `places` of a table; rows come in order, and some are read at a time."""
    total = np.zeros((count, table.shape[1]), np.float32)
    cuts = np.searchsorted(rows, range(0, count + ROWS, ROWS)).tolist()
    for first, last in pairwise(cuts):
        if last > first:
            starts = np.flatnonzero(np.diff(rows[first:last], prepend=-1))
            total[rows[first:last][starts]] = np.add.reduceat(table[places[first:last]], starts, axis=0)
    return total


def _softmax(margins: NDArray[Any]) -> Numbers:
    likely = np.exp(margins - margins.max(axis=1, keepdims=True))
    return np.asarray(likely / likely.sum(axis=1, keepdims=True), np.float32)
