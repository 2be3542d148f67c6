"""Document: a text and what is known about it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime
from typing import Any

from timeline.model.representation import cut, one_line, quoted

# What another reader tells of a text, or a function that asks for it.
Proposals = Mapping[str, Any] | Callable[["Document"], Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Document:
    """A text to read, with what the caller knows of it.

    Attributes
    ----------
    text : str
        The text; every offset in a result counts its characters.
    date : str, date, datetime or None
        When it was published: what « hier » counts from.
    lang : str or None
        ISO 639-1 code; None lets the library detect it.
    id : str
        Name of the document in results; made from the text when empty, so that it is the same everywhere.
    title, url : str or None
        For display.
    unrelated : tuple of (int, int)
        Half-open character spans that belong to another story and were not read; filled in results.
    proposals : mapping, callable or None
        What another reader tells of the text, as `timeline.extract` takes it; None in results.

    Examples
    --------
    >>> Document("Anna Berg est partie lundi.", date="2023-11-21", lang="fr").language
    'fr'
    """

    text: str
    date: str | Date | datetime | None = None
    lang: str | None = None
    id: str = ""
    title: str | None = None
    url: str | None = None
    unrelated: tuple[tuple[int, int], ...] = ()
    proposals: Proposals | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.id:
            digest = hashlib.sha1(self.text.encode("utf8", "replace"), usedforsecurity=False)
            object.__setattr__(self, "id", f"doc-{digest.hexdigest()[:8]}")

    def __str__(self) -> str:
        return self.title or self.id

    def __repr__(self) -> str:
        begins = quoted(self.title or self.text[:200], 40) if isinstance(self.text, str) else ""
        told = (self.lang or "", str(self.date or ""), begins, f"{len(self.text):,} characters")
        return one_line("Document", cut(self.id, 30), *told)

    @property
    def language(self) -> str | None:
        """The same as `lang`."""
        return self.lang
