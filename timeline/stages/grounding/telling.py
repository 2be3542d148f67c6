"""A proposed event told from the text: its words as the library reads them, its people, headline and standing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.model.event import Event
from timeline.model.mention import Evidence, Mention
from timeline.model.participants import Participant, Participants
from timeline.stages.grounding.proposals import ProposedEvent
from timeline.stages.grounding.times import estimate_of

DOERS = ("agent", "speaker")
AGENT, PATIENT = "agent", "patient"
NO_TYPE = "Other"
LEAST_SALIENCE = 0.5  # of what is ranked; what is not stands below
CONFIDENCE = 0.9


def told(
    proposed: ProposedEvent,
    readings: Sequence[Event],
    did: Sequence[Participant],
    to: Sequence[Participant],
    *,
    label: str,
    last_rank: int,
) -> Event:
    """Return the event that a proposal and the text tell together.

    Parameters
    ----------
    proposed : ProposedEvent
    readings : sequence of Event
        What the library reads at each of its quotes, in the order of the proposal.
    did, to : sequence of Entity or Mention
        Who did it, and whom it befell.
    label : str
        The proposed headline if the text bears it out, or nothing: then the library's own counts.
    last_rank : int
        The highest rank of the proposal, 0 where nothing is ranked.
    """
    main = readings[0]
    typed = next((reading for reading in readings if reading.type != NO_TYPE), main)
    mentions = tuple(sorted((reading.trigger for reading in readings), key=_start))
    if proposed.rank is None:
        salience = below(main).salience if last_rank else main.salience
    else:
        salience = round(1 - (1 - LEAST_SALIENCE) * (proposed.rank - 1) / last_rank, 3)
    factuality = proposed.factuality or main.factuality
    return replace(
        main,
        label=label or main.label,
        type=typed.type,
        participants=_cast(readings, did, to),
        when=estimate_of(proposed),
        factuality=factuality,
        source=main.source if factuality == main.factuality or factuality == "reported" else None,
        mentions=mentions,
        salience=salience,
        confidence=CONFIDENCE,
        evidence=(Evidence("proposed", main.trigger), *typed.evidence),
        origin="proposal",
        inferred=(),
    )


def below(event: Event) -> Event:
    """Return an event that stands below those that were ranked."""
    return replace(event, salience=round(event.salience * LEAST_SALIENCE, 3))


def _cast(readings: Iterable[Event], did: Sequence[Participant], to: Sequence[Participant]) -> Participants:
    """Give each player the role that the library reads for them where it suits the side they are proposed on."""
    read: dict[Participant, list[str]] = {}
    for reading in readings:
        for role, players in reading.participants.items():
            for player in players:
                read.setdefault(player, []).append(role)
    doing = [_doing(read.get(player, ())) for player in did]
    if any(role in DOERS for role in doing):  # else « elle devient maire »: who does it is whom it befalls
        doing = ["speaker" if "speaker" in doing else AGENT] * len(did)
    cast: dict[str, list[Participant]] = {}
    for player, role in zip(did, doing, strict=True):
        cast.setdefault(role, []).append(player)
    for player in to:
        cast.setdefault(_undergoing(read.get(player, ())), []).append(player)
    return Participants({role: dict.fromkeys(players) for role, players in cast.items()})


def _doing(read: Sequence[str]) -> str:
    return _first(read, DOERS) or _first(read) or AGENT


def _undergoing(read: Sequence[str]) -> str:
    """Return the role that says most: "person" or "victim" rather than "patient"."""
    return _first([role for role in read if role not in DOERS and role != PATIENT]) or PATIENT


def _first(roles: Iterable[str], among: Sequence[str] = ()) -> str:
    return next((role for role in roles if not among or role in among), "")


def _start(mention: Mention) -> int:
    return mention.start
