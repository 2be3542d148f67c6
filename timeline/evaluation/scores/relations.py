"""Scores of relations between pairs that are given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from timeline.evaluation.scores.counts import Score

VAGUE = "VAGUE"

# Relations of TimeML folded into five, as most systems do (CAEVO, Chambers et al. 2014); begins and ends are parts.
FOLDED = {
    "BEFORE": "BEFORE",
    "IBEFORE": "BEFORE",
    "AFTER": "AFTER",
    "IAFTER": "AFTER",
    "INCLUDES": "INCLUDES",
    "BEGUN_BY": "INCLUDES",
    "ENDED_BY": "INCLUDES",
    "DURING_INV": "INCLUDES",
    "IS_INCLUDED": "IS_INCLUDED",
    "BEGINS": "IS_INCLUDED",
    "ENDS": "IS_INCLUDED",
    "DURING": "IS_INCLUDED",
    "SIMULTANEOUS": "SIMULTANEOUS",
    "IDENTITY": "SIMULTANEOUS",
}


def score_labels(gold: Sequence[str], system: Sequence[str], *, credit_vague: bool = True) -> Score:
    """Score one label a pair.

    Parameters
    ----------
    gold, system : sequence of str
        Labels of the same pairs in the same order; ``"VAGUE"`` where nothing is told.
    credit_vague : bool
        Count ``"VAGUE"`` as a label like the others: micro-F1 is then accuracy (TimeBank-Dense). Without, only what
        is told counts, on both sides (MATRES).

    References
    ----------
    Cassidy et al. 2014 (TimeBank-Dense); Ning, Wu and Roth 2018 (MATRES).

    Examples
    --------
    >>> gold, system = ["BEFORE", "VAGUE", "AFTER"], ["BEFORE", "VAGUE", "VAGUE"]
    >>> round(score_labels(gold, system).f1, 2), round(score_labels(gold, system, credit_vague=False).f1, 2)
    (0.67, 0.67)
    >>> score_labels(gold, system, credit_vague=False).precision
    1.0
    """
    labels = set(gold) | set(system)
    counted = labels if credit_vague else labels - {VAGUE}
    return Score(
        sum(one == other for one, other in zip(gold, system, strict=True) if one in counted),
        system=sum(label in counted for label in system),
        gold=sum(label in counted for label in gold),
    )


def score_each_label(gold: Sequence[str], system: Sequence[str]) -> Mapping[str, Score]:
    """Return the score of each label on its own, by frequency in the gold standard.

    Examples
    --------
    >>> score_each_label(["BEFORE", "BEFORE"], ["BEFORE", "AFTER"])["BEFORE"].recall
    0.5
    """
    pairs = list(zip(gold, system, strict=True))
    return {
        label: Score(pairs.count((label, label)), system=list(system).count(label), gold=number)
        for label, number in Counter(gold).most_common()
    }


def majority(gold: Sequence[str]) -> list[str]:
    """Return the answer that gives every pair the most frequent label.

    Examples
    --------
    >>> majority(["AFTER", "BEFORE", "BEFORE"])
    ['BEFORE', 'BEFORE', 'BEFORE']
    """
    return [Counter(gold).most_common(1)[0][0]] * len(gold)


def folded(relation: str | None) -> str:
    """Return a TimeML relation folded into the five of `FOLDED`, or VAGUE for none.

    Examples
    --------
    >>> folded("IBEFORE"), folded(None)
    ('BEFORE', 'VAGUE')
    """
    return FOLDED.get(relation or "", VAGUE)
