"""Stretches: two or more times in one phrase that tell when one thing begins and ends.

« entre 2014 et 2019 », "April 12-13", « les 18, 19 et 20 juin », "on Monday and Tuesday".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from timeline.stages.scene import Scene, TimePlace
from timeline.stages.signals import Signal, signal_before

#: How what lasts stands to the two times of a stretch.
_SPAN = ("BEGUN_BY", "ENDED_BY")
#: A day, in the notation of times: the month or week, and its number in it.
_DAY = re.compile(r"(?P<within>[0-9X]{4}-(?:\d\d|WXX)-)(?P<number>\d+)\b")


def ends_of_stretches(scene: Scene) -> Iterator[tuple[str, Signal]]:
    """Yield the ids of times that begin and end one stretch, or lie within, with what says so."""
    for begin, end in pairwise(scene.times):
        signals = _signals_of_stretch(scene, begin, end)
        if tuple(signal.relation for signal in signals) == _SPAN:
            yield from zip((begin.id, end.id), signals, strict=True)
    for days in _days_in_turn(scene):
        first, *between, last = days
        yield first.id, _signal(first, "BEGUN_BY")
        yield from ((day.id, _signal(day, "INCLUDES")) for day in between)
        yield last.id, _signal(last, "ENDED_BY")


def _signal(time: TimePlace, relation: str) -> Signal:
    return Signal(time.first, time.first, relation, 1.0)


def _signals_of_stretch(scene: Scene, begin: TimePlace, end: TimePlace) -> tuple[Signal, ...]:
    """Return what stands before and between two times, as far as it tells a stretch; a dash alone tells both ends."""
    if _dash_between(scene, begin, end):
        return tuple(Signal(begin.last, begin.last, relation, 1.0) for relation in _SPAN)
    closing = signal_before(scene.words, end.first, scene.language.signals.spans)
    if closing is None or closing.start != begin.last + 1:
        return ()
    opening = signal_before(scene.words, begin.first, scene.language.signals.spans)
    return (opening, closing) if opening is not None else ()


def _dash_between(scene: Scene, begin: TimePlace, end: TimePlace) -> bool:
    """Tell "June 3–5", « les 3-5 juin », whatever the tagger takes the dash for."""
    first, second = begin.time.mention, end.time.mention
    if first is None or second is None:
        return False
    words = (word for group in scene.language.signals.spans if group.relation == _SPAN[1] for word in group.words)
    between = scene.letters[first.end : second.start].strip()
    return not between.isalpha() and between in set(words)


def _days_in_turn(scene: Scene) -> Iterator[list[TimePlace]]:
    """Yield days that follow each other on the calendar and in a list: « les 18, 19 et 20 juin »."""
    run: list[TimePlace] = []
    for time, following in pairwise(scene.times):
        if _is_day_after(scene, time, following):
            run = [*(run or [time]), following]
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_day_after(scene: Scene, time: TimePlace, following: TimePlace) -> bool:
    first, second = (_DAY.match(place.time.unresolved or place.time.timex3) for place in (time, following))
    if first is None or second is None or first["within"] != second["within"] or time.clause.i != following.clause.i:
        return False
    between = scene.words[time.last + 1 : following.first]
    listed = len(between) == 1 and (between[0].pos_ == "CCONJ" or between[0].text == ",")
    return listed and int(second["number"]) - int(first["number"]) == 1
