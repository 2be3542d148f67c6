"""Words that tell whether a text vouches for an event: a language's room ``factuality``, ready for look-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache

from timeline.languages import Language
from timeline.languages.contract import Effects, GoverningSense, Governors, Words
from timeline.stages.events.words import Word

VOICED = frozenset({"reported", "spoken", "believed", "denied"})


@dataclass(frozen=True, slots=True)
class Cues:
    """What a language's words make of the events beside or below them."""

    governors: dict[str, str]
    occurrence: dict[str, str]
    modifiers: dict[str, str]
    before: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    before_verbs: frozenset[tuple[str, ...]]
    negation: frozenset[str]
    with_ne: frozenset[str]
    ne: frozenset[str]
    restricting: frozenset[str]
    conditions: frozenset[str]
    conjunctions: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    concessive: tuple[tuple[str, ...], ...]
    awaiting: frozenset[str]
    attribution: tuple[tuple[str, ...], ...]
    attribution_by_word: dict[str, tuple[tuple[str, ...], ...]]
    sources: frozenset[str]
    upholding: frozenset[str]
    asking: frozenset[str]
    comparing: frozenset[str]
    seizing: frozenset[str]
    without: frozenset[str]
    resulting: frozenset[str]
    senses: dict[str, tuple[GoverningSense, ...]]
    stems: dict[str, tuple[GoverningSense, ...]]


@cache
def cues_of(language: Language) -> Cues:
    """Return the cues of a language; empty where it has none."""
    words = language.factuality
    negation, conditions, attribution = words.negation, words.conditions, words.attribution
    phrases = tuple(_tokens(phrase) for phrase in attribution.prepositions)
    effects = {
        "possible": conditions.conjunctions,
        "negated": conditions.negated,
        "counterfactual": conditions.counterfactual,
    }
    listed = [(tuple(phrase.split()), effect) for effect, found in effects.items() for phrase in found]
    before = [(_tokens(phrase), effect) for effect, found in _lists(words.before) for phrase in found]
    return Cues(
        governors=_by_word(words.governors),
        occurrence={word.partition(" ")[0]: word.partition(" ")[2] for word in words.occurrence},
        modifiers=_by_word(words.modifiers),
        before=_by_last(before),
        before_verbs=frozenset(map(_tokens, words.before_verbs)),
        negation=frozenset(negation.words),
        with_ne=frozenset(negation.with_ne),
        ne=frozenset(negation.ne),
        restricting=frozenset(language.verbs.negation.restricting),
        conditions=frozenset(conditions.words),
        conjunctions=_by_last(listed),
        concessive=tuple(tuple(phrase.split()) for phrase in conditions.concessive),
        awaiting=frozenset(conditions.awaiting),
        attribution=phrases,
        attribution_by_word={first: tuple(phrase for phrase in phrases if phrase[0] == first) for first, *_ in phrases},
        sources=frozenset(attribution.sources),
        upholding=frozenset(words.upholding),
        asking=frozenset(words.asking),
        comparing=frozenset(negation.comparing),
        seizing=frozenset(words.seizing),
        resulting=frozenset(words.resulting),
        senses=_senses(words.senses, "verbs"),
        stems=_senses(words.senses, "stems"),
        without=frozenset(language.verbs.negation.without),
    )


def senses_of(verb: Word, cues: Cues) -> tuple[GoverningSense, ...]:
    """Return the meanings of a verb that has several, by its lemma, else by how its form begins."""
    by_lemma = cues.senses.get(verb.lemma_)
    if by_lemma is not None or not cues.stems:
        return by_lemma or ()
    form = verb.lower_
    return next((senses for stem, senses in cues.stems.items() if form.startswith(stem)), ())


def _senses(listed: Iterable[GoverningSense], by: str) -> dict[str, tuple[GoverningSense, ...]]:
    table: dict[str, tuple[GoverningSense, ...]] = {}
    for sense in listed:
        for word in getattr(sense, by):
            table[word] = (*table.get(word, ()), sense)
    return table


def stands_before(token: Word, phrase: tuple[str, ...]) -> bool:
    """Tell whether the words of a phrase stand right before a token."""
    start = token.i - len(phrase)
    return start >= 0 and all(
        word.lower_ == part for word, part in zip(token.doc[start : token.i], phrase, strict=True)
    )


def stands_at(token: Word, phrase: tuple[str, ...]) -> bool:
    """Tell whether a phrase begins at a token."""
    if token.lower_ != phrase[0]:
        return False
    return tuple(word.lower_ for word in token.doc[token.i : token.i + len(phrase)]) == phrase


def _by_last(phrases: Iterable[tuple[tuple[str, ...], str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for words, effect in phrases:
        table[words[-1]] = (*table.get(words[-1], ()), (words, effect))
    return table


def _by_word(entries: Governors | Effects) -> dict[str, str]:
    """Return word → effect; the word alone, or an expression; the first entry counts."""
    table: dict[str, str] = {}
    for effect, words in _lists(entries):
        for word in words:
            table.setdefault(word, effect)
    return table


def _lists(entries: Governors | Effects) -> Iterator[tuple[str, Words]]:
    return ((each.name, getattr(entries, each.name)) for each in fields(entries))


def _tokens(phrase: str) -> tuple[str, ...]:
    """Split a phrase as tokenizers do, « d'après » in two."""
    return tuple(phrase.replace("'", "' ").split())
