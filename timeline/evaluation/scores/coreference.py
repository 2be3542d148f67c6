"""Coreference scores of the CoNLL-2012 shared task: MUC, B³, CEAFe and their average.

Written here because the scorers on PyPI are either asleep (scorch, whose numbers these are) or not there at all (the
reference scorer, CorefUD's). The definitions are those of Pradhan et al. 2014, summed over documents before dividing.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence, Set
from dataclasses import dataclass

import networkx as nx

from timeline.evaluation.annotations import AnnotatedDocument, Word
from timeline.evaluation.scores.counts import Score, total
from timeline.evaluation.scores.matching import by_document

Chain = Set[Hashable]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CoreferenceScores:
    """`muc`, `b_cubed`, `ceaf_e`, and `mentions`: the spans that are in any chain."""

    muc: Score
    b_cubed: Score
    ceaf_e: Score
    mentions: Score

    @property
    def conll(self) -> float:
        """CoNLL F1: the mean of the three F1s."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def score_coreference(
    gold: Sequence[AnnotatedDocument],
    system: Sequence[AnnotatedDocument],
    *,
    by_head: bool = False,
    singletons: bool = False,
) -> CoreferenceScores:
    """Score the chains of documents.

    Parameters
    ----------
    gold, system : sequence of AnnotatedDocument
    by_head : bool
        Two mentions are the same when the gold tree gives them the same head (« l'Otan » and « Otan »), as in the CRAC
        shared tasks; otherwise when their offsets are the same, as in CoNLL-2012.
    singletons : bool
        Keep chains of one mention; CoNLL-2012 has none.

    References
    ----------
    Pradhan et al. 2014, Scoring coreference partitions of predicted mentions: a reference implementation. ACL.
    """
    pairs = []
    for document, answer in by_document(gold, system):
        sides = [
            _reduced(side.chains, document.words) if by_head else [frozenset(chain) for chain in side.chains]
            for side in (document, answer)
        ]
        key, response = ([chain for chain in side if singletons or len(chain) > 1] for side in sides)
        pairs.append((key, response))
    return CoreferenceScores(
        muc=total(muc(key, response) for key, response in pairs),
        b_cubed=total(b_cubed(key, response) for key, response in pairs),
        ceaf_e=total(ceaf_e(key, response) for key, response in pairs),
        mentions=total(_mentions(key, response) for key, response in pairs),
    )


def muc(key: Sequence[Chain], response: Sequence[Chain]) -> Score:
    """Count links (Vilain et al. 1995): those that would join the pieces of a chain are missing.

    Examples
    --------
    >>> score = muc([{"a", "b", "c"}, {"d", "e", "f", "g"}], [{"a", "b"}, {"c", "d"}, {"f", "g", "h", "i"}])
    >>> round(score.recall, 2), round(score.precision, 2)
    (0.4, 0.4)
    """
    return Score(
        sum(len(chain) - _pieces(chain, key) for chain in response),
        system=sum(len(chain) - 1 for chain in response),
        gold=sum(len(chain) - 1 for chain in key),
        found=sum(len(chain) - _pieces(chain, response) for chain in key),
    )


def b_cubed(key: Sequence[Chain], response: Sequence[Chain]) -> Score:
    """Count for each mention the share of its chain that is right (Bagga and Baldwin 1998).

    Examples
    --------
    >>> score = b_cubed([{"a", "b", "c"}, {"d", "e", "f", "g"}], [{"a", "b"}, {"c", "d"}, {"f", "g", "h", "i"}])
    >>> round(score.recall, 2), round(score.precision, 2)
    (0.42, 0.5)
    """
    return Score(
        sum(len(one & other) ** 2 / len(one) for one in response for other in key),
        system=sum(map(len, response)),
        gold=sum(map(len, key)),
        found=sum(len(one & other) ** 2 / len(one) for one in key for other in response),
    )


def ceaf_e(key: Sequence[Chain], response: Sequence[Chain]) -> Score:
    """Count the likeness of chains under their best one-to-one alignment (Luo 2005, φ4).

    Examples
    --------
    >>> score = ceaf_e([{"a", "b", "c"}, {"d", "e", "f", "g"}], [{"a", "b"}, {"c", "d"}, {"f", "g", "h", "i"}])
    >>> round(score.recall, 2), round(score.precision, 2)
    (0.65, 0.43)
    """
    graph = nx.Graph()
    for row, one in enumerate(key):
        for column, other in enumerate(response):
            common = len(one & other)
            if common:
                likeness = 2 * common / (len(one) + len(other))
                graph.add_edge(("key", row), ("response", column), weight=likeness)
    aligned = nx.max_weight_matching(graph)
    likeness = sum(graph.edges[edge]["weight"] for edge in aligned)
    return Score(likeness, system=len(response), gold=len(key))


def _reduced(chains: Sequence[frozenset[Span]], words: Sequence[Word]) -> list[frozenset[Hashable]]:
    """Return chains of heads; of two mentions with one head the wider keeps it."""
    owners: dict[Hashable, tuple[int, int]] = {}
    for number, chain in enumerate(chains):
        for start, end in sorted(chain):
            head = _head(start, end, words)
            if head not in owners or owners[head][0] < end - start:
                owners[head] = end - start, number
    return [frozenset(head for head, (_, owner) in owners.items() if owner == number) for number in range(len(chains))]


def _head(start: int, end: int, words: Sequence[Word]) -> Hashable:
    """Return the place of the word that governs a span, the span itself where no word is in it."""
    inside = [place for place, word in enumerate(words) if word.start < end and start < word.end]
    for place in inside:
        if words[place].head == place or words[place].head not in inside:
            return place
    return start, end


def _pieces(chain: Chain, others: Sequence[Chain]) -> int:
    """Return into how many pieces other chains cut a chain; a mention in none of them is a piece of its own."""
    parts = [chain & other for other in others if chain & other]
    return len(parts) + len(chain) - sum(map(len, parts))


def _mentions(key: Collection[Chain], response: Collection[Chain]) -> Score:
    found, answered = frozenset().union(*key), frozenset().union(*response)
    return Score(len(found & answered), system=len(answered), gold=len(found))
