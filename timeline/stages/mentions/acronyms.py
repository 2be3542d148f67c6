"""Acronyms and what they stand for, as far as the text defines them.

References
----------
Schwartz and Hearst 2003, A simple algorithm for identifying abbreviation definitions in biomedical text. PSB.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc

from timeline.stages.names.lexicon import fold
from timeline.stages.names.name import Name

LEAST = 3  # letters of an acronym that no parentheses define


def acronyms(doc: Doc, names: Sequence[Name]) -> dict[str, str]:
    """Return the key of each acronym that parentheses define, with the key of its long form.

    « Fédération internationale de football association (Fifa) », « l'OPAC (Office public…) ».
    """
    found = {}
    for first, second in pairwise(names):
        between = doc[first.end : second.start].text.strip()
        if between not in {"(", "( "} or second.end >= len(doc) or doc[second.end].text not in {")", ","}:
            continue
        for short, long in ((second, first), (first, second)):
            if is_acronym(doc[short.start : short.end].text, doc[long.start : long.end].text):
                found[short.key] = long.key
                break
    return _by_initials(doc, names) | found


def _by_initials(doc: Doc, names: Sequence[Name]) -> dict[str, str]:
    """Return the key of each word in capitals with that of the one earlier name whose words it begins."""
    by_initials: dict[str, set[str]] = {}
    found: dict[str, str] = {}
    for name in names:
        span = doc[name.start : name.end]
        if len(span) >= LEAST:
            initials = "".join(token.text[0] for token in span if token.text[0].isupper())
            by_initials.setdefault(initials, set()).add(name.key)
        elif len(span) == 1 and len(span.text) >= LEAST and len(by_initials.get(span.text, ())) == 1:
            found.setdefault(name.key, next(iter(by_initials[span.text])))
    return found


def is_acronym(short: str, long: str) -> bool:
    """Tell whether a short form is made of the first letters of a long one, small words and all others passed over.

    Examples
    --------
    >>> is_acronym("Fifa", "Fédération internationale de football association")
    True
    >>> is_acronym("ONU", "Banque de France")
    False
    """
    letters = fold(short).replace(" ", "")
    words = fold(long).replace("'", " ").split()
    if len(words) < 2 or not 1 < len(letters) <= len(words) + 2:
        return False
    at = 0
    for word in words:
        if at < len(letters) and word[0] == letters[at]:
            at += 1
            if (
                at < len(letters) - 1
                and len(word) > 3
                and word[1] == letters[at]
                and not _later(words, word, letters[at])
            ):
                at += 1
    return at == len(letters)


def _later(words: list[str], word: str, letter: str) -> bool:
    """Tell whether a letter opens one of the words after a given one."""
    return any(other[0] == letter for other in words[words.index(word) + 1 :])
