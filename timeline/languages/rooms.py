"""How a language's rooms are reached: `Data` and `Rules` are attributes that read a file of its folder when asked.

What was read is kept in the language itself, where the next question finds it without asking them.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar, overload

from timeline.errors import LanguageDataError
from timeline.languages.loading import read_toml, room_from

T = TypeVar("T")

ISO_639 = (2, 3)  # letters of a code; other folders are no languages


class HasCode(Protocol):
    """Whatever has a language's code."""

    @property
    def code(self) -> str:
        """ISO 639-1."""


class Data(Generic[T]):
    """The room ``<name>.toml`` of a language, where `name` is the attribute's; empty where the folder has none."""

    def __init__(self, kind: type[T]) -> None:
        self._kind: Any = kind

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, language: None, owner: type) -> Data[T]: ...
    @overload
    def __get__(self, language: HasCode, owner: type) -> T: ...
    def __get__(self, language: HasCode | None, owner: type) -> T | Data[T]:
        if language is None:
            return self
        room: T = read_room(language.code, self._name, self._kind)
        vars(language)[self._name] = room
        return room


class Rules(Generic[T]):
    """The module ``<room>.py`` of a language, where the attribute is called ``<room>_rules``; None without one."""

    def __init__(self, kind: Callable[..., T]) -> None:
        self._kind: Any = kind

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, language: None, owner: type) -> Rules[T]: ...
    @overload
    def __get__(self, language: HasCode, owner: type) -> T | None: ...
    def __get__(self, language: HasCode | None, owner: type) -> T | Rules[T] | None:
        if language is None:
            return self
        rules: T | None = read_rules(language.code, self._name.removesuffix("_rules"), self._kind)
        vars(language)[self._name] = rules
        return rules


@cache
def available_languages() -> tuple[str, ...]:
    """Return the codes of all language folders, sorted.

    Examples
    --------
    >>> available_languages()
    ('en', 'fr')
    """
    packages = (module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]) if module.ispkg)
    return tuple(sorted(name for name in packages if len(name) in ISO_639))


def read_room(code: str, room: str, kind: Any) -> Any:
    """Return a room of a language's data.

    Raises
    ------
    LanguageDataError
        For a key that the room does not have, or a value of another type.
    """
    return room_from(kind, read_data(code, room), f"languages/{code}/{room}.toml")


def read_data(code: str, room: str) -> Mapping[str, Any]:
    """Return what ``<room>.toml`` holds, unchecked; empty where there is none."""
    return read_toml(f"timeline.languages.{code}", f"{room}.toml") if code in available_languages() else {}


def read_rules(code: str, room: str, kind: Any) -> Any:
    """Return a language's module of rules, None where there is none.

    Raises
    ------
    LanguageDataError
        When a function is missing from it.
    """
    name = f"timeline.languages.{code}.{room}"
    if code not in available_languages() or not importlib.util.find_spec(name):
        return None
    rules = importlib.import_module(name)
    missing = sorted(name for name in vars(kind) if not name.startswith("_") and not hasattr(rules, name))
    if missing:
        raise LanguageDataError(f"languages/{code}/{room}.py has no {missing[0]}; see timeline/languages/contract.")
    return rules
