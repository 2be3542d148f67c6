"""Participants: an immutable mapping from a role's name to who plays it."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView

from timeline.model.entity import Entity
from timeline.model.mention import Mention
from timeline.model.representation import one_line

Participant = Entity | Mention


class Participants(Mapping[str, tuple[Participant, ...]]):
    """Roles of an event and who plays them; hashable and picklable, which a dict or a mapping proxy is not.

    Examples
    --------
    >>> ceo = Mention("la PDG", 0, 6, "d1")
    >>> Participants({"person": [ceo]})["person"]
    (<Mention 'la PDG' 0:6 in d1>,)
    """

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[str, Iterable[Participant]] | None = None) -> None:
        self._items = {role: tuple(players) for role, players in (items or {}).items()}

    def __getitem__(self, role: str) -> tuple[Participant, ...]:
        return self._items[role]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def items(self) -> ItemsView[str, tuple[Participant, ...]]:
        """Return each role with its players; the inherited method is slower.

        Returns
        -------
        ItemsView
            Pairs of a role and a tuple.

        Examples
        --------
        >>> list(Participants({"person": ["Ada"]}).items())
        [('person', ('Ada',))]
        """
        return self._items.items()

    def values(self) -> ValuesView[tuple[Participant, ...]]:
        """Return the players of each role; the inherited method is slower.

        Returns
        -------
        ValuesView
            Tuples of entities or mentions.

        Examples
        --------
        >>> list(Participants({"person": ["Ada"]}).values())
        [('Ada',)]
        """
        return self._items.values()

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __str__(self) -> str:
        return "; ".join(f"{role}: {player}" for role, players in self._items.items() for player in players)

    def __repr__(self) -> str:
        return one_line("Participants", self or "none")
