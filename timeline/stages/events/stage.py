"""The stage: triggers described one by one, mentions of one event joined, headlines and salience given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from timeline.languages import Language
from timeline.languages.grammar import Role
from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.model.mention import Evidence
from timeline.model.participants import Participant, Participants
from timeline.model.time import TimeValue
from timeline.reasoning.calibration import JOIN, confidence_of
from timeline.stages.antecedents import get_antecedents
from timeline.stages.events.cast import Cast, cast_of
from timeline.stages.events.detection import Detection, Sight, describe_all, detect, sight_of
from timeline.stages.events.doers import Deeds, Told, deeds_of, inferred_doers, told_doers
from timeline.stages.events.drafts import Draft, Telling
from timeline.stages.events.factuality import standing_of
from timeline.stages.events.focus import Focus, focus_of
from timeline.stages.events.joining import join
from timeline.stages.events.labels import headline_of
from timeline.stages.events.naming import Desk, desk_of
from timeline.stages.events.participants import participants_of, slotted
from timeline.stages.events.phrases import BLOWS, carries, head_of, is_phase
from timeline.stages.events.reader import Reader, reader_of
from timeline.stages.events.retelling import DatedSpans, predicative_nouns, remention_candidates, told_of
from timeline.stages.events.retelling import Told as Retold
from timeline.stages.events.salience import salience_of, signs_of, told_once
from timeline.stages.events.surroundings import surroundings
from timeline.stages.events.types import NO_TYPE, Frame, frame_of
from timeline.stages.events.uniting import Part, united
from timeline.stages.events.words import Word, sentence_of
from timeline.stages.reading.publication import marks_of_publication
from timeline.stages.source import letters_of
from timeline.syntax.arguments import Argument, arguments
from timeline.syntax.functions import Grammar, grammar_of
from timeline.syntax.voice import VERBAL

# Which mention's word counts when mentions of one event stand differently; a noun's "factual" is mere habit.
DIGITS = 3
Wants = tuple[str, ...]  # by the names of `drafts.FAULTS`
FIRMNESS = ("factual", "negated", "reported", "future", "possible", "counterfactual")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the description of every event of one document needs."""

    language: Language
    grammar: Grammar
    cast: Cast
    reader: Reader
    sight: Sight
    desk: Desk
    focus: Focus
    marks: tuple[tuple[int, int], ...]  # where the page says when it was published or changed


@dataclass(frozen=True, slots=True)
class _Described:
    """One mention of an event, with what its headline is made from."""

    event: Event
    token: Word
    slots: tuple[tuple[str, Word], ...]
    frame: Frame


def find_events(
    doc: Doc, language: Language, entities: tuple[Entity, ...] = (), times: tuple[TimeValue, ...] = ()
) -> tuple[Event, ...]:
    """Find the events of a document, mentions of one event joined, in the order of the text.

    Parameters
    ----------
    doc : Doc
        With a parse.
    language : Language
    entities, times : tuple
        Of the same document; participants point at entities, and times keep like events apart.

    Returns
    -------
    tuple of Event
        ``"e1"``, ``"e2"``… by first mention; without time and bounds, which later stages give.

    Examples
    --------
    >>> import timeline
    >>> from timeline.languages import get_language
    >>> doc = timeline.load("en")("The board fired its chairman. The dismissal surprised investors.")
    >>> [(event.type, len(event.mentions)) for event in find_events(doc, get_language("en"))][:1]
    [('Personnel.End-Position', 2)]
    """
    reading = _reading(doc, language, entities, times)
    members, again = _members(doc, reading, times)
    told = tuple(_told_events(members, reading))
    places = [group[0].token.i for group in members]
    worth = told_once([_salience(event, wants, group, reading) for event, wants, group in told], places, again)
    return tuple(replace(event, salience=salience) for (event, _, _), salience in zip(told, worth, strict=True))


def mentions_of(
    doc: Doc, language: Language, entities: tuple[Entity, ...] = (), times: tuple[TimeValue, ...] = ()
) -> tuple[Retold, ...]:
    """Return the mentions of events as joining sees them, in the order of the text: what the joiner learns from."""
    reading = _reading(doc, language, entities, times)
    described = _described(doc, reading)[0]
    return tuple(_told(described, times, language, reading.focus.places))


def weighed_events(
    doc: Doc, language: Language, entities: tuple[Entity, ...] = (), times: tuple[TimeValue, ...] = ()
) -> tuple[tuple[Event, tuple[str, ...]], ...]:
    """Return each event with the signs that its salience is weighed by: what salience learns from, and why it is so."""
    reading = _reading(doc, language, entities, times)
    found = []
    for event, _, group in _told_events(_members(doc, reading, times)[0], reading):
        frame, tokens = max(group, key=_telling).frame, tuple(one.token for one in group)
        found.append((event, signs_of(event, frame, tokens, reading.focus)))
    return tuple(found)


def describe_events(
    doc: Doc,
    spans: Iterable[tuple[int, int]],
    language: Language,
    entities: tuple[Entity, ...] = (),
    times: tuple[TimeValue, ...] = (),
) -> tuple[Event, ...]:
    """Describe triggers that are known already, one event each, in the given order.

    Examples
    --------
    >>> import timeline
    >>> from timeline.languages import get_language
    >>> doc = timeline.load("en")("The board may fire its chairman.")
    >>> describe_events(doc, [(14, 18)], get_language("en"))[0].factuality
    'possible'
    """
    reading = _reading(doc, language, entities, times)
    found = describe_all(doc, spans, language, sight=reading.sight)
    groups = [[_describe(detection, reading)] for detection in found]
    described = []
    for number, group in enumerate(groups, start=1):
        event, headline = _headed(group, reading)
        event = replace(event, id=f"e{number}", label=headline.text)
        described.append(replace(event, salience=_salience(event, headline.wants, group, reading)))
    return tuple(described)


def _described(doc: Doc, reading: _Reading) -> tuple[dict[int, _Described], frozenset[int]]:
    """Return all mentions by the place of their word, and the places of those that are events by themselves."""
    words, language = reading.sight.words, reading.language
    found = detect(doc, language, sight=reading.sight)
    detected = [one for one in found if not _is_of_a_date(one, reading)]
    described = {detection.token: _describe(detection, reading) for detection in detected}
    missed = remention_candidates(words, language, frozenset(described))
    going_on = predicative_nouns(words, language, frozenset(described))
    spans = [(word.idx, word.idx + len(word)) for word in (*going_on, *missed)]
    again = describe_all(doc, spans, language, sight=reading.sight)
    described |= {detection.token: _describe(detection, reading) for detection in again}
    described = {place: one for place, one in described.items() if not _is_body(one, reading)}
    known = {*(detection.token for detection in detected), *(word.i for word in going_on)}
    return described, frozenset(known & described.keys())


def _is_body(one: _Described, reading: _Reading) -> bool:
    """Tell a body of people that acts, and of which no frame makes a deed: « le | conseil | d'administration »."""
    word, acting = one.token, one.token.role in {Role.SUBJECT, Role.AGENT}
    return word.pos_ == "NOUN" and acting and not one.frame.name and "organisation" in reading.cast.kinds_of_noun(word)


def _is_of_a_date(one: Detection, reading: _Reading) -> bool:
    """Tell a word of when the page was published, and a noun of a date: « fini fin 2025 »."""
    start = one.trigger.start
    if any(first <= start < end for first, end in reading.marks):
        return True
    return one.trigger.pos == "NOUN" and start in reading.cast.temporal


def _members(
    doc: Doc, reading: _Reading, times: tuple[TimeValue, ...]
) -> tuple[list[list[_Described]], Mapping[tuple[int, int], float]]:
    """Return the mentions of each event, in the order of the text; and which events may be one after all."""
    described, known = _described(doc, reading)
    language = reading.language
    told = _told(described, times, language, reading.focus.places)
    joined = join(told, language, reading.grammar)
    groups = [group for group in joined.groups if any(one.token.i in known for one in group)]
    return [[_as_sure(described[one.token.i], joined.sure) for one in group] for group in groups], joined.again


def _as_sure(one: _Described, sure: Mapping[int, float]) -> _Described:
    """Return a mention with how likely it tells its event."""
    if one.token.i not in sure:
        return one
    trigger = replace(one.event.trigger, confidence=round(confidence_of(JOIN, sure[one.token.i]), DIGITS))
    return replace(one, event=replace(one.event, trigger=trigger, mentions=(trigger,)))


def _told(
    described: Mapping[int, _Described], times: Sequence[TimeValue], language: Language, places: Mapping[int, int]
) -> list[Retold]:
    dated = DatedSpans.of(times)
    return [
        told_of(one.event, one.token, dated, language, one.frame, (number, places[one.token.sent.number]))
        for number, (_, one) in enumerate(sorted(described.items()))
    ]


def _told_events(
    members: Sequence[Sequence[_Described]], reading: _Reading
) -> Iterator[tuple[Event, Wants, Sequence[_Described]]]:
    """Yield each event with everybody who takes part, what its headline wants, and its mentions."""
    told = tuple(_doers(one) for one in sorted((one for group in members for one in group), key=_place))
    deeds = deeds_of(told, reading.cast)
    for number, group in enumerate(members, start=1):
        event, headline = _headed(group, reading)
        players, inferred = _players(event, group, deeds, reading)
        event = replace(event, id=f"e{number}", label=headline.text, participants=players, inferred=inferred)
        yield event, headline.wants, group


def _salience(event: Event, wants: Wants, group: Sequence[_Described], reading: _Reading) -> float:
    frame, tokens = max(group, key=_telling).frame, tuple(one.token for one in group)
    return salience_of(event, frame, tokens, wants, reading.focus)


def _place(one: _Described) -> int:
    return one.token.i


def _reading(doc: Doc, language: Language, entities: tuple[Entity, ...], times: tuple[TimeValue, ...]) -> _Reading:
    grammar, cast = grammar_of(language), cast_of(entities, times, language, get_antecedents(doc))
    desk = desk_of(language, grammar, cast)
    sight = sight_of(doc, language)
    focus = focus_of(sight.words, entities, cast.temporal, language)
    marks = marks_of_publication(letters_of(doc), [time.mention for time in times], language)
    return _Reading(language, grammar, cast, reader_of(language, grammar, cast), sight, desk, focus, marks)


def _describe(detection: Detection, reading: _Reading) -> _Described:
    token = reading.sight.words[detection.token]
    found = _with_told_doers(token, arguments(token, reading.grammar), reading)
    frame = frame_of(token, found, reading.cast, reading.language)
    slots = tuple(slotted(found, frame, reading.cast))
    standing = standing_of(token, reading.reader)
    trigger = replace(detection.trigger, factuality=standing.factuality)
    event = Event(
        id="",
        label="",
        trigger=trigger,
        passage=sentence_of(token),
        type=frame.type,
        participants=participants_of(found, slots, frame, reading.cast),
        factuality=standing.factuality,
        source=standing.source,
        mentions=(trigger,),
        confidence=detection.confidence,
        evidence=(*((Evidence(f"frame {frame.name}", trigger),) if frame.name else ()), *standing.evidence),
    )
    return _Described(event, token, slots, frame)


def _with_told_doers(token: Word, found: tuple[Argument, ...], reading: _Reading) -> tuple[Argument, ...]:
    """Return the arguments of a trigger, with whom « par » names though the parser hung it elsewhere."""
    if any(argument.slot == "agent" for argument in found):
        return found
    words = told_doers(token, reading.cast, reading.grammar)
    return (*found, *(Argument("agent", word) for word in words))


def _headed(group: Sequence[_Described], reading: _Reading) -> tuple[Event, Draft]:
    """Make one event of its mentions, and its headline."""
    main = max(_tellers(group, reading.grammar), key=_telling)
    event = main.event if len(group) == 1 else _joined(main, group, reading)
    told = [one for one in group if not any(is_phase(one.token, other.token, reading.grammar) for other in group)]
    tellings = [Telling(one.token, _owners(one), one.event.factuality) for one in told]
    return event, headline_of(tellings, event, reading.desk)


def _owners(one: _Described) -> tuple[Word, ...]:
    """Return whom a noun is of: its object or its subject, as its frame says."""
    return tuple(word for slot, word in one.slots if one.frame.name and slot == (one.frame.genitive or "object"))


def _players(
    event: Event, group: Sequence[_Described], deeds: Deeds, reading: _Reading
) -> tuple[Participants, tuple[str, ...]]:
    """Return an event's participants with whom and what its clauses name, who did it if none does; what is inferred."""
    main = next(one for one in group if one.event.trigger == event.trigger)
    found = _meant(event.participants, reading.cast)
    known = [player for players in found.values() for player in players]
    known += [event.source] if event.source is not None else []
    inferred: tuple[str, ...] = ()
    if "agent" not in found and "speaker" not in found:
        players = inferred_doers(main.token, main.frame, known, deeds, reading.cast, reading.grammar)
        if players:
            found["agent"], inferred = list(players), ("agent",)
            known += players
    for one in group:
        for role, named in surroundings(one.token, known, reading.cast, reading.grammar).items():
            found.setdefault(role, []).extend(named)
            known += named
    return Participants(found), inferred


def _meant(participants: Participants, cast: Cast) -> dict[str, list[Participant]]:
    """Return the participants without the pronouns that stand for nobody known."""
    kept = {role: [player for player in players if not cast.is_empty(player)] for role, players in participants.items()}
    return {role: players for role, players in kept.items() if players}


def _doers(one: _Described) -> Told:
    """Return the words that name who did what a mention tells."""
    words = (word for slot, word in one.slots if slot in {"subject", "agent", "causer"})
    active = "agent" in one.event.participants
    return Told(one.token, one.event.type, tuple(words) if active else ())


def _joined(main: _Described, group: Sequence[_Described], reading: _Reading) -> Event:
    tellers = _tellers(group, reading.grammar)
    firm = _firm(tellers)
    return replace(
        main.event,
        type=_kind(main, tellers),
        mentions=tuple(one.event.trigger for one in group),
        participants=_united(main, tellers, reading),
        factuality=firm.event.factuality,
        source=firm.event.source,
        confidence=max(one.event.confidence for one in group),
        evidence=tuple(dict.fromkeys(evidence for one in group for evidence in one.event.evidence)),
    )


def _kind(main: _Described, tellers: Sequence[_Described]) -> str:
    """Return the type of an event; where its fullest mention has none, that of the word that it takes along."""
    kinds = [one.event.type for one in tellers if head_of(one.token) == main.token]
    return next((kind for kind in kinds if kind != NO_TYPE), NO_TYPE) if main.event.type == NO_TYPE else main.event.type


def _tellers(group: Sequence[_Described], grammar: Grammar) -> list[_Described]:
    """Return the mentions that tell the event, and not only how another one stands: « pourrait » partir."""
    return [one for one in group if not any(carries(one.token, other.token, grammar) for other in group)] or list(group)


def _telling(one: _Described) -> int:
    """Count what a mention tells: who takes part, by name first."""
    players = [player for players in one.event.participants.values() for player in players]
    return 2 * sum(isinstance(player, Entity) for player in players) + len(players)


def _firm(group: Sequence[_Described]) -> _Described:
    """Return the mention whose standing counts: a verb's first; what is only reported was so if as many grant it."""
    firm = min(group, key=_firmness)
    if firm.event.factuality != "reported":
        return firm
    granted = [one for one in group if one.event.factuality == "factual"]
    reported = [one for one in group if one.event.factuality == "reported"]
    return granted[0] if len(granted) >= len(reported) else firm


def _firmness(one: _Described) -> tuple[bool, int]:
    assumed = one.token.pos_ not in VERBAL and one.event.factuality == "factual"
    return assumed, FIRMNESS.index(one.event.factuality)


def _united(main: _Described, group: Sequence[_Described], reading: _Reading) -> Participants:
    triggers = {one.token.i for one in group if one.event.type not in BLOWS}  # « une explosion nous a réveillés »
    return united(
        [
            Part(
                participants=one.event.participants,
                again=one is not main and one.token.lemma_ == main.token.lemma_,
                itself=tuple(reading.cast.description(word) for _, word in one.slots if word.i in triggers),
            )
            for one in (main, *group)
        ]
    )
