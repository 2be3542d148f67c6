"""What follows the verb in a headline: what it needs, what there is room for, and what must not be lost."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.languages.grammar import Role
from timeline.stages.events.cues import Cues, stands_at
from timeline.stages.events.naming import LONGEST, Desk, Phrase, phrase_of
from timeline.syntax.clauses import Clause, auxiliaries_of
from timeline.syntax.cutting import BELONGING, cut, is_relational, text_of
from timeline.syntax.voice import NOMINALS, SUBJECTS, VERBAL
from timeline.syntax.words import Word

CLAUSES = frozenset({Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT})
HYPHENS = "-‐‑"


def pieces_of(clause: Clause, core: Word, taken: set[int], subject: Phrase, desk: Desk, budget: int) -> list[str]:
    """Return what follows the verb: what it needs, then what there is room for, in the order of the text."""
    texts = _needed_pieces(clause, core, taken, desk, budget)
    length = len(subject.text) + len(clause.verb.text) + sum(len(text) + 1 for text in texts.values())
    for word in clause.welcome:
        room = LONGEST - length - 1
        left = word.i in taken or _is_attribution(word, desk.cues)
        text = "" if left else _welcome_piece(word, core, desk, min(budget, room))
        if text and (len(text) <= room or core in word.subtree):
            texts[word.i] = text
            length += len(text) + 1
    texts |= _what_is_left(clause.verb, desk)
    return [texts[i] for i in sorted(texts) if texts[i]]


def _what_is_left(verb: Word, desk: Desk) -> dict[int, str]:
    """Return the phrase of « ne … que », a time too, by its place in the text."""
    place = restriction_at(verb, desk)
    only = next((word for word in verb.children if word.left_edge.i == place), None)
    if only is None:
        return {}
    behind = {word.i for word in cut(only, desk.cast.is_time, LONGEST)}
    kept = [word for word in only.subtree if word.pos_ != "PUNCT" and (word.i <= only.i or word.i in behind)]
    return {only.i: text_of(kept)}


def restriction_at(verb: Word, desk: Desk) -> int | None:
    """Return where « ne … que » says what is left of a deed, which else seems denied: « n'a tenu | que deux jours »."""
    doc, sentence = verb.doc, verb.sent
    if not any(word.lower_ in desk.cues.ne for word in doc[sentence.start : verb.i]):
        return None
    behind = (word for word in doc[verb.i + 1 : sentence.end] if word.lower_ in desk.cues.restricting)
    return next((word.i for word in behind if word.role in {Role.CASE, Role.ADVERB}), None)


def _needed_pieces(clause: Clause, core: Word, taken: set[int], desk: Desk, budget: int) -> dict[int, str]:
    """Return what a verb needs, by its place in the text."""
    wanted = [word for word in clause.needed if word.i not in taken and not is_afterthought(word, clause)]
    wanted = _without_parallels(wanted, core)
    texts = {word.i: _piece(word, core, desk, budget) for word in wanted if word.role != Role.PARTICLE}
    return {i: text for i, text in texts.items() if not _is_told_in(i, text, texts)}


def _without_parallels(wanted: list[Word], core: Word) -> list[Word]:
    """Leave out clauses that go on with another: « promet de baisser l'impôt, | de supprimer la taxe »."""
    clauses = [word for word in wanted if word.role in CLAUSES and word.pos_ in VERBAL]
    chosen = next((word for word in clauses if core in word.subtree), clauses[0] if clauses else None)
    return [word for word in wanted if word not in clauses or word == chosen]


def is_afterthought(word: Word, clause: Clause) -> bool:
    """Tell what a comma sets apart from a subject behind its verb, or an object: « a assuré Ada Roy, la patronne »."""
    subject = clause.subject
    behind = subject is not None and clause.verb.i < subject.i < word.i and word.pos_ in NOMINALS
    second = word.role == Role.OBJECT and any(w.role == Role.OBJECT and w.i < word.i for w in clause.needed)
    first = word.left_edge if word.left_edge.text != "," else word.left_edge.nbor()
    beyond = any(w.pos_ == "SCONJ" for w in word.doc[clause.verb.i + 1 : word.i]) and word.pos_ in NOMINALS
    return (behind or second or beyond) and first.nbor(-1).text == ","


def _is_told_in(place: int, text: str, texts: Mapping[int, str]) -> bool:
    """Tell a part of a word with a hyphen, which makes the whole of it: « l'étape | -reine »."""
    others = (other for i, other in texts.items() if i < place)
    return any(mark in text for mark in HYPHENS) and any(other.endswith(text) for other in others)


def _is_attribution(word: Word, cues: Cues) -> bool:
    """Tell « selon la police », which says who vouches."""
    first = word.left_edge
    return any(stands_at(first, phrase) for phrase in cues.attribution_by_word.get(first.lower_, ()))


def _welcome_piece(word: Word, core: Word, desk: Desk, budget: int) -> str:
    """Return a phrase that a headline takes where there is room; empty where it cannot be cut: "in an attempt to…"."""
    if word.role == Role.ADVERB:
        return word.text if word.lower_ in desk.particles else ""
    kept = cut(word, desk.cast.is_time, budget, core=[core] if core in word.subtree else [])
    if not kept or any(map(desk.cast.is_time, kept)):
        return ""
    alone = len(kept) == 1 and word.role == Role.PREPOSITION
    return "" if alone or _is_left_of_clause(kept) or _is_unfinished(kept) else text_of(kept)


def _is_left_of_clause(kept: list[Word]) -> bool:
    """Tell what is left of a clause, or what one belongs to that was cut: "in an attempt | to block him"."""
    last = kept[-1]
    if any(child.role == Role.NOUN_CLAUSE and child.i > last.i for child in last.children):
        return True
    return any(part.pos_ == "SCONJ" for part in kept) and not any(part.pos_ in VERBAL for part in kept)


def _piece(word: Word, core: Word, desk: Desk, budget: int) -> str:
    entity = desk.cast.at(word)
    if word.pos_ == "PRON" and entity is not None and not any(child.role == Role.CASE for child in word.children):
        return phrase_of(word, desk, budget).text
    kept = cut(word, desk.cast.is_time, budget, core=[core] if core in word.subtree else [])
    return "" if _is_unfinished(kept) else text_of(kept)


def _is_unfinished(kept: list[Word]) -> bool:
    """Tell a phrase that lost what its last word says nothing without: « au cours | de la nuit »."""
    last = kept[-1]
    lost = (child for child in last.children if child.i > last.i)
    return is_relational(last) and any(child.role in BELONGING | {Role.RELATIVE_CLAUSE} for child in lost)


def predicate_of(word: Word, desk: Desk, budget: int) -> str:
    """Return what a copula says of its subject."""
    after = max((aux.i for aux in auxiliaries_of(word)), default=-1)
    subjects = {part.i for child in word.children if child.role in SUBJECTS for part in child.subtree}
    kept = [part for part in cut(word, desk.cast.is_time, budget) if part.i > after and part.i not in subjects]
    return text_of(kept)
