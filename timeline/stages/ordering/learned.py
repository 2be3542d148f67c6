"""The learned sieve: relations that no single word tells, weighed from many small cues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from timeline.model.mention import Evidence
from timeline.model.relation import Relation
from timeline.stages.claims import WEIGHTS
from timeline.stages.ordering.cues import EventCues, cues_of
from timeline.stages.ordering.pairs import Pairs, near_pairs
from timeline.stages.ordering.weights import NOTHING, Question, Subject, learned_weights
from timeline.stages.reach import HOLDING, Reach
from timeline.stages.scene import Scene

# From this probability on a relation is one that an annotator would note: the best F1 in cross-validation.
LEAST_NOTED = 0.25
# Others follow where the text is likelier to tell a relation than none; they weigh less than all that is noted.
LEAST_TOLD = 0.5
TOLD_WEIGHT = 0.2
# From here on the time that an event is found to have dates it: of such times of the news bank's events 43 of 49 were
# right and 2 wrong, of the less sure ones 14 of 34 and 13.
SURE_TIME = 0.7
# From this probability on an event begins before another, where the other questions lean to the same side.
BEGINS_FIRST = 0.55
TOLD_AS_REAL = frozenset({"factual", "reported"})
_FORWARD, _BACKWARD = frozenset({"BEFORE", "IBEFORE"}), frozenset({"AFTER", "IAFTER"})


def by_learning(scene: Scene) -> Iterator[Relation]:
    """Yield the relations that the learned weights find, near each other in the text."""
    weights = learned_weights()
    if weights is None or not scene.events:
        return
    reach = Reach(scene)
    for pairs in near_pairs(cues_of(scene)):
        subject = weights.subjects.get(pairs.subject)
        if subject is not None:
            yield from _noted_and_likely(pairs, subject, reach)


def best_answers(
    probabilities: NDArray[np.float32], question: Question
) -> tuple[list[str], NDArray[np.float32], NDArray[np.float32]]:
    """Return for each example the likeliest relation, its probability, and the probability that there is none."""
    likely = probabilities.copy()
    nothing = np.zeros(len(likely), np.float32)
    if NOTHING in question.labels:
        column = question.labels.index(NOTHING)
        nothing = likely[:, column].copy()
        likely[:, column] = -1.0
    best = likely.argmax(axis=1)
    return [question.labels[label] for label in best.tolist()], likely[np.arange(len(best)), best], nothing


def _noted_and_likely(pairs: Pairs, subject: Subject, reach: Reach) -> Iterator[Relation]:
    asked = [question for question in ("noted", "dense", "starts") if question in subject.questions]
    answers = dict(zip(asked, subject.probabilities(pairs.features(), len(pairs.ends), asked), strict=True))
    yield from _beginnings(pairs, subject, answers)
    told: set[int] = set()
    for name in ("noted", "dense"):
        if name not in answers:
            continue
        probabilities = answers[name]
        relations, likely, nothing = best_answers(probabilities, subject.questions[name])
        if name == "noted":
            chosen, rule, weight = np.flatnonzero(likely >= LEAST_NOTED), "noted", 1.0
        else:
            chosen, rule, weight = np.flatnonzero(likely >= LEAST_TOLD * (likely + nothing)), "likely", TOLD_WEIGHT
        for number in chosen.tolist():
            if number not in told and (relations[number] not in HOLDING or _within_reach(pairs, number, reach)):
                told.add(number)
                confidence = weight * float(likely[number])
                dates = pairs.subject == "event_time" and relations[number] in HOLDING and confidence >= SURE_TIME
                yield claim_of(pairs, number, relations[number], confidence, "noted time" if dates else rule)


def _beginnings(pairs: Pairs, subject: Subject, answers: Mapping[str, NDArray[np.float32]]) -> Iterator[Relation]:
    """Yield which of two events begins first, where the answers to all questions lean to one side."""
    if pairs.subject != "event_pair" or "starts" not in answers:
        return
    sides = {name: _sides(probabilities, subject.questions[name]) for name, probabilities in answers.items()}
    weight = WEIGHTS["beginnings"]
    for relation, one, other in (("BEFORE", 0, 1), ("AFTER", 1, 0)):
        leans = np.logical_and.reduce([side[one] > side[other] for side in sides.values()])
        for number in np.flatnonzero(leans & (sides["starts"][one] > BEGINS_FIRST)).tolist():
            first, second = pairs.ends[number]
            if second is not None and all(_is_told(pairs.cues.events[end]) for end in (first, second)):
                yield claim_of(pairs, number, relation, weight, "beginnings")


def _sides(probabilities: NDArray[np.float32], question: Question) -> list[NDArray[np.float32]]:
    """Return the probabilities that the first of each pair comes first, and that the second does."""
    return [
        probabilities[:, [label in side for label in question.labels]].sum(axis=1) for side in (_FORWARD, _BACKWARD)
    ]


def _is_told(cues: EventCues) -> bool:
    """Tell an event told as real, where its main mention stands: what is told again may be told out of turn."""
    return cues.place.event.factuality in TOLD_AS_REAL and cues.place.trigger == cues.place.event.trigger


def _within_reach(pairs: Pairs, number: int, reach: Reach) -> bool:
    first, second = pairs.ends[number]
    if pairs.subject != "event_time" or second is None:
        return True
    return reach.allows(pairs.cues.events[first].place, pairs.cues.scene.times[second])


def claim_of(pairs: Pairs, number: int, relation: str, confidence: float, rule: str) -> Relation:
    """Return the claim that a pair stands in a relation."""
    source, target = pairs.ids(number)
    return Relation(
        source=source,
        target=target,
        type=relation,
        confidence=round(confidence, 4),
        evidence=Evidence(rule, pairs.span(number)),
    )
