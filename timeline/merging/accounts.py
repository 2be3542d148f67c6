"""What joining looks at in one document's telling of an event, read once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime, timedelta
from functools import cache

from timeline.languages.base import language_or_fallback
from timeline.merging.copies import Copies, Place
from timeline.merging.parts import day_of
from timeline.merging.variants import Bearer
from timeline.model.dates import parse_reference_date
from timeline.model.entity import PERSON, PLACE, Entity
from timeline.model.event import Event
from timeline.model.mention import Mention, Trigger
from timeline.model.timeline import Timeline
from timeline.model.who import fold

OTHER = "Other"
ACTUAL, OPEN, DENIED = "actual", "open", "denied"
STANDINGS = {
    "factual": ACTUAL,
    "reported": ACTUAL,
    "possible": OPEN,
    "future": OPEN,
    "negated": DENIED,
    "counterfactual": DENIED,
}
# Roles that make an event what it is; many agents do the same to the same.
_INNER = frozenset(
    {"person", "victim", "patient", "artifact", "defendant", "target", "winner", "loser", "participant", "predecessor"}
)
_RELATED = "related"  # who is only named in a description of somebody who takes part
_STEM = 6  # letters that words of one family share
_SHORTEST = 4  # letters of a word that tells a topic
_NARROW = timedelta(days=7)  # bounds that tell nearly when

_WORD = re.compile(r"[^\W\d_]\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_NO_DAY = datetime(1, 1, 1)  # before all others

Interval = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Account:
    """One document's telling of an event.

    Attributes
    ----------
    part : int
        Number of the part that tells it.
    event : Event
        As it tells it.
    voice : str
        Id of the document, or of the one that it copies.
    telling : tuple
        The first sentence that says the same, the trigger, and which of the like triggers there it is.
    kind : str
        Type of the event, empty where none fits.
    stems : frozenset of str
        Families of its trigger words; short ones with the language, long ones are often cognates.
    inner, players, places : frozenset of str
        Ids of the story's entities: in the roles that make the event what it is; in any role but places; places.
    persons : frozenset of str
        The people among the players.
    near : frozenset of str
        Ids of everybody and everything that its sentence names.
    numbers : frozenset of str
        Numbers in its sentence, but those of dates.
    day : (datetime, datetime) or None
        The time that the document gives it.
    published : datetime or None
        The day of the document.
    standing : str
        ``"actual"``, ``"open"`` or ``"denied"``.
    language : str
    words, clause : frozenset of str
        Stems of the words of its sentence, and of its headline.
    likely : date or None
        The one day that it is of, told or inferred.
    """

    part: int
    event: Event
    voice: str
    telling: tuple[Place, str, int]
    kind: str
    stems: frozenset[str]
    inner: frozenset[str]
    players: frozenset[str]
    places: frozenset[str]
    persons: frozenset[str]
    near: frozenset[str]
    numbers: frozenset[str]
    day: Interval | None
    published: datetime | None
    standing: str
    language: str
    words: frozenset[str]
    clause: frozenset[str]
    likely: Date | None

    @property
    def anchor(self) -> datetime:
        """Where it stands beside others: its own time, the first of close bounds, or the day of its document."""
        if self.day:
            return self.day[0]
        first, last = self.event.earliest, self.event.latest
        return first if first and last and last - first <= _NARROW else self.published or _NO_DAY


def accounts_of(parts: Sequence[Timeline], entity_of: Mapping[Bearer, Entity], copies: Copies) -> list[Account]:
    """Return every telling of every event, by part and then by place in the text.

    Parameters
    ----------
    parts : sequence of Timeline
    entity_of : mapping
        As from `timeline.merging.people.joined_entities`.
    copies : Copies

    Examples
    --------
    >>> accounts_of([], {}, Copies({}, {}, {}))
    []
    """
    called = {fold(entity.name): entity.id for entity in entity_of.values()}  # once, not for each part
    return [
        account
        for number, part in enumerate(parts)
        for account in _of_part(number, part, entity_of, copies, _Names(number, part, entity_of, called))
    ]


def _of_part(
    number: int, part: Timeline, entity_of: Mapping[Bearer, Entity], copies: Copies, named_in: _Names
) -> Iterator[Account]:
    languages = {document.id: document.lang or "" for document in part.documents}
    dates = {document.id: parse_reference_date(document.date) for document in part.documents}
    repeated: Counter[tuple[Place, str]] = Counter()
    dated = _dated(part)
    for event in sorted(part.events, key=_place):
        document = event.trigger.document
        language = languages.get(document, "")
        sentence = copies.sentence(event.trigger)
        word = fold(event.trigger.text)
        repeated[sentence, word] += 1
        published = dates.get(document) or part.reference_date
        stems = _stems(event, language)
        named = _named(number, event, entity_of)
        everybody = [entity for entities in named.values() for entity in entities]
        places = _ids(everybody, PLACE)
        yield Account(
            part=number,
            event=event,
            voice=copies.voice(document),
            telling=(sentence, word, repeated[sentence, word]),
            kind="" if event.type == OTHER else event.type,
            stems=stems,
            inner=frozenset(entity.id for role in _INNER for entity in named[role] if entity.type != PLACE),
            players=frozenset(entity.id for entity in everybody) - places,
            places=places,
            persons=_ids(everybody, PERSON),
            near=named_in.within(event.passage) | named_in.unknown(event, dated[document]),
            numbers=_numbers(event, dated[document]),
            day=_day(event),
            published=published and day_of(published),
            standing=STANDINGS[event.factuality],
            language=language,
            words=_topic(event.passage.text, language),
            clause=_clause(event, language),
            likely=event.when.day if event.when is not None else None,
        )


def _dated(part: Timeline) -> defaultdict[str, list[tuple[int, int]]]:
    """Return the spans of the dates of each document."""
    dated: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for time in part.times:
        if time.mention:
            dated[time.mention.document].append((time.mention.start, time.mention.end))
    return dated


def _ids(entities: Iterable[Entity], type: str) -> frozenset[str]:
    return frozenset(entity.id for entity in entities if entity.type == type)


def _stems(event: Event, language: str) -> frozenset[str]:
    words = (word for mention in _mentions(event) for word in (mention.lemma, mention.text) if word)
    return frozenset(stem for word in words for stem in stems_of(word, language))


def _place(event: Event) -> tuple[int, int, str]:
    return event.trigger.start, event.trigger.end, event.id


def _mentions(event: Event) -> tuple[Trigger, ...]:
    return event.mentions or (event.trigger,)


def _named(number: int, event: Event, entity_of: Mapping[Bearer, Entity]) -> dict[str, list[Entity]]:
    named: dict[str, list[Entity]] = defaultdict(list)
    for role, players in event.participants.items():
        for player in players if role != _RELATED else ():
            if isinstance(player, Entity) and (number, player.id) in entity_of:
                named[role].append(entity_of[number, player.id])
    return named


def _numbers(event: Event, dated: Sequence[tuple[int, int]]) -> frozenset[str]:
    """Return the numbers of an event's sentence, but those of dates."""
    start = event.passage.start
    return frozenset(
        match.group().replace(",", ".")
        for match in _NUMBER.finditer(event.passage.text)
        if not any(first < start + match.end() and start + match.start() < last for first, last in dated)
    )


class _Names:
    """The names in a part, by place."""

    def __init__(
        self, number: int, part: Timeline, entity_of: Mapping[Bearer, Entity], called: Mapping[str, str]
    ) -> None:
        placed: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._called = called
        self._spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for entity in part.entities:
            for mention in entity.mentions:
                placed[mention.document].append((mention.start, entity_of[number, entity.id].id))
                self._spans[mention.document].append((mention.start, mention.end))
        self._placed = {document: sorted(names) for document, names in placed.items()}

    def within(self, passage: Mention) -> frozenset[str]:
        """Return the ids of what a passage names."""
        names = self._placed.get(passage.document, [])
        first, last = bisect_left(names, (passage.start, "")), bisect_left(names, (passage.end, ""))
        return frozenset(id for _, id in names[first:last])

    def unknown(self, event: Event, dated: Sequence[tuple[int, int]]) -> frozenset[str]:
        """Return the words of a headline that are written like names, and are none that is known: « ChatGPT »."""
        passage = event.passage
        known = [*self._spans.get(passage.document, ()), *dated]
        headline = set(_WORD.findall(event.label))
        return frozenset(
            self._called.get(fold(match.group()), fold(match.group()))
            for match in _WORD.finditer(passage.text)
            if match.group() in headline
            and match.group() not in (match.group().lower(), match.group().capitalize() if not match.start() else "")
            and not any(start <= passage.start + match.start() < end for start, end in known)
        )


def _day(event: Event) -> Interval | None:
    """Return the calendar interval that the document gives an event."""
    time = event.time
    return (time.start, time.end) if time is not None and time.resolved and time.start and time.end else None


def stems_of(word: str, language: str) -> tuple[str, ...]:
    """Return what words of one family share: a word's stem, and that of the verb that the language lists it under.

    Short stems are a language's own; of long ones that two languages share most are cognates. What a language lists
    among the deeds of its room ``merging`` has a stem of all languages besides.

    Examples
    --------
    >>> {*stems_of("éviction", "fr")} & {*stems_of("évincer", "fr")}, stems_of("fell", "en")
    ({'evince'}, ('en:fell',))
    >>> {*stems_of("ouverture", "fr")} & {*stems_of("opened", "en"), *stems_of("open", "en")}
    {':open'}
    """
    folded = fold(word)
    stems = dict.fromkeys(form[:_STEM] for form in (folded, _families(language).get(folded, folded)))
    own = (stem if len(stem) == _STEM else f"{language}:{stem}" for stem in stems)
    return *own, *_deeds(language).get(folded, ())


@cache
def _deeds(language: str) -> dict[str, tuple[str, ...]]:
    """Return what words tell of in every language, by the word: « ouverture » of ``":open"``."""
    named: dict[str, tuple[str, ...]] = {}
    for deed, words in language_or_fallback(language).merging.deeds.items():
        for word in map(fold, words):
            named[word] = (*named.get(word, ()), f":{deed}")
    return named


def _clause(event: Event, language: str) -> frozenset[str]:
    """Return the words of a headline, that of the event by its dictionary form."""
    trigger = event.trigger
    told = _topic(event.label, language) - _topic(trigger.text, language)
    return told | {in_language(stem, language) for stem in stems_of(trigger.lemma or trigger.text, language)}


def in_language(stem: str, language: str) -> str:
    """Return a stem as the words of a topic are kept: with the language."""
    return stem if ":" in stem else f"{language}:{stem}"


@cache
def _families(language: str) -> dict[str, str]:
    """Return the verb of each noun that a language lists in its room ``joining``, folded."""
    verbs: dict[str, str] = {}
    for verb, nouns in language_or_fallback(language).joining.families.items():
        for noun in nouns:
            verbs.setdefault(fold(noun), fold(verb))
    return verbs


def _topic(text: str, language: str) -> frozenset[str]:
    return frozenset(f"{language}:{word[:_STEM]}" for word in re.findall(r"\w+", fold(text)) if len(word) >= _SHORTEST)
