"""How a word in capitals is written inside a sentence: truecasing, by lists in place of probabilities.

The task is that of Lita et al. (2003), tRuEcasIng. Three things tell, in this order: the rest of the text, which writes
names with a capital and other words without; what the language knows by name, such as given names, places, days and
acronyms; and the dictionary of its lemmatizer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from timeline.languages.base import language_or_fallback
from timeline.stages.names.lexicon import Lexicon, fold, lexicon_of

IsFunctionWord = Callable[[str], bool]
PartsOfSpeech = Callable[[str], frozenset[str]]

WORD = re.compile(r"[^\W\d_]+")
_OPENING = re.compile(r"(?:^|[.!?…:\n])[\s\"'«“(*–—-]*$")
_CLOSED = re.compile(r"[.!?…][\s\"'«“(*–—-]*$")
_NUMBER_BEFORE, _NUMBER_AFTER = re.compile(r"\d\W{0,2}$"), re.compile(r"\W{1,2}\d")
_AROUND = 8  # characters looked at before a word
LONG = 4  # letters from which on a word begins like a related one
LONG_FORM = 6  # letters from which on a form may end in three
SURE = 2  # as much as two other words
NOUN, VERB, MODIFIERS = "noun", "verb", frozenset(["adj", "adv"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Casing:
    """What tells how words are written.

    Attributes
    ----------
    lang : str
    is_function_word : callable
        Tells of a word with small letters whether it is an article, a preposition or the like.
    parts_of_speech : callable or None
        What a word with small letters may be by a dictionary: ``"noun"``, ``"verb"``, ``"adj"``, ``"adv"``.
    small : tuple of str
        The words that the rest of the text writes with small letters, sorted.
    names : mapping of str to str
        Those that it writes with a capital inside a sentence, by their form in small letters.
    openings : frozenset of str
        Those that begin its sentences, in small letters.
    """

    lang: str
    is_function_word: IsFunctionWord
    parts_of_speech: PartsOfSpeech | None = None
    small: tuple[str, ...] = ()
    names: Mapping[str, str]
    openings: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Recased:
    """A stretch of text as a sentence.

    Attributes
    ----------
    text : str
        As long as before.
    evidence, unknown : int
        Words behind the first that something tells to have small letters; words of which nothing tells anything.
    """

    text: str
    evidence: int
    unknown: int


def opens_sentence(text: str, place: int) -> bool:
    """Tell whether a word at a place begins a sentence, where any word has a capital."""
    return _OPENING.search(text[max(0, place - _AROUND) : place]) is not None


def recased(stretch: str, casing: Casing) -> Recased:
    """Write a stretch in capitals like a sentence.

    Parameters
    ----------
    stretch : str
        In title case, or all in capitals, where acronyms cannot be told by theirs.
    casing : Casing

    Returns
    -------
    Recased
    """
    words = list(WORD.finditer(stretch))
    named = _places_of_names(stretch, words, casing)
    pieces, end, evidence, unknown = [], 0, 0, 0
    before, is_past_verb = "", bool(casing.small) or stretch.isupper()
    for place, word in enumerate(words):
        told: str | None
        if place in named:
            told, counts = _named(word, casing), 0
        else:
            told, counts = _told(stretch, word, before, casing, free=is_past_verb)
        if place:
            evidence += counts
            unknown += told is None
            is_past_verb = is_past_verb or told == word.group().lower()
        before = word.group()[0] + word.group()[1:].lower() if told is None else told
        opens = not place or _CLOSED.search(stretch, max(0, word.start() - _AROUND), word.start())
        pieces += [stretch[end : word.start()], before[0].upper() + before[1:] if opens else before]
        end = word.end()
    return Recased("".join((*pieces, stretch[end:])), evidence, unknown)


def _named(word: re.Match[str], casing: Casing) -> str:
    """Return how the text writes a word of a name, or the word with its first letter alone as a capital."""
    written = word.group()
    odd = len(written.lower()) != len(written)
    return casing.names.get(written.lower(), written if odd else written[0] + written[1:].lower())


def _told(stretch: str, word: re.Match[str], before: str, casing: Casing, *, free: bool) -> tuple[str | None, int]:
    """Return how a word is written, None if nothing tells, and how much that shows it to be no list of names."""
    written, small, shouted = word.group(), word.group().lower(), stretch.isupper()
    if len(small) != len(written) or not (shouted or written[1:].islower()):
        # an acronym, a trade name, a letter, a sign that grows small by two; an office shows it ("CEO")
        return written, not casing.small and _acronyms(casing.lang).get(small) == written
    told = _known(stretch, word, casing)
    if told is None and _is_common(small, before, casing, free=free, shouted=shouted):
        deed = _is_form_of(small, _event_words(casing.lang))  # "Volta Fires CEO" over a text without "fire"
        if deed and word.end() < len(stretch) and _is_finite(small, casing):
            return small, SURE
        return small, not casing.small or deed or _is_related(small, casing.small)
    return told, 0


def _is_finite(small: str, casing: Casing) -> bool:
    """Tell the verb of a headline, which no name holds: "Home Depot Buys Clio Stores", "Volta Motors Oust Eva Pike"."""
    words = language_or_fallback(casing.lang).entities
    parts = casing.parts_of_speech(small) if casing.parts_of_speech is not None else frozenset[str]()
    if VERB not in parts or small in words.organisations.words | words.places.last_words | words.organisations.clubs:
        return False
    return NOUN not in parts or small not in _event_words(casing.lang)  # "fires", no bare "fire"


def _known(stretch: str, word: re.Match[str], casing: Casing) -> str | None:
    """Return how the text or the language writes a word, None if neither tells."""
    written, small, shouted = word.group(), word.group().lower(), stretch.isupper()
    if small in casing.names:
        return casing.names[small]
    if _is_function_word(stretch, word, casing.lang, casing.is_function_word):
        return small
    listed = _acronyms(casing.lang).get(small)
    if listed is not None and (shouted or listed == written):
        return listed
    lexicon = lexicon_of(language_or_fallback(casing.lang))
    if not shouted and (written in lexicon.words.names.demonyms or lexicon.country_of(written)):
        return written
    return None


def _is_function_word(stretch: str, word: re.Match[str], lang: str, is_function_word: IsFunctionWord) -> bool:
    small = word.group().lower()
    if small in language_or_fallback(lang).reading.small_words:
        return True
    if stretch[word.end() : word.end() + 1] == "'":
        return is_function_word(small) or is_function_word(f"{small}'")
    return is_function_word(small) or (len(small) == 1 and stretch[word.start() - 1 : word.start()] == "'")


def _is_common(small: str, before: str, casing: Casing, *, free: bool, shouted: bool) -> bool:
    """Tell a word that is no name; before a headline's first verb fewer are `free` to be small ("Home Depot Buys")."""
    if _is_related(small, casing.small):
        return True
    language = language_or_fallback(casing.lang)
    told = _event_words(casing.lang)
    if _is_form_of(small, told if casing.small else told | _titles(casing.lang)):
        return True
    if casing.parts_of_speech is None:
        return shouted and not casing.small
    if small in casing.openings:
        return False  # the text has it only where any word has a capital
    words = language.entities
    if small in words.context.organisation_parts:
        return True
    if small in words.organisations.words and before[:1].isupper() and not shouted:
        return False  # "Volta Motors"
    return _is_listed(small, casing.parts_of_speech(small), lexicon_of(language), free=free, shouted=shouted)


def _is_listed(small: str, parts: frozenset[str], lexicon: Lexicon, *, free: bool, shouted: bool) -> bool:
    if shouted or VERB in parts or not parts:
        return bool(parts)
    if not free:
        return False
    # A dictionary has rare nouns that are names in news ("volta", "clio"): one that is no verb and no adjective has to
    # be a plural, or one of the language's own lists.
    plural = small.endswith("s") and NOUN in parts
    return bool(parts & MODIFIERS) or plural or small in lexicon.common_nouns or small in lexicon.person_nouns


def _places_of_names(stretch: str, words: list[re.Match[str]], casing: Casing) -> set[int]:
    """Return the places of the words that belong to names, or are days or months."""
    reading, calendar = language_or_fallback(casing.lang).reading, _calendar(casing.lang)
    smalls = [word.group().lower() for word in words]
    small = {word for word in smalls if casing.is_function_word(word) or word in reading.small_words}
    common = small | reading.seldom_names | calendar.keys()
    found: set[int] = set()
    for place, word in enumerate(smalls):
        if word not in common and place not in found:
            found.update(range(place, place + _words_of_name(place, smalls, casing.lang, small)))
    names = {smalls[place] for place in found} - common
    return {place for place, word in enumerate(smalls) if word in names} | {
        place
        for place, word in enumerate(words)
        if calendar.get(smalls[place]) == "capital" and (smalls[place] not in small or _is_beside_number(stretch, word))
    }


def _words_of_name(place: int, smalls: list[str], lang: str, small: Set[str]) -> int:
    """Return how many words of a name that some list knows begin at a place."""
    lexicon, word = lexicon_of(language_or_fallback(lang)), smalls[place]
    for phrase in lexicon.phrases.get(word.capitalize(), ()):
        if [part.strip("'").lower() for part in phrase] == smalls[place : place + len(phrase)]:
            return len(phrase)
    if fold(word) in lexicon.regions or fold(word) in lexicon.towns:
        return 1
    following = smalls[place + 1] if place + 1 < len(smalls) else ""
    if following in lexicon.person_nouns:
        return 0
    is_first = fold(word) in lexicon.given_names or word in lexicon.titles
    return 2 if is_first and following and following not in small else 0


def _is_beside_number(stretch: str, word: re.Match[str]) -> bool:
    before = stretch[max(0, word.start() - _AROUND) : word.start()]
    return bool(_NUMBER_BEFORE.search(before) or _NUMBER_AFTER.match(stretch, word.end()))


def _is_related(word: str, words: Sequence[str]) -> bool:
    """Tell whether sorted words hold a word, or one that begins like it: "rejects" beside "rejected"."""
    if len(word) <= LONG:
        return any(form == words[bisect_left(words, form) % len(words)] for form in {word, word[:3]} if words)
    stem = word[: max(LONG, len(word) - (3 if len(word) > 7 else 2))]
    place = bisect_left(words, stem)
    return place < len(words) and words[place].startswith(stem)


def _is_form_of(word: str, words: frozenset[str]) -> bool:
    """Tell a form of one of the words: "kills", "ousting", « supprime »."""
    endings = range(min(4 if len(word) > LONG_FORM else 3, len(word) - 2))
    return f"{word}r" in words or any(word[: len(word) - ending] in words for ending in endings)


@cache
def _event_words(lang: str) -> frozenset[str]:
    language = language_or_fallback(lang)
    frames = language.event_types.frames.values()
    told = (word for _, _, words in language.detection.lists() for word in words)
    return frozenset((*told, *(word for frame in frames for word in frame.verbs)))


@cache
def _titles(lang: str) -> frozenset[str]:
    return frozenset(form for form in _title_forms(lang) if form.islower())


def _title_forms(lang: str) -> Iterable[str]:
    rows = (row for kind in language_or_fallback(lang).roles.roles.values() for row in kind)
    return (form for row in rows for form in row)


@cache
def _acronyms(lang: str) -> Mapping[str, str]:
    """Return the acronyms of bodies and offices (SNCF, PDG) by their small letters."""
    forms = (*sorted(language_or_fallback(lang).entities.organisations.known), *_title_forms(lang))
    return {form.lower(): form for form in forms if form.isalpha() and form.isupper()}


@cache
def _calendar(lang: str) -> Mapping[str, str]:
    """Return the words of the calendar whose spelling a language cares for, and how they are written."""
    room = language_or_fallback(lang).times
    found: dict[str, str] = {}
    for name, spelled in room.spelling.items():
        table = room.words.get(name, ())
        for listed in table.values() if isinstance(table, Mapping) else (table,):
            found |= dict.fromkeys((word.strip(".") for word in listed), spelled)
    return found
