"""TOML beside modules, read into the frozen dataclasses of the contract: arrays only, unknown keys refused."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType, UnionType
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from timeline.errors import LanguageDataError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

T = TypeVar("T")


def read_toml(package: str, name: str) -> dict[str, Any]:
    """Return the contents of a TOML file beside a package's modules, empty when there is none."""
    path = files(package) / name
    return tomllib.loads(path.read_text(encoding="utf8")) if path.is_file() else {}


def room_from(kind: type[T], data: Mapping[str, Any], where: str) -> T:
    """Return a room of language data, its missing keys at their defaults.

    Parameters
    ----------
    kind : type
        A frozen dataclass whose fields are ``bool``, ``int``, ``float``, ``str``, ``tuple[X, ...]``, ``tuple[X, Y]``,
        ``frozenset[X]``, ``Mapping[str, X]``, dataclasses, or ``tuple[X, ...] | Mapping[str, Y]``: an array or table.
    data : mapping
        What a TOML file holds.
    where : str
        The file's name, for messages.

    Raises
    ------
    LanguageDataError
        For a key that the room does not have, or a value of another type.

    Examples
    --------
    >>> from timeline.languages.contract import Scheme
    >>> room_from(Scheme, {"tags": {"plural": ["NNS"]}}, "scheme.toml").tags["plural"]
    ('NNS',)
    """
    room: Any = kind
    hints = _hints_of(room)
    unknown = sorted(set(data) - set(hints))
    if unknown:
        known = ", ".join(sorted(hints))
        raise LanguageDataError(f"{where} has the unknown key {unknown[0]!r}; known are {known}.")
    return kind(**{name: _value(hints[name], value, f"{where}: {name}") for name, value in data.items()})


@cache
def _hints_of(kind: Any) -> dict[str, Any]:
    """Return the types of a room's fields, of which a language has hundreds of some kinds."""
    return get_type_hints(kind)


def _value(kind: Any, value: Any, where: str) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return room_from(kind, _checked(value, dict, where), where)
    if origin in (Union, UnionType):
        return _value(inner[isinstance(value, dict)], value, where)
    if origin is tuple and Ellipsis not in inner:
        row = _checked(value, list, where)
        if len(row) != len(inner):
            raise LanguageDataError(f"{where} should have {len(inner)} items, not {len(row)}.")
        return tuple(_value(part, item, where) for part, item in zip(inner, row, strict=True))
    if origin in (tuple, frozenset):
        return origin(_value(inner[0], item, where) for item in _checked(value, list, where))
    if origin is Mapping:
        items = _checked(value, dict, where).items()
        return MappingProxyType({key: _value(inner[1], item, f"{where}.{key}") for key, item in items})
    if isinstance(kind, NewType):
        return _entry(_checked(value, str, where), where)
    if kind is float and type(value) is int:
        return float(value)
    return _checked(value, kind, where)


def _entry(text: str, where: str) -> str:
    """Return a word or expression as it is, one blank between its words."""
    if "_" in text or text != " ".join(text.split()):
        raise LanguageDataError(f"{where} has {text!r}: write the words of one expression with one blank between them.")
    return text


def _checked(value: Any, kind: type[T], where: str) -> T:
    if type(value) is not kind:
        name = {"list": "an array", "dict": "a table"}.get(kind.__name__, kind.__name__)
        raise LanguageDataError(f"{where} should be {name}, not {value!r}.")
    return value
