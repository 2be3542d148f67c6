"""Whether a proposed headline keeps to the text: every number and every name in it must stand there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from timeline.languages.base import Language
from timeline.model.entity import Entity
from timeline.stages.events.types import lexicon_of
from timeline.stages.pipeline import shared_pipeline
from timeline.stages.times.rules import grammar_of

STEM = 5  # letters that a word at the head of a headline shares with the text's own
MOST_WORDS = 12  # of a name
SMALL = 3  # letters of words that acronyms leave out
_WORD = re.compile(r"[^\W_]+")
_THOUSANDS = re.compile(r"(?<=\d)[\s.,'’](?=\d{3}(?!\d))")
_ORDINAL = re.compile(r"(\d+)([^\W\d]+)")
_MARKUP = re.compile(r"[<>\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a text, as headlines are held against them.

    Attributes
    ----------
    language : Language
    words, stems, acronyms : frozenset of str
        Folded: the words, their first letters, and the initials of the names.
    values : frozenset of int
        The numbers that stand in the text, in digits or in words.
    """

    language: Language
    words: frozenset[str]
    stems: frozenset[str]
    acronyms: frozenset[str]
    values: frozenset[int]

    def fault(self, label: str) -> str:
        """Return the first word of a headline that the text does not bear out, or that is no text; else nothing."""
        found = _MARKUP.search(label)
        if found:
            return found[0]
        faults = [self._first_fault(form) for form in dict.fromkeys((_joined(label), label))]
        return "" if "" in faults else faults[0]

    def _first_fault(self, form: str) -> str:
        for number, word in enumerate(_WORD.finditer(form)):
            if not self._bears(word[0], opening=number == 0):
                return word[0]
        return ""

    def _bears(self, word: str, *, opening: bool) -> bool:
        plain = folded(word)
        if plain in self.words or (word.isupper() and plain in self.acronyms):
            return True
        if any(map(str.isdigit, word)):
            return self._counts(word)
        value = grammar_of(self.language).lexicon.numbers.get(word.lower())
        if value is not None or shared_pipeline(self.language.code).vocab[word.lower()].like_num:
            return value in self.values or plain[:STEM] in self.stems
        return not word[:1].isupper() or (opening and self._opens(word))

    def _counts(self, word: str) -> bool:
        """Tell a number that stands in the text in another form: "14000", « 30e »."""
        ordinal = _ORDINAL.fullmatch(word)
        if ordinal and ordinal[2].lower() in grammar_of(self.language).lexicon.ordinal_suffixes:
            word = ordinal[1]
        return word in self.words or (word.isdecimal() and len(word) < 10 and int(word) in self.values)

    def _opens(self, word: str) -> bool:
        """Tell a word that is capital only for its place: one of the text in another form, or of the language's lists.

        A tagger would know more common words, and take some names for them ("Trump fired…").
        """
        plain, small = folded(word), word.lower()
        if plain[:STEM] in self.stems or shared_pipeline(self.language.code).vocab[small].is_stop:
            return True
        lexicon, parts = lexicon_of(self.language), ("nouns", "verbs", "adjectives")
        told = (lexicon.words, lexicon.phrases)
        return small in lexicon.senses or any((part, small) in words for part in parts for words in told)


def vocabulary_of(text: str, language: Language, entities: Iterable[Entity]) -> Vocabulary:
    """Return the words of a text, and of the names in it."""
    words = frozenset(word for form in (text, _joined(text)) for word in _words(form) if word.strip("0"))
    numbers = grammar_of(language).lexicon.numbers
    values = {int(word) for word in words if word.isdecimal() and word.isascii() and len(word) < 10}
    return Vocabulary(
        language,
        words,
        frozenset(word[:STEM] for word in words if len(word) >= STEM),
        frozenset(acronym for entity in entities for acronym in _acronyms(entity.name)),
        frozenset(values | {numbers[word] for word in words & numbers.keys()}),
    )


def folded(word: str) -> str:
    """Return a word without case and accents.

    Examples
    --------
    >>> folded("Éric")
    'eric'
    """
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def _acronyms(name: str) -> Iterator[str]:
    """Yield the initials of several words of a name, with and without the small ones."""
    words = [folded(found[0]) for found in _WORD.finditer(name)][:MOST_WORDS]
    for chosen in (words, [word for word in words if len(word) > SMALL]):
        initials = "".join(word[0] for word in chosen)
        for start, end in combinations(range(len(initials) + 1), 2):
            if end - start > 1:
                yield initials[start:end]


def _joined(text: str) -> str:
    """Return a text whose numbers are whole: "10 000" as 10000."""
    return _THOUSANDS.sub("", text)


def _words(text: str) -> Iterator[str]:
    for found in _WORD.finditer(text):
        yield folded(found[0])
