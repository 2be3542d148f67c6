"""Distances: the day of an event told so long before or after another.

« Dix jours après la signature de l'accord, le 2 mai, la grève a commencé », "sold it on Tuesday, three weeks after it
bought it": where the text dates one of the two, the other is so far from it. TimeML gives such a day an empty TIMEX3,
which counts from the time that is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from spacy.tokens import Doc

from timeline.languages import Language
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.reasoning.estimates import is_told
from timeline.reasoning.notation import granularity_of_form
from timeline.reasoning.placing import locates
from timeline.stages.claims import claim
from timeline.stages.ordering.connectives import Link, linked
from timeline.stages.scene import Scene, scene_of
from timeline.stages.source import mention_at

_LENGTH = re.compile(r"P(\d+)([DWMY])")
_FORMS = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}
_SIGNS = {"AFTER": ("+", "-"), "BEFORE": ("-", "+")}


def count_distances(
    doc: Doc, language: Language, events: tuple[Event, ...], times: tuple[TimeValue, ...], claims: Iterable[Relation]
) -> tuple[tuple[TimeValue, ...], tuple[Relation, ...]]:
    """Return the days that lie so long before or after a told one, and which events have them.

    Parameters
    ----------
    doc : Doc
    language : Language
    events, times : tuple
        Those of the document.
    claims : iterable of Relation
        What tells the times of events; of two events one has to have one, and the other none.

    Returns
    -------
    tuple of TimeValue, tuple of Relation
        Times without a mention, unresolved, with ids that go on from those of `times`; and claims of the same number.
    """
    if not any(_LENGTH.fullmatch(time.timex3) for time in times):
        return (), ()
    scene = scene_of(doc, language, events, times)
    lengths = {time.last + 1: time.time for time in scene.times if _LENGTH.fullmatch(time.time.timex3)}
    found: list[TimeValue] = []
    counted: list[Relation] = []
    if not lengths:
        return (), ()
    held = _held(claims, {time.id: time for time in times})
    for link in linked(scene):
        length = lengths.get(link.signal.start)
        pair = _dated_and_undated(link, held) if length is not None else None
        if length is None or pair is None or link.signal.relation not in _SIGNS:
            continue
        anchor, event, reverse = pair
        sign = _SIGNS[link.signal.relation][reverse]
        found.append(_time(f"t{len(times) + len(found) + 1}", length, sign, anchor.target))
        span = _words(scene, length, link)
        told = claim(event, found[-1].id, "IS_INCLUDED", "distance", span)
        counted.append(replace(told, weight=min(told.weight, anchor.weight)))
    return tuple(found), tuple(counted)


def _held(claims: Iterable[Relation], times: Mapping[str, TimeValue]) -> dict[str, Relation]:
    """Return the surest claim that puts each event into a time."""
    held: dict[str, Relation] = {}
    for link in claims:
        time = times.get(link.target)
        if time is None or not locates(time) or link.type != "IS_INCLUDED" or not is_told(link):
            continue
        if link.source not in held or held[link.source].weight < link.weight:
            held[link.source] = link
    return held


def _dated_and_undated(link: Link, held: Mapping[str, Relation]) -> tuple[Relation, str, bool] | None:
    """Return what dates one of two linked events, the other one, and whether that is the one introduced."""
    governor, introduced = held.get(link.governor.id), held.get(link.introduced.id)
    if introduced is not None and governor is None:
        return introduced, link.governor.id, False
    if governor is not None and introduced is None:
        return governor, link.introduced.id, True
    return None


def _time(name: str, length: TimeValue, sign: str, anchor: str) -> TimeValue:
    match = _LENGTH.fullmatch(length.timex3)
    number, unit = match.groups() if match else ("0", "D")
    form = _FORMS[unit]
    return TimeValue(
        id=name,
        type="DATE",
        timex3=form,
        unresolved=f"{form} {sign}{number}{unit}",
        anchor=anchor,
        granularity=granularity_of_form(form),
        mod=length.mod,
        rule="distance",
    )


def _words(scene: Scene, length: TimeValue, link: Link) -> Mention:
    last = scene.words[link.signal.end - 1]
    start = length.mention.start if length.mention is not None else last.idx
    return mention_at(scene.doc, start, last.idx + len(last))
