"""What fills the slots of a verb or a noun, with voice, control, relatives, inversion and coordination undone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline.stages.events.postposed import first_of_group, is_chained, postposed_subject
from timeline.stages.events.syntax import (
    AUXILIARIES,
    DATIVES,
    DEPTH,
    NOMINALS,
    OBJECTS,
    PASSIVES,
    PREDICATIVES,
    RELATIVES,
    SUBJECTS,
    VERBAL,
    Grammar,
    antecedent,
    clause_of,
    is_finite,
    is_participle,
    is_passive,
    preposition_of,
    prepositional,
)
from timeline.stages.events.words import Word


class Argument(NamedTuple):
    """Something that stands in a slot of a verb or noun, such as ``subject``, ``object``, ``genitive`` or ``as``."""

    slot: str
    token: Word
    marker: str = ""


def arguments(token: Word, grammar: Grammar) -> tuple[Argument, ...]:
    """Return what fills the slots of a trigger, the nearest reading first."""
    if token.pos_ in VERBAL or any(child.dep_ == "aux:tense" for child in token.children):
        return (*_verb_core(token, grammar), *_obliques(token, grammar))
    return (*_noun_core(token, grammar), *_obliques(token, grammar))


def surface_subjects(verb: Word, grammar: Grammar, depth: int = DEPTH) -> tuple[Word, ...]:
    """Return who is the grammatical subject of a verb, its own or one borrowed from the clause it hangs on."""
    inverted = postposed_subject(verb, grammar)
    if inverted is not None:
        return (inverted,)
    own = _own_subjects(verb, grammar)
    if own:
        return tuple(antecedent(child, verb, grammar) for child in own)
    head = verb.head
    if verb.dep_ == "advcl" and "Fin" in verb.morph.get("VerbForm"):  # "before Ada took over", Ada hung on "before"
        for word in verb.head.children:
            if word.dep_ == "prep" and verb.head.i < word.i < verb.i and word.right_edge.i + 2 >= verb.i:
                return tuple(child for child in word.children if child.dep_ == "pobj")
    if is_finite(verb):  # a name that the parser took for an adverbial
        own = [
            child for child in verb.children if child.dep_ == "obl:mod" and child.pos_ == "PROPN" and child.i < verb.i
        ]
        if own and not preposition_of(own[0]):
            return (own[0],)
    if head == verb:
        return _announced(verb)
    if not depth:
        return ()
    if verb.dep_ == "conj" or _is_link(verb):
        return surface_subjects(head, grammar, depth - 1)
    if verb.dep_.startswith("acl") and head.pos_ in NOMINALS:
        return _subject_by_noun(verb, head, grammar, depth)
    if verb.dep_ in {"xcomp", "ccomp", "dep", "pcomp", "advcl", "obl:mod", "obl:arg"} and not is_finite(verb):
        if verb.dep_ == "pcomp":
            if head.head.dep_ in OBJECTS and "origin" in grammar.prepositions.get(head.lower_, ()):
                return (head.head,)  # "suspect the army of bombing"
            owner = [child for child in head.head.children if child.dep_ in OBJECTS and child.i < verb.i]
            if owner and "origin" in grammar.prepositions.get(head.lower_, ()):
                return (owner[0],)  # "accuse the army of bombing"
            head = head.head
        return _controller(verb, head, grammar, depth)
    return ()


def _verb_core(verb: Word, grammar: Grammar) -> Iterator[Argument]:
    subjects = surface_subjects(verb, grammar)
    passive = is_passive(verb, grammar)
    for subject in subjects:
        yield Argument("object" if passive else "subject", subject)
    direct = _objects(verb, subjects, grammar)
    for child in verb.children:
        if child in subjects:
            continue
        if child in direct:
            bare = child is not direct[0] and child.pos_ == "NOUN" and not any(c.dep_ == "det" for c in child.children)
            yield Argument("as" if bare else "object", antecedent(child, verb, grammar))
        elif child.dep_ == "obl:arg" and child.pos_ == "NOUN" and child.i > verb.i and not preposition_of(child):
            yield Argument("object", child)  # « faisant au moins dix morts »
        elif child.dep_ in DATIVES and child.pos_ in NOMINALS and not preposition_of(child):
            yield Argument("recipient", antecedent(child, verb, grammar))
        elif child.dep_ in PREDICATIVES and child.pos_ in {"NOUN", "PROPN"} and not preposition_of(child):
            yield Argument("as", child)
        if child.dep_ in OBJECTS:  # « tuer deux skieurs dans les Alpes »: what hangs on the object may be the verb's
            outer = {"place", "goal", "as"}
            yield from (argument for argument in _obliques(child, grammar) if argument.slot in outer)
    if _is_shared_object(verb):
        yield from (Argument("object", child) for child in verb.head.children if child.dep_ in OBJECTS)
    elif _is_reduced_relative(verb, grammar):
        yield Argument("object", verb.head)


def _noun_core(noun: Word, grammar: Grammar) -> Iterator[Argument]:
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_.startswith("det") and child.lower_ in grammar.possessives):
            yield Argument("possessor", antecedent(child, clause_of(noun), grammar))
            if child.lower_ in grammar.possessives:
                yield from (Argument("bound", owner) for owner in _owners(noun, grammar))
        elif child.dep_ == "compound" and child.pos_ in {"NOUN", "PROPN"}:
            yield Argument("compound", child)
        elif child.lower_ in grammar.relative and child.dep_ == "nmod":
            yield Argument("genitive", antecedent(child, clause_of(noun), grammar))
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if preposition_of(noun) in grammar.predicative:
        going_on = noun if any(child.dep_ == "cop" for child in noun.children) else verb
        if going_on == noun or verb.lemma_ in grammar.copulas:
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
            yield Argument(slot, antecedent(filler, clause_of(token), grammar), marker)
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


def _own_subjects(verb: Word, grammar: Grammar) -> list[Word]:
    """Return the subjects that hang on a verb; the object before « que » and what follows an infinitive are none."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if len(own) == 2 and any(
        own[0].i < child.i < own[1].i and child.lower_ in grammar.relative for child in verb.children
    ):
        return own[1:]
    late = own and own[0].i > verb.i
    if late and (not is_finite(verb) or (verb.dep_ == "conj" and is_chained(verb))):
        return []
    return own


def _objects(verb: Word, subjects: tuple[Word, ...], grammar: Grammar) -> list[Word]:
    """Return the direct objects of a verb, those taken for its subject included."""
    direct = [child for child in verb.children if child.dep_ in OBJECTS and child not in subjects]
    told = [child for child in verb.children if child.dep_ == "nsubj" and child not in subjects]
    if told:
        own = _own_subjects(verb, grammar)
        direct = sorted([*direct, *(child for child in told if child not in own)], key=_place)
    return direct


def _place(word: Word) -> int:
    return word.i


def _is_link(verb: Word) -> bool:
    """Tell one of a chain of verbs that the parser took for a clause of its own: « il signe, annonce et part »."""
    if verb.dep_ != "advcl" or not is_finite(verb) or any(child.dep_ == "mark" for child in verb.children):
        return False
    first = first_of_group(verb)
    return first > verb.sent.start and verb.doc[first - 1].text == "," and is_chained(verb)


def _announced(verb: Word) -> tuple[Word, ...]:
    """Whose participle it is that opens a sentence: « Accusé d'avoir menti, le maire… »."""
    if verb.i != verb.sent.start or not is_participle(verb):
        return ()
    words = verb.doc[verb.i + 1 : verb.sent.end]
    return tuple(w for w in words if w.dep_ in SUBJECTS and w.left_edge.nbor(-1).text == ",")[:1]


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
