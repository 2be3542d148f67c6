"""Where each event of a story is drawn: a lane for whom it is about, a place on the axis, a row free of others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from timeline.display.metrics import shortened, text_width
from timeline.display.scale import TimeScale, linear_scale, scale_of
from timeline.model.entity import ORGANISATION, PERSON, Entity
from timeline.model.event import Event
from timeline.model.timeline import Timeline

LABELLED = (10, 24)  # how few and how many events have a label: what would hang on a wall
LANES = 12
SIZE = 12.0  # of the labels' letters, in pixels
RIGHT = 90.0  # pixels that labels may use beyond the end of the axis
GLYPH = 11.0  # from a mark's middle to its label
_LABEL = 400.0  # widest label
_BETWEEN = 14.0  # between neighbours in a row
_DOT = 8.0  # room of an event without a label
_DOT_ROWS = 4

Interval = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event is on the axis, in pixels: its mark, and the bar from `left` to `right` that it lies on."""

    at: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Mark:
    """One event in the picture; `label` is empty for one that is drawn as a dot, in rows of dots."""

    event: Event
    place: Place
    row: int
    label: str = ""
    before: bool = False  # the label stands before the mark, for want of room after it


@dataclass(frozen=True, slots=True)
class Lane:
    """One person or organisation, or None for what is about nobody named."""

    entity: Entity | None
    marks: tuple[Mark, ...]
    dots: tuple[Mark, ...]

    @property
    def rows(self) -> int:
        """How many rows of labels the lane needs."""
        return max((mark.row + 1 for mark in self.marks), default=0)

    @property
    def dot_rows(self) -> int:
        """How many rows of dots the lane needs."""
        return max((mark.row + 1 for mark in self.dots), default=0)


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole picture; `scale` is None on an axis of mere order."""

    lanes: tuple[Lane, ...]
    scale: TimeScale | None
    width: float
    reference_date: datetime | None = None


def layout_of(story: Timeline, *, width: float = 800, labelled: int | None = None, linear: bool = False) -> Layout:
    """Lay a story out.

    Parameters
    ----------
    story : Timeline
    width : float
        Pixels of the time axis.
    labelled : int, optional
        How many of the most salient events get a label; the others are dots. `wall_size` of the story when not given.
    linear : bool
        Give each day the same room, as charts do, whatever happens in it.

    Returns
    -------
    Layout
    """
    intervals = intervals_of(story.events)
    dated = [interval for interval in intervals if interval]
    scale = (linear_scale(dated) if linear else scale_of(dated)) if dated else None
    places = _places(story, intervals, scale, width)
    shown = {event.id for event in story.highlights(wall_size(len(story)) if labelled is None else labelled)}
    lane_of = _lane_choices(story, shown)
    members: dict[str, list[Event]] = defaultdict(list)
    for event in story.events:
        members[lane_of[event.id]].append(event)
    entities = {entity.id: entity for entity in story.entities}
    lanes = [_lane(entities.get(key), events, places, shown, width) for key, events in members.items()]
    lanes.sort(key=_is_nobody)
    return Layout(tuple(lanes), scale, width, story.reference_date)


def wall_size(count: int) -> int:
    """Return how many of a story's events are told first: a third of them, within the limits of `LABELLED`.

    Examples
    --------
    >>> wall_size(10), wall_size(50), wall_size(300)
    (10, 16, 24)
    """
    fewest, most = LABELLED
    return min(max(count // 3, fewest), most)


def intervals_of(events: Sequence[Event]) -> list[Interval | None]:
    """Return for each event the interval it lies in: its bounds, filled up from its neighbours in the order.

    None for every event when no event stands on the calendar.
    """
    known = [event for event in events if event.earliest or event.latest]
    if not known:
        return [None] * len(events)
    moments = [moment for event in known for moment in (event.earliest, event.latest) if moment]
    first, last = min(moments), max(moments)
    reached, lower = first, []
    for event in events:
        reached = max(reached, event.earliest or reached)
        lower.append(event.earliest or min(reached, event.latest or reached))
    reached, upper = last, []
    for event in reversed(events):
        upper.append(event.latest or reached)
        reached = min(reached, event.latest or reached)
    return [(low, max(low, high)) for low, high in zip(lower, reversed(upper), strict=True)]


def is_dated(event: Event) -> bool:
    """Return whether an event has a time on the calendar, and not only bounds."""
    return event.time is not None and event.time.resolved


def subject_of(event: Event) -> Entity | None:
    """Return whom an event is about: a person among its participants, else an organisation."""
    players = [player for players in event.participants.values() for player in players if isinstance(player, Entity)]
    for wanted in (PERSON, ORGANISATION):
        for player in players:
            if player.type == wanted:
                return player
    return None


def _lane_choices(story: Timeline, shown: set[str]) -> dict[str, str]:
    """Return each event's lane: lanes are kept for those whom most of what is labelled is about."""
    subjects = {event.id: subject_of(event) for event in story.events}
    weights: Counter[str] = Counter()
    for event in story.events:
        subject = subjects[event.id]
        if subject and event.id in shown:
            weights[subject.id] += 1 + int(100 * event.salience)
    kept = {key for key, _ in weights.most_common(LANES)}
    return {key: subject.id if subject and subject.id in kept else "" for key, subject in subjects.items()}


def _places(
    story: Timeline, intervals: Sequence[Interval | None], scale: TimeScale | None, width: float
) -> dict[str, Place]:
    if scale is None:
        groups = story.order()
        room = width / max(len(groups), 1)
        steps = ((event, (number + 0.5) * room) for number, group in enumerate(groups) for event in group)
        return {event.id: Place(at, at, at) for event, at in steps}
    ends = [(scale(low) * width, scale(high) * width) for low, high in filter(None, intervals)]
    undated: dict[tuple[float, float], list[str]] = defaultdict(list)
    for event, end in zip(story.events, ends, strict=True):
        if not is_dated(event):
            undated[end].append(event.id)
    places = {event.id: Place(left, left, right) for event, (left, right) in zip(story.events, ends, strict=True)}
    for (left, right), alike in undated.items():  # side by side in their common interval, in order
        step = (right - left) / (len(alike) + 1)
        places |= {key: Place(left + number * step, left, right) for number, key in enumerate(alike, start=1)}
    return places


def _lane(
    entity: Entity | None, events: Sequence[Event], places: Mapping[str, Place], shown: set[str], width: float
) -> Lane:
    marks = _stacked((event for event in events if event.id in shown), places, width)
    dots = _heaped((event for event in events if event.id not in shown), places)
    return Lane(entity, marks, dots)


def _stacked(events: Iterable[Event], places: Mapping[str, Place], width: float) -> tuple[Mark, ...]:
    """Give each event with a label the first row in which nothing is in its way."""
    marks: list[Mark] = []
    rows: list[list[tuple[float, float]]] = []
    for event in events:
        place = places[event.id]
        label = shortened(event.label, min(_LABEL, width / 2), SIZE)
        needed = GLYPH + text_width(label, SIZE)
        before = place.at + needed > width + RIGHT
        start, end = (place.at - needed, place.at + GLYPH) if before else (place.at - GLYPH, place.at + needed)
        taken = (min(start, place.left) - _BETWEEN / 2, max(end, place.right) + _BETWEEN / 2)
        row = next((number for number, others in enumerate(rows) if _is_free(others, taken)), len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].append(taken)
        marks.append(Mark(event, place, row, label, before))
    return tuple(marks)


def _heaped(events: Iterable[Event], places: Mapping[str, Place]) -> tuple[Mark, ...]:
    """Give each event without a label a dot of its own as near its place as the rows of dots allow."""
    marks = []
    ends = [-_DOT] * _DOT_ROWS
    placed = sorted(((places[event.id].at, number, event) for number, event in enumerate(events)), key=_first_two)
    for _, _, event in placed:
        place = places[event.id]
        row = next((number for number, end in enumerate(ends) if end <= place.at), None)
        if row is None:
            row = ends.index(min(ends))
        at = min(max(place.at, ends[row]), max(place.right, place.at))
        ends[row] = at + _DOT
        marks.append(Mark(event, Place(at, place.left, place.right), row))
    return tuple(marks)


def _is_free(others: Iterable[tuple[float, float]], taken: tuple[float, float]) -> bool:
    return all(end <= taken[0] or taken[1] <= start for start, end in others)


def _first_two(item: tuple[float, int, Event]) -> tuple[float, int]:
    return item[:2]


def _is_nobody(lane: Lane) -> bool:
    return lane.entity is None
