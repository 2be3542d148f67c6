"""Names in a headline all in capitals, where capitals tell nothing: given names, places and bodies known by name."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from timeline.model.entity import PERSON
from timeline.stages.names.lexicon import Lexicon, fold
from timeline.stages.names.name import Name

LEAST = 4  # words of a headline


def is_shouted(sentence: Span) -> bool:
    """Tell whether a sentence is all in capitals."""
    words = [token for token in sentence if token.is_alpha and len(token) > 1]
    return len(words) >= LEAST and all(token.is_upper for token in words)


def shouted_names(doc: Doc, sentence: Span, lexicon: Lexicon) -> Iterator[Name]:
    """Yield a given name with the word behind it, a known place, a known body (« JEAN ROUX QUITTE LYON »)."""
    index = sentence.start
    while index < sentence.end:
        word = fold(doc[index].text)
        named = index + 1 < sentence.end and doc[index + 1].is_alpha and word in lexicon.given_names
        if named and word not in lexicon.regions and len(word) > 2:
            yield Name(index, index + 2, PERSON)
            index += 2
            continue
        if word in lexicon.towns or word in lexicon.regions or doc[index].text in lexicon.words.organisations.known:
            yield Name(index, index + 1, None)
        index += 1
