"""Event triggers: the words that name events, with the attributes TimeML gives them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from timeline.languages import Language
from timeline.model.mention import Trigger
from timeline.stages.source import mention_at, related_sentences


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
    """Find the event triggers of the document's own story, in the order of the text."""
    return tuple(
        _described(token, token.idx, token.idx + len(token), language)
        for sentence in related_sentences(doc)
        for token in sentence
        if token.pos_ == "VERB"
    )


def describe(doc: Doc, start: int, end: int, language: Language) -> Detection:
    """Give the attributes of a trigger that is known already, by its character offsets.

    The head of the tokens that the span touches is taken for the trigger's token.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        raise ValueError(f"No token of the document between {start} and {end}. Give offsets of a word.")
    return _described(span.root, start, end, language)


def _described(token: Token, start: int, end: int, language: Language, confidence: float = 1.0) -> Detection:
    mention = mention_at(token.doc, start, end)
    trigger = Trigger(mention.text, start, end, mention.document, lemma=token.lemma_, pos=_POS.get(token.pos_, "OTHER"))
    return Detection(trigger, token.i, confidence)


_POS = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJECTIVE", "ADP": "PREPOSITION"}
