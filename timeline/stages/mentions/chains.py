"""Entities in the making: chains of mentions, and where they stand in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.stages.antecedents import Antecedent

NAME, DESCRIPTION, PRONOUN = "NAM", "NOM", "PRO"


class Reference(NamedTuple):
    """A mention by token offsets, half-open, with its syntactic head and its kind."""

    start: int
    end: int
    head: int
    kind: str


@dataclass(slots=True, eq=False)
class Chain:
    """An entity in the making.

    Attributes
    ----------
    type : str
    references : list of Reference
    keys : list of str
        Its folded names.
    gender : str
        ``"m"``, ``"f"``, or "" while the text has not told.
    plural : bool
        True for a name that takes a plural article (« les Verts »).
    """

    type: str
    references: list[Reference] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    gender: str = ""
    plural: bool = False

    def names(self) -> Iterator[Reference]:
        """Yield the references that are names."""
        return (reference for reference in self.references if reference.kind == NAME)


@dataclass(slots=True)
class Story:
    """The chains of a text and whose mention has its head at a token, covers it, or names by it.

    ``told`` holds the nouns that the text says of one chain (« l'éditeur Valtor »), None for those of several;
    ``origins`` those told to be from somewhere (« l'Espagnole Eva Roux »); ``taken_up`` what the pronouns take up that
    stand for no chain.
    """

    chains: list[Chain]
    heads: dict[int, Chain] = field(default_factory=dict)
    inside: dict[int, Chain] = field(default_factory=dict)
    named: dict[int, Chain] = field(default_factory=dict)
    told: dict[str, Chain | None] = field(default_factory=dict)
    origins: dict[str, list[Chain]] = field(default_factory=dict)
    taken_up: list[Antecedent] = field(default_factory=list)

    def add(self, chain: Chain, reference: Reference) -> None:
        """Note a mention; a token that is another mention's head keeps its owner, and the longer description wins."""
        if reference.head in self.heads:
            return
        for other in chain.references:
            if (
                other.kind == reference.kind == DESCRIPTION
                and other.start < reference.end
                and reference.start < other.end
            ):
                if other.end - other.start >= reference.end - reference.start:
                    return
                chain.references.remove(other)
                break
        chain.references.append(reference)
        self.heads[reference.head] = chain
        for index in range(reference.start, reference.end):
            self.inside.setdefault(index, chain)


def story_of(chains: list[Chain]) -> Story:
    """Return chains with their places."""
    story = Story(chains)
    for chain in chains:
        for reference in chain.references:
            story.heads[reference.head] = chain
            for index in range(reference.start, reference.end):
                story.inside[index] = story.named[index] = chain
    return story
