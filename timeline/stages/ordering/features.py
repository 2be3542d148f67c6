"""Features of a pair of events, of an event and a time, of an event and now: what the learned weights look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np

from timeline.stages.ordering.cues import Cues, EventCues, TimeCues, tense_of
from timeline.stages.ordering.hashing import (
    Codes,
    Part,
    Places,
    Table,
    code_all,
    code_of,
    mixed,
    salted,
    stacked,
    table_of,
)
from timeline.syntax import Word

FAR = 20
LIMITS = (4, 7, 12, 25)

ATTRIBUTES = (
    "word", "group", "tense", "kind", "pos", "role", "clause_tense", "path", "preposition", "introducer", "link",
    "rank", "above", "adverb", "quoted", "reported", "time", "turn", "opening",
)  # fmt: skip

# What is compared in two events: attributes of the first, of the second, and whether it counts how far apart they are.
CROSSES = (
    (("tense",), ("tense",), False),
    (("tense",), ("tense",), True),
    (("kind",), ("kind",), False),
    (("kind",), ("kind",), True),
    (("tense", "kind"), ("tense", "kind"), False),
    (("pos",), ("pos",), True),
    (("word",), ("word",), False),
    (("clause_tense", "pos"), ("clause_tense", "pos"), False),
    (("word",), ("tense",), False),
    (("tense",), ("word",), False),
    (("word",), ("kind",), False),
    (("kind",), ("word",), False),
    (("quoted",), ("quoted",), False),
    (("reported", "kind"), ("reported", "kind"), False),
    (("time",), ("time",), False),
    ((), ("adverb",), True),
    (("link",), ("link",), True),
    (("group",), ("group",), False),
    (("turn",), ("turn",), True),
    (("turn", "tense"), ("turn", "tense"), False),
)
# The same for events in two sentences, where syntax joins nothing.
APART_CROSSES = (
    (("role", "tense"), ("role", "tense"), True),
    (("path",), ("path",), False),
    (("role",), ("role",), True),
    (("path", "kind"), ("path", "kind"), False),
    (("rank",), ("rank",), True),
    (("rank", "kind"), ("rank", "kind"), True),
    (("rank", "tense"), ("rank", "tense"), True),
    (("above",), ("above",), True),
    (("above", "tense"), ("above", "tense"), False),
    ((), ("opening",), True),
)
# What goes with how alike two words are.
ALIKE_CROSSES = ((("pos",), ("pos",)), (("kind",), ("kind",)), (("preposition",), ("introducer",)))


def event_pairs(cues: Cues, firsts: Places, seconds: Places) -> tuple[Part, ...]:
    """Return the features of pairs of events, given by their numbers in `cues`, the first of each first in the text."""
    pairs = np.arange(len(firsts))
    return (
        Part(salted(cues.alone, "first"), firsts),
        Part(salted(cues.alone, "second"), seconds),
        Part(_compared(cues, firsts, seconds), pairs),
        Part(_in_one_sentence(cues, firsts, seconds), pairs),
    )


def event_times(cues: Cues, events: Places, times: Places) -> tuple[Part, ...]:
    """Return the features of events and times, given by their numbers in `cues`."""
    low = int(times.min())
    told = list(islice(cues.times.values(), low, int(times.max()) + 1))
    times = times - low
    own = (
        _event_and_time(cues.events[event], told[time], cues)
        for event, time in zip(events.tolist(), times.tolist(), strict=True)
    )
    return (
        Part(salted(cues.alone, "event"), events),
        Part(salted(table_of([time.alone for time in told]), "time"), times),
        Part(table_of(own), np.arange(len(events))),
    )


def events_now(cues: Cues, events: Places) -> tuple[Part, ...]:
    """Return the features of events and the time of writing."""
    own = (_event_and_now(cues.events[event], cues) for event in events.tolist())
    return (
        Part(salted(cues.alone, "now"), events),
        Part(table_of(own), np.arange(len(events))),
    )


# -- two events --------------------------------------------------------------------------------------------------------


def _compared(cues: Cues, firsts: Places, seconds: Places) -> Table:
    attributes = _attributes(cues.events)
    sentences = np.array([event.place.sentence for event in cues.events], np.int64)
    clauses = np.array([event.place.clause.i for event in cues.events], np.int64)
    stems = code_all(event.stem for event in cues.events)
    apart = np.clip(sentences[seconds] - sentences[firsts], 0, 3).astype(np.uint32)
    near = np.minimum(apart, 2).astype(np.uint32)
    everywhere = np.arange(len(firsts))
    columns = [
        (everywhere, _crossed(attributes, firsts, seconds, first, second, np.minimum(apart, 1) if counts else None))
        for first, second, counts in CROSSES
    ]
    elsewhere = np.flatnonzero(apart > 0)
    ones, others = firsts[elsewhere], seconds[elsewhere]
    columns += [
        (elsewhere, _crossed(attributes, ones, others, first, second, near[elsewhere] if counts else None, "apart"))
        for first, second, counts in APART_CROSSES
    ]
    same_word = attributes["word"][firsts] == attributes["word"][seconds]
    alike = np.where(same_word, 2, stems[firsts] == stems[seconds]).astype(np.uint32)
    columns += [
        (everywhere, _crossed(attributes, firsts, seconds, first, second, alike, "alike"))
        for first, second in ALIKE_CROSSES
    ]
    steps = seconds - firsts
    steps = np.where(steps < LIMITS[0], steps, LIMITS[0] + np.searchsorted(LIMITS[1:], steps, side="right"))
    same_clause = (clauses[firsts] == clauses[seconds]).astype(np.uint32)
    columns.append((everywhere, mixed(_named("apart", len(firsts)), apart)))
    columns.append((everywhere, mixed(_named("between", len(firsts)), steps.astype(np.uint32), near)))
    columns.append((everywhere, mixed(_named("clause", len(firsts)), same_clause, np.minimum(apart, 1))))
    return stacked(columns, len(firsts))


def _attributes(events: Sequence[EventCues]) -> dict[str, Codes]:
    return {name: code_all(_attribute(event, name) for event in events) for name in ATTRIBUTES}


def _attribute(event: EventCues, name: str) -> str:
    if name == "introducer":
        return event.introduced[0] if event.introduced else event.preposition
    if name == "above":
        return event.governor.trigger.timeml_class if event.governor else ""
    if name == "rank":
        return f"{event.turn}{event.governor is None}"
    if name == "time":
        return event.time.time.type if event.time else ""
    return str(getattr(event, name))


def _crossed(  # noqa: PLR0913 (columns of both sides, called in a loop over templates)
    attributes: dict[str, Codes],
    firsts: Places,
    seconds: Places,
    first: Sequence[str],
    second: Sequence[str],
    counted: Codes | None,
    name: str = "",
) -> Codes:
    found = _named(f"{name} {' '.join(first)} | {' '.join(second)} {counted is not None}", len(firsts))
    parts = [attributes[attribute][firsts] for attribute in first]
    parts += [attributes[attribute][seconds] for attribute in second]
    return mixed(found, *parts) if counted is None else mixed(found, *parts, counted)


def _named(name: str, count: int) -> Codes:
    return np.full(count, code_of(name), np.uint32)


def _in_one_sentence(cues: Cues, firsts: Places, seconds: Places) -> Table:
    pairs = (
        (cues.events[one], cues.events[other]) for one, other in zip(firsts.tolist(), seconds.tolist(), strict=True)
    )
    return table_of(
        _by_syntax(one, other, cues) if one.place.sentence == other.place.sentence else () for one, other in pairs
    )


def _by_syntax(first: EventCues, second: EventCues, cues: Cues) -> Iterator[str]:
    way = _way(first.place.token, second.place.token, cues)
    between = _events_between(first, second, cues)
    yield f"events between={between}"
    yield f"events between={between}|{first.kind}|{second.kind}"
    yield f"events between={between}|{first.tense}|{second.tense}"
    governed = f"governed={_governing(first, second)}"
    yield governed
    yield f"{governed}|{first.kind}|{second.kind}|{second.pos}"
    yield f"{governed}|{first.tense}|{second.tense}"
    if way is not None:
        yield from _on_the_way(first, second, *way)
    low, high = first.place.token.i, second.place.token.i
    for index in range(low + 1, min(high, low + FAR)):
        if index in cues.connecting:
            yield f"between={cues.connecting[index]}"
        if index in cues.links:
            yield f"link between={cues.links[index].relation}"
        if index in cues.adverbs:
            yield f"adverb between={cues.adverbs[index].relation}"
    yield f"comma={cues.commas[low] < cues.commas[high]}|{first.tense}|{second.tense}"
    yield f"distance={_width(high - low)}"


def _governing(first: EventCues, second: EventCues) -> str:
    above, below = first.governor, second.governor
    if below is not None and below.token.i == first.place.token.i:
        return "first"
    if above is not None and above.token.i == second.place.token.i:
        return "second"
    if above is None or below is None:
        return "none" if above is below else "one"
    return "same" if above.token.i == below.token.i else "two"


def _events_between(first: EventCues, second: EventCues, cues: Cues) -> int:
    above, below = cues.ways[first.place.token.i], cues.ways[second.place.token.i]
    ours = {index for index, _ in above} ^ {index for index, _ in below}
    ours -= {first.place.token.i, second.place.token.i}
    return min(3, sum(index in cues.event_tokens for index in ours))


def _on_the_way(first: EventCues, second: EventCues, up: list[str], down: list[str]) -> Iterator[str]:
    way = f"way={_joined(up, down)}"
    yield way
    yield f"{way}|{first.tense}|{second.tense}"
    yield f"{way}|{first.kind}|{second.kind}"
    yield f"{way}|2|{second.introduced[0] if second.introduced else second.preposition}"
    yield f"{way}|1|{first.introduced[0] if first.introduced else first.preposition}"
    if not up and down:
        yield from _governed("down", first, second, down[-1])
    if not down and up:
        yield from _governed("up", second, first, up[-1])


def _governed(way: str, above: EventCues, below: EventCues, role: str) -> Iterator[str]:
    yield f"{way}|{above.word}|{role}"
    yield f"{way}|{above.kind}|{below.tense}|{role}"
    yield f"{way}|{below.preposition}|{'+'.join(below.introduced)}|{below.tense}"
    yield f"{way}|link {below.link}"


# -- an event and a time, an event and now -----------------------------------------------------------------------------


def _event_and_time(event: EventCues, time: TimeCues, cues: Cues) -> Iterator[str]:
    place, kind = time.place, time.place.time.type
    apart = place.sentence - event.place.sentence
    same_clause = event.place.clause.i == place.clause.i
    order = "event first" if event.place.token.i < place.token.i else "time first"
    yield f"apart={max(-2, min(2, apart))}"
    yield f"signal={time.signal}|{apart == 0}|{same_clause}"
    yield f"prep={time.preposition}|{same_clause}"
    yield f"tense={event.tense}|{time.shape}"
    yield f"tense={event.tense}|{time.signal}|{kind}"
    yield f"kind={event.kind}|{time.shape}"
    yield f"kind={event.kind}|{kind}|{event.tense}"
    yield f"text={event.tense}|{time.text}"
    yield f"word={event.word}|{kind}"
    yield f"clause={same_clause}|{order}|{apart == 0}"
    if apart:
        yield f"far|{event.tense}|{time.shape}|{max(-2, min(2, apart))}"
        yield f"far|{event.time is not None}|{max(-2, min(2, apart))}"
        yield f"far|{event.kind}|{max(-2, min(2, apart))}"
    else:
        yield from _event_beside_time(event, time, f"{same_clause}|{order}", cues)


def _event_beside_time(event: EventCues, time: TimeCues, where: str, cues: Cues) -> Iterator[str]:
    kind = time.place.time.type
    way = _way(event.place.token, time.place.token, cues)
    if way is not None:
        up, down = way
        beside = ("", event.tense, event.kind, time.signal, time.preposition)
        yield from (f"way={_joined(up, down)}|{number}|{other}" for number, other in enumerate(beside))
        if not up:
            yield f"governs={len(down)}|{time.signal}|{kind}"
            yield f"governs={len(down)}|{time.preposition}|{time.shape}"
    low, high = sorted((event.place.token.i, time.place.token.i))
    between = (index for index in range(low + 1, high) if index in cues.event_tokens)
    others = len(list(islice(between, 4)))  # more are all the same
    yield f"others={others}|{where}"
    yield f"distance={_width(high - low)}|{where}"
    yield f"nearest={others == 0}|{where}|{event.pos}"
    if others == 0:
        yield f"nearest|{event.tense}|{time.signal}|{kind}"


def _event_and_now(event: EventCues, cues: Cues) -> Iterator[str]:
    sentence = min(event.place.sentence, 3)
    yield f"sentence={sentence}"
    yield f"sentence={sentence}|{event.turn}|{event.kind}"
    yield f"governor={event.governor is None}|{event.time is None}|{event.tense}"
    yield f"path={event.path}|{event.tense}|{event.kind}"
    yield f"all={event.tense}|{event.kind}|{event.role}"
    yield f"word={event.word}|{event.tense}"
    yield f"clause={event.clause_tense}|{event.pos}|{event.kind}"
    yield f"quoted={event.quoted}|{event.tense}"
    if event.time is not None:
        time = cues.times[event.time.id]
        yield f"time={time.shape}|{event.tense}"
        yield f"time={time.text}"
        yield f"time={time.signal}|{event.tense}"
    if event.governor is not None:
        above = event.governor.trigger
        yield f"above={tense_of(above)}|{above.timeml_class}|{event.tense}|{event.pos}"
        yield f"above={event.word[:3]}{above.lemma}|{event.tense}"


# -- syntax ------------------------------------------------------------------------------------------------------------


def _way(first: Word, second: Word, cues: Cues) -> tuple[list[str], list[str]] | None:
    """Return the roles from the first token up to the common governor, and from the second; prepositions left out."""
    above, below = cues.ways[first.i], cues.ways[second.i]
    heights = {index: height for height, (index, _) in enumerate(above)}
    for depth, (index, _) in enumerate(below):
        if index in heights:
            up = [role for _, role in above[: heights[index]] if role]
            return up, [role for _, role in below[:depth] if role]
    return None


def _joined(up: list[str], down: list[str]) -> str:
    return f"{'>'.join(up[:3])}_{'<'.join(reversed(down[-3:]))}"


def _width(number: int) -> int:
    """Return a number up to 3 itself, larger ones in classes."""
    return number if number < LIMITS[0] else LIMITS[0] + sum(number >= limit for limit in LIMITS[1:])
