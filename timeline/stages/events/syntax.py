"""What stands around a verb or a noun, with voice, control, relatives and coordination undone.

Reads both schemes of dependencies that spaCy's models use: Universal Dependencies (``nsubj:pass``, ``obl`` with a
``case`` child) and ClearNLP (``nsubjpass``, ``prep`` with a ``pobj`` child). Nothing here knows a language; its
function words come with a `Grammar`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

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


class Argument(NamedTuple):
    """Something that stands in a slot of a verb or noun, such as ``subject``, ``object``, ``genitive`` or ``as``."""

    slot: str
    token: Word
    marker: str = ""


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


@cache
def grammar_of(language: Language) -> Grammar:
    """Return the function words of a language; empty sets where it has none."""
    data = language.data("participants")
    words = data.get("grammar", {})
    slots: dict[str, list[str]] = {}
    for slot, forms in data.get("prepositions", {}).items():
        for form in forms.split():
            slots.setdefault(form.replace("_", " "), []).append(slot)
    return Grammar(
        {form: tuple(names) for form, names in slots.items()},
        *(
            frozenset(words.get(name, "").split())
            for name in (
                "being",
                "subject_control",
                "support",
                "support_passive",
                "light",
                "relative",
                "possessives",
                "between",
                "copulas",
                "predicative",
            )
        ),
    )


def arguments(token: Word, grammar: Grammar) -> tuple[Argument, ...]:
    """Return what fills the slots of a trigger, the nearest reading first."""
    if token.pos_ in VERBAL:
        return (*_verb_core(token, grammar), *_obliques(token, grammar))
    return (*_noun_core(token, grammar), *_obliques(token, grammar))


def conjuncts(token: Word) -> Iterator[Word]:
    """Yield a nominal and those coordinated with it."""
    waiting = [token]
    while waiting:  # no recursion: a list may be as long as a text
        word = waiting.pop()
        yield word
        others = [child for child in word.children if child.dep_ == "conj" and child.pos_ in NOMINALS]
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
    if token.lemma_ in grammar.being:
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


def surface_subjects(verb: Word, grammar: Grammar, depth: int = DEPTH) -> tuple[Word, ...]:
    """Return who is the grammatical subject of a verb, its own or one borrowed from the clause it hangs on."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if own:
        return tuple(_antecedent(child, verb, grammar) for child in own)
    head = verb.head
    if verb.dep_ == "advcl" and "Fin" in verb.morph.get(
        "VerbForm"
    ):  # « before Ada took over », Ada hung on the preposition
        for word in verb.head.children:
            if word.dep_ == "prep" and verb.head.i < word.i < verb.i and word.right_edge.i + 2 >= verb.i:
                return tuple(child for child in word.children if child.dep_ == "pobj")
    if _is_finite(verb):  # a name that the parser took for an adverbial
        own = [
            child for child in verb.children if child.dep_ == "obl:mod" and child.pos_ == "PROPN" and child.i < verb.i
        ]
        if own and not preposition_of(own[0]):
            return (own[0],)
    if not depth or head == verb:
        return ()
    if verb.dep_ == "conj":
        return surface_subjects(head, grammar, depth - 1)
    if verb.dep_.startswith("acl") and head.pos_ in NOMINALS:
        return _subject_by_noun(verb, head, grammar, depth)
    if verb.dep_ in {"xcomp", "ccomp", "dep", "pcomp", "advcl", "obl:mod", "obl:arg"} and not _is_finite(verb):
        if verb.dep_ == "pcomp":
            owner = [child for child in head.head.children if child.dep_ in OBJECTS and child.i < verb.i]
            if owner and "origin" in grammar.prepositions.get(head.lower_, ()):
                return (owner[0],)  # "accuse the army of bombing"
            head = head.head
        return _controller(verb, head, grammar, depth)
    return ()


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


def clause_of(token: Word) -> Word:
    """Return the verb, or predicate, that heads the clause a token stands in."""
    while token.pos_ not in VERBAL and token.head != token and token.dep_ not in RELATIVES:
        if any(child.dep_ == "cop" for child in token.children):
            break
        token = token.head
    return token


def _verb_core(verb: Word, grammar: Grammar) -> Iterator[Argument]:
    subjects = surface_subjects(verb, grammar)
    passive = is_passive(verb, grammar)
    for subject in subjects:
        yield Argument("object" if passive else "subject", subject)
    inverted = _inverted_subject(verb, grammar) if not (subjects or passive) else None
    if inverted is not None:
        yield Argument("subject", inverted)
    for child in verb.children:
        if child is inverted:
            continue
        if child.dep_ in OBJECTS:
            yield Argument("object", _antecedent(child, verb, grammar))
        elif child.dep_ in DATIVES and child.pos_ in NOMINALS and not preposition_of(child):
            yield Argument("recipient", _antecedent(child, verb, grammar))
        elif child.dep_ in PREDICATIVES and child.pos_ in {"NOUN", "PROPN"} and not preposition_of(child):
            yield Argument("as", child)
        if child.dep_ in OBJECTS:  # « tuer deux skieurs dans les Alpes »: what hangs on the object may be the verb's
            outer = {"place", "goal"}
            yield from (argument for argument in _obliques(child, grammar) if argument.slot in outer)
    if _is_shared_object(verb):
        yield from (Argument("object", child) for child in verb.head.children if child.dep_ in OBJECTS)
    elif _is_reduced_relative(verb, grammar):
        yield Argument("object", verb.head)


def _inverted_subject(verb: Word, grammar: Grammar) -> Word | None:
    """Return the name after a finite verb without a subject that was taken for its object: « …, a annoncé Volta »."""
    after = [child for child in verb.children if child.dep_ in OBJECTS]
    if len(after) != 1 or after[0].i < verb.i or after[0].pos_ != "PROPN" or preposition_of(after[0]):
        return None
    relative = any(part.lower_ in grammar.relative for part in verb.children)
    return after[0] if _is_finite(verb) and not relative else None


def _noun_core(noun: Word, grammar: Grammar) -> Iterator[Argument]:
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_.startswith("det") and child.lower_ in grammar.possessives):
            yield Argument("possessor", _antecedent(child, clause_of(noun), grammar))
            if child.lower_ in grammar.possessives:
                yield from (Argument("bound", owner) for owner in _owners(noun, grammar))
        elif child.dep_ == "compound" and child.pos_ in {"NOUN", "PROPN"}:
            yield Argument("compound", child)
        elif child.lower_ in grammar.relative and child.dep_ == "nmod":
            yield Argument("genitive", _antecedent(child, clause_of(noun), grammar))
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if preposition_of(noun) in grammar.predicative:
        going_on = noun if any(child.dep_ == "cop" for child in noun.children) else verb
        if going_on is noun or verb.lemma_ in grammar.copulas:
            yield from (Argument("support", subject) for subject in surface_subjects(going_on, grammar))
    if noun.dep_ in OBJECTS and verb.lemma_ in grammar.support:
        slot = "undergoer" if verb.lemma_ in grammar.support_passive else "support"
        for argument in _verb_core(verb, grammar):
            if argument.slot == "subject":
                yield Argument(slot, argument.token)
    elif noun.dep_ in SUBJECTS and is_passive(verb, grammar) and verb.lemma_ in grammar.support:
        yield from (Argument("support", a.token) for a in _obliques(verb, grammar) if a.slot == "agent")


def _obliques(token: Word, grammar: Grammar) -> Iterator[Argument]:
    near = _following_nominal(token, grammar) if token.pos_ not in VERBAL else None
    found = list(prepositional(token))
    if near is not None and near not in found:
        found.insert(0, near)
    noun = token.pos_ not in VERBAL
    if noun:
        found += [agent for agent in _following_agent(token, grammar) if agent not in found]
    for filler in found:
        marker = _whole_preposition(filler, grammar)
        slots = grammar.prepositions.get(marker, ())
        if noun and "origin" in slots and marker in grammar.prepositions and len(marker.split()) == 1:
            slots = ("genitive", *slots)
        if not noun and "agent" in slots and not is_passive(token, grammar):
            slots = ("other",)
        for slot in slots or ("other",):
            yield Argument(slot, _antecedent(filler, clause_of(token), grammar), marker)
        if "with" in slots and marker in grammar.between:
            yield from (Argument("with", second) for second in _second_of_two(filler))


def _following_nominal(noun: Word, grammar: Grammar) -> Word | None:
    """Return the nominal right after a noun and a preposition « de », wherever the parser hung it."""
    doc, position = noun.doc, noun.i + 1
    while position < len(doc) and doc[position].pos_ == "ADJ":
        position += 1
    if position + 2 < len(doc) and doc[position].pos_ == "ADP" and doc[position + 1].pos_ == "NOUN":
        position += (
            2 if "origin" not in grammar.prepositions.get(doc[position].lower_, ()) else 0
        )  # « mise en examen de X »
    if position >= len(doc) or "origin" not in grammar.prepositions.get(doc[position].lower_, ()):
        return None
    case = doc[position]
    head = case.head
    if case.dep_ == "case" and head.i > case.i and head.pos_ in {"NOUN", "PROPN"} and head.i - case.i <= 4:
        return head
    return None


def _following_agent(noun: Word, grammar: Grammar) -> Iterator[Word]:
    """Yield the nominal after « par » that follows a noun or its complement, wherever the parser hung it."""
    doc, end = noun.doc, noun.i + 1
    while end < len(doc) and noun.is_ancestor(doc[end]):
        end += 1
    if end < len(doc) and "agent" in grammar.prepositions.get(doc[end].lower_, ()):
        case = doc[end]
        yield from (child for child in case.children if child.dep_ == "pobj")
        if case.dep_ == "case" and case.head.i > case.i:
            yield case.head


def _owners(noun: Word, grammar: Grammar) -> tuple[Word, ...]:
    """Whom a possessive most likely means when nothing else says it: the subject of the noun's clause."""
    if noun.dep_ in SUBJECTS:
        return ()
    verb = clause_of(noun)
    return surface_subjects(verb, grammar)[:1] if verb.pos_ in VERBAL else ()


def _whole_preposition(filler: Word, grammar: Grammar) -> str:
    """Return a preposition with the adverb before it, where both make one: « près de »."""
    marker = preposition_of(filler)
    case = next((child for child in filler.children if child.dep_ == "case"), None)
    if case is not None and case.i > 0 and f"{case.nbor(-1).lower_} {marker}" in grammar.prepositions:
        return f"{case.nbor(-1).lower_} {marker}"
    return marker


def _second_of_two(first: Word) -> Iterator[Word]:
    """Yield B of « entre A et B » when the parser hung it elsewhere."""
    if any(child.dep_ == "conj" for child in first.children):
        return
    for word in first.doc[first.i + 1 : first.i + 5]:
        if word.pos_ == "CCONJ" and word.i + 1 < len(first.doc):
            yield from (
                other
                for other in first.doc[word.i + 1 : word.i + 4]
                if other.pos_ in {"NOUN", "PROPN"} and other.dep_ not in {"flat:name", "compound"}
            )
            return


def _subject_by_noun(verb: Word, noun: Word, grammar: Grammar, depth: int) -> tuple[Word, ...]:
    """Whose verb it is when it hangs on a noun: a participle is the noun's own, an infinitive its owner's."""
    if "Inf" not in verb.morph.get("VerbForm"):
        return (noun,)
    owners = [a.token for a in _noun_core(noun, grammar) if a.slot in {"possessor", "support"}]
    if owners:
        return (owners[-1],)
    if noun.dep_ in OBJECTS:
        return surface_subjects(noun.head, grammar, depth - 1)
    return tuple(filler for filler in prepositional(noun) if preposition_of(filler) in grammar.prepositions)[:1]


def _controller(verb: Word, head: Word, grammar: Grammar, depth: int) -> tuple[Word, ...]:
    """Who is understood as the subject of a verb without one of its own."""
    if head.pos_ not in VERBAL:
        return surface_subjects(head, grammar, depth - 1) or (
            surface_subjects(head.head, grammar, depth - 1) if head.head != head else ()
        )
    if verb.dep_ not in {"advcl", "pcomp", "obl:mod"} and head.lemma_ not in grammar.subject_control:
        for child in head.children:
            if child.dep_ in OBJECTS and child != verb and child.i < verb.i and not is_passive(head, grammar):
                return (child,)
        for child in head.children:
            if child.dep_ in DATIVES and child.pos_ in NOMINALS:
                return (child,)
        for filler in prepositional(head):
            if filler.i < verb.i and {"goal"} & set(grammar.prepositions.get(preposition_of(filler), ())):
                return (filler,)
    return surface_subjects(head, grammar, depth - 1)


def _antecedent(token: Word, verb: Word, grammar: Grammar) -> Word:
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


def _is_finite(verb: Word) -> bool:
    return "Fin" in verb.morph.get("VerbForm") or any(
        child.dep_ in AUXILIARIES and "Fin" in child.morph.get("VerbForm") for child in verb.children
    )


def _is_shared_object(verb: Word) -> bool:
    """Tell the second verb of two that share an object: « interpellé, puis relâché, deux hommes »."""
    head = verb.head
    if verb.dep_ != "conj" or head.pos_ not in VERBAL or any(child.dep_ in OBJECTS for child in verb.children):
        return False
    if any(child.dep_ in SUBJECTS | AUXILIARIES for child in verb.children):
        return False
    return any(child.dep_ in OBJECTS and (child.i > verb.i or child.pos_ == "PRON") for child in head.children)


def _is_reduced_relative(verb: Word, grammar: Grammar) -> bool:
    """Tell a relative clause without a pronoun: "the firm he founded"."""
    if verb.dep_ not in RELATIVES:
        return False
    return not any(
        token.lower_ in grammar.relative
        or token.dep_ in OBJECTS
        or token.dep_ in {"ccomp", "xcomp"}
        or token.dep_ in PASSIVES
        for token in verb.children
    ) and any(child.dep_ in SUBJECTS for child in verb.children)
