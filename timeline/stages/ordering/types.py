"""Sieves that know which kinds of event come first by nature."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.model.mention import Evidence
from timeline.model.relation import Relation
from timeline.stages.scene import EventPlace, Scene
from timeline.stages.signals import find_signals
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
TOLD_AS_REAL = frozenset({"factual", "reported"})


def by_natural_order(scene: Scene) -> Iterator[Relation]:
    """Put a successor's start after the leaving of whoever held the place, an arrest before the trial, and so on."""
    order = set(NATURAL_ORDER)
    typed = [place for place in scene.events if place.event.type != "Other" and place.event.factuality in TOLD_AS_REAL]
    for number, place in enumerate(typed):
        for other in typed[number + 1 :]:
            if other.sentence > place.sentence + REACH:
                break
            if (place.event.type, other.event.type) in order and _same_matter(place.event, other.event):
                yield _claim(place, other)
            elif (other.event.type, place.event.type) in order and _same_matter(other.event, place.event):
                yield _claim(other, place)


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


def _claim(first: EventPlace, second: EventPlace) -> Relation:
    return Relation(
        source=first.id,
        target=second.id,
        type="BEFORE",
        confidence=0.65,
        evidence=Evidence("natural order", mention_of(second.token)),
    )
