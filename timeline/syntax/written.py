"""Words chosen from a sentence, written out as the text has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from timeline.languages.grammar import Role
from timeline.syntax.voice import NOMINALS
from timeline.syntax.words import Word

HYPHENS = frozenset("-‐‑–/'’")


def width(words: Iterable[Word]) -> int:
    """Return how many characters words take."""
    return len(text_of(list(words)))


def text_of(words: list[Word]) -> str:
    """Return words as the text has them; marks between them only where they join two words or part a list."""
    parts: list[str] = []
    for word, following in _with_next(words):
        parts.append(word.text)
        if following is None:
            continue
        between = word.doc[word.i + 1 : following.i]
        if not between:
            parts.append(" " if word.whitespace_ else "")
        elif len(between) == 1 and between[0].text in HYPHENS:
            parts.append(f"{word.whitespace_}{between[0].text}{between[0].whitespace_}")
        elif between[0].text == "," and _is_listed(following, words, alone=len(between) == 1):
            parts.append(", ")
        else:
            parts.append("" if word.text.endswith(("'", "’")) else " ")
    return "".join(parts)


def _is_listed(word: Word, words: list[Word], *, alone: bool) -> bool:
    """Tell the first word of one of several, which a comma parts: « l'Espagne, | l'Italie et la France »."""
    if word.role in {Role.CONJUNCT, Role.ADJECTIVE} and any(other.role == Role.COORDINATOR for other in words):
        return True
    if alone and word.role == Role.APPOSITION and word.pos_ == word.head.pos_ == "PROPN":
        return True  # « Stirling, Scotland »
    one = word if word.role == Role.CONJUNCT else word.head
    return alone and one.role == Role.CONJUNCT and one.pos_ in NOMINALS and one in words and one.i >= word.i


def _with_next(words: list[Word]) -> Iterator[tuple[Word, Word | None]]:
    return zip_longest(words, words[1:])
