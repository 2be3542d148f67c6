"""spaCy's entity recogniser, which scores all words of a text at once instead of one after the other.

Outside of a name what the network sees of a word is the word alone, so these scores are one multiplication of matrices;
only the words inside of names follow each other. What is found is what spaCy's own transitions find (`BiluoPushDown`:
a name begins, goes on, ends, is one word, or there is none), which take a third of an English model's time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ENT_IOB, IS_SPACE, SENT_START
from spacy.pipeline import EntityRecognizer
from spacy.pipeline.tok2vec import Tok2VecListener
from spacy.tokens import Doc, Span
from thinc.api import NumpyOps

FEATURES = 3  # words whose vectors a state sees: the next one, the first of the open name, the one before the next
NOBODY = -1  # stands for a word where there is none
BEGIN, IN, LAST, UNIT, OUT = "BILUO"

Scores = NDArray[np.float32]
Places = NDArray[np.int64]
Told = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Actions:
    """What may be done with a word, one column of scores each: what kind it is of, and of which label."""

    kinds: NDArray[np.str_]
    labels: tuple[str, ...]
    within: Places
    last: Places

    @classmethod
    def of(cls, recogniser: EntityRecognizer) -> Actions:
        """Return the actions of a recogniser; `within` and `last` hold for each the two of its label."""
        moves: Any = recogniser.moves
        names = [moves.get_class_name(number) for number in range(moves.n_moves)]
        column = {name: number for number, name in enumerate(names)}
        labels = tuple(name[2:] for name in names)
        within, last = (
            np.array([column.get(f"{kind}-{label}", NOBODY) for label in labels], np.int64) for kind in (IN, LAST)
        )
        return cls(np.array([name[:1] for name in names]), labels, within, last)


@dataclass(frozen=True, slots=True)
class Found:
    """The names of one text: the places of their first and after their last word, and their labels."""

    names: tuple[tuple[int, int, str], ...]


class ColumnRecogniser(EntityRecognizer):  # type: ignore[misc]  # which is compiled and has no types
    """An entity recogniser that scores a text's words together; spaCy's own way is taken for what is unusual."""

    _actions: tuple[int, Actions] | None = None

    def take_over(self, known: EntityRecognizer) -> None:
        """Do the work of another recogniser, by its network and its labels."""
        settings = {name: known.cfg[name] for name in ("update_with_oracle_cut_size", "incorrect_spans_key")}
        super().__init__(known.vocab, known.model, known.name, known.moves, scorer=known.scorer, **settings)
        self.cfg = dict(known.cfg)  # where spaCy keeps no labels of another's: they are written with the network

    def predict(self, docs: Any) -> Any:
        """Return the names of each text, or the states that spaCy's recogniser comes to."""
        docs = [docs] if isinstance(docs, Doc) else list(docs)
        return self._found(docs) if self._is_usual(docs) else super().predict(docs)

    def set_annotations(self, docs: Any, found: Any) -> None:
        """Write names into their texts."""
        if not all(isinstance(one, Found) for one in found):
            super().set_annotations(docs, found)
            return
        for doc, one in zip([docs] if isinstance(docs, Doc) else docs, found, strict=True):
            doc.set_ents([Span(doc, start, end, label=label) for start, end, label in one.names])

    def _is_usual(self, docs: Sequence[Doc]) -> bool:
        """Tell texts without names set before, and a network as spaCy's models have it, on a processor."""
        model = self.model
        known = model.attrs["has_upper"] and not model.attrs["unseen_classes"] and isinstance(model.ops, NumpyOps)
        known = known and model.get_ref("lower").get_dim("nF") == FEATURES
        return known and any(map(len, docs)) and not any(doc.to_array([ENT_IOB]).any() for doc in docs)

    def _found(self, docs: Sequence[Doc]) -> list[Found]:
        moves: Any = self.moves
        if self._actions is None or self._actions[0] != moves.n_moves:
            self._actions = moves.n_moves, Actions.of(self)
        actions, step = self._actions[1], self.model.predict(docs)
        starts, spaces = (
            np.concatenate([doc.to_array([name]) for doc in docs]) == 1 for name in (SENT_START, IS_SPACE)
        )
        ends = np.cumsum([len(doc) for doc in docs])
        last = np.append(starts[1:], True)  # names reach beyond no sentence
        over = np.zeros(len(last), bool)
        over[ends[ends > 0] - 1] = True
        names = _names(step, actions, last | over, spaces)
        return [Found(tuple(_within(names, end - len(doc), end))) for doc, end in zip(docs, ends.tolist(), strict=True)]


def in_columns(recogniser: EntityRecognizer) -> bool:
    """Tell whether a `ColumnRecogniser` may stand in for a recogniser: spaCy's own, greedy, with its own network."""
    if type(recogniser) is not EntityRecognizer or recogniser.cfg["beam_width"] != 1:
        return False
    return not any(isinstance(node, Tok2VecListener) for node in recogniser.model.walk())


def _names(
    step: Any, actions: Actions, last: NDArray[np.bool_], spaces: NDArray[np.bool_]
) -> list[tuple[int, int, str]]:
    """Return the names of texts laid end to end, where `last` tells words after which none goes on."""
    places = np.arange(len(last))
    scores = _scores(step, places, np.full(len(last), NOBODY), np.full(len(last), NOBODY))
    begins, units = actions.kinds == BEGIN, actions.kinds == UNIT
    scores[:, ~(begins | units | (actions.kinds == OUT))] = -np.inf
    scores[np.ix_(last | spaces, begins)] = -np.inf
    scores[np.ix_(spaces, units)] = -np.inf
    best = scores.argmax(axis=1)
    ended = np.where(units[best], places + 1, 0)
    opened = np.flatnonzero(begins[best])
    ended[opened] = _ends(step, opened, best[opened], actions, last)
    names, reached = [], 0
    for start in np.flatnonzero(ended).tolist():
        if start >= reached:
            reached = int(ended[start])
            names.append((start, reached, actions.labels[best[start]]))
    return names


def _ends(step: Any, firsts: Places, chosen: Places, actions: Actions, last: Told) -> Places:
    """Return after which word each name ends, given its first word and the action that begins it."""
    ends, going = firsts + 1, np.arange(len(firsts))
    while len(going):
        words = ends[going]
        scores = _scores(step, words, firsts[going], words - 1)
        rows, within, ending = np.arange(len(going)), actions.within[chosen[going]], actions.last[chosen[going]]
        more, enough = scores[rows, within], scores[rows, ending]
        ends[going] += 1
        going = going[~last[words] & ((more > enough) | ((more == enough) & (within < ending)))]
    return ends


def _scores(step: Any, words: Places, firsts: Places, before: Places) -> Scores:
    """Return what a network makes of states, a row each, by the places of the words that they see."""
    seen = np.ascontiguousarray(np.stack([words, firsts, before], axis=1), np.int32)
    scores: Scores = step.vec2scores.predict(step.state2vec.predict(seen))
    return scores


def _within(names: Sequence[tuple[int, int, str]], start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the names of one of several texts laid end to end, counted from its own beginning."""
    yield from ((first - start, after - start, label) for first, after, label in names if start <= first < end)
