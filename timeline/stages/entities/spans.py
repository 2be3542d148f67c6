"""Where the names are: the model's spans repaired, and the names it missed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from timeline.stages.entities.lexicon import Lexicon, fold
from timeline.stages.source import related_sentences

BREAKS = frozenset("\n\r\t,;:!?()[]«»\"“”/|…—–•")


class Name(NamedTuple):
    """A name in the text: half-open token offsets, and the type the model votes for.

    ``vote`` is None where the model saw no name, "" where it saw something else than a person, a body or a place.
    """

    start: int
    end: int
    vote: str | None


def find_names(doc: Doc, lexicon: Lexicon) -> tuple[Name, ...]:
    """Return the spans of all names of the story, in the order of the text, none within another."""
    votes = _votes(doc, lexicon)
    candidates = [
        part
        for sentence in related_sentences(doc)
        for run in _runs(doc, sentence.start, sentence.end, votes, lexicon)
        for part in _split_before_person(doc, *run, lexicon)
    ]
    names = [Name(start, end, _vote(votes, start, end)) for start, end in candidates]
    return _without_capitalised_words(doc, names, lexicon)


def is_capitalised(token: Token) -> bool:
    """Tell whether a token starts with a capital, or hides one as trade names do (iPhone)."""
    text = token.text
    return text[0].isupper() or (len(text) > 2 and text[0].isalpha() and text[1].isupper())


def starts_sentence(token: Token) -> bool:
    """Tell whether a capital says nothing because any word would have one here."""
    index = token.i
    doc = token.doc
    while index > 0 and not token.is_sent_start:
        before = doc[index - 1]
        if before.text in ".!?…:" or "\n" in before.text:
            return True
        if before.is_alpha or before.like_num:
            return False
        index -= 1
        token = before
    return True


def _votes(doc: Doc, lexicon: Lexicon) -> dict[int, tuple[int, str]]:
    """Return, for each token of one of the model's entities, the entity's first token and the vote."""
    votes = {}
    for entity in doc.ents:
        if entity.label_ in lexicon.labels:
            for token in entity:
                votes[token.i] = (entity.start, lexicon.labels[entity.label_])
    return votes


def _vote(votes: dict[int, tuple[int, str]], start: int, end: int) -> str | None:
    cast = [votes[index][1] for index in range(start, end) if index in votes]
    return max(sorted(set(cast)), key=cast.count) if cast else None


def _runs(
    doc: Doc, start: int, end: int, votes: dict[int, tuple[int, str]], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """Yield the longest runs of capitalised words, small words between them included where they belong."""
    index = start
    while index < end:
        if not _begins_name(doc[index], lexicon):
            index += 1
            continue
        last = index
        while (following := _continues(doc, last, end, votes, lexicon)) is not None:
            last = following
        yield index, last + 1
        index = last + 1


def _begins_name(token: Token, lexicon: Lexicon) -> bool:
    if not is_capitalised(token) or token.text in lexicon.titles:
        return False
    return not (starts_sentence(token) and token.pos_ in {"DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX"})


def _continues(doc: Doc, last: int, end: int, votes: dict[int, tuple[int, str]], lexicon: Lexicon) -> int | None:
    """Return the next token of a name that goes on after `last`, None where it ends."""
    following = last + 1
    if following >= end or doc[following].text[0] in BREAKS:
        return None
    if is_capitalised(doc[following]) or doc[following].text == "'s":
        return following if is_capitalised(doc[following]) else None
    joined = votes.get(last)
    index = following
    while index < end and index - following < 3 and _links(doc[index], lexicon):
        index += 1
    if index == following or index >= end or not is_capitalised(doc[index]):
        return None
    hyphenated = doc[following].text == "-" and not doc[last].whitespace_
    together = joined is not None and votes.get(index) == joined
    return index if hyphenated or together else None


def _links(token: Token, lexicon: Lexicon) -> bool:
    return token.text in lexicon.words("names.links") or token.text in {"-", "'", "&"}


def _split_before_person(doc: Doc, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Part « OpenAI Greg Brockman »: a given name after a word that is none begins a person's name."""
    for index in range(start + 1, end - 1):
        if (
            fold(doc[index].text) in lexicon.given_names
            and fold(doc[index - 1].text) not in lexicon.given_names
            and start > 0
            and doc[start - 1].text.lower() in {"de", "d'", "of"}
        ):
            yield start, index
            yield index, end
            return
    yield start, end


def _without_capitalised_words(doc: Doc, names: list[Name], lexicon: Lexicon) -> tuple[Name, ...]:
    """Drop words that are capitalised only because a sentence starts, or by courtesy."""
    elsewhere = {
        fold(doc[name.start : name.end].text)
        for name in names
        if name.vote is not None or not starts_sentence(doc[name.start])
    }
    kept = []
    for name in names:
        text = doc[name.start : name.end].text
        if name.end - name.start == 1 and (
            text in lexicon.words("names.not_names") or text in lexicon.words("names.demonyms")
        ):
            continue
        if name.vote is None and starts_sentence(doc[name.start]) and fold(text) not in elsewhere:
            continue
        kept.append(name)
    return tuple(kept)
