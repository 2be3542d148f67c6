"""A word and what it governs that tell one event between them: « lance une offensive », « pourrait partir »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.languages.grammar import Form, Role
from timeline.stages.events.retelling import Pointers, Told
from timeline.syntax.arguments import is_subjected
from timeline.syntax.functions import Grammar
from timeline.syntax.phrases import is_bare, preposition_of
from timeline.syntax.voice import AUXILIARIES, SUBJECTS, is_participle
from timeline.syntax.words import Word

OCCURRENCE = "OCCURRENCE"
# What these say of an infinitive is how it stands: « peut partir », "wants to leave".
STANCES = frozenset({"MODAL", "I_STATE"})
BLOWS = frozenset(map("Disaster.{}".format, ("Accident", "Collapse", "Earthquake", "Explosion", "Fire", "Storm")))
TOLLS = frozenset({"Life.Die", "Life.Injure"})
UNDERGOING = frozenset({Role.OBJECT, Role.PASSIVE_SUBJECT})


def head_of(word: Word) -> Word:
    """Return the word that governs another one, a preposition between them left out."""
    return word.head.head if word.role == Role.PREPOSITION_OBJECT else word.head


def is_one_phrase(one: Told, other: Told, pointers: Pointers, grammar: Grammar) -> bool:
    """Tell whether of two mentions one governs the other, and both tell one event.

    A verb and the event that it takes for its object are told as one by readers in nine of ten cases; a verb of saying,
    and what is said, never are.
    """
    for lower, upper in ((one, other), (other, one)):
        if is_subjected(lower.token, upper.token, grammar):
            return True
        if head_of(lower.token) == upper.token != lower.token:
            return _is_carried(lower, upper, pointers, grammar)
    return False


def happens(verb: Word, occurrence: Mapping[str, str]) -> bool:
    """Tell a verb that says of its subject but that it takes place, with the word it wants: « a lieu »."""
    wanted = occurrence.get(verb.lemma_)
    if wanted is None:
        return False
    objects = {child.lower_ for child in verb.children if child.role == Role.OBJECT}
    beside = {child.lower_ for child in verb.children}
    return objects <= {wanted} and (not wanted or bool(beside & {wanted, f"{wanted[0]}'"}))


def says_no_more(verb: Told, noun: Told, grammar: Grammar) -> bool:
    """Tell a verb that says no more than its noun, or little: « lance l'assaut », « l'assaut est donné ».

    Such a one tells an event again that its noun tells again: « mène l'enquête », but not « critique l'enquête ».
    """
    if head_of(noun.token) != verb.token or verb.is_noun:
        return False
    plain = verb.event.timeml_class == OCCURRENCE and noun.token.role in UNDERGOING
    supports = plain and verb.token.lemma_ in grammar.support
    return supports or _is_light_pair(noun, verb, grammar) or _is_idiom(noun, verb)


def tellings(words: Sequence[Word]) -> list[Word]:
    """Return the words of an event, of those that make one phrase the one that governs."""
    return [word for word in words if not any(head_of(word) == other != word for other in words)] or list(words)


def carries(one: Word, other: Word, grammar: Grammar) -> bool:
    """Tell a verb that only says how another event stands: « elle pourrait partir », « fait l'objet d'une enquête »."""
    if head_of(other) != one:
        return False
    subjects = any(child.lemma_ in grammar.subjected for child in one.children)
    return subjects or _is_infinitive(other) or is_phase(one, other, grammar)


def is_phase(verb: Word, noun: Word, grammar: Grammar) -> bool:
    """Tell a time that begins, goes on or ends with what happens: « le week-end a continué avec le départ de »."""
    if verb.lemma_ not in grammar.phases or head_of(noun) != verb or preposition_of(noun) not in grammar.phase_links:
        return False
    named = (child for child in verb.children if child.role in SUBJECTS and any(map(str.isalpha, child.text)))
    return all(child.lemma_.lower() in grammar.periods for child in named)


def _is_infinitive(word: Word) -> bool:
    """Tell an infinitive that a verb governs, of a passive too: « pourrait être rappelé »."""
    if word.role != Role.OPEN_COMPLEMENT:
        return False
    return Form.INFINITIVE in word.form or any(
        child.role == Role.PASSIVE_AUXILIARY and Form.INFINITIVE in child.form for child in word.children
    )


def _is_state(predicate: Word, verb: Word) -> bool:
    """Tell what somebody is from the verb that says it: « reste fidèle », "remains loyal"."""
    stands = predicate.role in {Role.OPEN_COMPLEMENT, Role.PREDICATE_ADJECTIVE}
    return stands and predicate.pos_ == "ADJ" and not any(child.role == Role.OBJECT for child in verb.children)


def _is_carried(lower: Told, upper: Told, pointers: Pointers, grammar: Grammar) -> bool:
    if says_no_more(upper, lower, grammar) or is_phase(upper.token, lower.token, grammar):
        return True
    alike = lower.event.factuality == upper.event.factuality
    if lower.is_noun:
        return alike and not upper.is_noun and _is_argument(lower, upper, pointers, grammar)
    if upper.is_noun:
        return alike and _is_done(lower, upper)
    if lower.token.role in AUXILIARIES or _is_state(lower.token, upper.token):  # « fait chuter »
        return alike
    kind = upper.event.timeml_class
    return _is_infinitive(lower.token) and (kind in STANCES or (alike and kind != "REPORTING"))


def _is_argument(noun: Told, verb: Told, pointers: Pointers, grammar: Grammar) -> bool:
    """Tell what happens (« le match a eu lieu », « le séisme fait dix morts »), and what is new and plainly done."""
    role = noun.token.role
    if role in {Role.SUBJECT, Role.AGENT} and _strikes(noun, verb):
        return True
    if role == Role.SUBJECT and verb.token.lemma_ in grammar.light and not _tells_another(verb):
        return True
    if role in SUBJECTS:  # but not « le retrait a précédé le départ »
        return happens(verb.token, pointers.happening)
    if preposition_of(noun.token) in grammar.predicative and verb.token.lemma_ in grammar.copulas:
        return is_bare(noun.token, grammar)  # « entrer en collision »
    known = noun.points_back or verb.token.lemma_ in pointers.happening
    return role == Role.OBJECT and verb.event.timeml_class == OCCURRENCE and not known


def _tells_another(verb: Told) -> bool:
    """Tell a verb whose object, and no toll, is what it tells of: « l'attaque remet en cause l'action de l'armée »."""
    toll = verb.event.type in TOLLS
    return not toll and any(child.role == Role.OBJECT and child.pos_ == "NOUN" for child in verb.token.children)


def _strikes(blow: Told, verb: Told) -> bool:
    """Tell a disaster from the verb that says how it struck: « le séisme secoue le Japon »."""
    return blow.event.type in BLOWS and verb.event.type == "Other" and verb.event.timeml_class == OCCURRENCE


def _is_done(participle: Told, noun: Told) -> bool:
    """Tell a participle that says how its noun came about: « une vidéo publiée lundi », "an attack carried out"."""
    token = participle.token
    if token.role != Role.NOUN_CLAUSE or not is_participle(token) or any(c.role in SUBJECTS for c in token.children):
        return False
    kinds = {participle.event.type, noun.event.type}
    plain = {participle.event.timeml_class, noun.event.timeml_class} == {OCCURRENCE}
    return plain and (len(kinds) == 1 or "Other" in kinds)


def _is_light_pair(lower: Told, upper: Told, grammar: Grammar) -> bool:
    """Tell a verb without a meaning of its own from the noun that tells the event: « remettre sa démission »."""
    noun, verb = lower.token, upper.token
    if any(child.role == Role.PARTICLE for child in verb.children):
        return False  # "take over the investigation"
    if noun.lemma_ in grammar.subjected:
        return False  # « fait l'objet d'une enquête »
    return noun.role in UNDERGOING and verb.lemma_ in grammar.light and noun.pos_ == "NOUN"


def _is_idiom(lower: Told, upper: Told) -> bool:
    """Tell a noun from the verb that makes a phrase with it: « ouvrir une enquête », « mettre en examen »."""
    if not lower.is_noun or upper.is_noun:
        return False
    undergoes = lower.token.role in UNDERGOING
    return lower.token.lemma_.lower() in upper.consumed or bool(
        undergoes and lower.frame and lower.frame == upper.frame
    )
