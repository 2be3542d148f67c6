"""Event triggers: the words that name events, with the attributes TimeML gives them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc, Token

from timeline.languages import Language
from timeline.model.mention import Trigger
from timeline.stages.events.features import ROOM, extract_features
from timeline.stages.events.linear import model_of
from timeline.stages.source import mention_at, related_sentences

# Parts of speech that a trigger may have for the tagger; wide, since taggers err and headlines have no verbs.
CANDIDATES = frozenset({"VERB", "NOUN", "ADJ", "AUX", "PROPN", "ADP", "ADV", "NUM", "X", "INTJ"})
DEFAULT_CLASS = "OCCURRENCE"
_POS = {
    "VERB": "VERB",
    "AUX": "VERB",
    "NOUN": "NOUN",
    "PROPN": "NOUN",
    "ADJ": "ADJECTIVE",
    "ADP": "PREPOSITION",
}


@dataclass(frozen=True, slots=True)
class Detection:
    """A trigger and where it stands in the Doc.

    Attributes
    ----------
    trigger : Trigger
        The word with its TimeML attributes; `factuality` is left at its default for a later stage.
    token : int
        Index in the Doc of the trigger's (head) token.
    confidence : float
        0 to 1, how sure the detector is that the word is an event.
    """

    trigger: Trigger
    token: int
    confidence: float = 1.0


def detect(doc: Doc, language: Language) -> tuple[Detection, ...]:
    """Find the event triggers of the document's own story, in the order of the text.

    A language without learned weights has its verbs taken for the events.
    """
    words = [token for sentence in related_sentences(doc) for token in sentence if token.pos_ in CANDIDATES]
    model = model_of(language)
    if model is None:
        return tuple(_detection(token, None, language) for token in words if token.pos_ == "VERB")
    known = model.known(extract_features(doc, language), np.array([token.i for token in words], np.int64))
    probabilities = model.probabilities(known)
    chosen = np.flatnonzero(probabilities >= model.threshold)
    return tuple(
        _detection(words[row], None, language, kind, round(float(probabilities[row]), 4))
        for row, kind in zip(chosen.tolist(), model.best_classes(known.of(chosen)), strict=True)
    )


def describe(doc: Doc, start: int, end: int, language: Language) -> Detection:
    """Give the attributes of a trigger that is known already, by its character offsets.

    Raises
    ------
    ValueError
        When no token of the document lies there.
    """
    return describe_all(doc, ((start, end),), language)[0]


def describe_all(doc: Doc, spans: Iterable[tuple[int, int]], language: Language) -> tuple[Detection, ...]:
    """Give the attributes of triggers that are known already, by their character offsets, in the given order.

    The head of the tokens that a span touches is taken for the trigger's token.

    Raises
    ------
    ValueError
        When no token of the document lies at one of them.
    """
    spans = tuple(spans)
    tokens = [_head(doc, start, end) for start, end in spans]
    model = model_of(language)
    if model is None or not tokens:
        return tuple(_detection(token, span, language) for token, span in zip(tokens, spans, strict=True))
    chosen = np.unique([token.i for token in tokens])
    known = model.known(extract_features(doc, language), chosen)
    kinds = dict(zip(chosen.tolist(), model.best_classes(known), strict=True))
    return tuple(_detection(token, span, language, kinds[token.i]) for token, span in zip(tokens, spans, strict=True))


def _head(doc: Doc, start: int, end: int) -> Token:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        raise ValueError(f"No token of the document between {start} and {end}. Give offsets of a word.")
    return span.root


def _detection(
    token: Token,
    span: tuple[int, int] | None,
    language: Language,
    kind: str = DEFAULT_CLASS,
    confidence: float = 1.0,
) -> Detection:
    start, end = span or (token.idx, token.idx + len(token))
    mention = mention_at(token.doc, start, end)
    rules = language.rules(ROOM)
    tense, aspect = rules.tense_and_aspect(token) if rules else ("NONE", "NONE")
    trigger = Trigger(
        mention.text,
        start,
        end,
        mention.document,
        lemma=token.lemma_,
        pos=_POS.get(token.pos_, "OTHER"),
        timeml_class=kind,
        tense=tense,
        aspect=aspect,
        polarity=rules.polarity(token) if rules else "POS",
        modality=rules.modality(token) if rules else "",
    )
    return Detection(trigger, token.i, confidence)
