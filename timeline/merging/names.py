"""The form under which names are compared across documents and languages."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from timeline.languages import available_languages, get_language
from timeline.stages.names.lexicon import fold, lexicon_of

_SMALL = 3  # letters of the longest word that an acronym passes over


@lru_cache(maxsize=1 << 17)
def key_of(name: str) -> str:
    """Return a name without case, accents, article, « groupe » and legal form, places under their common name.

    Examples
    --------
    >>> key_of("le groupe Valtor"), key_of("Valtor SA"), key_of("États-Unis") == key_of("the United States")
    ('valtor', 'valtor', True)
    """
    key = _bare(name)
    return _exonyms().get(key, key)


def _bare(name: str) -> str:
    words = [word for word in re.split(r"[\s'’]+", fold(name)) if word]
    opening, closing = _openings(), _legal_forms()
    while len(words) > 1 and words[0] in opening:
        words = words[1:]
    while len(words) > 1 and words[-1] in closing:
        words = words[:-1]
    return " ".join(words)


def squeezed(key: str) -> str:
    """Return a key without blanks: « Open AI » and OpenAI are written alike.

    Examples
    --------
    >>> squeezed("open ai")
    'openai'
    """
    return key.replace(" ", "")


@lru_cache(maxsize=1 << 16)
def initials(name: str) -> str:
    """Return the first letters of a name's words, small words left out, empty for one word alone.

    Examples
    --------
    >>> initials("Organisation des Nations unies"), initials("Valtor")
    ('onu', '')
    """
    words = [word for word in re.split(r"[\s'’-]+", name) if len(word) > _SMALL or word[:1].isupper()]
    return fold("".join(word[0] for word in words)) if len(words) > 1 else ""


@cache
def _openings() -> frozenset[str]:
    return frozenset(
        word.strip("'’")
        for code in available_languages()
        for word in lexicon_of(get_language(code)).words.names.droppable
    )


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(
        form for code in available_languages() for form in lexicon_of(get_language(code)).folded_legal_forms
    )


@cache
def _exonyms() -> dict[str, str]:
    """Return the names of places in all languages, folded, with the name that stands for all of them."""
    return {
        _bare(said): common
        for code in available_languages()
        for common, names in get_language(code).merging.places.items()
        for said in names
    }
