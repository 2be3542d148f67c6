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


class FactualityRules(Protocol):
    """The module ``factuality``: what moods, tenses and modals tell of an event's standing."""

    def marks(self, token: Word, *, conditional_context: bool, reported_past: bool) -> Iterable[tuple[str, str, Word]]:
        """Yield what the verbal group of a verb tells: standing, name of the rule, word that tells it."""

    def governor_effect(self, governor: Word, token: Word) -> str | None:
        """Return what a modal makes of the verb it governs; None when it is none, or tells nothing."""

    def is_question(self, sentence_end: Word, token: Word) -> bool:
        """Tell whether a sentence asks whether something is so, and not who did it or why."""

    def is_pluperfect(self, token: Word) -> bool:
        """Tell "if he had stayed" from "if he stays"."""

    def is_inverted_condition(self, token: Word) -> bool:
        """Tell a condition without a conjunction: "had he stayed"."""


class LabelsRules(Protocol):
    """The module ``labels``."""

    def headline(self, told: Told) -> str:
        """Return the headline of what is told."""
