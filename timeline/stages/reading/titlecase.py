"""Headlines in capitals made like sentences: "Court Rejects Appeal From Jailed Editor", "STORM KILLS FOUR IN BRITTANY".

Models take every such word for part of a name. The text below the headline tells which are: a word that stands there
with a small letter, in the same form or a related one, is no name, and a name stands there with its capital.
"""

from __future__ import annotations

import re

from timeline.stages.reading.casing import (
    LONG,
    WORD,
    Casing,
    IsFunctionWord,
    PartsOfSpeech,
    opens_sentence,
    recased,
)
from timeline.stages.reading.lines import is_heading, is_wrapped

_LINE = re.compile(r"[^\n]+")
_FEWEST = 4  # words that a headline needs before its capitals say anything; one less if there is no small letter
_EVIDENCE = 2  # words of a headline that must be told to have small letters; one if nothing in it is new


def lowered(
    text: str, lang: str, is_function_word: IsFunctionWord, parts_of_speech: PartsOfSpeech | None = None
) -> str:
    r"""Return `text` with headlines in capitals written like sentences; as long as before.

    Parameters
    ----------
    text : str
    lang : str
        ISO 639-1 code; the language's words for events help where the text below has no related word.
    is_function_word : callable
        Tells of a word with small letters whether it is an article, a preposition or the like.
    parts_of_speech : callable, optional
        What a word with small letters may be by a dictionary, for words that nothing else tells.

    Examples
    --------
    >>> text = "Court Rejects Appeal From Ana Moreno\n\nThe court rejected an appeal by editor Ana Moreno."
    >>> lowered(text, "en", {"from"}.__contains__).splitlines()[0]
    'Court rejects appeal from Ana Moreno'
    """
    headings = [] if is_wrapped(text) else [line for line in _LINE.finditer(text) if is_heading(line.group())]
    capitals = [line for line in headings if _is_in_capitals(line.group())]
    if not capitals:
        return text
    casing = _casing_of(text, headings, lang, is_function_word, parts_of_speech)
    pieces, end = [], 0
    for line in capitals:
        pieces += [text[end : line.start()], _as_sentence(line.group(), casing)]
        end = line.end()
    return "".join((*pieces, text[end:]))


def _is_in_capitals(line: str) -> bool:
    words = WORD.findall(line)
    long = [word for word in words if len(word) >= LONG]
    enough = len(words) >= _FEWEST - line.isupper() and len(long) > 1
    return enough and not any(map(str.islower, long))  # "iPhone" is no small word


def _as_sentence(line: str, casing: Casing) -> str:
    found = recased(line, casing)
    return found.text if found.evidence >= (_EVIDENCE if found.unknown else 1) else line


def _casing_of(
    text: str,
    headings: list[re.Match[str]],
    lang: str,
    is_function_word: IsFunctionWord,
    parts_of_speech: PartsOfSpeech | None,
) -> Casing:
    """Gather the words of a text outside its headlines: with small letters, and with a capital in mid-sentence."""
    small: set[str] = set()
    names: dict[str, str] = {}
    openings: set[str] = set()
    starts = {line.start() for line in headings}
    for line in _LINE.finditer(text):
        if line.start() in starts:
            continue
        for word in WORD.finditer(line.group()):
            written, plain = word.group(), word.group().lower()
            if written == plain:
                small.add(written)
            elif opens_sentence(line.group(), word.start()):
                openings.add(plain)
            elif written.isupper() or not is_function_word(plain):
                names.setdefault(plain, written)
    return Casing(
        lang=lang,
        is_function_word=is_function_word,
        parts_of_speech=parts_of_speech,
        small=tuple(sorted(small)),
        names=names,
        openings=frozenset(openings),
    )
