"""Small questions about tokens that several rules ask."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from timeline.syntax import Form, Role, form_of, role_of
from timeline.syntax.voice import VERB_AUXILIARIES

LONGEST_WORD = 16  # tokens of a word cut at its hyphens; chains like "1-1-1-…" are no words


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
    first = max(1, index - LONGEST_WORD)
    while (
        index > first
        and doc[index - 1].text == "-"
        and not doc[index - 1].whitespace_
        and not doc[index - 2].whitespace_
    ):
        index -= 2
        word = f"{doc[index].text.lower()}-{word}"
    return word


def governor(token: Token) -> Token:
    """Return the word that a phrase depends on, prepositions and auxiliaries aside."""
    head = token.head
    if head.pos_ == "ADP" and role_of(head) in {Role.PREPOSITION, Role.AGENT, Role.INDIRECT_OBJECT}:
        head = head.head
    return head.head if role_of(head) in VERB_AUXILIARIES else head


def dependents(verb: Token) -> Iterator[Token]:
    """Yield what hangs on a verb, also where the parser hung it on the verb's auxiliary."""
    for child in verb.children:
        yield child
        if role_of(child) in VERB_AUXILIARIES:
            yield from child.children


def gender_of(token: Token) -> str:
    """Return the gender that a word's form tells: "f", "m", or nothing."""
    form = form_of(token)
    feminine, masculine = Form.FEMININE in form, Form.MASCULINE in form
    return "" if feminine == masculine else "f" if feminine else "m"


def number_of(token: Token) -> str:
    """Return the number that a word's form tells: "s", "p", or nothing."""
    form = form_of(token)
    singular, plural = Form.SINGULAR in form, Form.PLURAL in form
    return "" if singular == plural else "s" if singular else "p"
