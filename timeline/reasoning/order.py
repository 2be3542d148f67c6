"""Events in one line that agrees with all that is known, and in groups that cannot be told apart."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from timeline.reasoning.intervals import IntervalGraph
from timeline.reasoning.points import PointOrder


def in_line(graph: IntervalGraph, wishes: Mapping[str, Any]) -> list[str]:
    """Return items by their beginnings: as the graph knows them, and by smallest wish where it leaves a choice.

    Parameters
    ----------
    graph : IntervalGraph
    wishes : mapping of str to a comparable value
        The items to line up, each with its sort key.

    Examples
    --------
    >>> from timeline.model import Relation
    >>> graph = IntervalGraph(items=("e1", "e2", "e3"))
    >>> graph.add(Relation(source="e3", target="e1", type="BEFORE"))
    True
    >>> in_line(graph, {"e1": 1, "e2": 2, "e3": 3})
    ['e2', 'e3', 'e1']
    """
    beginning = _by_class(graph, sorted(wishes, key=wishes.__getitem__), end=False)
    priority = {point: wishes[items[0]] for point, items in beginning.items()}
    return [item for point in _sweep(graph.order, priority) for item in beginning.get(point, ())]


def in_groups(graph: IntervalGraph, line: Sequence[str]) -> list[tuple[str, ...]]:
    """Cut a line of items into groups, as few and as early as possible.

    A group ends where the next item is known to begin after a member of the group is over. So no member of a group is
    known to be before another, and of two items of which one is known to be before the other the earlier has an earlier
    group. An item that could stand in several groups, the order being partial, stands where the line puts it.

    Examples
    --------
    >>> from timeline.model import Relation
    >>> graph = IntervalGraph(items=("e1", "e2", "e3"))
    >>> graph.add(Relation(source="e1", target="e3", type="BEFORE"))
    True
    >>> in_groups(graph, ["e1", "e2", "e3"])
    [('e1', 'e2'), ('e3',)]
    """
    order = graph.order
    places = {item: place for place, item in enumerate(line)}
    beginning, ending = _by_class(graph, line, end=False), _by_class(graph, line, end=True)
    over = [-1] * len(order)  # for each class, the last group of which a member is over by then
    groups: list[list[str]] = []
    group_of: dict[str, int] = {}
    for point in _sweep(order, {point: places[items[0]] for point, items in beginning.items()}):
        for item in ending.get(point, ()):
            over[point] = max(over[point], group_of[item])
        if point in beginning:
            if over[point] == len(groups) - 1:
                groups.append([])
            groups[-1].extend(beginning[point])
            group_of.update(dict.fromkeys(beginning[point], len(groups) - 1))
        for follower in order.later(point):
            over[follower] = max(over[follower], over[point])
    return [tuple(group) for group in groups]


def _by_class(graph: IntervalGraph, items: Sequence[str], *, end: bool) -> dict[int, list[str]]:
    """Return the items that begin (or end) at each class of points, in the order given."""
    found: dict[int, list[str]] = {}
    for item in items:
        found.setdefault(graph.order.find(graph.points_of(item)[end]), []).append(item)
    return found


def _sweep(order: PointOrder, priority: Mapping[int, Any]) -> Iterator[int]:
    """Yield the classes in topological order; those with a priority by it, the others as soon as they are free."""
    classes = order.topological()
    waiting = [0] * len(order)
    for point in classes:
        waiting[point] = len(order.earlier(point))
    free: list[int] = []
    choices: list[tuple[Any, int]] = []

    def release(point: int) -> None:
        if point in priority:
            heapq.heappush(choices, (priority[point], point))
        else:
            free.append(point)

    for point in classes:
        if not waiting[point]:
            release(point)
    while free or choices:
        point = free.pop() if free else heapq.heappop(choices)[1]
        yield point
        for follower in order.later(point):
            waiting[follower] -= 1
            if not waiting[follower]:
                release(follower)
