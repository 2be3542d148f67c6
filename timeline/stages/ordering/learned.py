"""The learned sieve: relations that no single word tells, weighed from many small cues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.model.mention import Evidence, Mention
from timeline.model.relation import Relation
from timeline.stages.ordering.cues import Cues, EventCues, TimeCues, cues_of
from timeline.stages.ordering.features import codes_of, event_now, event_pair, event_time
from timeline.stages.ordering.weights import NOTHING, SUBJECTS, Weights, learned_weights
from timeline.stages.scene import Scene
from timeline.stages.source import mention_of

NOW = "t0"
REACH = 1  # sentences between which pairs are compared

# A relation that an annotator would note is told from this probability on: the best F1 in cross-validation.
LEAST_NOTED = 0.22
# Others follow where the text is more likely to tell something than nothing; weighed less than all that is noted.
LEAST_TOLD = 0.5
TOLD_WEIGHT = 0.2


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items to be judged: `subject` is one of `SUBJECTS`; an event always comes before a time, and before now."""

    subject: str
    source: str
    target: str
    features: tuple[int, ...]
    span: Mention


@dataclass(frozen=True, slots=True)
class Judgement:
    """How likely each relation of a pair is; `nothing` is the probability that none is told."""

    pair: Pair
    relations: tuple[tuple[str, float], ...]
    nothing: float

    @property
    def best(self) -> tuple[str, float]:
        """The likeliest relation and its probability."""
        return max(self.relations, key=_probability)


def by_learning(scene: Scene) -> Iterator[Relation]:
    """Yield the relations that the learned weights find, near each other in the text."""
    weights = learned_weights()
    if weights is None:
        return
    pairs = list(near_pairs(cues_of(scene)))
    for judgement in judge(pairs, "noted", weights):
        relation, probability = judgement.best
        if probability >= LEAST_NOTED:
            yield _claim(judgement.pair, relation, probability, "noted")
    for judgement in judge(pairs, "dense", weights):
        relation, probability = judgement.best
        if probability >= LEAST_TOLD * (probability + judgement.nothing):
            yield _claim(judgement.pair, relation, TOLD_WEIGHT * probability, "likely")


def judge(pairs: Sequence[Pair], question: str, weights: Weights) -> Iterator[Judgement]:
    """Yield the judgements of pairs on one of the `QUESTIONS`, subject by subject."""
    for subject in SUBJECTS:
        classifier = weights.classifiers.get((subject, question))
        asked = [pair for pair in pairs if pair.subject == subject]
        if classifier is None or not asked:
            continue
        likely = classifier.probabilities([pair.features for pair in asked]).tolist()
        for pair, row in zip(asked, likely, strict=True):
            told = dict(zip(classifier.labels, row, strict=True))
            nothing = told.pop(NOTHING, 0.0)
            yield Judgement(pair, tuple(told.items()), nothing)


def near_pairs(cues: Cues) -> Iterator[Pair]:
    """Yield events with those of the same and the next sentence, with the times around them, and with now."""
    times = list(cues.times.values())
    first_time = 0
    for number, event in enumerate(cues.events):
        sentence = event.place.sentence
        for later in range(number + 1, len(cues.events)):
            other = cues.events[later]
            if other.place.sentence > sentence + REACH:
                break
            if other.place.id != event.place.id:
                yield pair_of_events(event, other, later - number, cues)
        while first_time < len(times) and times[first_time].place.sentence < sentence - REACH:
            first_time += 1
        for time in times[first_time:]:
            if time.place.sentence > sentence + REACH:
                break
            yield pair_with_time(event, time, cues)
        yield pair_with_now(event, cues)


def pair_of_events(first: EventCues, second: EventCues, between: int, cues: Cues) -> Pair:
    """Return two events, in the order of the text, as a pair."""
    features = codes_of(event_pair(first, second, between, cues))
    return Pair("event_pair", first.place.id, second.place.id, tuple(features), mention_of(second.place.token))


def pair_with_time(event: EventCues, time: TimeCues, cues: Cues) -> Pair:
    """Return an event and a time as a pair."""
    features = codes_of(event_time(event, time, cues))
    doc = cues.scene.doc
    span = mention_of(doc[time.place.first : time.place.last + 1])
    return Pair("event_time", event.place.id, time.place.id, tuple(features), span)


def pair_with_now(event: EventCues, cues: Cues) -> Pair:
    """Return an event and the reference date as a pair."""
    return Pair(
        "event_now", event.place.id, NOW, tuple(codes_of(event_now(event, cues))), mention_of(event.place.token)
    )


def given_pairs(cues: Cues, asked: Iterable[tuple[str, str]]) -> Iterator[tuple[Pair, bool]]:
    """Yield the pairs of ids that can be judged, and whether they had to be turned round for it."""
    events = {cue.place.id: (number, cue) for number, cue in reversed(list(enumerate(cues.events)))}
    for source, target in asked:
        if source in events and target in events:
            (here, first), (there, second) = events[source], events[target]
            if here < there:
                yield pair_of_events(first, second, there - here, cues), False
            elif there < here:
                yield pair_of_events(second, first, here - there, cues), True
        elif source in events or target in events:
            turned = target in events
            _, event = events[target if turned else source]
            other = source if turned else target
            if other == NOW:
                yield pair_with_now(event, cues), turned
            elif other in cues.times:
                yield pair_with_time(event, cues.times[other], cues), turned


def _claim(pair: Pair, relation: str, confidence: float, rule: str) -> Relation:
    return Relation(
        source=pair.source,
        target=pair.target,
        type=relation,
        confidence=round(confidence, 4),
        evidence=Evidence(rule, pair.span),
    )


def _probability(told: tuple[str, float]) -> float:
    return told[1]
