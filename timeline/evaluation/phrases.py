"""Mentions of an entity as coreference is annotated: whole noun phrases, none of one entity within another of it."""

from __future__ import annotations

from collections.abc import Set

from timeline.model import Entity

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
    >>> from timeline.model import Mention
    >>> named = Mention("Otan", 8, 12, "d", "NAM")
    >>> otan = Entity(id="x1", name="Otan", type="ORGANISATION", mentions=(named,))
    >>> noun_phrases(otan, "Selon l'Otan, rien.", {"l'"})
    frozenset({(6, 12)})
    """
    spans = {
        with_article((mention.start, mention.end), text, articles if mention.kind == "NAM" else frozenset())
        for mention in entity.mentions
    }
    return frozenset(span for span in spans if not any(_is_within(span, other) for other in spans))


def with_article(span: Span, text: str, articles: Set[str]) -> Span:
    """Return where a name begins and ends, an article right before it counted in."""
    for article in sorted(articles):
        said = article if article.endswith("'") else f"{article} "
        start = span[0] - len(said)
        begins = start == 0 or (start > 0 and not text[start - 1].isalnum())
        if begins and text[start : span[0]].lower().replace("’", "'") == said:
            return start, span[1]
    return span


def _is_within(span: Span, other: Span) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]
