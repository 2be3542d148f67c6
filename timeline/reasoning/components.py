"""Circles in a graph: which nodes lie on one, and a line that breaks few of them."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

Graph = Sequence[Sequence[int]]


def components(followers: Graph) -> list[int]:
    """Return the number of each node's strongly connected component; a component has a higher one than those after it.

    References
    ----------
    Tarjan (1972), Depth-first search and linear graph algorithms, SIAM J. Comput. 1(2).

    Examples
    --------
    >>> components([[1], [2], [1]])
    [1, 0, 0]
    """
    unseen = -1
    index = [unseen] * len(followers)
    lowest = [0] * len(followers)
    component = [unseen] * len(followers)
    waiting: list[int] = []
    seen = numbered = 0
    for root in range(len(followers)):
        if index[root] != unseen:
            continue
        path = [(root, iter(followers[root]))]
        index[root] = lowest[root] = seen
        seen += 1
        waiting.append(root)
        while path:
            node, rest = path[-1]
            for follower in rest:
                if index[follower] == unseen:
                    index[follower] = lowest[follower] = seen
                    seen += 1
                    waiting.append(follower)
                    path.append((follower, iter(followers[follower])))
                    break
                if component[follower] == unseen:
                    lowest[node] = min(lowest[node], index[follower])
            else:
                path.pop()
                if path:
                    parent = path[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == index[node]:
                    member = unseen
                    while member != node:
                        member = waiting.pop()
                        component[member] = numbered
                    numbered += 1
    return component


def least_backward(nodes: Sequence[int], followers: Graph) -> list[int]:
    """Return nodes in a line along which few of the steps between them lead back.

    The next in line is always a node that nothing left leads to, or else the one that leads to most more than it is led
    to.

    References
    ----------
    Eades, Lin & Smyth (1993), A fast and effective heuristic for the feedback arc set problem, Inf. Process. Lett. 47;
    without its treatment of nodes that lead nowhere.

    Examples
    --------
    >>> least_backward([0, 1, 2], [[1, 2], [2], [0]])
    [0, 1, 2]
    """
    left = set(nodes)
    onward, back = _steps(nodes, followers)
    leading = {node: len(others) for node, others in onward.items()}
    led = {node: len(others) for node, others in back.items()}

    def urgency(node: int) -> tuple[bool, int, int]:
        return led[node] > 0, led[node] - leading[node], node

    queue = [urgency(node) for node in nodes]
    heapq.heapify(queue)
    line = []
    while queue:
        urgent = heapq.heappop(queue)
        node = urgent[-1]
        if node not in left or urgent != urgency(node):
            continue
        line.append(node)
        left.discard(node)
        for other in onward[node]:
            led[other] -= 1
        for other in back[node]:
            leading[other] -= 1
        for other in left.intersection((*onward[node], *back[node])):
            heapq.heappush(queue, urgency(other))
    return line


def _steps(nodes: Sequence[int], followers: Graph) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Return the steps between nodes, onward and back."""
    within = set(nodes)
    onward = {node: [other for other in followers[node] if other in within and other != node] for node in nodes}
    back: dict[int, list[int]] = {node: [] for node in nodes}
    for node, others in onward.items():
        for other in others:
            back[other].append(node)
    return onward, back
