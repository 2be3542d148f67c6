"""Scores of dependency trees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.evaluation.scores.counts import Score
from timeline.evaluation.treebanks import Sentence

CORE = frozenset({"acl", "advcl", "ccomp", "iobj", "nsubj", "obj", "obl", "root", "xcomp"})


@dataclass(frozen=True, slots=True)
class SyntaxScores:
    """Scores of trees on gold words and sentences, punctuation left out, subtypes of relations folded.

    Attributes
    ----------
    uas, las : float
        Share of the words with the right head, and with the right head and relation.
    core : float
        Share of the gold's relations that say who did what (`CORE`) with the right head and relation.
    pos : float
        Share of the words with the right part of speech.
    relations : tuple of (str, Score)
        Each relation of the gold by its name, the most frequent first.
    """

    uas: float
    las: float
    core: float
    pos: float
    relations: tuple[tuple[str, Score], ...]


def score_syntax(gold: Iterable[Sentence], system: Iterable[Sentence]) -> SyntaxScores:
    """Score trees.

    References
    ----------
    Buchholz and Marsi 2006, CoNLL-X shared task (attachment scores).

    Raises
    ------
    ValueError
        When the two sides have not the same sentences.

    Examples
    --------
    >>> gold = Sentence(("Elle", "part"), (True, True), ("PRON", "VERB"), ("", ""), (1, 1), ("nsubj", "ROOT"))
    >>> answer = Sentence(("Elle", "part"), (True, True), ("PRON", "VERB"), ("", ""), (1, 1), ("expl:subj", "ROOT"))
    >>> scores = score_syntax([gold], [answer])
    >>> scores.uas, scores.las, scores.core
    (1.0, 0.5, 0.5)
    """
    words = heads = tags = 0
    right: Counter[str] = Counter()
    golds: Counter[str] = Counter()
    answers: Counter[str] = Counter()
    for sentence, answer in zip(gold, system, strict=True):
        wanted, given = map(_folded, sentence.relations), map(_folded, answer.relations)
        for place, (relation, said) in enumerate(zip(wanted, given, strict=True)):
            if relation == "punct":
                continue
            attached = sentence.heads[place] == answer.heads[place]
            words += 1
            heads += attached
            tags += sentence.pos[place] == answer.pos[place]
            golds[relation] += 1
            answers[said] += 1
            right[relation] += attached and relation == said
    core = sum(golds[relation] for relation in CORE)
    return SyntaxScores(
        uas=_share(heads, words),
        las=_share(right.total(), words),
        core=_share(sum(right[relation] for relation in CORE), core),
        pos=_share(tags, words),
        relations=tuple(
            (relation, Score(right[relation], system=answers[relation], gold=number))
            for relation, number in golds.most_common()
        ),
    )


def _folded(relation: str) -> str:
    return relation.partition(":")[0].lower()


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
