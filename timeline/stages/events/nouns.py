"""Events told by a noun: its phrase, and what it hangs on where that says more."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.languages.grammar import Form, Role
from timeline.languages.headlines import Told
from timeline.stages.events.naming import BESIDE, LONGEST, Desk, phrase_of
from timeline.stages.events.phrases import head_of
from timeline.stages.events.verbatim import is_marker
from timeline.syntax.cutting import cut
from timeline.syntax.phrases import preposition_of
from timeline.syntax.voice import VERBAL
from timeline.syntax.words import Word
from timeline.syntax.written import text_of

SAYING_LITTLE = frozenset({"ADJ", "ADV", "NUM", "DET", "PUNCT"})  # beside a noun
AHEAD = ("possible", "future")  # what a noun may say of the one that belongs to it


def noun_phrase(token: Word, desk: Desk, budget: int) -> Told | None:
    """Return the phrase of a noun without its article, at most about `budget` characters long."""
    words = _noun_words(token, desk, budget)
    if not words:
        return None
    owner = ""
    if words[0].lower_ in desk.grammar.possessives:
        entity = desk.cast.at(words[0])
        owner = entity.name if entity is not None else ""
    words = _without_article(words, token, desk)
    text = text_of(words)
    second = _second_party(words[-1], desk)
    text = f"{text} {second}" if second and len(text) + len(second) < LONGEST else text
    alone = not owner and all(word == token or word.pos_ in SAYING_LITTLE for word in words)
    return Told(
        subject=text,
        plural=Form.PLURAL in token.form,
        feminine=Form.FEMININE in token.form,
        rest="" if alone else "more",
        owner=owner,
    )


def _noun_words(token: Word, desk: Desk, budget: int) -> list[Word]:
    """Return the words of a noun phrase behind its preposition: « trois ans après | le référendum »."""
    whole = cut(token, desk.cast.is_date, budget)
    before = max((word.i for word in whole if is_marker(word, token)), default=-1)
    end = _next_thing(token)
    words = [word for word in whole if before < word.i < end]
    while words and words[0].pos_ == "X" and words[0].i and words[0].nbor(-1).text.isdigit():
        words = [words[0].nbor(-1), *words]  # « sa 13 e victoire », in two tokens
    return words


def _next_thing(token: Word) -> int:
    """Return where the next of several things begins, a comma before it: « le départ de X | , puis des rumeurs »."""
    told = next((child.i for child in token.children if child.role == Role.NOMINAL_MODIFIER), token.sent.end)
    for child in token.children:
        if child.role == Role.CONJUNCT and child.i > told:
            mark = child.left_edge if child.left_edge.text == "," else child.left_edge.nbor(-1)
            if mark.text == ",":
                return mark.i
    return token.sent.end


def _without_article(words: list[Word], token: Word, desk: Desk) -> list[Word]:
    while len(words) > 1 and words[0].pos_ in {"DET", "PRON"} and words[0].i < token.i:
        if words[0].lower_ in desk.cues.negation or token.lower_ in desk.many or _is_somebody(words[0], token, desk):
            break  # « la plupart », « un mort »
        words = words[1:]
    return words


def _is_somebody(article: Word, token: Word, desk: Desk) -> bool:
    """Tell « un mort », somebody, from « la mort », what befell somebody."""
    return article.lower_ in desk.one and token.lower_ in desk.victims


def _second_party(last: Word, desk: Desk) -> str:
    """Return « et B » where a phrase ends in « entre A » and the parser hung B elsewhere."""
    while last.role == Role.FLAT:
        last = last.head
    after = last.right_edge.i + 1
    if (
        preposition_of(last) not in desk.grammar.between
        or after + 1 >= last.sent.end
        or last.doc[after].pos_ != "CCONJ"
    ):
        return ""
    other = next((w for w in last.doc[after + 1 : after + 4] if w.pos_ in {"NOUN", "PROPN"}), None)
    return "" if other is None else text_of([last.doc[after], *cut(other, desk.cast.is_date, BESIDE)])


def owners_of(owners: Sequence[Word], desk: Desk) -> str:
    """Return the first whom a noun is of, named or described."""
    return next((phrase.text for word in owners if not (phrase := phrase_of(word, desk, BESIDE)).pronoun), "")


def is_of_stance(token: Word, desk: Desk) -> bool:
    """Tell what a noun says that it may be, or is to be: « tentative | d'assassinat », « projet | de loi »."""
    if token.role not in {Role.NOMINAL_MODIFIER, Role.PREPOSITION_OBJECT}:
        return False
    above = head_of(token)
    said = "origin" in desk.grammar.prepositions.get(preposition_of(token), ())
    governors, noun = desk.cues.governors, above.lemma_.lower()
    told = governors.get(noun) or governors.get(f"{noun} {preposition_of(token)}")
    return said and above.pos_ == "NOUN" and told in AHEAD


def is_carried(token: Word, desk: Desk) -> bool:
    """Tell a noun that says little without its verb: « accusé | de vol », « se trouve entre | la vie et la mort »."""
    if token.role != Role.OBLIQUE_ARGUMENT or token.head.pos_ not in VERBAL:
        return False
    bare = not any(child.role in {Role.DETERMINER, Role.NUMERAL} for child in token.children)
    return bare or preposition_of(token) in desk.grammar.between
