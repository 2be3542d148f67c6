"""Where each event of a story is drawn: a lane for whom it is about, a place on the axis, a row free of others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from timeline.display.scale import TimeScale, scale_of
from timeline.model.entity import ORGANISATION, PERSON, Entity
from timeline.model.event import Event
from timeline.model.timeline import Timeline

LABELLED = 40  # events with a label; the others are ticks that tell themselves when pointed at
LANES = 12
LABEL_LENGTH = 46  # characters
_CHAR = 6.3  # pixels of a character at the labels' size
_MARK = 14  # pixels between a mark and its label


@dataclass(frozen=True, slots=True)
class Mark:
    """One event in the picture, in pixels from the left of the axis and in rows of its lane."""

    event: Event
    left: float
    right: float
    row: int
    label: str  # empty for a tick


@dataclass(frozen=True, slots=True)
class Lane:
    """One person or organisation, or None for what is about nobody named."""

    entity: Entity | None
    marks: tuple[Mark, ...]

    @property
    def rows(self) -> int:
        """How many rows of labels the lane needs."""
        return 1 + max((mark.row for mark in self.marks), default=0)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis, in pixels, and the moment it stands for; None on an axis of mere order."""

    at: float
    moment: datetime | None


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole picture."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    width: float


def layout_of(story: Timeline, *, width: float = 900, labelled: int = LABELLED) -> Layout:
    """Lay a story out.

    Parameters
    ----------
    story : Timeline
    width : float
        Pixels of the time axis.
    labelled : int
        How many of the most salient events get a label.

    Returns
    -------
    Layout
    """
    intervals = intervals_of(story.events)
    dated = [interval for interval in intervals if interval]
    scale = scale_of(dated) if dated else None
    spans = _spans(story, intervals, scale, width)
    shown = {event.id for event in story.highlights(labelled)}
    lane_of = _lane_choices(story)
    grouped: dict[str, list[tuple[Event, float, float]]] = {}
    for event, (left, right) in zip(story.events, spans, strict=True):
        grouped.setdefault(lane_of[event.id], []).append((event, left, right))
    entities = {entity.id: entity for entity in story.entities}
    lanes = [Lane(entities.get(key), tuple(_stacked(items, shown, width))) for key, items in grouped.items()]
    lanes.sort(key=_is_nobody)
    return Layout(tuple(lanes), tuple(_ticks(scale, width)), width)


def intervals_of(events: Sequence[Event]) -> list[tuple[datetime, datetime] | None]:
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
        lower.append(event.earliest or reached)
    reached, upper = last, []
    for event in reversed(events):
        upper.append(event.latest or reached)
        reached = min(reached, event.latest or reached)
    return [(low, max(low, high)) for low, high in zip(lower, reversed(upper), strict=True)]


def subject_of(event: Event) -> Entity | None:
    """Return whom an event is about: a person among its participants, else an organisation."""
    players = [player for players in event.participants.values() for player in players if isinstance(player, Entity)]
    for wanted in (PERSON, ORGANISATION):
        for player in players:
            if player.type == wanted:
                return player
    return None


def _lane_choices(story: Timeline) -> dict[str, str]:
    """Return each event's lane, keeping lanes for those whom most salience is about."""
    subjects = {event.id: subject_of(event) for event in story.events}
    weights: Counter[str] = Counter()
    for event in story.events:
        subject = subjects[event.id]
        if subject:
            weights[subject.id] += 1 + int(100 * event.salience)
    kept = {key for key, _ in weights.most_common(LANES)}
    return {key: subject.id if subject and subject.id in kept else "" for key, subject in subjects.items()}


def _spans(
    story: Timeline, intervals: Sequence[tuple[datetime, datetime] | None], scale: TimeScale | None, width: float
) -> list[tuple[float, float]]:
    if scale is not None:
        return [(scale(low) * width, scale(high) * width) for low, high in filter(None, intervals)]
    groups = story.order()
    room = width / max(len(groups), 1)
    place = {event.id: number * room for number, group in enumerate(groups) for event in group}
    return [(place[event.id], place[event.id]) for event in story.events]


def _stacked(items: Iterable[tuple[Event, float, float]], shown: set[str], width: float) -> Iterator[Mark]:
    """Give each event the first row in which nothing is in its way; ticks share the first row."""
    ends: list[float] = []
    for event, left, right in sorted(items, key=_by_place):
        if event.id not in shown:
            yield Mark(event, left, right, 0, "")
            continue
        label = event.label if len(event.label) <= LABEL_LENGTH else event.label[: LABEL_LENGTH - 1].rstrip() + "…"
        needed = _MARK + len(label) * _CHAR
        start = min(left, width - needed)
        row = next((number for number, end in enumerate(ends) if end <= start), len(ends))
        ends[row:] = [max(right, start + needed), *ends[row + 1 :]]
        yield Mark(event, left, right, row, label)


def _by_place(item: tuple[Event, float, float]) -> float:
    return item[1]


def _is_nobody(lane: Lane) -> bool:
    return lane.entity is None


def _ticks(scale: TimeScale | None, width: float) -> Iterator[Tick]:
    """Yield the axis's moments, leaving out those too near to the one before."""
    last = -1000.0
    for moment, position in zip(scale.boundaries, scale.positions, strict=True) if scale else ():
        if position * width - last >= 62 and moment.hour == moment.minute == 0:
            last = position * width
            yield Tick(last, moment)
