"""Cues: what the words around one event, or one time, tell of its order; read once, used for every pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, islice

from timeline.languages.base import language_or_fallback
from timeline.languages.contract import Signals
from timeline.model.mention import Trigger
from timeline.model.time import TimeValue
from timeline.reasoning.calendar import interval_of
from timeline.stages.ordering.hashing import Table, between, table_of
from timeline.stages.scene import EventPlace, Scene, TimePlace, path_up
from timeline.stages.signals import Signal, find_signals, signal_before
from timeline.syntax import Role, Word
from timeline.syntax.tokens import tag_of
from timeline.syntax.voice import AUXILIARIES

OTHER = "other"
STEM = 5
QUOTES = {'"': None, "``": True, "''": False, "“": True, "”": False, "«": True, "»": False}
INTRODUCING = frozenset({Role.MARKER, Role.PREPOSITION, Role.CASE, Role.ADVERB, Role.COORDINATOR})
SERVING = AUXILIARIES | {Role.NEGATION}
CARRYING = frozenset({"ADP", "SCONJ"})
CONNECTING = frozenset({"CCONJ", "SCONJ", "ADP", "ADV"})
HIGHEST = 20  # tokens from an event up to the root; parses of lists can be deeper


@dataclass(frozen=True, slots=True)
class EventCues:
    """What tells of one event; words are written ``"en:say"``, so that no language learns from another's words.

    Attributes
    ----------
    place : EventPlace
    word, group : str
        Its lemma; its auxiliaries and tag.
    tense, kind, pos, role : str
        Tense, aspect and modality; TimeML class; part of speech; grammatical role.
    clause_tense : str
        Tense of the clause it stands in, if that is headed by an event.
    path : str
        Roles on the way up to the event that governs it.
    governor : EventPlace or None
        That event.
    introduced : tuple of str
        Words that introduce it.
    preposition : str
        The one that governs it.
    link, adverb : str
        Relation that a signal beside it tells.
    quoted, reported : bool
    time : TimePlace or None
        The first time in its clause.
    stem : str
        The beginning of its word, which a verb and its noun mostly share.
    turn : str
        Whether it comes first, last or between others in its sentence.
    opening : str
        The first word of its sentence.
    """

    place: EventPlace
    word: str
    group: str
    tense: str
    kind: str
    pos: str
    role: str
    clause_tense: str
    path: str
    governor: EventPlace | None
    introduced: tuple[str, ...]
    preposition: str
    link: str
    adverb: str
    quoted: bool
    reported: bool
    time: TimePlace | None
    stem: str
    turn: str
    opening: str


@dataclass(frozen=True, slots=True)
class TimeCues:
    """What tells of one time: `shape` is the kind of its value, `signal` the relation its preposition tells."""

    place: TimePlace
    alone: tuple[str, ...]
    shape: str
    signal: str
    preposition: str
    text: str


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of a whole scene, beside what pairs look up between their ends.

    Attributes
    ----------
    scene : Scene
    events, times : tuple of EventCues, mapping of str to TimeCues
    alone : Table
        The features of each event alone.
    links, adverbs : mapping of int to Signal
        By token.
    event_tokens : mapping of int to EventPlace
    connecting : mapping of int to str
        Conjunctions, prepositions and adverbs, by token.
    commas : tuple of int
        How many there are before each token.
    ways : mapping of int to tuple
        The token of each event and time, and what governs it up to the root, each with its role; ``""`` for words
        that only connect.
    """

    scene: Scene
    events: tuple[EventCues, ...]
    times: Mapping[str, TimeCues]
    alone: Table
    links: Mapping[int, Signal]
    adverbs: Mapping[int, Signal]
    event_tokens: Mapping[int, EventPlace]
    connecting: Mapping[int, str]
    commas: tuple[int, ...]
    ways: Mapping[int, tuple[tuple[int, str], ...]]

    def among(self, low: int, high: int) -> Cues:
        """Return the cues of the events from one to before another alone."""
        return replace(self, events=self.events[low:high], alone=between(self.alone, low, high))


def cues_of(scene: Scene) -> Cues:
    """Read the cues of all events and times."""
    links = _by_token(scene, scene.language.signals.links)
    adverbs = _by_token(scene, scene.language.signals.adverbs)
    tokens = {place.token.i: place for place in scene.events}
    roles = role_names(scene.language.code)
    times: dict[int, TimePlace] = {}
    for time in reversed(scene.times):
        times[time.clause.i] = time
    words = [word.text for word in scene.words]
    reader = _Reader(scene, links, adverbs, tokens, roles, times, quoted_words(words), _turns(scene))
    events = tuple(reader.event(place) for place in scene.events)
    return Cues(
        scene,
        events,
        {place.id: reader.time(place) for place in scene.times},
        table_of([list(_features_alone(event)) for event in events]),
        links,
        adverbs,
        tokens,
        {word.i: reader.word(word.text) for word in scene.words if word.pos_ in CONNECTING},
        tuple(accumulate((word == "," for word in words), initial=0)),
        {index: reader.way(scene.words[index]) for index in (*tokens, *(time.token.i for time in scene.times))},
    )


@cache
def role_names(code: str) -> Mapping[str, str]:
    """Return the coarser names of roles that the learned weights know, by the names of roles."""
    named = language_or_fallback(code).ordering.roles
    return {role: name for name, roles in named.items() for role in roles}


def tense_of(trigger: Trigger) -> str:
    """Return tense, aspect and whether a modal is there, in one word."""
    return f"{trigger.tense}.{trigger.aspect}{'.M' if trigger.modality else ''}"


def shape_of(time: TimeValue) -> str:
    """Return what kind of value a time has, whether resolved or not: its granularity, the unit of a duration.

    Examples
    --------
    >>> shape_of(TimeValue(id="t1", type="DATE", timex3="2023-11-17"))
    'day'
    >>> shape_of(TimeValue(id="t1", type="DURATION", timex3="P3D"))
    'DURATION D'
    """
    if time.type in ("DURATION", "SET"):
        return f"{time.type} {time.timex3[-1:]}"
    if time.timex3.endswith("_REF"):
        return time.timex3
    if time.granularity is not None:
        return time.granularity.value
    interval = interval_of(time.timex3)
    return interval.granularity.value if interval else OTHER


@dataclass(frozen=True, slots=True)
class _Reader:
    scene: Scene
    links: Mapping[int, Signal]
    adverbs: Mapping[int, Signal]
    event_tokens: Mapping[int, EventPlace]
    roles: Mapping[str, str]
    clause_times: Mapping[int, TimePlace]
    quoted: tuple[bool, ...]
    turns: Mapping[int, tuple[int, int]]

    def event(self, place: EventPlace) -> EventCues:
        token, trigger = place.token, place.trigger
        governor, path = self._governor(token)
        clause = self.event_tokens.get(place.clause.i)
        before = list(token.lefts)
        return EventCues(
            place=place,
            word=self.word(trigger.lemma or token.lemma_),
            group=self.word("+".join((*(child.lower_ for child in before if _serves(child)), tag_of(token)))),
            tense=tense_of(trigger),
            kind=trigger.timeml_class,
            pos=trigger.pos,
            role=self.role(token),
            clause_tense=tense_of(clause.trigger) if clause else "?",
            path=path,
            governor=governor,
            introduced=tuple(self.word(child.lower_) for child in before if self._introduces(child)),
            preposition=self.word(token.head.lower_) if token.head.pos_ in CARRYING else "",
            link=self._link(token),
            adverb=next((self.adverbs[child.i].relation for child in token.children if child.i in self.adverbs), ""),
            quoted=self.quoted[token.i],
            reported=governor is not None and governor.trigger.timeml_class == "REPORTING",
            time=self.clause_times.get(place.clause.i),
            stem=(trigger.lemma or token.lemma_).lower()[:STEM],
            turn=self._turn(place),
            opening=self.word(self.scene.words[self.scene.sentence_starts[place.sentence]].lower_),
        )

    def time(self, place: TimePlace) -> TimeCues:
        words = self.scene.words
        signal = signal_before(words, place.first, self.scene.language.signals.times)
        before = place.first - 1
        while before > 0 and words[before].pos_ == "DET":
            before -= 1
        carried = before >= 0 and words[before].pos_ in CARRYING
        shape, relation = shape_of(place.time), signal.relation if signal else ""
        preposition = self.word(words[before].lower_) if carried else ""
        first, last = words[place.first], words[place.last]
        text = self.word(self.scene.letters[first.idx : last.idx + len(last)])
        alone = (
            f"type={place.time.type}", f"shape={shape}", f"signal={relation}", f"prep={preposition}", f"text={text}",
            f"first={self.word(first.text)}", f"last={self.word(last.text)}",
        )  # fmt: skip
        return TimeCues(place, alone, shape, relation, preposition, text)

    def _turn(self, place: EventPlace) -> str:
        first, last = self.turns[place.sentence]
        if first == last:
            return "only"
        return "first" if place.token.i == first else "last" if place.token.i == last else "between"

    def word(self, text: str) -> str:
        return f"{self.scene.language.code}:{text.lower()}"

    def way(self, token: Word) -> tuple[tuple[int, str], ...]:
        return tuple((one.i, "" if one.pos_ == "ADP" else self.role(one)) for one in islice(path_up(token), HIGHEST))

    def role(self, token: Word) -> str:
        return self.roles.get(token.role, OTHER)

    def _introduces(self, child: Word) -> bool:
        return child.role in INTRODUCING or child.i in self.links or child.i in self.adverbs

    def _link(self, token: Word) -> str:
        edge = token.left_edge.i
        beside = [*(child.i for child in token.lefts), edge, edge - 1]
        if token.head.i < token.i:
            beside.append(token.head.i)
        return next((self.links[index].relation for index in reversed(beside) if index in self.links), "")

    def _governor(self, token: Word) -> tuple[EventPlace | None, str]:
        roles: list[str] = []
        while token.head.i != token.i:
            roles.append(self.role(token))
            token = token.head
            if token.i in self.event_tokens:
                return self.event_tokens[token.i], ">".join(roles[:3])
        return None, ">".join(roles[:3])


def _features_alone(cues: EventCues) -> Iterator[str]:
    trigger = cues.place.trigger
    yield from (
        f"word={cues.word}", f"tense={cues.tense}", f"kind={cues.kind}", f"pos={cues.pos}", f"role={cues.role}",
        f"tense={cues.tense}|{cues.kind}", f"group={cues.group}", f"clause={cues.clause_tense}", f"path={cues.path}",
        f"time={cues.time.time.type if cues.time else ''}", f"quoted={cues.quoted}", f"reported={cues.reported}",
        f"link={cues.link}", f"adverb={cues.adverb}", f"prep={cues.preposition}", f"polarity={trigger.polarity}",
        f"turn={cues.turn}", f"turn={cues.turn}|{cues.tense}|{cues.kind}",
        f"ending={cues.word[:3]}{cues.word[-3:]}|{cues.pos}",
    )  # fmt: skip
    yield from (f"introduced={word}" for word in cues.introduced)
    if cues.pos == "NOUN":
        yield f"clause={cues.clause_tense}|{cues.role}"
    if cues.governor is None:
        yield "governor=none"
    else:
        above = cues.governor.trigger
        tense = tense_of(above)
        yield from (
            f"governor={cues.word[:3]}{above.lemma}", f"governor={above.timeml_class}", f"governor={tense}",
            f"governor={tense}|{cues.tense}|{cues.path}",
        )  # fmt: skip


def _turns(scene: Scene) -> dict[int, tuple[int, int]]:
    """Return the first and the last event's token in each sentence."""
    return {
        sentence: (places[0].token.i, places[-1].token.i) for sentence, places in scene.events_by_sentence().items()
    }


def _serves(child: Word) -> bool:
    return child.role in SERVING


def _by_token(scene: Scene, signals: tuple[Signals, ...]) -> dict[int, Signal]:
    found = find_signals(scene.words, signals)
    return {index: signal for signal in found for index in range(signal.start, signal.end)}


def quoted_words(words: Sequence[str]) -> tuple[bool, ...]:
    """Return for each word whether it stands between quotation marks."""
    inside, found = False, []
    for word in words:
        if word in QUOTES:
            opens = QUOTES[word]
            inside = not inside if opens is None else opens
        found.append(inside)
    return tuple(found)
