"""From text to lexemes: the words of time in it, with the classes each can be, and a string of one symbol a lexeme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from timeline.stages.times.lexicon import GLUES, OTHER, Classes, Lexicon, odd_spelling
from timeline.stages.times.numbers import (
    number_classes,
    ordinal_classes,
    read_digits,
    read_number_words,
    read_roman,
    word_number_classes,
)
from timeline.stages.times.tokens import TOKEN

_SENTENCE_STARTS = frozenset('.!?…:;«"“(—–-•*|\n_')
_NOTHING: Classes = {}
_LONGEST_ROMAN = 12


class Token(NamedTuple):
    """A token's characters, lower case, and place; whether it begins a sentence or a line."""

    text: str
    lower: str
    start: int
    end: int
    initial: bool


def _cut(text: str) -> list[Token]:
    tokens: list[Token] = []
    before, last = "\n", 0
    for match in TOKEN.finditer(text):
        characters, (start, end) = match.group(), match.span()
        initial = before[0] in _SENTENCE_STARTS or "\n" in text[last:start]
        tokens.append(Token(characters, characters.lower(), start, end, initial))
        before, last = characters, end
    return tokens


class Lexeme(NamedTuple):
    """A word, number or phrase of the text, and what it can be."""

    start: int
    end: int
    classes: Classes


@dataclass(frozen=True, slots=True)
class LexedText:
    """The lexemes of a text, the same as one string of symbols for the patterns to run over, and which those are."""

    lexemes: tuple[Lexeme, ...]
    symbols: str
    present: frozenset[str]


def lex(text: str, lexicon: Lexicon, *, offset: int = 0) -> LexedText:
    """Cut a text into lexemes; `offset` is added to their places.

    Examples
    --------
    >>> from timeline.languages import get_language
    >>> from timeline.stages.times.lexicon import read_lexicon
    >>> french = read_lexicon(get_language("fr").times)
    >>> [dict(lexeme.classes) for lexeme in lex("en février", french).lexemes][1]
    {'month': '02'}
    """
    tokens = _cut(text)
    lexemes: list[Lexeme] = []
    index = 0
    while index < len(tokens):
        length, classes = _read(tokens, index, lexicon)
        lexemes.append(Lexeme(tokens[index].start + offset, tokens[index + length - 1].end + offset, classes))
        index += length
    known = lexicon.symbols
    symbols = "".join(known.get(frozenset(lexeme.classes), OTHER) if lexeme.classes else OTHER for lexeme in lexemes)
    return LexedText(tuple(lexemes), symbols, frozenset(symbols))


def _read(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[int, Classes]:
    """Return how many tokens the lexeme at an index has, and its classes."""
    token = tokens[index]
    if token.text[0].isdecimal():
        return _read_digits(tokens, index, lexicon)
    if token.text in GLUES and _glued(tokens, index):
        return 1, {GLUES[token.text]: token.text}
    length, classes = _read_phrase(tokens, index, lexicon)
    if token.lower in lexicon.numbers:
        words, number = _read_number_words(tokens, index, lexicon)
        if words > length:
            return words, number
        if words == length:
            classes = {**classes, **number}
    elif not length:
        return _read_roman(tokens, index, lexicon)
    return max(length, 1), classes


def _glued(tokens: list[Token], index: int) -> bool:
    """Tell whether a sign stands between two digits without a space."""
    if not 0 < index < len(tokens) - 1:
        return False
    before, token, after = tokens[index - 1 : index + 2]
    return (
        before.end == token.start
        and token.end == after.start
        and before.text[-1].isdecimal()
        and after.text[0].isdecimal()
    )


def _read_phrase(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[int, Classes]:
    """Return the longest phrase of the lexicon at an index, 0 when there is none."""
    token = tokens[index]
    longest = min(lexicon.longest.get(token.lower, 0), len(tokens) - index)
    if not longest:
        return 0, _NOTHING
    capital = token.text[0].isupper()
    for length in range(longest, 0, -1):
        phrase = tuple([token.lower for token in tokens[index : index + length]])
        classes = lexicon.phrases.get(phrase)
        if capital and (classes is None or token.initial):
            classes = lexicon.capital_phrases.get(phrase, classes)
        if classes is not None:
            return length, _spelled(tokens, index, classes, lexicon)
    return 0, _NOTHING


def _spelled(tokens: list[Token], index: int, classes: Classes, lexicon: Lexicon) -> Classes:
    """Return the classes of a phrase, those whose spelling is another one marked as odd."""
    token = tokens[index]
    if lexicon.spelling.keys().isdisjoint(classes) or (token.text.isupper() and len(token.text) > 2):
        return classes
    wanted = next(lexicon.spelling[name] for name in classes if name in lexicon.spelling)
    if wanted == "capital":
        odd = token.text[0].islower()
    else:
        odd = token.text[0].isupper() and (wanted == "lower" or not token.initial)
    return odd_spelling(classes, lexicon.spelling) if odd else classes


def _read_digits(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[int, Classes]:
    token = tokens[index]
    length, classes = _read_phrase(tokens, index, lexicon)
    if length > 2:
        return length, classes
    value = read_digits(token.text)
    if value is None or _ends_a_name(tokens, index, lexicon):
        return 1, _NOTHING
    seconds = _read_seconds(tokens, index, value, lexicon)
    if seconds is not None:
        return seconds
    marked = _read_mark(tokens, index, value, lexicon)
    if marked is not None:
        return marked
    grouped = _read_groups(tokens, index, lexicon.thousands)
    if grouped > 1:
        digits = "".join(part.text for part in tokens[index : index + grouped] if part.text.isdecimal())
        value = read_digits(digits)
        return grouped, ({"num": str(value)} if value is not None else _NOTHING)
    return 1, number_classes(token.text, value)


def _read_seconds(tokens: list[Token], index: int, value: int, lexicon: Lexicon) -> tuple[int, Classes] | None:
    """Return what a race took as one lexeme, and minutes with their seconds as minutes: "in 1:57:17", "at 14:05:32"."""
    if _is_sign(tokens, index + 1) and _is_sign(tokens, index + 3) and not _is_sign(tokens, index - 1):
        before = tokens[index - 1] if index else tokens[index]
        cued = "clock_cue" in lexicon.phrases.get((before.lower,), _NOTHING) or (index and before.text[-1].isdecimal())
        return None if cued else (5, _NOTHING)
    if _is_sign(tokens, index - 1) and _is_sign(tokens, index + 1):
        return 3, number_classes(tokens[index].text, value)
    return None


def _is_sign(tokens: list[Token], index: int) -> bool:
    return 0 < index < len(tokens) - 1 and tokens[index].text == ":" and _glued(tokens, index)


def _ends_a_name(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Tell digits that letters stand right before: A10, G20; but not 18h30."""
    if not index or tokens[index - 1].end != tokens[index].start or not tokens[index - 1].text[-1].isalpha():
        return False
    return "clock_mark" not in lexicon.phrases.get((tokens[index - 1].lower,), _NOTHING)


def _read_mark(tokens: list[Token], index: int, value: int, lexicon: Lexicon) -> tuple[int, Classes] | None:
    """Return an ordinal or a decimal number by what follows the digits without a space; None where nothing does."""
    token, after = tokens[index], tokens[index + 1 : index + 5]
    if not after or after[0].start != token.end:
        return None
    if after[0].lower in lexicon.ordinal_suffixes:
        named = lexicon.phrases.get((token.lower, after[0].lower), _NOTHING)
        return 2, {**ordinal_classes(value, lexicon.ordinal_days), **named}
    if after[0].text != lexicon.decimal or len(after) < 2 or after[1].start != after[0].end:
        return None
    if not after[1].text.isdecimal():
        return None
    if _is_a_date(after[1:], lexicon.decimal) or _ends_a_date(
        tokens[max(index - 2, 0) : index], token, lexicon.decimal
    ):
        return None
    return 3, ({"decimal": f"{value}.{after[1].text}"} if len(after[1].text) < 4 else _NOTHING)


def _is_a_date(after: list[Token], sign: str) -> bool:
    """Tell 17.06.2020 from 17.06: after the second number stand the sign and a third one, without a space."""
    if len(after) < 3 or after[1].text != sign or not after[2].text.isdecimal():
        return False
    return after[0].end == after[1].start and after[1].end == after[2].start


def _ends_a_date(before: list[Token], token: Token, sign: str) -> bool:
    """Tell the second number of 17.06.2020."""
    glued = len(before) > 1 and before[-1].text == sign and before[-2].text.isdecimal()
    return glued and before[-1].end == token.start and before[-2].end == before[-1].start


def _read_groups(tokens: list[Token], index: int, sign: str) -> int:
    """Return the number of tokens of digits parted in thousands: « 70.000 », « 70 000 »."""
    if len(tokens[index].text) > 3:
        return 1
    end = index
    while end + 1 < len(tokens) and end - index < 8:
        gap = tokens[end + 1].start - tokens[end].end
        if (
            tokens[end + 1].text == sign
            and gap == 0
            and end + 2 < len(tokens)
            and tokens[end + 2].start == tokens[end + 1].end
        ):
            following = end + 2
        elif sign != "," and gap == 1:
            following = end + 1
        else:
            break
        if not (tokens[following].text.isdecimal() and len(tokens[following].text) == 3):
            break
        end = following
    return end - index + 1


def _read_number_words(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[int, Classes]:
    """Return the run of number words at an index: « vingt et un », « dix-huit »."""
    words: list[str] = []
    end = index
    position = index
    while position < len(tokens) and len(words) < 12:
        lower = tokens[position].lower
        if lower in lexicon.numbers:
            value = lexicon.numbers[lower]
            is_year = position == end and len(words) == 1 and _names_a_year(lexicon.numbers[words[0]], value)
            if words and not is_year and not _continues(lexicon.numbers[words[-1]], value):
                break
            words.append(lower)
            end = position + 1
        elif lower not in lexicon.joiners:
            break
        elif lower != "-" and lexicon.numbers[words[-1]] < 20:
            break  # « deux et trois »: two numbers
        position += 1
    return end - index, word_number_classes(read_number_words(words, lexicon.numbers))


def _names_a_year(first: int, following: int) -> bool:
    """Tell whether two numbers side by side are a year: "nineteen ninety-six"."""
    return 11 <= first <= 19 and 10 <= following <= 90


def _continues(last: int, following: int) -> bool:
    """Tell whether a number word goes on with the number of the last one: vingt-deux, deux cents; not deux, trois."""
    return (
        (following < last and last >= 10)
        or (following in (100, 1000) and last < following)
        or (last, following) == (4, 20)
    )


def _read_roman(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[int, Classes]:
    """Return a Roman ordinal: « XIXe », « XXe », with its suffix in the same token."""
    text = tokens[index].text
    if text[0] in "IVXL" and len(text) < _LONGEST_ROMAN:
        for length in range(len(text) - 1, 0, -1):
            value = read_roman(text[:length]) if text[length:] in lexicon.ordinal_suffixes else None
            if value:
                return 1, {"ord": str(value), "roman": str(value)}
    return 1, _NOTHING
