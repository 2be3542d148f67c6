"""Which words are verbs, auxiliaries, subjects and objects, and whether a verb's subject undergoes what it says."""

from __future__ import annotations

from timeline.languages.base import language_or_fallback
from timeline.languages.grammar import Form, Role
from timeline.syntax.words import Word, once_a_word

VERBAL = frozenset({"VERB", "AUX"})
NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
SUBJECTS = frozenset({Role.SUBJECT, Role.PASSIVE_SUBJECT})
CORE = SUBJECTS | {Role.OBJECT}
VERB_AUXILIARIES = frozenset({Role.AUXILIARY, Role.PASSIVE_AUXILIARY})
AUXILIARIES = VERB_AUXILIARIES | {Role.COPULA}
REFLEXIVES = frozenset({Role.REFLEXIVE, Role.PASSIVE_REFLEXIVE})
EXPLETIVES = REFLEXIVES | {Role.EXPLETIVE}
PASSIVES = frozenset({Role.PASSIVE_AUXILIARY, Role.PASSIVE_SUBJECT, Role.PASSIVE_REFLEXIVE})
PARTICIPIAL = frozenset({Form.PARTICIPLE, Form.PAST})
DEPTH = 6  # of coordinated participles climbed: deeper ones are parser's loops


def is_participle(word: Word) -> bool:
    """Tell a past participle."""
    return word.form >= PARTICIPIAL and Form.GERUND not in word.form


def is_finite(verb: Word) -> bool:
    """Tell a verb with a tense, its own or its auxiliary's."""
    return Form.FINITE in verb.form or any(
        child.role in AUXILIARIES and Form.FINITE in child.form for child in verb.children
    )


@once_a_word
def is_passive(word: Word) -> bool:
    """Tell whether a verb's surface subject undergoes what it says."""
    for _ in range(DEPTH):  # a bare participle is what the one before it is: « arrêté, jugé et condamné »
        voice = _own_voice(word)
        if voice is not None:
            return voice
        word = word.head
    return False


def is_reflexive(verb: Word) -> bool:
    """Tell a verb with « se », a part of it or not."""
    return any(child.role in REFLEXIVES for child in verb.children)


def _own_voice(word: Word) -> bool | None:
    """Tell whether a verb by itself is passive; nothing when the verb that it is coordinated with decides."""
    words = language_or_fallback(word.code).verbs
    if word.lemma_ in words.unaccusative or (word.i and word.nbor(-1).lower_ in words.inverted):
        return False
    roles = {child.role for child in word.children}
    if Role.OBJECT in roles and _has_clitic_object(word):
        return False
    if not roles.isdisjoint(PASSIVES) or _is_impersonal_passive(word, roles):
        return True
    if not is_participle(word) or not roles.isdisjoint(AUXILIARIES):
        return False
    if Role.AGENT in roles:
        return True
    if word.role == Role.CONJUNCT and word.head.pos_ in VERBAL:
        return None
    return roles.isdisjoint(_not_beside_passive(word))


def _not_beside_passive(participle: Word) -> frozenset[Role]:
    """Return what has no place beside a bare participle that is passive.

    "with the police accused of firing" has its subject, and in « un communiqué, publié la veille » a day may be taken
    for an object.
    """
    if participle.role == Role.PREPOSITION_CLAUSE:
        return frozenset({Role.OBJECT})
    apart = participle.role == Role.NOUN_CLAUSE and participle.i > 0 and participle.nbor(-1).text == ","
    return SUBJECTS if apart else CORE


def _is_impersonal_passive(word: Word, roles: set[Role]) -> bool:
    """Tell « il (lui) est reproché de… », whose auxiliary may be taken for that of a past."""
    if not is_participle(word) or Role.EXPLETIVE not in roles or not roles.isdisjoint(REFLEXIVES):
        return False
    helpers = [child.lemma_ for child in word.children if child.role == Role.AUXILIARY]
    return len(helpers) == 1 and helpers[0] in language_or_fallback(word.code).verbs.auxiliaries.passive


def _has_clitic_object(verb: Word) -> bool:
    """Tell « il l'a nommé »; not « (il dit) qu'il a été nommé », though « que » was taken for its object."""
    been = any(child.role == Role.PASSIVE_AUXILIARY and Form.PARTICIPLE in child.form for child in verb.children)
    return not been and any(_is_clitic_object(child, verb) for child in verb.children)


def _is_clitic_object(child: Word, verb: Word) -> bool:
    """Tell « l' » in « il l'a nommé »."""
    return child.role == Role.OBJECT and child.pos_ == "PRON" and child.i < verb.i
