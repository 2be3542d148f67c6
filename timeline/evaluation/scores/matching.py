"""Which span of the system answers which span of the gold standard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from timeline.errors import CorpusError
from timeline.evaluation.annotations import AnnotatedDocument, EntitySpan, EventSpan, TimeSpan

Item = TypeVar("Item", TimeSpan, EventSpan, EntitySpan)


@dataclass(frozen=True, slots=True)
class Pair(Generic[Item]):
    """A gold span and the system's answer to it; one of them is None where nothing corresponds."""

    gold: Item | None
    system: Item | None

    @property
    def exact(self) -> bool:
        """True when both are there with the same offsets."""
        if self.gold is None or self.system is None:
            return False
        return (self.gold.start, self.gold.end) == (self.system.start, self.system.end)


def match(gold: Sequence[Item], system: Sequence[Item]) -> list[Pair[Item]]:
    """Pair spans one to one: the same offsets first, then whatever overlaps, from left to right.

    Relaxed matching in TempEval-3 gives an annotation at most one partner. Where no span overlaps another of its own
    side, as in TimeML, going from left to right finds as many pairs as there can be. Empty spans are left out, as in
    the official scorer.

    Parameters
    ----------
    gold, system : sequence of TimeSpan, EventSpan or EntitySpan

    Returns
    -------
    list of Pair
        Every span of both sides once, in the order of the text.

    Examples
    --------
    >>> def span(start, end):
    ...     return EntitySpan(start=start, end=end, text="", type="PERSON")
    >>> [pair.exact for pair in match([span(0, 3), span(5, 9)], [span(0, 3), span(5, 6), span(7, 9)])]
    [True, False, False]
    """
    left, right = _in_order(gold), _in_order(system)
    answers = {(item.start, item.end): item for item in reversed(right)}
    pairs: list[Pair[Item]] = []
    rest: list[Item] = []
    for item in left:
        answer = answers.pop((item.start, item.end), None)
        if answer is None:
            rest.append(item)
        else:
            pairs.append(Pair(item, answer))
    taken = {id(pair.system) for pair in pairs}
    free = [item for item in right if id(item) not in taken]
    pairs += _overlapping(rest, free)
    return sorted(pairs, key=_pair_place)


def _in_order(items: Sequence[Item]) -> list[Item]:
    return sorted((item for item in items if item.start < item.end), key=_place)


def _overlapping(gold: Sequence[Item], free: list[Item]) -> list[Pair[Item]]:
    """Return each gold span with the first free one that overlaps it, then what stays free."""
    pairs: list[Pair[Item]] = []
    for item in gold:
        answer = next((other for other in free if _overlap(item, other)), None)
        if answer is not None:
            free.remove(answer)
        pairs.append(Pair(item, answer))
    return pairs + [Pair(None, item) for item in free]


def by_document(
    gold: Sequence[AnnotatedDocument], system: Sequence[AnnotatedDocument]
) -> Iterator[tuple[AnnotatedDocument, AnnotatedDocument]]:
    """Yield each gold document with the system's document of the same id, an empty one where there is none.

    Raises
    ------
    CorpusError
        When two documents of one side share an id.
    """
    answers = {document.id: document for document in system}
    if len(answers) < len(system) or len({document.id for document in gold}) < len(gold):
        raise CorpusError("Two documents of the corpus have the same name. Evaluate their folders one by one.")
    for document in gold:
        yield document, answers.get(document.id) or AnnotatedDocument(id=document.id, text=document.text)


def _place(item: Item) -> tuple[int, int]:
    return item.start, item.end


def _pair_place(pair: Pair[Item]) -> tuple[int, int]:
    item = pair.system if pair.gold is None else pair.gold
    return (0, 0) if item is None else (item.start, item.end)


def _overlap(one: Item, other: Item) -> bool:
    return one.start < other.end and other.start < one.end
