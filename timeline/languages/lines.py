"""Checks on times that look at lines, for all languages."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.languages.contract.words import Word

_LONGEST_HEADING = 3  # words of « Mars 2009 », "Early March 2009"


def heads_its_line(words: Sequence[Word]) -> bool:
    """Tell « 05 : il est arrêté » at the head of its line, below a line that is nothing but a month: « Mars 2009 »."""
    first = words[0]
    if len(first.text) != 2 or (first.i and "\n" not in first.nbor(-1).text):
        return False
    line: list[Word] = []
    for word in first.doc[: first.i]:
        if "\n" not in word.text:
            line.append(word)
        elif line and _is_heading(line):
            return True
        else:
            line = []
    return False


def _is_heading(line: Sequence[Word]) -> bool:
    return len(line) <= _LONGEST_HEADING and line[0].text[0].isalpha() and line[-1].text.isdecimal()
