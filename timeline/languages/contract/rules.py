"""What the rule modules of a language folder have: a Protocol each, which the modules themselves fulfil."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeAlias

from timeline.languages.contract.words import Word
from timeline.languages.headlines import Told

Check: TypeAlias = Callable[[Sequence[Word]], bool]


class TimesRules(Protocol):
    """The module ``times``: what needs the parse, or the neighbouring words."""

    @property
    def CHECKS(self) -> Mapping[str, Check]:  # noqa: N802 (a constant of the module)
        """Checks on the words of a match, by the name that rules of ``times.toml`` call them by."""


class EntitiesRules(Protocol):
    """The module ``entities``."""

    def is_impersonal(self, token: Word) -> bool:
        """Tell whether a pronoun stands for nobody: « il faut »."""


class EventTypesRules(Protocol):
    """The module ``event_types``."""

    def lemmas(self, token: Word) -> Iterable[str]:
        """Return what the dictionary form of a word may be where the model's lemmatizer is wrong."""


class LabelsRules(Protocol):
    """The module ``labels``."""

    def headline(self, told: Told) -> str:
        """Return the headline of what is told."""
