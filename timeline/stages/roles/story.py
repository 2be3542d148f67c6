"""The entities of a text laid out on its tokens again, as the rules of mentions and roles read them."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from timeline.model import Entity, Mention
from timeline.stages.mentions.chains import NAME, Chain, Reference, Story, story_of
from timeline.stages.names.lexicon import Lexicon
from timeline.stages.source import source_of


def story_of_entities(doc: Doc, entities: Iterable[Entity], lexicon: Lexicon) -> tuple[Story, dict[int, str]]:
    """Return a story whose chains are entities, and the entity's id by the identity of its chain."""
    document = source_of(doc).id
    ids: dict[int, str] = {}
    named: list[Chain] = []
    others: list[tuple[Reference, Chain]] = []
    for entity in entities:
        chain = Chain(entity.type, gender=entity.gender)
        ids[id(chain)] = entity.id
        named.append(chain)
        for mention in entity.mentions:
            reference = _reference(doc, mention, lexicon) if mention.document == document else None
            if reference is None:
                continue
            if reference.kind == NAME:
                chain.references.append(reference)
            else:
                others.append((reference, chain))
    story = story_of(named)
    for reference, chain in sorted(others, key=_shortest):
        story.add(chain, reference)
    return story, ids


def _reference(doc: Doc, mention: Mention, lexicon: Lexicon) -> Reference | None:
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return None
    root = span.root
    titled = root.head.i == span.start - 1 and root.head.text in lexicon.titles
    return Reference(span.start, span.end, root.head.i if titled else root.i, mention.kind)


def _shortest(placed: tuple[Reference, Chain]) -> tuple[int, int]:
    reference = placed[0]
    return reference.end - reference.start, reference.start
