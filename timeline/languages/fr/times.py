"""French checks on matches of times: what needs the parse or the neighbouring words."""

from __future__ import annotations

from spacy.tokens import Span

#: Nouns that a feast only describes: « le père Noël », « l'île de Pâques ».
_NOT_A_FEAST = frozenset(
    "père mère île sapin marché marchés conte repas cadeau cadeaux œuf œufs arbre bûche chant chants saint pont".split()
)
_BEFORE_YEARS = frozenset({"en", "depuis", "dès", "année", "an", "exercice"})
_COUNTED_TAGS = frozenset({"NOUN", "PROPN"})


def is_year(span: Span) -> bool:
    """Tell « en 1998 » from « 1998 kilomètres »: a number that counts the noun after it is no year."""
    token = span[-1]
    before = token.nbor(-1).lower_ if token.i else ""
    if token.dep_ != "nummod" or token.head.i <= token.i or before in _BEFORE_YEARS:
        return True
    return token.head.pos_ not in _COUNTED_TAGS


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
    before = [token.lower_ for token in doc[max(span.start - 2, 0) : span.start]]
    return not _NOT_A_FEAST.intersection(before) and (
        not before or not doc[span.start - 1].text[0].isupper() or before[-1] in ("à", "a")
    )
