"""One event out of all its accounts: participants, sources, factuality, time and mentions united.

What is shown is chosen by a fixed policy, and nothing is lost by it: every mention stays with its document.

- the **headline** and trigger are those of the account that tells most, in the language that most accounts have;
- the **standing** is what took place where any account tells it so, as a fact before hearsay; else the latest's;
- the **time** is the one that most voices give, a copied dispatch counting once; of equals the later document's.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from operator import itemgetter

from timeline.merging.accounts import ACTUAL, Account, Interval
from timeline.merging.scoring import meet
from timeline.merging.times import TimeKey
from timeline.merging.variants import Bearer
from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.participants import Participant, Participants
from timeline.model.time import TimeValue

_ORDER = ("factual", "reported", "future", "possible", "negated", "counterfactual")
_OWN = 0.6  # of the salience, what the best account gives; the rest is how many voices tell it


def united(
    id: str,
    told: Sequence[Account],
    entity_of: Mapping[Bearer, Entity],
    time_of: Mapping[TimeKey, TimeValue],
    voices: int,
) -> Event:
    """Return the event that accounts tell.

    Parameters
    ----------
    id : str
    told : sequence of Account
        By document; at least one.
    entity_of, time_of : mapping
        Entities and times of the story by part and id.
    voices : int
        How many independent documents the best told event of the story has.
    """
    main = _main(told)
    time = shown_time(told)
    actual = [account for account in told if account.standing == ACTUAL]
    standing = min((account.event.factuality for account in actual), key=_ORDER.index) if actual else _latest(told)
    return replace(
        main.event,
        id=id,
        type=_type(told, main),
        participants=_participants(told, main, entity_of),
        time=time_of[time.part, time.event.time.id] if time and time.event.time else None,
        factuality=standing,
        source=_source(told, standing, entity_of),
        mentions=tuple(mention for account in told for mention in account.event.mentions),
        salience=_salience(told, voices),
        confidence=max(account.event.confidence for account in told),
        evidence=tuple(dict.fromkeys(reason for account in (main, *told) for reason in account.event.evidence)),
    )


def shown_time(told: Sequence[Account]) -> Account | None:
    """Return the account whose time is shown: of those that most voices agree with, the narrowest, then the latest.

    A month in which two documents give different days agrees with both, and settles nothing between them: it counts for
    neither, and is shown only where there is nothing else.
    """
    days = _by_day(told)
    if not days:
        return max((account for account in told if account.event.time is not None), key=_lateness, default=None)
    sides = {day: [other for other in days if meet(day, other)] for day in days}
    deciding = [day for day in days if _is_one_side(sides[day])] or [*days]
    ranked = []
    for day in deciding:
        voices = {account.voice for other in sides[day] if other in deciding for account in days[other]}
        latest = max(days[day], key=_lateness)
        ranked.append((len(voices), _narrow(day), _lateness(latest), latest))
    return max(ranked, key=itemgetter(slice(3)))[3]


def _by_day(told: Iterable[Account]) -> dict[Interval, list[Account]]:
    days: dict[Interval, list[Account]] = defaultdict(list)
    for account in told:
        if account.day is not None:
            days[account.day].append(account)
    return days


def _is_one_side(days: Sequence[Interval]) -> bool:
    return all(meet(one, other) for one, other in combinations(days, 2))


def _narrow(day: Interval) -> float:
    return (day[0] - day[1]).total_seconds()


def _lateness(account: Account) -> tuple[float, int]:
    return account.published.timestamp() if account.published else 0.0, -account.part


def versions_of_day(told: Sequence[Account]) -> list[list[Account]]:
    """Return the accounts that give a day, in groups that agree; one group where all do.

    Examples
    --------
    >>> versions_of_day([])
    []
    """
    groups: list[tuple[Interval, list[Account]]] = []
    for account in sorted(told, key=_width):
        if account.day is None:
            continue
        home = next((group for day, group in groups if meet(day, account.day)), None)
        if home is None:
            groups.append((account.day, [account]))
        else:
            home.append(account)
    return [group for _, group in sorted(groups, key=_first_day)]


def _first_day(group: tuple[Interval, list[Account]]) -> Interval:
    return group[0]


def _width(account: Account) -> tuple[float, int]:
    day = account.day
    return ((day[1] - day[0]).total_seconds() if day else math.inf), account.part


def _main(told: Sequence[Account]) -> Account:
    """Return the account that tells most: in the commonest language, as done, with people, and the most salient."""
    languages = Counter(account.language for account in told)
    most = max(languages.values())

    def wealth(account: Account) -> tuple[bool, bool, int, float, int]:
        event = account.event
        named = len(account.players)
        return languages[account.language] == most, account.standing == ACTUAL, named > 0, event.salience, -account.part

    return max(told, key=wealth)


def _type(told: Sequence[Account], main: Account) -> str:
    kinds = Counter(account.kind for account in told if account.kind)
    return main.event.type if main.kind or not kinds else kinds.most_common(1)[0][0]


def _latest(told: Sequence[Account]) -> str:
    return told[-1].event.factuality


def _source(told: Sequence[Account], standing: str, entity_of: Mapping[Bearer, Entity]) -> Participant | None:
    sources = [account for account in told if account.event.factuality == standing]
    for account in sources:
        if account.event.source is not None:
            return moved(account.part, entity_of)(account.event.source)
    return None


def moved(part: int, entity_of: Mapping[Bearer, Entity]) -> Callable[[Participant], Participant]:
    """Return a function that gives the story's entity for one of a part."""

    def move(player: Participant) -> Participant:
        return entity_of.get((part, player.id), player) if isinstance(player, Entity) else player

    return move


def _participants(told: Sequence[Account], main: Account, entity_of: Mapping[Bearer, Entity]) -> Participants:
    """Unite who takes part: everybody named, once a role; a description only where nobody is named, `main`'s first."""
    players: dict[str, list[Participant]] = defaultdict(list)
    for account in (main, *told):
        for role, theirs in account.event.participants.items():
            players[role] += map(moved(account.part, entity_of), theirs)
    return Participants({role: _once(theirs) for role, theirs in players.items()})


def _once(players: Iterable[Participant]) -> list[Participant]:
    named: dict[str, Participant] = {}
    described: dict[str, Participant] = {}
    for player in players:
        if isinstance(player, Entity):
            named.setdefault(player.id, player)
        elif isinstance(player, Mention):
            described.setdefault(player.text.casefold(), player)
    return list(named.values()) or list(described.values())[:1]


def _salience(told: Sequence[Account], voices: int) -> float:
    """Return how much of the story an event is: what its best account says, and how many voices tell it."""
    own = max(account.event.salience for account in told)
    if voices < 2:
        return own
    told_by = len({account.voice for account in told})
    return round(own * (_OWN + (1 - _OWN) * math.log(told_by) / math.log(voices)), 4)
