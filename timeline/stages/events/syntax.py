"""How words hang together: voice, prepositions, clauses, relative pronouns.

Reads both schemes of dependencies that spaCy's models use: Universal Dependencies (``nsubj:pass``, ``obl`` with a
``case`` child) and ClearNLP (``nsubjpass``, ``prep`` with a ``pobj`` child). Nothing here knows a language; its
function words come with a `Grammar`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

from timeline.languages import Language
from timeline.stages.events.words import Word

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass"})
OBJECTS = frozenset({"obj", "dobj"})
DATIVES = frozenset({"iobj", "dative"})
OBLIQUES = frozenset({"obl", "obl:mod", "obl:arg", "obl:agent", "nmod", "iobj", "dep", "appos"})
PASSIVES = frozenset({"aux:pass", "auxpass", "nsubj:pass", "nsubjpass", "expl:pass"})
AUXILIARIES = frozenset({"aux", "aux:tense", "aux:pass", "auxpass", "cop"})
RELATIVES = frozenset({"acl:relcl", "relcl"})
PREDICATIVES = frozenset({"attr", "oprd", "xcomp", "acomp"})
NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
VERBAL = frozenset({"VERB", "AUX"})
DEPTH = 6  # of clauses climbed for a subject: deeper ones are parser's loops or nobody's reading


@dataclass(frozen=True, slots=True)
class Grammar:
    """Function words of a language, from the room ``participants``."""

    prepositions: dict[str, tuple[str, ...]]
    being: frozenset[str]
    subject_control: frozenset[str]
    support: frozenset[str]
    support_passive: frozenset[str]
    light: frozenset[str]
    relative: frozenset[str]
    possessives: frozenset[str]
    between: frozenset[str]
    copulas: frozenset[str]
    predicative: frozenset[str]
    inverted: frozenset[str]
    speech: frozenset[str]
    speakers: frozenset[str]


@cache
def grammar_of(language: Language) -> Grammar:
    """Return the function words of a language; empty sets where it has none."""
    data = language.data("participants")
    words = data.get("grammar", {})
    slots: dict[str, list[str]] = {}
    for slot, forms in data.get("prepositions", {}).items():
        for form in forms.split():
            slots.setdefault(form.replace("_", " "), []).append(slot)
    listed = [field.name for field in fields(Grammar) if field.name not in {"prepositions", "speakers"}]
    kinds = data.get("kinds", {})
    return Grammar(
        prepositions={form: tuple(names) for form, names in slots.items()},
        speakers=frozenset(f"{kinds.get('person', '')} {kinds.get('organisation', '')}".split()),
        **{name: frozenset(words.get(name, "").split()) for name in listed},
    )


def conjuncts(token: Word) -> Iterator[Word]:
    """Yield a nominal and those coordinated with it."""
    waiting = [token]
    while waiting:  # no recursion: a list may be as long as a text
        word = waiting.pop()
        yield word
        others = [child for child in word.children if child.dep_ == "conj" and child.pos_ in NOMINALS]
        others = [child for child in others if not child.text.startswith("-") and child.nbor(-1).text != "-"]
        if any(child.dep_ == "cc" for one in (word, *others) for child in one.children):
            waiting.extend(reversed(others))  # without a conjunction it is an apposition


def is_participle(token: Word) -> bool:
    """Tell a past participle."""
    return "Part" in token.morph.get("VerbForm") and "Past" in token.morph.get("Tense")


def is_passive(token: Word, grammar: Grammar) -> bool:
    """Tell whether a verb's surface subject undergoes what it says."""
    for _ in range(DEPTH):  # a bare participle is what the one before it is: « arrêté, jugé et condamné »
        voice = _own_voice(token, grammar)
        if voice is not None:
            return voice
        token = token.head
    return False


def _own_voice(token: Word, grammar: Grammar) -> bool | None:
    """Tell whether a verb by itself is passive; nothing when the verb that it is coordinated with decides."""
    if token.lemma_ in grammar.being or (token.i and token.nbor(-1).lower_ in grammar.inverted):
        return False
    if any(child.dep_ in OBJECTS and child.pos_ == "PRON" and child.i < token.i for child in token.children):
        return False
    if any(child.dep_ in PASSIVES for child in token.children):
        return True
    if not is_participle(token) or any(child.dep_ in AUXILIARIES for child in token.children):
        return False
    if token.dep_ == "conj" and token.head.pos_ in VERBAL:
        return None
    return not any(child.dep_ in OBJECTS or child.dep_ in SUBJECTS for child in token.children)


def is_finite(verb: Word) -> bool:
    """Tell a verb with a tense, its own or its auxiliary's."""
    return "Fin" in verb.morph.get("VerbForm") or any(
        child.dep_ in AUXILIARIES and "Fin" in child.morph.get("VerbForm") for child in verb.children
    )


def preposition_of(token: Word) -> str:
    """Return the preposition that marks a nominal, in lower case, all of its words."""
    if token.dep_ in {"pobj", "pcomp"}:
        outer = token.head.head if token.head.dep_ == "prep" and token.head.head.dep_ == "prep" else None
        return f"{outer.lower_} {token.head.lower_}" if outer else token.head.lower_
    for child in token.children:
        if child.dep_ == "case":
            return " ".join(part.lower_ for part in child.subtree)
    return ""


def prepositional(token: Word) -> Iterator[Word]:
    """Yield the nominals that hang on a token by a preposition."""
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {"ADP", "SCONJ", "VERB", "ADV"}:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield inner
                elif inner.dep_ == "prep":
                    yield from (deepest for deepest in inner.children if deepest.dep_ == "pobj")
        elif child.dep_ in OBLIQUES and preposition_of(child):
            yield child
        elif child.dep_ == "advmod":  # « auprès d'un fonds », the noun hung on the adverb
            near = (inner for inner in child.children if inner.dep_ in OBLIQUES and preposition_of(inner))
            yield from (inner for inner in near if inner.left_edge.i == child.i + 1)


def clause_of(token: Word) -> Word:
    """Return the verb, or predicate, that heads the clause a token stands in."""
    while token.pos_ not in VERBAL and token.head != token and token.dep_ not in RELATIVES:
        if any(child.dep_ == "cop" for child in token.children):
            break
        token = token.head
    return token


def antecedent(token: Word, verb: Word, grammar: Grammar) -> Word:
    """Return what a relative pronoun stands for, and anything else as it is."""
    if token.lower_ not in grammar.relative:
        return token
    clause = verb
    for _ in range(DEPTH):
        if clause.dep_.startswith("acl") or clause.dep_ in RELATIVES:
            return clause.head if clause.head.i < token.i else token
        if clause.head == clause:
            break
        clause = clause.head
    return token
