"""One story from the timelines of many documents.

Entities are joined by name and type, events across documents by type, day and shared participants; everything is
numbered anew, and the order settled once over what all the documents claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import count

from timeline.model.dates import end_of
from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.model.granularity import Granularity
from timeline.model.mention import Mention
from timeline.model.participants import Participants
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline
from timeline.model.who import fold
from timeline.reasoning.placing import PUBLISHED
from timeline.reasoning.story import assemble

OTHER = "Other"


def merge(timelines: Iterable[Timeline]) -> Timeline:
    """Join timelines into one story.

    Parameters
    ----------
    timelines : iterable of Timeline
        Of different documents, each with the reference date it was read with; their times stay as resolved then, so
        the merged timeline has no reference date of its own.

    Returns
    -------
    Timeline

    Examples
    --------
    >>> len(merge([]))
    0
    """
    stories = [story for story in timelines if story.error is None]
    if len(stories) < 2:
        return stories[0] if stories else Timeline()
    entities, entity_of = _joined_entities(stories)
    times, time_of = _renumbered_times(stories)
    events, event_of = _joined_events(stories, entity_of, time_of)
    node_of = {**{key: time.id for key, time in time_of.items()}, **event_of}
    return assemble(
        Timeline(
            documents=tuple(document for story in stories for document in story.documents),
            entities=entities,
            times=times,
            events=events,
            evidence=tuple(_moved(stories, node_of)),
            role_facts=tuple(
                replace(
                    fact,
                    person=entity_of[number, fact.person].id,
                    organisation=fact.organisation and entity_of[number, fact.organisation].id,
                )
                for number, story in enumerate(stories)
                for fact in story.role_facts
            ),
        )
    )


def _joined_entities(stories: list[Timeline]) -> tuple[tuple[Entity, ...], dict[tuple[int, str], Entity]]:
    """Join entities of one type that share their full name, or a name that no other entity of the type bears."""
    groups: list[list[tuple[int, Entity]]] = []
    for number, story in enumerate(stories):
        for entity in story.entities:
            same = [group for group in groups if any(_same_entity(entity, other) for _, other in group)]
            if len(same) == 1:
                same[0].append((number, entity))
            else:
                groups.append([(number, entity)])
    joined: list[Entity] = []
    entity_of: dict[tuple[int, str], Entity] = {}
    for position, group in enumerate(groups, start=1):
        members = [entity for _, entity in group]
        name = max((entity.name for entity in members), key=len)
        names = {name_ for entity in members for name_ in (entity.name, *entity.aliases)} - {name}
        mentions = tuple(mention for entity in members for mention in entity.mentions)
        entity = replace(members[0], id=f"x{position}", name=name, aliases=tuple(sorted(names)), mentions=mentions)
        joined.append(entity)
        entity_of.update({(number, member.id): entity for number, member in group})
    return tuple(joined), entity_of


def _same_entity(a: Entity, b: Entity) -> bool:
    if a.type != b.type:
        return False
    names_a, names_b = ({fold(name) for name in (entity.name, *entity.aliases)} for entity in (a, b))
    return fold(a.name) in names_b or fold(b.name) in names_a


def _renumbered_times(stories: list[Timeline]) -> tuple[tuple[TimeValue, ...], dict[tuple[int, str], TimeValue]]:
    """Give times new ids; a resolved time needs no anchor any more, and a reference date becomes a time of its own."""
    time_of: dict[tuple[int, str], TimeValue] = {}
    numbers = count(1)
    for number, story in enumerate(stories):
        for time in (*_reference_times(story), *story.times):
            kept = replace(time, anchor=None, unresolved=time.timex3) if time.resolved else time
            time_of[number, time.id] = replace(kept, id=f"t{next(numbers)}")
    for (number, key), time in list(time_of.items()):
        anchor, begin, end = (
            time_of[number, point].id if point and (number, point) in time_of else None
            for point in (time.anchor, time.begin_point, time.end_point)
        )
        time_of[number, key] = replace(time, anchor=anchor or time.anchor, begin_point=begin, end_point=end)
    return tuple(time_of.values()), time_of


def _reference_times(story: Timeline) -> tuple[TimeValue, ...]:
    if story.reference_date is None:
        return ()
    day = story.reference_date.replace(hour=0, minute=0, second=0, microsecond=0)
    return (
        TimeValue(
            id="t0",
            type="DATE",
            timex3=f"{day:%Y-%m-%d}",
            unresolved=f"{day:%Y-%m-%d}",
            granularity=Granularity.DAY,
            start=day,
            end=end_of(day),
            rule=PUBLISHED,
        ),
    )


def _joined_events(
    stories: list[Timeline],
    entity_of: Mapping[tuple[int, str], Entity],
    time_of: Mapping[tuple[int, str], TimeValue],
) -> tuple[tuple[Event, ...], dict[tuple[int, str], str]]:
    joined: list[Event] = []
    event_of: dict[tuple[int, str], str] = {}
    for number, story in enumerate(stories):
        earlier = tuple(joined)
        for event in sorted(story.events, key=_by_number):
            time = time_of[number, event.time.id] if event.time else None
            moved = _moved_event(event, _entity_mover(entity_of, number), time)
            twin = next((other for other in earlier if _same_event(other, moved)), None)
            if twin is None:
                moved = replace(moved, id=f"e{len(joined) + 1}")
                joined.append(moved)
            else:
                position = int(twin.id[1:]) - 1
                joined[position] = replace(joined[position], mentions=(*joined[position].mentions, *moved.mentions))
            event_of[number, event.id] = twin.id if twin else moved.id
    return tuple(joined), event_of


def _by_number(event: Event) -> int:
    return int(event.id[1:])


def _entity_mover(
    entity_of: Mapping[tuple[int, str], Entity], number: int
) -> Callable[[Entity | Mention], Entity | Mention]:
    def moved(player: Entity | Mention) -> Entity | Mention:
        return entity_of[number, player.id] if isinstance(player, Entity) else player

    return moved


def _moved_event(event: Event, moved: Callable[[Entity | Mention], Entity | Mention], time: TimeValue | None) -> Event:
    participants = {role: [moved(player) for player in players] for role, players in event.participants.items()}
    source = moved(event.source) if event.source else None
    return replace(event, participants=Participants(participants), source=source, time=time)


def _same_event(a: Event, b: Event) -> bool:
    """Return True for one type, one set of named players and days that meet; precision first."""
    if a.type == OTHER or a.type != b.type or a.factuality != b.factuality:
        return False
    named_a, named_b = (
        {player.id for players in event.participants.values() for player in players if isinstance(player, Entity)}
        for event in (a, b)
    )
    if not named_a or not named_b or not (named_a <= named_b or named_b <= named_a):
        return False
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    dated = a.time is not None and b.time is not None
    return dated and a.earliest < b.latest and b.earliest < a.latest


def _moved(stories: list[Timeline], node_of: Mapping[tuple[int, str], str]) -> Iterable[Relation]:
    for number, story in enumerate(stories):
        for claim in story.evidence:
            source, target = node_of.get((number, claim.source)), node_of.get((number, claim.target))
            if source and target and source != target:
                yield replace(claim, source=source, target=target)
