"""Repetition: one verb that tells several events, each with a time: "was arrested in 2019 and in 2021".

Each time has its preposition, as a range has not (« entre 2019 et 2021 »); each event after the first is a copy of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from timeline.languages import Language
from timeline.model.event import Event
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.reasoning.estimates import is_told
from timeline.reasoning.placing import locates
from timeline.stages.claims import claim
from timeline.stages.scene import EventPlace, Scene, TimePlace, scene_of

_BETWEEN = frozenset({"ADP", "CCONJ", "PUNCT", "ADV", "DET"})
_TOLD_AS_REAL = frozenset({"factual", "reported"})


def tell_apart(
    doc: Doc, language: Language, events: tuple[Event, ...], times: tuple[TimeValue, ...], claims: Sequence[Relation]
) -> tuple[tuple[Event, ...], tuple[Relation, ...]]:
    """Return a copy of an event for every time after the first that its verb has, and the claims as they then are.

    Parameters
    ----------
    doc : Doc
    language : Language
    events, times : tuple
        Those of the document.
    claims : sequence of Relation
        What is claimed of them.

    Returns
    -------
    tuple of Event, tuple of Relation
        The copies, with ids that go on from those of `events`; and all claims, an event's to one of its times alone.
    """
    scene = scene_of(doc, language, events, times)
    series = {first.id: [first, *others] for first, *others in _series(scene)}
    if not series:
        return (), tuple(claims)
    copies: list[Event] = []
    found: list[Relation] = []
    moved: set[tuple[str, str]] = set()
    for place, first in _with_the_first(scene, series, claims):
        for time in series[first][1:]:
            copies.append(
                replace(
                    place.event,
                    id=f"e{len(events) + len(copies) + 1}",
                    trigger=place.trigger,
                    mentions=(place.trigger,),
                )
            )
            found.append(claim(copies[-1].id, time.id, "IS_INCLUDED", "time by syntax", time.time.mention))
            moved.add((place.id, time.id))
    kept = (link for link in claims if (link.source, link.target) not in moved)
    return tuple(copies), (*kept, *found)


def _series(scene: Scene) -> Iterable[list[TimePlace]]:
    """Yield times that follow each other in a sentence, each behind the same preposition: « en 2015, en 2018 »."""
    series: list[TimePlace] = []
    for time, following in pairwise(scene.times):
        if _goes_on(time, following):
            series = [*series, following] if series else [time, following]
        elif series:
            yield series
            series = []
    if series:
        yield series


def _goes_on(time: TimePlace, following: TimePlace) -> bool:
    doc = time.token.doc
    prepositions = [doc[place.first - 1] for place in (time, following) if place.first]
    same = len(prepositions) == 2 and prepositions[0].lower_ == prepositions[1].lower_
    between = doc[time.last + 1 : following.first]
    linked = time.sentence == following.sentence and len(between) > 1 and all(t.pos_ in _BETWEEN for t in between)
    return (
        linked
        and same
        and all(word.pos_ == "ADP" for word in prepositions)
        and locates(time.time)
        and locates(following.time)
        and time.time.granularity == following.time.granularity
        and time.time.timex3 != following.time.timex3
    )


def _with_the_first(
    scene: Scene, series: Mapping[str, Sequence[TimePlace]], claims: Iterable[Relation]
) -> list[tuple[EventPlace, str]]:
    """Return the verbs that have the first time of a series, each with that time."""
    told: dict[str, Set[str]] = {}
    for link in claims:
        surely = link.type == "IS_INCLUDED" and is_told(link)
        if link.target in series and surely:
            told[link.target] = told.get(link.target, frozenset()) | {link.source}
    return [
        (place, first)
        for first, sources in told.items()
        for place in scene.events
        if place.id in sources
        and place.sentence == series[first][0].sentence
        and place.trigger.pos == "VERB"
        and place.event.factuality in _TOLD_AS_REAL
    ]
