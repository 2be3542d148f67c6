"""What rule modules may ask of the words of a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from timeline.languages.grammar import Form, Role


class Sentence(Protocol):
    """What rule modules may ask of a sentence: its words, and where they stand in the text."""

    @property
    def start(self) -> int:
        """Place of the first word."""

    @property
    def end(self) -> int:
        """Place after the last word."""

    @property
    def words(self) -> Sequence[Word]:
        """The words."""


class Word(Protocol):
    """What rule modules may ask of a word of the text; see `timeline.syntax.words.Word`."""

    @property
    def text(self) -> str:
        """As it stands in the text."""

    @property
    def lower_(self) -> str:
        """In lower case."""

    @property
    def lemma_(self) -> str:
        """As a dictionary has it."""

    @property
    def pos_(self) -> str:
        """Part of speech, of Universal Dependencies."""

    @property
    def ent_type_(self) -> str:
        """The model's type of the name it belongs to, or nothing."""

    @property
    def whitespace_(self) -> str:
        """The space after it, or nothing."""

    @property
    def i(self) -> int:
        """Place in the text."""

    @property
    def role(self) -> Role:
        """How it depends on its head."""

    @property
    def form(self) -> frozenset[Form]:
        """What its shape tells."""

    @property
    def head(self) -> Word:
        """What it depends on; itself at a root."""

    @property
    def children(self) -> Sequence[Word]:
        """What depends on it, in the order of the text."""

    @property
    def subtree(self) -> Sequence[Word]:
        """Itself and all that depends on it, however far down."""

    @property
    def doc(self) -> Sequence[Word]:
        """All words of the text."""

    @property
    def sent(self) -> Sentence:
        """Its sentence."""

    @property
    def is_sent_start(self) -> bool:
        """Whether it opens its sentence."""

    def nbor(self, step: int = 1) -> Word:
        """Return the word some places on."""
