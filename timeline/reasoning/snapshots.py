"""A story as it stood on one day."""

from __future__ import annotations

from datetime import datetime

from timeline.model.events import Events
from timeline.model.snapshot import Snapshot
from timeline.model.tenure import Tenure
from timeline.model.timeline import Timeline
from timeline.reasoning.tenure_times import BOUNDS

_REAL = frozenset({"factual", "reported"})


def snapshot(story: Timeline, start: datetime, end: datetime) -> Snapshot:
    """Return what held, who held which office and what was over in the half-open interval ``[start, end)``.

    Examples
    --------
    >>> snapshot(Timeline(), datetime(2020, 1, 1), datetime(2021, 1, 1))
    <Snapshot 2020-01-01/2020-12-31 0 in office, 0 holding, 0 past>
    """
    real = [event for event in story.events if event.factuality in _REAL]
    holding = (event for event in real if _covers(story, event.id, start, end))
    return Snapshot(
        start=start,
        end=end,
        roles=tuple(tenure for tenure in story.roles() if _held(tenure, start, end, story.reference_date)),
        holding=Events(holding, lang=story.language),
        past=Events((event for event in real if event.latest and event.latest <= end), lang=story.language),
    )


def _covers(story: Timeline, event: str, start: datetime, end: datetime) -> bool:
    """Tell whether an event is known to have begun when an interval does, and to last until it ends."""
    begun, lasts = story.graph.intervals.core(event)
    return begun is not None and lasts is not None and begun <= start and end <= lasts


def _held(tenure: Tenure, start: datetime, end: datetime, reference: datetime | None) -> bool:
    """Tell whether a tenure had certainly begun by the end of an interval, and was not over when it began.

    One without a beginning or an end stands for the reference date alone, on which its status tells of it.
    """
    serving = tenure.status in ("current", "interim")
    now = reference is not None and start <= reference < end
    begun = _begun(tenure)
    if begun is None or begun >= end:
        return serving and now and begun is None
    if tenure.until is not None:
        return tenure.until.start is not None and start <= tenure.until.start
    return serving and (reference is None or start <= reference)


def _begun(tenure: Tenure) -> datetime | None:
    """Return by when a tenure had begun: the end of its bounds, or the beginning of the time that is told."""
    since = tenure.since
    if since is None:
        return None
    return since.end if since.rule == BOUNDS else since.start
