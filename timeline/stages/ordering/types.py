"""Sieves that know which kinds of event come first by nature."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice

from timeline.model.entity import PERSON, Entity
from timeline.model.event import Event
from timeline.model.mention import Evidence, Mention
from timeline.model.relation import Relation
from timeline.stages.claims import claim
from timeline.stages.scene import EventPlace, Scene, path_up
from timeline.stages.signals import find_signals, signal_before
from timeline.stages.source import mention_of
from timeline.syntax.phrases import NOUN_CLAUSES

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
)
REACH = 6
STARTING, ENDING = "Personnel.Start-Position", "Personnel.End-Position"
# Courts and police act on what has been done: « condamné pour fraude », "charged with murder".
ACTING_ON, DEEDS = "Justice.", ("Crime.", "Conflict.", "Life.")
# What these verbs are about has been done, whatever it is called: « accusé de favoritisme », "fined over a leak".
JUDGEMENTS = frozenset(
    {"Justice.Charge-Indict", "Justice.Convict", "Justice.Sentence", "Justice.Fine", "Communication.Criticise"}
)
DYING, BIRTH = "frame die", "Life.Be-Born"
BEFALLEN = ("patient", "victim", "person")
ACTING = ("agent", "speaker", "winner", "attacker")
TOLD_AS_REAL = frozenset({"factual", "reported"})

Deeds = Mapping[Entity, Sequence[tuple[int, EventPlace]]]


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
                if types in order and _same_matter(first.event, second.event):
                    yield _claim(first, second)
                elif types == (STARTING, ENDING):
                    yield from _in_office(first, second, scene)


def by_life(scene: Scene) -> Iterator[Relation]:
    """Put what somebody did after their birth and before their death, whatever the order of the telling."""
    limits = [(place, dead_in(place), born_in(place)) for place in scene.events]
    deeds = _deeds(scene) if any(dead or born for _, dead, born in limits) else {}
    for limit, dead, born in limits:
        for place in _done_by(dead | born, deeds):
            if place.id != limit.id and acts_in(place.event, dead):
                yield _claim(place, limit, "life")
            elif place.id != limit.id and acts_in(place.event, born):
                yield _claim(limit, place, "life")


def _deeds(scene: Scene) -> Deeds:
    """Return the verbs told as real in which each acts, with their numbers in the order of the text."""
    deeds: dict[Entity, list[tuple[int, EventPlace]]] = {}
    for number, place in enumerate(scene.events):
        if place.event.factuality in TOLD_AS_REAL and place.trigger.pos == "VERB":
            for one in _acting(place.event):
                deeds.setdefault(one, []).append((number, place))
    return deeds


def _done_by(people: Set[Entity], deeds: Deeds) -> Iterable[EventPlace]:
    """Return in which verbs some people act, each once, in the order of the text."""
    found = dict(deed for one in people for deed in deeds.get(one, ()))
    return (found[number] for number in sorted(found))


def dead_in(place: EventPlace) -> frozenset[Entity]:
    """Return the people who die of themselves in an event told as real: « Anna Berg s'est éteinte lundi »."""
    event = place.event
    natural = any(evidence.rule == DYING for evidence in event.evidence)
    if not natural or event.factuality not in TOLD_AS_REAL or place.trigger != event.trigger:
        return frozenset()
    return frozenset(one for role in BEFALLEN for one in _players(event, role) if one.type == PERSON)


def born_in(place: EventPlace) -> frozenset[Entity]:
    """Return the people who are born in an event told as real."""
    if place.event.type != BIRTH or place.event.factuality not in TOLD_AS_REAL or place.trigger != place.event.trigger:
        return frozenset()
    return frozenset(one for role in BEFALLEN for one in _players(place.event, role) if one.type == PERSON)


def acts_in(event: Event, people: Set[Entity]) -> bool:
    """Tell whether one of some people, by name or pronoun, does, says or is born: « le maire » may be another.

    A surname alone is theirs, though two people of the text have it: "Born Marie Anna Berg, … Berg founded".
    """
    surnames = {one.name.split()[-1] for one in people}
    return any(_is_called(one, event.passage) for one in _acting(event) if one in people or one.name in surnames)


def _acting(event: Event) -> set[Entity]:
    """Return who does something in an event, says it or is born."""
    roles = ACTING if event.type != BIRTH else (*ACTING, *BEFALLEN)
    return {one for role in roles for one in _players(event, role)}


def _is_called(person: Entity, passage: Mention | None) -> bool:
    if passage is None:
        return False
    here = [one for one in person.mentions if passage.start <= one.start < passage.end]
    return all(one.kind != "NOM" for one in here)


def _in_office(start: EventPlace, end: EventPlace, scene: Scene) -> Iterator[Relation]:
    """Put somebody's start before the same person's leaving, and a leaving before the successor's start.

    One person's two posts are told apart by their organisations; who leaves one takes up the other later. Where one
    has no organisation, a start that the text looks back to is that of the post left, and one told on is another.
    """
    leavers = _players(end.event, "person")
    if leavers & _players(start.event, "person"):
        there, here = (_players(place.event, "organisation") for place in (start, end))
        if there and here and not there & here:
            yield _claim(end, start)
        elif _is_return(start, end):
            yield _claim(end, start, case="a return")
        elif there & here or _looks_back(start, end, scene):
            yield _claim(start, end)
        elif start.trigger.tense == "PAST":
            yield _claim(end, start, case="told on")
    elif leavers & _players(start.event, "predecessor") or (
        not _is_aside(start) and _same_matter(end.event, start.event)
    ):
        yield _claim(end, start)


def _is_return(start: EventPlace, end: EventPlace) -> bool:
    """Tell news of a start, with the leaving behind it: « Elle retrouve son poste. Elle avait été limogée lundi. »."""
    is_background = end.trigger.aspect == "PERFECTIVE" and start.trigger.aspect != "PERFECTIVE"
    return start.token.i < end.token.i and is_background


def _looks_back(start: EventPlace, end: EventPlace, scene: Scene) -> bool:
    """Tell whether a start is told before the leaving, in a tense of what was before, or with a time of its own."""
    if start.token.i < end.token.i or _is_aside(start):
        return True
    dated = any(time.time.type == "DATE" and time.clause.i == start.clause.i for time in scene.times)
    return dated and start.trigger.pos == "VERB"


def by_deed(scene: Scene) -> Iterator[Relation]:
    """Put what somebody is arrested, tried or sentenced for before that: « condamné pour détournement »."""
    by_token = {place.token.i: place for place in scene.events}
    for place in scene.events:
        if place.trigger.pos != "NOUN" or not _is_charge(place, scene):
            continue
        above = (by_token.get(token.i) for token in islice(path_up(place.token), 1, None))
        governor = next((found for found in above if found is not None), None)
        if governor is not None and _is_deed_of(place, governor):
            yield _claim(place, governor, "deed")


def _is_deed_of(deed: EventPlace, judgement: EventPlace) -> bool:
    """Tell whether a noun names what was done: by its kind, or as what a verb of judging is about."""
    if deed.event.type.startswith(DEEDS):
        return judgement.event.type.startswith(ACTING_ON)
    untyped = deed.event.type == "Other"
    return untyped and judgement.event.type in JUDGEMENTS and judgement.trigger.pos in ("VERB", "ADJECTIVE")


def by_tenure(scene: Scene) -> Iterator[Relation]:
    """Put what is told « sous la direction de X » before the events by which X leaves a post."""
    endings = [place for place in scene.events if place.event.type == "Personnel.End-Position"]
    if not endings:
        return
    for signal in find_signals(scene.words, scene.language.signals.tenures):
        holder = scene.words[signal.end].idx if signal.end < len(scene.words) else -1
        sentence = scene.sentence_number(signal.start)
        told = [place for place in scene.events if place.sentence == sentence and place.token.i >= signal.end]
        for ending in endings:
            if ending.sentence != sentence and _takes_part(ending.event, holder):
                for place in told:
                    span = mention_of(scene.words[signal.start : signal.end])
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
    return signal_before(scene.words, place.token.i, scene.language.signals.charges) is not None


def _players(event: Event, role: str) -> set[Entity]:
    return {player for player in event.participants.get(role, ()) if isinstance(player, Entity)}


def _is_aside(place: EventPlace) -> bool:
    """Tell whether an event is told looking back: in a relative clause, a participle, or the pluperfect."""
    return place.trigger.looks_back or place.clause.role in NOUN_CLAUSES or place.trigger.tense == "PASTPART"


def _claim(first: EventPlace, second: EventPlace, rule: str = "natural order", case: str = "") -> Relation:
    return claim(first.id, second.id, "BEFORE", rule, mention_of(second.token), case=case)
