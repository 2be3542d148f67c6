"""French checks on matches of times: what needs the parse or the neighbouring words; `times.toml` lists the words."""

from __future__ import annotations

from spacy.tokens import Span

from timeline.languages.base import get_language

_WORDS = get_language("fr").data("times")["checks"]


def is_year(span: Span) -> bool:
    """Tell « en 1998 » from « 1998 kilomètres »: a number that counts the noun after it is no year."""
    token = span[-1]
    before = token.nbor(-1).lower_ if token.i else ""
    if token.dep_ != "nummod" or token.head.i <= token.i or before in _WORDS["before_years"]:
        return True
    return token.head.pos_ not in ("NOUN", "PROPN")


def is_noun(span: Span) -> bool:
    """Tell « l'été » from « a été »."""
    return span[-1].pos_ not in ("AUX", "VERB")


def is_modifier(span: Span) -> bool:
    """Tell « le dîner annuel » from « le quotidien local »."""
    token = span[-1]
    before = token.nbor(-1) if token.i else None
    return token.pos_ == "ADV" or (before is not None and before.pos_ in ("NOUN", "PROPN", "VERB", "AUX", "ADV"))


def is_before_noun(span: Span) -> bool:
    """Tell « les prochaines élections » from « les prochains » alone."""
    return span.end < len(span.doc) and span.doc[span.end].pos_ in ("NOUN", "ADJ")


def is_feast(span: Span) -> bool:
    """Tell « à Noël » from « Noël Dupont », « le père Noël », « l'île de Pâques »."""
    doc = span.doc
    following = doc[span.end] if span.end < len(doc) else None
    if following is not None and following.text[0].isupper() and not following.is_sent_start:
        return False
    before = doc[max(span.start - 2, 0) : span.start]
    if any(token.lower_ in _WORDS["described_by_feasts"] for token in before):
        return False
    return not before or not before[-1].text[0].isupper() or before[-1].lower_ in _WORDS["before_feasts"]
