"""What a language folder holds, and how stages reach it.

``timeline/languages/<code>/`` holds, in every language under the same file names, data (``<room>.toml``) beside small
rule modules (``<room>.py``), a room for each stage. A stage asks for its own room and works without it, more weakly,
where a language has none yet.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from timeline.errors import UnsupportedLanguageError
from timeline.languages.contract import GrammarWords, OrderingWords, ParticipantWords, ProposalWords, Scheme, VerbWords
from timeline.languages.loading import read_toml, room_from

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Language:
    """A language the library reads.

    Attributes
    ----------
    code : str
        ISO 639-1 code, the folder's name.
    name : str
        English name, for messages.
    models : tuple of str
        Packages of spaCy models in the order they are tried. The folder's own components (`trained`) are put over the
        first.
    install : str
        What ``pip install`` needs to get one of them.
    """

    code: str
    name: str
    models: tuple[str, ...]
    install: str

    @property
    def trained(self) -> Path:
        """The folder of the language's own spaCy components, which not every language has."""
        return Path(__file__).parent / self.code / "model"

    def data(self, room: str) -> Mapping[str, Any]:
        """Return the contents of ``<room>.toml``, empty when the language has none. Read once, not to be changed."""
        return _read_data(self.code, room)

    @property
    def scheme(self) -> Scheme:
        """How its parser's labels are called here; Universal Dependencies where the folder does not say."""
        scheme: Scheme = _read_room(self.code, "scheme", Scheme)
        return scheme

    @property
    def verbs(self) -> VerbWords:
        """What the words of its verb groups mean."""
        words: VerbWords = _read_room(self.code, "verbs", VerbWords)
        return words

    @property
    def grammar(self) -> GrammarWords:
        """Its function words."""
        words: GrammarWords = _read_room(self.code, "grammar", GrammarWords)
        return words

    @property
    def participants(self) -> ParticipantWords:
        """What its nouns and pronouns may name."""
        words: ParticipantWords = _read_room(self.code, "participants", ParticipantWords)
        return words

    @property
    def proposals(self) -> ProposalWords:
        """How another reader is asked to read a text."""
        words: ProposalWords = _read_room(self.code, "proposals", ProposalWords)
        return words

    @property
    def ordering(self) -> OrderingWords:
        """What the learned weights of ordering know of its parse."""
        words: OrderingWords = _read_room(self.code, "ordering", OrderingWords)
        return words

    def rules(self, room: str) -> ModuleType | None:
        """Return the module ``<room>.py``, None when the language has none."""
        return _read_rules(self.code, room)


@cache
def get_language(code: str) -> Language:
    """Return the language with an ISO 639-1 code.

    Raises
    ------
    UnsupportedLanguageError
        When there is no folder for it.

    Examples
    --------
    >>> get_language("fr").name
    'French'
    """
    if code not in available_languages():
        known = ", ".join(available_languages())
        raise UnsupportedLanguageError(f"No folder for the language {code!r}; give one of {known} as lang.")
    language: Language = importlib.import_module(f"timeline.languages.{code}").LANGUAGE
    return language


def language_or_fallback(code: str) -> Language:
    """Return the language, or one without rooms for a code that has no folder: stages do what they can without."""
    return get_language(code) if code in available_languages() else Language(code, code, (), "")


@cache
def available_languages() -> tuple[str, ...]:
    """Return the codes of all language folders, sorted."""
    here = Path(__file__).parent
    return tuple(sorted(module.name for module in pkgutil.iter_modules([str(here)]) if module.ispkg))


@cache
def _read_data(code: str, room: str) -> Mapping[str, Any]:
    if code not in available_languages():
        return {}
    return read_toml(f"timeline.languages.{code}", f"{room}.toml")


@cache
def _read_room(code: str, room: str, kind: type[T]) -> T:
    return room_from(kind, _read_data(code, room), f"languages/{code}/{room}.toml")


@cache
def _read_rules(code: str, room: str) -> ModuleType | None:
    if code not in available_languages():
        return None
    name = f"timeline.languages.{code}.{room}"
    return importlib.import_module(name) if importlib.util.find_spec(name) else None
