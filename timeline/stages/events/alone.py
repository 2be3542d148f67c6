"""Whether a headline can be read alone: it points at nothing that only the text before it names, and is cut nowhere."""

from __future__ import annotations

from itertools import pairwise

from timeline.languages.grammar import Role
from timeline.stages.events.naming import Desk
from timeline.stages.events.pieces import is_dated
from timeline.syntax.endings import BELONGING, GOVERNED
from timeline.syntax.gaps import QUOTES
from timeline.syntax.voice import VERBAL
from timeline.syntax.words import Word

CLOSE = frozenset({Role.ADJECTIVE, Role.NOMINAL_MODIFIER, Role.OBLIQUE_ARGUMENT, Role.NOUN_CLAUSE, Role.FLAT})
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


def is_cut_short(headline: str, token: Word, desk: Desk) -> bool:
    """Tell a headline that ends where its sentence goes on to say which is meant: « un juge | d'instruction »."""
    *before, end = headline.replace("'", " ").split() or [""]
    words = [word for word in token.doc[token.sent.start : token.sent.end - 1] if word.text not in QUOTES]
    beside = ((one.text.rstrip("'’"), two) for one, two in pairwise(words))
    return any(word.text == end and one == before[-1] and _goes_on(word, desk) for one, word in beside if before)


def _goes_on(word: Word, desk: Desk) -> bool:
    """Tell a word right behind which a complement of its phrase begins."""
    after = word.nbor()
    while after.text in QUOTES and after.i + 1 < word.sent.end:
        after = after.nbor()
    phrase = after
    while phrase.head.i > word.i and phrase.head.left_edge == after:
        phrase = phrase.head
    wanted = GOVERNED if phrase.head.pos_ in VERBAL else CLOSE
    if phrase.head == word and word.role == Role.CLAUSE_COMPLEMENT:
        wanted = GOVERNED | BELONGING  # "announces it has entered | into an agreement"
    return phrase.head.i <= word.i and phrase.role in wanted and not is_dated(after, desk)
