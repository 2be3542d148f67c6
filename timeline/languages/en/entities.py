"""English: pronouns that stand for nobody."""

from __future__ import annotations

from timeline.languages.contract import Word
from timeline.languages.grammar import Role

WEATHER = frozenset({"rain", "snow", "hail", "thunder"})
HAPPENING = frozenset({"begin", "start", "end", "happen", "occur", "culminate"})
OPENING = frozenset(
    {"seem", "appear", "happen", "turn", "take", "matter", "follow", "look", "remain", "become", "be", "make"}
)


def is_impersonal(token: Word) -> bool:
    """Tell whether an "it" stands for nobody.

    "it is hard to", "it seems that", "it was Altman who", "it rained"; but "it is hard on its staff". Nobody either is
    what happens: "it started with a call", but "it started as a shop", "it started selling".
    """
    if token.text.lower() != "it":
        return False
    if token.role == Role.EXPLETIVE or token.head.lemma_.lower() in WEATHER:
        return True
    verb = token.head
    if verb.lemma_.lower() in HAPPENING:
        return not any(_goes_on(child) for child in verb.children if child.i > verb.i)
    if verb.lemma_.lower() not in OPENING or token.i > verb.i:
        return False
    return any(
        (
            child.role
            in {
                Role.CLAUSE_COMPLEMENT,
                Role.OPEN_COMPLEMENT,
                Role.ADVERBIAL_CLAUSE,
                Role.CLAUSE_SUBJECT,
                Role.RELATIVE_CLAUSE,
            }
            and child.i > verb.i
            and _opens_clause(child)
        )
        for place in (verb, *verb.children)
        for child in place.children
    )


def _goes_on(child: Word) -> bool:
    """Tell what somebody begins or ends, or begins as."""
    return child.role in {Role.OBJECT, Role.OPEN_COMPLEMENT} or child.lower_ == "as"


def _opens_clause(clause: Word) -> bool:
    """Tell whether a clause has a "that", "to", "whether" or "who"."""
    return any(
        child.text.lower() in {"that", "to", "whether", "if", "who", "which", "how", "why"} for child in clause.children
    )
