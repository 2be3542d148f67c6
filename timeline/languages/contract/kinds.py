"""What rooms are made of."""

from __future__ import annotations

from typing import NewType, TypeAlias

Entry = NewType("Entry", str)
"""A word, or the words of one expression with a blank between them: « mettre en examen »; nothing else joins words."""

Words: TypeAlias = tuple[Entry, ...]
"""A list of words and expressions."""

WordSet: TypeAlias = frozenset[Entry]
"""The same where rules only ask whether a word is one of them."""
