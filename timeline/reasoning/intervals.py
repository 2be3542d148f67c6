"""IntervalGraph: items with a beginning and an end, and the relations that hold between them.

Each item (an event or a time) is two points of a `PointOrder`. Items on the calendar have points that are moments, and
moments are in order from the start. Relations are added one at a time, or many at once, strongest first; what would
contradict the stronger is refused. Where relations mostly join what is told together and mostly agree, building is
close to linear in their number; the more they contradict one another over long ways, the more must be searched. The
index that the first question builds is linear; adding drops it, so ask after adding rather than in turns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import pairwise
from types import MappingProxyType

from timeline.model.relation import CONVERSES, Relation
from timeline.reasoning.allen import Allen, Constraint, constraints, from_timeml
from timeline.reasoning.bounds import Bounds, point_bounds
from timeline.reasoning.consistency import Claim, admit, admit_all
from timeline.reasoning.points import PointOrder
from timeline.reasoning.reachability import Reachability

Interval = tuple[datetime, datetime]
# What an item has to be to a moment for all to be said of that: before, after, or within.
_OF_A_MOMENT = frozenset({"BEFORE", "AFTER", "IBEFORE", "IAFTER", "IS_INCLUDED"})
NO_DATES: Mapping[str, Interval] = MappingProxyType({})


class IntervalGraph:
    """Items ordered by TimeML relations, never contradictory.

    Parameters
    ----------
    dates : mapping of str to (datetime, datetime), optional
        Items that stand on the calendar, with their half-open intervals, each start before its end.
    items : iterable of str, optional
        Items in the order in which they are told, dated ones among them: undated ones are looked for near the dated one
        told before them, which saves work and changes no answer. Items that relations name are added by themselves.
    instants : iterable of str, optional
        Items that are a moment somewhere within their interval, as a text is written some time on the day of its date.
        What is before one, after it or goes on at it is so of the moment; all else is said of the whole interval.

    Attributes
    ----------
    dated : frozenset of str
        The items that stand on the calendar.
    begun : mapping of str to str
        Items known to begin before another is over, and that other; see `begin_by`.
    over, ahead : mapping of str to str
        The same of items over before another is, and of items that begin after another does.

    Examples
    --------
    >>> friday = (datetime(2023, 11, 17), datetime(2023, 11, 18))
    >>> monday = (datetime(2023, 11, 20), datetime(2023, 11, 21))
    >>> graph = IntervalGraph({"t1": friday, "t2": monday})
    >>> graph.add(Relation(source="e1", target="t1", type="IS_INCLUDED"))
    True
    >>> graph.add(Relation(source="t2", target="e2", type="INCLUDES"))
    True
    >>> graph.relation("e1", "e2")
    'BEFORE'
    >>> graph.add(Relation(source="e2", target="e1", type="BEFORE"))
    False
    """

    def __init__(
        self, dates: Mapping[str, Interval] = NO_DATES, items: Iterable[str] = (), *, instants: Iterable[str] = ()
    ) -> None:
        moments = sorted({moment for interval in dates.values() for moment in interval})
        self._moments = {moment: point for point, moment in enumerate(moments)}
        self._order = PointOrder(len(moments))
        self._points = {item: (self._moments[start], self._moments[end]) for item, (start, end) in dates.items()}
        self._instants: dict[str, tuple[int, int]] = {}
        self.dated = frozenset(dates)
        self.begun: dict[str, str] = {}
        self.over: dict[str, str] = {}
        self.ahead: dict[str, str] = {}
        self._index: Reachability | None = None
        self._bounds: Bounds | None = None
        self._line_up(items)
        for item in instants:
            self.points_of(item)
            self._instants[item] = (self._order.new_point(), self._order.new_point())
        self._admit(self.within_instants())

    # -- building ------------------------------------------------------------------------------------------------------

    def add(self, relation: Relation) -> bool:
        """Add a relation; return False, and change nothing, when it contradicts what is there."""
        claim = self.claim(relation)
        self._index = self._bounds = None
        return admit(self._order, claim)

    def settle(self, relations: Iterable[Relation], *, weigh: bool = True) -> tuple[Relation, ...]:
        """Add relations by falling weight, the given order breaking ties; return those refused.

        Without weighing those that contradict each other are all refused.
        """
        ranked = list(relations)
        ranked.sort(key=_doubt)
        claims = [self.claim(relation) for relation in ranked]
        self._index = self._bounds = None
        return tuple(ranked[position] for position in admit_all(self._order, claims, weigh=weigh))

    def begin_by(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Let items begin before other items are over, or before instants, each unless that contradicts what is there.

        TimeML has no relation for this. The others stand on the calendar, or are one item, or have nothing after them;
        so none of these facts contradicts another.

        Examples
        --------
        >>> graph = IntervalGraph()
        >>> graph.begin_by([("e1", "t0")])
        >>> graph.add(Relation(source="e1", target="t0", type="AFTER"))
        False
        """
        self.begun |= self._before_end(pairs, 0)

    def end_by(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Let items be over before other items are, or before instants, each unless that contradicts what is there."""
        self.over |= self._before_end(pairs, 1)

    def begin_after(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Let items begin after other items do, or after instants, each unless that contradicts what is there."""
        asked = [(item, other, self.points_of(item)[0], self.after(other)) for item, other in pairs]
        behind = self._behind()
        free = [(item, other, start, begin) for item, other, start, begin in asked if not behind(start, begin, other)]
        self._admit((begin, start) for _, _, start, begin in free)
        self.ahead |= {item: other for item, other, _, _ in free}

    def points_of(self, item: str) -> tuple[int, int]:
        """Return the start and end points of an item, adding the item when it is new."""
        points = self._points.get(item)
        if points is None:
            points = (self._order.new_point(), self._order.new_point())
            self._order.precede(*points)
            self._points[item] = points
            self._index = self._bounds = None
        return points

    def before(self, item: str) -> int:
        """Return the point by which an item is over: its end, of an instant its beginning."""
        return self._instants[item][0] if item in self._instants else self.points_of(item)[1]

    def after(self, item: str) -> int:
        """Return the point from which on an item has begun: its beginning, of an instant its end."""
        return self._instants[item][1] if item in self._instants else self.points_of(item)[0]

    def within_instants(self) -> Iterator[tuple[int, int]]:
        """Yield which points are before which within the intervals of instants."""
        for item, (start, end) in self._instants.items():
            first, last = self._points[item]
            yield from ((first, start), (start, end), (end, last))

    def claim(self, relation: Relation) -> Claim:
        """Return what a relation says of the graph's points."""
        less, equal = [], []
        for constraint in constraints(from_timeml(relation.type)):
            p, q = self.pair(relation.source, constraint, relation.target, relation.type)
            if constraint.sign == "=":
                equal.append((p, q))
            else:
                less.append((p, q) if constraint.sign == "<" else (q, p))
        return Claim(tuple(less), tuple(equal))

    def pair(self, a: str, constraint: Constraint, b: str, type: str) -> tuple[int, int]:
        """Return the points that a constraint speaks of, one of those that put `a` in a TimeML relation to `b`."""
        first = self._instants.get(a) if type in _OF_A_MOMENT else None
        second = self._instants.get(b) if CONVERSES[type] in _OF_A_MOMENT else None
        first, second = first or self.points_of(a), second or self.points_of(b)
        return first[constraint.first == "end"], second[constraint.second == "end"]

    # -- asking --------------------------------------------------------------------------------------------------------

    @property
    def order(self) -> PointOrder:
        """The order of the points; to be read, not changed."""
        return self._order

    @property
    def items(self) -> tuple[str, ...]:
        """All items, those on the calendar first."""
        return tuple(self._points)

    @property
    def moments(self) -> Mapping[datetime, int]:
        """The calendar's moments in order, and their points."""
        return MappingProxyType(self._moments)

    def __contains__(self, item: str) -> bool:
        return item in self._points

    def allen(self, a: str, b: str) -> Allen | None:
        """Return the one Allen relation that `a` is known to have to `b`, None when several are possible.

        Of an instant, what it has to the whole interval comes before what it has to the moment.
        """
        if a not in self._points or b not in self._points:
            return None
        known = self._allen(self._points[a], self._points[b])
        if known is None and not self._instants.keys().isdisjoint((a, b)) and a != b:
            known = self._allen(*(self._instants.get(item, self._points[item]) for item in (a, b)))
        return known

    def _allen(self, first: tuple[int, int], second: tuple[int, int]) -> Allen | None:
        signs = {
            (one, other): self._sign(p, q)
            for one, p in zip(("start", "end"), first, strict=True)
            for other, q in zip(("start", "end"), second, strict=True)
        }
        for relation in Allen:
            if all(signs[one, other] == sign for one, sign, other in constraints(relation)):
                return relation
        return None

    def relation(self, a: str, b: str) -> str | None:
        """Return the TimeML relation of `a` to `b`; None when it is not known, or TimeML has no name for it."""
        known = self.allen(a, b)
        return known.timeml if known else None

    def holds(self, a: str, type: str, b: str) -> bool:
        """Return whether the relations entail that `a` stands in the TimeML relation `type` to `b`."""
        if a not in self._points or b not in self._points:
            return False
        wanted = constraints(from_timeml(type))
        return all(self._sign(*self.pair(a, constraint, b, type)) == constraint.sign for constraint in wanted)

    def is_before(self, a: str, b: str) -> bool:
        """Return whether `a` is known to be over when `b` begins (BEFORE or IBEFORE)."""
        if a not in self._points or b not in self._points:
            return False
        return self._sign(self._points[a][1], self._points[b][0]) in ("<", "=")

    def precedes(self, p: int, q: int) -> bool:
        """Return whether one point is known to be before another."""
        if self._index is None:
            self._index = Reachability(self._order)
        return self._index.precedes(p, q)

    def bounds(self, item: str) -> tuple[datetime | None, datetime | None]:
        """Return the moments between which an item is known to lie, half-open; None where nothing is known."""
        if item not in self._points:
            return None, None
        start, end = self._points[item]
        return self._closest().earliest(start), self._closest().latest(end)

    def core(self, item: str) -> tuple[datetime | None, datetime | None]:
        """Return by when an item is known to have begun, and until when it is known to last; None when not known."""
        if item not in self._points:
            return None, None
        start, end = self._points[item]
        return self._closest().latest(start), self._closest().earliest(end)

    def is_within(self, a: str, b: str) -> bool:
        """Return whether `a` is known to begin no earlier than `b` and to end no later (Allen's s, d, f and =)."""
        (start, end), (first, last) = self._points[a], self._points[b]
        return self._sign(first, start) in ("<", "=") and self._sign(end, last) in ("<", "=")

    def shares_time(self, a: str, b: str) -> bool:
        """Return whether `a` and `b` are known to have a stretch of time in common."""
        (start, end), (first, last) = self._points[a], self._points[b]
        return self._sign(start, last) == "<" and self._sign(first, end) == "<"

    # -- inside --------------------------------------------------------------------------------------------------------

    def _before_end(self, pairs: Iterable[tuple[str, str]], side: int) -> dict[str, str]:
        """Put one side of items before others are over where that agrees with what is there; return those."""
        asked = [(item, other, self.points_of(item)[side], self.before(other)) for item, other in pairs]
        behind = self._behind()
        free = [(item, other, point, end) for item, other, point, end in asked if not behind(end, point, other)]
        self._admit((point, end) for _, _, point, end in free)
        return {item: other for item, other, _, _ in free}

    def _behind(self) -> Callable[[int, int, str], bool]:
        """Return a test whether a point is known to be at or before a second, one of them a point of an item.

        Where that item stands on the calendar the closest moments around the points tell; they are found in one pass.
        """
        order = self._order

        def behind(p: int, q: int, item: str) -> bool:
            if order.find(p) == order.find(q):
                return True
            if item in self.dated and item not in self._instants:
                closest = self._closest()
                latest, earliest = closest.latest(p), closest.earliest(q)
                return latest is not None and earliest is not None and latest <= earliest
            return self.precedes(p, q)

        return behind

    def _closest(self) -> Bounds:
        if self._bounds is None:
            self._bounds = point_bounds(self._order, self._moments)
        return self._bounds

    def _admit(self, pairs: Iterable[tuple[int, int]]) -> None:
        ranks = [self._order.rank(point) for point in range(len(self._order))]
        self._order.admit(pairs, (), wishes=ranks)
        self._index = self._bounds = None

    def _line_up(self, items: Iterable[str]) -> None:
        """Put the moments in order, add items, and rank the undated ones where they are told."""
        wishes = [(point, 0) for point in self._moments.values()]
        current = 0
        for place, item in enumerate(dict.fromkeys(items), start=1):
            start, _ = self.points_of(item)
            if item in self.dated:
                current = start
            else:
                wishes += [(current, place), (current, place)]
        self._order.admit(pairwise(self._moments.values()), (), wishes=wishes)

    def _sign(self, p: int, q: int) -> str | None:
        if self._order.find(p) == self._order.find(q):
            return "="
        if self.precedes(p, q):
            return "<"
        return ">" if self.precedes(q, p) else None


def _doubt(relation: Relation) -> float:
    return -relation.weight
