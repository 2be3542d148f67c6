"""Where each event of a story is drawn: a lane for whom it is about, a place on the axis, a box free of others.

The main turns have a label each; the others are dots. A told or likely time is a mark on a bar, what is only bounded a
bar between its bounds, and what has no date stands in a strip of its own, between its neighbours in the order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from timeline.display.dating import BOUNDED, when_of
from timeline.display.disputes import Disputes, disputes_of, other_days, rejected_text
from timeline.display.metrics import text_width, wrapped
from timeline.display.scale import LINEAR, TimeScale, scale_of
from timeline.display.words import Words
from timeline.model.conflict import Conflict
from timeline.model.entity import ORGANISATION, PERSON, Entity
from timeline.model.estimate import When
from timeline.model.event import Event
from timeline.model.timeline import Timeline

MAIN = (10, 24)  # how few and how many events have a label: what would hang on a wall
LANES = 5  # people and organisations with a lane; the others share one
SIZE = 12.5  # of the labels' letters, in pixels
LINE = 15.0  # from one line of a label to the next
HEAD = 15.0  # of the mark above its label
GLYPH = 6.0  # half a mark
UNDATED = "undated"  # the basis of an event that is in the strip
_GAP = 9.0  # between neighbouring boxes
_LABELS = (215.0, 320.0, 460.0)  # widest line of a label: the least that lets a lane be no higher than it must
_LINES = 4  # of a label that begins at its mark; a longer one stands before it, where there is more room
_TIGHT = 130.0  # a label that has less room after its mark stands before it
_WIDE = 0.7  # of the axis: bounds further apart than that tell nothing that a bar could show
_DOT = 8.0
_DOT_ROWS = 4
_ASTRAY = 3 * _DOT  # how far from its place a dot may stand: further off it would tell another time


@dataclass(frozen=True, slots=True)
class Mark:
    """One event in the picture, in pixels from the axis' left end and its lane's top.

    Attributes
    ----------
    event : Event
    basis : str
        ``"told"``, ``"inferred"``, ``"bounded"`` or ``"undated"``.
    at, left, right : float
        The mark, and the bar that it lies on: its time, its bounds, or the way between its neighbours.
    text : float
        Where its label begins.
    top, height : float
        Of its box.
    lines : tuple of str
        Its label; none for a dot.
    others : tuple of float
        Days that documents give it and the story does not show.
    is_disputed : bool
        Whether documents disagree about it.
    """

    event: Event
    basis: str
    at: float
    left: float
    right: float
    text: float = 0.0
    top: float = 0.0
    height: float = _DOT
    lines: tuple[str, ...] = ()
    others: tuple[float, ...] = ()
    is_disputed: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One person or organisation; None for the others. `is_strip` for what has no date."""

    entity: Entity | None
    marks: tuple[Mark, ...] = ()
    dots: tuple[Mark, ...] = ()
    is_strip: bool = False

    @property
    def height(self) -> float:
        """Pixels of its labels and its dots."""
        return max((mark.top + mark.height for mark in (*self.marks, *self.dots)), default=0.0)


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole picture; `scale` is None on an axis of mere order. `left_out` counts the events without a mark in it."""

    lanes: tuple[Lane, ...]
    scale: TimeScale | None
    width: float
    reference_date: datetime | None = None
    left_out: int = 0

    @property
    def has_names(self) -> bool:
        """Whether some lane is somebody's."""
        return any(lane.entity or lane.is_strip for lane in self.lanes)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an event is on the axis before it has a row."""

    event: Event
    basis: str
    at: float
    left: float
    right: float


def layout_of(
    story: Timeline,
    words: Words,
    *,
    width: float = 800,
    n: int | None = None,
    shape: str = LINEAR,
    disputes: Disputes | None = None,
) -> Layout:
    """Lay a story out.

    Parameters
    ----------
    story : Timeline
    words : Words
        The language of the labels' additions.
    width : float
        Pixels of the time axis.
    n : int, optional
        How many of the most salient events get a label; the others are dots. `wall_size` of the story when not given.
    shape : str
        Of the axis, one of `timeline.display.scale.SCALES`.
    disputes : mapping of str to tuple of Conflict, optional
        What documents disagree about, where that is known already; it takes long to find out.
    """
    main = {event.id for event in story.highlights(wall_size(len(story)) if n is None else n)}
    times = {event.id: when_of(event) for event in story.events}
    scale = _scale(times, main, width, shape)
    found = disputes_of(story) if disputes is None else disputes
    labels = {event.id: label_of(event, words, found.get(event.id, ())) for event in story.events}
    places = _places(story, times, scale, width, main)
    lanes = _lanes(story, _on_axis(places, main, times, scale), main, labels, width)
    undated = [place for place in places if scale and place.basis == UNDATED and place.event.id in main]
    if undated:
        lanes.append(Lane(None, _stacked(undated, labels, width), is_strip=True))
    drawn = sum(len(lane.marks) + len(lane.dots) for lane in lanes)
    told = tuple(_disputed(lane, found, scale) for lane in lanes)
    return Layout(told, scale, width, story.reference_date, len(story) - drawn)


def _on_axis(
    places: Sequence[_Place], main: Collection[str], times: Mapping[str, When | None], scale: TimeScale | None
) -> list[_Place]:
    """Return what stands on the axis: all where that is an axis of mere order, else what has a time that it reaches."""
    if scale is None:
        return list(places)
    return [place for place in places if place.basis != UNDATED and not _is_off(place, main, times, scale)]


def _disputed(lane: Lane, disputes: Disputes, scale: TimeScale | None) -> Lane:
    """Return a lane with what documents say against its events: the sign, and the days that are not shown."""
    marks = []
    for mark in lane.marks:
        against = disputes.get(mark.event.id, ())
        days = other_days(against) if scale else []
        marks.append(replace(mark, is_disputed=bool(against), others=tuple(scale(day) for day in days if scale)))
    return replace(lane, marks=tuple(marks))


def _scale(times: Mapping[str, When | None], main: Collection[str], width: float, shape: str) -> TimeScale | None:
    """Return the axis of the main turns' times; of all times where those have none, of bounds where nothing has."""
    known = {key: time for key, time in times.items() if time is not None}
    told = {key: time for key, time in known.items() if time.basis != BOUNDED}
    shown = [time for key, time in told.items() if key in main] or list(told.values()) or list(known.values())
    return scale_of([(time.start, time.end) for time in shown], width, shape)


def wall_size(count: int) -> int:
    """Return how many of a story's events are told first: a third of them, within the limits of `MAIN`.

    Examples
    --------
    >>> wall_size(10), wall_size(50), wall_size(300)
    (10, 16, 24)
    """
    fewest, most = MAIN
    return min(max(count // 3, fewest), most)


def label_of(event: Event, words: Words, conflicts: Sequence[Conflict] = ()) -> str:
    """Return an event's headline, with its standing when it is no plain fact, and what documents say against it."""
    label = " ".join(event.label.split())
    told = label if event.factuality == "factual" else f"{label} ({words.factuality(event.factuality)})"
    return " ".join(filter(None, (told, rejected_text(conflicts, words))))


def subject_of(event: Event) -> Entity | None:
    """Return whom an event is about: a person among its participants, else an organisation."""
    players = [player for players in event.participants.values() for player in players if isinstance(player, Entity)]
    for wanted in (PERSON, ORGANISATION):
        for player in players:
            if player.type == wanted:
                return player
    return None


def _lane_choices(story: Timeline, main: set[str]) -> dict[str, Entity]:
    """Return whose lane an event is in, where it has one: kept for those whom two or more main turns are about."""
    subjects = {event.id: subject for event in story.events if (subject := subject_of(event))}
    counts = Counter(subject.id for id, subject in subjects.items() if id in main)
    kept = {key for key, count in counts.most_common(LANES) if count > 1}
    return {id: subject for id, subject in subjects.items() if subject.id in kept}


# -- places on the axis ------------------------------------------------------------------------------------------------


def _places(
    story: Timeline, times: dict[str, When | None], scale: TimeScale | None, width: float, main: set[str]
) -> list[_Place]:
    if scale is None:
        groups = story.order()
        room = width / max(len(groups), 1)
        steps = [(event, (number + 0.3) * room) for number, group in enumerate(groups) for event in group]
        return [_Place(event, UNDATED, at, at, at) for event, at in steps]
    places = [_place(event, times[event.id], scale, width) for event in story.events]
    ways = _ways_between(places, width)
    alike: Counter[tuple[float, float]] = Counter()
    in_all = Counter(
        way for place, way in zip(places, ways, strict=True) if place.basis == UNDATED and place.event.id in main
    )
    told = []
    for place, (left, right) in zip(places, ways, strict=True):
        if place.basis != UNDATED:
            told.append(place)
            continue
        at = left + (right - left) * alike[left, right] / max(in_all[left, right], 1)  # side by side, in order
        alike[left, right] += place.event.id in main
        told.append(_Place(place.event, UNDATED, at, at, right))
    return told


def _is_off(place: _Place, main: Collection[str], times: Mapping[str, When | None], scale: TimeScale) -> bool:
    """Tell of an event without a label whose time the axis does not reach: at its end it would stand for another."""
    when = times[place.event.id]
    return place.event.id not in main and when is not None and not scale.reaches(when.start)


def _place(event: Event, time: When | None, scale: TimeScale, width: float) -> _Place:
    if time is None:
        return _Place(event, UNDATED, 0.0, 0.0, width)
    left, right = scale(time.start), scale(time.end)
    if time.basis == BOUNDED and right - left > _WIDE * width:
        return _Place(event, UNDATED, 0.0, 0.0, width)
    return _Place(event, time.basis, left, left, right)


def _ways_between(places: Sequence[_Place], width: float) -> list[tuple[float, float]]:
    """Return for each event the stretch from the dated one before it to the dated one after it, in the order."""
    dated = [place.basis not in (UNDATED, BOUNDED) for place in places]
    lefts, rights, reached = [], [], 0.0
    for place, is_dated in zip(places, dated, strict=True):
        lefts.append(reached)
        reached = place.left if is_dated else reached
    reached = width
    for place, is_dated in zip(reversed(places), reversed(dated), strict=True):
        rights.append(reached)
        reached = place.right if is_dated else reached
    return [(min(one, other), max(one, other)) for one, other in zip(lefts, reversed(rights), strict=True)]


# -- boxes in a lane ---------------------------------------------------------------------------------------------------


def _lanes(
    story: Timeline, places: Iterable[_Place], main: set[str], labels: Mapping[str, str], width: float
) -> list[Lane]:
    """Return the lanes in which something is drawn, that of the others last."""
    lane_of = _lane_choices(story, main)
    owners: dict[str, Entity | None] = {}
    members: dict[str, list[_Place]] = defaultdict(list)
    for place in places:
        owner = lane_of.get(place.event.id)
        key = owner.id if owner else ""
        owners[key] = owner
        members[key].append(place)
    lanes = [_lane(owners[key], inside, main, labels, width) for key, inside in members.items()]
    return sorted((lane for lane in lanes if lane.marks or lane.dots), key=_is_nobody)


def _lane(
    entity: Entity | None, places: Sequence[_Place], main: set[str], labels: Mapping[str, str], width: float
) -> Lane:
    marks = _stacked([place for place in places if place.event.id in main], labels, width)
    below = _height(marks)
    dots = [place for place in places if place.event.id not in main and place.basis != BOUNDED]
    return Lane(entity, marks, _heaped(dots, below))


def _stacked(places: Sequence[_Place], labels: Mapping[str, str], width: float) -> tuple[Mark, ...]:
    """Give each event with a label a box of its own, with labels as wide as makes the lane lowest."""
    tried = [_stacked_in(places, labels, width, widest) for widest in _LABELS]
    return min(tried, key=_height)


def _height(marks: Sequence[Mark]) -> float:
    return max((mark.top + mark.height for mark in marks), default=0.0)


def _stacked_in(places: Sequence[_Place], labels: Mapping[str, str], width: float, widest: float) -> tuple[Mark, ...]:
    """Give each event with a label the first height at which its box is free."""
    taken: list[tuple[float, float, float, float]] = []
    marks = []
    for place in sorted(places, key=_by_place):
        mark = _labelled(place, labels[place.event.id], width, widest)
        first = min(mark.text, mark.left - GLYPH)
        written = mark.text + _width(mark.lines)
        last = max(written, mark.at + GLYPH, written if mark.basis == UNDATED else mark.right)
        tops = sorted({0.0, *(bottom for _, _, _, bottom in taken)})
        top = next(top for top in tops if _is_free(taken, first, last, top, top + mark.height))
        taken.append((first - _GAP / 2, last + _GAP / 2, top, top + mark.height))
        marks.append(
            Mark(mark.event, mark.basis, mark.at, mark.left, mark.right, mark.text, top, mark.height, mark.lines)
        )
    return tuple(marks)


def _labelled(place: _Place, label: str, width: float, widest: float) -> Mark:
    """Wrap a label to the room after its mark, or before it where that is too little; it is never cut."""
    room, text = width - place.at + GLYPH, place.at - GLYPH
    lines = wrapped(label, min(room, widest), SIZE, most=len(label)) if room >= _TIGHT else ()
    if not lines or (room < widest and len(lines) > _LINES):
        lines = wrapped(label, widest, SIZE, most=len(label))
        text = width - _width(lines)
    height = HEAD + LINE * len(lines) + _GAP / 2
    right = place.right
    if place.basis == UNDATED:  # a way as long as the label: the rest of it would be in the way of others
        right = min(right, text + _width(lines))
    return Mark(place.event, place.basis, place.at, place.left, right, text, 0.0, height, lines)


def _width(lines: Iterable[str]) -> float:
    """Return how wide some lines are; a blank label has none."""
    return max((text_width(line, SIZE) for line in lines), default=0.0)


def _is_free(
    taken: Iterable[tuple[float, float, float, float]], first: float, last: float, top: float, bottom: float
) -> bool:
    return all(right <= first or last <= left or bottom <= above or below <= top for left, right, above, below in taken)


def _heaped(places: Iterable[_Place], top: float) -> tuple[Mark, ...]:
    """Give each event without a label a dot of its own next to its place, as many as have room there."""
    marks = []
    ends = [-_DOT] * _DOT_ROWS
    for place in sorted(places, key=_by_place):
        row = next((number for number, end in enumerate(ends) if end <= place.at), None)
        if row is None:
            row = ends.index(min(ends))
        at = max(place.at, ends[row])
        if at - place.at > _ASTRAY:
            continue
        ends[row] = at + _DOT
        marks.append(Mark(place.event, place.basis, at, place.left, place.right, top=top + row * _DOT))
    return tuple(marks)


def _is_nobody(lane: Lane) -> bool:
    return lane.entity is None


def _by_place(place: _Place) -> float:
    return place.at
