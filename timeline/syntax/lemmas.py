"""Lemmas of a model's own lemmatizer: remembered, and its word lists asked as a dictionary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from spacy.language import Language as Pipeline
from spacy.lookups import Lookups
from spacy.pipeline import Lemmatizer

_PARTS_OF_SPEECH = ("noun", "verb", "adj", "adv")


def remember_lemmas(nlp: Pipeline) -> None:
    """Let a rule lemmatizer remember base forms as well: spaCy's asks each time whether a word is one."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    if isinstance(lemmatizer, Lemmatizer) and lemmatizer.lemmatize == lemmatizer.rule_lemmatize:
        lemmatizer.lemmatize = partial(_lemmas, lemmatizer)


def _lemmas(lemmatizer: Any, token: Any) -> list[str]:
    key = (token.orth, token.pos, token.morph.key)
    if key not in lemmatizer.cache:
        lemmatizer.cache[key] = lemmatizer.rule_lemmatize(token)
    found: list[str] = lemmatizer.cache[key]
    return found


def dictionary_of(nlp: Pipeline) -> Callable[[str], frozenset[str]] | None:
    """Return what tells the parts of speech that a word form may have, None for a model without such word lists.

    The function returns a frozenset of ``"noun"``, ``"verb"``, ``"adj"`` and ``"adv"``, or ``"other"`` alone; empty
    for an unknown word.
    """
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if nlp.has_pipe("lemmatizer") else None
    if not isinstance(lookups, Lookups) or not lookups.has_table("lemma_index"):
        return None
    return partial(_parts_of_speech, lookups)


def _parts_of_speech(lookups: Lookups, word: str) -> frozenset[str]:
    index = lookups.get_table("lemma_index")
    parts = (part for part in _PARTS_OF_SPEECH if part in index)
    found = frozenset(part for part in parts if any(base in index[part] for base in _bases(lookups, part, word)))
    is_form = lookups.has_table("lemma_lookup") and word in lookups.get_table("lemma_lookup")
    return found or frozenset(["other"] if is_form else ())


def _bases(lookups: Lookups, part: str, word: str) -> Iterator[str]:
    """Yield what may be the base form of a word: as the lists have it, or by the rules for its endings."""
    yield word
    for listed in (_table(lookups, "lemma_lookup", word, word), *_table(lookups, "lemma_exc", part, {}).get(word, ())):
        yield from (listed,) if isinstance(listed, str) else listed  # the French exceptions are lists in lists
    for old, new in _table(lookups, "lemma_rules", part, ()):
        if old and word.endswith(old):
            yield word[: -len(old)] + new


def _table(lookups: Lookups, name: str, part: str, default: Any) -> Any:
    return lookups.get_table(name).get(part, default) if lookups.has_table(name) else default
