"""Who is made what: "named Carl Dunn chairman", where the parser takes the name for a part of the office's.

The name becomes the verb's object, and the office what is said of it. Only where an office follows its holder bare.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

OBJECT, NAMED, COMPOUND = "dobj", "oprd", "compound"  # as ClearNLP calls them
COMPLEMENTS = frozenset({OBJECT, NAMED, "attr", "ccomp", "nsubj", "appos"})
OFFICE = frozenset({"NOUN", "ADJ"})
FEWEST = 2  # words of a person's name


def part_office(verb: Any, offices: frozenset[str]) -> None:
    """Give a verb of naming the person behind it as its object, and the office as what it makes of them.

    Parameters
    ----------
    verb : Token
        A form of a verb such as "to name", with its parse.
    offices : frozenset of str
        Offices that are written in capitals ("CEO").
    """
    doc, end = verb.doc, verb.i + 1
    while end < verb.sent.end and doc[end].pos_ == "PROPN" and doc[end].text not in offices:
        end += 1
    if end - verb.i - 1 < FEWEST or end >= verb.sent.end or not _is_office(doc[end], offices):
        return
    office = _office_of(doc[end], verb)
    if office is None or office.i < end or not office.is_ancestor(doc[end - 1]):
        return
    name = doc[end - 1]
    for word in doc[verb.i + 1 : end - 1]:
        word.head, word.dep_ = name, COMPOUND
    name.head, name.dep_ = verb, OBJECT
    office.dep_ = NAMED


def _is_office(word: Token, offices: frozenset[str]) -> bool:
    return word.text in offices or (word.pos_ in OFFICE and word.text.islower())


def _office_of(word: Token, verb: Token) -> Token | None:
    """Return the noun of a phrase that hangs on a verb."""
    for above in (word, *word.ancestors):
        if above.head == verb and above != verb:
            return above if above.dep_ in COMPLEMENTS and above.pos_ in {"NOUN", "PROPN"} else None
    return None
