"""Headlines where the parse tells no subject: the words of the text round the event, as they stand."""

from __future__ import annotations

from timeline.languages.grammar import Form, Role
from timeline.stages.events.naming import LONGEST, Desk
from timeline.stages.events.pieces import is_dated, restriction_at
from timeline.syntax.clauses import auxiliaries_of
from timeline.syntax.cutting import cut
from timeline.syntax.endings import is_relational
from timeline.syntax.voice import NOMINALS, SUBJECTS, VERBAL, is_finite
from timeline.syntax.words import Word
from timeline.syntax.written import width

UNFINISHED = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "AUX", "PART", "PRON"})  # what wants another word after it
WANTED = frozenset({Role.OBJECT, Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT, Role.OBLIQUE_ARGUMENT, Role.ATTRIBUTE})
JOINING = frozenset({"ADP", "CCONJ", "SCONJ"})  # what no headline begins with
STOPS = frozenset(',;:.()[]–—…!?«»“”"')


def is_marker(word: Word, head: Word) -> bool:
    """Tell a preposition before a phrase, and the words of it."""
    while word.role == Role.FIXED and word.i < head.i:
        word = word.head
    return (
        word.i < head.i
        and word.head == head
        and (
            word.role in {Role.CASE, Role.MARKER, Role.COORDINATOR, Role.COPULA}
            or (word.role == Role.ADVERB and not word.children)  # « plus de sept cents salariés »
        )
    )


def own_words(token: Word, desk: Desk) -> list[Word]:
    """Return the words of a clause as they stand, for a parse that tells no subject."""
    words = [word for word in cut(token, desk.cast.is_date, LONGEST) if not is_marker(word, token)] or [token]
    told = token.pos_ in VERBAL and (is_finite(token) or bool(auxiliaries_of(token)))
    return _window(token, desk) if told or len(words) == 1 or width(words) > LONGEST else words


def _window(token: Word, desk: Desk) -> list[Word]:
    """Return the words round one that the parser left alone, up to the nearest marks and conjunctions."""
    doc, first, last = token.doc, token.i, token.i
    only = restriction_at(token, desk) or token.sent.end
    while first > token.sent.start and (not _is_stop(doc[first - 1]) or _is_of_subject(doc[first - 1])):
        first -= 1
    while first < token.i and _may_open(doc[first], token, desk):
        first += 1
    while last + 1 < token.sent.end and (last + 1 == only or not _is_stop(doc[last + 1])):
        if width(doc[first : last + 2]) > LONGEST:
            break
        last += 1
    while last > token.i and last < only and _is_cut_off(doc[last], last, desk):
        last -= 1
    return doc[first : last + 1]


def _may_open(word: Word, verb: Word, desk: Desk) -> bool:
    """Tell a date before a clause, and what no verb without a tense begins with; « à Lyon | sévit une épidémie »."""
    return is_dated(word, desk) or (word.pos_ in JOINING and not is_finite(verb))


def _is_of_subject(word: Word) -> bool:
    """Tell the pronoun of a clause that says who is meant, no comma before it: "those | who had paid will…"."""
    before = word.nbor(-1) if word.i > word.sent.start else word
    return Form.RELATIVE in word.form and word.role in SUBJECTS and before.pos_ in NOMINALS


def _is_cut_off(word: Word, last: int, desk: Desk) -> bool:
    """Tell a date, and a word that wants another after it: one before its noun, or before what tells what it is."""
    beyond = [child for child in word.children if child.i > last]
    verb = word.pos_ in VERBAL and any(child.role in WANTED for child in beyond)
    wanting = verb or (is_relational(word) and bool(beyond))
    return word.pos_ in UNFINISHED or word.head.i > last or wanting or is_dated(word, desk)


def _is_stop(word: Word) -> bool:
    return word.text in STOPS or word.pos_ in {"CCONJ", "SCONJ"} or Form.RELATIVE in word.form
