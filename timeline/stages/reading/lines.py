"""Lines of a text: which are headlines, and whether lines were broken by a column's width."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import partial
from itertools import pairwise

from timeline.languages.base import language_or_fallback
from timeline.stages.names.lexicon import Lexicon, fold, lexicon_of

_WORD = re.compile(r"\w+")
_CLOSED = re.compile(r"[.!?…;:,»\")\]]\s*$")
_BROKEN = re.compile(r"(?<=[^\s.!?…:])\n(?=\S)")  # a line break in mid-sentence
_BREAK = re.compile(r"(?<=[\w'-])\n(?=([\w'-]{1,40}))")
_LAST = re.compile(r"(\S+ )?([\w'-]+)$")
_NEAR = 80  # characters before a line break in which its last two words stand
_LONGEST_HEADING = 40
DATELINE_LINES = 4  # lines that may stand above a dateline: a kicker, a headline, a lead, a byline


def is_heading(line: str) -> bool:
    """Return True for a line that no sentence ends: a headline or a section's title.

    Parameters
    ----------
    line : str
        One line, without its line break.

    Examples
    --------
    >>> is_heading("Le conseil évince son directeur général")
    True
    >>> is_heading("Il est parti vendredi.")
    False
    """
    line = line.strip()
    if not line or _CLOSED.search(line):
        return False
    return (line[0].isupper() or line[0].isdigit() or line[0] in "«\"'") and len(
        _WORD.findall(line)
    ) <= _LONGEST_HEADING


def is_wrapped(text: str) -> bool:
    r"""Return True when line breaks only keep to a width: most lines inside paragraphs end in mid-sentence.

    Examples
    --------
    >>> is_wrapped("The board met on\nFriday and sent its\nchief away.")
    True
    >>> is_wrapped("Un titre\nUn paragraphe entier. Et sa fin.\nUn autre paragraphe.")
    False
    """
    lines = text.split("\n")
    inner = [(line, after) for line, after in pairwise(lines) if line.strip() and after.strip()]
    broken = sum(not _CLOSED.search(line) for line, _ in inner)
    continued = sum(after.strip()[0].islower() for _, after in inner)
    return bool(inner) and broken > len(inner) / 2 and continued >= len(inner) / 4


def unwrapped(text: str, lang: str = "") -> str:
    r"""Return a text with blanks for the line breaks that only keep to a width, as long as before.

    Where the lines of a text are paragraphs, a break may still part what belongs together: a given name from the family
    name, an article or a preposition from its noun.

    Examples
    --------
    >>> unwrapped("The board met on\nFriday and sent its\nchief away.\nIt is\nover.")
    'The board met on Friday and sent its chief away.\nIt is over.'
    >>> unwrapped("La police a interpellé Jean\nRoux lundi.\nUn titre\nLa suite.", "fr")
    'La police a interpellé Jean Roux lundi.\nUn titre\nLa suite.'
    """
    if is_wrapped(text):
        return _BROKEN.sub(" ", text)
    return _BREAK.sub(partial(_joined, lexicon_of(language_or_fallback(lang))), text) if lang else text


def _joined(lexicon: Lexicon, found: re.Match[str]) -> str:
    """Return a blank for a line break where the word before it does not end a line."""
    near = found.string[max(found.start() - _NEAR, 0) : found.start()].rpartition("\n")[2]
    match = _LAST.search(near)
    if match is None:
        return "\n"
    before, last, following = match[1] or "", match[2], found[1]
    names = lexicon.words.names
    small = names.complement_links | names.articles | names.contracted
    cut = last in small or (
        bool(before) and fold(last) in lexicon.given_names and last[0].isupper() and _is_family_name(following, small)
    )
    return " " if cut else "\n"


def _is_family_name(word: str, small: Set[str]) -> bool:
    return word[0].isupper() and word.lower() not in small and not word.isupper()
