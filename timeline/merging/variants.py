"""Which names are other forms of one name: surnames, initials, acronyms, blanks, a stray word before a name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from timeline.merging.names import initials, squeezed
from timeline.merging.unions import Unions
from timeline.model.entity import ORGANISATION, PERSON, PLACE

Bearer = tuple[int, str]  # the number of a part, and the id of an entity in it
Pair = tuple[str, str]

_STRAY = 3  # times as many documents that give a name without the stray word
_NICKNAME = 3  # letters that a short given name shares with the long one: Sam, Samuel
_LONGEST_ACRONYM = 6
_LOOKED_AT = 50  # documents that tell a name's company; names of one surname that are compared


@dataclass(slots=True)
class Name:
    """A name as all documents bear it; `aliases` are what they call its bearers besides, by key."""

    key: str
    bearers: list[Bearer] = field(default_factory=list)
    types: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    aliases: Counter[str] = field(default_factory=Counter)

    @property
    def type(self) -> str:
        """The type that most mentions have."""
        return min((-count, type_) for type_, count in self.types.items())[1]

    @property
    def documents(self) -> set[int]:
        """The numbers of the parts that bear it."""
        return {part for part, _ in self.bearers}


def variants(names: Mapping[str, Name]) -> list[Pair]:
    """Return pairs of keys that name one, in an order that depends on the names alone.

    Parameters
    ----------
    names : mapping of str to Name
        By key.

    Examples
    --------
    >>> people = {key: Name(key, types=Counter({"PERSON": 1})) for key in ("altman", "sam altman")}
    >>> variants(people)
    [('altman', 'sam altman')]
    """
    company = _Company(names)
    pairs = [*_written_apart(names), *_given_names(names, company)]
    pairs += _surnames(names, pairs)
    pairs += _acronyms(names, company)
    return pairs


class _Company:
    """Who is named in the same documents as a name, of the first documents that bear it."""

    def __init__(self, names: Mapping[str, Name]) -> None:
        self._of_part: dict[int, set[str]] = defaultdict(set)
        for key, name in names.items():
            if name.type != PLACE:
                for part, _ in name.bearers:
                    self._of_part[part].add(key)
        self._names = names

    def share(self, one: str, other: str) -> bool:
        """Tell whether the documents of two names name somebody else in common."""
        return bool((self._around(one) & self._around(other)) - {one, other})

    def _around(self, key: str) -> set[str]:
        found: set[str] = set()
        for part, _ in self._names[key].bearers[:_LOOKED_AT]:
            found |= self._of_part[part]
        return found


def _written_apart(names: Iterable[str]) -> Iterator[Pair]:
    first: dict[str, str] = {}
    for key in sorted(names):
        other = first.setdefault(squeezed(key), key)
        if other != key:
            yield other, key


def _given_names(names: Mapping[str, Name], company: _Company) -> Iterator[Pair]:
    """Yield full names of one person: Sam and Samuel Altman, S. Altman, with or without a middle name."""
    by_surname: dict[str, list[str]] = defaultdict(list)
    for key in sorted(names):
        if " " in key and names[key].type == PERSON:
            by_surname[key.rsplit(" ", 1)[1]].append(key)
    for keys in by_surname.values():
        for place, one in enumerate(keys[:_LOOKED_AT]):
            for other in keys[place + 1 : _LOOKED_AT]:
                if _is_one_person(names[one], names[other], company):
                    yield one, other


def _is_one_person(one: Name, other: Name, company: _Company) -> bool:
    short, long = sorted((one, other), key=_length)
    if long.key.endswith(f" {short.key}"):  # a stray word before a name
        return len(short.bearers) >= _STRAY * len(long.bearers)
    if one.documents & other.documents:
        return False  # a document tells them apart
    (first, *_), (second, *_) = short.key.split(), long.key.split()
    if first == second:
        return set(short.key.split()) <= set(long.key.split())
    nickname = min(len(first), len(second)) >= _NICKNAME and (first.startswith(second) or second.startswith(first))
    initial = min(len(first), len(second)) == 1 and first[0] == second[0]
    return (nickname or initial) and company.share(one.key, other.key)


def _length(name: Name) -> tuple[int, str]:
    return len(name.key), name.key


def _surnames(names: Mapping[str, Name], pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield surnames with the one full name that they can be short for."""
    unions = Unions(sorted(names))
    for one, other in pairs:
        unions.join(one, other)
    full: dict[str, set[str]] = defaultdict(set)
    called: dict[str, set[str]] = defaultdict(set)
    for key, name in names.items():
        if " " in key and name.type == PERSON:
            full[key.rsplit(" ", 1)[1]].add(unions.find(key))
            for alias in name.aliases:
                called[alias].add(unions.find(key))
    for key in sorted(names):
        if " " in key or names[key].type == PLACE:
            continue
        meant = full.get(key, set())
        if len(meant) == 1 and (names[key].type == PERSON or called.get(key) == meant):
            yield key, next(iter(meant))


def _acronyms(names: Mapping[str, Name], company: _Company) -> Iterator[Pair]:
    """Yield acronyms with the one body whose words begin with their letters, where company or an alias agrees."""
    long: dict[str, set[str]] = defaultdict(set)
    for key, name in names.items():
        if " " in key and name.type == ORGANISATION:
            for form in (*name.forms, key):
                long[initials(form)].add(key)
    for key in sorted(names):
        if not 1 < len(key) <= _LONGEST_ACRONYM or not any(form.isupper() for form in names[key].forms):
            continue
        meant = sorted(long.get(key, set()))
        if len(meant) == 1 and (names[meant[0]].aliases[key] or company.share(key, meant[0])):
            yield key, meant[0]
