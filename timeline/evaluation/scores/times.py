"""TempEval-3 scores of temporal expressions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.evaluation.annotations import AnnotatedDocument, TimeSpan
from timeline.evaluation.scores.counts import Score
from timeline.evaluation.scores.matching import Pair, by_document, match


@dataclass(frozen=True, slots=True)
class TimeScores:
    """Scores of temporal expressions: `strict` and `relaxed` spans; `type` and `value` over the relaxed matches."""

    strict: Score
    relaxed: Score
    type: Score
    value: Score


def match_times(
    gold: Sequence[AnnotatedDocument], system: Sequence[AnnotatedDocument]
) -> list[tuple[AnnotatedDocument, Pair[TimeSpan]]]:
    """Return every pair of gold and system times with its gold document; see `match`."""
    return [
        (document, pair)
        for document, answer in by_document(gold, system)
        for pair in match(document.times, answer.times)
    ]


def score_times(gold: Sequence[AnnotatedDocument], system: Sequence[AnnotatedDocument]) -> TimeScores:
    """Score temporal expressions as TempEval-3 does.

    A strict match has the same offsets, a relaxed match overlaps, one to one. The F1 of an attribute is the F1 of the
    relaxed matches times the share of them where the attribute is the same string.

    Parameters
    ----------
    gold, system : sequence of AnnotatedDocument
        Compared by `AnnotatedDocument.id`; a document the system lacks counts as empty.

    References
    ----------
    UzZaman et al. 2013, SemEval-2013 task 1: TempEval-3, section 4.

    Examples
    --------
    >>> gold = TimeSpan(id="t1", start=0, end=12, text="lundi dernier", type="DATE", value="2023-11-13")
    >>> answer = TimeSpan(id="t1", start=0, end=5, text="lundi", type="DATE", value="2023-11-20")
    >>> scores = score_times(
    ...     [AnnotatedDocument(id="a", text="lundi dernier", times=(gold,))],
    ...     [AnnotatedDocument(id="a", text="lundi dernier", times=(answer,))])
    >>> scores.strict.f1, scores.relaxed.f1, scores.type.f1, scores.value.f1
    (0.0, 1.0, 1.0, 0.0)
    """
    pairs = [pair for _, pair in match_times(gold, system)]
    matched = [(pair.gold, pair.system) for pair in pairs if pair.gold and pair.system]
    golds = sum(pair.gold is not None for pair in pairs)
    answers = sum(pair.system is not None for pair in pairs)

    def score(correct: int) -> Score:
        return Score(correct, system=answers, gold=golds)

    return TimeScores(
        strict=score(sum(pair.exact for pair in pairs)),
        relaxed=score(len(matched)),
        type=score(sum(one.type == other.type for one, other in matched)),
        value=score(sum(one.value == other.value for one, other in matched)),
    )
