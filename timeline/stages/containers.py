"""Containers: the day that a story has reached, for events that have no time of their own.

A report tells one evening in twelve sentences, and dates the first. A told day holds for what follows until another
is told; what looks back (pluperfect, relative clauses) or ahead neither sets it nor has it. What stands before the
first told day, a headline above all, is of that day; and where a fresh report tells no day, it happened on the day of
the report or the day before.

The claims made here have a rule of `timeline.reasoning.estimates.GUESSES`: they make a day likely and settle nothing.

References
----------
Pustejovsky & Stubbs (2011), Increasing informativeness in temporal annotation: the narrative container.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.model.granularity import Granularity
from timeline.model.mention import Evidence
from timeline.model.relation import Relation
from timeline.reasoning.notation import granularity_of_form
from timeline.reasoning.placing import REFERENCE
from timeline.stages.reach import named_by
from timeline.stages.scene import EventPlace, Scene, TimePlace
from timeline.stages.source import mention_of
from timeline.syntax import role_of
from timeline.syntax.phrases import NOUN_CLAUSES

REAL = frozenset({"factual", "reported", "negated"})
#: The opening of a report: its headline, and as many sentences.
OPENING = 4
#: Which claims of a time may set the day.
SURE = 0.4

#: How often the day holds the event, of the news bank's events (readable half) that have a window of their own: of the
#: narrative's days 87 of 114 do, 10 are wrong, the others wider than the window; of headlines' 10 of 12 and none; of
#: fresh reports' 11 of 22 and 2. A day told before the last one counts only where that lies ahead of the report.
NARRATIVE, HEADLINE, FRESH, RESUMED = 0.76, 0.83, 0.5, 0.6


def day_guesses(scene: Scene, anchors: Iterable[Relation]) -> Iterator[Relation]:
    """Yield which day is likely for the events without a time of their own.

    Parameters
    ----------
    scene : Scene
    anchors : iterable of Relation
        What tells the times of events.
    """
    told = _told(scene, anchors)
    first = next((place for place in scene.events if _sets_the_day(place, told)), None)
    opening = told[id(first)] if first is not None and first.sentence <= OPENING else None
    others = _other_times(scene)
    for place, day, earlier in _days_reached(scene, told):
        if id(place) in told or not _is_on_the_line(place) or others.get(place.sentence):
            continue
        if day is not None:
            yield _guess(place, day.id, "narrative day", NARRATIVE)
            if earlier is not None:
                yield _guess(place, earlier.id, "narrative day", RESUMED)
        elif opening is not None:
            yield _guess(place, opening.id, "headline", HEADLINE)
        elif place.sentence <= OPENING:
            yield _guess(place, REFERENCE, "fresh report", FRESH)


def _days_reached(
    scene: Scene, told: dict[int, TimePlace]
) -> Iterator[tuple[EventPlace, TimePlace | None, TimePlace | None]]:
    """Yield each event with the day that the story has reached, and the one before that."""
    day: TimePlace | None = None
    earlier: TimePlace | None = None
    for place in scene.events:
        if _sets_the_day(place, told):
            reached = told[id(place)]
            earlier = day if day is not None and day.id != reached.id else earlier
            day = reached
        yield place, day, earlier


def _told(scene: Scene, anchors: Iterable[Relation]) -> dict[int, TimePlace]:
    """Return the time that each mention of an event has in its sentence, by the mention's identity."""
    times = {time.id: time for time in scene.times}
    found: dict[int, TimePlace] = {}
    claimed: dict[str, list[Relation]] = {}
    for anchor in anchors:
        if anchor.confidence >= SURE and anchor.target in times:
            claimed.setdefault(anchor.source, []).append(anchor)
    for place in scene.events:
        for anchor in claimed.get(place.id, ()):
            if times[anchor.target].sentence == place.sentence:
                found[id(place)] = times[anchor.target]
    return found


def _sets_the_day(place: EventPlace, told: dict[int, TimePlace]) -> bool:
    time = told.get(id(place))
    return time is not None and _is_on_the_line(place) and _is_day(time)


def _is_day(time: TimePlace) -> bool:
    value = time.time
    granularity = granularity_of_form((value.unresolved or value.timex3).partition(" ")[0])
    return value.type in ("DATE", "TIME") and granularity is not None and granularity <= Granularity.WEEK


def _other_times(scene: Scene) -> dict[int, bool]:
    """Tell of each sentence with times whether one of them is too wide to be the day of the story."""
    return {number: any(_is_wide(time) for time in times) for number, times in scene.times_by_sentence().items()}


def _is_wide(time: TimePlace) -> bool:
    return time.time.type in ("DATE", "TIME") and not _is_day(time) and named_by(time) is None


def _is_on_the_line(place: EventPlace) -> bool:
    """Tell whether the story goes on with an event, rather than looking back or ahead."""
    return place.event.factuality in REAL and not place.trigger.looks_back and role_of(place.clause) not in NOUN_CLAUSES


def _guess(place: EventPlace, target: str, rule: str, confidence: float) -> Relation:
    evidence = Evidence(rule, mention_of(place.token))
    return Relation(source=place.id, target=target, type="IS_INCLUDED", confidence=confidence, evidence=evidence)
