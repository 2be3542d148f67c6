"""Headlines in capitals made like sentences: "Court Rejects Appeal From Jailed Editor", "STORM KILLS FOUR IN BRITTANY".

Models take every such word for part of a name. The text below the headline tells which are: a word that stands there
with a small letter, in the same form or a related one, is no name, and a name stands there with its capital.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from timeline.languages.base import language_or_fallback
from timeline.stages.reading.lines import is_heading, is_wrapped

_WORD = re.compile(r"[^\W\d_]+")
_LINE = re.compile(r"[^\n]+")
_SENTENCE_OPENS = re.compile(r"(?:^|[.!?…:\n])[\s\"'«“(*–—-]*$")
_FEWEST = 4  # words that a headline needs before its capitals say anything; one less if there is no small letter
LONG_FORM = 6  # letters from which on a form may end in three
_LONG = 4  # letters from which on every word of such a headline has a capital
_EVIDENCE = 2  # words of a headline that must stand below it with a small letter; one if nothing in it is new


@dataclass(frozen=True, slots=True)
class _Body:
    """The words of a text outside its headlines: with small letters, sorted; and those with a capital in mid-sentence.

    The latter as they are written there, by their form in small letters.
    """

    small: tuple[str, ...]
    names: Mapping[str, str]


def lowered(text: str, lang: str, is_function_word: Callable[[str], bool]) -> str:
    r"""Return `text` with headlines in capitals written like sentences; as long as before.

    Parameters
    ----------
    text : str
    lang : str
        ISO 639-1 code; the language's words for events help where the text below has no related word.
    is_function_word : callable
        Tells of a word with small letters whether it is an article, a preposition or the like.

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
    body = _body_of(text, headings, is_function_word)
    known = _event_words(lang)
    known |= frozenset() if body.small else _titles(lang)  # nothing below the headline can tell
    pieces, end = [], 0
    for line in capitals:
        pieces += [text[end : line.start()], _as_sentence(line.group(), body, known, is_function_word)]
        end = line.end()
    return "".join((*pieces, text[end:]))


def _is_in_capitals(line: str) -> bool:
    words = _WORD.findall(line)
    long = [word for word in words if len(word) >= _LONG]
    shouted = not any(map(str.islower, "".join(words)))
    return len(words) >= _FEWEST - shouted and len(long) > 1 and all(word[0].isupper() for word in long)


def _body_of(text: str, headings: list[re.Match[str]], is_function_word: Callable[[str], bool]) -> _Body:
    small: set[str] = set()
    names: dict[str, str] = {}
    starts = {line.start() for line in headings}
    for line in _LINE.finditer(text):
        if line.start() in starts:
            continue
        for word in _WORD.finditer(line.group()):
            written, plain = word.group(), word.group().lower()
            if written == plain:
                small.add(written)
            elif _is_inside(line.group(), word.start()) and (written.isupper() or not is_function_word(plain)):
                names.setdefault(plain, written)
    return _Body(tuple(sorted(small)), names)


def _is_inside(line: str, place: int) -> bool:
    """Tell whether a word stands inside a sentence, where a capital is a name's."""
    return _SENTENCE_OPENS.search(line, max(0, place - 8), place) is None


def _as_sentence(line: str, body: _Body, known: frozenset[str], is_function_word: Callable[[str], bool]) -> str:
    shouted = not any(word.islower() for word in _WORD.findall(line))
    evidence = unknown = 0
    alone = not body.small and any(map(str.islower, line))
    pieces, end = [], 0
    for place, word in enumerate(_WORD.finditer(line)):
        written, small = word.group(), word.group().lower()
        if len(small) != len(written) or (not shouted and not written[1:].islower()):
            chosen = written  # an acronym, a trade name, a letter
        elif small in body.names:
            chosen = body.names[small]
        elif is_function_word(small):
            chosen = small
        elif _is_related(small, body.small):
            chosen = small
            evidence += 1
        elif _is_form_of(small, known):
            chosen = small
            evidence += alone
        else:
            chosen = written[0] + small[1:]
            unknown += 1
        pieces += [line[end : word.start()], chosen if place else chosen[0].upper() + chosen[1:]]
        end = word.end()
    return "".join((*pieces, line[end:])) if evidence >= (_EVIDENCE if unknown else 1) else line


def _is_related(word: str, words: tuple[str, ...]) -> bool:
    """Tell whether sorted words hold a word, or one that begins like it: "rejects" beside "rejected"."""
    if len(word) <= _LONG:
        return any(form == words[bisect_left(words, form) % len(words)] for form in {word, word[:3]} if words)
    stem = word[: max(_LONG, len(word) - (3 if len(word) > 7 else 2))]
    place = bisect_left(words, stem)
    return place < len(words) and words[place].startswith(stem)


def _is_form_of(word: str, words: frozenset[str]) -> bool:
    """Tell a form of one of the words: "kills", "ousting", « supprime »."""
    endings = range(min(4 if len(word) > LONG_FORM else 3, len(word) - 2))
    return f"{word}r" in words or any(word[: len(word) - ending] in words for ending in endings)


def _event_words(lang: str) -> frozenset[str]:
    language = language_or_fallback(lang)
    frames = language.event_types.frames.values()
    told = (word for _, _, words in language.detection.lists() for word in words)
    return frozenset((*told, *(word for frame in frames for word in frame.verbs)))


def _titles(lang: str) -> frozenset[str]:
    rows = (row for kind in language_or_fallback(lang).roles.roles.values() for row in kind)
    return frozenset(form.lower() for row in rows for form in row)
