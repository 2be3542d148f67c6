"""A clause taken apart for a headline: who, the words of its verb, and what follows, without what hangs on loosely.

What is left out of a phrase: clauses that say more of it, appositions, asides, dates. What is too long loses its last
complements first. The words that stay are the text's own, in its order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from timeline.languages.headlines import Group
from timeline.stages.events.arguments import surface_subjects
from timeline.stages.events.syntax import (
    AUXILIARIES,
    NOMINALS,
    OBJECTS,
    PASSIVES,
    SUBJECTS,
    VERBAL,
    Grammar,
    is_finite,
    is_participle,
    is_passive,
)
from timeline.stages.events.words import Word

ASIDES = frozenset({"acl:relcl", "relcl", "parataxis", "advcl", "discourse", "vocative", "dislocated", "dep", "meta"})
# Dependents of a verb that a headline needs, and those that it takes where there is room.
NEEDED = frozenset(
    {*OBJECTS, "xcomp", "ccomp", "attr", "acomp", "oprd", "iobj", "dative", "obl:arg", "obl:agent", "agent", "prt"}
)
WELCOME = frozenset({"obl:mod", "obl", "prep", "npadvmod", "nmod", "advmod"})
# What can be left off the end of a phrase that is too long.
LOOSE = frozenset({"nmod", "prep", "obl:mod", "obl:arg", "obl", "conj", "amod", "advmod", "ccomp", "xcomp", "agent"})
MODIFIERS = frozenset({"amod", "advmod", "nummod", "quantmod"})
NEGATIONS = frozenset({"neg", "advmod", "det"})
OPENING = frozenset(',(–—:[;«"')
HYPHENS = frozenset("-‐‑–/'’")
DASHES = frozenset("-‐‑/")
CLIMB = 4  # verbs over an infinitive: « pourrait être amené à quitter »

Timely = Callable[[Word], bool]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause taken apart.

    Attributes
    ----------
    verb : Word
        The lexical verb, or the predicate under a copula.
    subject : Word or None
        As the sentence has it, or borrowed from the clause it hangs on.
    needed, welcome : tuple of Word
        Heads of what follows the verb, in the order of the text.
    passive : bool
    """

    verb: Word
    subject: Word | None
    needed: tuple[Word, ...]
    welcome: tuple[Word, ...]
    passive: bool


def clause_at(token: Word, grammar: Grammar, is_time: Timely) -> Clause:
    """Take apart the clause of a verb; an infinitive is told by the verb that governs it.

    « Ada Roy pourrait quitter Volta » is one clause for « quitter » and for « pourrait ».
    """
    verb = _governing(token)
    subjects = [*surface_subjects(verb, grammar), *_impersonal(verb)]
    if subjects and _is_kicker(subjects[0]):  # « France : les parents menacent… »
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS and child.i > subjects[0].i]
    following = [child for child in verb.children if child.i > verb.i and (not is_time(child) or _is_length(child))]
    needed = tuple(child for child in following if child.dep_ in NEEDED and not _is_direct_speech(child))
    welcome = tuple(
        child for child in following if child.dep_ in WELCOME and (child.dep_ == "advmod" or _is_phrase(child))
    )
    return Clause(verb, subjects[0] if subjects else None, needed, welcome, is_passive(verb, grammar))


def _governing(token: Word) -> Word:
    for _ in range(CLIMB):
        head = token.head
        bare = token.dep_ in {"xcomp", "ccomp"} and not any(child.dep_ in SUBJECTS for child in token.children)
        if head == token or head.i > token.i or not bare or head.pos_ not in VERBAL or not _is_bare(token):
            break
        token = head
    return token


def _is_length(child: Word) -> bool:
    """Tell a length of time that is an object: "(spent) two years", but not « (ouvert) ce matin »."""
    return child.dep_ in OBJECTS and any(inner.dep_ == "nummod" for inner in child.children)


def _is_kicker(subject: Word) -> bool:
    """Tell the place or the theme that stands before a headline, with a colon."""
    following = subject.i + 1
    return following < len(subject.doc) and subject.doc[following].text == ":"


def _impersonal(verb: Word) -> Iterator[Word]:
    """Yield the pronoun of a verb, or of the one that it hangs on, that the parser takes for nobody."""
    for word in (verb, verb.head):
        yield from (child for child in word.children if child.dep_ in {"expl:subj", "expl"} and child.i < word.i)


def _is_bare(verb: Word) -> bool:
    return verb.pos_ in VERBAL and not is_finite(verb)


def _is_direct_speech(child: Word) -> bool:
    """Tell what is said in so many words: « il a dit : « Je pars » »."""
    if child.dep_ != "ccomp":
        return False
    return not any(part.dep_ in {"mark", "advmod"} and part.i < child.i for part in child.children)


def _is_phrase(child: Word) -> bool:
    """Tell a prepositional phrase or an adverb from a bare noun, which the parser may have hung anywhere."""
    if child.dep_ == "advmod":
        return True
    if child.dep_ == "prep":
        return any(inner.dep_ == "pobj" for inner in child.children)
    return any(inner.dep_ == "case" for inner in child.children)


def cut(head: Word, is_time: Timely, budget: int, *, core: Iterable[Word] = ()) -> list[Word]:
    """Return the words of a phrase that a headline keeps, at most `budget` characters where that is possible.

    Parameters
    ----------
    head : Word
    is_time : callable
        Tells whether a word belongs to a temporal expression.
    budget : int
        Characters.
    core : iterable of Word
        Words that stay, whatever the budget.
    """
    kept = _kept(head, is_time)
    fixed = {word.i for word in core}
    while len(kept) > 1 and width(kept) > budget:
        shorter = _without_last(kept, head, fixed)
        if len(shorter) == len(kept):
            break
        kept = shorter
    while len(kept) > 1 and _is_dangling(kept[-1], head):
        kept.pop()
    return kept


def _is_dangling(last: Word, head: Word) -> bool:
    """Tell a word that wants another after it."""
    return last.pos_ in {"ADP", "SCONJ", "CCONJ", "DET", "PART"} and last != head and last.dep_ not in {"prt", "neg"}


def _kept(head: Word, is_time: Timely) -> list[Word]:
    found, waiting = {head.i: head}, [head]
    while waiting:
        word = waiting.pop()
        for child in word.children:
            if child.i in found or child.dep_ == "punct" or _is_left_out(child, word, is_time):
                continue
            found[child.i] = child
            waiting.append(child)
    return [found[i] for i in sorted(_glued(found, head))]


def _glued(found: dict[int, Word], head: Word) -> dict[int, Word]:
    """Add what a hyphen makes one word with words of a phrase: « pré-vente » in two tokens."""
    doc = head.doc
    for word in list(found.values()):
        for step in (-1, 1):
            other = word
            while 0 <= other.i + step < len(doc) and _is_one_word(*sorted((other, other.nbor(step)), key=_place)):
                other = other.nbor(step)
                found[other.i] = other
    return found


def _place(word: Word) -> int:
    return word.i


def _is_one_word(first: Word, second: Word) -> bool:
    joined = first.text[-1:] in DASHES or second.text[:1] in DASHES
    return joined and not first.whitespace_ and first.text[:1] not in OPENING and second.text[:1] not in OPENING


def _is_left_out(child: Word, head: Word, is_time: Timely) -> bool:
    if child.i < head.i and child.dep_ not in ASIDES and child.dep_ not in {"cc", "conj", "acl", "appos"}:
        return False
    if child.dep_ in ASIDES or (child.dep_ == "acl" and "Inf" not in child.morph.get("VerbForm")):
        return True
    if child.dep_ == "appos":
        if child.text == head.text:
            return True
        named = child.pos_ == "PROPN" and head.pos_ in {"NOUN", "PROPN"}
        return not named or _is_set_off(child, head, frozenset("(–:"))
    if child.dep_ in {"cc", "preconj"}:
        return not any(
            other.dep_ == "conj" and _is_kept_conjunct(other, head) for other in (*head.children, child.head)
        )
    if child.dep_ == "conj":
        return not _is_kept_conjunct(child, head)
    if _is_set_off(child, head, OPENING):
        return True
    if child.dep_ in MODIFIERS or child.dep_.startswith(("flat", "det", "fixed", "case", "compound")):
        return False
    noun = next((inner for inner in child.children if inner.dep_ == "pobj"), child) if child.dep_ == "prep" else child
    return is_time(noun)


def _is_set_off(child: Word, head: Word, marks: frozenset[str]) -> bool:
    """Tell what a comma, a bracket or a colon sets apart from the word that it hangs on."""
    first = child.left_edge
    return child.i > head.i and first.i > 0 and first.i > head.i and first.nbor(-1).text in marks


def _is_kept_conjunct(child: Word, head: Word) -> bool:
    return child.pos_ in {*NOMINALS, "ADJ"} and head.pos_ in {*NOMINALS, "ADJ"}


def _without_last(kept: list[Word], head: Word, fixed: set[int]) -> list[Word]:
    """Leave off the smallest loose phrase that ends a phrase."""
    last = kept[-1]
    within = {word.i for word in kept}
    chain = []
    word = last
    while word.i in within and word != head:
        if word.dep_ in LOOSE and word.i > word.head.i:
            chain.append(word)
        word = word.head
    for word in chain:
        gone = {part.i for part in word.subtree}
        if gone & fixed:
            continue
        return [other for other in kept if other.i not in gone]
    return kept


def width(words: Iterable[Word]) -> int:
    """Return how many characters words take."""
    return len(text_of(list(words)))


def text_of(words: list[Word]) -> str:
    """Return words as the text has them; marks between them only where they join two words or part a list."""
    parts: list[str] = []
    for word, following in _with_next(words):
        parts.append(word.text)
        if following is None:
            continue
        between = word.doc[word.i + 1 : following.i]
        if not between:
            parts.append(" " if word.whitespace_ else "")
        elif len(between) == 1 and between[0].text in HYPHENS:
            parts.append(f"{word.whitespace_}{between[0].text}{between[0].whitespace_}")
        elif between[0].text == "," and following.dep_ in {"conj", "amod"} and any(w.dep_ == "cc" for w in words):
            parts.append(", ")
        else:
            parts.append("" if word.text.endswith(("'", "’")) else " ")
    return "".join(parts)


def _with_next(words: list[Word]) -> Iterator[tuple[Word, Word | None]]:
    return zip(words, [*words[1:], None], strict=True)


def auxiliaries_of(verb: Word) -> list[Word]:
    """Return the auxiliaries of a verb, or the copula of a predicate, in the order of the text."""
    return [child for child in verb.children if child.dep_ in AUXILIARIES]


def group_of(verb: Word, grammar: Grammar, negation: frozenset[str], clitics: tuple[Word, ...] = ()) -> Group:
    """Return the words of a verb for a headline.

    Parameters
    ----------
    verb : Word
    grammar : Grammar
    negation : frozenset of str
        Words that negate, lower case.
    clitics : tuple of Word
        Pronouns before the verb that stay, since nobody knows whom they mean.
    """
    auxiliaries = auxiliaries_of(verb)
    finite = next((word for word in (*auxiliaries, verb) if "Fin" in word.morph.get("VerbForm")), None)
    passive = is_passive(verb, grammar) or _is_bare_participle(verb, auxiliaries)
    near = [*verb.children, *(inner for word in auxiliaries for inner in word.children)]
    before = [word for word in near if word.dep_ in NEGATIONS]
    return Group(
        lemma=verb.lemma_,
        form=verb.lower_ if verb.pos_ in VERBAL else verb.text,
        auxiliaries=tuple(word.lower_ for word in auxiliaries),
        tense=_tense(finite) if finite is not None else _form(verb),
        perfect=is_participle(verb) and len(auxiliaries) > passive,
        passive=passive,
        reflexive=any(_is_reflexive(child) for child in verb.children),
        predicate=verb.pos_ not in VERBAL,
        negation=tuple(dict.fromkeys(word.lower_ for word in before if word.lower_ in negation)),
        clitics=tuple(word.lower_ for word in clitics),
        particle=next((child.lower_ for child in verb.children if child.dep_ == "prt"), ""),
    )


def _is_bare_participle(verb: Word, auxiliaries: list[Word]) -> bool:
    """Tell a participle that is said of somebody: « arrivé mardi », « mis en examen »."""
    if auxiliaries or not is_participle(verb) or "Fin" in verb.morph.get("VerbForm"):
        return False
    if any(child.dep_ in OBJECTS for child in verb.children):
        return verb.head != verb and any(child.dep_ in PASSIVES for child in verb.head.children)
    return verb.dep_ != "conj" or verb.head.pos_ not in VERBAL or not auxiliaries_of(verb.head)


def is_plural(subject: Word, clause: Clause) -> bool:
    """Tell whether a subject takes the plural: as its verb has it, else by its own form."""
    listed = any(child.dep_ == "conj" and child.pos_ in NOMINALS for child in subject.children)
    if subject.tag_ == "NNP" and not listed:
        return False
    for word in (*auxiliaries_of(clause.verb), clause.verb):
        if "Fin" in word.morph.get("VerbForm") and word.morph.get("Number"):
            return "Plur" in word.morph.get("Number")
        if word.tag_ == "VBP" or word.lower_ in {"were", "have"}:
            return True
        if word.tag_ == "VBZ" or word.lower_ == "was":
            return False
    return listed or "Plur" in subject.morph.get("Number")


def _tense(finite: Word) -> str:
    moods, tenses = finite.morph.get("Mood"), finite.morph.get("Tense")
    if "Cnd" in moods:
        return "conditional"
    if "Sub" in moods:
        return "subjunctive"
    named = {"Fut": "future", "Imp": "imperfect", "Past": "past"}
    return next((named[tense] for tense in tenses if tense in named), "present")


def _form(verb: Word) -> str:
    if is_participle(verb):
        return "participle"
    return "gerund" if "Part" in verb.morph.get("VerbForm") or "Ger" in verb.morph.get("VerbForm") else "infinitive"


def _is_reflexive(child: Word) -> bool:
    return child.dep_ in {"expl:comp", "expl:pass"} or (child.pos_ == "PRON" and "Yes" in child.morph.get("Reflex"))


def clitics_of(verb: Word) -> tuple[Word, ...]:
    """Return the pronouns right before a verb that are its objects."""
    return tuple(
        child
        for child in verb.children
        if child.pos_ == "PRON"
        and child.i < verb.i
        and child.dep_ in {*OBJECTS, "iobj", "obl:arg", "expl"}
        and not _is_reflexive(child)
        and not child.morph.get("PronType")
    )
