"""Temporal awareness: the relations of a whole text, compared over their closure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
    return total(score_links(compare_links(document, answer)) for document, answer in by_document(gold, system))


@dataclass(frozen=True, slots=True)
class Links:
    """The relations of two sides under the gold ids, redundant ones dropped.

    Attributes
    ----------
    gold, system : tuple of (Relation, str)
        Each relation of the one side, with what the closure of the other side says of the same two items: a TimeML
        relation, the relation's own type where that is verified, ``""`` where it tells nothing.
    """

    gold: tuple[tuple[Relation, str], ...]
    system: tuple[tuple[Relation, str], ...]


def compare_links(gold: AnnotatedDocument, system: AnnotatedDocument) -> Links:
    """Return the relations of a document's two sides and what the other side says of each."""
    return compare_relations(gold.relations, _renamed(system.relations, _names(gold, system)))


def compare_relations(gold: Iterable[Relation], system: Iterable[Relation]) -> Links:
    """Return the relations of two sides that name the same things alike, and what the other side says of each."""
    key, answer = _Closure(gold), _Closure(system)
    return Links(
        gold=tuple((link, answer.says(link)) for link in key.least),
        system=tuple((link, key.says(link)) for link in answer.least),
    )


def verdicts(gold: AnnotatedDocument, system: AnnotatedDocument) -> Iterator[tuple[Relation, str]]:
    """Yield every relation of the system between what the gold standard knows, and what its closure says of the two.

    Examples
    --------
    >>> one = AnnotatedDocument(id="a", text="", relations=(Relation(source="t0", target="t0", type="IDENTITY"),))
    >>> [said for _, said in verdicts(one, one)]
    ['SIMULTANEOUS']
    """
    key = _Closure(gold.relations)
    known = {"t0", *(event.id for event in gold.events), *(time.id for time in gold.times)}
    for link in _renamed(system.relations, _names(gold, system)):
        if {link.source, link.target} <= known:
            folded = _folded(link)
            yield folded, key.says(folded)


def score_links(links: Links) -> Score:
    """Count the relations of each side that the other verifies."""
    return Score(
        sum(link.type == said for link, said in links.system),
        system=len(links.system),
        gold=len(links.gold),
        found=sum(link.type == said for link, said in links.gold),
    )


class _Closure:
    """The relations of one side: the least that tell them all, and all that they entail."""

    def __init__(self, relations: Iterable[Relation]) -> None:
        told = {(link.source, link.type, link.target): link for link in map(_folded, relations)}
        links = list(told.values())
        self._stated = {*told, *((link.target, CONVERSES[link.type], link.source) for link in links)}
        self._graph = IntervalGraph()
        refused = set(map(id, self._graph.settle(links)))
        accepted = [link for link in links if id(link) not in refused]
        contradicting = [link for link in links if id(link) in refused]
        self.least = (*reduced(self._graph, accepted), *contradicting)

    def says(self, link: Relation) -> str:
        """Return the type of a relation that is stated or entailed, otherwise what is known instead."""
        told = link.source, link.type, link.target
        if told in self._stated or self._graph.holds(*told):
            return link.type
        return self._graph.relation(link.source, link.target) or ""


def _folded(link: Relation) -> Relation:
    kind = "SIMULTANEOUS" if link.type in _SAME else link.type
    return replace(link, type=kind)


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
