"""What was left out between the words of a headline: nobody misses it, or it is put back."""

from __future__ import annotations

from timeline.languages.grammar import Role
from timeline.syntax.endings import Timely
from timeline.syntax.voice import is_finite
from timeline.syntax.words import Word
from timeline.syntax.written import width

QUOTES = frozenset('«»“”"')


def unbroken(kept: list[Word], is_time: Timely, budget: int, *, last: int) -> list[Word]:
    """Put back what was left out in the middle, where no commas part it; else end before it.

    « l'oreille coupée | lors d'un choc | avec Ada Roy » is read in one go, or it is no French.

    Parameters
    ----------
    kept : list of Word
    is_time : callable
    budget : int
        Characters; where what was left out does not fit, the words end before it.
    last : int
        Place before which the words never end.
    """
    whole = kept[:1]
    for following in kept[1:]:
        gap = following.doc[whole[-1].i + 1 : following.i]
        if gap and following.i > last and is_finite(following):
            break  # the verb of a clause whose beginning was left out
        if gap and (_is_object_of(gap, whole[-1]) or not may_fall(gap, is_time)):
            filled = [word for word in gap if word.text not in QUOTES]
            if following.i > last and width([*whole, *filled, following]) > budget:
                break
            whole += filled
        whole.append(following)
    return whole


def _is_object_of(gap: list[Word], before: Word) -> bool:
    """Tell what a preposition is left without: "from | two a month | to ten"."""
    under = {word.i for word in before.children if word.role == Role.PREPOSITION_OBJECT}
    return before.pos_ == "ADP" and any(word.i in under for word in gap)


def may_fall(gap: list[Word], is_time: Timely) -> bool:
    """Tell words that nobody misses between two others: an aside between marks, a time, an adverb."""
    marked = gap[0].pos_ == "PUNCT" and gap[-1].pos_ == "PUNCT"
    return marked or all(
        word.pos_ in {"PUNCT", "ADV"} or is_time(word) or _is_before_time(word, is_time) for word in gap
    )


def _is_before_time(word: Word, is_time: Timely) -> bool:
    """Tell the preposition and the article before a date."""
    if word.pos_ not in {"ADP", "DET"}:
        return False
    after = word.doc[word.i + 1 : word.i + 3]
    return any(map(is_time, after)) and all(is_time(other) or other.pos_ == "DET" for other in after[:1])
