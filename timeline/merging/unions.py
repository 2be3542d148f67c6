"""Union-find over hashable items (Tarjan 1975)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Unions(Generic[Item]):
    """Disjoint sets; groups and their members keep the order in which items were given.

    Examples
    --------
    >>> unions = Unions("abcd")
    >>> unions.join("c", "a")
    >>> unions.groups()
    [['a', 'c'], ['b'], ['d']]
    """

    __slots__ = ("_parent", "_place")

    def __init__(self, items: Iterable[Item]) -> None:
        self._parent = {item: item for item in items}
        self._place = {item: place for place, item in enumerate(self._parent)}

    def find(self, item: Item) -> Item:
        """Return the first item of the set of an item."""
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, one: Item, other: Item) -> None:
        """Make one set of the sets of two items."""
        one, other = self.find(one), self.find(other)
        if one != other:
            first, second = (one, other) if self._place[one] < self._place[other] else (other, one)
            self._parent[second] = first

    def groups(self) -> list[list[Item]]:
        """Return the sets."""
        found: dict[Item, list[Item]] = {}
        for item in self._parent:
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())
