"""A parser's labels, features and tags under their shared names, by the language's ``scheme``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from timeline.errors import LanguageDataError
from timeline.languages.base import language_or_fallback
from timeline.languages.contract import Scheme
from timeline.languages.grammar import Form, Role
from timeline.languages.loading import read_toml, room_from


@dataclass(frozen=True, slots=True)
class Names:
    """What the labels of one language's models are called here."""

    roles: Mapping[str, Role]
    features: Mapping[str, frozenset[Form]]
    tags: Mapping[str, frozenset[Form]]
    predicates: Mapping[str, str] = field(default_factory=dict)
    participles: Mapping[str, str] = field(default_factory=dict)
    _forms: dict[tuple[str, str], frozenset[Form]] = field(default_factory=dict, repr=False, compare=False)

    def role(self, label: str) -> Role:
        """Return the role that a label of a dependency stands for; one with an unknown subtype is its type's.

        Examples
        --------
        >>> names_of("fr").role("nsubj:pass").value, names_of("en").role("pobj").value
        ('passive_subject', 'preposition_object')
        """
        known = self.roles.get(label)
        while known is None and ":" in label:
            label = label.rpartition(":")[0]
            known = self.roles.get(label)
        return known or Role.OTHER

    def forms(self, features: str, tag: str) -> frozenset[Form]:
        """Return what the features of a word, as spaCy writes them, and its tag tell of its form."""
        known = self._forms.get((features, tag))
        if known is None:
            pairs = (pair.partition("=") for pair in features.split("|") if "=" in pair)
            values = (f"{name}={value}" for name, _, several in pairs for value in several.split(","))
            told = [self.features.get(value, frozenset()) for value in values]
            known = self._forms[features, tag] = frozenset().union(self.tags.get(tag, frozenset()), *told)
        return known


@cache
def names_of(code: str) -> Names:
    """Return the shared names of a language's labels; Universal Dependencies' own where it has no scheme.

    Raises
    ------
    LanguageDataError
        When its scheme names a role or form that there is not.
    """
    universal = room_from(Scheme, read_toml("timeline.languages", "universal.toml"), "universal.toml")
    own = language_or_fallback(code).scheme
    return Names(
        roles={**_by_label(universal.roles, code), **_by_label(own.roles, code)},
        features=_by_value((universal.features, own.features), code),
        tags=_by_value((universal.tags, own.tags), code),
        predicates=own.predicates,
        participles=own.participles,
    )


def _by_label(listed: Mapping[str, tuple[str, ...]], code: str) -> dict[str, Role]:
    return {label: _member(Role, name, code) for name, labels in listed.items() for label in labels}


def _by_value(listed: Iterable[Mapping[str, tuple[str, ...]]], code: str) -> dict[str, frozenset[Form]]:
    found: dict[str, frozenset[Form]] = {}
    for table in listed:
        for name, values in table.items():
            for value in values:
                found[value] = found.get(value, frozenset()) | {_member(Form, name, code)}
    return found


def _member(kind: type[Role] | type[Form], name: str, code: str):  # type: ignore[no-untyped-def]
    try:
        return kind(name)
    except ValueError as error:
        known = ", ".join(member.value for member in kind)
        raise LanguageDataError(
            f"The scheme of {code!r} names the {kind.__name__.lower()} {name!r}; known are {known}."
        ) from error
