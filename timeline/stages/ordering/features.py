"""Features of a pair of events, of an event and a time, of an event and now: what the learned weights look at."""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from spacy.tokens import Token

from timeline.stages.ordering.cues import OTHER, Cues, EventCues, TimeCues, tense_of

BETWEEN = frozenset({"CCONJ", "SCONJ", "ADP", "ADV"})
FAR = 20
LIMITS = (4, 7, 12, 25)


def codes_of(features: Iterator[str]) -> list[int]:
    """Hash features, the same everywhere; each once."""
    return sorted({crc32(feature.encode()) for feature in features})


def event_pair(first: EventCues, second: EventCues, between: int, cues: Cues) -> Iterator[str]:
    """Yield the features of two events in the order of the text, `between` steps from one to the other."""
    yield from (f"1{feature}" for feature in first.alone)
    yield from (f"2{feature}" for feature in second.alone)
    apart = second.place.sentence - first.place.sentence
    yield from _compared(first, second, min(apart, 1))
    yield f"apart={min(apart, 3)}"
    yield f"between={_width(between)}|{min(apart, 2)}"
    if apart:
        yield from _across_sentences(first, second, apart, cues)
    else:
        yield from _in_one_sentence(first, second, cues)


def event_time(event: EventCues, time: TimeCues, cues: Cues) -> Iterator[str]:
    """Yield the features of an event and a time."""
    yield from (f"e{feature}" for feature in event.alone)
    yield from (f"t{feature}" for feature in time.alone)
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
        yield f"far|{event.tense}|{time.shape}|{apart}"
        yield f"far|{event.time is not None}|{apart}"
        yield f"far|{event.kind}|{apart}"
        return
    way = _way(event.place.token, place.token, cues)
    if way is not None:
        up, down = way
        beside = ("", event.tense, event.kind, time.signal, time.preposition)
        yield from (f"way={_joined(up, down)}|{number}|{other}" for number, other in enumerate(beside))
        if not up:
            yield f"governs={len(down)}|{time.signal}|{kind}"
            yield f"governs={len(down)}|{time.preposition}|{time.shape}"
    low, high = sorted((event.place.token.i, place.token.i))
    others = sum(index in cues.event_tokens for index in range(low + 1, high))
    yield f"others={min(others, 4)}|{order}"
    yield f"distance={_width(high - low)}|{order}"
    yield f"nearest={others == 0}|{same_clause}|{event.pos}"
    if others == 0:
        yield f"nearest|{event.tense}|{time.signal}|{kind}"


def event_now(event: EventCues, cues: Cues) -> Iterator[str]:
    """Yield the features of an event and the time of writing."""
    yield from (f"n{feature}" for feature in event.alone)
    yield f"sentence={min(event.place.sentence, 3)}"
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


def _compared(first: EventCues, second: EventCues, apart: int) -> Iterator[str]:
    tenses, kinds = f"{first.tense}|{second.tense}", f"{first.kind}|{second.kind}"
    yield f"tenses={tenses}"
    yield f"tenses={tenses}|{apart}"
    yield f"kinds={kinds}"
    yield f"kinds={kinds}|{apart}"
    yield f"both={tenses}|{kinds}"
    yield f"pos={first.pos}|{second.pos}|{apart}"
    yield f"words={first.word}|{second.word}"
    yield f"same={first.word == second.word}|{first.pos}|{second.pos}"
    yield f"clauses={first.clause_tense}|{second.clause_tense}|{first.pos}|{second.pos}"
    yield f"word tense={first.word}|{second.tense}"
    yield f"tense word={first.tense}|{second.word}"
    yield f"word kind={first.word}|{second.kind}"
    yield f"kind word={first.kind}|{second.word}"
    yield f"quoted={first.quoted}|{second.quoted}"
    yield f"reported={first.reported}|{second.reported}|{kinds}"
    yield f"times={first.time.time.type if first.time else ''}|{second.time.time.type if second.time else ''}"
    yield f"adverb={second.adverb}|{apart}"
    yield f"links={first.link}|{second.link}|{apart}"
    yield f"groups={first.group}|{second.group}"
    yield f"clause={first.place.clause.i == second.place.clause.i}|{apart}"


def _in_one_sentence(first: EventCues, second: EventCues, cues: Cues) -> Iterator[str]:
    way = _way(first.place.token, second.place.token, cues)
    if way is not None:
        yield from _on_the_way(first, second, *way)
    doc, low, high = cues.scene.doc, first.place.token.i, second.place.token.i
    code, comma = cues.scene.language.code, False
    for token in doc[low + 1 : high]:
        comma = comma or token.text == ","
        if token.pos_ in BETWEEN and high - low < FAR:
            yield f"between={code}:{token.lower_}"
        if token.i in cues.links:
            yield f"link between={cues.links[token.i].relation}"
        if token.i in cues.adverbs:
            yield f"adverb between={cues.adverbs[token.i].relation}"
    yield f"comma={comma}|{first.tense}|{second.tense}"
    yield f"distance={_width(high - low)}"


def _on_the_way(first: EventCues, second: EventCues, up: list[str], down: list[str]) -> Iterator[str]:
    way = _joined(up, down)
    yield f"way={way}"
    yield f"way={way}|{first.tense}|{second.tense}"
    yield f"way={way}|{first.kind}|{second.kind}"
    yield f"way={way}|2|{second.introduced[0] if second.introduced else second.preposition}"
    yield f"way={way}|1|{first.introduced[0] if first.introduced else first.preposition}"
    if not up and down:
        yield from _governed("down", first, second, down[-1])
    if not down and up:
        yield from _governed("up", second, first, up[-1])


def _governed(way: str, above: EventCues, below: EventCues, role: str) -> Iterator[str]:
    yield f"{way}|{above.word}|{role}"
    yield f"{way}|{above.kind}|{below.tense}|{role}"
    yield f"{way}|{below.preposition}|{'+'.join(below.introduced)}|{below.tense}"
    yield f"{way}|link {below.link}"


def _across_sentences(first: EventCues, second: EventCues, apart: int, cues: Cues) -> Iterator[str]:
    yield f"roots={first.role == 'root'}|{second.role == 'root'}|{first.tense}|{second.tense}|{min(apart, 2)}"
    yield f"paths={first.path}|{second.path}"
    if apart == 1:
        opening = cues.scene.doc[cues.scene.sentence_starts[second.place.sentence]]
        yield f"opening={cues.scene.language.code}:{opening.lower_}"
        yield f"opening={opening.pos_}"


def _way(first: Token, second: Token, cues: Cues) -> tuple[list[str], list[str]] | None:
    """Return the roles from the first token up to the common governor, and from the second; prepositions left out."""
    above = [first]
    while above[-1].head.i != above[-1].i and len(above) < FAR:
        above.append(above[-1].head)
    heights = {token.i: height for height, token in enumerate(above)}
    down: list[str] = []
    while second.i not in heights:
        if second.head.i == second.i:
            return None
        if second.pos_ != "ADP":
            down.append(cues.roles.get(second.dep_, OTHER))
        second = second.head
    up = [cues.roles.get(token.dep_, OTHER) for token in above[: heights[second.i]] if token.pos_ != "ADP"]
    return up, down


def _joined(up: list[str], down: list[str]) -> str:
    return f"{'>'.join(up[:3])}_{'<'.join(reversed(down[-3:]))}"


def _width(number: int) -> int:
    """Return a number up to 3 itself, larger ones in classes."""
    return number if number < LIMITS[0] else LIMITS[0] + sum(number >= limit for limit in LIMITS[1:])
