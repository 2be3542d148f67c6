"""Where the documents of a merged story disagree.

The policy of what is shown: of tolls the latest document's, because tolls grow; of all else what most independent
documents say, a copied dispatch counting once, and of equals what the latest says. What it was picked against stays in
`Conflict.versions`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from timeline.merging.offices import office_key
from timeline.merging.tellings import Telling, tellings
from timeline.merging.tolls import KINDS, tolls
from timeline.model.conflict import Conflict, Version
from timeline.model.entity import ORGANISATION, PERSON, Entity
from timeline.model.event import Event
from timeline.model.timeline import Timeline

_ACTUAL = frozenset({"factual", "reported"})
_DENIED = frozenset({"negated", "counterfactual"})
_OFFICE = "Personnel.Start-Position"
_NEVER = datetime(1, 1, 1)

Said = tuple[str, Telling]  # a value, and who says it


def conflicts(story: Timeline) -> tuple[Conflict, ...]:
    """Return the conflicts of a merged story in the order of its events; none for a story of one document.

    Examples
    --------
    >>> conflicts(Timeline())
    ()
    """
    told = tellings(story)
    found: list[Conflict] = []
    for event in story.events:
        found += _dates(event, told.get(event.id, ()))
        found += _tolls(event, told.get(event.id, ()))
    found += _denials(story.events, told)
    found += _names(story.events, told)
    places = {event.id: place for place, event in enumerate(story.events)}
    once = list(_once(found))
    ranked = sorted((places[conflict.event.id], number) for number, conflict in enumerate(once))
    return tuple(once[number] for _, number in ranked)


def _dates(event: Event, told: Sequence[Telling]) -> Iterator[Conflict]:
    """Yield a conflict where documents give days that do not meet."""
    groups: list[tuple[datetime, datetime, list[Said]]] = []
    for telling in sorted((one for one in told if one.time), key=_width):
        time = telling.time
        if time is None or time.start is None or time.end is None:
            continue
        said = (str(time), telling)
        homes = [group for start, end, group in groups if start < time.end and time.start < end]
        if not homes:
            groups.append((time.start, time.end, [said]))
        elif len(homes) == 1:  # a month that holds both days is for neither
            homes[0].append(said)
    if len(groups) > 1:
        versions = [_version(group[0][0], group) for _, _, group in sorted(groups, key=_begin)]
        yield Conflict(kind="date", event=event, versions=tuple(versions), shown=_majority(groups_of(groups)))


def groups_of(groups: Iterable[tuple[datetime, datetime, list[Said]]]) -> dict[str, list[Said]]:
    """Return groups of tellings by the value that stands for each."""
    return {group[0][0]: group for _, _, group in groups}


def _tolls(event: Event, told: Sequence[Telling]) -> Iterator[Conflict]:
    """Yield a conflict where documents give different numbers of one kind of thing."""
    counted: dict[str, dict[float, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for telling in told:
        for toll in tolls(telling.passage.text, telling.lang, telling.dates):
            if event.type.startswith(KINDS[toll.about]):
                counted[toll.about][toll.number].append((toll.said, telling))
    for about, numbers in counted.items():
        if len(numbers) > 1 and len({telling.voice for said in numbers.values() for _, telling in said}) > 1:
            groups = {said[0][0]: said for _, said in sorted(numbers.items())}
            versions = tuple(_version(value, said) for value, said in groups.items())
            yield Conflict(kind="toll", event=event, versions=versions, shown=_latest(groups), about=about)


def _denials(events: Sequence[Event], told: Mapping[str, Sequence[Telling]]) -> Iterator[Conflict]:
    """Yield a conflict for each event that one document reports, and another denies of the same people."""
    denied: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        if event.factuality in _DENIED:
            for who in _people(event):
                denied[event.type, who].append(event)
    for event in events:
        if event.factuality in _ACTUAL and event.type != "Other" and event.id in told:
            others = {other.id: other for who in _people(event) for other in denied.get((event.type, who), ())}
            for other in others.values():
                yield from _denial(event, other, told)


def _denial(event: Event, other: Event, told: Mapping[str, Sequence[Telling]]) -> Iterator[Conflict]:
    documents = {mention.document for mention in event.mentions}
    against = [one for one in told.get(other.id, ()) if one.own.trigger.document not in documents]
    if against and _meet(event, other):
        groups = {
            event.factuality: [(event.factuality, one) for one in told[event.id]],
            other.factuality: [(other.factuality, one) for one in against],
        }
        versions = tuple(_version(value, said) for value, said in groups.items())
        yield Conflict(kind="denial", event=event, versions=versions, shown=versions[0])


def _names(events: Iterable[Event], told: Mapping[str, Sequence[Telling]]) -> Iterator[Conflict]:
    """Yield a conflict where documents name different people for one office of one body from one day."""
    offices: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        if event.type == _OFFICE and event.factuality in _ACTUAL and event.id in told:
            for office in _offices(event):
                offices[office].append(event)
    for (_, title), appointed in offices.items():
        yield from _names_of(title, appointed, told)


def _names_of(office: str, appointed: Sequence[Event], told: Mapping[str, Sequence[Telling]]) -> Iterator[Conflict]:
    named: dict[str, list[Said]] = defaultdict(list)
    for event in appointed:
        if _meet(appointed[0], event):
            for name in _appointed(event):
                named[name] += [(name, one) for one in told[event.id]]
    documents = [{telling.own.trigger.document for _, telling in said} for said in named.values()]
    if len(named) > 1 and not set.intersection(*documents):
        versions = tuple(_version(name, said) for name, said in named.items())
        yield Conflict(kind="name", event=appointed[0], versions=versions, shown=_majority(named), about=office)


def _offices(event: Event) -> Iterator[tuple[str, str]]:
    """Yield the bodies of an appointment with the titles given there."""
    for body in event.participants.get("organisation", ()):
        if isinstance(body, Entity) and body.type == ORGANISATION:
            for position in event.participants.get("position", ()):
                if not isinstance(position, Entity):
                    yield body.id, office_key(str(position))


def _appointed(event: Event) -> list[str]:
    return [person.name for person in event.participants.get("person", ()) if isinstance(person, Entity)]


# -- versions ----------------------------------------------------------------------------------------------------------


def _version(value: str, said: Iterable[Said]) -> Version:
    told = sorted((telling for _, telling in said), key=_published)
    return Version(value, tuple(dict.fromkeys(telling.passage for telling in told)))


def _majority(groups: Mapping[str, Sequence[Said]]) -> Version:
    """Return the version that most voices give; of equals the latest."""
    ranked = sorted((len(_voices(said)), _last(said), value) for value, said in groups.items())
    return _version(ranked[-1][2], groups[ranked[-1][2]])


def _latest(groups: Mapping[str, Sequence[Said]]) -> Version:
    ranked = sorted((_last(said), len(_voices(said)), value) for value, said in groups.items())
    return _version(ranked[-1][2], groups[ranked[-1][2]])


def _voices(said: Iterable[Said]) -> set[str]:
    return {telling.voice for _, telling in said}


def _last(said: Iterable[Said]) -> datetime:
    return max((telling.published or _NEVER for _, telling in said), default=_NEVER)


def _begin(group: tuple[datetime, datetime, list[Said]]) -> tuple[datetime, datetime]:
    return group[:2]


def _width(telling: Telling) -> tuple[float, datetime, str]:
    time = telling.time
    width = (time.end - time.start).total_seconds() if time and time.start and time.end else 0.0
    return width, telling.published or _NEVER, telling.passage.document


def _published(telling: Telling) -> tuple[datetime, str, int]:
    return telling.published or _NEVER, telling.passage.document, telling.passage.start


# -- events ------------------------------------------------------------------------------------------------------------


def _people(event: Event) -> list[str]:
    return [
        player.id
        for players in event.participants.values()
        for player in players
        if isinstance(player, Entity) and player.type == PERSON
    ]


def _meet(one: Event, other: Event) -> bool:
    """Tell whether two events may lie at one time."""
    before = one.latest is not None and other.earliest is not None and one.latest <= other.earliest
    after = other.latest is not None and one.earliest is not None and other.latest <= one.earliest
    return not (before or after)


def _once(found: Iterable[Conflict]) -> Iterator[Conflict]:
    """Yield each disagreement once: the words of one sentence may tell of several events."""
    seen = set()
    for conflict in found:
        key = (conflict.kind, conflict.about, conflict.versions)
        if key not in seen:
            seen.add(key)
            yield conflict
