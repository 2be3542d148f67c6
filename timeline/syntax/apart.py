"""What commas, brackets, colons and quotation marks set apart from the word that it hangs on."""

from __future__ import annotations

from timeline.syntax.endings import GOVERNED
from timeline.syntax.gaps import QUOTES
from timeline.syntax.words import Word

BRACKETS = frozenset("([–—")
OPENING = frozenset(',(–—:[;«"')
WITHIN_SPEECH = OPENING - QUOTES
NEAR = 3  # words from one infinitive to the next, « d'abroger et de remplacer », or of an age between commas


def is_set_off(child: Word, head: Word, marks: frozenset[str]) -> bool:
    """Tell what a comma, a bracket or a colon sets apart from the word that it hangs on."""
    first = child.left_edge
    if child.i < head.i or first.i <= head.i:
        return False
    return (first.nbor(-1).text in marks and not _is_behind_age(first)) or first.text in marks - QUOTES


def is_apart(child: Word, head: Word) -> bool:
    """Tell what is set apart; what a verb governs may be quoted: "reveals | “all that was said”"."""
    return is_set_off(child, head, WITHIN_SPEECH if child.role in GOVERNED else OPENING)


def _is_behind_age(word: Word) -> bool:
    """Tell what stands behind a number between commas: "took the man, 43, | into custody"."""
    if word.i - word.sent.start < NEAR:
        return False
    opening, number, closing = word.doc[word.i - NEAR : word.i]
    return opening.text == closing.text == "," and number.pos_ == "NUM"


def is_bracketed(child: Word, head: Word) -> bool:
    """Tell a later word in brackets that the parser hung on the word before them: « Lyonnais (2004 | -2006) »."""
    between = [word.text for word in head.doc[head.i + 1 : child.left_edge.i]] if child.i - head.i <= NEAR * 2 else []
    return sum(mark in between for mark in "([") > sum(mark in between for mark in ")]")


def is_parted(child: Word) -> bool:
    """Tell names that are counted with commas: « les joueurs Ada Roy, Luc Blin et Jo Dax »."""
    return any(word.text == "," for word in child.subtree)
