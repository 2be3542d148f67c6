"""What rooms are made of."""

from __future__ import annotations

from typing import TypeAlias

Words: TypeAlias = tuple[str, ...]
"""A list of words; those of one expression are joined as the room says."""

WordSet: TypeAlias = frozenset[str]
"""The same where rules only ask whether a word is one of them."""
