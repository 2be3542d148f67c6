"""Times of many documents in one story: new ids, and each day of publication as a time of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

from timeline.merging.parts import day_of
from timeline.model.granularity import Granularity
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline
from timeline.reasoning.placing import PUBLISHED, REFERENCE

TimeKey = tuple[int, str]  # the number of a part, and the id of a time in it


def renumbered_times(parts: Sequence[Timeline]) -> tuple[list[TimeValue], dict[TimeKey, TimeValue]]:
    """Return the times of all parts under new ids, and which each has become.

    Times stay as they were resolved, so a resolved one needs no anchor any more. A reference date becomes a time with
    the rule `PUBLISHED`, one for all documents of its day.
    """
    time_of: dict[TimeKey, TimeValue] = {}
    days: dict[datetime, TimeValue] = {}
    numbers = count(1)
    for number, part in enumerate(parts):
        if part.reference_date is not None:
            day = day_of(part.reference_date)
            if day not in days:
                days[day] = _published(f"t{next(numbers)}", day)
            time_of[number, REFERENCE] = days[day]
        for time in part.times:
            kept = replace(time, anchor=None, unresolved=time.timex3) if time.resolved else time
            time_of[number, time.id] = replace(kept, id=f"t{next(numbers)}")
    for (number, key), time in list(time_of.items()):
        if time.anchor or time.begin_point or time.end_point:
            anchor, begin, end = (
                time_of[number, point].id if point and (number, point) in time_of else None
                for point in (time.anchor, time.begin_point, time.end_point)
            )
            time_of[number, key] = replace(time, anchor=anchor or time.anchor, begin_point=begin, end_point=end)
    return list({time.id: time for time in time_of.values()}.values()), time_of


def _published(id: str, day: datetime) -> TimeValue:
    return TimeValue(
        id=id,
        type="DATE",
        timex3=f"{day:%Y-%m-%d}",
        unresolved=f"{day:%Y-%m-%d}",
        granularity=Granularity.DAY,
        start=day,
        end=day + timedelta(days=1),
        rule=PUBLISHED,
    )
