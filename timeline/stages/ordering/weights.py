"""The learned weights: multinomial logistic regressions over shared features.

Three subjects are judged (two events, an event and a time, an event and now), each for up to four questions, which are
those of the corpora they were learned from:

- ``noted``: would an annotator note a relation, and which? (TempEval-3, French TimeBank)
- ``linked``: which relation, if an annotator noted one? (the same)
- ``dense``: which relation, if the text tells one at all? (TimeBank-Dense)
- ``starts``: which of two verbs begins first? (MATRES)
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.stages.ordering.hashing import Codes, Part

FILE = "weights.npz"
NOTHING = ""
SUBJECTS = ("event_pair", "event_time", "event_now")
QUESTIONS = ("noted", "linked", "dense", "starts")


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """One multinomial logistic regression; `labels` are TimeML relations and `NOTHING`."""

    labels: tuple[str, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """The hashed features known of a subject, sorted, and its questions."""

    codes: Codes
    questions: Mapping[str, Question]

    def probabilities(self, parts: Sequence[Part], count: int, asked: Sequence[str]) -> list[NDArray[np.float64]]:
        """Return for each question the probability of each label (columns) for each of `count` examples (rows)."""
        questions = [self.questions[name] for name in asked]
        margins = [np.tile(question.bias.astype(np.float64), (count, 1)) for question in questions]
        for part in parts:
            places = np.searchsorted(self.codes, part.table.codes)
            places[places == len(self.codes)] = 0
            known = self.codes[places] == part.table.codes
            rows, places = part.table.rows[known], places[known]
            for question, margin in zip(questions, margins, strict=True):
                margin += _added(question.weights[places], rows, part.table.count)[part.index]
        return [_softmax(margin) for margin in margins]


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
        for title, question in sorted(subject.questions.items()):
            arrays[f"{name}.{title}.labels"] = np.array(question.labels)
            arrays[f"{name}.{title}.weights"] = question.weights.astype(np.float16)
            arrays[f"{name}.{title}.bias"] = question.bias
    np.savez_compressed(path, **arrays)


def read_weights(path: str | Path) -> Weights:
    """Read what `save_weights` wrote."""
    with np.load(path, allow_pickle=False) as stored:
        subjects = {
            name: Subject(
                stored[f"{name}.codes"],
                {
                    title: Question(
                        tuple(stored[f"{name}.{title}.labels"].tolist()),
                        stored[f"{name}.{title}.weights"].astype(np.float32),
                        stored[f"{name}.{title}.bias"],
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


def _added(weights: NDArray[np.float32], rows: NDArray[np.int64], count: int) -> NDArray[np.float64]:
    columns = [np.bincount(rows, column, count) for column in weights.T]
    return np.stack(columns, axis=1)


def _softmax(margins: NDArray[np.float64]) -> NDArray[np.float64]:
    likely = np.exp(margins - margins.max(axis=1, keepdims=True))
    return np.asarray(likely / likely.sum(axis=1, keepdims=True))
