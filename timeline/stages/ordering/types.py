"""Sieves that know which kinds of event come first by nature."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.model.mention import Evidence
from timeline.model.relation import Relation
from timeline.stages.reach import CLOSED
from timeline.stages.scene import EventPlace, Scene, path_up
from timeline.stages.signals import find_signals, signal_before
from timeline.stages.source import mention_of

# First kind, later kind: whom the second befalls has lived through the first, or stands where the first left room.
NATURAL_ORDER = (
    ("Life.Be-Born", "Life.Die"),
    ("Life.Marry", "Life.Divorce"),
    ("Life.Injure", "Life.Die"),
    ("Justice.Arrest-Jail", "Justice.Charge-Indict"),
    ("Justice.Charge-Indict", "Justice.Convict"),
    ("Justice.Arrest-Jail", "Justice.Trial-Hearing"),
    ("Justice.Trial-Hearing", "Justice.Convict"),
    ("Justice.Convict", "Justice.Sentence"),
    ("Justice.Sentence", "Justice.Release-Parole"),
    ("Justice.Arrest-Jail", "Justice.Release-Parole"),
    ("Personnel.Elect", "Personnel.Start-Position"),
    ("Personnel.Nominate", "Personnel.Start-Position"),
    ("Personnel.End-Position", "Personnel.Start-Position"),
)
REACH = 6
STARTING, ENDING = "Personnel.Start-Position", "Personnel.End-Position"
# Courts and police act on what has been done: « condamné pour fraude », "charged with murder".
ACTING_ON, DEEDS = "Justice.", ("Crime.", "Conflict.", "Life.")
TOLD_AS_REAL = frozenset({"factual", "reported"})


def by_natural_order(scene: Scene) -> Iterator[Relation]:
    """Put a successor's start after the leaving of whoever held the place, an arrest before the trial, and so on."""
    order = set(NATURAL_ORDER)
    typed = [place for place in scene.events if place.event.type != "Other" and place.event.factuality in TOLD_AS_REAL]
    for number, place in enumerate(typed):
        for other in typed[number + 1 :]:
            if other.sentence > place.sentence + REACH:
                break
            for first, second in ((place, other), (other, place)):
                types = first.event.type, second.event.type
                if _is_one_tenure(first.event, second.event):
                    if types == (STARTING, ENDING) and _is_aside(first):
                        yield _claim(first, second)
                elif types in order and _same_matter(first.event, second.event):
                    yield _claim(first, second)


def by_deed(scene: Scene) -> Iterator[Relation]:
    """Put what somebody is arrested, tried or sentenced for before that: « condamné pour détournement »."""
    by_token = {place.token.i: place for place in scene.events}
    for place in scene.events:
        if place.event.type.startswith(DEEDS) and place.trigger.pos == "NOUN" and _is_charge(place, scene):
            for above in islice(path_up(place.token), 1, None):
                governor = by_token.get(above.i)
                if governor is not None and governor.event.type.startswith(ACTING_ON):
                    yield _claim(place, governor, "deed", 0.75)
                if governor is not None:
                    break


def by_tenure(scene: Scene) -> Iterator[Relation]:
    """Put what is told « sous la direction de X » before the events by which X leaves a post."""
    endings = [place for place in scene.events if place.event.type == "Personnel.End-Position"]
    if not endings:
        return
    for signal in find_signals(scene.doc, scene.language, "tenures"):
        holder = scene.doc[signal.end].idx if signal.end < len(scene.doc) else -1
        sentence = scene.sentence_number(signal.start)
        told = [place for place in scene.events if place.sentence == sentence and place.token.i >= signal.end]
        for ending in endings:
            if ending.sentence != sentence and _takes_part(ending.event, holder):
                for place in told:
                    span = mention_of(scene.doc[signal.start : signal.end])
                    yield Relation(
                        source=place.id,
                        target=ending.id,
                        type=signal.relation,
                        confidence=signal.confidence,
                        evidence=Evidence("tenure", span),
                    )


def _takes_part(event: Event, offset: int) -> bool:
    """Tell whether somebody mentioned at an offset is among the event's participants."""
    return any(
        mention.start <= offset < mention.end
        for players in event.participants.values()
        for player in players
        for mention in (player.mentions if isinstance(player, Entity) else (player,))
    )


def _same_matter(first: Event, second: Event) -> bool:
    """Tell whether two events share a participant that both need: the person, or the organisation they work for."""
    ours = {participant for players in first.participants.values() for participant in players}
    return any(participant in ours for players in second.participants.values() for participant in players)


def _is_charge(place: EventPlace, scene: Scene) -> bool:
    return signal_before(scene.doc, place.token.i, scene.language, "charges") is not None


def _is_one_tenure(first: Event, second: Event) -> bool:
    """Tell whether one person starts and leaves at one organisation."""
    if {first.type, second.type} != {STARTING, ENDING}:
        return False
    return all(_players(first, role) & _players(second, role) for role in ("person", "organisation"))


def _players(event: Event, role: str) -> set[Entity]:
    return {player for player in event.participants.get(role, ()) if isinstance(player, Entity)}


def _is_aside(place: EventPlace) -> bool:
    """Tell whether an event is told looking back: in a relative clause, a participle, or the pluperfect."""
    looks_back = place.trigger.aspect.startswith("PERFECTIVE") and place.trigger.tense in ("PAST", "IMPERFECT")
    return looks_back or place.clause.dep_ in CLOSED or place.trigger.tense == "PASTPART"


def _claim(first: EventPlace, second: EventPlace, rule: str = "natural order", confidence: float = 0.65) -> Relation:
    return Relation(
        source=first.id,
        target=second.id,
        type="BEFORE",
        confidence=confidence,
        evidence=Evidence(rule, mention_of(second.token)),
    )
