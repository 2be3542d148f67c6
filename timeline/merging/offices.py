"""One key for an office in all languages: PDG, « directeur général », CEO, chief executive are one post at one body."""

from __future__ import annotations

from functools import cache

from timeline.languages import available_languages, get_language
from timeline.stages.names.lexicon import fold


def office_key(title: str) -> str:
    """Return what stands for an office in all languages; the title itself, folded, where none is listed.

    Examples
    --------
    >>> {office_key(title) for title in ("PDG", "directrice générale", "chief executive", "CEO")}
    {'chief executive'}
    >>> office_key("directeur de la rédaction")
    'directeur de la redaction'
    """
    key = fold(title)
    return _offices().get(key, key)


@cache
def _offices() -> dict[str, str]:
    """Return the titles of offices in all languages, folded, with the common name of each."""
    return {
        fold(said): common
        for code in available_languages()
        for common, titles in get_language(code).merging.offices.items()
        for said in titles
    }
