"""Small questions about tokens that several rules ask."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TypeVar
from weakref import WeakKeyDictionary

from spacy.tokens import Doc, Token

from timeline.languages import language_or_fallback
from timeline.syntax import Form, Role, Word, form_of, role_of, word_at
from timeline.syntax.voice import VERB_AUXILIARIES, is_participle

T = TypeVar("T", Token, Word)

LONGEST_WORD = 16  # tokens of a word cut at its hyphens; chains like "1-1-1-…" are no words


def word_of(token: Token | Word) -> str:
    """Return a token's lower-case word, put together again where the tokeniser cut it at its hyphens (start-up).

    Examples
    --------
    >>> import spacy
    >>> word_of(spacy.blank("en")("the start-up")[3])
    'start-up'
    """
    return whole_words(token.doc if isinstance(token, Token) else token.source)[token.i]


_whole_words: WeakKeyDictionary[Doc, list[str]] = WeakKeyDictionary()


def whole_words(doc: Doc) -> list[str]:
    """Return the `word_of` of each token, read once a Doc."""
    known = _whole_words.get(doc)
    if known is None or len(known) != len(doc):
        tokens = [(token.text.lower(), bool(token.whitespace_)) for token in doc]
        known = _whole_words[doc] = [_joined(tokens, index) for index in range(len(tokens))]
    return known


def _joined(tokens: list[tuple[str, bool]], index: int) -> str:
    """Return the word that ends with a token, of all tokens in lower case and whether a blank follows them."""
    word = tokens[index][0]
    first = max(1, index - LONGEST_WORD)
    while index > first and tokens[index - 1] == ("-", False) and not tokens[index - 2][1]:
        index -= 2
        word = f"{tokens[index][0]}-{word}"
    return word


def governor(token: T) -> T:
    """Return the word that a phrase depends on, prepositions and auxiliaries aside."""
    head = token.head
    if head.pos_ == "ADP" and role_of(head) in {Role.PREPOSITION, Role.AGENT, Role.INDIRECT_OBJECT}:
        head = head.head
    return head.head if role_of(head) in VERB_AUXILIARIES else head


def lemma_among(verb: Token, known: Container[str]) -> str:
    """Return a verb's lemma, or the one of `known` that its ending tells where the lemmatizer left it (« préside »)."""
    lemma = verb.lemma_.lower()
    if lemma in known or lemma != verb.lower_ or verb.pos_ not in {"VERB", "AUX"}:
        return lemma
    rules = language_or_fallback(verb.doc.lang_).event_types_rules
    told = rules.lemmas(word_at(verb)) if rules is not None else ()
    return next((each for each in told if each in known), lemma)


def dependents(verb: Token) -> Iterator[Token]:
    """Yield what hangs on a verb, also where the parser hung it on the verb's auxiliary."""
    for child in verb.children:
        yield child
        if role_of(child) in VERB_AUXILIARIES:
            yield from child.children


def gender_of(token: Token | Word) -> str:
    """Return the gender that a word's form tells: "f", "m", or nothing."""
    form = form_of(token)
    feminine, masculine = Form.FEMININE in form, Form.MASCULINE in form
    return "" if feminine == masculine else "f" if feminine else "m"


def agreed_gender(pronoun: Word) -> str:
    """Return the gender in which a participle agrees with an object pronoun before it: « l'a nommée »."""
    verb = pronoun.head
    agrees = pronoun.role == Role.OBJECT and pronoun.i < verb.i and is_participle(verb)
    return gender_of(verb) if agrees else ""


def number_of(token: Token | Word) -> str:
    """Return the number that a word's form tells: "s", "p", or nothing."""
    form = form_of(token)
    singular, plural = Form.SINGULAR in form, Form.PLURAL in form
    return "" if singular == plural else "s" if singular else "p"
