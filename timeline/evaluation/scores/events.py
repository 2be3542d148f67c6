"""TempEval-3 scores of events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.evaluation.annotations import AnnotatedDocument, EventSpan
from timeline.evaluation.scores.counts import Score
from timeline.evaluation.scores.matching import Pair, by_document, match


@dataclass(frozen=True, slots=True)
class EventScores:
    """Scores of events: `strict` and `relaxed` spans, and the attributes over the relaxed matches.

    The event F1 of the TempEval-3 tables is `relaxed`; the guides make nearly every event one word, where both are
    the same.
    """

    strict: Score
    relaxed: Score
    timeml_class: Score
    tense: Score
    aspect: Score
    polarity: Score


def match_events(
    gold: Sequence[AnnotatedDocument], system: Sequence[AnnotatedDocument]
) -> list[tuple[AnnotatedDocument, Pair[EventSpan]]]:
    """Return every pair of gold and system events with its gold document; see `match`."""
    return [
        (document, pair)
        for document, answer in by_document(gold, system)
        for pair in match(document.events, answer.events)
    ]


def score_events(gold: Sequence[AnnotatedDocument], system: Sequence[AnnotatedDocument]) -> EventScores:
    """Score events as TempEval-3 does; see `score_times` for spans and attributes.

    Examples
    --------
    >>> gold = EventSpan(id="e1", start=4, end=8, text="left", timeml_class="OCCURRENCE", tense="PAST")
    >>> answer = EventSpan(id="e1", start=4, end=8, text="left", timeml_class="I_ACTION", tense="PAST")
    >>> scores = score_events(
    ...     [AnnotatedDocument(id="a", text="She left.", events=(gold,))],
    ...     [AnnotatedDocument(id="a", text="She left.", events=(answer,))])
    >>> scores.relaxed.f1, scores.timeml_class.f1, scores.tense.f1
    (1.0, 0.0, 1.0)
    """
    pairs = [pair for _, pair in match_events(gold, system)]
    matched = [(pair.gold, pair.system) for pair in pairs if pair.gold and pair.system]
    golds = sum(pair.gold is not None for pair in pairs)
    answers = sum(pair.system is not None for pair in pairs)

    def score(correct: int) -> Score:
        return Score(correct, system=answers, gold=golds)

    return EventScores(
        strict=score(sum(pair.exact for pair in pairs)),
        relaxed=score(len(matched)),
        timeml_class=score(sum(one.timeml_class == other.timeml_class for one, other in matched)),
        tense=score(sum(one.tense == other.tense for one, other in matched)),
        aspect=score(sum(one.aspect == other.aspect for one, other in matched)),
        polarity=score(sum(one.polarity == other.polarity for one, other in matched)),
    )
