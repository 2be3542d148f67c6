"""Which pairs are judged, and their features."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from timeline.model.mention import Mention
from timeline.stages.ordering.cues import Cues
from timeline.stages.ordering.features import event_pairs, event_times, events_now
from timeline.stages.ordering.hashing import Part
from timeline.stages.ordering.weights import SUBJECTS
from timeline.stages.source import mention_at

NOW = "t0"
REACH = 1  # sentences between which pairs are compared
AT_ONCE = 5000  # pairs judged together, more than articles have: their features take a kilobyte each

# An event's number in the cues, and another event's or a time's number; None stands for now.
Ends = tuple[int, int | None]


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of one subject: always an event first, two events in the order of the text."""

    subject: str
    cues: Cues
    ends: Sequence[Ends]

    def ids(self, number: int) -> tuple[str, str]:
        """Return the ids of a pair."""
        first, second = self.ends[number]
        source = self.cues.events[first].place.id
        if second is None:
            return source, NOW
        if self.subject == "event_pair":
            return source, self.cues.events[second].place.id
        return source, self.cues.scene.times[second].id

    def span(self, number: int) -> Mention:
        """Return the words that stand for a pair: the later event, the time, or the event beside now."""
        first, second = self.ends[number]
        doc, words = self.cues.scene.doc, self.cues.scene.words
        if self.subject == "event_time" and second is not None:
            place = self.cues.scene.times[second]
            last = words[place.last]
            return mention_at(doc, words[place.first].idx, last.idx + len(last))
        trigger = self.cues.events[first if second is None else second].place.trigger
        return mention_at(doc, trigger.start, trigger.end)

    def features(self) -> tuple[Part, ...]:
        """Return the features of all pairs."""
        firsts = np.array([first for first, _ in self.ends], np.int64)
        seconds = np.array([second or 0 for _, second in self.ends], np.int64)
        told = np.concatenate((firsts, seconds)) if self.subject == "event_pair" else firsts
        low = int(told.min())
        cues = self.cues.among(low, int(told.max()) + 1)  # of a long text these are few
        if self.subject == "event_pair":
            return event_pairs(cues, firsts - low, seconds - low)
        if self.subject == "event_time":
            return event_times(cues, firsts - low, seconds)
        return events_now(cues, firsts - low)


def near_pairs(cues: Cues) -> Iterator[Pairs]:
    """Yield the pairs worth judging, subject by subject; their number grows with the text, not with its square.

    Those of a long text come some thousand at a time.
    Events are paired with those of the same and the next sentence, with the last one before that has the same stem,
    with the times around them, and with now.
    """
    found: dict[str, list[Ends]] = {
        "event_pair": [*_neighbours(cues), *_echoes(cues)],
        "event_time": list(_times_around(cues)),
        "event_now": [(number, None) for number in range(len(cues.events))],
    }
    for subject in SUBJECTS:
        for first in range(0, len(found[subject]), AT_ONCE):
            yield Pairs(subject, cues, found[subject][first : first + AT_ONCE])


def given_pairs(cues: Cues, asked: Iterable[tuple[str, str]]) -> Iterator[tuple[Pairs, list[bool]]]:
    """Yield pairs of ids that somebody asks about, subject by subject, and which of them had to be turned round."""
    events = {event.place.id: number for number, event in reversed(list(enumerate(cues.events)))}
    times: dict[str, int | None] = {name: number for number, name in enumerate(cues.times)}
    times[NOW] = None
    found: dict[str, list[tuple[Ends, bool]]] = {subject: [] for subject in SUBJECTS}
    for source, target in asked:
        if source in events and target in events and source != target:
            first, second = sorted((events[source], events[target]))
            found["event_pair"].append(((first, second), events[source] != first))
        for event, time, turned in ((source, target, False), (target, source, True)):
            if event in events and time in times:
                found["event_now" if time == NOW else "event_time"].append(((events[event], times[time]), turned))
    for subject, pairs in found.items():
        if pairs:
            ends, turns = zip(*pairs, strict=True)
            yield Pairs(subject, cues, list(ends)), list(turns)


def _neighbours(cues: Cues) -> Iterator[Ends]:
    for number, event in enumerate(cues.events):
        for later in range(number + 1, len(cues.events)):
            other = cues.events[later]
            if other.place.sentence > event.place.sentence + REACH:
                break
            if other.place.id != event.place.id:
                yield number, later


def _echoes(cues: Cues) -> Iterator[Ends]:
    told: dict[str, int] = {}
    for number, event in enumerate(cues.events):
        earlier = told.get(event.stem)
        told[event.stem] = number
        if earlier is not None:
            other = cues.events[earlier].place
            if other.sentence < event.place.sentence - REACH and other.id != event.place.id:
                yield earlier, number


def _times_around(cues: Cues) -> Iterator[Ends]:
    times, first = cues.scene.times, 0
    for number, event in enumerate(cues.events):
        sentence = event.place.sentence
        while first < len(times) and times[first].sentence < sentence - REACH:
            first += 1
        for place in range(first, len(times)):
            if times[place].sentence > sentence + REACH:
                break
            yield number, place
