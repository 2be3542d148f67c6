"""Every place where system and gold standard differ, ready to be worked through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from timeline.evaluation.annotations import AnnotatedDocument, EntitySpan, EventSpan, TimeSpan
from timeline.evaluation.pairs import LabelledPair
from timeline.evaluation.scores.awareness import compare_links
from timeline.evaluation.scores.matching import Pair, by_document

Item = TypeVar("Item", TimeSpan, EventSpan, EntitySpan)
Chain = frozenset[tuple[int, int]]
CONTEXT = 60
_STATES = ("missing on the other side", "differs", "in pieces")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One difference.

    Attributes
    ----------
    kind : str
        ``"missed"``, ``"spurious"``, ``"span"``, or the attribute that differs (``"type"``, ``"value"``…).
    document : str
    start, end : int
        Where, in the text of the document; the gold standard's span where there is one.
    gold, system : str
        What each says, empty where it says nothing.
    context : str
        The text around, on one line, the span in ⟦ ⟧.
    """

    kind: str
    document: str
    start: int
    end: int
    gold: str
    system: str
    context: str


def disagreements(
    pairs: Iterable[tuple[AnnotatedDocument, Pair[Item]]], attributes: Sequence[str]
) -> Iterator[Disagreement]:
    """Yield what differs in pairs; one pair may differ in several ways.

    Parameters
    ----------
    pairs : iterable of (AnnotatedDocument, Pair)
        As `match_times` and its like return.
    attributes : sequence of str
        Names of the attributes to compare, the first one being shown with every span.
    """
    for document, pair in pairs:
        place = pair.gold or pair.system
        if place is None:
            continue
        where = (document.id, place.start, place.end)
        told = _told(pair.gold, attributes), _told(pair.system, attributes)
        context = context_of(document.text, place.start, place.end)
        for kind in _kinds(pair, attributes):
            yield Disagreement(kind, *where, *told, context)


def chain_disagreements(
    gold: Sequence[AnnotatedDocument], system: Sequence[AnnotatedDocument]
) -> Iterator[Disagreement]:
    """Yield the chains of one side that the other side lacks, cuts up or mixes up; chains of one mention are left out.

    What the other side says is told by its chains that share a mention, one after the other.
    """
    for document, answer in by_document(gold, system):
        key, response = (sorted(_long(side.chains), key=min) for side in (document, answer))
        for chain, shared in _differing(key, response):
            yield _about_chain(document, f"gold chain {_STATES[len(shared[:2])]}", chain, (chain,), shared)
        for chain, shared in _differing(response, key):
            yield _about_chain(document, f"our chain {_STATES[len(shared[:2])]}", chain, shared, (chain,))


def _differing(own: Sequence[Chain], others: Sequence[Chain]) -> Iterator[tuple[Chain, Sequence[Chain]]]:
    """Yield the chains that the other side does not have as they are, and those there that share a mention."""
    for chain in own:
        shared = [other for other in others if other & chain]
        if shared != [chain]:
            yield chain, shared


def _about_chain(
    document: AnnotatedDocument, kind: str, chain: Chain, gold: Sequence[Chain], system: Sequence[Chain]
) -> Disagreement:
    start, end = min(chain)
    text = document.text
    return Disagreement(
        kind, document.id, start, end, _named(text, gold), _named(text, system), context_of(text, start, end)
    )


def _long(chains: Iterable[Chain]) -> list[Chain]:
    return [chain for chain in chains if len(chain) > 1]


def _named(text: str, chains: Iterable[Chain]) -> str:
    return " ‖ ".join(", ".join(_one_line(text[start:end]) for start, end in sorted(chain)) for chain in chains)


def link_disagreements(
    gold: Sequence[AnnotatedDocument], system: Sequence[AnnotatedDocument]
) -> Iterator[Disagreement]:
    """Yield the relations that temporal awareness counts as missed or as not verified, and what the other side says."""
    for document, answer in by_document(gold, system):
        items = _items(document) | {f"system {name}": item for name, item in _items(answer).items()}
        links = compare_links(document, answer)
        for link, said in links.gold:
            if said != link.type:
                kind = f"gold {link.type}, ours {said or 'silent'}"
                yield _about_pair(document, items, (link.source, link.target), kind, link.type, said)
        for link, said in links.system:
            if said != link.type:
                kind = f"ours {link.type}, gold {said or 'silent'}"
                told = f"{link.type} ({link.evidence.rule})"
                yield _about_pair(document, items, (link.source, link.target), kind, said, told)


def label_disagreements(
    documents: Iterable[AnnotatedDocument], pairs: Sequence[LabelledPair], labels: Sequence[str]
) -> Iterator[Disagreement]:
    """Yield the pairs whose label differs from the one given, by gold label and answer."""
    by_id = {document.id: document for document in documents}
    for pair, label in zip(pairs, labels, strict=True):
        if pair.label != label:
            document = by_id[pair.document]
            ends = pair.source, pair.target
            kind = f"{pair.label}, ours {label}"
            yield _about_pair(document, _items(document), ends, kind, pair.label, label)


def _items(document: AnnotatedDocument) -> dict[str, TimeSpan | EventSpan]:
    items: dict[str, TimeSpan | EventSpan] = {time.id: time for time in document.times}
    return items | {event.id: event for event in document.events}


def _about_pair(
    document: AnnotatedDocument,
    items: Mapping[str, TimeSpan | EventSpan],
    names: tuple[str, str],
    kind: str,
    gold: str,
    system: str,
) -> Disagreement:
    ends = [items.get(name) for name in names]
    first, second = (f"« {_one_line(item.text)} »" if item else "the reference date" for item in ends)
    sides = [f"{first} {label} {second}" if label else "" for label in (gold, system)]
    places = sorted({(item.start, item.end) for item in ends if item is not None})
    context = " … ".join(context_of(document.text, *place) for place in places)
    start, end = places[0] if places else (0, 0)
    return Disagreement(kind, document.id, start, end, sides[0], sides[1], context)


def _kinds(pair: Pair[Item], attributes: Sequence[str]) -> Iterator[str]:
    if pair.system is None:
        yield "missed"
    elif pair.gold is None:
        yield "spurious"
    else:
        if not pair.exact:
            yield "span"
        for name in attributes:
            if getattr(pair.gold, name) != getattr(pair.system, name):
                yield name


def _told(item: Item | None, attributes: Sequence[str]) -> str:
    if item is None:
        return ""
    values = " ".join(str(getattr(item, name)) for name in attributes)
    return f"« {_one_line(item.text)} » {values}"


def context_of(text: str, start: int, end: int) -> str:
    """Return a span of a text in ⟦ ⟧ with what stands around it, on one line."""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return _one_line(f"{before}⟦{text[start:end]}⟧{after}")


def _one_line(text: str) -> str:
    return " ".join(text.split())
