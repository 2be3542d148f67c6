"""Which events stand for a story: the most salient, each fact once.

A greedy choice by marginal relevance (Carbonell & Goldstein 1998): of what is left, the event whose salience, less what
it has in common with those chosen, is highest. What is one event is said by the stage ``events``, which joins its
mentions; here it is asked how far two headlines tell a reader the same.
"""

from __future__ import annotations

from collections import Counter
from datetime import date as Date
from heapq import heapify, heappop, heappush
from math import ldexp, log

from timeline.model.event import Event
from timeline.model.events import Events
from timeline.model.who import fold

COMMON = 1.0  # log-odds that an event loses whose headline says nothing new; by cross-validation on told stories
SAME = 10.0  # so much in common that a headline which stands there already is left out
APART = 0.5  # how much like headlines of two sentences have in common, against those of one
STEM, SHORT = 5, 2  # letters of a word that its forms share; and of one that says nothing
TINY = 1e-4


def highlights(events: Events, n: int, *, spread: bool = False) -> Events:
    """Return the `n` events that tell most, in the order given.

    Where they are to be `spread`, as in a story of many documents, a day's events beyond its share count for less.
    """
    worth = [_log_odds(value) for value in (_spread(events, n) if spread else [event.salience for event in events])]
    words = [_words(event) for event in events]
    common = [0.0] * len(events)
    seen = [0] * len(events)  # how many of those chosen an event was compared with
    chosen: list[int] = []
    waiting = [(-value, place) for place, value in enumerate(worth)]
    heapify(waiting)
    while waiting and len(chosen) < n:
        _, place = heappop(waiting)
        if seen[place] == len(chosen):
            chosen.append(place)
            continue
        others = chosen[seen[place] :]
        shares = [_common(events[place], events[other], words[place], words[other]) for other in others]
        common[place] = max(common[place], *shares)
        seen[place] = len(chosen)
        if common[place] < SAME:
            heappush(waiting, (COMMON * common[place] - worth[place], place))
    return Events((events[place] for place in sorted(chosen)), lang=events.lang)


def _spread(events: Events, n: int) -> list[float]:
    """Return the salience of events, halved for each that a day has beyond its share of the `n` to be chosen."""
    days = [_day(event) for event in events]
    share = -(-n // max(len({*days} - {None}), 1))
    salience = [event.salience for event in events]
    told: Counter[Date] = Counter()
    for place in sorted(range(len(events)), key=[-value for value in salience].__getitem__):
        day = days[place]
        if day is not None:
            salience[place] = ldexp(salience[place], -max(told[day] - share + 1, 0))  # no overflow
            told[day] += 1
    return salience


def _day(event: Event) -> Date | None:
    """Return the day an event stands for, of one without an estimate the first that its time gives."""
    if event.when is not None:
        return event.when.day
    return event.time.start.date() if event.time is not None and event.time.start else None


def _log_odds(share: float) -> float:
    share = min(max(share, TINY), 1 - TINY)
    return log(share / (1 - share))


def _words(event: Event) -> frozenset[str]:
    """Return the beginnings of the words of a headline."""
    return frozenset(word[:STEM] for word in fold(event.label).replace("'", " ").split() if len(word) > SHORT)


def _common(one: Event, other: Event, ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Return how much of the shorter of two headlines the other tells, 0 to 1; 0 for two dates, `SAME` for one text."""
    if _ends_before(one, other) or _ends_before(other, one) or not ours or not theirs:
        return 0.0
    if one.label == other.label:
        return SAME
    alike = one.type == other.type != "Other" and bool(one.participants) and one.participants == other.participants
    share = 1.0 if alike else len(ours & theirs) / min(len(ours), len(theirs))
    return share if alike or one.passage == other.passage else APART * share


def _ends_before(one: Event, other: Event) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest <= other.earliest
