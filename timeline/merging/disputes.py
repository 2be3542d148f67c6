"""What documents contradict each other about, kept out of the order.

An event whose documents give days that do not meet lies somewhere between the first and the last of them: that is all
the order is told, and the day shown is chosen by `timeline.merging.twins`. Two events that one document puts in one
order and another in the other have none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from timeline.merging.accounts import Account, Interval
from timeline.merging.twins import versions_of_day
from timeline.model.event import Event
from timeline.model.mention import Evidence
from timeline.model.relation import Relation
from timeline.model.time import TimeValue

DISPUTED = Evidence("disputed")
_DOUBT = 0.2  # below `timeline.reasoning.story.LEAST_CONFIDENCE`: kept as evidence, decides nothing
_SIDES = {"BEFORE": 1, "IBEFORE": 1, "AFTER": -1, "IAFTER": -1}


@dataclass(frozen=True, slots=True)
class Disputes:
    """Events with contradictory days: the times between which they lie, and what is shown instead.

    Attributes
    ----------
    times : tuple of TimeValue
        One for each disputed event, from its first day to its last.
    claims : tuple of Relation
        That the event lies within it.
    chosen : dict of str to TimeValue
        What is shown of each disputed event, by id.
    """

    times: tuple[TimeValue, ...]
    claims: tuple[Relation, ...]
    chosen: Mapping[str, TimeValue | None]

    def settled(self, claims: Iterable[tuple[int, Relation]]) -> list[Relation]:
        """Return claims with those that contradict each other made guesses, which decide nothing."""
        told = list(claims)
        sides: dict[tuple[str, str], dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        for part, claim in told:
            side = _SIDES.get(claim.type)
            if side and claim.weight > _DOUBT:
                pair, side = _pair(claim, side)
                sides[pair][side].add(part)
        contradicted = {pair for pair, said in sides.items() if len(said) > 1 and len(set.union(*said.values())) > 1}
        return [self._doubted(claim, contradicted) for _, claim in told]

    def shown(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """Return the events, the disputed ones with the time that is shown."""
        return tuple(replace(event, time=self.chosen.get(event.id, event.time)) for event in events)

    def _doubted(self, claim: Relation, contradicted: set[tuple[str, str]]) -> Relation:
        disputed = claim.source in self.chosen or claim.target in self.chosen
        timed = claim.source.startswith("t") or claim.target.startswith("t")
        if (disputed and timed) or _pair(claim, 1)[0] in contradicted:
            return replace(claim, weight=min(claim.weight, _DOUBT))
        return claim


def disputes_of(events: Sequence[Event], told: Sequence[Sequence[Account]], taken: int) -> Disputes:
    """Find the events whose accounts give days that do not meet.

    Parameters
    ----------
    events : sequence of Event
    told : sequence of sequence of Account
        The accounts of each.
    taken : int
        Number of times so far.
    """
    times: list[TimeValue] = []
    claims: list[Relation] = []
    chosen: dict[str, TimeValue | None] = {}
    for event, accounts in zip(events, told, strict=True):
        versions = versions_of_day(accounts) if len(accounts) > 1 else []
        if len(versions) > 1:
            whole = _whole(version[0] for version in versions)  # the narrowest of each
            time = _between(f"t{taken + len(times) + 1}", whole)
            times.append(time)
            claims.append(
                Relation(source=event.id, target=time.id, type="IS_INCLUDED", confidence=1.0, evidence=DISPUTED)
            )
            chosen[event.id] = event.time
    return Disputes(tuple(times), tuple(claims), chosen)


def _pair(claim: Relation, side: int) -> tuple[tuple[str, str], int]:
    if claim.source < claim.target:
        return (claim.source, claim.target), side
    return (claim.target, claim.source), -side


def _whole(accounts: Iterable[Account]) -> Interval:
    days = [account.day for account in accounts if account.day]
    return min(start for start, _ in days), max(end for _, end in days)


def _between(id: str, whole: Interval) -> TimeValue:
    first, last = whole[0], whole[1] - timedelta(seconds=1)
    value = f"{first:%Y-%m-%d}/{last:%Y-%m-%d}"
    return TimeValue(id=id, type="DATE", timex3=value, unresolved=value, start=whole[0], end=whole[1], rule="disputed")
