"""The role nouns of a language, in all their forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache

from timeline.languages import Language, language_or_fallback
from timeline.languages.contract import OfficeVerbs, OfficeWords, StatusWords, Words


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Role nouns and the words about them.

    Attributes
    ----------
    kinds : mapping of str to str
        Lower-case form of a role noun → ``"body"``, ``"any"``, ``"place"`` or ``"calling"``.
    genders : mapping of str to str
        Lower-case form → ``"m"``, ``"f"``, or "" where both share it.
    plurals : frozenset of str
        The forms that name several people.
    statuses : mapping of str to str
        Adjective → ``"former"``, ``"interim"``, ``"future"`` or ``"current"``.
    phrases : tuple of (str, str)
        Words after the role → status.
    verbs : mapping of str to str
        Verb lemma → what it does with a role.
    masculines, feminines : dict of str to str
        Role nouns of one gender → the form of the other (« directrice » → « directeur »).
    endings : tuple of (str, str)
        Masculine and feminine endings of a title's adjectives.
    synonyms : mapping of str to str
        Title → the title that names the same office.
    words : OfficeWords
        The room itself, for whatever else is asked.
    """

    kinds: Mapping[str, str]
    genders: Mapping[str, str]
    plurals: frozenset[str]
    statuses: Mapping[str, str]
    phrases: tuple[tuple[str, str], ...]
    verbs: Mapping[str, str]
    masculines: dict[str, str]
    feminines: dict[str, str]
    endings: tuple[tuple[str, str], ...]
    synonyms: Mapping[str, str]
    words: OfficeWords

    def kind_of(self, word: str) -> str | None:
        """Return the kind of a lower-case role noun, an « ex- » before it aside; None for any other word."""
        return self.kinds.get(word) or self.kinds.get(word.removeprefix(self.words.former_prefix))


def role_words(language: Language) -> RoleWords:
    """Return the language's role words; built once."""
    return _build(language.code)


@cache
def _build(code: str) -> RoleWords:
    words = language_or_fallback(code).roles
    kinds: dict[str, str] = {}
    genders: dict[str, str] = {}
    plurals: set[str] = set()
    pairs = list(words.pairs.nouns)
    for kind, rows in words.roles.items():
        for row in rows:
            forms = [form.lower() for form in row]
            _read_forms(forms, kind, kinds, genders, plurals)
            pairs += _genders_of(forms)
    return RoleWords(
        kinds=kinds,
        genders=genders,
        plurals=frozenset(plurals),
        statuses={word: status for status, listed in _lists(words.modifiers) for word in listed},
        phrases=tuple((phrase, status) for status, listed in _lists(words.phrases) for phrase in listed),
        verbs={verb: action for action, listed in _lists(words.verbs) for verb in listed},
        masculines={feminine: masculine for masculine, feminine in pairs},
        feminines=dict(pairs),
        endings=words.pairs.endings,
        synonyms={said: office for office, others in words.synonyms.items() for said in others},
        words=words,
    )


def _lists(words: StatusWords | OfficeVerbs) -> Iterator[tuple[str, Words]]:
    return ((each.name, getattr(words, each.name)) for each in fields(words))


def _genders_of(forms: list[str]) -> list[tuple[str, str]]:
    """Return the singulars of a row that has one for each gender."""
    return [(forms[0], forms[1])] if len(forms) > 2 and forms[0] != forms[1] else []


def _read_forms(forms: list[str], kind: str, kinds: dict[str, str], genders: dict[str, str], plurals: set[str]) -> None:
    """Note one row: masculine and feminine singular, then both plurals; two forms are singular and plural of both."""
    for place, form in enumerate(forms):
        kinds[form] = kind
        plural = place >= 2 or (len(forms) == 2 and place == 1)
        genders[form] = "" if len(forms) < 3 else "mf"[place % 2]
        if plural:
            plurals.add(form)
