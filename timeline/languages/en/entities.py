"""English: pronouns that stand for nobody."""

from __future__ import annotations

from spacy.tokens import Token

WEATHER = frozenset({"rain", "snow", "hail", "thunder"})
OPENING = frozenset(
    {"seem", "appear", "happen", "turn", "take", "matter", "follow", "look", "remain", "become", "be", "make"}
)


def is_impersonal(token: Token) -> bool:
    """Tell whether an "it" stands for nobody.

    "it is hard to", "it seems that", "it was Altman who", "it rained"; but "it is hard on its staff".
    """
    if token.text.lower() != "it":
        return False
    if token.dep_ == "expl" or token.head.lemma_.lower() in WEATHER:
        return True
    verb = token.head
    if verb.lemma_.lower() not in OPENING or token.i > verb.i:
        return False
    return any(
        (child.dep_ in {"ccomp", "xcomp", "advcl", "csubj", "relcl"} and child.i > verb.i and _opens_clause(child))
        for place in (verb, *verb.children)
        for child in place.children
    )


def _opens_clause(clause: Token) -> bool:
    """Tell whether a clause has a "that", "to", "whether" or "who"."""
    return any(
        child.text.lower() in {"that", "to", "whether", "if", "who", "which", "how", "why"} for child in clause.children
    )
