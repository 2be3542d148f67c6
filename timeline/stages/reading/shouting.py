"""Sentences all in capitals made like others: "POLICE ARRESTED TWO MEN ON MONDAY", « LE CONSEIL A NOMMÉ ANNA BERG ».

Old wires, captions and comments are written so, and a parser takes every such word for a name. Words become small but
for those that the rest of the text, or a list of the language, knows as names: truecasing (Lita et al. 2003), by lists
in place of probabilities.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from timeline.languages.base import language_or_fallback
from timeline.stages.names.lexicon import Lexicon, fold, lexicon_of

IsFunctionWord = Callable[[str], bool]

_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")
_WORD = re.compile(r"[^\W\d_]+")
_OPENING = re.compile(r"(?:^|[.!?…:\n])[\s\"'«“(*–—-]*$")
_NUMBER_BEFORE, _NUMBER_AFTER = re.compile(r"\d\W{0,2}$"), re.compile(r"\W{1,2}\d")
_AROUND = 8  # characters looked at before a word
_FEWEST = 4  # words that a sentence needs before its capitals say anything


def softened(text: str, lang: str, is_function_word: IsFunctionWord) -> str:
    """Return `text` with sentences all in capitals written like others; as long as before.

    Parameters
    ----------
    text : str
    lang : str
        ISO 639-1 code, for names that are known: given names, places, days and months.
    is_function_word : callable
        Tells of a word with small letters whether it is an article, a preposition or the like.

    Examples
    --------
    >>> softened("ANNA BERG LEFT ON MONDAY, SAID VOLTA. Rivals of Volta say nothing.", "en", {"on"}.__contains__)
    'Anna Berg left on Monday, said Volta. Rivals of Volta say nothing.'
    """
    spans = list(_stretches(text, is_function_word))
    if not spans:
        return text
    ends = [0, *(stop for _, stop in spans)]
    others = [text[end:start] for end, (start, _) in zip(ends, (*spans, (len(text), 0)), strict=True)]
    names = {word.lower(): word for other in others for word in _names_in(other)}
    softer = [_as_sentences(text[start:stop], lang, names, is_function_word) for start, stop in spans]
    return "".join(piece for pair in zip(others, (*softer, ""), strict=True) for piece in pair)


def _stretches(text: str, is_function_word: IsFunctionWord) -> Iterator[tuple[int, int]]:
    """Yield where lines, or sentences of lines, are all in capitals; lists of names, which have no article, stay."""
    for line in _LINE.finditer(text):
        parts = [line] if line.group().isupper() else _SENTENCE.finditer(text, *line.span())
        yield from (part.span() for part in parts if _is_shouted(part.group(), is_function_word))


def _is_shouted(sentence: str, is_function_word: IsFunctionWord) -> bool:
    if not sentence.isupper():
        return False
    words = _WORD.findall(sentence)
    return len(words) >= _FEWEST and any(len(word) > 1 and is_function_word(word.lower()) for word in words)


def _names_in(text: str) -> Iterator[str]:
    """Yield the words with a capital inside a sentence, where it is a name's."""
    for word in _WORD.finditer(text):
        if word.group()[0].isupper() and not _opens(text, word.start()):
            yield word.group()


def _opens(text: str, place: int) -> bool:
    return _OPENING.search(text[max(0, place - _AROUND) : place]) is not None


def _as_sentences(stretch: str, lang: str, names: Mapping[str, str], is_function_word: IsFunctionWord) -> str:
    words = list(_WORD.finditer(stretch))
    capital = _with_capital(stretch, words, lang, is_function_word)
    pieces, end = [], 0
    for place, word in enumerate(words):
        written, small = word.group(), word.group().lower()
        if len(small) == len(written):
            chosen = names.get(small, small)
            written = chosen[0].upper() + chosen[1:] if place in capital or _opens(stretch, word.start()) else chosen
        pieces += [stretch[end : word.start()], written]
        end = word.end()
    return "".join((*pieces, stretch[end:]))


def _with_capital(stretch: str, words: list[re.Match[str]], lang: str, is_function_word: IsFunctionWord) -> set[int]:
    """Return the places of the words that belong to names, or are days or months."""
    language = language_or_fallback(lang)
    lexicon, calendar = lexicon_of(language), _calendar(lang)
    small_words = language.reading.seldom_names
    smalls = [word.group().lower() for word in words]
    found: set[int] = set()
    for place, (word, small) in enumerate(zip(words, smalls, strict=True)):
        if small in calendar:
            if calendar[small] == "capital" and (_is_beside_number(stretch, word) or not is_function_word(small)):
                found.add(place)
        elif small not in small_words and not is_function_word(small):
            found.update(range(place, place + _words_of_name(place, smalls, lexicon, is_function_word)))
    return found


def _words_of_name(place: int, smalls: list[str], lexicon: Lexicon, is_function_word: IsFunctionWord) -> int:
    """Return how many words of a name that some list knows begin at a place."""
    word = smalls[place]
    for phrase in lexicon.phrases.get(word.capitalize(), ()):
        if [part.strip("'").lower() for part in phrase] == smalls[place : place + len(phrase)]:
            return len(phrase)
    if fold(word) in lexicon.regions or fold(word) in lexicon.towns:
        return 1
    following = smalls[place + 1] if place + 1 < len(smalls) else ""
    is_first = fold(word) in lexicon.given_names or word in lexicon.titles
    return 2 if is_first and following and not is_function_word(following) else 0


def _is_beside_number(stretch: str, word: re.Match[str]) -> bool:
    before = stretch[max(0, word.start() - _AROUND) : word.start()]
    return bool(_NUMBER_BEFORE.search(before) or _NUMBER_AFTER.match(stretch, word.end()))


@cache
def _calendar(lang: str) -> Mapping[str, str]:
    """Return the words of the calendar whose spelling a language cares for, and how they are written."""
    room = language_or_fallback(lang).times
    found: dict[str, str] = {}
    for name, spelled in room.spelling.items():
        table = room.words.get(name, ())
        for listed in table.values() if isinstance(table, Mapping) else (table,):
            found |= dict.fromkeys((word.strip(".") for word in listed), spelled)
    return found
