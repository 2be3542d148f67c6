"""The learned weights: multinomial logistic regressions that share features.

Three subjects are judged (two events, an event and a time, an event and now), each for up to four questions, which are
those of the corpora they were learned from:

- ``noted``: would an annotator note a relation, and which? (TempEval-3, French TimeBank)
- ``linked``: which relation, if an annotator noted one?
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

FILE = "weights.npz"
NOTHING = ""
SUBJECTS = ("event_pair", "event_time", "event_now")
QUESTIONS = ("noted", "linked", "dense", "starts")


@dataclass(frozen=True, slots=True, eq=False)
class Classifier:
    """One multinomial logistic regression.

    Attributes
    ----------
    labels : tuple of str
        TimeML relations, and `NOTHING`.
    codes : array of uint32
        Hashed features it knows, sorted.
    weights : array of float32 (features, labels)
    bias : array of float32 (labels,)
    """

    labels: tuple[str, ...]
    codes: NDArray[np.uint32]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def probabilities(self, examples: Sequence[Sequence[int]]) -> NDArray[np.float64]:
        """Return the probability of each label (columns) for each example (rows), given as hashed features."""
        lengths = [len(example) for example in examples]
        rows = np.repeat(np.arange(len(examples)), lengths)
        codes = np.fromiter((code for example in examples for code in example), np.uint32, sum(lengths))
        places = np.searchsorted(self.codes, codes)
        places[places == len(self.codes)] = 0
        known = self.codes[places] == codes
        rows, places = rows[known], places[known]
        margins = np.tile(self.bias.astype(np.float64), (len(examples), 1))
        for column in range(len(self.labels)):
            margins[:, column] += np.bincount(rows, self.weights[places, column], len(examples))
        margins -= margins.max(axis=1, keepdims=True)
        likely = np.exp(margins)
        return np.asarray(likely / likely.sum(axis=1, keepdims=True))


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """All classifiers, by subject and question, and what they were trained on."""

    classifiers: Mapping[tuple[str, str], Classifier]
    about: Mapping[str, Any]


def save_weights(weights: Weights, path: str | Path) -> None:
    """Write weights as an npz file, the same bytes for the same weights."""
    arrays: dict[str, Any] = {"about": np.array(json.dumps(weights.about, sort_keys=True, ensure_ascii=False))}
    for (subject, question), classifier in sorted(weights.classifiers.items()):
        name = f"{subject}.{question}"
        arrays[f"{name}.labels"] = np.array(classifier.labels)
        arrays[f"{name}.codes"] = classifier.codes
        arrays[f"{name}.weights"] = classifier.weights.astype(np.float16)
        arrays[f"{name}.bias"] = classifier.bias
    np.savez_compressed(path, **arrays)


def read_weights(path: str | Path) -> Weights:
    """Read what `save_weights` wrote."""
    with np.load(path, allow_pickle=False) as stored:
        names = {tuple(name.split(".")[:2]) for name in stored.files if name != "about"}
        classifiers = {
            (subject, question): Classifier(
                labels=tuple(stored[f"{subject}.{question}.labels"].tolist()),
                codes=stored[f"{subject}.{question}.codes"],
                weights=stored[f"{subject}.{question}.weights"].astype(np.float32),
                bias=stored[f"{subject}.{question}.bias"],
            )
            for subject, question in sorted(names)
        }
        return Weights(classifiers, json.loads(str(stored["about"])))


@cache
def learned_weights() -> Weights | None:
    """Return the weights in the package, None when there are none."""
    resource = files("timeline.stages.ordering") / FILE
    if not resource.is_file():
        return None
    with as_file(resource) as path:
        return read_weights(path)
