"""Signals: the words of a text that tell order in time, read from ``signals.toml`` of its language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from timeline.languages import Language
from timeline.languages.contract import Signals
from timeline.syntax import Word
from timeline.syntax.words import places_of

MODIFIERS = frozenset({"DET", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class Signal:
    """Words that tell order, found in a text.

    Attributes
    ----------
    start, end : int
        Half-open token offsets.
    relation : str
        The TimeML relation that the words tell; see ``signals.toml`` for between what.
    confidence : float
        0 to 1.
    """

    start: int
    end: int
    relation: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    relation: str
    confidence: float


def find_signals(words: Sequence[Word], signals: tuple[Signals, ...]) -> Iterator[Signal]:
    """Yield what a room's list of signals (``language.signals.links``) finds, the longest where two begin at one word.

    Words that only look like a signal (an entry without a relation) hide it, and are not yielded.
    """
    known: dict[tuple[Signals, ...], tuple[Signal, ...]] = words[0].layout.answers[find_signals] if words else {}
    if words and signals not in known:  # several stages ask
        known[signals] = tuple(_found(words, signals))
    yield from known.get(signals, ())


def _found(words: Sequence[Word], signals: tuple[Signals, ...]) -> Iterator[Signal]:
    lexicon, places = _lexicon(signals), places_of(words)
    reached = 0
    for position in sorted(position for word in lexicon for position in places.get(word, ())):
        if position < reached:
            continue
        entries = lexicon[words[position].lower_]
        entry = next((entry for entry in entries if _stands_at(entry, words, position)), None)
        if entry is not None:
            reached = position + len(entry.words)
            if entry.relation:
                yield Signal(position, reached, entry.relation, entry.confidence)


def signal_before(words: Sequence[Word], start: int, signals: tuple[Signals, ...]) -> Signal | None:
    """Return the longest signal of a list that ends where a phrase starts, or None."""
    lexicon = _lexicon(signals)
    while start > 0 and words[start - 1].pos_ in MODIFIERS:
        start -= 1
    for first in range(max(0, start - 4), start):
        for entry in lexicon.get(words[first].lower_, ()):
            if len(entry.words) == start - first and _stands_at(entry, words, first):
                return Signal(first, start, entry.relation, entry.confidence)
    return None


def happening(token: Word, language: Language) -> str | None:
    """Return how the subject of a verb like « se produire » or "take place" stands to it, None for other verbs."""
    for group in language.signals.happenings:
        for phrase in group.words:
            *others, verb = phrase.split()
            if token.lemma_.lower() == verb and all(_has_child(token, word) for word in others):
                return group.relation
    return None


def is_set_back(token: Word, language: Language) -> bool:
    """Tell a verb beside which a word like « déjà » or "previously" sets it behind what is told."""
    words = _words(language.signals.already)
    return any(child.lower_ in words for child in token.children)


def _has_child(token: Word, word: str) -> bool:
    return any(child.lower_ == word for child in token.children)


def first_content(words: Sequence[Word], start: int) -> int:
    """Return the place of the first word from `start` on that is no determiner, adjective or number."""
    while start < len(words) - 1 and words[start].pos_ in MODIFIERS:
        start += 1
    return start


def _stands_at(entry: _Entry, words: Sequence[Word], position: int) -> bool:
    if len(entry.words) == 1:
        return True  # entries are kept by their first word
    return tuple([word.lower_ for word in words[position : position + len(entry.words)]]) == entry.words


@cache
def _words(signals: tuple[Signals, ...]) -> frozenset[str]:
    return frozenset(word for group in signals for word in group.words)


@cache
def _lexicon(signals: tuple[Signals, ...]) -> dict[str, tuple[_Entry, ...]]:
    """Index entries by their first word, the longest first."""
    entries: dict[str, list[_Entry]] = {}
    for group in signals:
        for phrase in group.words:
            words = tuple(phrase.split())
            entries.setdefault(words[0], []).append(_Entry(words, group.relation, group.confidence))
    return {word: tuple(sorted(found, key=_by_length)) for word, found in entries.items()}


def _by_length(entry: _Entry) -> tuple[int, tuple[str, ...]]:
    return -len(entry.words), entry.words
