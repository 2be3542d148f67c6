"""The word that denies a verb: « pas », "nobody", « aucun » in « aucun élu n'est parti »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from timeline.languages.contract import NegationWords, VerbWords
from timeline.languages.grammar import Role
from timeline.syntax.voice import CORE
from timeline.syntax.words import Word

DENYING = CORE | {Role.ADVERB, Role.NEGATION, Role.DETERMINER, Role.OTHER, Role.COORDINATOR, Role.PRECOORDINATOR}
DENYING_NOUNS = frozenset(
    {Role.DETERMINER, Role.NEGATION, Role.ADVERB, Role.COORDINATOR, Role.PRECOORDINATOR}
)  # « aucun », « ni … ni »
REACH = 3  # words before a noun, among them its article and adjective


def negation_of(verb: Word, auxiliaries: Sequence[Word], words: VerbWords) -> Word | None:
    """Return the word that denies a verb, among its own, its auxiliaries' and its arguments'."""
    listed = words.negation
    if verb.role == Role.PREPOSITION_CLAUSE and verb.head.lower_ in listed.without:
        return verb.head
    near = [*verb.children, *(child for auxiliary in auxiliaries for child in auxiliary.children)]
    forms = {child.lower_ for child in near}
    for child in near:
        if child.role in {Role.CASE, Role.MARKER} and child.lower_ in listed.without:
            return child
        candidates: list[Word] = [child, *_determiners(child)]
        denial = next((word for word in candidates if _denies(word, forms, listed)), None)
        if denial is not None:
            return denial
    return None


def denial_of_noun(noun: Word, words: VerbWords) -> Word | None:
    """Return the word that denies a noun or adjective: "no", « aucun », « sans », « non pas une grève »."""
    listed = words.negation
    for word in noun.children:
        own = word.role in {Role.DETERMINER, Role.NEGATION, Role.ADVERB} and word.lower_ in listed.words
        if own and word.lower_ not in (*listed.with_particle, *listed.before_nouns):
            return word
        if word.lower_ in listed.without or (word.lower_ in listed.before_nouns and 0 < noun.i - word.i <= REACH):
            return word
    return noun.head if noun.head.lower_ in listed.without else None


def _denies(word: Word, near: Set[str], listed: NegationWords) -> bool:
    """Tell « pas », but not « plus » without « ne », nor « pas seulement »."""
    if word.lower_ not in listed.words or word.role not in DENYING:
        return False
    if word.lower_ in listed.with_particle and near.isdisjoint(listed.particles):
        return False
    return word.i + 1 >= len(word.doc) or word.doc[word.i + 1].lower_ not in listed.restricting


def _determiners(word: Word) -> Iterator[Word]:
    """Yield what may deny a subject or object: "no", « aucun »."""
    if word.role in CORE:
        yield from (child for child in word.children if child.role in DENYING_NOUNS)
