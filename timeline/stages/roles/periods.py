"""From when to when: the words beside a role that say how long it was held.

Only the places are noted; what they resolve to is the times' stage to say (`timeline.reasoning.tenures` joins both).
"""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from timeline.languages.contract import Periods
from timeline.stages.names.rolewords import RoleWords

REACH = 10  # tokens after a role within which its period begins
WIDTH = 5  # tokens of one time
YEAR = 4  # its digits
CLOSES = frozenset(",;:.()!?–—-")


class Period(NamedTuple):
    """Token offsets of the words for a beginning and an end, None where the text is silent."""

    since: tuple[int, int] | None = None
    until: tuple[int, int] | None = None


def period_of(start: int, end: int, sentence: Span, roles: RoleWords) -> Period:
    """Return the period said of what tokens `start` to `end` say: after them, else before them.

    « maire de Lyon | de 2008 à 2020 », "CEO | since 2015", « Depuis 2015, X est | PDG ».
    """
    doc, words = sentence.doc, roles.words.periods
    for index in range(end, min(end + REACH, sentence.end)):
        token = doc[index]
        found = _period_at(doc, index, sentence.end, words)
        if found is not None:
            return found
        if _ends_reach(token, doc, sentence.end, words):
            break
    return _before(doc, start, sentence, words)


def _period_at(doc: Doc, index: int, limit: int, words: Periods) -> Period | None:
    word = doc[index].text.lower()
    if word in words.since:
        since = _time(doc, index + 1, limit, words)
        return Period(since=since, until=_until(doc, since[1], limit, words)) if since else None
    if word in words.until:
        until = _time(doc, index + 1, limit, words)
        return Period(until=until) if until else None
    opened = word in words.opening
    year = doc[index].like_num and len(doc[index]) == YEAR
    since = _time(doc, index + opened, limit, words) if opened or year else None
    if since is None:
        return None
    until = _until(doc, since[1], limit, words)
    return Period(since, until) if until else None


def _until(doc: Doc, index: int, limit: int, words: Periods) -> tuple[int, int] | None:
    """Return the time after « à », "until" right behind a first time."""
    if index >= limit or doc[index].text.lower() not in words.closing | words.until:
        return None
    return _time(doc, index + 1, limit, words)


def _time(doc: Doc, start: int, limit: int, words: Periods) -> tuple[int, int] | None:
    """Return the tokens of a time from `start`, None where they hold no number and so hardly tell a time."""
    end = start
    while end < min(start + WIDTH, limit) and not _closes_time(doc[end], words):
        end += 1
        if doc[end - 1].like_num and len(doc[end - 1]) == YEAR:  # a year closes a date
            break
    return (start, end) if any(token.like_num for token in doc[start:end]) else None


def _closes_time(token: Token, words: Periods) -> bool:
    return token.text in CLOSES or token.text.lower() in words.closing or token.pos_ in {"VERB", "AUX"}


def _ends_reach(token: Token, doc: Doc, limit: int, words: Periods) -> bool:
    """Tell whether a period beyond a token belongs to something else."""
    if token.text in {",", "("} and token.i + 1 < limit:
        following = doc[token.i + 1]
        opens = following.text.lower() in words.since | words.until | words.opening
        return not (opens or (token.text == "(" and following.like_num))
    return token.pos_ in {"VERB", "AUX", "PRON", "CCONJ"} or token.text in CLOSES


def _before(doc: Doc, start: int, sentence: Span, words: Periods) -> Period:
    """Return the beginning said at the head of the sentence (« Depuis 2015, »)."""
    if doc[sentence.start].text.lower() not in words.since or sentence.start + WIDTH > start:
        return Period()
    since = _time(doc, sentence.start + 1, start, words)
    return Period(since=since) if since and doc[since[1]].text == "," else Period()
