"""What speaks for a name's type in the name itself.

A cue is a hint: a type with a weight, in units of one clear hint. The weights of all cues of a name add up in
`timeline.stages.names.types`.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from timeline.stages.names.lexicon import Lexicon, fold
from timeline.stages.names.weights import CUES, Cue


def name_cues(name: Span, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield what a name's own words tell."""
    words = [token.text for token in name]
    yield from _known_cues(name.text, words, lexicon)
    yield from _word_cues(name.text, words, lexicon)
    if fold(name.text) not in lexicon.towns | lexicon.regions:  # « LYON (AFP) »
        yield from _shape_cues(words)


def _known_cues(text: str, words: list[str], lexicon: Lexicon) -> Iterator[Cue]:
    """Yield what lists of names tell."""
    whole, first = fold(text), fold(words[0])
    if whole in lexicon.regions:
        yield CUES["region by name"]
    elif whole in lexicon.towns:
        yield CUES["town by name"]
    if first in lexicon.given_names:
        yield CUES["full name" if len(words) > 1 and first not in lexicon.regions else "given name"]
    if text in lexicon.words.organisations.known:
        yield CUES["known body"]


def _word_cues(text: str, words: list[str], lexicon: Lexicon) -> Iterator[Cue]:
    """Yield what common words within a name tell: « Banque de… », "… Theater", « prix … »."""
    listed = lexicon.words
    if words[-1] in listed.organisations.legal_forms and len(words) > 1:
        yield CUES["legal form"]
    lowered = {part for word in words for part in (word.lower(), *word.lower().split("-"))}
    if lowered & listed.organisations.words:
        yield CUES["word of a body"]
    closes = len(words) > 1 and words[-1].lower() in listed.places.last_words
    if words[0].lower() in listed.places.words or closes or _is_long_place(text, lexicon):
        yield CUES["word of a place"]
    if lowered & listed.others.words:
        yield CUES["word of a thing"]


def _is_long_place(text: str, lexicon: Lexicon) -> bool:
    """Tell whether hyphens join small words into a name, as in towns' (« Bar-sur-Aube »)."""
    return not lexicon.words.places.hyphenated.isdisjoint(text.split("-")[1:-1])


def has_inner_capital(word: str) -> bool:
    """Tell a word with a capital within, as no language writes its own (« OpenAI », "iPhone")."""
    return any(map(str.isupper, word[1:])) and not word.isupper() and "-" not in word


def _shape_cues(words: list[str]) -> Iterator[Cue]:
    """Yield what acronyms, capitals within a word (OpenAI) and numbers at the end (Apollo 11) tell."""
    only = words[0]
    acronym = only.isupper() and 2 <= len(only) <= 6
    if len(words) == 1 and (acronym or has_inner_capital(only)):
        yield CUES["acronym or inner capital"]
    if any(char.isdigit() for char in words[-1]):
        yield CUES["number at the end"]
