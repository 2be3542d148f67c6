"""The rooms of the order of events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.languages.contract.kinds import Words


@dataclass(frozen=True, slots=True)
class OrderingWords:
    """The room ``ordering``.

    Attributes
    ----------
    roles : mapping of str to tuple of str
        Names of roles, as in `timeline.languages.grammar.Role`, by the coarser name that the learned weights know.
    """

    roles: Mapping[str, Words] = field(default_factory=dict)
