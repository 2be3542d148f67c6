"""Whether a headline can be read alone, or points at something that only the text before it names."""

from __future__ import annotations

from itertools import pairwise

from timeline.stages.events.naming import Desk

PARTING = (("’", "'"), ("'", "' "), (",", " "), (":", " "))


def is_pointing(headline: str, desk: Desk) -> bool:
    """Tell a headline that leans on the text before it: « Cette décision inquiète », "Volta says details of it".

    « celle » leans unless it is told which: « termine celle | par une victoire », but « celle de 2015 ».
    """
    for mark, parting in PARTING:
        headline = headline.replace(mark, parting)
    parts = [word for word in headline.split() if word.isalpha() or word[:-1].isalpha()]
    words = [word if len(word) > 1 and word.isupper() else word.lower() for word in parts]  # "US", "IT" are names
    if not words or not desk.leaning.isdisjoint(words) or words[-1] in desk.trailing:
        return True
    return any(
        word in desk.standing_for and not _tells_which(following, desk) for word, following in pairwise([*words, ""])
    )


def _tells_which(word: str, desk: Desk) -> bool:
    """Tell « celle | de Lyon », « ceux | qui partent »."""
    return word in desk.grammar.relative or "origin" in desk.grammar.prepositions.get(word, ())
