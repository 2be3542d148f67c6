"""Who is meant by a proposed name: somebody the text mentions, or words of the text, which then become a mention."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Doc

from timeline.model.entity import PERSON, Entity
from timeline.model.mention import Mention
from timeline.model.participants import Participant
from timeline.stages.grounding.proposals import Quote
from timeline.stages.grounding.quotes import Page, Span
from timeline.stages.source import mention_at

NAME, DESCRIPTION = "NAM", "NOM"
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*")


class Names:
    """The entities of a text, with those that proposed names add.

    Parameters
    ----------
    doc : Doc
        The text, read.
    page : Page
        The text, ready for looking quotes up.
    entities : iterable of Entity
        Those that the library found.
    """

    def __init__(self, doc: Doc, page: Page, entities: Iterable[Entity]) -> None:
        self.doc, self._page = doc, page
        self.entities = list(entities)
        self._by_id = {entity.id: number for number, entity in enumerate(self.entities)}
        self._at: dict[Span, int] = {}
        for number, entity in enumerate(self.entities):
            for mention in entity.mentions:
                self._at[mention.start, mention.end] = number

    def player(self, name: Quote, near: int) -> Participant | None:
        """Return the entity that a name means, words of the text where it is nobody's name, None where neither stands.

        Parameters
        ----------
        name : Quote
        near : int
            A place in the text; of several that the words may mean, the nearest counts.
        """
        number = self._by_id.get(name.words)
        if number is None:
            span = self._page.nearest(name.words, near)
            if span is None:
                return None
            number = self._meant(name.words, span)
            if number is None:
                kind = NAME if any(map(str.isupper, name.words)) else DESCRIPTION
                return mention_at(self.doc, *span, kind=kind)
        return self.entities[number]

    def entity(self, name: Quote, near: int, type: str) -> Entity | None:
        """Return the entity that a name means, made anew where the text has the words and the library no entity."""
        player = self.player(name, near)
        if not isinstance(player, Mention) or player.kind != NAME:
            return player if isinstance(player, Entity) else None
        spans = [span for span in self._page.places_of(name.words)[1] if self._page.is_whole(span)]
        mentions = tuple(mention_at(self.doc, *span, kind=NAME) for span in spans if not self._taken(span))
        number = len(self.entities)
        entity = Entity(id=f"x{number + 1}", name=player.text, type=type, mentions=mentions or (player,))
        self.entities.append(entity)
        self._by_id[entity.id] = number
        self._at.update({(mention.start, mention.end): number for mention in entity.mentions})
        return entity

    def made_of(self, player: Participant) -> Participant:
        """Return the entity that has become of words which were nobody's name when they were looked up."""
        if isinstance(player, Mention):
            number = self._at.get((player.start, player.end))
            return player if number is None else self.entities[number]
        return player

    def _meant(self, words: str, nearest: Span) -> int | None:
        """Return whose mention the words are: there, elsewhere, but for a title before it, or as part of a name."""
        everywhere = [nearest, *self._page.places_of(words)[1]]
        short = _IN_BRACKETS.sub(" ", words).strip()
        if short and short != words:
            everywhere += self._page.places_of(short)[1]
        exact = next((self._at[span] for span in everywhere if span in self._at), None)
        return self._around(nearest) if exact is None else exact

    def _around(self, span: Span) -> int | None:
        """Return the person whose name the words hold behind a title, or are a part of."""
        start, end = span
        for (first, last), number in self._at.items():
            entity = self.entities[number]
            if entity.type != PERSON or not (first < end and start < last):
                continue
            part = first <= start and end <= last and self.doc.text[start:end][:1].isupper()
            titled = last == end and start < first and not self.doc.text[start:first].strip().endswith((",", "."))
            if part or (titled and self.doc.text[first : first + 1].isupper()):
                return number
        return None

    def _taken(self, span: Span) -> bool:
        start, end = span
        return any(first < end and start < last for first, last in self._at)
