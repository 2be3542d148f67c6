"""Mentions of an entity as coreference is annotated: whole noun phrases, none of one entity within another of it."""

from __future__ import annotations

from collections.abc import Set

from timeline.model import Entity
from timeline.model.mention import Mention

Span = tuple[int, int]


def noun_phrases(entity: Entity, text: str, articles: Set[str] = frozenset()) -> frozenset[Span]:
    """Return the noun phrases that stand for an entity, by character offsets.

    To the library a name has no article and stands by itself within « le ministre Luc Roy »; both are one phrase to the
    annotators of OntoNotes and DEMOCRAT, and « l'Otan » is the phrase of the name « Otan ».

    Parameters
    ----------
    entity : Entity
    text : str
        What the entity's offsets point into.
    articles : set of str
        In lower case.

    Examples
    --------
    >>> named = Mention("Otan", 8, 12, "d", "NAM")
    >>> otan = Entity(id="x1", name="Otan", type="ORGANISATION", mentions=(named,))
    >>> noun_phrases(otan, "Selon l'Otan, rien.", {"l'"})
    frozenset({(6, 12)})
    """
    spans = {_with_article(mention, text, articles) for mention in entity.mentions}
    return frozenset(span for span in spans if not any(_is_within(span, other) for other in spans))


def _with_article(mention: Mention, text: str, articles: Set[str]) -> Span:
    """Return where a mention begins and ends, an article right before a name counted in."""
    if mention.kind == "NAM":
        for article in sorted(articles):
            gap = "" if article.endswith("'") else " "
            start = mention.start - len(article) - len(gap)
            begins = start == 0 or (start > 0 and not text[start - 1].isalnum())
            if begins and text[start : mention.start].lower().replace("’", "'") == article + gap:
                return start, mention.end
    return mention.start, mention.end


def _is_within(span: Span, other: Span) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]
