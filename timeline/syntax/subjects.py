"""Who is the subject of a verb: its own, one after it, or one borrowed from the clause that it hangs on.

A tuple of small readings, asked in their order; the first that has an answer has the last word.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.languages.grammar import Form, Role
from timeline.syntax.astray import hung_on_a_preposition, of_what_is_said, taken_for_an_adverbial
from timeline.syntax.control import addressed_by, controls_by_object
from timeline.syntax.functions import Grammar
from timeline.syntax.phrases import (
    DEPTH,
    NOUN_CLAUSES,
    antecedent,
    clause_of,
    mark_before,
    number_of,
    preposition_of,
    prepositional,
    slots_of,
)
from timeline.syntax.postposed import first_of_group, is_chained, postposed_subject
from timeline.syntax.voice import NOMINALS, SUBJECTS, VERBAL, is_finite, is_participle, is_passive, is_reflexive
from timeline.syntax.words import Word

Found = tuple[Word, ...] | None
Reading = Callable[[Word, Grammar, int], Found]
CONTROLLED = frozenset(
    {
        Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT, Role.OTHER, Role.PREPOSITION_CLAUSE, Role.ADVERBIAL_CLAUSE,
        Role.ADJUNCT, Role.OBLIQUE_ARGUMENT,
    }
)  # fmt: skip
AGREEMENT = frozenset({Form.SINGULAR, Form.PLURAL, Form.MASCULINE, Form.FEMININE})
HUNG = frozenset({Role.CONJUNCT, Role.APPOSITION, Role.ADJUNCT, Role.NOMINAL_MODIFIER, Role.OTHER})
LOOSE = frozenset({Role.ADVERBIAL_CLAUSE, Role.PREPOSITION_CLAUSE, Role.ADJUNCT})


def surface_subjects(verb: Word, grammar: Grammar, depth: int = DEPTH) -> tuple[Word, ...]:
    """Return who is the grammatical subject of a verb; nobody where nothing tells.

    Parameters
    ----------
    verb : Word
    grammar : Grammar
        That of the document's language: an answer is kept.
    depth : int
        How many clauses may be climbed still.
    """
    known: dict[tuple[int, int], tuple[Word, ...]] = verb.layout.answers[surface_subjects]
    if (verb.i, depth) not in known:
        readings = (reading(verb, grammar, depth) for reading in READINGS)
        known[verb.i, depth] = next((found for found in readings if found is not None), ())
    return known[verb.i, depth]


def owned_subjects(verb: Word, grammar: Grammar) -> list[Word]:
    """Return the subjects that hang on a verb; the object before « que » and what follows an infinitive are none."""
    own = [child for child in verb.children if child.role in SUBJECTS and may_be_subject(child)]
    if len(own) == 2 and any(
        own[0].i < child.i < own[1].i and child.lower_ in grammar.relative for child in verb.children
    ):
        return own[1:]
    if len(own) == 2 and _is_object(own[1], own[0], verb):
        return own[:1]
    late = own and own[0].i > verb.i
    if late and (not is_finite(verb) or (verb.role == Role.CONJUNCT and is_chained(verb))):
        return []
    return own


def _is_object(word: Word, subject: Word, verb: Word) -> bool:
    """Tell the object that follows a verb whose subject an aside parts from it: « Roy, chef de X, remplace | Blin »."""
    if not subject.i < verb.i < word.i or word.pos_ not in {"NOUN", "PROPN"} or not is_finite(verb):
        return False
    taken = any(child.role == Role.OBJECT for child in verb.children)
    return not taken and not is_passive(verb) and not is_reflexive(verb) and word.left_edge.i == verb.i + 1


def is_kicker(subject: Word) -> bool:
    """Tell the place or the theme that stands before a headline, with a colon: « France : les parents menacent… »."""
    last = subject.i
    for word in subject.subtree:
        if word.i > last and word.role in {Role.FLAT, Role.CONJUNCT}:
            last = word.i
    return last + 1 < len(subject.doc) and subject.doc[last + 1].text == ":"


def may_be_subject(word: Word) -> bool:
    """Tell a subject from a kicker, and from the parts of « celle-ci »."""
    part = word.text == "-" or (word.i > 0 and word.nbor(-1).text == "-" and word.text.islower())
    return not part and not is_kicker(word)


def possessors(noun: Word, grammar: Grammar) -> tuple[Word, ...]:
    """Return whose a noun is by a possessive: "Volta's", « son »."""
    verb = clause_of(noun)
    return tuple(antecedent(child, verb, grammar) for child in noun.children if is_possessive(child, grammar))


def undergoes(verb: Word, grammar: Grammar) -> bool:
    """Tell whether a verb's surface subject undergoes what it says: « il est battu », « il se fait battre »."""
    if is_passive(verb):
        return True
    if is_caused(verb, grammar):
        return is_reflexive(verb)
    controlled = verb.role in CONTROLLED and Form.INFINITIVE in verb.form
    return controlled and verb.head.lemma_ in grammar.causatives and is_reflexive(verb.head)


def is_caused(verb: Word, grammar: Grammar) -> bool:
    """Tell what the subject makes happen: « la rumeur a fait chuter l'action »."""
    return any(child.role == Role.AUXILIARY and child.lemma_ in grammar.causatives for child in verb.children)


def is_possessive(word: Word, grammar: Grammar) -> bool:
    """Tell a dependent of a noun that says whose it is."""
    return word.role == Role.POSSESSOR or (word.role == Role.DETERMINER and word.lower_ in grammar.possessives)


def supporters(noun: Word, grammar: Grammar) -> tuple[Word, ...]:
    """Return who does what a noun says by the verb beside it: « il a remis sa démission », « ils sont en grève »."""
    verb = noun.head.head if noun.role == Role.PREPOSITION_OBJECT else noun.head
    found = _going_on(noun, verb, grammar)
    if verb.lemma_ not in grammar.support:
        return found
    if noun.role == Role.OBJECT and not is_passive(verb):
        return (*found, *surface_subjects(verb, grammar))
    if noun.role in SUBJECTS and is_passive(verb):
        agents = (filler for filler in prepositional(verb) if "agent" in slots_of(filler, grammar))
        return (*found, *(antecedent(agent, clause_of(verb), grammar) for agent in agents))
    return found


def _going_on(noun: Word, verb: Word, grammar: Grammar) -> tuple[Word, ...]:
    """Return who is at it: « ils sont en grève »; not who is « mis en examen »."""
    if preposition_of(noun) not in grammar.predicative:
        return ()
    if any(child.role == Role.COPULA for child in noun.children):
        return surface_subjects(noun, grammar)
    enters = verb.lemma_ in grammar.copulas and not is_passive(verb)
    return surface_subjects(verb, grammar) if enters else ()


def _after_its_verb(verb: Word, grammar: Grammar, depth: int) -> Found:  # noqa: ARG001 (readings are called alike)
    """« …, a annoncé l'entreprise »."""
    inverted = postposed_subject(verb, grammar)
    return None if inverted is None else (inverted,)


def _its_own(verb: Word, grammar: Grammar, depth: int) -> Found:  # noqa: ARG001
    own = owned_subjects(verb, grammar)
    return (*_cut_off(verb, own), *(antecedent(child, verb, grammar) for child in own)) or None


def _cut_off(verb: Word, own: list[Word]) -> tuple[Word, ...]:
    """Return the first of two subjects where the parser joined the verb to it: « Paul | et Léa Roux ont porté… »."""
    name = verb.head
    if not own or verb.role != Role.CONJUNCT or name.pos_ != "PROPN" or number_of(verb) != Form.PLURAL:
        return ()
    between = verb.doc[name.i + 1 : own[0].i]
    return (name,) if between and all(word.pos_ == "CCONJ" or word.role == Role.FLAT for word in between) else ()


def _after_its_object(verb: Word, grammar: Grammar, depth: int) -> Found:  # noqa: ARG001
    """« À l'aube ont pris feu deux entrepôts »: of two objects the bare one belongs to the verb, and one is many."""
    objects = [child for child in verb.children if child.role == Role.OBJECT and child.i > verb.i]
    if len(objects) != 2 or not is_finite(verb) or objects[0].i != verb.i + 1:
        return None
    return (objects[1],) if number_of(verb) == Form.PLURAL and Form.PLURAL in objects[1].form else None


def _left_over(verb: Word, grammar: Grammar, depth: int) -> Found:  # noqa: ARG001
    """« Selon lui, | l'homme, après s'être enfui, | a été pris »: the bare nominal before a verb without a subject."""
    if verb.head != verb or not is_finite(verb) or number_of(verb) is None:
        return None
    first, several = first_of_group(verb), number_of(verb) == Form.PLURAL
    for word in reversed(verb.doc[verb.sent.start : first]):
        if word.pos_ not in {"NOUN", "PROPN"} or word.role not in HUNG or preposition_of(word):
            continue
        last = word.right_edge.i
        near = last < first and (last + 1 == first or word.doc[last + 1].text == ",")
        if near and (Form.PLURAL in word.form) == several and not is_kicker(word):
            return (word,)
    return None


def _announced(verb: Word, grammar: Grammar, depth: int) -> Found:  # noqa: ARG001
    """« Accusé d'avoir menti, le maire… »: whose participle it is that opens a sentence."""
    opens = verb.i == verb.sent.start and is_participle(verb)
    if verb.head != verb and not (opens and verb.role == Role.ADVERB):
        return None
    if not opens:
        return ()
    words = verb.doc[verb.i + 1 : verb.sent.end]
    found = next((w for w in words if w.role in SUBJECTS and mark_before(w) == ","), None)
    if found is None:
        return ()
    owners = [child for child in found.children if is_possessive(child, grammar)]
    return (owners[0],) if owners and not _suits(verb, found) else (found,)


def _suits(verb: Word, noun: Word) -> bool:
    """Tell whether a participle agrees with a noun: « opéré hier, son indisponibilité… » speaks of whose it is."""
    told, asked = verb.form & AGREEMENT, noun.form & AGREEMENT
    return not (told - asked and asked - told)


def _taken_for_another_verb(verb: Word, grammar: Grammar, depth: int) -> Found:  # noqa: ARG001
    """Take the name between two verbs that was joined to the first: « a refusé d'obéir et | Roy l'a démis »."""
    first = first_of_group(verb)
    while first - 1 > verb.sent.start and verb.doc[first - 1].pos_ == "PRON" and verb.doc[first - 1].head == verb:
        first -= 1
    if not is_finite(verb) or first - 2 < verb.sent.start or verb.doc[first - 1].pos_ != "PROPN":
        return None
    name = verb.doc[first - 1]
    name = name.head if name.role == Role.FLAT else name
    joined = name.role == Role.CONJUNCT and name.head.pos_ in VERBAL and name.head.i < name.i
    return (name,) if joined and verb.doc[name.i - 1].pos_ == "CCONJ" else None


def _of_its_chain(verb: Word, grammar: Grammar, depth: int) -> Found:
    """« il a signé et part », « il signe, annonce et part »."""
    if not depth:
        return ()
    if verb.role == Role.CONJUNCT or _is_link(verb):
        first = _first_of_chain(verb)
        found = _agreeing(surface_subjects(first, grammar, depth - 1), verb)
        return _of_outer_clause(first, verb, found, grammar, depth) or found
    return None


def _of_outer_clause(first: Word, verb: Word, found: tuple[Word, ...], grammar: Grammar, depth: int) -> Found:
    """« Le ministre dit que ses amis partent et | annonce… »: of one, joined to what several do."""
    many = bool(found) and all(Form.PLURAL in word.form for word in found)
    if not many or number_of(verb) != Form.SINGULAR or first.role != Role.CLAUSE_COMPLEMENT:
        return None
    outer = surface_subjects(first.head, grammar, depth - 1)
    return outer if outer and not any(Form.PLURAL in word.form for word in outer) else None


def _first_of_chain(verb: Word) -> Word:
    """Return the verb that another is joined to, though it hangs on its object: « évitant la chute et finissant »."""
    head = verb.head
    hung = head.pos_ in NOMINALS and head.role == Role.OBJECT and head.head.pos_ in VERBAL
    return head.head if hung and is_participle(verb) and is_participle(head.head) else head


def _agreeing(found: tuple[Word, ...], verb: Word) -> tuple[Word, ...]:
    """Return subjects that a verb of many may have: « le récit a tourné : lui et ses amis pourraient partir »."""
    if not found or number_of(verb) != Form.PLURAL or any(map(_may_be_many, found)):
        return found
    if any(word.pos_ == "CCONJ" for word in verb.doc[found[0].i : found[-1].i]):
        return found
    start = max((word.i for word in verb.doc[verb.sent.start : verb.i] if word.text in ":;"), default=verb.i)
    several = (word for word in verb.doc[start + 1 : verb.i] if word.pos_ in NOMINALS and _may_be_many(word))
    return tuple(word for word in several if not preposition_of(word))[:1]


def _may_be_many(word: Word) -> bool:
    """Tell a plural, the first of several, or a pronoun that may stand for either."""
    listed = any(child.role == Role.CONJUNCT and child.pos_ in NOMINALS for child in word.children)
    return listed or Form.PLURAL in word.form or (word.pos_ == "PRON" and word.role in SUBJECTS)


def _is_link(verb: Word) -> bool:
    """Tell one of a chain of verbs that the parser took for a clause of its own."""
    marked = any(child.role == Role.MARKER for child in verb.children)
    if verb.role not in {Role.ADVERBIAL_CLAUSE, Role.PARATAXIS} or not is_finite(verb) or marked:
        return False
    first = first_of_group(verb)
    return first > verb.sent.start and verb.doc[first - 1].text == "," and is_chained(verb)


def _of_its_noun(verb: Word, grammar: Grammar, depth: int) -> Found:
    """Take the noun for a participle that hangs on it, its owner for an infinitive."""
    noun = verb.head
    if verb.role not in NOUN_CLAUSES or noun.pos_ not in NOMINALS:
        return None
    if _goes_on(verb, noun) or _is_detached(verb, noun):
        return surface_subjects(clause_of(noun), grammar, depth - 1)
    if Form.INFINITIVE not in verb.form:
        return (_agreed_with(verb, noun),)
    if _is_asked(noun, grammar):
        return (noun,)
    undergone = noun.head.lemma_ in grammar.support_passive
    owners = (*possessors(noun, grammar), *(() if undergone else supporters(noun, grammar)))
    if owners:
        return (owners[-1],)
    if noun.role == Role.OBJECT:
        return surface_subjects(noun.head, grammar, depth - 1)
    if any(child.role == Role.COPULA for child in noun.children):
        return surface_subjects(noun, grammar, depth - 1)  # « Lille est la première ville à l'interdire »
    if noun.role == Role.ATTRIBUTE:
        return surface_subjects(noun.head, grammar, depth - 1)
    return tuple(filler for filler in prepositional(noun) if preposition_of(filler) in grammar.prepositions)[:1]


def _agreed_with(verb: Word, noun: Word) -> Word:
    """Return the noun that a bare participle agrees with: « la fin du billet de 50 euros | actée »."""
    found = noun
    for _ in range(DEPTH):
        joined = any(child.role == Role.CONJUNCT and child.i < verb.head.i for child in found.children)
        if not is_participle(verb) or is_finite(verb) or joined or _suits(verb, found):
            return found
        belongs = found.role in {Role.NOMINAL_MODIFIER, Role.CONJUNCT}
        if not belongs or found.head.pos_ != "NOUN" or not found.head.form & AGREEMENT:
            break
        found = found.head
    return noun


def _goes_on(verb: Word, noun: Word) -> bool:
    """Tell the next of several passives, hung on what stands between: « est déféré lundi, mis en examen et écroué »."""
    if not is_participle(verb) or verb.nbor(-1).text != "," or not any(is_participle(c) for c in _joined_to(verb)):
        return False
    first = clause_of(noun)
    return first.pos_ in VERBAL and first.i < noun.i and is_passive(first) and is_finite(first)


def _is_detached(verb: Word, noun: Word) -> bool:
    """Tell a gerund hung on what stands before it: « a signé l'accord, cédant », « a cousu le reste en tentant »."""
    if Form.PARTICIPLE not in verb.form or is_participle(verb) or clause_of(noun).i > noun.i:
        return False
    first = verb.left_edge
    apart = first.i > verb.sent.start and "," in {first.text, first.nbor(-1).text}
    return apart or any(child.role == Role.MARKER and child.pos_ == "ADP" for child in verb.children)


def _joined_to(verb: Word) -> list[Word]:
    return [child for child in verb.children if child.role == Role.CONJUNCT]


def _is_asked(noun: Word, grammar: Grammar) -> bool:
    """Tell whom a verb asks for what hangs on the noun: « demander aux femmes de partir »."""
    if noun.head.pos_ not in VERBAL or "goal" not in slots_of(noun, grammar):
        return False
    return noun.pos_ == "PROPN" or noun.lemma_.lower() in grammar.speakers


def _of_its_preposition(verb: Word, grammar: Grammar, depth: int) -> Found:  # noqa: ARG001
    """Take who is accused or suspected: "accuse the army of bombing"."""
    if verb.role != Role.PREPOSITION_CLAUSE or is_finite(verb):
        return None
    preposition = verb.head
    if "origin" not in grammar.prepositions.get(preposition.lower_, ()):
        return None
    above = preposition.head
    if above.role == Role.OBJECT:
        return (above,)
    owner = [child for child in above.children if child.role == Role.OBJECT and child.i < verb.i]
    return (owner[0],) if owner else None


def _controlled(verb: Word, grammar: Grammar, depth: int) -> Found:
    """Take who is understood as the subject of an infinitive or participle: « il promet à Léa de venir »."""
    if verb.role not in CONTROLLED or is_finite(verb):
        return None
    head = verb.head.head if verb.role == Role.PREPOSITION_CLAUSE else verb.head
    if head.pos_ not in VERBAL:
        found = surface_subjects(head, grammar, depth - 1)
        return found or (surface_subjects(head.head, grammar, depth - 1) if head.head != head else ())
    if verb.role not in LOOSE and controls_by_object(head, grammar):
        addressed = addressed_by(verb, head, grammar)
        if addressed is not None:
            return (addressed,)
    return surface_subjects(head, grammar, depth - 1)


READINGS: tuple[Reading, ...] = (
    _after_its_verb,
    _its_own,
    of_what_is_said,
    _after_its_object,
    hung_on_a_preposition,
    taken_for_an_adverbial,
    _left_over,
    _announced,
    _taken_for_another_verb,
    _of_its_chain,
    _of_its_noun,
    _of_its_preposition,
    _controlled,
)
