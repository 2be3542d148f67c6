"""What follows the verb in a headline: what it needs, what there is room for, and what must not be lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from timeline.languages.grammar import Form, Role
from timeline.stages.events.cues import Cues, stands_at
from timeline.stages.events.naming import LONGEST, Desk, described, in_full, once_a_desk, phrase_of, phrase_of_entity
from timeline.syntax.clauses import Clause, auxiliaries_of
from timeline.syntax.cutting import cut
from timeline.syntax.endings import BELONGING, GOVERNED, is_hollow, is_relational, wants_more, whole, without_dangling
from timeline.syntax.gaps import QUOTES, may_fall
from timeline.syntax.phrases import mark_before
from timeline.syntax.voice import EXPLETIVES, NOMINALS, SUBJECTS, VERBAL, is_participle, is_passive
from timeline.syntax.words import Word
from timeline.syntax.written import text_of

CLAUSES = frozenset({Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT})
HYPHENS = "-‐‑"
STRAY = QUOTES | {","}  # left out of what is put back between two phrases


@dataclass(frozen=True, slots=True)
class Piece:
    """A phrase behind a verb: its words, and how a headline tells them."""

    words: list[Word]
    text: str


@once_a_desk
def pieces_of(
    clause: Clause, desk: Desk, core: Word, taken: frozenset[int], around: int, budget: int
) -> tuple[str, ...]:
    """Return what follows the verb: what it needs, then what there is room for, in the order of the text.

    `around` is how many characters the subject takes, and to whom, where a pronoun tells that.
    """
    found = _needed_pieces(clause, core, taken, desk, budget)
    length = around + _width_of(clause.verb) + sum(len(piece.text) + 1 for piece in found.values())
    left = {word.i for word in clause.welcome if _is_attribution(word, desk.cues)} | taken
    for word in (word for word in clause.welcome if word.i not in found.keys() | left):
        room = LONGEST - length - 1
        piece = _welcome_piece(word, core, desk, min(budget, room))
        if piece is not None and _is_worth(piece, room, alone=not found, held=core in word.subtree):
            found[word.i] = piece
            length += len(piece.text) + 1
    found |= _what_is_left(clause.verb, desk)
    pieces = [found[i] for i in sorted(found) if found[i].text]
    needed = {word.i for word in clause.needed} | {core.i}
    return tuple(_in_one_go(pieces, clause.verb, taken, desk, LONGEST - length, needed))


def _is_worth(piece: Piece, room: int, *, alone: bool, held: bool) -> bool:
    """Tell a phrase that there is room for; "dies | in a crash" says more than "dies", "buys Volta | in a deal" not."""
    return (alone or not is_hollow(piece.words[-1])) and (held or len(piece.text) <= room)


def _width_of(verb: Word) -> int:
    """Return how many characters a verb takes about, as a headline has it: of « a été évincé » « est évincé »."""
    helpers = auxiliaries_of(verb)
    helpers = helpers[1:] or (helpers if is_passive(verb) else [])
    pronouns = [child for child in verb.children if child.role in EXPLETIVES]
    return sum(len(word.text) + 1 for word in (verb, *helpers, *pronouns))


def _in_one_go(
    pieces: list[Piece], verb: Word, taken: frozenset[int], desk: Desk, room: int, needed: set[int]
) -> list[str]:
    """Return pieces with what stands between them and is no aside, as far as there is room; then end."""
    texts: list[str] = []
    own = [verb, *auxiliaries_of(verb), *(child for child in verb.children if child.role == Role.PARTICLE)]
    last = max(word.i for word in own)
    for place, piece in enumerate(pieces):
        between = [word for word in verb.doc[last + 1 : piece.words[0].i] if word.i not in taken]
        if between and not may_fall(between, desk.cast.is_date):
            if _opens_next_clause(between):
                break
            filled = text_of(_undated(between, desk))
            if len(filled) >= room and needed.isdisjoint(word.i for later in pieces[place:] for word in later.words):
                break  # where something needed is to come, a smaller budget makes room
            texts += [filled] if filled else []
            room -= len(filled) + 1
        texts.append(piece.text)
        last = max(last, piece.words[-1].i)
    return texts


def _opens_next_clause(between: list[Word]) -> bool:
    """Tell « et » with a comma behind it, after which another clause begins, or one whose verb is not there.

    "…and, at one point, | fled", « …, tandis qu'Ada Roy, | la présidente, … ».
    """
    if any(word.pos_ == "SCONJ" for word in between) and not any(word.pos_ in VERBAL for word in between):
        return True
    return any(one.pos_ == "CCONJ" and two.text == "," for one, two in pairwise(between))


def _undated(between: list[Word], desk: Desk) -> list[Word]:
    """Return what stands between two phrases without dates at its ends: « (part) | lundi, mais | sans passagers »."""
    first, last = 0, len(between)
    while first < last and (is_dated(between[first], desk) or between[first].text in STRAY):
        first += 1
    while last > first and (is_dated(between[last - 1], desk) or between[last - 1].text in STRAY):
        last -= 1
    kept = [word for word in between[first:last] if word.text not in QUOTES]
    joins = first and last < len(between) and [word.pos_ for word in kept] == ["CCONJ"]  # "in March | and | June"
    return [] if joins else kept


def is_dated(word: Word, desk: Desk) -> bool:
    """Tell a word of a date, and the preposition before one."""
    before = word.pos_ == "ADP" and word.i + 1 < word.sent.end and desk.cast.is_date(word.nbor())
    return before or desk.cast.is_date(word)


def _what_is_left(verb: Word, desk: Desk) -> dict[int, Piece]:
    """Return the phrase of « ne … que », a time too, by its place in the text."""
    place = restriction_at(verb, desk)
    only = next((word for word in verb.children if word.left_edge.i == place), None)
    if only is None:
        return {}
    behind = {word.i for word in cut(only, desk.cast.is_date, LONGEST)}
    kept = [word for word in only.subtree if word.pos_ != "PUNCT" and (word.i <= only.i or word.i in behind)]
    return {only.i: Piece(kept, text_of(kept))}


def restriction_at(verb: Word, desk: Desk) -> int | None:
    """Return where « ne … que » says what is left of a deed, which else seems denied: « n'a tenu | que deux jours »."""
    doc, sentence = verb.doc, verb.sent
    if not any(word.lower_ in desk.cues.ne for word in doc[sentence.start : verb.i]):
        return None
    behind = (word for word in doc[verb.i + 1 : sentence.end] if word.lower_ in desk.cues.restricting)
    return next((word.i for word in behind if word.role in {Role.CASE, Role.ADVERB}), None)


def _needed_pieces(clause: Clause, core: Word, taken: frozenset[int], desk: Desk, budget: int) -> dict[int, Piece]:
    """Return what a verb needs, by its place in the text."""
    wanted = [word for word in clause.needed if word.i not in taken and not is_afterthought(word, clause)]
    wanted = [word for word in wanted if not _is_next_clause(word) or core in word.subtree]
    wanted = _without_parallels(wanted, core)
    pieces = {word.i: _piece(word, core, desk, budget) for word in wanted if word.role != Role.PARTICLE}
    texts = {i: piece.text for i, piece in pieces.items()}
    return {i: piece for i, piece in pieces.items() if not _is_told_in(i, piece.text, texts)}


def _without_parallels(wanted: list[Word], core: Word) -> list[Word]:
    """Leave out clauses that go on with another: « promet de baisser l'impôt, | de supprimer la taxe »."""
    clauses = [word for word in wanted if word.role in CLAUSES and word.pos_ in VERBAL]
    chosen = next((word for word in clauses if core in word.subtree), clauses[0] if clauses else None)
    return [word for word in wanted if word not in clauses or word == chosen]


def _is_next_clause(word: Word) -> bool:
    """Tell a clause behind a colon, which goes on without being said: « présente un autre visage : Nantes résiste »."""
    return word.role == Role.CLAUSE_COMPLEMENT and mark_before(word) == ":"


def is_afterthought(word: Word, clause: Clause) -> bool:
    """Tell what a comma sets apart from a subject behind its verb, or an object: « a assuré Ada Roy, la patronne »."""
    subject = clause.subject
    behind = subject is not None and clause.verb.i < subject.i < word.i and word.pos_ in NOMINALS
    second = word.role == Role.OBJECT and any(w.role == Role.OBJECT and w.i < word.i for w in clause.needed)
    beyond = any(w.pos_ == "SCONJ" for w in word.doc[clause.verb.i + 1 : word.i]) and word.pos_ in NOMINALS
    beyond = beyond and word.role != Role.OBJECT  # « place, quand il le faut, le pays en alerte »
    return (behind or second or beyond) and mark_before(word) == ","


def _is_told_in(place: int, text: str, texts: Mapping[int, str]) -> bool:
    """Tell a part of a word with a hyphen, which makes the whole of it: « l'étape | -reine »."""
    others = (other for i, other in texts.items() if i < place)
    return any(mark in text for mark in HYPHENS) and any(other.endswith(text) for other in others)


def _is_attribution(word: Word, cues: Cues) -> bool:
    """Tell « selon la police », which says who vouches."""
    first = word.left_edge
    return any(stands_at(first, phrase) for phrase in cues.attribution_by_word.get(first.lower_, ()))


def _welcome_piece(word: Word, core: Word, desk: Desk, budget: int) -> Piece | None:
    """Return a phrase that a headline takes where there is room; none where it cannot be cut: "in an attempt to…"."""
    if word.role == Role.ADVERB and not any(child.pos_ in NOMINALS for child in word.children):  # « lors d'un choc »
        return Piece([word], word.text) if word.lower_ in desk.particles else None
    kept = cut(word, desk.cast.is_date, budget, core=[core] if core in word.subtree else [])
    if any(map(desk.cast.is_date, kept)) and not _is_span(kept, desk):
        kept = _before_date(kept, word, desk)
    if not kept:
        return None
    alone = len(kept) == 1 and word.role == Role.PREPOSITION
    left = _is_left_of_clause(kept) or _is_unfinished(kept, desk) or _is_set_phrase_cut(kept, desk)
    return None if alone or left else Piece(kept, text_of(kept))


def _before_date(kept: list[Word], head: Word, desk: Desk) -> list[Word]:
    """Return what a phrase tells before its date: "to $60 | in morning trading"."""
    first = next(place for place, word in enumerate(kept) if desk.cast.is_date(word))
    before = without_dangling(kept[:first], head)
    ends = bool(before) and before[-1].pos_ in NOMINALS and before[-1].head.i <= before[-1].i  # not "at the firm('s)"
    return before if ends and kept[first].head not in before else []  # "before London | 2012"


def _is_span(kept: list[Word], desk: Desk) -> bool:
    """Tell a number that something rises or falls from: "from two a month | to ten"."""
    inner = any(word.pos_ == "ADP" for word in kept[1:]) and not desk.cast.is_date(kept[-1])
    return inner and kept[1].pos_ == "NUM"


def _is_set_phrase_cut(kept: list[Word], desk: Desk) -> bool:
    """Tell what wants what follows, wherever the parser hung it: « en hommage | à Ada Roy », « en faveur | de »."""
    last = kept[-1]
    if last.i + 1 >= last.sent.end or not is_relational(last):
        return False
    slots = desk.grammar.prepositions.get(last.nbor().lower_, ())
    return not {"origin", "goal"}.isdisjoint(slots) and not is_dated(last.nbor(), desk)


def _is_left_of_clause(kept: list[Word]) -> bool:
    """Tell what is left of a clause, or what one belongs to that was cut: "in an attempt | to block him"."""
    last = kept[-1]
    behind = [child for child in last.children if child.i > last.i]
    if any(child.role == Role.NOUN_CLAUSE and not is_participle(child) for child in behind):
        return True
    if last.pos_ in VERBAL and any(child.role in GOVERNED for child in behind):
        return True
    if _is_half_deed(last):
        return True
    return any(part.pos_ == "SCONJ" for part in kept) and not any(part.pos_ in VERBAL for part in kept)


def _is_half_deed(last: Word) -> bool:
    """Tell a verb behind a preposition that lost what follows: "after taking off | from Leeds"."""
    deed = last.head if last.role == Role.PARTICLE else last
    lost = (child for child in deed.rights if child != last and child.role != Role.PUNCTUATION)
    return deed.role == Role.PREPOSITION_CLAUSE and any(lost)


def _piece(word: Word, core: Word, desk: Desk, budget: int) -> Piece:
    entity = desk.cast.at(word)
    if word.pos_ == "PRON" and entity is not None and not any(child.role == Role.CASE for child in word.children):
        return Piece([word], phrase_of(word, desk, budget).text)
    if word.pos_ == "PRON" and word.role == Role.OBJECT and not word.children:
        return Piece([word], phrase_of(word, desk, budget).text)
    kept = cut(word, desk.cast.is_date, budget, core=[core] if core in word.subtree else [])
    if word.role == Role.OBJECT and desk.cast.is_latter(word):
        return Piece(kept, phrase_of(word, desk, budget).text)
    meant = described(word, kept, desk) if word.role == Role.OBJECT else None
    if meant is not None:
        return Piece(kept, phrase_of_entity(meant, word, desk).text)
    if _is_unfinished(kept, desk):
        return Piece(kept, "")
    full = in_full(word, kept, desk, budget)
    return Piece(kept, full.text if full is not None else text_of(kept))


def _is_unfinished(kept: list[Word], desk: Desk) -> bool:
    """Tell a phrase that lost what its last word says nothing without: « au cours | de la nuit »."""
    last = kept[-1]
    lost = [child for child in last.children if child.i > last.i and child.role != Role.PUNCTUATION]
    if lost and last.pos_ == "ADP":
        return True  # "sold | by (the end of the quarter)"
    if lost and last.pos_ == "AUX" and Form.INFINITIVE in last.form:
        return True  # "anticipated | to be"
    dates = _days_of(lost, desk)
    if wants_more(whole(last), dates | {word.i for word in kept}):
        return True
    lost = [child for child in lost if child.i not in dates]
    return is_relational(last) and any(child.role in BELONGING | {Role.RELATIVE_CLAUSE} for child in lost)


def _days_of(lost: list[Word], desk: Desk) -> set[int]:
    """Return the places of bare days: « remis à flot | lundi », not « aux alentours | de midi »."""
    days = (child for child in lost if desk.cast.is_date(child))
    return {day.i for day in days if not any(inner.role == Role.CASE for inner in day.children)}


def predicate_of(word: Word, desk: Desk, budget: int) -> str:
    """Return what a copula says of its subject."""
    marks = (child.i for child in word.children if child.role == Role.MARKER and child.pos_ == "SCONJ")
    after = max((aux.i for aux in auxiliaries_of(word)), default=max(marks, default=-1))
    subjects = {part.i for child in word.children if child.role in SUBJECTS for part in child.subtree}
    kept = [part for part in cut(word, desk.cast.is_date, budget) if part.i > after and part.i not in subjects]
    return text_of(kept)
