"""What a story is about, as its first line, its lead and its names say; and where each of its sentences stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from timeline.languages import Language
from timeline.model.entity import Entity
from timeline.stages.events.attribution import quotation_marks
from timeline.stages.events.retelling import meaning_of
from timeline.stages.reading.lines import is_heading
from timeline.stages.source import mention_at
from timeline.syntax.voice import VERBAL
from timeline.syntax.words import Sentence, Word, sentences_of

MAIN = 2  # people and bodies that a story is about
SHARES = ((0.0, "none"), (0.2, "little"), (0.45, "some"), (0.7, "much"))  # of the weight of words, most of each
PARTS = 2**16  # of a rarity
SHORT = 5  # words of a sentence that tells nothing yet: a dateline, a byline


@dataclass(frozen=True, slots=True)
class Focus:
    """What a story is about, as its first line and its names say.

    Attributes
    ----------
    title, lead : frozenset of str
        Beginnings of the words of meaning in the line over the article, and in its first sentence that tells.
    mains : frozenset of str
        Ids of the people and bodies named most.
    furniture, figures : frozenset of str
        Verbs that tell little; nouns that speak of the story itself.
    temporal : frozenset of int
        Character offsets of the words of times.
    timed, numbered : frozenset of int
        Numbers of the sentences with a time in them, and with a number that is none of a time.
    places : mapping of int to int
        Number of a sentence → how many that tell stand before it, the title apart: 0 for the title, 1 for the lead.
    quotes : mapping of int to tuple of Word
        Number of a sentence → its quotation marks.
    last : int
        The place of the last sentence.
    rarity : mapping of str to float
        Beginning of a word of meaning → how few sentences hold it.
    titled : bool
        Whether there is a line over the article.
    prominence : mapping of str to float
        Id of somebody named → how often, as a share of who is named most.
    """

    title: frozenset[str]
    lead: frozenset[str]
    mains: frozenset[str]
    furniture: frozenset[str]
    figures: frozenset[str]
    temporal: frozenset[int]
    titled: bool
    places: Mapping[int, int] = field(default_factory=dict)
    quotes: Mapping[int, tuple[Word, ...]] = field(default_factory=dict)
    last: int = 0
    timed: frozenset[int] = frozenset()
    numbered: frozenset[int] = frozenset()
    rarity: Mapping[str, float] = field(default_factory=dict)
    prominence: Mapping[str, float] = field(default_factory=dict)


def focus_of(words: Sequence[Word], entities: Sequence[Entity], temporal: frozenset[int], language: Language) -> Focus:
    """Return what a story is about."""
    sentences = sentences_of(words)
    places = places_of(sentences)
    titled = 0 in places.values()
    lead = next((sentence for sentence in sentences if places[sentence.number] == 1 and _tells(sentence)), None)
    counts = Counter({entity.id: len(entity.mentions) for entity in entities})
    mains = frozenset(identity for identity, times in counts.most_common(MAIN) if times > 1)
    return Focus(
        title=meaning_of(sentences[0]) if titled else frozenset(),
        lead=meaning_of(lead) if lead else frozenset(),
        mains=mains,
        furniture=frozenset(language.labels.furniture),
        figures=frozenset(language.labels.figures),
        temporal=temporal,
        titled=titled,
        places=places,
        quotes={sentence.number: quotation_marks(sentence) for sentence in sentences},
        last=max(places.values(), default=0),
        timed=_timed(words, temporal),
        numbered=_numbered(words, temporal),
        rarity=rarity_of(sentences),
        prominence={identity: times / max(counts.values()) for identity, times in counts.items()},
    )


def _timed(words: Sequence[Word], temporal: frozenset[int]) -> frozenset[int]:
    return frozenset(word.sent.number for word in words if word.idx in temporal)


def _numbered(words: Sequence[Word], temporal: frozenset[int]) -> frozenset[int]:
    return frozenset(word.sent.number for word in words if word.pos_ == "NUM" and word.idx not in temporal)


def places_of(sentences: Sequence[Sentence]) -> dict[int, int]:
    """Return the place of each sentence by its number: 0 for the title, 1 for the lead and what stands over it."""
    titled = bool(sentences) and is_heading(_text(sentences[0]))
    places, before = {}, 0
    for sentence in sentences[titled:]:
        before += _tells(sentence)
        places[sentence.number] = max(before, 1)
    return {sentences[0].number: 0, **places} if titled else places


def rarity_of(sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return the inverse sentence frequency of words of meaning (Spärck Jones 1972), by their beginnings.

    In parts of a power of two, so that sums are exact in whatever order a set gives its words, process by process.
    """
    counts = Counter(word for sentence in sentences for word in meaning_of(sentence))
    return {word: round(PARTS * log(1 + len(sentences) / times)) / PARTS for word, times in counts.items()}


def _tells(sentence: Sentence) -> bool:
    """Tell a sentence from a dateline, a byline or a stray mark."""
    return len(sentence.words) >= SHORT and any(word.pos_ in VERBAL for word in sentence.words)


def _text(sentence: Sentence) -> str:
    first, last = sentence.words[0], sentence.words[-1]
    return mention_at(first.source, first.idx, last.idx + len(last)).text
