"""Who takes part in an event that several mentions tell: all of them brought together, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.model.entity import Entity
from timeline.model.participants import Participant, Participants

UNDERGOER = "patient"
DOERS = frozenset({"agent", "speaker", "attacker", "winner"})


@dataclass(frozen=True, slots=True)
class Part:
    """Who takes part by one mention; whether its word is that of the mention that tells most; and the event itself."""

    participants: Participants
    again: bool
    itself: tuple[Participant, ...]


def united(parts: Sequence[Part]) -> Participants:
    """Bring the participants of all mentions together; where one has names, descriptions of others add nothing.

    Nothing takes part in itself: « Ce limogeage fait suite à… ».
    The mention that tells most, the first of those given, says who did it: those of whom another tells the same are of
    a clause joined too boldly, and nobody does what it says that they underwent, or the reverse (« X est débarqué … sa
    démission »).
    """
    other_sides = _other_sides(parts[0].participants)
    players: dict[str, list[Participant]] = {}
    for part in parts:
        out = {} if part is parts[0] else other_sides
        for role, found in part.participants.items():
            known = players.setdefault(role, [])
            if not (part.again and role in DOERS and _has_names(known)):
                _bring([player for player in found if player not in (*part.itself, *out.get(role, ()))], known)
    return Participants({role: known for role, known in players.items() if known})


def _other_sides(main: Participants) -> dict[str, tuple[Participant, ...]]:
    """Return who cannot take a role, since the mention that tells most has them on the other side."""
    done, undergone = main.get("agent", ()), main.get(UNDERGOER, ())
    return {UNDERGOER: done, **dict.fromkeys(DOERS, undergone)}


def _bring(found: Iterable[Participant], known: list[Participant]) -> None:
    """Add players to those known; names take the place of descriptions."""
    found = tuple(found)
    if not _has_names(known) and _has_names(found):
        known.clear()
    named = bool(known)
    known.extend(p for p in found if p not in known and (not named or isinstance(p, Entity)))


def _has_names(players: Iterable[Participant]) -> bool:
    return any(isinstance(player, Entity) for player in players)
