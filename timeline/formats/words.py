"""A text cut into words without a model, for formats that hold one word a line or a spaCy Doc."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from timeline.model.document import Document
from timeline.model.mention import Mention
from timeline.model.timeline import Timeline


class Marked(NamedTuple):
    """A mention, with the id and the label of what it mentions."""

    mention: Mention
    id: str
    label: str


def tokenised(document: Document) -> Doc:
    """Return a Doc with spaCy's rules for the document's language: words and sentence starts, nothing else.

    Examples
    --------
    >>> [word.text for word in tokenised(Document("Elle part.", lang="fr"))]
    ['Elle', 'part', '.']
    """
    return _tokeniser(document.lang or "xx")(document.text)


class Words:
    """Finds the words that a mention covers; spaCy's own search goes through the whole Doc each time.

    Examples
    --------
    >>> Words(tokenised(Document("Elle part.", lang="fr"))).covered(Mention("art", 6, 9, "d"))
    range(1, 2)
    """

    def __init__(self, doc: Doc) -> None:
        self._starts = [word.idx for word in doc]
        self._ends = [word.idx + len(word) for word in doc]

    def covered(self, mention: Mention) -> range:
        """Return the positions of the words that a mention touches; empty when it touches none."""
        return range(bisect_right(self._ends, mention.start), bisect_left(self._starts, mention.end))


def event_mentions(story: Timeline) -> Iterator[Marked]:
    """Yield every mention of every event, with its TimeML class."""
    for event in story.events:
        for trigger in event.mentions or (event.trigger,):
            yield Marked(trigger, event.id, trigger.timeml_class)


def time_mentions(story: Timeline) -> Iterator[Marked]:
    """Yield the times that stand in a text, with their TIMEX3 type."""
    for time in story.times:
        if time.mention is not None:
            yield Marked(time.mention, time.id, time.type)


def entity_mentions(story: Timeline) -> Iterator[Marked]:
    """Yield every mention of every entity, with its type."""
    for entity in story.entities:
        for mention in entity.mentions:
            yield Marked(mention, entity.id, entity.type)


@cache
def _tokeniser(code: str) -> Language:
    try:
        nlp = spacy.blank(code)
    except ImportError:  # spaCy has no such language, or its tokeniser is another package
        nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer")
    nlp.max_length = sys.maxsize  # the limit protects parsers, and there is none here
    return nlp
