"""The kind of event a trigger tells: its frame, chosen by its word and by what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from timeline.languages import Language, contract
from timeline.languages.loading import read_toml
from timeline.stages.events.cast import Cast
from timeline.stages.events.words import Word
from timeline.syntax import Role
from timeline.syntax.arguments import Argument
from timeline.syntax.phrases import conjuncts
from timeline.syntax.voice import VERBAL

NO_TYPE = "Other"
NONE = "none"
CLAUSAL = frozenset(
    {
        Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE, Role.ADVERBIAL_CLAUSE, Role.CLAUSE_COMPLEMENT, Role.CONJUNCT,
        Role.PARATAXIS, Role.SUBJECT, Role.PASSIVE_SUBJECT,
    }
)  # fmt: skip
CORE = frozenset({"subject", "object", "middle", "as", "genitive"})
REACH = 4  # dependencies between a verb and another word of its phrase: « condamner à trois ans de prison »


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of telling an event: its type, how much it weighs, and which roles each slot fills.

    `idioms` tells that the other words of its phrases name nobody (« prendre le relais »); those found are `consumed`.
    """

    name: str
    type: str
    weight: float
    genitive: str
    roles: Mapping[str, tuple[str, ...]]
    idioms: bool = False
    consumed: frozenset[str] = frozenset()


PLAIN = Frame(
    "",
    NO_TYPE,
    0.2,
    "",
    {"subject": ("agent",), "object": ("patient",), "recipient": ("recipient",), "goal": ("recipient",)},
)


@dataclass(frozen=True, slots=True)
class Sense:
    """A frame that an ambiguous word tells when its slots are filled in a certain way."""

    frame: str
    pos: str
    needs: Mapping[str, frozenset[str]]
    words: frozenset[str]
    without: frozenset[str]
    unless: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language by frame; first the phrases and senses, then words that stand for one frame alone."""

    words: Mapping[tuple[str, str], str]
    phrases: Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], str], ...]]
    senses: Mapping[str, tuple[Sense, ...]]
    figurative: frozenset[str]
    figures: frozenset[str]


def frame_of(token: Word, found: Iterable[Argument], cast: Cast, language: Language) -> Frame:
    """Return the frame of a trigger, `PLAIN` (type ``"Other"``) where none fits."""
    lexicon = lexicon_of(language)
    part = "verbs" if token.pos_ in VERBAL else "adjectives" if token.pos_ == "ADJ" else "nouns"
    fillers = tuple(found)
    around = words_around(token) | {argument.token.lemma_.lower() for argument in fillers if argument.slot in CORE}
    for lemma in lemmas_of(token, language):
        for kind in ("adjectives", "verbs", "nouns") if part == "adjectives" else (part,):
            rest, name = _phrase(lexicon, kind, lemma, around)
            if name and frames()[name].idioms:
                return replace(frames()[name], consumed=frozenset(rest))
            name = name or _sense(lexicon, lemma, token, fillers, around, cast) or lexicon.words.get((kind, lemma), "")
            if name in lexicon.figurative and lexicon.figures & around:
                return PLAIN  # « une tempête de critiques »
            if name:
                return frames()[name]
    return PLAIN


def types_of_word(token: Word, language: Language) -> frozenset[str]:
    """Return all types of event that a word may tell."""
    return _types_of_lemma(token.lemma_.lower(), language)


@lru_cache(maxsize=4096)
def _types_of_lemma(lemma: str, language: Language) -> frozenset[str]:
    lexicon = lexicon_of(language)
    names = {sense.frame for sense in lexicon.senses.get(lemma, ())}
    names |= {lexicon.words[part, lemma] for part in ("verbs", "nouns") if (part, lemma) in lexicon.words}
    return frozenset(frames()[name].type for name in names - {NONE})


def slot_fillers(found: Iterable[Argument], frame_genitive: str) -> dict[str, list[Word]]:
    """Return the tokens of each slot, with possessors and complements of nouns put where the frame has them."""
    fillers: dict[str, list[Word]] = {}
    for argument in found:
        slot = {"agent": "subject", "support": "subject", "undergoer": "object", "middle": "object"}.get(
            argument.slot, argument.slot
        )
        if frame_genitive and slot in {"possessor", "genitive", "bound"}:
            slot = frame_genitive
        fillers.setdefault(slot, []).extend(conjuncts(argument.token))
    return fillers


@cache
def frames() -> dict[str, Frame]:
    """Return all frames by name; under `NONE` that of a word which in such company tells none."""
    apart = {"type", "weight", "genitive", "idioms"}
    return {NONE: PLAIN} | {
        name: Frame(
            name,
            entry["type"],
            entry["weight"],
            entry.get("genitive", ""),
            {slot: tuple(roles) for slot, roles in entry.items() if slot not in apart},
            entry.get("idioms", False),
        )
        for name, entry in read_toml("timeline.stages.events", "frames.toml").items()
    }


@cache
def lexicon_of(language: Language) -> Lexicon:
    """Return the words of a language, from its room ``event_types``."""
    listed = language.event_types
    words: dict[tuple[str, str], str] = {}
    phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
    for frame, told in listed.frames.items():
        for part, entries in (("verbs", told.verbs), ("nouns", told.nouns), ("adjectives", told.adjectives)):
            for entry in entries:
                first, *rest = entry.lower().split()
                if not rest:
                    words.setdefault((part, first), frame)
                    continue
                phrases.setdefault((part, first), []).append((tuple(rest), frame))
                if part == "nouns":  # "press conference" is known by its last word
                    phrases.setdefault((part, rest[-1]), []).append(((first, *rest[:-1]), frame))
    senses: dict[str, list[Sense]] = {}
    for sense in listed.senses:
        senses.setdefault(sense.lemma, []).append(_read_sense(sense))
    return Lexicon(
        words,
        {key: tuple(entries) for key, entries in phrases.items()},
        {key: tuple(entries) for key, entries in senses.items()},
        frozenset(listed.figurative.frames),
        frozenset(listed.figurative.words),
    )


def _read_sense(listed: contract.Sense) -> Sense:
    return Sense(
        listed.frame,
        listed.pos,
        {slot: frozenset(kinds) for slot, kinds in listed.needs.items()},
        frozenset(listed.words),
        frozenset(listed.without),
        frozenset(listed.unless),
    )


def _phrase(lexicon: Lexicon, part: str, lemma: str, around: set[str]) -> tuple[tuple[str, ...], str]:
    entries = lexicon.phrases.get((part, lemma), ())
    return next(((rest, frame) for rest, frame in entries if all(word in around for word in rest)), ((), ""))


def _sense(lexicon: Lexicon, lemma: str, token: Word, found: tuple[Argument, ...], around: set[str], cast: Cast) -> str:
    senses = lexicon.senses.get(lemma, ())
    return next((sense.frame for sense in senses if _tells(sense, token, found, around, cast)), "")


def _tells(sense: Sense, token: Word, found: tuple[Argument, ...], around: set[str], cast: Cast) -> bool:
    """Tell whether an ambiguous word has a sense here: its words are around it, its slots filled as it needs."""
    if sense.pos and (sense.pos == "VERB") != (token.pos_ in VERBAL):
        return False
    if sense.words and not sense.words & around:
        return False
    if sense.unless and sense.unless & {*around, token.head.lemma_.lower()}:
        return False
    fillers = slot_fillers(found, frames()[sense.frame].genitive)
    kinds = {slot: {kind for filler in words for kind in cast.kinds_of(filler)} for slot, words in fillers.items()}
    if sense.without and sense.without & set(kinds).union(*kinds.values(), _complements(token)):
        return False
    return all(_fits(needed, kinds.get(slot, set())) for slot, needed in sense.needs.items())


def _complements(token: Word) -> set[str]:
    """Name what a verb governs that fills no slot: an adjective after it (« jugée insuffisante »), an infinitive."""
    following = next((word for word in token.doc[token.i + 1 : token.sent.end] if word.pos_ != "ADV"), token)
    found = {"predicate"} if following.pos_ == "ADJ" else set()
    if any(child.role == Role.OPEN_COMPLEMENT and child.pos_ in VERBAL for child in token.children):
        found.add("infinitive")
    return found


def _fits(needed: frozenset[str], there: set[str]) -> bool:
    return bool(needed & there)


def words_around(token: Word) -> set[str]:
    """Return the lemmas and forms of the words of a trigger's own phrase, other clauses left out."""
    around: set[str] = set()
    level = [token]
    for _ in range(REACH):
        level = [child for parent in level for child in parent.children if child.role not in CLAUSAL]
        around.update(child.lemma_.lower() for child in level)
        around.update(child.lower_ for child in level)
    following = token.doc[token.i + 1 : token.i + (3 if token.pos_ in VERBAL else 2)]
    around.update(word.lower_ for word in following if word.pos_ in {"ADP", "ADV"})
    return around


def lemmas_of(token: Word, language: Language) -> tuple[str, ...]:
    """Return the lemma of a word, then what it may be where the model's lemmatizer is wrong."""
    rules = language.event_types_rules
    others = rules.lemmas(token) if rules is not None else ()
    return tuple(dict.fromkeys((token.lemma_.lower(), *others)))
