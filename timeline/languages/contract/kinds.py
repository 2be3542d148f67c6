"""What rooms are made of."""

from __future__ import annotations

from typing import TypeAlias

Words: TypeAlias = tuple[str, ...]
"""A list of words; those of one expression are joined as the room says."""
