"""Patterns over classes of words, compiled to regular expressions over the symbols of a lexicon.

A pattern is written as the names of classes, in the order of the text::

    (the? weekday)? [day month year?] !counted

=========== ==================================================================
``name``    a word of that class, kept as the field ``name``
``name?``   an optional one
``( | )``   groups and alternatives; ``{1,4}`` repeats, always bounded
``[ ]``     the span that is annotated, all of the pattern when left out; what
            follows it is looked at and not consumed
``!name``   here stands no word of that class; ``!<name`` none stands before here;
            ``&name`` here stands one, but is not part of the match
``any``     whatever word
``<name>``  a fragment of ``[fragments]``
=========== ==================================================================

What follows two underscores in the name of a class is left out of the field's name, so that ``part__plain`` and
``part__long`` both give the field ``part``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise

from timeline.stages.times.lexer import LexedText
from timeline.stages.times.lexicon import Lexicon

_PART = re.compile(r"!<\w+|[!&]\w+|\w+|\{\d+,\d+\}|[()|?\[\]]")
_FRAGMENT = re.compile(r"(?<!!)<(\w+)>")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern.

    Attributes
    ----------
    expression : str
        Over the symbols of a lexicon; compiled when first run, since most texts need few.
    classes : tuple of str
        The class of each of its groups.
    needed : tuple of frozenset of str
        Of each set of symbols, one must stand in a text that the pattern matches in.
    """

    expression: str
    classes: tuple[str, ...]
    needed: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern matched: lexeme indices, half-open, and the fields found, those inside the span first."""

    start: int
    end: int
    fields: dict[str, str]


def expand_fragments(pattern: str, fragments: Mapping[str, str]) -> str:
    """Put the fragments into a pattern; fragments may hold others.

    Examples
    --------
    >>> expand_fragments("<date> part", {"date": "(the? <day> month)", "day": "(day|day__first)"})
    '(the? (day|day__first) month) part'
    """
    for _ in range(len(fragments)):
        pattern = _FRAGMENT.sub(partial(_fragment, fragments), pattern)
    return pattern


def _fragment(fragments: Mapping[str, str], match: re.Match[str]) -> str:
    return fragments[match[1]]


def compile_pattern(pattern: str, lexicon: Lexicon) -> Pattern:
    """Compile a pattern for a lexicon.

    Raises
    ------
    ValueError
        When a class has no words in the lexicon, or the pattern holds a sign that is not in the notation.
    """
    if _PART.sub("", pattern).strip():
        raise ValueError(f"{_PART.sub('', pattern).strip()!r} is not in the notation of patterns: {pattern!r}")
    classes: list[str] = []
    parts: list[str] = [] if "[" in pattern else ["(?P<span>"]
    for part in _PART.findall(pattern):
        look = next((sign for sign in _LOOKS if part.startswith(sign)), "")
        if look:
            parts.append(f"({_LOOKS[look]}[{_symbols(part.removeprefix(look), lexicon, pattern)}])")
        elif part[0].isalpha() and part != "any":
            classes.append(part)
            parts.append(f"([{_symbols(part, lexicon, pattern)}])")
        else:
            parts.append(_SIGNS.get(part, part))
    parts.append(")")
    needed = tuple(frozenset(_symbols(name, lexicon, pattern)) for name in _needed_classes(pattern))
    return Pattern("".join(parts), tuple(classes), needed)


def _needed_classes(pattern: str) -> list[str]:
    """Return the classes of the words that a pattern never does without: those outside groups and not optional.

    Examples
    --------
    >>> _needed_classes("the? (day|hour)? [month year?] !counted")
    ['month']
    """
    parts = _PART.findall(pattern)
    found: list[str] = []
    depth = 0
    for part, following in pairwise([*parts, ""]):
        depth += (part == "(") - (part == ")")
        if depth == 0 and part == "|":
            return []
        if depth == 0 and part[0].isalpha() and part != "any" and following[:1] not in {"?", "{"}:
            found.append(part)
    return found


# Of what stands around a match, and of the notation itself, as regular expressions have them.
_LOOKS = {"!<": "?<!", "&": "?=", "!": "?!"}
_SIGNS = {"[": "(?P<span>", "]": ")(?=", "(": "(?:", "any": "(?:.)"}


def _symbols(name: str, lexicon: Lexicon, pattern: str) -> str:
    symbols = lexicon.symbols_of(name)
    if not symbols:
        raise ValueError(f"No word of the class {name!r} in [words], which the pattern {pattern!r} asks for")
    return symbols


def find_matches(pattern: Pattern, text: LexedText) -> list[Match]:
    """Return all matches of a pattern in a text."""
    if any(map(text.present.isdisjoint, pattern.needed)):
        return []
    return [_match(pattern, found, text) for found in _compiled(pattern.expression).finditer(text.symbols)]


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.DOTALL)


def _match(pattern: Pattern, found: re.Match[str], text: LexedText) -> Match:
    start, end = found.span("span")
    span_group = found.re.groupindex["span"]
    inside: dict[str, str] = {}
    around: dict[str, str] = {}
    for index, word_class in enumerate(pattern.classes, 1):
        group = index + (index >= span_group)
        place = found.start(group)
        if place < 0:
            continue
        name = word_class.partition("__")[0]
        fields = inside if start <= place < end else around
        number = 1
        while (field := name if number == 1 else f"{name}{number}") in fields:
            number += 1
        fields[field] = text.lexemes[place].classes[word_class]
    return Match(start, end, {**around, **inside})
