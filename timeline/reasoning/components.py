"""Circles in a graph: which nodes lie on one, and a line that breaks few of them."""

from __future__ import annotations

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

    Nodes that nothing leads to go first, nodes that lead nowhere last, and where there are neither, the one that leads
    to most and is led to least.

    References
    ----------
    Eades, Lin & Smyth (1993), A fast and effective heuristic for the feedback arc set problem, Inf. Process. Lett. 47.

    Examples
    --------
    >>> least_backward([0, 1, 2], [[1, 2], [2], [0]])
    [0, 1, 2]
    """
    inside = set(nodes)
    onward = {node: [other for other in followers[node] if other in inside and other != node] for node in nodes}
    back: dict[int, list[int]] = {node: [] for node in nodes}
    for node, others in onward.items():
        for other in others:
            back[other].append(node)
    leading = {node: len(others) for node, others in onward.items()}
    led = {node: len(others) for node, others in back.items()}
    first: list[int] = []
    last: list[int] = []
    sources = [node for node in reversed(nodes) if not led[node]]
    sinks = [node for node in nodes if leading[node] == 0 and led[node]]
    # Candidates by how much more they lead than they are led; an entry holds until the node's surplus has changed.
    buckets: dict[int, list[int]] = {}
    for node in reversed(nodes):
        buckets.setdefault(leading[node] - led[node], []).append(node)
    highest = max(buckets, default=0)

    def place(node: int) -> None:
        nonlocal highest
        inside.discard(node)
        for other in onward[node]:
            if other in inside:
                led[other] -= 1
                surplus = leading[other] - led[other]
                buckets.setdefault(surplus, []).append(other)
                highest = max(highest, surplus)
                if not led[other]:
                    sources.append(other)
        for other in back[node]:
            if other in inside:
                leading[other] -= 1
                buckets.setdefault(leading[other] - led[other], []).append(other)
                if not leading[other]:
                    sinks.append(other)

    while inside:
        if sources:
            node, line = sources.pop(), first
        elif sinks:
            node, line = sinks.pop(), last
        else:
            while not buckets.get(highest):
                highest -= 1
            node, line = buckets[highest].pop(), first
            if node in inside and leading[node] - led[node] != highest:
                continue
        if node in inside:
            line.append(node)
            place(node)
    return first + last[::-1]
