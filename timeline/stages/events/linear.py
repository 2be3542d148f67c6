"""The learned part of the trigger detector: one weight a feature and label, added up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.languages import Language, available_languages
from timeline.stages.events.features import Features
from timeline.stages.shelves import Shelves

FILE = "detection.npz"


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Features that a model knows, of `count` words: word number `rows[i]` has the feature in place `places[i]`."""

    rows: NDArray[np.int64]
    places: NDArray[np.int32]
    count: int


@dataclass(frozen=True, slots=True, eq=False)
class LinearModel:
    """Two linear classifiers over the same features: event or not, and which TimeML class.

    Attributes
    ----------
    codes : array of uint32
        The features it knows, sorted.
    event, event_bias : array of float32 (features,), float
        Logistic regression of "is an event".
    classes : tuple of str
        TimeML classes.
    kinds, kinds_bias : array of float32 (features, classes), (classes,)
        Multinomial logistic regression of the class.
    threshold : float
        The least probability that makes an event.
    about : mapping
        What it was trained on and how.
    """

    codes: NDArray[np.uint32]
    event: NDArray[np.float32]
    event_bias: float
    classes: tuple[str, ...]
    kinds: NDArray[np.float32]
    kinds_bias: NDArray[np.float32]
    threshold: float
    about: Mapping[str, Any]
    _shelves: Shelves = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_shelves", Shelves(self.codes))

    def known(self, features: Features, words: NDArray[np.int64]) -> Known:
        """Look up the features of some words, `words` sorted; features not seen in training are left out."""
        rows = np.full(max(features.words.max(initial=-1), words.max(initial=-1)) + 1, -1)
        rows[words] = np.arange(len(words))
        mine = rows[features.words]
        places = self._shelves.places(features.codes[mine >= 0])
        seen = places >= 0
        return Known(mine[mine >= 0][seen], places[seen], len(words))

    def probabilities(self, known: Known) -> NDArray[np.float64]:
        """Return how likely each word names an event."""
        margins = np.bincount(known.rows, self.event[known.places], known.count) + self.event_bias
        return np.asarray(1 / (1 + np.exp(-margins)))

    def best_classes(self, known: Known) -> list[str]:
        """Return the likeliest TimeML class of each word, were it an event."""
        weights = self.kinds[known.places]
        scores = [
            np.bincount(known.rows, weights[:, column], known.count) + bias
            for column, bias in enumerate(self.kinds_bias)
        ]
        return [self.classes[best] for best in np.argmax(scores, axis=0)]


def save_model(model: LinearModel, path: str | Path) -> None:
    """Write a model as an npz file, the same bytes for the same model."""
    np.savez_compressed(
        path,
        codes=model.codes,
        event=model.event.astype(np.float16),
        kinds=model.kinds.astype(np.float16),
        kinds_bias=model.kinds_bias,
        numbers=np.array([model.event_bias, model.threshold]),
        classes=np.array(model.classes),
        about=np.array(json.dumps(model.about, sort_keys=True, ensure_ascii=False)),
    )


def read_model(path: str | Path) -> LinearModel:
    """Read what `save_model` wrote."""
    with np.load(path, allow_pickle=False) as stored:
        bias, threshold = stored["numbers"].tolist()
        return LinearModel(
            codes=stored["codes"],
            event=stored["event"].astype(np.float32),
            event_bias=bias,
            classes=tuple(stored["classes"].tolist()),
            kinds=stored["kinds"].astype(np.float32),
            kinds_bias=stored["kinds_bias"],
            threshold=threshold,
            about=json.loads(str(stored["about"])),
        )


@cache
def model_of(language: Language) -> LinearModel | None:
    """Return the weights in a language's folder, None when it has none."""
    if language.code not in available_languages():
        return None
    resource = files(f"timeline.languages.{language.code}") / FILE
    if not resource.is_file():
        return None
    with as_file(resource) as path:
        return read_model(path)
