"""Names of one entity joined: Altman and Sam Altman, an acronym and its words, one name with and without accents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from timeline.model.entity import PERSON
from timeline.stages.entities.chains import NAME, Chain, Reference
from timeline.stages.entities.lexicon import Lexicon, fold
from timeline.stages.entities.spans import Name
from timeline.stages.entities.types import best_type


def link_names(
    doc: Doc, names: Sequence[Name], scores: Mapping[str, Mapping[str, float]], lexicon: Lexicon
) -> list[Chain]:
    """Return one chain for each entity named in the text, in the order of their first names."""
    chains: list[Chain] = []
    by_key: dict[str, Chain] = {}
    keys = {name: fold(doc[name.start : name.end].text) for name in names}
    longest_first = sorted(dict.fromkeys(keys.values()), key=_longest)
    for key in longest_first:
        chain = _chain_of(key, best_type(scores[key]), scores[key], chains)
        if chain is None:
            chain = Chain(best_type(scores[key]))
            chains.append(chain)
        chain.keys.append(key)
        by_key[key] = chain
    for name in names:
        root = doc[name.start : name.end].root
        by_key[keys[name]].references.append(Reference(name.start, name.end, root.i, NAME))
    kept = [chain for chain in chains if chain.type]
    return sorted(kept, key=_first)


def _chain_of(key: str, type: str, scores: Mapping[str, float], chains: list[Chain]) -> Chain | None:
    """Return the one person whose family or given name this is, None where nobody or several bear it."""
    if " " in key:
        return None
    bearers = [
        chain
        for chain in chains
        if chain.type == PERSON and any(key in (full.split()[0], full.split()[-1]) for full in chain.keys)
    ]
    if len(bearers) != 1 or (type not in (PERSON, "") and scores.get(type, 0) > 3 + scores.get(PERSON, 0)):
        return None
    return bearers[0]


def _longest(key: str) -> tuple[int, str]:
    return -len(key.split()), key


def _first(chain: Chain) -> int:
    return chain.references[0].start
