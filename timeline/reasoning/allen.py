"""Allen's thirteen interval relations, and the names TimeML gives them.

An interval is two points, start < end. Each relation is a conjunction of ``<`` and ``=`` between the points of two
intervals, and the composition table follows from that alone: it is derived, not typed.

References
----------
Allen (1983), Maintaining knowledge about temporal intervals, CACM 26(11).
TimeML 1.2.1, relType of TLINK; ``DURING`` as in TempEval-3 (UzZaman et al. 2013), which reads it as simultaneous.
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from functools import cache
from itertools import combinations
from typing import Literal, NamedTuple, TypeVar

Endpoint = Literal["start", "end"]
Moment = TypeVar("Moment", int, float, datetime)


class Allen(Enum):
    """The thirteen relations; the value of each is its usual name.

    Examples
    --------
    >>> Allen.MEETS.converse
    <Allen.MET_BY: 'met by'>
    """

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    STARTS = "starts"
    DURING = "during"
    FINISHES = "finishes"
    EQUALS = "equals"
    FINISHED_BY = "finished by"
    CONTAINS = "contains"
    STARTED_BY = "started by"
    OVERLAPPED_BY = "overlapped by"
    MET_BY = "met by"
    AFTER = "after"

    @property
    def converse(self) -> Allen:
        """The same relation told from the other interval's side."""
        members = tuple(Allen)
        return members[-1 - members.index(self)]

    @property
    def timeml(self) -> str | None:
        """TimeML's name; None for the two overlaps, which TimeML does not name."""
        return _TIMEML_NAMES.get(self)


class Constraint(NamedTuple):
    """One point of the first interval against one of the second: ``(first) sign (second)``, sign one of ``< = >``."""

    first: Endpoint
    sign: Literal["<", "=", ">"]
    second: Endpoint


# The fewest constraints that, with start < end of both intervals, say all of the relation.
_CONSTRAINTS: dict[Allen, tuple[Constraint, ...]] = {
    Allen.BEFORE: (Constraint("end", "<", "start"),),
    Allen.MEETS: (Constraint("end", "=", "start"),),
    Allen.OVERLAPS: (Constraint("start", "<", "start"), Constraint("end", ">", "start"), Constraint("end", "<", "end")),
    Allen.STARTS: (Constraint("start", "=", "start"), Constraint("end", "<", "end")),
    Allen.DURING: (Constraint("start", ">", "start"), Constraint("end", "<", "end")),
    Allen.FINISHES: (Constraint("start", ">", "start"), Constraint("end", "=", "end")),
    Allen.EQUALS: (Constraint("start", "=", "start"), Constraint("end", "=", "end")),
    Allen.FINISHED_BY: (Constraint("start", "<", "start"), Constraint("end", "=", "end")),
    Allen.CONTAINS: (Constraint("start", "<", "start"), Constraint("end", ">", "end")),
    Allen.STARTED_BY: (Constraint("start", "=", "start"), Constraint("end", ">", "end")),
    Allen.OVERLAPPED_BY: (
        Constraint("start", ">", "start"),
        Constraint("start", "<", "end"),
        Constraint("end", ">", "end"),
    ),
    Allen.MET_BY: (Constraint("start", "=", "end"),),
    Allen.AFTER: (Constraint("start", ">", "end"),),
}

_FROM_TIMEML = {
    "BEFORE": Allen.BEFORE,
    "IBEFORE": Allen.MEETS,
    "BEGINS": Allen.STARTS,
    "IS_INCLUDED": Allen.DURING,
    "ENDS": Allen.FINISHES,
    "SIMULTANEOUS": Allen.EQUALS,
    "IDENTITY": Allen.EQUALS,
    "DURING": Allen.EQUALS,
    "DURING_INV": Allen.EQUALS,
    "ENDED_BY": Allen.FINISHED_BY,
    "INCLUDES": Allen.CONTAINS,
    "BEGUN_BY": Allen.STARTED_BY,
    "IAFTER": Allen.MET_BY,
    "AFTER": Allen.AFTER,
}
_TIMEML_NAMES = {allen: name for name, allen in reversed(_FROM_TIMEML.items())}
_TIMEML_NAMES[Allen.EQUALS] = "SIMULTANEOUS"


def from_timeml(name: str) -> Allen:
    """Return the relation that a TimeML relType stands for.

    Raises
    ------
    ValueError
        When TimeML has no such relType.

    Examples
    --------
    >>> from_timeml("IS_INCLUDED")
    <Allen.DURING: 'during'>
    """
    try:
        return _FROM_TIMEML[name]
    except KeyError:
        raise ValueError(f"{name!r} is no TimeML relType; there are {', '.join(sorted(_FROM_TIMEML))}.") from None


def constraints(relation: Allen) -> tuple[Constraint, ...]:
    """Return what a relation says of the two intervals' points.

    Examples
    --------
    >>> constraints(Allen.STARTS)[1]
    Constraint(first='end', sign='<', second='end')
    """
    return _CONSTRAINTS[relation]


def relation_between(first: tuple[Moment, Moment], second: tuple[Moment, Moment]) -> Allen:
    """Return the relation of two intervals given as (start, end) on a line.

    Examples
    --------
    >>> relation_between((1, 2), (2, 5))
    <Allen.MEETS: 'meets'>
    """
    if not (first[0] < first[1] and second[0] < second[1]):
        raise ValueError(f"{first} and {second} are not both intervals: each start must lie before its end.")
    points = {"start": 0, "end": 1}
    for relation, wanted in _CONSTRAINTS.items():
        if all(_sign(first[points[a]], second[points[b]]) == sign for a, sign, b in wanted):
            return relation
    raise AssertionError("two intervals stand in one of the thirteen relations")


def compose(first: Allen, second: Allen) -> frozenset[Allen]:
    """Return every relation that A may have to C when A has `first` to B and B has `second` to C.

    Examples
    --------
    >>> compose(Allen.BEFORE, Allen.MEETS)
    frozenset({<Allen.BEFORE: 'before'>})
    """
    return _composition_table()[first, second]


@cache
def _composition_table() -> dict[tuple[Allen, Allen], frozenset[Allen]]:
    """Try all triples of intervals on six points, which is as many as three intervals can have."""
    intervals = list(combinations(range(6), 2))
    between = {(a, b): relation_between(a, b) for a in intervals for b in intervals}
    found: dict[tuple[Allen, Allen], set[Allen]] = {}
    for a in intervals:
        for b in intervals:
            for c in intervals:
                found.setdefault((between[a, b], between[b, c]), set()).add(between[a, c])
    return {pair: frozenset(relations) for pair, relations in found.items()}


def _sign(a: Moment, b: Moment) -> str:
    return "<" if a < b else "=" if a == b else ">"
