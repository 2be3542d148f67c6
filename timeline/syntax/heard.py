"""What a verb of saying tells, wherever it hangs: « …, annonce l'ONU », « annonce dans un communiqué que… »."""

from __future__ import annotations

from timeline.languages.grammar import Role
from timeline.syntax.phrases import mark_before
from timeline.syntax.voice import VERBAL, is_finite
from timeline.syntax.words import Word

QUOTATION = frozenset('«»“”"')
STOPS = frozenset(".!?…:;()[]")
SAID = frozenset({Role.CLAUSE_COMPLEMENT, Role.PARATAXIS})


def heard(verb: Word) -> Word | None:
    """Return the verb of what a verb of saying tells, wherever it stands."""
    if verb.role == Role.PARATAXIS:
        return verb.head
    return _said_before(verb) or _said_behind(verb) or _announced(verb)


def _announced(verb: Word) -> Word | None:
    """Return the head of what is said behind a colon: « déclare au Monde : « Je pars » »."""
    behind = (child for child in verb.children if child.i > verb.i and child.role in SAID)
    return next((child for child in behind if mark_before(child) == ":"), None)


def _said_before(verb: Word) -> Word | None:
    """Return the verb of what is said where it hangs on the verb of saying."""
    before = [child for child in verb.children if child.i < verb.i and child.pos_ in VERBAL]
    before = [child for child in before if child.role != Role.AUXILIARY]
    return next((child for child in before if child.role in SAID or child.right_edge.text in QUOTATION), None)


def _said_behind(verb: Word) -> Word | None:
    """Return the verb of what is said where it hangs on another word: « annonce dans un communiqué que… »."""
    behind = (word for word in verb.subtree if word.i > verb.i and word.role == Role.NOUN_CLAUSE and is_finite(word))
    return next((w for w in behind if any(c.role == Role.MARKER and c.pos_ == "SCONJ" for c in w.children)), None)


def quoted(told: Word) -> list[Word]:
    """Return the words between the quotation marks round a word; none where it is not quoted, or more is said."""
    sentence = told.sent
    first = last = told.i
    while first > sentence.start and told.doc[first - 1].text not in QUOTATION:
        first -= 1
    while last + 1 < sentence.end and told.doc[last + 1].text not in QUOTATION:
        last += 1
    if first == sentence.start or last + 1 == sentence.end:
        return []
    words = told.doc[first : last + 1]
    while words and words[-1].pos_ == "PUNCT":
        words.pop()
    return [] if any(word.text in STOPS for word in words) else words
