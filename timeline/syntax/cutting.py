"""A phrase cut to what a headline keeps: clauses that say more, appositions, asides and dates are left out.

What is too long loses its last complements first. The words that stay are the text's own, in its order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from timeline.languages.grammar import Form, Role
from timeline.syntax.apart import BRACKETS, NEAR, OPENING, is_apart, is_bracketed, is_parted, is_set_off
from timeline.syntax.endings import (
    BELONGING,
    Timely,
    is_relational,
    is_taken_as,
    unfinished,
    without_dangling,
)
from timeline.syntax.functions import grammar_at
from timeline.syntax.gaps import unbroken
from timeline.syntax.voice import AUXILIARIES, NOMINALS, SUBJECTS, VERBAL
from timeline.syntax.words import Word
from timeline.syntax.written import width

ASIDES = frozenset(
    {
        Role.PARATAXIS,
        Role.ADVERBIAL_CLAUSE,
        Role.INTERJECTION,
        Role.VOCATIVE,
        Role.OTHER,
        Role.META,
    }
)
# What can be left off the end of a phrase that is too long.
LOOSE = frozenset(
    {
        Role.NOMINAL_MODIFIER,
        Role.PREPOSITION,
        Role.ADJUNCT,
        Role.OBLIQUE_ARGUMENT,
        Role.OBLIQUE,
        Role.CONJUNCT,
        Role.ADVERB,
        Role.CLAUSE_COMPLEMENT,
        Role.OPEN_COMPLEMENT,
        Role.AGENT,
        Role.RELATIVE_CLAUSE,
        Role.NOUN_CLAUSE,
    }
)
CLOSE = frozenset(
    {
        Role.ADJECTIVE, Role.ADVERB, Role.NUMERAL, Role.QUANTIFIER, Role.FLAT, Role.DETERMINER, Role.FIXED, Role.CASE,
        Role.COMPOUND,
    }
)  # fmt: skip
APART = frozenset(",:;–—")
LISTED = frozenset({Role.CONJUNCT, Role.COORDINATOR, Role.ADJECTIVE, Role.FLAT, Role.FIXED})
FRONTED = frozenset(
    {
        Role.ADJUNCT, Role.OBLIQUE, Role.OBLIQUE_ARGUMENT, Role.NOMINAL_MODIFIER, Role.PREPOSITION, Role.ADVERB,
        Role.ADVERBIAL_NOUN, Role.APPOSITION,
    }
)  # fmt: skip
DASHES = frozenset("-‐‑/")

KEPT = 5_000  # answers: those of an article; a long text asks again for what it asked for far before
SHORT = 30  # characters: who asks for less wants the words above all


def cut(head: Word, is_time: Timely, budget: int, *, core: Sequence[Word] = (), but: Iterable[Word] = ()) -> list[Word]:
    """Return the words of a phrase that a headline keeps, at most `budget` characters where that is possible.

    Parameters
    ----------
    head : Word
    is_time : callable
        Tells whether a word belongs to a temporal expression.
    budget : int
        Characters.
    core : sequence of Word
        Words that stay, whatever the budget.
    but : iterable of Word
        Words that are told elsewhere: the clause that the phrase is the subject of.
    """
    fixed = frozenset(word.i for word in core)
    told = frozenset(part.i for part in but)
    known: dict[Any, list[Word]] = head.layout.answers[cut]
    asked = (head.i, is_time, fixed, told)  # headlines ask for one phrase several times, and for several lengths
    for_budget = (asked, budget)
    if for_budget not in known:
        if len(known) > KEPT:
            known.clear()
        if asked not in known:
            known[asked] = _uncut(head, is_time, core, told)
        known[for_budget] = _cut_to(known[asked], head, is_time, budget, fixed)
    return known[for_budget].copy()


def _cut_to(kept: list[Word], head: Word, is_time: Timely, budget: int, fixed: frozenset[int]) -> list[Word]:
    """Return what stays of the words of a phrase within a budget, ending where a phrase may end."""
    kept = _shortened(kept, head, fixed, budget)
    kept = _without_half_clause(unbroken(kept, is_time, budget, last=max(fixed, default=head.i)), head)
    kept = without_dangling(kept, head)
    while len(kept) > 1 and (wanting := unfinished(kept, head, fixed, is_time)) is not None:
        gone = {word.i for word in wanting.subtree}
        kept = without_dangling([word for word in kept if word.i not in gone], head)
    return kept


def _uncut(head: Word, is_time: Timely, core: Sequence[Word], told: frozenset[int]) -> list[Word]:
    """Return the words of a phrase that a headline keeps where there is room for all."""
    held = {word.i for word in core} | {above.i for word in core for above in word.ancestors}
    kept = _without_afterthought(_kept(head, is_time, held), head, is_time, held)
    left_out = told | _said_by(head)
    return [word for word in kept if word.i not in left_out] or kept


def _without_half_clause(kept: list[Word], head: Word) -> list[Word]:
    """Leave off what opens a clause whose verb is not there: « Ada Roy | qui sur un tempo »."""
    words = grammar_at(head).relative
    for place, word in enumerate(kept):
        opening = word.role in SUBJECTS or word.role == Role.FLAT  # « dont deux soldats » is no clause
        if word.i > head.i and opening and word.pos_ == "PRON" and word.lower_ in words:
            return kept if any(after.pos_ in VERBAL for after in kept[place:]) else kept[:place]
    return kept


def _shortened(kept: list[Word], head: Word, fixed: frozenset[int], budget: int) -> list[Word]:
    """Leave off phrases from the end until the others fit, or none is loose."""
    while len(kept) > 1 and width(kept) > budget:
        shorter = _without_last(kept, head, fixed)
        if len(shorter) == len(kept) and budget <= SHORT:
            shorter = _without_last(kept, head, fixed, any_phrase=True)
        if len(shorter) == len(kept):
            break
        kept = shorter
    return kept


def _said_by(head: Word) -> set[int]:
    """Return the places of what makes a noun a predicate: « C'est | le relais français (qui gagne) »."""
    return {part.i for child in head.children if _says(child, head) for part in child.subtree}


def _without_afterthought(kept: list[Word], head: Word, is_time: Timely, held: set[int]) -> list[Word]:
    """Leave off what follows one comma or colon and is no part of a list: « les règles…, à savoir le droit… »."""
    for place, (word, following) in enumerate(pairwise(kept), start=1):
        between = head.doc[word.i + 1 : following.i]
        marks = [other.text for other in between if other.text in APART]
        if following.i <= head.i or len(marks) != 1:
            continue
        dated = following.pos_ == "ADP" and all(map(is_time, between[1:]))  # « la finale, à 21 h, à Lyon »
        listed = {following.role, following.head.role} & LISTED or _is_named(following)
        held_after = any(other.i in held for other in kept[place:])
        if not (listed or dated or held_after or _opens_clause(following)):
            return kept[:place]
    return kept


def _is_named(word: Word) -> bool:
    """Tell the name that a description is of: « le maire de Lyon, Ada Roy »."""
    return word.role == Role.APPOSITION and word.pos_ == "PROPN"


def _opens_clause(word: Word) -> bool:
    """Tell a word of a clause, which commas may stand in."""
    return word.pos_ in VERBAL or word.head.pos_ in VERBAL or word.head.head.pos_ in VERBAL


def _kept(head: Word, is_time: Timely, held: set[int]) -> list[Word]:
    found, waiting = {head.i: head}, [head]
    while waiting:
        word = waiting.pop()
        for child in word.children:
            if child.i in found or child.role == Role.PUNCTUATION:
                continue
            staying = child.i in held or _joins_held(child, held)
            if not staying and _is_left_out(child, word, is_time):
                beyond = [*_past_bracket(child, word), *_past_time(child, word, is_time)]
                waiting.extend(inner for inner in beyond if inner.i not in found)
                found.update((inner.i, inner) for inner in beyond)
                continue
            found[child.i] = child
            waiting.append(child)
    return [found[i] for i in sorted(_glued(found, head))]


def _past_bracket(child: Word, head: Word) -> list[Word]:
    """Return what hangs on a word in brackets and stands behind them: « l'État islamique (EI) de la ville »."""
    if not is_set_off(child, head, BRACKETS):
        return []
    closing = next((word.i for word in child.subtree if word.text in ")]"), None)
    if closing is None:
        return []
    return [inner for inner in child.children if inner.left_edge.i > closing and inner.role in BELONGING]


def _past_time(child: Word, head: Word, is_time: Timely) -> list[Word]:
    """Return what the parser hung on a date and is none: « la disparition depuis mai | d'Ada Roy »."""
    if child.i < head.i or not is_time(child) or head.pos_ in VERBAL:
        return []
    found, dated = [], [child]
    while dated:
        inner = [word for word in dated.pop().children if word.i > child.i and word.role in BELONGING]
        dated += [word for word in inner if is_time(word)]
        found += [word for word in inner if not is_time(word)]
    return found


def _glued(found: dict[int, Word], head: Word) -> dict[int, Word]:
    """Add what a hyphen makes one word with words of a phrase: « pré-vente » in two tokens."""
    doc, last = head.doc, len(head.doc) - 1
    for place in list(found):
        first = end = place
        while first > 0 and _is_one_word(doc[first - 1], doc[first]):
            first -= 1
        while end < last and _is_one_word(doc[end], doc[end + 1]):
            end += 1
        found.update((i, doc[i]) for i in range(first, end + 1) if i != place)
    return found


def _is_one_word(first: Word, second: Word) -> bool:
    if first.whitespace_ or not (first.text[-1:] in DASHES or second.text[:1] in DASHES):
        return False
    return first.text[:1] not in OPENING and second.text[:1] not in OPENING


def _is_left_out(child: Word, head: Word, is_time: Timely) -> bool:
    if _is_aside(child, head) or _is_of_clause_around(child, head):
        return True
    if child.role in {Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE}:
        return _is_loose_clause(child, head, is_time)
    if child.role == Role.APPOSITION:
        return not (_is_name_of(child, head) or is_hyphened(child, head))
    if child.role in {Role.COORDINATOR, Role.PRECOORDINATOR}:
        return not _is_joining(child, head)
    if child.role == Role.CONJUNCT:
        return not _is_kept_conjunct(child, head)
    if child.i < head.i:
        last = child.right_edge
        return child.role in FRONTED and not APART.isdisjoint({last.text, last.nbor().text})
    if is_apart(child, head):
        return True
    if child.role in CLOSE:
        return _is_day_in_name(child, head, is_time)
    under = (inner for inner in child.children if inner.role == Role.PREPOSITION_OBJECT)
    return is_time(next(under, child) if child.role == Role.PREPOSITION else child)


def _is_day_in_name(child: Word, head: Word, is_time: Timely) -> bool:
    """Tell a day that the parser takes for part of a name: « Ada Roy | lundi »."""
    return child.role == Role.FLAT and child.text[:1].islower() and is_time(child) and not is_time(head)


def _is_aside(child: Word, head: Word) -> bool:
    """Tell what stands in brackets, and a clause that says more; not « considéré | comme ayant un but »."""
    bracketed = is_set_off(child, head, BRACKETS) or is_bracketed(child, head)
    return bracketed or (child.role in ASIDES and not is_taken_as(child))


def _is_of_clause_around(child: Word, head: Word) -> bool:
    """Tell the pronoun that opens the clause around a phrase: « dont | le cours », "that (she plans) | to file"."""
    around = head.pos_ in NOMINALS or (head.role == Role.OPEN_COMPLEMENT and child.role == Role.OBJECT)
    return child.i < head.i and child.pos_ == "PRON" and around and child.lower_ in grammar_at(child).relative


def _says(child: Word, head: Word) -> bool:
    """Tell what makes a noun what is said of somebody: « C'est | le relais français (qui gagne) »."""
    return child.i < head.i and head.pos_ in NOMINALS and child.role in {*SUBJECTS, *AUXILIARIES, Role.EXPLETIVE}


def _is_loose_clause(child: Word, head: Word, is_time: Timely) -> bool:
    """Tell a clause behind a comma, and a participle that may be the verb: "the takeover | closed", not « piégée »."""
    if child.i < head.i or is_set_off(child, head, OPENING) or _is_of_some(child):
        return True
    after = [inner for inner in child.children if inner.i > child.i and inner.role != Role.PUNCTUATION]
    agreeing = not after and child.i == head.i + 1 and child.form & {Form.MASCULINE, Form.FEMININE}
    if Form.INFINITIVE in child.form or child.role == Role.RELATIVE_CLAUSE or agreeing:
        return False
    return all(any(map(is_time, inner.subtree)) for inner in after)


def _is_of_some(clause: Word) -> bool:
    """Tell a clause of one or some of those just told, an aside: « deux hommes | dont l'un est armé »."""
    subject = next((child for child in clause.children if child.role in SUBJECTS), clause)
    opened = clause.left_edge.i < subject.i and clause.left_edge.lower_ in grammar_at(clause).relative
    told = subject.pos_ == "NUM" or any(child.role == Role.DETERMINER for child in subject.children)
    return opened and told and subject.pos_ in {"NUM", "PRON"}


def _joins_held(child: Word, held: set[int]) -> bool:
    """Tell the conjunction before a conjunct that stays whatever: « pour venir et | voir »."""
    if child.role != Role.COORDINATOR:
        return False
    joined = [child.head, *(other for other in child.head.children if other.i > child.i)]
    return any(word.role == Role.CONJUNCT and word.i in held for word in joined)


def _is_joining(coordinator: Word, head: Word) -> bool:
    conjuncts = [other for other in (*head.children, coordinator.head) if other.role == Role.CONJUNCT]
    return any(_is_kept_conjunct(other, head) for other in conjuncts)


def _is_name_of(child: Word, head: Word) -> bool:
    """Tell the name beside a description: « l'avocate Claire Danel »."""
    if Form.PLURAL in head.form and (is_set_off(child, head, OPENING) or is_parted(child)):
        return False  # « les deux conducteurs, Ada Roy et Luc Blin »
    described = head.pos_ in {"NOUN", "PROPN"} or any(inner.role == Role.DETERMINER for inner in head.children)
    named = child.pos_ == "PROPN" and described and child.text != head.text
    marks = BRACKETS | {":"}
    if any(inner.role == Role.DETERMINER for inner in child.children):
        marks |= {","}  # « passé par Monaco, | l'AS Rome », no name of whom is described
    return named and not is_set_off(child, head, marks)


def is_hyphened(child: Word, head: Word) -> bool:
    """Tell the second half of a word with a hyphen: « le sergent-| chef Ada Roy »."""
    return child.i == head.i + 2 and _is_one_word(head, head.nbor()) and head.nbor().text in DASHES


def _is_kept_conjunct(child: Word, head: Word) -> bool:
    return _is_next_infinitive(child, head) or _is_of_phrase(child, head)


def _is_of_phrase(child: Word, head: Word) -> bool:
    """Tell a conjunct of a phrase; after a comma, without « et » to come, it is an aside."""
    joinable = {*NOMINALS, "ADJ"}
    if child.pos_ not in joinable or head.pos_ not in joinable or _is_of_next_clause(child):
        return False
    named = any(other.role == Role.APPOSITION and other.i < child.i for other in head.children)
    if any(word.text in BRACKETS for word in head.doc[head.i : child.i]) or (named and Form.PLURAL in head.form):
        return False
    chain = (head, *(other for other in head.children if other.role == Role.CONJUNCT))
    listed = any(inner.role == Role.COORDINATOR for one in chain for inner in one.children)
    return listed or not is_set_off(child, head, OPENING)


def _is_next_infinitive(child: Word, head: Word) -> bool:
    """Tell « abroger et | remplacer la loi », which may share what follows."""
    return Form.INFINITIVE in child.form and Form.INFINITIVE in head.form and child.i - head.i <= NEAR


def _is_of_next_clause(child: Word) -> bool:
    """Tell what begins a clause of its own: « assure l'intérim et, selon Reuters, Ada Roy | … »."""
    joining = (inner for inner in child.children if inner.role == Role.COORDINATOR and inner.i < child.i)
    return any(inner.nbor().text == "," for inner in joining)


def _without_last(kept: list[Word], head: Word, fixed: frozenset[int], *, any_phrase: bool = False) -> list[Word]:
    """Leave off the smallest loose phrase that ends a phrase, or the last one before words that stay."""
    within = {word.i for word in kept}
    for last in reversed(kept):
        word = last
        while word.i in within and word not in (head, word.head):
            loose = word.role in LOOSE if any_phrase else _is_loose(word)
            gone = {part.i for part in word.subtree} if loose and word.i > word.head.i else set()
            if gone and gone.isdisjoint(fixed) and not _is_of_name(word):
                return [other for other in kept if other.i not in gone]
            word = word.head
        if not fixed:
            break
    return kept


def _is_loose(word: Word) -> bool:
    """Tell a phrase that what is before it does without, unlike « proche | du pouvoir », « au cours | de la nuit »."""
    if word.role == Role.ADJECTIVE:
        return any(child.i > word.i for child in word.children)
    head = word.head.head if word.role == Role.PREPOSITION_OBJECT else word.head
    if word.role in {Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT} and head.pos_ in VERBAL:
        return False  # « permettre | de partir »
    return word.role in LOOSE and head.pos_ != "ADJ" and not (word.role in BELONGING and is_relational(head))


def _is_of_name(word: Word) -> bool:
    """Tell the end of a name: « Soudan | du Sud »."""
    near = 0 < word.i - word.head.i <= 2
    return near and word.head.pos_ == "PROPN" and word.text[:1].isupper() and word.head.text[:1].isupper()
