"""Scene: events and times laid out on the tokens of a Doc, for the stages that relate them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from timeline.languages import Language
from timeline.model.event import Event
from timeline.model.mention import Mention, Trigger
from timeline.model.time import TimeValue
from timeline.stages.signals import find_signals, is_set_back
from timeline.stages.source import letters_of, source_of
from timeline.syntax import Role, Word, words_of
from timeline.syntax.words import head_among, sentences_of, words_within

VERBAL = frozenset({"VERB", "AUX"})
_DONE = frozenset({"PAST", "IMPERFECT"})


@dataclass(frozen=True, slots=True)
class EventPlace:
    """One mention of an event, where it stands in the text.

    Attributes
    ----------
    event : Event
    trigger : Trigger
        The mention.
    token : Word
        Its head.
    sentence : int
        Number of its sentence.
    clause : Word
        Head of the clause it belongs to.
    set_back : bool
        Whether a word like « déjà » sets it behind what the report tells.
    habitual : bool
        Whether its clause tells what happens again and again, or happened at some time: « souvent », "each year".
    """

    event: Event
    trigger: Trigger
    token: Word
    sentence: int
    clause: Word
    set_back: bool = False
    habitual: bool = False

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id

    @property
    def looks_back(self) -> bool:
        """True of what lies behind the story by its tense (« avait vendu »), or by a word (« a déjà vendu »)."""
        return self.trigger.looks_back or (self.set_back and self.trigger.tense in _DONE)


@dataclass(frozen=True, slots=True)
class TimePlace:
    """One temporal expression, where it stands in the text; the fields are those of `EventPlace`."""

    time: TimeValue
    token: Word
    first: int
    last: int
    sentence: int
    clause: Word

    @property
    def id(self) -> str:
        """The time's id."""
        return self.time.id


@dataclass(frozen=True, slots=True)
class Scene:
    """All mentions of events, and all times, of one Doc in the order of the text."""

    words: list[Word]
    language: Language
    events: tuple[EventPlace, ...]
    times: tuple[TimePlace, ...]
    sentence_starts: tuple[int, ...]

    @property
    def doc(self) -> Doc:
        """The Doc of its words, which must be alive still; there is none without words."""
        return self.words[0].source

    @property
    def letters(self) -> str:
        """The text that its words stand in."""
        return letters_of(self.doc) if self.words else ""

    def sentence_number(self, index: int) -> int:
        """Return the number of the sentence that a token's index lies in."""
        return bisect_right(self.sentence_starts, index) - 1

    def events_by_sentence(self) -> dict[int, list[EventPlace]]:
        """Return the mentions of events in each sentence that has any."""
        found: dict[int, list[EventPlace]] = {}
        for place in self.events:
            found.setdefault(place.sentence, []).append(place)
        return found

    def times_by_sentence(self) -> dict[int, list[TimePlace]]:
        """Return the times in each sentence that has any."""
        found: dict[int, list[TimePlace]] = {}
        for place in self.times:
            found.setdefault(place.sentence, []).append(place)
        return found


def scene_of(doc: Doc, language: Language, events: tuple[Event, ...], times: tuple[TimeValue, ...]) -> Scene:
    """Lay events and times out on the tokens of a Doc; what belongs to another document is left out.

    Several stages ask for the same ones: a scene is kept with the Doc's words, and like them keeps no Doc alive.
    """
    words = words_of(doc)
    kept: dict[Any, Any] = words[0].layout.answers[scene_of] if words else {}
    asked = id(events), id(times)
    if asked not in kept:
        kept[asked] = (_laid_out(doc, words, language, events, times), events, times)  # which keep their identities
    scene: Scene = kept[asked][0]
    return scene


def _laid_out(
    doc: Doc, words: list[Word], language: Language, events: tuple[Event, ...], times: tuple[TimeValue, ...]
) -> Scene:
    starts = [sentence.start for sentence in sentences_of(words)]
    document = source_of(doc).id
    time_places = [
        _time_place(words, time, time.mention, starts)
        for time in times
        if time.mention is not None and time.mention.document == document and time.mention.start < time.mention.end
    ]
    habits = _habits(words, time_places, language)
    event_places = [
        _event_place(words, event, trigger, starts, habits, language)
        for event in events
        for trigger in event.mentions or (event.trigger,)
        if trigger.document == document
    ]
    event_places.sort(key=_position)
    time_places.sort(key=_position)
    return Scene(words, language, tuple(event_places), tuple(time_places), tuple(starts))


def clause_head(token: Word) -> Word:
    """Return the nearest verb at or above a token, the sentence's root where there is none.

    An auxiliary or a copula stands for the word that it serves.
    """
    head = token
    while head.head.i != head.i and not (head.pos_ == "VERB" or _has_copula(head)):
        head = head.head
    return head


def path_up(token: Word) -> Iterator[Word]:
    """Yield a token and its governors up to the root."""
    yield token
    while token.head.i != token.i:
        token = token.head
        yield token


def _has_copula(token: Word) -> bool:
    return any(child.role == Role.COPULA for child in token.lefts) or (
        token.pos_ == "AUX" and token.role in CLAUSAL_AUX
    )


CLAUSAL_AUX = frozenset({Role.ROOT, Role.CLAUSE_COMPLEMENT, Role.ADVERBIAL_CLAUSE, Role.RELATIVE_CLAUSE, Role.CONJUNCT})


def _position(place: EventPlace | TimePlace) -> tuple[int, str]:
    return place.token.i, place.id


def _event_place(
    words: list[Word], event: Event, trigger: Trigger, starts: list[int], habits: Set[int], language: Language
) -> EventPlace:
    token = head_among(_words(words, trigger))
    clause, set_back = clause_head(token), is_set_back(token, language)
    sentence = bisect_right(starts, token.i) - 1
    return EventPlace(event, trigger, token, sentence, clause, set_back, clause.i in habits)


def _habits(words: list[Word], times: Sequence[TimePlace], language: Language) -> Set[int]:
    """Return the clauses that tell what happens again and again, or happened at some time."""
    found = {clause_head(words[signal.start]).i for signal in find_signals(words, language.signals.habits)}
    return found | {time.clause.i for time in times if time.time.type == "SET"}


def _time_place(words: list[Word], time: TimeValue, mention: Mention, starts: list[int]) -> TimePlace:
    span = _words(words, mention)
    token = head_among(span)
    return TimePlace(time, token, span[0].i, span[-1].i, bisect_right(starts, token.i) - 1, clause_head(token))


def _words(words: list[Word], mention: Mention) -> Sequence[Word]:
    span = words_within(words, mention.start, mention.end)
    if not span:
        raise ValueError(f"{mention} lies outside its document.")
    return span
