"""What joining looks at in one mention of an event, read once; and nouns that may take up an event told before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from timeline.languages import Language
from timeline.languages.grammar import Role
from timeline.model.entity import PERSON, Entity
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.time import TimeValue
from timeline.stages.events.types import Frame, lexicon_of, types_of_word
from timeline.stages.events.words import Word, sentence_of
from timeline.stages.reading.lines import is_heading
from timeline.stages.source import related_sentences
from timeline.syntax.functions import grammar_of
from timeline.syntax.phrases import preposition_of
from timeline.syntax.voice import SUBJECTS, VERBAL
from timeline.syntax.words import Sentence

# Roles that do not make an event what it is: many agents do the same to the same, and all in one place.
OUTER_ROLES = frozenset({"agent", "organisation", "position", "place"})
# Roles whose names tell that two mentions are of one event.
INNER_ROLES = (
    "person", "victim", "patient", "artifact", "defendant", "target", "winner", "loser", "participant", "organisation",
)  # fmt: skip
DOING = frozenset({"agent", "speaker"})
OUTSIDE = frozenset({"place", "position", "amount", "topic"})  # take no side
SHORT = 3  # letters of a word that says little
BEGINNING = 6  # letters of a word of meaning
MEANING = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
CLAUSES = frozenset(
    {*SUBJECTS, Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE, Role.ADVERBIAL_CLAUSE, Role.CLAUSE_COMPLEMENT, Role.CONJUNCT}
)


@dataclass(frozen=True, slots=True)
class Pointers:
    """Language data of joining: words that point back, or say "another one", nouns of any event, nouns and verbs.

    ``happening`` are the verbs that say of a noun but that it happens, with the word that they want beside them: « le
    procès s'ouvrira », « aura | lieu »; ``anchoring`` and
    ``enclosing`` are the prepositions before what something came before or after, and during what.
    """

    definite: frozenset[str]
    definite_singular: frozenset[str]
    others: frozenset[str]
    generic: frozenset[str]
    families: Mapping[str, tuple[str, ...]]
    verbs: Mapping[str, tuple[str, ...]]
    happening: Mapping[str, str]
    anchoring: frozenset[str]
    enclosing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Side:
    """Who takes one side of an event: ids of those named, and beginnings of what the others are called."""

    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.names or self.words)

    def and_(self, other: Side) -> Side:
        """Return both sides as one."""
        return Side(self.names | other.names, self.words | other.words)


@dataclass(frozen=True, slots=True)
class Told:
    """One mention of an event, with what joining looks at.

    Attributes
    ----------
    event : Event
        As this mention alone tells it.
    token : Word
    types : frozenset of str
        All types that the word may tell.
    times : frozenset of str
        TIMEX3 values beside it.
    names : dict
        Role → ids of the entities that play it.
    people, bodies : frozenset of str
        Ids of the people, and of the others, in the roles that make the event what it is.
    core : tuple of str
        Last word of whoever and whatever the event befalls, pronouns left out; lower case.
    described : tuple of str
        Those of them that no name is known of, as described.
    points_back, is_another : bool
        The mention has a definite article or a possessive; it says that it is of another event.
    sentence : int
        Number of its sentence.
    frame : str
        Name of the frame that it tells.
    consumed : frozenset of str
        The other words of the phrase that tells it.
    words, numbers : frozenset of str
        Beginnings of the words of meaning, and the numerals, that depend on it closely.
    is_title : bool
        It stands in the line over the article.
    number, place : int
        Its number among the mentions, and the place of its sentence among those that tell: 0 for the title.
    doers, undergoers : Side
        Who does it, and who and what else takes part.
    around : frozenset of str
        Beginnings of the words of meaning in its sentence.
    is_generic : bool
        A noun that may stand for any event: « ce drame », "the move".
    """

    event: Event
    token: Word
    types: frozenset[str]
    times: frozenset[str]
    names: dict[str, frozenset[str]]
    people: frozenset[str]
    bodies: frozenset[str]
    core: tuple[str, ...]
    described: tuple[str, ...]
    points_back: bool
    is_another: bool
    sentence: int
    frame: str = ""
    consumed: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    is_title: bool = False
    number: int = 0
    place: int = 0
    doers: Side = Side()
    undergoers: Side = Side()
    around: frozenset[str] = frozenset()
    is_generic: bool = False

    @property
    def is_noun(self) -> bool:
        """Tell a noun from a verb."""
        return self.token.pos_ == "NOUN"


@dataclass(frozen=True, slots=True)
class DatedSpans:
    """The dates of a text, by the places of their letters, and the letters of all its times."""

    values: Mapping[int, str]
    letters: frozenset[int]

    @classmethod
    def of(cls, times: Iterable[TimeValue]) -> DatedSpans:
        """Lay times out."""
        told = [(time, range(time.mention.start, time.mention.end)) for time in times if time.mention]
        dates = {place: time.timex3 for time, span in told if time.type in {"DATE", "TIME"} for place in span}
        return cls(dates, frozenset(place for _, span in told for place in span))

    def near(self, token: Word) -> frozenset[str]:
        """Return the values of the dates that hang on a trigger directly, or by one word more on a verb."""
        return frozenset([self.values[place] for place in _places_near(token) if place in self.values])


def told_of(
    event: Event,
    token: Word,
    times: DatedSpans,
    language: Language,
    frame: Frame,
    where: tuple[int, int],
) -> Told:
    """Return what joining looks at in a mention; `where` are its number and its place, as `Told` has them."""
    pointers = pointers_of(language)
    inner, core = _inner(event), _core(event)
    close = _close(token, times.letters)
    return Told(
        event=event,
        token=token,
        types=types_of_word(token, language),
        times=times.near(token),
        names=_named(event),
        people=frozenset(player.id for player in inner if player.type == PERSON),
        bodies=frozenset(player.id for player in inner if player.type != PERSON),
        core=tuple(dict.fromkeys(word for player in core for word in str(player).lower().split()[-1:])),
        described=tuple(dict.fromkeys(str(player) for player in core if isinstance(player, Mention))),
        points_back=_points_back(token, pointers),
        is_another=any(child.lower_ in pointers.others or child.lemma_ in pointers.others for child in token.children),
        sentence=token.sent.number,
        frame=frame.name,
        consumed=frame.consumed,
        words=beginnings(close),
        numbers=frozenset(word.lower_ for word in close if word.pos_ == "NUM"),
        number=where[0],
        place=where[1],
        is_title=token.sent.start == 0 and is_heading(sentence_of(token).text),
        doers=_side(event, doing=True),
        undergoers=_side(event, doing=False),
        around=meaning_of(token.sent),
        is_generic=token.pos_ == "NOUN" and token.lemma_.lower() in pointers.generic,
    )


def _named(event: Event) -> dict[str, frozenset[str]]:
    return {
        role: frozenset(player.id for player in players if isinstance(player, Entity))
        for role, players in event.participants.items()
    }


def _inner(event: Event) -> list[Entity]:
    players = (player for role in INNER_ROLES for player in event.participants.get(role, ()))
    return [player for player in players if isinstance(player, Entity)]


def _core(event: Event) -> list[Entity | Mention]:
    """Return who makes the event what it is, pronouns left out."""
    groups = (players for role, players in event.participants.items() if role not in OUTER_ROLES)
    return [one for players in groups for one in players if isinstance(one, Entity) or one.kind != "PRO"]


def beginnings(words: Sequence[Word]) -> frozenset[str]:
    """Return the beginnings of words of meaning."""
    return frozenset(word.lower_[:BEGINNING] for word in words if word.pos_ in MEANING and len(word) > 2)


def meaning_of(sentence: Sentence) -> frozenset[str]:
    """Return the beginnings of a sentence's words of meaning, read once."""
    if sentence.meaning is None:
        sentence.meaning = beginnings(sentence.words)
    return sentence.meaning


def _side(event: Event, *, doing: bool) -> Side:
    players = [
        player
        for role, found in event.participants.items()
        if (role in DOING) == doing and role not in OUTSIDE
        for player in found
    ]
    names = frozenset(player.id for player in players if isinstance(player, Entity))
    words = (
        word
        for player in players
        if isinstance(player, Mention) and player.kind != "PRO"
        for word in player.text.lower().replace("’", "'").replace("'", " ").split()
    )
    return Side(names, frozenset(word[:BEGINNING] for word in words if len(word) > SHORT))


def _close(token: Word, temporal: frozenset[int]) -> list[Word]:
    """Return the words that depend on a trigger within its own clause, times left out."""
    found, waiting = [], list(token.children)
    while waiting:
        word = waiting.pop()
        if word.idx in temporal or word.role in CLAUSES - SUBJECTS:
            continue
        found.append(word)
        waiting.extend(word.children)
    return found


def remention_candidates(words: list[Word], language: Language, known: frozenset[int]) -> list[Word]:
    """Return nouns not taken for events that may take up one told before: « L'acquittement met fin… »."""
    if not words:
        return []
    pointers, lexicon = pointers_of(language), lexicon_of(language)
    families = {noun for nouns in pointers.families.values() for noun in nouns}
    return [
        word
        for sentence in related_sentences(words[0].source)
        for word in words[sentence.start : sentence.end]
        if word.pos_ == "NOUN"
        and word.i not in known
        and (word.lemma_.lower() in families or ("nouns", word.lemma_.lower()) in lexicon.words)
        and _points_back(word, pointers)
    ]


def predicative_nouns(words: list[Word], language: Language, known: frozenset[int]) -> list[Word]:
    """Return nouns not taken for events that a copula says are going on: « était en pourparlers », "went on strike"."""
    grammar, lexicon = grammar_of(language), lexicon_of(language)
    found = []
    for word in words:
        if word.pos_ != "NOUN" or word.i in known or ("nouns", word.lemma_.lower()) not in lexicon.words:
            continue
        bare = (
            word.i > 0 and word.nbor(-1).lower_ in grammar.predicative and preposition_of(word) == word.nbor(-1).lower_
        )
        head = word.head.head if word.role == Role.PREPOSITION_OBJECT else word.head
        carried = head.lemma_ in grammar.copulas or any(child.role == Role.COPULA for child in word.children)
        if bare and carried:
            found.append(word)
    return found


@cache
def pointers_of(language: Language) -> Pointers:
    """Return the language data of joining, from its room ``joining``."""
    words = language.joining
    verbs: dict[str, tuple[str, ...]] = {}
    for verb, nouns in words.families.items():
        for noun in nouns:
            verbs[noun] = (*verbs.get(noun, ()), verb)
    return Pointers(
        definite=frozenset(words.definite),
        definite_singular=frozenset(words.definite_singular),
        others=frozenset(words.others),
        generic=frozenset(words.generic),
        families=words.families,
        verbs=verbs,
        happening={word.partition(" ")[0]: word.partition(" ")[2] for word in language.factuality.occurrence},
        anchoring=_linking(language, "BEFORE", "AFTER"),
        enclosing=_linking(language, "IS_INCLUDED"),
    )


def _linking(language: Language, *relations: str) -> frozenset[str]:
    """Return the words that set what governs them so beside what they introduce."""
    return frozenset(word for link in language.signals.links if link.relation in relations for word in link.words)


def _places_near(token: Word) -> set[int]:
    """Return where the words begin that hang on a trigger, and those on them."""
    near = [child for child in token.children if child.role not in CLAUSES]
    if token.pos_ in VERBAL:
        near += [inner for child in near for inner in child.children if inner.role not in CLAUSES]
    return {part.idx for part in near} | {part.idx for word in near for part in word.children}


def _points_back(token: Word, pointers: Pointers) -> bool:
    """Tell a noun with a definite article, a possessive or somebody's name in the genitive ("Altman's removal")."""
    return any(
        child.role == Role.POSSESSOR or (child.role == Role.DETERMINER and child.lower_ in pointers.definite)
        for child in token.children
    )
