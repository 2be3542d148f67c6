"""Scores of named entities: exact and partial spans, with their types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.evaluation.annotations import AnnotatedDocument, EntitySpan
from timeline.evaluation.scores.counts import Score
from timeline.evaluation.scores.matching import Pair, by_document, match


@dataclass(frozen=True, slots=True)
class EntityScores:
    """Scores of persons, organisations and places.

    Attributes
    ----------
    exact : Score
        Same offsets and same type (the score of CoNLL-2003).
    partial : Score
        Overlapping offsets, one to one, and same type.
    span : Score
        Same offsets, whatever the type.
    person, organisation, place : Score
        `exact` for one type.
    """

    exact: Score
    partial: Score
    span: Score
    person: Score
    organisation: Score
    place: Score


def match_entities(
    gold: Sequence[AnnotatedDocument], system: Sequence[AnnotatedDocument]
) -> list[tuple[AnnotatedDocument, Pair[EntitySpan]]]:
    """Return every pair of gold and system entities with its gold document; see `match`."""
    return [
        (document, pair)
        for document, answer in by_document(gold, system)
        for pair in match(document.entities, answer.entities)
    ]


def score_entities(gold: Sequence[AnnotatedDocument], system: Sequence[AnnotatedDocument]) -> EntityScores:
    """Score named entities.

    References
    ----------
    Tjong Kim Sang and De Meulder 2003, CoNLL-2003 (`exact`); SemEval-2013 task 9.1 for partial boundaries.

    Examples
    --------
    >>> gold = EntitySpan(start=0, end=11, text="Mira Murati", type="PERSON")
    >>> answer = EntitySpan(start=5, end=11, text="Murati", type="PERSON")
    >>> scores = score_entities(
    ...     [AnnotatedDocument(id="a", text="Mira Murati", entities=(gold,))],
    ...     [AnnotatedDocument(id="a", text="Mira Murati", entities=(answer,))])
    >>> scores.exact.f1, scores.partial.f1
    (0.0, 1.0)
    """
    pairs = [pair for _, pair in match_entities(gold, system)]
    return EntityScores(
        exact=_score(pairs),
        partial=_score(pairs, exact=False),
        span=_score(pairs, typed=False),
        person=_score(pairs, only="PERSON"),
        organisation=_score(pairs, only="ORGANISATION"),
        place=_score(pairs, only="PLACE"),
    )


def _score(pairs: list[Pair[EntitySpan]], *, exact: bool = True, typed: bool = True, only: str = "") -> Score:
    golds = [pair.gold for pair in pairs if pair.gold and only in ("", pair.gold.type)]
    answers = [pair.system for pair in pairs if pair.system and only in ("", pair.system.type)]
    correct = sum(
        (pair.exact or not exact) and (pair.gold.type == pair.system.type or not typed) and only in ("", pair.gold.type)
        for pair in pairs
        if pair.gold and pair.system
    )
    return Score(correct, system=len(answers), gold=len(golds))
