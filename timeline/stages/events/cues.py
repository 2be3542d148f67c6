"""Words that tell whether a text vouches for an event: a language's room ``factuality``, ready for look-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from timeline.languages import Language
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
    restriction: frozenset[str]
    conditions: frozenset[str]
    conjunctions: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    concessive: tuple[tuple[str, ...], ...]
    attribution: tuple[tuple[str, ...], ...]
    attribution_by_word: dict[str, tuple[tuple[str, ...], ...]]
    sources: frozenset[str]
    upholding: frozenset[str]
    asking: frozenset[str]


@cache
def cues_of(language: Language) -> Cues:
    """Return the cues of a language; empty where it has none."""
    data = language.data("factuality")
    negation, conditions, attribution = (data.get(name, {}) for name in ("negation", "conditions", "attribution"))
    governors = dict(data.get("governors", {}))
    occurrence = governors.pop("occurrence", ())
    phrases = tuple(tuple(_tokens(phrase)) for phrase in attribution.get("prepositions", ()))
    effects = {"conjunctions": "possible", "negated": "negated", "counterfactual": "counterfactual"}
    listed = [(tuple(phrase.split()), effects[name]) for name in effects for phrase in conditions.get(name, ())]
    return Cues(
        _by_word(governors),
        {word.split("_")[0]: word.partition("_")[2] for word in occurrence},
        _by_word(data.get("modifiers", {})),
        _by_last_word(data.get("before", {})),
        frozenset(tuple(_tokens(phrase)) for phrase in data.get("before_verbs", {}).get("words", ())),
        frozenset(negation.get("words", ())),
        frozenset(negation.get("with_ne", ())),
        frozenset(negation.get("ne", ())),
        frozenset(negation.get("restriction", ())),
        frozenset(conditions.get("words", ())),
        _by_last(listed),
        tuple(tuple(phrase.split()) for phrase in conditions.get("concessive", ())),
        phrases,
        {first: tuple(phrase for phrase in phrases if phrase[0] == first) for first, *_ in phrases},
        frozenset(attribution.get("sources", ())),
        frozenset(data.get("upholding", {}).get("words", ())),
        frozenset(data.get("questions", {}).get("words", ())),
    )


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


def _by_last_word(entries: dict[str, list[str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    return _by_last((tuple(_tokens(phrase)), effect) for effect, phrases in entries.items() for phrase in phrases)


def _by_last(phrases: Iterable[tuple[tuple[str, ...], str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for words, effect in phrases:
        table[words[-1]] = (*table.get(words[-1], ()), (words, effect))
    return table


def _by_word(entries: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return word → effect; the word alone, or the words of an expression joined with "_"; the first entry counts."""
    table: dict[str, str] = {}
    for effect, words in entries.items():
        for word in words:
            table.setdefault(word, effect)
    return table


def _tokens(phrase: str) -> list[str]:
    """Split a phrase as tokenizers do, « d'après » in two."""
    return phrase.replace("'", "' ").split()
