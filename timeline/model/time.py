"""TimeValue: a temporal expression and what it resolves to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from timeline.model.edtf import edtf_between, edtf_of
from timeline.model.granularity import Granularity
from timeline.model.mention import Mention
from timeline.model.representation import one_line, quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeValue:
    """A TIMEX3: what the text said of a time, and, apart from it, what that resolves to.

    Attributes
    ----------
    id : str
        ``"t1"``, ``"t2"``… in the order of the text; ``"t0"`` is the reference date.
    type : str
        ``"DATE"``, ``"TIME"``, ``"DURATION"`` or ``"SET"`` (TimeML 1.2.1).
    timex3 : str
        The TIMEX3 value, ``"2023-11-20TMO"``; equal to `unresolved` while the anchor is not known.
    unresolved : str
        What the text alone says: a TIMEX3 value with X where the anchor decides (``"XXXX-WXX-5"``), or a shift from the
        anchor. `timeline.reasoning.notation` documents the form; `timeline.reasoning.resolution` turns it into a value.
    anchor : str or None
        Id of the time that `unresolved` counts from: ``"t0"`` for the reference date; None when the text says it all.
    granularity : Granularity or None
        Width of the unit named; None for durations, sets and vague times.
    start, end : datetime or None
        Half-open interval, naive, in the local time of the reference date; None when unresolved, or not an interval.
        A time counted from a coarser one, "the next day" after "in May", has no value, but lies between these.
    mod, quant, freq : str or None
        TIMEX3 attributes (``"APPROX"``, ``"START"``…; ``"EVERY"``; ``"2X"``).
    begin_point, end_point : str or None
        Ids of the times where an anchored duration begins and ends.
    mention : Mention or None
        Where the text says it; None for the reference date and for empty TIMEX3.
    rule : str
        Name of the rule that found it.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta lundi.", date="2023-11-21", lang="fr")
    >>> story.times[0].timex3, story.times[0].edtf, story.times[0].start
    ('2023-11-20', '2023-11-20', datetime.datetime(2023, 11, 20, 0, 0))
    """

    id: str
    type: str
    timex3: str
    unresolved: str = ""
    anchor: str | None = None
    granularity: Granularity | None = None
    start: datetime | None = None
    end: datetime | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    begin_point: str | None = None
    end_point: str | None = None
    mention: Mention | None = None
    rule: str = ""

    @property
    def edtf(self) -> str | None:
        """The value as an EDTF (ISO 8601-2:2019) string, or None where EDTF has no form for it."""
        if self.mod in ("START", "MID", "END") and self.start is not None and self.end is not None:
            return edtf_between(self.start, self.end)
        return edtf_of(self.timex3, mod=self.mod)

    @property
    def resolved(self) -> bool:
        """True when the value stands on the calendar, not only between two days of it."""
        return self.start is not None and "X" not in self.timex3

    def __str__(self) -> str:
        return self.timex3

    def __repr__(self) -> str:
        said = quoted(self.mention.text) if self.mention else ""
        return one_line("TimeValue", self.id, self.type, self.timex3, self.mod or "", said)
