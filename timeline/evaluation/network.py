"""A small network over hashed features, learned by stochastic gradients: one hidden layer, one head a question.

Weights are drawn and examples shuffled from a fixed seed, so the same examples give the same network on one machine.
Needs scipy, which comes with scikit-learn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Plan:
    """How the network is learned.

    Attributes
    ----------
    width : int
        Hidden units.
    rounds, batch : int
        How often all examples are seen, and how many at a time.
    rate : float
        First step's length (Adagrad, Duchi et al. 2011); it falls to a tenth.
    dropped : float
        Share of features, and of hidden units, that are hidden at each step (dropout, Srivastava et al. 2014).
    decay : float
        Pull of the features' weights to nothing.
    """

    width: int = 32
    rounds: int = 6
    batch: int = 128
    rate: float = 0.03
    dropped: float = 0.3
    decay: float = 1e-5


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """A learned network: `embedding` and `hidden_bias` lead to the hidden layer, a head and its bias to the labels."""

    embedding: Numbers
    hidden_bias: Numbers
    heads: tuple[Numbers, ...]
    biases: tuple[Numbers, ...]


def learn_network(
    matrix: Any,
    questions: NDArray[np.int64],
    answers: NDArray[np.int64],
    labels: Sequence[int],
    weights: Sequence[float],
    plan: Plan,
) -> Network:
    """Learn all questions at once.

    Parameters
    ----------
    matrix : scipy.sparse.csr_matrix
        A row an example, a column a feature.
    questions, answers : array of int
        Of each example, which question it is about and which label it has there.
    labels : sequence of int
        How many labels each question has.
    weights : sequence of float
        How much each question counts.
    plan : Plan
    """
    chance = np.random.default_rng(0)
    network = Network(
        _drawn(chance, 0.05, matrix.shape[1], plan.width),
        np.zeros(plan.width, np.float32),
        tuple(_drawn(chance, 0.1, plan.width, count) for count in labels),
        tuple(np.zeros(count, np.float32) for count in labels),
    )
    steps = _Steps.of(network)
    for turn in range(plan.rounds):
        rate = np.float32(plan.rate * (1.1 - turn / plan.rounds))
        shuffled = chance.permutation(matrix.shape[0])
        for start in range(0, len(shuffled), plan.batch):
            chosen = shuffled[start : start + plan.batch]
            _step(network, steps, matrix[chosen], questions[chosen], answers[chosen], weights, rate, plan, chance)
    return network


@dataclass(frozen=True, slots=True, eq=False)
class _Steps:
    """The squares of all steps so far, by which Adagrad shortens the next."""

    embedding: Numbers
    hidden_bias: Numbers
    heads: tuple[Numbers, ...]
    biases: tuple[Numbers, ...]

    @classmethod
    def of(cls, network: Network) -> _Steps:
        def small(array: Numbers) -> Numbers:
            return np.full_like(array, 1e-4)

        return cls(
            small(network.embedding),
            small(network.hidden_bias),
            tuple(map(small, network.heads)),
            tuple(map(small, network.biases)),
        )


def _step(  # noqa: PLR0913 (one step of descent touches all that is learned, in place)
    network: Network,
    steps: _Steps,
    batch: Any,
    questions: NDArray[np.int64],
    answers: NDArray[np.int64],
    weights: Sequence[float],
    rate: np.float32,
    plan: Plan,
    chance: np.random.Generator,
) -> None:
    """Change the network by what one batch of examples teaches."""
    kept = np.float32(1 - plan.dropped)
    batch.data = (chance.random(len(batch.data)) > plan.dropped).astype(np.float32) / kept
    columns, places = np.unique(batch.indices, return_inverse=True)
    batch = type(batch)((batch.data, places, batch.indptr), shape=(batch.shape[0], len(columns)))
    rows = network.embedding[columns]
    hidden = batch @ rows + network.hidden_bias
    open_units = ((hidden > 0) & (chance.random(hidden.shape) > plan.dropped)).astype(np.float32) / kept
    active = hidden * open_units
    back = np.zeros_like(active)
    for number in np.unique(questions).tolist():
        chosen = np.flatnonzero(questions == number)
        head, bias = network.heads[number], network.biases[number]
        error = _softmax(active[chosen] @ head + bias)
        error[np.arange(len(chosen)), answers[chosen]] -= 1
        error *= np.float32(weights[number])
        back[chosen] = error @ head.T
        _go(head, steps.heads[number], active[chosen].T @ error, rate)
        _go(bias, steps.biases[number], error.sum(axis=0), rate)
    back *= open_units
    slope = batch.T @ back + np.float32(plan.decay * batch.shape[0]) * rows
    steps.embedding[columns] += slope * slope
    network.embedding[columns] -= rate * slope / np.sqrt(steps.embedding[columns])
    _go(network.hidden_bias, steps.hidden_bias, back.sum(axis=0), rate)


def _go(array: Numbers, squares: Numbers, slope: Numbers, rate: np.float32) -> None:
    squares += slope * slope
    array -= rate * slope / np.sqrt(squares)


def _drawn(chance: np.random.Generator, size: float, *shape: int) -> Numbers:
    return (chance.standard_normal(shape) * size).astype(np.float32)


def _softmax(margins: Numbers) -> Numbers:
    likely = np.exp(margins - margins.max(axis=1, keepdims=True))
    return np.asarray(likely / likely.sum(axis=1, keepdims=True), np.float32)
