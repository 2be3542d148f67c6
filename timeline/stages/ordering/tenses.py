"""Sieves that read tense and aspect."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from timeline.model.mention import Trigger
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.stages.claims import claim
from timeline.stages.scene import EventPlace, Scene, path_up
from timeline.stages.signals import find_signals
from timeline.stages.source import mention_of
from timeline.syntax import Role
from timeline.syntax.phrases import NOUN_CLAUSES

NOW = "t0"
UNFINISHED = frozenset({"INFINITIVE", "PRESPART", "GERUNDIVE"})
ASIDE = frozenset({Role.NOUN_CLAUSE, Role.ADVERBIAL_CLAUSE})


def by_tense(scene: Scene) -> Iterator[Relation]:
    """Relate an event to the time of writing by its tense."""
    for place in scene.events:
        relation = _relation_to_now(place.trigger)
        if relation is not None:
            yield _claim(place, NOW, relation, "tense")


def by_pluperfect(scene: Scene) -> Iterator[Relation]:
    """Put an event in the pluperfect before the last event told in the plain past."""
    last: EventPlace | None = None
    links = find_signals(scene.words, scene.language.signals.links)
    onward = {signal.start for signal in links if signal.relation == "AFTER"}
    later = {time.clause.i for time in scene.times if _counts_on(time.time) or time.last + 1 in onward}
    for place in scene.events:
        if _is_pluperfect(place.trigger):
            if last is not None and place.sentence <= last.sentence + 1 and place.token.i not in later:
                yield _claim(place, last.id, "BEFORE", "pluperfect")
        elif _tells_on(place):
            last = place


def by_participle(scene: Scene) -> Iterator[Relation]:
    """Put a past participle that opens or closes a clause before its verb: « Fondé en 1952, il emploie… »."""
    by_token = {place.token.i: place for place in scene.events}
    timed = {time.clause.i for time in scene.times}
    for place in scene.events:
        governor = by_token.get(place.token.head.i)
        if place.trigger.tense != "PASTPART" or place.token.role not in ASIDE or place.token.i not in timed:
            continue
        if governor is None and place.token.head.pos_ in ("NOUN", "PROPN"):
            governor = by_token.get(place.token.head.head.i)
        if governor is not None and governor.trigger.tense in ("PRESENT", "PAST", "IMPERFECT"):
            yield _claim(place, governor.id, "BEFORE", "participle")


def by_perfect(scene: Scene) -> Iterator[Relation]:
    """Put a perfect infinitive or participle before what governs it: « accusé d'avoir volé », "having refused"."""
    by_token = {place.token.i: place for place in scene.events}
    for place in scene.events:
        if place.trigger.tense not in UNFINISHED or not place.trigger.aspect.startswith("PERFECTIVE"):
            continue
        above = (by_token.get(token.i) for token in islice(path_up(place.token), 1, None))
        governor = next((other for other in above if other is not None), None)
        if governor is not None and governor.id != place.id:
            yield _claim(place, governor.id, "BEFORE", "perfect")


def _tells_on(place: EventPlace) -> bool:
    """Tell whether the story goes on with an event: a verb in the plain past, not denied and not in a relative."""
    told = place.trigger.tense == "PAST" and place.trigger.pos == "VERB" and place.trigger.polarity == "POS"
    return told and place.token.role not in NOUN_CLAUSES


def _counts_on(time: TimeValue) -> bool:
    """Tell whether a time counts onward from another: « la semaine suivante »."""
    return time.anchor != NOW and " +" in (time.unresolved or "")


def _relation_to_now(trigger: Trigger) -> str | None:
    if trigger.modality or trigger.tense == "FUTURE" or trigger.factuality in ("future", "possible"):
        return "AFTER"
    if trigger.tense in ("PAST", "IMPERFECT") or trigger.aspect.startswith("PERFECTIVE"):
        return "BEFORE"
    return "INCLUDES" if trigger.tense == "PRESENT" else None


def _is_pluperfect(trigger: Trigger) -> bool:
    return trigger.looks_back


def _claim(place: EventPlace, target: str, relation: str, rule: str) -> Relation:
    return claim(place.id, target, relation, rule, mention_of(place.token))
