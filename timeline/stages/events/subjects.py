"""The subject of a clause, as a headline names it: everybody of it, and nobody else."""

from __future__ import annotations

from dataclasses import replace

from timeline.languages.grammar import Form, Role
from timeline.model.entity import ORGANISATION, PERSON, Entity
from timeline.stages.events.antecedents import form_of
from timeline.stages.events.naming import (
    LONGEST,
    Desk,
    Phrase,
    is_joined,
    is_many,
    once_a_desk,
    phrase_of,
    phrase_of_entity,
)
from timeline.syntax.clauses import Clause, is_plural, is_several
from timeline.syntax.cutting import cut, is_hyphened
from timeline.syntax.endings import is_relational
from timeline.syntax.voice import NOMINALS, SUBJECTS
from timeline.syntax.words import Word
from timeline.syntax.written import text_of

NOTHING: frozenset[int] = frozenset()
WITHIN = frozenset({Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE, Role.CONJUNCT, Role.OPEN_COMPLEMENT})
OPENING = frozenset({"DET", "NUM", "ADJ", *NOMINALS})  # what a nominal begins with
COUNTING = frozenset({"origin", "goal"})  # slots of what stands before a number: « pas moins de dix », « jusqu'à dix »
BELONGING = frozenset({Role.NOMINAL_MODIFIER, Role.OBLIQUE_ARGUMENT, Role.APPOSITION, Role.FLAT})


@once_a_desk
def subject_of(
    clause: Clause, desk: Desk, player: Entity | None, budget: int, *, named: bool = False
) -> tuple[Phrase | None, frozenset[int]]:
    """Return the subject of a clause as a headline names it, or who is known to be it; and its words."""
    word = clause.subject
    if word is None:
        return (None if player is None else phrase_of_entity(player, clause.verb, desk)), NOTHING
    word = _described(_first_half(word))
    if _is_within(clause.verb, word) or _is_behind_preposition(word, clause.verb, desk):
        return None, NOTHING
    if word.pos_ == "PRON" and Form.DEMONSTRATIVE in word.form:
        return _latter(word, desk), NOTHING
    subject = phrase_of(word, desk, budget, of=clause.verb, named=named)
    if subject.plural is None:
        plural = _is_plural(word, clause, desk)
        whole = _whole(subject.text, word, clause) if plural else subject.text
        kept = cut(word, desk.cast.is_date, budget)
        many = is_many(word, desk) or _is_body_of_people(word, desk)
        if _is_of_another(word, kept, plural=plural, alone=whole == subject.text) and not many:
            return None, NOTHING
        subject = replace(subject, plural=plural, text=whole)
    own = {part.i for part in clause.verb.subtree} if word in clause.verb.ancestors else set()
    return subject, frozenset(part.i for part in cut(word, desk.cast.is_date, LONGEST)) - own


def _latter(pronoun: Word, desk: Desk) -> Phrase | None:
    """Return « celle-ci », which somebody may be known for; nothing for « ce (qui) »."""
    known = form_of(pronoun, desk.cast) is not None and not pronoun.children
    return Phrase(pronoun.lower_, pronoun=True) if known else None


def _is_plural(word: Word, clause: Clause, desk: Desk) -> bool:
    """Tell whether a subject takes the plural; one person never does, however the name ends."""
    who = desk.cast.at(word)
    alone = who is not None and who.type == PERSON and not is_joined(word)
    return not (alone or _is_one_firm(word, clause, desk)) and (
        is_plural(word, clause) or is_many(word, desk) or _is_counted(word, desk)
    )


def _is_counted(noun: Word, desk: Desk) -> bool:
    """Tell several by the numeral that begins their phrase: "two more MPs"."""
    first = noun.left_edge
    return first.head == noun and first.pos_ == "NUM" and first.text.isalpha() and first.lower_ not in desk.one


def _is_one_firm(word: Word, clause: Clause, desk: Desk) -> bool:
    """Tell a firm with a plural for its name, unless its verb, an article or a club's word makes it several."""
    who, entities = desk.cast.at(word), desk.language.entities
    if who is None or who.type != ORGANISATION or word.pos_ != "PROPN" or Form.PLURAL not in word.form:
        return False
    several = is_joined(word) or word.lower_ in entities.organisations.clubs or Form.PLURAL in clause.verb.form
    articled = any(child.role == Role.DETERMINER for child in word.children)
    verbs = {child.lower_ for child in clause.verb.children} & entities.context.plural_verbs
    return not (several or articled or verbs)


def _is_body_of_people(word: Word, desk: Desk) -> bool:
    """Tell a body whose verb may be in the plural: "the board have sacked X"."""
    return desk.cast.plural_bodies and "organisation" in desk.cast.kinds_of_noun(word)


def _is_of_another(subject: Word, kept: list[Word], *, plural: bool, alone: bool) -> bool:
    """Tell a noun whose number is not the verb's: « des camions … a heurté », « un fonds … sont situés »."""
    if not plural:
        return subject.pos_ in {"NOUN", "PRON"} and is_several(subject)
    counted = subject.pos_ == "NOUN" and is_relational(subject)  # « la majorité des élus »
    several = (word.role == Role.CONJUNCT or (counted and Form.PLURAL in word.form) for word in kept)
    many = any(several)
    return alone and subject.pos_ in {"NOUN", "PROPN"} and Form.SINGULAR in subject.form and not many


def _is_within(verb: Word, subject: Word) -> bool:
    """Tell a verb deep inside what is taken for its subject: no clause that says of it what it does."""
    if verb not in subject.subtree:
        return False
    if verb.role == Role.CLAUSE_COMPLEMENT and verb.head.role == Role.RELATIVE_CLAUSE and verb.head.head == subject:
        return False  # "a man they say | robbed a bank"
    belonging = {*BELONGING, Role.ADJECTIVE}  # « un moniteur, âgé de 28 ans, qui… »
    while verb != subject and (verb.role in WITHIN or (verb.pos_ in {*NOMINALS, "ADJ"} and verb.role in belonging)):
        verb = verb.head
    return verb != subject


def _first_half(word: Word) -> Word:
    """Return the first half of a word with a hyphen: « le lieutenant-| colonel Ada Roy, qui dirige les secours »."""
    while word.role == Role.APPOSITION and is_hyphened(word, word.head):
        word = word.head
    return word


def _described(word: Word) -> Word:
    """Return whose description without an article a noun is: « Ada Roy, | maire de Lyon, qui signe »."""
    beside = word.role in {Role.APPOSITION, Role.CONJUNCT} and word.pos_ == "NOUN" and word.head.pos_ == "PROPN"
    bare = not any(child.role in {Role.DETERMINER, Role.COORDINATOR} for child in word.children)
    return word.head if beside and bare else word


def _is_behind_preposition(word: Word, verb: Word, desk: Desk) -> bool:
    """Tell what the parser took for a subject behind a preposition: « selon les bilans, cent personnes… »."""
    if word.head != verb or word.role not in SUBJECTS:
        return False
    before = next((child.lower_ for child in word.children if child.role == Role.CASE and child.i < word.i), "")
    slots = set(desk.grammar.prepositions.get(before, ()))
    told = bool(slots) and slots.isdisjoint(COUNTING) and before not in desk.grammar.between
    return told or before in desk.cues.attribution_by_word


def _first_of(word: Word) -> Word:
    """Return where a nominal begins, behind a conjunction: « tandis que | l'Ain », « et | la Vendée »."""
    while word.pos_ not in OPENING and word.i + 1 < word.sent.end:
        word = word.nbor()
    return word


def _whole(text: str, subject: Word, clause: Clause) -> str:
    """Return a subject of several with the one before « et », or before a comma, that the parser left out."""
    first = _first_of(subject.left_edge)
    if first.i <= first.sent.start + 1:
        return text
    before = first.nbor(-1)
    others = [word for word in clause.verb.children if word.role in SUBJECTS and word.right_edge.i == before.i - 1]
    if others and others[0].pos_ in NOMINALS:
        words = first.doc[_first_of(others[0].left_edge).i : before.i]
        return f"{text_of(words)}, {text}" if before.text == "," else f"{text_of([*words, before])} {text}"
    if Form.PLURAL in subject.form or before.pos_ != "CCONJ" or before in subject.subtree:
        return text
    start = before.i
    while start > first.sent.start and first.doc[start - 1].pos_ in {"DET", "NOUN", "PROPN", "ADJ"}:
        start -= 1
    words = first.doc[start : before.i + 1]
    return f"{text_of(words)} {text}" if len(words) > 1 else text
