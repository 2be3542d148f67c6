"""Accounts of one event brought together: candidates by index, best pairs first, none that contradict each other.

Only accounts that share an index key are compared, each with the few next to it by date, so that the work grows with
the number of accounts. Everything is sorted by content, so that the order of the documents makes no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import product

from timeline.merging.accounts import Account, Interval
from timeline.merging.scoring import JOIN, NAMED, NAMING, SURE, Weigh, may_be_disputed, meet, score, weighing

_WINDOW = 8  # accounts of one key that each is compared with
_TELLING = 3  # words of a headline without a type, the rarest, that another must share one of
_VOICES = 2  # other documents that must agree before two events of one document are joined


@dataclass(slots=True)
class _Cluster:
    """Accounts joined so far, by number, with what a further one must not contradict."""

    members: list[int]
    parts: dict[int, list[int]]
    day: Interval | None
    voices: set[str] = field(default_factory=set)


def clusters_of(accounts: Sequence[Account]) -> list[list[int]]:
    """Return the numbers of the accounts of each event, by first account.

    Parameters
    ----------
    accounts : sequence of Account

    Examples
    --------
    >>> clusters_of([])
    []
    """
    weigh = weighing(accounts)
    pairs = sorted(_scored(accounts, weigh))
    home = [
        _Cluster([number], {account.part: [number]}, account.day, voices={account.voice})
        for number, account in enumerate(accounts)
    ]
    for _, one, other in pairs:
        first, second = home[one], home[other]
        if first is not second and _fit(first, second, accounts, weigh):
            if len(first.members) < len(second.members):
                first, second = second, first
            _join(first, second)
            for member in second.members:
                home[member] = first
    unique = {id(cluster): cluster for cluster in home}
    return sorted(sorted(cluster.members) for cluster in unique.values())


def _scored(accounts: Sequence[Account], weigh: Weigh) -> Iterator[tuple[float, int, int]]:
    for one, other in _candidates(accounts, weigh):
        sure = score(accounts[one], accounts[other], weigh)
        if sure >= JOIN:
            yield -sure, one, other


def _candidates(accounts: Sequence[Account], weigh: Weigh) -> list[tuple[int, int]]:
    """Return pairs of accounts of different parts that share a key and stand near each other by date."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for number, account in enumerate(accounts):
        for key in _keys(account, weigh):
            blocks[key].append(number)
    places = [(account.anchor, sorted(account.inner), number) for number, account in enumerate(accounts)]
    found: set[tuple[int, int]] = set()
    for block in blocks.values():
        block.sort(key=places.__getitem__)
        for place, one in enumerate(block):
            for other in block[place + 1 : place + 1 + _WINDOW]:
                if accounts[one].part != accounts[other].part:
                    found.add((min(one, other), max(one, other)))
    return sorted(found)


def _keys(account: Account, weigh: Weigh) -> Iterator[Hashable]:
    """Yield what an account must share with another to be compared: its kind, or a word, with a name or a day."""
    yield account.telling
    whats = [NAMED if account.kind in NAMING else account.kind] if account.kind else sorted(account.stems)
    yield from product(whats, sorted(account.players | account.places) or sorted(account.near))
    if not account.kind:
        yield from (("", one) for one in sorted(account.inner))
    day = account.likely or (account.day and account.day[0])
    if day:
        yield from ((what, day) for what in dict.fromkeys((*whats, *sorted(account.stems))))
        telling = () if account.kind else nsmallest(_TELLING, ((-weigh(word), word) for word in account.clause))
        yield from ((word, day) for _, word in telling)


def _fit(first: _Cluster, second: _Cluster, accounts: Sequence[Account], weigh: Weigh) -> bool:
    """Tell whether two clusters may be one: their times meet, and no document tells them apart."""
    if first.day and second.day and not meet(first.day, second.day):
        pairs = product(_few(first, accounts), _few(second, accounts))
        if not all(may_be_disputed(one, other) or _agree(one, other) for one, other in pairs):
            return False
    twice = first.parts.keys() & second.parts.keys()
    if not twice:
        return True
    if len((first.voices | second.voices) - {accounts[n].voice for part in twice for n in first.parts[part]}) < _VOICES:
        return False
    return all(
        _sentence(accounts[one]) != _sentence(accounts[other]) and score(accounts[one], accounts[other], weigh) >= SURE
        for part in twice
        for one, other in product(first.parts[part], second.parts[part])
    )


def _sentence(account: Account) -> object:
    return account.telling[0]


def _few(cluster: _Cluster, accounts: Sequence[Account]) -> list[Account]:
    return [accounts[number] for number in cluster.members[:_WINDOW] if accounts[number].day]


def _agree(one: Account, other: Account) -> bool:
    return bool(one.day and other.day and meet(one.day, other.day))


def _join(first: _Cluster, second: _Cluster) -> None:
    first.members += second.members
    first.voices |= second.voices
    for part, numbers in second.parts.items():
        first.parts.setdefault(part, []).extend(numbers)
    if first.day is None or second.day is None:
        first.day = first.day or second.day
    elif meet(first.day, second.day):
        first.day = (max(first.day[0], second.day[0]), min(first.day[1], second.day[1]))
