"""A language's function words, ready for look-up: its room ``grammar``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from timeline.languages.base import Language, language_or_fallback
from timeline.syntax.words import Word


@dataclass(frozen=True, slots=True)
class Grammar:
    """Function words, and verbs by the way they take their complements; see `contract.GrammarWords`."""

    prepositions: dict[str, tuple[str, ...]]
    subject_control: frozenset[str]
    object_control: frozenset[str]
    support: frozenset[str]
    support_passive: frozenset[str]
    subjected: frozenset[str]
    phases: frozenset[str]
    phase_links: frozenset[str]
    periods: frozenset[str]
    circumstances: frozenset[str]
    light: frozenset[str]
    relative: frozenset[str]
    possessives: frozenset[str]
    between: frozenset[str]
    copulas: frozenset[str]
    predicative: frozenset[str]
    inverted: frozenset[str]
    speech: frozenset[str]
    speakers: frozenset[str]
    adverbial_clitics: frozenset[str]
    relational: frozenset[str]
    causatives: frozenset[str]
    bare_objects: bool
    fused: frozenset[str]


@cache
def grammar_of(language: Language) -> Grammar:
    """Return the function words of a language; empty sets where it has none."""
    words = language.grammar
    slots: dict[str, tuple[str, ...]] = {}
    for slot, forms in words.prepositions.items():
        for form in forms:
            slots[form] = (*slots.get(form, ()), slot)
    kinds = language.participants.kinds
    return Grammar(
        prepositions=slots,
        subject_control=frozenset(words.subject_control),
        object_control=frozenset(words.object_control),
        support=frozenset(words.support),
        support_passive=frozenset(words.support_passive),
        subjected=frozenset(words.subjected),
        phases=frozenset(words.phases),
        phase_links=frozenset(words.phase_links),
        periods=frozenset(words.periods),
        circumstances=frozenset((*words.periods, *words.circumstances)),
        light=frozenset(words.light),
        relative=frozenset(words.relative),
        possessives=frozenset(words.possessives),
        between=frozenset(words.between),
        copulas=frozenset(words.copulas),
        predicative=frozenset(words.predicative),
        inverted=frozenset(language.verbs.inverted),
        speech=frozenset(words.speech),
        speakers=frozenset((*kinds.get("person", ()), *kinds.get("organisation", ()))),
        adverbial_clitics=frozenset(words.adverbial_clitics),
        relational=frozenset(words.relational),
        causatives=frozenset(words.causatives),
        bare_objects=words.bare_objects,
        fused=frozenset(words.fused),
    )


def grammar_at(word: Word) -> Grammar:
    """Return the function words of a word's language."""
    return _grammar_by(word.layout.code)


@cache
def _grammar_by(code: str) -> Grammar:
    return grammar_of(language_or_fallback(code))
