"""Training sentences made harder: as headlines have them, in capitals, without capitals."""

from __future__ import annotations

import random
from collections.abc import Sequence

from timeline.evaluation.treebanks import Sentence, in_case, with_space, without_stop

_LONGEST_GROUP = 4  # sentences a training text has at most

# How often a sentence of a hardened copy is changed. Headlines and crossheads are lines of their own in news.
_HEADLINE = 0.4  # the first of a text loses its stop and is a line of its own
_LINE = 0.1  # so is any other
_CAPITALS = 0.04
_NO_CAPITALS = 0.04


def group(sentences: Sequence[Sentence], chance: random.Random) -> list[list[Sentence]]:
    """Return texts of one to four sentences that follow one another, so that sentence ends are learnt too."""
    groups = []
    place = 0
    while place < len(sentences):
        length = chance.randint(1, _LONGEST_GROUP)
        groups.append(list(sentences[place : place + length]))
        place += length
    return groups


def harden(text: Sequence[Sentence], chance: random.Random) -> list[Sentence]:
    """Return a text with some sentences as headlines, in capitals or without."""
    hardened = []
    for place, sentence in enumerate(text):
        case = chance.random()
        if case < _CAPITALS + _NO_CAPITALS:
            sentence = in_case(sentence, upper=case < _CAPITALS)
        if chance.random() < (_LINE if place else _HEADLINE):
            sentence = with_space(without_stop(sentence), chance.choice(("\n", "\n\n")))
        hardened.append(sentence)
    return hardened
