"""The stage: a proposal held against the text, joined with the library's own reading, and settled into one order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc

from timeline.languages.base import Language
from timeline.model.entity import RoleFact
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.relation import Relation
from timeline.model.representation import extent
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline
from timeline.reasoning.story import assemble
from timeline.stages.anchoring import anchor_events
from timeline.stages.grounding.checking import checked
from timeline.stages.grounding.offices import office
from timeline.stages.grounding.order import claims_of
from timeline.stages.grounding.proposals import Proposal, ProposedEvent, read_proposal
from timeline.stages.grounding.reading import Grounds, grounds_of, read_events, with_entities
from timeline.stages.grounding.telling import below
from timeline.stages.grounding.times import claim_of, meets, time_at
from timeline.stages.ordering import order_events
from timeline.stages.ordering.weights import QUESTIONS

# What the text tells beside an event; claims less sure, and learned ones, are guesses, and a proposal knows better.
SURE = 0.75


def ground(doc: Doc, language: Language, own: Timeline, raw: object, *, mode: str) -> Timeline:
    """Return the story that a proposal and the text tell together.

    Parameters
    ----------
    doc : Doc
        The text, read.
    language : Language
    own : Timeline
        The library's own reading, its claims not settled yet.
    raw : object
        The proposal, as it was handed over.
    mode : str
        One of `MODES`: proposed events with the library's own where they say nothing, or alone; or the library's own,
        each marked with whether the proposal tells it too.
    """
    proposal, refused = read_proposal(raw)
    grounds = grounds_of(doc, language, own)
    grounds.refused.extend(refused)
    events = read_events(proposal, grounds)
    offices = [office(role, grounds.names, grounds.page, language, grounds.refused) for role in proposal.roles]
    proposed = {position: with_entities(event, grounds.names) for position, event in events.items()}
    others = _untold(own.events, proposed.values()) if mode == "fill" else ()
    if any(event.rank for event in proposal.events.values()):
        others = tuple(map(below, others))
    by_position, others = _numbered(proposed, others)
    facts = tuple(fact for fact in offices if fact is not None)
    story = replace(
        own,
        entities=tuple(grounds.names.entities),
        role_facts=(*facts, *_unsaid(own.role_facts, facts)) if mode == "fill" else facts,
        events=tuple(dict.fromkeys((*by_position.values(), *others))),
    )
    told = _settled(story, by_position, proposal, grounds)
    if mode == "check":
        return checked(assemble(own), told)
    return told if mode == "only" else _marked(told, own)


def _untold(own: Iterable[Event], proposed: Iterable[Event]) -> tuple[Event, ...]:
    """Return the library's own events none of whose mentions a proposed event has."""
    taken = {offset for event in proposed for m in event.mentions for offset in range(m.start, m.end)}
    return tuple(
        event
        for event in own
        if not any(taken.intersection(range(mention.start, mention.end)) for mention in event.mentions)
    )


def _unsaid(own: Iterable[RoleFact], proposed: Iterable[RoleFact]) -> Iterator[RoleFact]:
    """Yield the library's own facts about the roles of people of whom no role is proposed."""
    known = {fact.person for fact in proposed}
    return (fact for fact in own if fact.person not in known)


def _marked(story: Timeline, own: Timeline) -> Timeline:
    """Return a story whose proposed events say whether the library's own reading has them too."""
    places = {place for event in own.events for m in event.mentions for place in range(m.start, m.end)}

    def mark(event: Event) -> Event:
        both = any(not places.isdisjoint(range(m.start, m.end)) for m in event.mentions)
        return replace(event, origin="both") if both and event.origin == "proposal" else event

    return replace(story, events=tuple(map(mark, story.events)))


def _numbered(proposed: Mapping[int, Event], others: Iterable[Event]) -> tuple[dict[int, Event], tuple[Event, ...]]:
    """Return the proposed events by position, and the others, all with ids in the order of the text."""
    ordered = sorted(dict.fromkeys((*proposed.values(), *others)), key=_place)
    renamed = {event: replace(event, id=f"e{number}") for number, event in enumerate(ordered, start=1)}
    return {position: renamed[event] for position, event in proposed.items()}, tuple(renamed[e] for e in others)


def _place(event: Event) -> tuple[int, int]:
    first = event.mentions[0]
    return first.start, first.end


def _settled(story: Timeline, events: Mapping[int, Event], proposal: Proposal, grounds: Grounds) -> Timeline:
    """Settle what the text tells first, then what is proposed where that leaves room."""
    claims = tuple(_told_claims(story, events, proposal, grounds))
    known = assemble(replace(story, evidence=claims))
    dated = {position: _dated(event, proposal.events[position], known, grounds) for position, event in events.items()}
    changed = {event.id: event for event in dated.values()}
    ordered = list(claims_of(proposal.order, dated))
    whole = assemble(
        replace(
            story,
            events=tuple(changed.get(event.id, event) for event in story.events),
            evidence=(*claims, *(claim for _, claim in ordered)),
        )
    )
    _refuse_order(whole, ordered, grounds)
    return replace(whole, refused=tuple(grounds.refused))


def _told_claims(
    story: Timeline, events: Mapping[int, Event], proposal: Proposal, grounds: Grounds
) -> Iterator[Relation]:
    """Yield what the text claims of times and order; of proposed events only what it tells beside them."""
    anchors: tuple[Relation, ...] = ()
    links: tuple[Relation, ...] = ()
    if grounds.doc.has_annotation("DEP"):
        anchors = anchor_events(grounds.doc, grounds.language, story.events, story.times)
        links = order_events(grounds.doc, grounds.language, story.events, story.times, anchors)
    timed = _timed(story, events, proposal, grounds)
    yield from (claim_of(event, time, anchors) for event, time in timed)
    settled = {event.id for event, _ in timed}
    times = {time.id for time in story.times}
    offices = _times_of_offices(story, grounds)
    proposed = {event.id for event in events.values()}
    for claim in (*anchors, *links):
        ends = {claim.source, claim.target}
        otherwise = ends & settled and ends & times  # the proposal tells by which words it is dated
        if not ends & proposed or (_is_told(claim) and not otherwise and not ends & offices):
            yield claim


def _is_told(claim: Relation) -> bool:
    return claim.weight >= SURE and claim.evidence.rule not in QUESTIONS


def _times_of_offices(story: Timeline, grounds: Grounds) -> frozenset[str]:
    """Return the times that say from when to when somebody held an office, « depuis 2019 »."""
    return frozenset(
        time.id for time in story.times if time.mention and any(_meet(time.mention, words) for words in grounds.periods)
    )


def _timed(
    story: Timeline, events: Mapping[int, Event], proposal: Proposal, grounds: Grounds
) -> list[tuple[Event, TimeValue]]:
    """Return the proposed events whose time is proposed in words of the text, with that time."""
    timed = []
    for position, event in events.items():
        words = proposal.events[position].time
        found = time_at(words, story.times, grounds.page, event.trigger.start) if words else None
        if words and isinstance(found, str):
            grounds.refuse(words.where, words.words, found)
        elif isinstance(found, TimeValue):
            timed.append((event, found))
    return timed


def _meet(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _dated(event: Event, proposed: ProposedEvent, known: Timeline, grounds: Grounds) -> Event:
    """Return an event with the proposed date where the text leaves room for it."""
    if event.when is None:
        return event
    settled = known[event.id]
    if not isinstance(settled, Event):
        return event
    value = extent(event.when.start, event.when.end)
    time = settled.time
    if time is not None and time.start is not None and not meets(event.when, time.start, time.end):
        grounds.refuse(f"{proposed.where}.start", value, f"the text tells {time.timex3} ({time.mention})")
        return replace(event, when=None)
    if not meets(event.when, settled.earliest, settled.latest):
        grounds.refuse(f"{proposed.where}.start", value, f"the text tells {extent(settled.earliest, settled.latest)}")
        return replace(event, when=None)
    start = max(filter(None, (event.when.start, settled.earliest)))
    end = min(filter(None, (event.when.end, settled.latest)))
    return replace(event, when=replace(event.when, start=start, end=end))


def _refuse_order(story: Timeline, claims: Iterable[tuple[int, Relation]], grounds: Grounds) -> None:
    """Note the claims of order that did not hold against what the text tells."""
    for place, claim in claims:
        if not story.graph.is_before(claim.source, claim.target):
            first, second = story[claim.source], story[claim.target]
            relation = story.relation(claim.source, claim.target)
            grounds.refuse(f"order[{place}]", f"{first} < {second}", f"the text tells {relation or 'otherwise'}")
