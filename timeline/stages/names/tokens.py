"""Small questions about tokens that several rules ask."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token


def word_of(token: Token) -> str:
    """Return a token's lower-case word, put together again where the tokeniser cut it at its hyphens (start-up).

    Examples
    --------
    >>> import spacy
    >>> word_of(spacy.blank("en")("the start-up")[3])
    'start-up'
    """
    word = token.text.lower()
    doc = token.doc
    index = token.i
    while (
        index > 1 and doc[index - 1].text == "-" and not doc[index - 1].whitespace_ and not doc[index - 2].whitespace_
    ):
        index -= 2
        word = f"{doc[index].text.lower()}-{word}"
    return word


def governor(token: Token) -> Token:
    """Return the word that a phrase depends on, prepositions and auxiliaries aside."""
    head = token.head
    if head.pos_ == "ADP" and head.dep_ in {"prep", "agent", "dative"}:
        head = head.head
    return head.head if head.dep_.startswith("aux") else head


def dependents(verb: Token) -> Iterator[Token]:
    """Yield what hangs on a verb, also where the parser hung it on the verb's auxiliary."""
    for child in verb.children:
        yield child
        if child.dep_.startswith("aux"):
            yield from child.children


def morph(token: Token, feature: str) -> str:
    """Return a morphological feature of a token, "" where it has none."""
    return ",".join(token.morph.get(feature, []))
