"""Parts of a page that belong to another story.

Text copied from a page often ends in the next article's headline and first lines. A part under a headline of its own is
set apart when it shares no name with the main part and next to none of its words. The test is lexical cohesion between
neighbouring blocks (Hearst 1997, TextTiling), asked only where a headline says that something may begin.
"""

from __future__ import annotations

import re
from collections import Counter
from math import sqrt

from timeline.stages.reading.lines import is_heading, is_wrapped
from timeline.stages.reading.typography import plain

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STEM = 6  # letters of a word that count, so that « recherche » and « rechercher » are one
_SHORTEST = 5  # shorter words are mostly grammar in the languages of this library
_THEMES = 8  # words a story repeats most, and hardly another story has
_SHORTEST_HEADING = 3  # words; a byline is shorter
_RELATED = 0.12  # cosine; two halves of one news article lie at 0.2 to 0.6, two articles of one paper below 0.1


def unrelated_spans(text: str) -> tuple[tuple[int, int], ...]:
    r"""Return the half-open character spans of parts that belong to another story.

    Parameters
    ----------
    text : str
        A whole text.

    Returns
    -------
    tuple of (int, int)
        In order; empty for most texts.

    Examples
    --------
    >>> story = "Anna Berg quitte Volta après dix ans. Le conseil de Volta cherche déjà la suite avec Anna Berg.\n"
    >>> other = "Dix idées de promenade\nLa forêt en automne offre mille couleurs aux marcheurs patients.\n"
    >>> [(story + other)[start:end] for start, end in unrelated_spans(story + other)] == [other]
    True
    """
    parts = _parts(plain(text))
    if len(parts) < 2:
        return ()
    main_start, main_end = max(parts, key=_length)
    main = text[main_start:main_end]
    names, words = _names(main), _words(main)
    if not names:
        return ()
    # A headline or a lead stands first, and says in other words what follows.
    return tuple((start, end) for start, end in parts[1:] if _is_unrelated(text[start:end], main, names, words))


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]


def _is_unrelated(part: str, main: str, names: frozenset[str], words: Counter[str]) -> bool:
    if part is main or part == main or len(_WORD.findall(part)) < 8:
        return False
    mentioned = {word for word in _WORD.findall(part) if word[0].isupper()}
    own = _words(part)
    themes = {word for word, count in words.most_common(_THEMES) if count > 2}
    return not (names & mentioned) and not (themes & own.keys()) and _cosine(words, own) < _RELATED


def _parts(text: str) -> list[tuple[int, int]]:
    """Cut at each headline that has a paragraph both above and below it."""
    if is_wrapped(text):
        return [(0, len(text))]
    cuts, offset, body_seen = [0], 0, False
    lines = text.splitlines(keepends=True)
    for number, line in enumerate(lines):
        below = next((other for other in lines[number + 1 :] if other.strip()), "")
        words = len(_WORD.findall(line))
        if body_seen and is_heading(line) and words >= _SHORTEST_HEADING and len(_WORD.findall(below)) >= 8:
            cuts.append(offset)
            body_seen = False
        elif line.strip() and not is_heading(line):
            body_seen = True
        offset += len(line)
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def _names(text: str) -> frozenset[str]:
    """Return the capitalised words that stand inside a sentence."""
    return frozenset(re.findall(r"(?<=[\w,'] )[A-ZÀ-Ý][\w-]{2,}|(?<=\w')[A-ZÀ-Ý][\w-]{2,}", text))


def _words(text: str) -> Counter[str]:
    return Counter(word.lower()[:_STEM] for word in _WORD.findall(text) if len(word) >= _SHORTEST)


def _cosine(a: Counter[str], b: Counter[str]) -> float:
    shared = sum(count * b[word] for word, count in a.items())
    size = sqrt(sum(n * n for n in a.values()) * sum(n * n for n in b.values()))
    return shared / size if size else 0.0
