"""Temporal awareness: the relations of a whole text, compared over their closure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.evaluation.annotations import AnnotatedDocument
from timeline.evaluation.scores.counts import Score, total
from timeline.evaluation.scores.matching import by_document, match
from timeline.model import Relation
from timeline.model.relation import CONVERSES
from timeline.reasoning.intervals import IntervalGraph
from timeline.reasoning.reduction import reduced

# TempEval-3 reads these as the same stretch of time.
_SAME = frozenset({"DURING", "DURING_INV", "IDENTITY"})


def score_awareness(gold: Sequence[AnnotatedDocument], system: Sequence[AnnotatedDocument]) -> Score:
    """Score relations as TempEval-3 does.

    Precision is the share of the system's relations that the closure of the gold relations verifies, recall the share
    of the gold relations that the closure of the system's verifies; on both sides redundant relations are dropped
    first. Events and times correspond when they overlap, one to one; a relation with an end that corresponds to
    nothing is verified by nothing. Relations that contradict the others of their own side stay in its count, as in
    the official toolkit.

    Parameters
    ----------
    gold, system : sequence of AnnotatedDocument
        Compared by `AnnotatedDocument.id`; counts add up over documents.

    References
    ----------
    UzZaman and Allen 2011, Temporal evaluation, ACL; UzZaman et al. 2013, SemEval-2013 task 1.
    """
    return total(_score(document, answer) for document, answer in by_document(gold, system))


def _score(gold: AnnotatedDocument, system: AnnotatedDocument) -> Score:
    key = _Links(gold.relations)
    answer = _Links(_renamed(system.relations, _names(gold, system)))
    return Score(
        sum(map(key.verify, answer.least)),
        system=len(answer.least),
        gold=len(key.least),
        found=sum(map(answer.verify, key.least)),
    )


class _Links:
    """The relations of one side: the least that tell them all, and their closure."""

    def __init__(self, relations: Iterable[Relation]) -> None:
        links = list(dict.fromkeys(map(_folded, relations)))
        self._stated = {(link.source, link.type, link.target) for link in links}
        self._stated |= {(link.target, CONVERSES[link.type], link.source) for link in links}
        self._graph = IntervalGraph()
        refused = self._graph.settle(links)
        accepted = [link for link in links if link not in refused]
        self.least = (*reduced(self._graph, accepted), *refused)

    def verify(self, link: Relation) -> bool:
        """Return whether a relation is stated or entailed."""
        told = link.source, link.type, link.target
        return told in self._stated or self._graph.holds(*told)


def _folded(link: Relation) -> Relation:
    kind = "SIMULTANEOUS" if link.type in _SAME else link.type
    return Relation(source=link.source, target=link.target, type=kind, confidence=link.confidence)


def _names(gold: AnnotatedDocument, system: AnnotatedDocument) -> Mapping[str, str]:
    """Return the gold id of each system event and time that corresponds to one."""
    events = match(gold.events, system.events)
    times = match(gold.times, system.times)
    names = {pair.system.id: pair.gold.id for pair in events if pair.gold and pair.system}
    return names | {pair.system.id: pair.gold.id for pair in times if pair.gold and pair.system}


def _renamed(relations: Iterable[Relation], names: Mapping[str, str]) -> Iterable[Relation]:
    for link in relations:
        source, target = (names.get(end, end if end == "t0" else f"system {end}") for end in (link.source, link.target))
        yield replace(link, source=source, target=target)
