"""Words that tell the same kind of event: what the room ``event_types`` of a language holds side by side."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from timeline.languages.base import language_or_fallback
from timeline.model.who import fold


def family(code: str, word: str) -> frozenset[str]:
    """Return the dictionary forms of the words that tell what a word tells, folded; empty when it is not known.

    Parameters
    ----------
    code : str
        ISO 639-1 code of the language.
    word : str
        A verb, noun or adjective in its dictionary form; case and accents do not count.

    Examples
    --------
    >>> "evincer" in family("fr", "limoger")
    True
    >>> family("fr", "manger une pomme")
    frozenset()
    """
    return _families(code).get(fold(word), frozenset())


@cache
def _families(code: str) -> Mapping[str, frozenset[str]]:
    families: dict[str, frozenset[str]] = {}
    for frame in language_or_fallback(code).event_types.frames.values():
        listed = (*frame.verbs, *frame.nouns, *frame.adjectives)
        members = frozenset(fold(word) for word in listed if " " not in word)
        families |= {word: families.get(word, frozenset()) | members for word in members}
    return families
