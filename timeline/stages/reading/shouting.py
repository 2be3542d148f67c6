"""Sentences all in capitals made like others: "POLICE ARRESTED TWO MEN ON MONDAY", « LE CONSEIL A NOMMÉ ANNA BERG ».

Old wires, captions and comments are written so, and a parser takes every such word for a name. Words become small but
for those that the rest of the text, or a list of the language, knows as names, and for those that no dictionary has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.stages.reading.casing import WORD, Casing, IsFunctionWord, PartsOfSpeech, opens_sentence, recased

_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")
_FEWEST = 4  # words that a sentence needs before its capitals say anything


def softened(
    text: str, lang: str, is_function_word: IsFunctionWord, parts_of_speech: PartsOfSpeech | None = None
) -> str:
    """Return `text` with sentences all in capitals written like others; as long as before.

    Parameters
    ----------
    text : str
    lang : str
        ISO 639-1 code, for names that are known: given names, places, days and months.
    is_function_word : callable
        Tells of a word with small letters whether it is an article, a preposition or the like.
    parts_of_speech : callable, optional
        What a word with small letters may be by a dictionary. Without it words that nothing tells are small.

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
    casing = Casing(
        lang=lang,
        is_function_word=is_function_word,
        parts_of_speech=parts_of_speech,
        names={word.lower(): word for other in others for word in _names_in(other)},
    )
    softer = [recased(text[start:stop], casing).text for start, stop in spans]
    return "".join(piece for pair in zip(others, (*softer, ""), strict=True) for piece in pair)


def _stretches(text: str, is_function_word: IsFunctionWord) -> Iterator[tuple[int, int]]:
    """Yield where lines, or sentences of lines, are all in capitals; lists of names, which have no article, stay."""
    for line in _LINE.finditer(text):
        parts = [line] if line.group().isupper() else _SENTENCE.finditer(text, *line.span())
        yield from (part.span() for part in parts if _is_shouted(part.group(), is_function_word))


def _is_shouted(sentence: str, is_function_word: IsFunctionWord) -> bool:
    if not sentence.isupper():
        return False
    words = WORD.findall(sentence)
    return len(words) >= _FEWEST and any(len(word) > 1 and is_function_word(word.lower()) for word in words)


def _names_in(text: str) -> Iterator[str]:
    """Yield the words with a capital inside a sentence, where it is a name's."""
    for word in WORD.finditer(text):
        if word.group()[0].isupper() and not opens_sentence(text, word.start()):
            yield word.group()
