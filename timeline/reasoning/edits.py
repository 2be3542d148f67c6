"""Corrections: each gives a new story, settled again, with the correction in its log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date as Date
from datetime import datetime
from difflib import SequenceMatcher
from itertools import chain

from timeline.errors import EditError
from timeline.model.dates import calendar_interval, moment_of
from timeline.model.edit import Edit, Target
from timeline.model.event import Event
from timeline.model.granularity import Granularity
from timeline.model.mention import Evidence, Mention, Trigger
from timeline.model.participants import Participant, Participants
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline
from timeline.model.who import fold
from timeline.reasoning.passages import Passages
from timeline.reasoning.story import assemble

EDITED = Evidence("edited")
_ALIKE = 0.6  # of a sentence's words that must be the same for it to be the one meant
LONGEST_NUMBER = 18  # digits of an id that are read as its number
_WIDTHS = {4: Granularity.YEAR, 7: Granularity.MONTH, 10: Granularity.DAY}

# -- the five corrections ----------------------------------------------------------------------------------------------


def without(story: Timeline, event: Event) -> Timeline:
    """Return the story without an event and all that is claimed of it."""
    events = tuple(other for other in story.events if other.id != event.id)
    return assemble(replace(story, events=events, evidence=tuple(_apart(story.evidence, event.id))))


def relabelled(story: Timeline, event: Event, text: str) -> Timeline:
    """Return the story with another headline for an event."""
    return _with(story, replace(event, label=" ".join(text.split())))


def redated(story: Timeline, event: Event, when: str | Date | datetime | None) -> Timeline:
    """Return the story with another time for an event, or with none; what the text claims of its time is dropped.

    Raises
    ------
    InvalidDateError
    """
    times = {time.id for time in story.times} | {"t0"}
    evidence = [claim for claim in story.evidence if not _dates(claim, event.id, times)]
    if when is None or when == "":
        return assemble(replace(_with(story, replace(event, when=None)), evidence=tuple(evidence)))
    time = _time_of(when, f"t{_highest(story.times) + 1}")
    evidence.append(Relation(source=event.id, target=time.id, type="IS_INCLUDED", evidence=EDITED))
    return assemble(replace(story, times=(*story.times, time), evidence=tuple(evidence)))


def joined(story: Timeline, event: Event, other: Event) -> Timeline:
    """Return the story with two events made one; headline, type and standing are those of the first.

    Raises
    ------
    EditError
        When both are the same event.
    """
    if event.id == other.id:
        raise EditError(f"The event {event.id!r} cannot be joined with itself; give two events.")
    mentions = {*_mentions(event), *_mentions(other)}
    whole = replace(
        event,
        mentions=tuple(sorted(mentions, key=_place)),
        participants=_both(event.participants, other.participants),
        salience=max(event.salience, other.salience),
    )
    events = tuple(whole if each.id == event.id else each for each in story.events if each.id != other.id)
    evidence = (_renamed(claim, other.id, event.id) for claim in story.evidence)
    kept = tuple(claim for claim in evidence if claim.source != claim.target)
    return assemble(replace(story, events=events, evidence=kept))


def split(story: Timeline, event: Event, mention: Mention) -> Timeline:
    """Return the story with one mention of an event made an event of its own.

    It has the participants of the whole, its own standing, and what is claimed in its own sentence.

    Raises
    ------
    EditError
        When the mention is not one of several of this event.
    """
    mentions = _mentions(event)
    parted = next((each for each in mentions if _place(each) == _place(mention)), None)
    if parted is None or len(mentions) < 2:
        told = ", ".join(repr(each.text) for each in mentions)
        raise EditError(f"{mention.text!r} cannot be split from the event {event.id!r}, whose mentions are {told}.")
    left = tuple(each for each in mentions if each is not parted)
    passages = Passages(story)
    name, passage = f"e{_highest(story.events) + 1}", passages.around(parted)
    new = replace(
        event,
        id=name,
        label=parted.text,
        trigger=parted,
        passage=passage,
        mentions=(parted,),
        factuality=parted.factuality,
    )
    rest = replace(event, mentions=left)
    if _place(event.trigger) == _place(parted):
        rest = replace(rest, trigger=left[0], passage=passages.around(left[0]))
    evidence = tuple(
        _renamed(claim, event.id, name) if _is_said_in(claim, passage) else claim for claim in story.evidence
    )
    events = tuple(rest if each.id == event.id else each for each in story.events)
    return assemble(replace(story, events=(*events, new), evidence=evidence))


# -- finding again what was corrected ----------------------------------------------------------------------------------


def target_of(event: Event) -> Target:
    """Return an event as an edit means it: by its trigger."""
    return Target(_plain(event.trigger), event.passage)


def part_of(event: Event, mention: Mention, passages: Passages) -> Target:
    """Return an event as an edit means it that is about one of its mentions."""
    return target_of(event) if _is_trigger(event, mention) else Target(_plain(mention), passages.around(mention))


def replayed(story: Timeline, edits: Iterable[Edit]) -> Timeline:
    """Apply edits to another reading of the text, in their order.

    The event meant is one with the same word in the sentence that is most alike; an edit whose word or sentence is
    gone does not fit, changes nothing, and is told in `Timeline.unfit`.

    Examples
    --------
    >>> replayed(Timeline(), [])
    <Timeline: 0 events, 0 entities, 0 times>
    """
    told = story
    for edit in edits:
        changed = _applied(told, edit)
        told = replace(told, unfit=(*told.unfit, edit)) if changed is None else changed
    return told


def _applied(story: Timeline, edit: Edit) -> Timeline | None:
    """Return the story after an edit, None where that does not fit."""
    found = _found(story, edit.target)
    other = _found(story, edit.other) if edit.other else None
    if found is None or (edit.other is not None and other is None):
        return None
    event, _ = found
    try:
        made = _made(story, edit, event, other)
    except EditError:
        return None
    return replace(made, edits=(*story.edits, edit))


def _made(story: Timeline, edit: Edit, event: Event, other: tuple[Event, Mention] | None) -> Timeline:
    match edit.kind, other:
        case "without", None:
            return without(story, event)
        case "relabelled", None:
            return relabelled(story, event, edit.value)
        case "redated", None:
            return redated(story, event, edit.value)
        case "joined", (second, _):
            return joined(story, event, second)
        case "split", (_, mention):
            return split(story, event, mention)
    raise EditError(f"There is no edit {edit.kind!r} with these parts.")


def _found(story: Timeline, target: Target) -> tuple[Event, Mention] | None:
    """Return the event that an edit means, and the mention."""
    names, passages = {document.id for document in story.documents}, Passages(story)
    word = fold(target.mention.text)
    best, found = (_ALIKE, 0.0), None
    for event in story.events:
        for mention in _mentions(event):
            is_elsewhere = target.mention.document in names and mention.document != target.mention.document
            if is_elsewhere or fold(mention.text) != word:
                continue
            sentence = event.passage if _is_trigger(event, mention) else passages.around(mention)
            rank = (_alike(sentence.text, target.sentence.text), -_moved(mention, sentence, target))
            if rank > best or (found is None and rank[0] >= _ALIKE):
                best, found = rank, (event, mention)
    return found


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, fold(one).split(), fold(other).split(), autojunk=False).ratio()


def _moved(mention: Mention, sentence: Mention, target: Target) -> float:
    """Return by how many characters a word has moved in its sentence: the same word may stand there twice."""
    return abs((mention.start - sentence.start) - (target.mention.start - target.sentence.start))


# -- parts -------------------------------------------------------------------------------------------------------------


def _with(story: Timeline, event: Event) -> Timeline:
    return replace(story, events=tuple(event if each.id == event.id else each for each in story.events))


def _mentions(event: Event) -> tuple[Trigger, ...]:
    return event.mentions or (event.trigger,)


def _is_trigger(event: Event, mention: Mention) -> bool:
    return _place(mention) == _place(event.trigger)


def _plain(mention: Mention) -> Mention:
    return Mention(mention.text, mention.start, mention.end, mention.document)


def _place(mention: Mention) -> tuple[str, int, int]:
    return mention.document, mention.start, mention.end


def _covers(passage: Mention, part: Mention) -> bool:
    return passage.document == part.document and passage.start <= part.start and part.end <= passage.end


def _apart(claims: Iterable[Relation], event: str) -> Iterator[Relation]:
    return (claim for claim in claims if event not in (claim.source, claim.target))


def _dates(claim: Relation, event: str, times: set[str]) -> bool:
    ends = {claim.source, claim.target}
    return event in ends and bool((ends - {event}) & times)


def _renamed(claim: Relation, old: str, new: str) -> Relation:
    source, target = (new if end == old else end for end in (claim.source, claim.target))
    return replace(claim, source=source, target=target)


def _is_said_in(claim: Relation, passage: Mention) -> bool:
    return claim.evidence.span is not None and _covers(passage, claim.evidence.span)


def _both(one: Participants, other: Participants) -> Participants:
    roles: dict[str, dict[Participant, None]] = {}
    for role, players in chain(one.items(), other.items()):
        roles.setdefault(role, {}).update(dict.fromkeys(players))
    return Participants(roles)


def _highest(items: Iterable[Event | TimeValue]) -> int:
    numbers = (item.id[1:] for item in items)
    return max((int(number) for number in numbers if number.isdecimal() and len(number) <= LONGEST_NUMBER), default=0)


def _time_of(when: str | Date | datetime, name: str) -> TimeValue:
    """Return a date that a person gave as a time: a year, a month, a day or a minute."""
    moment_of(when)  # refuses what is no date
    text = (when if isinstance(when, str) else when.isoformat()).strip()
    if len(text) in _WIDTHS:
        (start, end), width = calendar_interval(text), _WIDTHS[len(text)]
        return _time(name, "DATE", text, start, end, width)
    start = moment_of(text).replace(second=0, microsecond=0)
    if start.hour == start.minute == 0:
        return _time_of(start.date().isoformat(), name)
    return _time(name, "TIME", start.isoformat(timespec="minutes"), start, start.replace(second=59), Granularity.MINUTE)


def _time(name: str, type_: str, text: str, start: datetime, end: datetime, width: Granularity) -> TimeValue:
    return TimeValue(
        id=name, type=type_, timex3=text, unresolved=text, granularity=width, start=start, end=end, rule=EDITED.rule
    )
