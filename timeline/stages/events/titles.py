"""The line over an article, as the headline of the event that it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.languages.grammar import Role
from timeline.languages.headlines import capitalised
from timeline.model.entity import PLACE
from timeline.model.who import fold
from timeline.stages.events.naming import LONGEST, Desk
from timeline.stages.reading.lines import is_heading
from timeline.stages.source import mention_at
from timeline.syntax.voice import VERBAL
from timeline.syntax.words import Word

QUOTES = str.maketrans("", "", '«»“”"')
STAMP = re.compile(r"\s+\(?\d{1,4}([/.-])\d{1,2}\1\d{2,4}\)?\s*$")  # the day that a title ends in, in figures
SHORTEST_TITLE = 4  # words


def title_of(token: Word, desk: Desk) -> str:
    """Return the line over an article where it tells but the event of a token."""
    sentence = token.sent
    if sentence.start or _main(token) != _main(sentence.words[0]):
        return ""
    text = mention_at(token.source, sentence.words[0].idx, sentence.words[-1].idx + len(sentence.words[-1])).text
    text = _as_read(text, sentence.words)
    root = _main(token)
    clauses = sum(_is_clause(word, root, desk) for word in sentence.words)
    own = token == root or (
        root.pos_ not in VERBAL and token.head == root and token.role in {Role.APPOSITION, Role.NOUN_CLAUSE}
    )
    if not own or clauses > 1 or len(sentence.words) < SHORTEST_TITLE or not is_heading(text) or "\n" in text.strip():
        return ""
    text = STAMP.sub("", text)
    text = _without_place(" ".join(text.translate(QUOTES).replace("’", "'").split()), sentence.words[0], desk)
    return capitalised(text) if len(text) <= LONGEST else ""


def _is_clause(word: Word, root: Word, desk: Desk) -> bool:
    """Tell the verb of a clause of its own; "Jet crashes, | three killed" has two, "Jet crashes, | police say" one."""
    if word.pos_ not in VERBAL:
        return False
    before = word.role == Role.CLAUSE_COMPLEMENT and word.i < root.i and root.lemma_ not in desk.grammar.speech
    return before or word.role in {Role.ROOT, Role.CONJUNCT, Role.PARATAXIS}


def _as_read(title: str, words: Sequence[Word]) -> str:
    """Write a title in capitals as it was read, letter by letter: "Volta Fires CEO" → "Volta fires CEO"."""
    first, letters = words[0].idx, list(title)
    for word in words:
        place = word.idx - first
        if title[place : place + len(word)].casefold() == word.text.casefold():
            letters[place : place + len(word)] = word.text
    return "".join(letters)


def _without_place(title: str, first: Word, desk: Desk) -> str:
    """Leave off the place before a headline, with a colon: « France : les parents menacent… »."""
    before, colon, rest = title.partition(":")
    place = desk.cast.at(first)
    told = (
        colon
        and place is not None
        and place.type == PLACE
        and fold(before.strip()) in map(fold, (place.name, *place.aliases))
    )
    return rest.strip() if told and len(rest.split()) >= SHORTEST_TITLE else title


def _main(token: Word) -> Word:
    while token.head != token:
        token = token.head
    return token
