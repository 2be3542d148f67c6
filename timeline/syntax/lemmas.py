"""Lemmas of a model's own lemmatizer, remembered."""

from __future__ import annotations

from functools import partial
from typing import Any

from spacy.language import Language as Pipeline
from spacy.pipeline import Lemmatizer


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
