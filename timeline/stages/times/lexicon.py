"""The words of time of one language for the lexer: phrases, their classes, and a symbol for each set of classes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from timeline.languages.contract import TimeWords, Words
from timeline.stages.times.numbers import number_classes, ordinal_classes, word_number_classes
from timeline.stages.times.tokens import tokens_of

#: The symbol of a word that says nothing of time.
OTHER = "."
#: Signs between two digits with no space: each is a class of its own.
GLUES = {"/": "slash", "-": "hyphen", ".": "dot", ":": "colon"}
_FIRST_SYMBOL = 0xE000  # the private use area: no text can be mistaken for it

Classes = Mapping[str, str]
"""What a word can be, and its value as that: ``{"month": "03"}``."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language's ``times.toml``.

    Attributes
    ----------
    phrases : mapping of tuple of str to Classes
        By lower-case tokens.
    capital_phrases : mapping of tuple of str to Classes
        The same without accents, for words that begin with a capital: « Eté », « A », « DECEMBRE ».
    longest : mapping of str to int
        Number of tokens of the longest phrase that begins with a token.
    numbers : mapping of str to int
        Number words; `joiners` are the words that may stand between them.
    joiners : frozenset of str
        As « et », "and".
    ordinal_suffixes : frozenset of str
        What makes digits and Roman numerals ordinals: « e », "th".
    ordinal_days : frozenset of int
        The ordinals that name a day of the month (1 in French, all in English).
    decimal, thousands : str
        The signs inside numbers.
    spelling : mapping of str to str
        How the words of a class are spelled, since in another spelling they are something else (« Mars », "may"):
        ``"lower"``, ``"initial"`` (lower but for the first word of a sentence) or ``"capital"``.
    symbols : mapping of frozenset of str to str
        One character for every set of classes a word can have.
    """

    phrases: Mapping[tuple[str, ...], Classes]
    capital_phrases: Mapping[tuple[str, ...], Classes]
    longest: Mapping[str, int]
    numbers: Mapping[str, int]
    joiners: frozenset[str]
    ordinal_suffixes: frozenset[str]
    ordinal_days: frozenset[int]
    decimal: str
    thousands: str
    spelling: Mapping[str, str]
    symbols: Mapping[frozenset[str], str]

    def symbols_of(self, name: str) -> str:
        """Return the symbols of all sets that contain a class."""
        return "".join(symbol for classes, symbol in self.symbols.items() if name in classes)


def read_lexicon(room: TimeWords) -> Lexicon:
    """Build the lexicon from a language's room ``times``."""
    phrases = _read_phrases(room.words)
    capital_phrases = _capital_phrases(phrases)
    longest: dict[str, int] = {}
    for tokens in (*phrases, *capital_phrases):
        longest[tokens[0]] = max(longest.get(tokens[0], 0), len(tokens))
    numbers, spelling = room.numbers, room.spelling
    words: dict[str, int] = {word: int(value) for value, listed in numbers.words.items() for word in listed}
    ordinal_days = numbers.ordinal_days
    sets = set(_phrase_sets(phrases, words, spelling, ordinal_days)) | set(_number_sets(ordinal_days))
    ordered = sorted(sorted(classes) for classes in sets if classes)
    return Lexicon(
        phrases=MappingProxyType(phrases),
        capital_phrases=MappingProxyType(capital_phrases),
        longest=MappingProxyType(longest),
        numbers=MappingProxyType(words),
        joiners=numbers.joiners,
        ordinal_suffixes=numbers.ordinal_suffixes,
        ordinal_days=ordinal_days,
        decimal=numbers.decimal,
        thousands=numbers.thousands,
        spelling=spelling,
        symbols=MappingProxyType({frozenset(classes): chr(_FIRST_SYMBOL + i) for i, classes in enumerate(ordered)}),
    )


def odd_spelling(classes: Classes, spelling: Mapping[str, str]) -> dict[str, str]:
    """Return the classes of a word in the spelling that its class does not have: ``month`` becomes ``month__odd``."""
    return {f"{name}__odd" if name in spelling else name: value for name, value in classes.items()}


def unaccented(phrase: str) -> str:
    """Return a phrase without accents, as it is written all in capitals: « FÉVRIER » → « fevrier »."""
    return "".join(sign for sign in unicodedata.normalize("NFD", phrase) if not unicodedata.combining(sign))


def _capital_phrases(phrases: Mapping[tuple[str, ...], Classes]) -> dict[tuple[str, ...], Classes]:
    """Return the phrases as they are written without accents, on the first letter or on all."""
    bare: dict[tuple[str, ...], Classes] = {}
    for tokens, classes in phrases.items():
        everywhere = tuple(map(unaccented, tokens))
        if everywhere not in phrases:
            bare[everywhere] = classes
    for tokens, classes in phrases.items():
        first = (unaccented(tokens[0][0]) + tokens[0][1:], *tokens[1:])
        if first != tokens:
            bare[first] = classes
    return bare


def _read_phrases(tables: Mapping[str, Words | Mapping[str, Words]]) -> dict[tuple[str, ...], Classes]:
    phrases: dict[tuple[str, ...], dict[str, str]] = {}
    for name, words in tables.items():
        by_value = words if isinstance(words, Mapping) else {phrase: [phrase] for phrase in words}
        for value, listed in by_value.items():
            for phrase in listed:
                phrases.setdefault(tuple(tokens_of(phrase)), {}).setdefault(name, value)
    return dict(phrases)


def _phrase_sets(
    phrases: Mapping[tuple[str, ...], Classes],
    numbers: Mapping[str, int],
    spelling: Mapping[str, str],
    ordinal_days: frozenset[int],
) -> Iterator[frozenset[str]]:
    for tokens, classes in phrases.items():
        every = dict(classes)
        if len(tokens) == 1 and tokens[0] in numbers:
            every |= word_number_classes(numbers[tokens[0]])
        yield frozenset(every)
        yield frozenset(odd_spelling(every, spelling))
        if tokens[0].isdecimal() and len(tokens) == 2:
            yield frozenset(every) | frozenset(ordinal_classes(int(tokens[0]), ordinal_days))


def _number_sets(ordinal_days: frozenset[int]) -> Iterator[frozenset[str]]:
    for value in range(3000):
        yield frozenset(number_classes(str(value), value))
        yield frozenset(number_classes(f"{value:02}", value))
        yield frozenset(number_classes(f"{value:06}", value))
        yield frozenset(word_number_classes(value))
        yield frozenset(ordinal_classes(value, ordinal_days))
    yield from (frozenset(names) for names in [*([name] for name in GLUES.values()), ["decimal"], ["ord", "roman"]])
