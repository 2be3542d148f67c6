"""What fills the slots of a verb or a noun, with voice, control, relatives, inversion and coordination undone.

A tuple of small readings for a verb and one for a noun; all of them are asked, the nearest first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from timeline.languages.grammar import Role
from timeline.syntax.functions import Grammar
from timeline.syntax.phrases import (
    antecedent,
    clause_of,
    is_bare,
    is_hyphen,
    preposition_of,
    prepositional,
    slots_of,
    whole_preposition,
)
from timeline.syntax.subjects import (
    is_caused,
    is_possessive,
    may_be_subject,
    owned_subjects,
    supporters,
    surface_subjects,
    undergoes,
)
from timeline.syntax.voice import AUXILIARIES, NOMINALS, PASSIVES, SUBJECTS, VERBAL, is_passive, is_reflexive
from timeline.syntax.words import Word

PREDICATIVE = frozenset({Role.ATTRIBUTE, Role.OBJECT_PREDICATE, Role.OPEN_COMPLEMENT, Role.PREDICATE_ADJECTIVE})
OUTER = frozenset({"place", "goal", "as"})  # what hangs on an object and may be its verb's
NOUNS = frozenset({"NOUN", "PROPN"})
NEAR = 4  # words from a preposition to its noun, and to the second of two


class Argument(NamedTuple):
    """Something that stands in a slot of a verb or noun, such as ``subject``, ``object``, ``genitive`` or ``as``."""

    slot: str
    token: Word
    marker: str = ""


Reading = Callable[[Word, Grammar], Iterator[Argument]]


def arguments(token: Word, grammar: Grammar) -> tuple[Argument, ...]:
    """Return what fills the slots of a trigger, the nearest reading first.

    Examples
    --------
    >>> import spacy
    >>> from spacy.tokens import Doc
    >>> from timeline.languages import get_language
    >>> from timeline.syntax import words_of
    >>> from timeline.syntax.functions import grammar_of
    >>> doc = Doc(
    ...     spacy.blank("fr").vocab, words=["Roy", "est", "nommée", "par", "Volta"], heads=[2, 2, 2, 4, 2],
    ...     deps=["nsubj:pass", "aux:pass", "ROOT", "case", "obl:agent"], pos=["PROPN", "AUX", "VERB", "ADP", "PROPN"],
    ... )
    >>> [(a.slot, a.token.text) for a in arguments(words_of(doc)[2], grammar_of(get_language("fr")))]
    [('object', 'Roy'), ('agent', 'Volta')]
    """
    verbal = token.pos_ in VERBAL or any(child.role == Role.AUXILIARY for child in token.children)
    return tuple(argument for reading in (OF_VERBS if verbal else OF_NOUNS) for argument in reading(token, grammar))


def _subjects(verb: Word, grammar: Grammar) -> Iterator[Argument]:
    slot = _slot_of_subject(verb, grammar)
    yield from (Argument(slot, subject) for subject in surface_subjects(verb, grammar))


def _slot_of_subject(verb: Word, grammar: Grammar) -> str:
    """Tell what a verb's surface subject does or undergoes.

    "middle" leaves it to what it names: « les rebelles se replient » do it, « la maison se vend » undergoes it.
    """
    if _through(verb, grammar) is not None:
        return "undergoer"
    if not undergoes(verb, grammar):
        return "causer" if is_caused(verb, grammar) else "subject"
    if is_passive(verb):
        return "middle" if is_reflexive(verb) else "object"
    given = any(child.role == Role.OBJECT for child in verb.children)
    return "recipient" if given else "object"  # « il s'est vu refuser une place »


def _complements(verb: Word, grammar: Grammar) -> Iterator[Argument]:
    """Yield what stands beside a verb without a preposition."""
    subjects = surface_subjects(verb, grammar)
    direct = _objects(verb, subjects, grammar)
    for child in verb.children:
        if child in subjects or child.lower_ in grammar.adverbial_clitics or child == _through(verb, grammar):
            continue
        if child in direct:
            yield Argument(_slot_of_object(child, direct), antecedent(child, verb, grammar))
        else:
            slot = _slot_by_role(child, verb)
            if slot:
                yield Argument(slot, antecedent(child, verb, grammar) if slot == "recipient" else child)
        if child.role == Role.OBJECT:  # « tuer deux skieurs dans les Alpes »
            yield from (argument for argument in _obliques(child, grammar) if argument.slot in OUTER)


def _slot_of_object(child: Word, direct: list[Word]) -> str:
    """Tell the second object that says what the first becomes: « nommer Roy ministre »."""
    determined = any(inner.role == Role.DETERMINER for inner in child.children)
    return "as" if child != direct[0] and child.pos_ == "NOUN" and not determined else "object"


def _slot_by_role(child: Word, verb: Word) -> str:
    if preposition_of(child):
        return ""
    if child.role == Role.OBLIQUE_ARGUMENT and child.pos_ in NOUNS and child.i > verb.i:
        return "object"  # « faisant au moins dix morts », « a fait arrêter Roux »
    if child.role == Role.INDIRECT_OBJECT and child.pos_ in NOMINALS:
        return "recipient"
    if _is_behind_insertion(child, verb):
        return "object"
    return "as" if child.role in PREDICATIVE and child.pos_ in NOUNS else ""


def _is_behind_insertion(child: Word, verb: Word) -> bool:
    """Tell an object that an insertion parts from its verb: « a relaxé, lundi, Léa Roy »."""
    if child.role != Role.OTHER or child.pos_ not in NOUNS or child.i < verb.i or is_passive(verb):
        return False
    doc = verb.doc
    inserted = doc[verb.i + 1].text == "," and doc[child.i - 1].text == ","
    return inserted and not any(other.role == Role.OBJECT for other in verb.children)


def _objects(verb: Word, subjects: tuple[Word, ...], grammar: Grammar) -> list[Word]:
    """Return the direct objects of a verb, those taken for its subject included."""
    direct = [child for child in verb.children if child.role == Role.OBJECT and child not in subjects]
    told = [c for c in verb.children if c.role == Role.SUBJECT and c not in subjects and may_be_subject(c)]
    if told:
        own = owned_subjects(verb, grammar)
        direct = sorted([*direct, *(child for child in told if child not in own)], key=_place)
    return direct


def _place(word: Word) -> int:
    return word.i


def _objects_elsewhere(verb: Word, grammar: Grammar) -> Iterator[Argument]:
    """Yield an object that two verbs share, or that a relative clause without a pronoun hangs on."""
    if _is_shared_object(verb):
        yield from (Argument("object", child) for child in verb.head.children if child.role == Role.OBJECT)
    elif _is_reduced_relative(verb, grammar) or (_is_misread_relative(verb, grammar) and not _hands_on(verb)):
        yield Argument("object", verb.head)
    elif verb.role == Role.OPEN_COMPLEMENT and _is_misread_relative(verb.head, grammar):
        yield Argument("object", verb.head.head)  # « X, qu'elle parvient à distancer »


def _hands_on(verb: Word) -> bool:
    """Tell a verb whose object is its infinitive's: « qu'elle parvient à | distancer »."""
    return any(child.role == Role.OPEN_COMPLEMENT for child in verb.children)


def _is_shared_object(verb: Word) -> bool:
    """Tell the second verb of two that share an object: « interpellé, puis relâché, deux hommes »."""
    head = verb.head
    if verb.role != Role.CONJUNCT or head.pos_ not in VERBAL:
        return False
    if any(child.role == Role.OBJECT or child.role in SUBJECTS | AUXILIARIES for child in verb.children):
        return False
    return any(child.role == Role.OBJECT and (child.i > verb.i or child.pos_ == "PRON") for child in head.children)


def _is_reduced_relative(verb: Word, grammar: Grammar) -> bool:
    """Tell a relative clause without a pronoun: "the firm he founded"."""
    if verb.role != Role.RELATIVE_CLAUSE or not any(child.role in SUBJECTS for child in verb.children):
        return False
    filled = PASSIVES | {Role.OBJECT, Role.CLAUSE_COMPLEMENT, Role.OPEN_COMPLEMENT}
    return not any(child.lower_ in grammar.relative or child.role in filled for child in verb.children)


def _is_misread_relative(verb: Word, grammar: Grammar) -> bool:
    """Tell a relative clause taken for what a noun says: « l'homme que la police avait interrogé »."""
    if (
        verb.role not in {Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE}
        or is_passive(verb)
        or any(child.role == Role.OBJECT for child in verb.children)
    ):
        return False
    markers = (child for child in verb.children if child.role == Role.MARKER)
    relative = any(child.pos_ == "PRON" and child.lower_ in grammar.relative for child in markers)
    return relative and any(child.role in SUBJECTS for child in verb.children)


def _owners(noun: Word, grammar: Grammar) -> Iterator[Argument]:
    """Yield whose a noun is, and what makes a compound with it."""
    for child in noun.children:
        if is_possessive(child, grammar):
            yield Argument("possessor", antecedent(child, clause_of(noun), grammar))
            if child.lower_ in grammar.possessives:
                yield from (Argument("bound", owner) for owner in _bound_to(noun, grammar))
        elif child.role == Role.COMPOUND and child.pos_ in NOUNS and not _is_measure(child):
            yield Argument("compound", child)
        elif child.lower_ in grammar.relative and child.role == Role.NOMINAL_MODIFIER:
            yield Argument("genitive", antecedent(child, clause_of(noun), grammar))


def _is_measure(word: Word) -> bool:
    """Tell the end of a hyphenated word that says how a thing is: "first-degree murder", "anti-government protests"."""
    return word.pos_ == "NOUN" and word.i > 0 and is_hyphen(word.nbor(-1))


def _bound_to(noun: Word, grammar: Grammar) -> tuple[Word, ...]:
    """Whom a possessive most likely means when nothing else says it: the subject of the noun's clause."""
    if noun.role in SUBJECTS:
        return ()
    verb = clause_of(noun)
    return surface_subjects(verb, grammar)[:1] if verb.pos_ in VERBAL else ()


def _supported(noun: Word, grammar: Grammar) -> Iterator[Argument]:
    """Yield who does, or undergoes, what a noun says by the verb beside it: « il a remis sa démission »."""
    undergone = noun.role == Role.OBJECT and noun.head.lemma_ in grammar.support_passive
    yield from (Argument("undergoer" if undergone else "support", word) for word in supporters(noun, grammar))
    yield from (Argument("undergoer", word) for word in _subjected(noun, grammar))


def _subjected(noun: Word, grammar: Grammar) -> tuple[Word, ...]:
    """Return who undergoes what follows « l'objet de »: « Léa Roy fait l'objet d'une enquête »."""
    above = _above(noun)
    verb = above.head if above.lemma_ in grammar.subjected else above
    return surface_subjects(verb, grammar) if is_subjected(noun, verb, grammar) else ()


def is_subjected(noun: Word, verb: Word, grammar: Grammar) -> bool:
    """Tell a noun that says what a verb's subject undergoes: « fait l'objet d'une | enquête »."""
    through = _through(verb, grammar)
    return through is not None and 0 < noun.i - through.i <= NEAR and _above(noun) in (through, verb)


def _above(noun: Word) -> Word:
    return noun.head.head if noun.role == Role.PREPOSITION_OBJECT else noun.head


def _through(verb: Word, grammar: Grammar) -> Word | None:
    """Return « objet » of « faire l'objet de », "subject" of "be the subject of"."""
    if verb.lemma_ not in (*grammar.support, *grammar.copulas):
        return None
    links = (child for child in verb.children if child.role in {Role.OBJECT, Role.ATTRIBUTE})
    return next((child for child in links if child.lemma_ in grammar.subjected), None)


def _obliques(token: Word, grammar: Grammar) -> Iterator[Argument]:
    """Yield what hangs on a verb or noun by a preposition, by the slots that the preposition opens."""
    noun = token.pos_ not in VERBAL
    for filler in _fillers(token, grammar):
        marker = whole_preposition(filler, grammar)
        slots = slots_of(filler, grammar)
        if noun and "origin" in slots and " " not in marker:
            slots = ("genitive", *slots)
        if not noun and "agent" in slots and not _is_agent(filler, token, grammar):
            slots = ("other",)
        for slot in slots or ("other",):
            yield Argument(slot, antecedent(filler, clause_of(token), grammar), marker)
        if "with" in slots and marker in grammar.between:
            yield from (Argument("with", second) for second in _second_of_two(filler))


def _is_agent(filler: Word, verb: Word, grammar: Grammar) -> bool:
    """Tell who does what a passive says; not « par la suite » before it, « par balles », nor beside « se vendre »."""
    if filler.i < verb.i or not undergoes(verb, grammar) or (is_passive(verb) and is_reflexive(verb)):
        return False
    return not is_bare(filler, grammar)


def _fillers(token: Word, grammar: Grammar) -> list[Word]:
    """Return the nominals that hang on a word by a preposition, and those after a noun wherever they were hung."""
    found = list(prepositional(token))
    if token.pos_ in VERBAL:
        return found
    near = _following_nominal(token, grammar)
    if near is not None and near not in found:
        found.insert(0, near)
    return [*found, *(agent for agent in _following_agent(token, grammar) if agent not in found)]


def _following_nominal(noun: Word, grammar: Grammar) -> Word | None:
    """Return the nominal right after a noun and a preposition « de », wherever the parser hung it."""
    doc, place = noun.doc, noun.i + 1
    while place < len(doc) and doc[place].pos_ == "ADJ":
        place += 1
    if place + 2 < len(doc) and doc[place].pos_ == "ADP" and doc[place + 1].pos_ == "NOUN":
        place += 0 if _is_origin(doc[place], grammar) else 2  # « mise en examen de X »
    if place >= len(doc) or not _is_origin(doc[place], grammar):
        return None
    case = doc[place]
    head = case.head
    if case.role == Role.CASE and head.pos_ in NOUNS and 0 < head.i - case.i <= NEAR:
        return head
    return None


def _is_origin(word: Word, grammar: Grammar) -> bool:
    return "origin" in grammar.prepositions.get(word.lower_, ())


def _following_agent(noun: Word, grammar: Grammar) -> Iterator[Word]:
    """Yield the nominal after « par » that follows a noun or its complement, wherever the parser hung it."""
    doc, end = noun.doc, noun.i + 1
    while end < len(doc) and noun.is_ancestor(doc[end]):
        end += 1
    if end < len(doc) and "agent" in grammar.prepositions.get(doc[end].lower_, ()):
        case = doc[end]
        yield from (child for child in case.children if child.role == Role.PREPOSITION_OBJECT)
        if case.role == Role.CASE and case.head.i > case.i:
            yield case.head


def _second_of_two(first: Word) -> Iterator[Word]:
    """Yield B of « entre A et B » when the parser hung it elsewhere."""
    if any(child.role == Role.CONJUNCT for child in first.children):
        return
    doc = first.doc
    for word in doc[first.i + 1 : first.i + 1 + NEAR]:
        if word.pos_ == "CCONJ" and word.i + 1 < len(doc):
            after = (other for other in doc[word.i + 1 : word.i + NEAR] if other.pos_ in NOUNS)
            yield from (other for other in after if other.role not in {Role.FLAT, Role.COMPOUND})
            return


OF_VERBS: tuple[Reading, ...] = (_subjects, _complements, _objects_elsewhere, _obliques)


def _ascribed(word: Word, grammar: Grammar) -> Iterator[Argument]:
    """Yield whom an adjective says something of: « le maire est absent », « Ada Roy, absente depuis mai »."""
    subjects = [child for child in word.children if child.role in SUBJECTS]
    mistagged = word.pos_ == "NOUN" and subjects and not any(child.role == Role.COPULA for child in word.children)
    if word.pos_ != "ADJ" and not mistagged:  # "the ministry disapproves", taken for a noun
        return
    if not subjects and word.role in {Role.ADJECTIVE, Role.NOUN_CLAUSE} and word.head.pos_ in NOMINALS:
        subjects = [word.head]
    yield from (Argument("subject", antecedent(subject, word, grammar)) for subject in subjects)


OF_NOUNS: tuple[Reading, ...] = (_ascribed, _owners, _supported, _obliques)
