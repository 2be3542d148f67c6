"""Scene: events and times laid out on the tokens of a Doc, for the stages that relate them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from timeline.languages import Language
from timeline.model.event import Event
from timeline.model.mention import Mention, Trigger
from timeline.model.time import TimeValue
from timeline.stages.signals import is_set_back
from timeline.stages.source import source_of
from timeline.syntax import Role, role_of

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
    token : Token
        Its head token.
    sentence : int
        Number of its sentence.
    clause : Token
        Head of the clause it belongs to.
    set_back : bool
        Whether a word like « déjà » sets it behind what the report tells.
    """

    event: Event
    trigger: Trigger
    token: Token
    sentence: int
    clause: Token
    set_back: bool = False

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
    token: Token
    first: int
    last: int
    sentence: int
    clause: Token

    @property
    def id(self) -> str:
        """The time's id."""
        return self.time.id


@dataclass(frozen=True, slots=True)
class Scene:
    """All mentions of events, and all times, of one Doc in the order of the text."""

    doc: Doc
    language: Language
    events: tuple[EventPlace, ...]
    times: tuple[TimePlace, ...]
    sentence_starts: tuple[int, ...]

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
    """Lay events and times out on the tokens of a Doc; what belongs to another document is left out."""
    starts = [sentence.start for sentence in doc.sents]
    document = source_of(doc).id
    event_places = [
        _event_place(doc, event, trigger, starts, language)
        for event in events
        for trigger in event.mentions or (event.trigger,)
        if trigger.document == document
    ]
    time_places = [
        _time_place(doc, time, time.mention, starts)
        for time in times
        if time.mention is not None and time.mention.document == document and time.mention.start < time.mention.end
    ]
    event_places.sort(key=_position)
    time_places.sort(key=_position)
    return Scene(doc, language, tuple(event_places), tuple(time_places), tuple(starts))


def clause_head(token: Token) -> Token:
    """Return the nearest verb at or above a token, the sentence's root where there is none.

    An auxiliary or a copula stands for the word that it serves.
    """
    head = token
    while head.head.i != head.i and not (head.pos_ == "VERB" or _has_copula(head)):
        head = head.head
    return head


def path_up(token: Token) -> Iterator[Token]:
    """Yield a token and its governors up to the root."""
    yield token
    while token.head.i != token.i:
        token = token.head
        yield token


def _has_copula(token: Token) -> bool:
    return any(role_of(child) == Role.COPULA for child in token.lefts) or (
        token.pos_ == "AUX" and role_of(token) in CLAUSAL_AUX
    )


CLAUSAL_AUX = frozenset({Role.ROOT, Role.CLAUSE_COMPLEMENT, Role.ADVERBIAL_CLAUSE, Role.RELATIVE_CLAUSE, Role.CONJUNCT})


def _position(place: EventPlace | TimePlace) -> tuple[int, str]:
    return place.token.i, place.id


def _event_place(doc: Doc, event: Event, trigger: Trigger, starts: list[int], language: Language) -> EventPlace:
    token = _words(doc, trigger).root
    set_back = is_set_back(token, language)
    return EventPlace(event, trigger, token, bisect_right(starts, token.i) - 1, clause_head(token), set_back)


def _time_place(doc: Doc, time: TimeValue, mention: Mention, starts: list[int]) -> TimePlace:
    span = _words(doc, mention)
    token = span.root
    return TimePlace(time, token, span.start, span.end - 1, bisect_right(starts, token.i) - 1, clause_head(token))


def _words(doc: Doc, mention: Mention) -> Span:
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"{mention} lies outside its document.")
    return span
