"""Which entity a token speaks of: what later stages ask when they look for participants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Span, Token

from timeline.model import Entity, Mention


@dataclass(frozen=True, slots=True)
class EntityIndex:
    """Entities by the place of their mentions; made by `entity_index`.

    Attributes
    ----------
    covering : mapping of int to tuple
        Character offset of each word start within a mention → the innermost mention there and its entity.
    """

    covering: Mapping[int, tuple[Entity, Mention]]

    def at(self, token: Token) -> Entity | None:
        """Return the entity whose mention covers a token, None where nobody is named, described or meant."""
        found = self.covering.get(token.idx)
        return found[0] if found else None

    def mention_at(self, token: Token) -> Mention | None:
        """Return the innermost mention that covers a token."""
        found = self.covering.get(token.idx)
        return found[1] if found else None

    def within(self, span: Span) -> tuple[Entity, ...]:
        """Return the entities mentioned in a span, each once, in the order of the text."""
        return tuple(dict.fromkeys(entity for token in span if (entity := self.at(token)) is not None))


def entity_index(entities: Iterable[Entity]) -> EntityIndex:
    """Return a quick look-up from tokens to entities.

    A token belongs to the shortest mention that covers it: in « le cofondateur d'OpenAI », *OpenAI* is the
    organisation and every other word the person.

    Examples
    --------
    >>> person = Entity(id="x1", name="Ada", type="PERSON", mentions=(Mention("Ada", 0, 3, "d", "NAM"),))
    >>> import spacy
    >>> doc = spacy.blank("en")("Ada left.")
    >>> entity_index([person]).at(doc[0]).name
    'Ada'
    """
    placed = sorted(
        ((mention, entity) for entity in entities for mention in entity.mentions),
        key=_length,
        reverse=True,
    )
    covering = {}
    for mention, entity in placed:
        for offset in range(mention.start, mention.end):
            covering[offset] = (entity, mention)
    return EntityIndex(covering)


def _length(placed: tuple[Mention, Entity]) -> int:
    return placed[0].end - placed[0].start
