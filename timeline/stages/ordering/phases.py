"""Sieves that read how a report is built: what lies behind it, what it tells in turn, what is to come.

Their claims are likely, not told: they order what nothing surer does, and neither date nor bound.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, groupby, product

from timeline.model.mention import Evidence
from timeline.model.relation import Relation
from timeline.stages.ordering.tenses import NOW
from timeline.stages.scene import EventPlace, Scene
from timeline.stages.source import mention_of
from timeline.syntax import Role, role_of
from timeline.syntax.phrases import NOUN_CLAUSES

# How often such a claim is right, of the ordered pairs of the news bank's events (readable half) that it decides.
TELLING, BACKGROUND, OUTLOOK, REPORT = 0.45, 0.5, 0.6, 0.4
TOLD_AS_REAL = frozenset({"factual", "reported"})
EVENTFUL = frozenset({"OCCURRENCE", "ASPECTUAL", "I_ACTION", "REPORTING"})
LINE = frozenset({"PAST", "PRESENT"})
COMING = frozenset({"FUTURE", "INFINITIVE", "NONE"})
#: Sentences in which a report tells its news: headline and lead.
LEAD = 2
#: Sentences within which the story goes on from one event to the next.
REACH = 3


def by_phase(scene: Scene) -> Iterator[Relation]:
    """Put what a report looks back to before it, and what it looks ahead to after now."""
    first = next((place for place in scene.events if is_on_the_line(place)), None)
    for place in scene.events:
        if is_outlook(place):
            yield _claim(place, NOW, "AFTER", OUTLOOK, "outlook")
        elif place.trigger.looks_back and place.event.factuality in TOLD_AS_REAL:
            if first is not None and first.id != place.id:
                yield _claim(place, first.id, "BEFORE", BACKGROUND, "background")
        elif is_on_the_line(place) and place.trigger.tense == "PRESENT":
            yield _claim(place, NOW, "BEFORE", REPORT, "report")


def by_telling(scene: Scene) -> Iterator[Relation]:
    """Put the events of the story's line after each other as they are told, one sentence after the other.

    Headline and lead tell the end of the story first; what is said of it comes after it, and is no part of it.
    """
    line = [place for place in scene.events if is_on_the_line(place)]
    opening = sorted({place.sentence for place in line})[:LEAD]
    before: list[EventPlace] = []
    for sentence, group in groupby(line, key=_sentence_of):
        if sentence in opening:
            continue
        here = list(group)
        for other, place in _in_turn(before, here):
            yield _claim(other, place.id, "BEFORE", TELLING, "order of telling")
        before = [place for place in here if not _is_said(place)] or before


def _in_turn(before: list[EventPlace], here: list[EventPlace]) -> Iterator[tuple[EventPlace, EventPlace]]:
    """Yield what is told before what; what is said about a story may follow it, and nothing follows from that."""
    near = [other for other in before if here[0].sentence - other.sentence <= REACH]
    beside = (pair for pair in combinations(here, 2) if is_beside(*pair) and not _is_said(pair[0]))
    yield from ((other, place) for other, place in (*product(near, here), *beside) if other.id != place.id)


def _sentence_of(place: EventPlace) -> int:
    return place.sentence


def _is_said(place: EventPlace) -> bool:
    return place.trigger.timeml_class == "REPORTING"


def is_beside(other: EventPlace, place: EventPlace) -> bool:
    """Tell a verb that goes on from another in one sentence: « a chuté et s'est relevé »."""
    goes_on = role_of(place.token) == Role.CONJUNCT and place.token.head.i == other.token.i
    return goes_on and place.id != other.id


def is_outlook(place: EventPlace) -> bool:
    """Tell what is told as still to come, or as possible, in a form that does not look back."""
    trigger = place.trigger
    if place.event.factuality == "future":
        return trigger.tense in COMING
    return place.event.factuality == "possible" and trigger.tense in COMING and trigger.pos == "VERB"


def is_on_the_line(place: EventPlace) -> bool:
    """Tell whether the story goes on with an event: a verb told as real, neither in an aside nor looking back."""
    trigger = place.trigger
    told = place.event.factuality in TOLD_AS_REAL and trigger.pos == "VERB" and trigger.tense in LINE
    eventful = trigger.timeml_class in EVENTFUL and not trigger.aspect.endswith("PROGRESSIVE")
    return told and eventful and not trigger.looks_back and role_of(place.clause) not in NOUN_CLAUSES


def _claim(place: EventPlace, target: str, relation: str, confidence: float, rule: str) -> Relation:
    evidence = Evidence(rule, mention_of(place.token))
    return Relation(source=place.id, target=target, type=relation, confidence=confidence, evidence=evidence)
