"""Reach: which times cannot be the time of an event, whatever stands near it.

A time told within a relative clause or a participle is that clause's own; an event that is told to come before or after
another does not lie at the other's time; what is so « aujourd'hui » is so these days; a duration may be an amount
("sentenced to three years") or the distance between two events ("two months after his resignation"), and a date what
others are compared with ("than in 2015").
"""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import takewhile

from timeline.stages.reading.publication import is_in_dateline, mark_of_publication
from timeline.stages.scene import VERBAL, EventPlace, Scene, TimePlace, path_up
from timeline.stages.signals import find_signals, signal_before
from timeline.syntax import Role, Word
from timeline.syntax.phrases import NOUN_CLAUSES
from timeline.syntax.voice import PARTICIPIAL

# Clauses that add something about a noun have their times for themselves alone: NOUN_CLAUSES.
HOLDING = frozenset(
    {
        "IS_INCLUDED", "INCLUDES", "SIMULTANEOUS", "IDENTITY", "DURING", "DURING_INV", "BEGINS", "BEGUN_BY", "ENDS",
        "ENDED_BY",
    }
)  # fmt: skip
NAMING = frozenset({"NOUN", "PROPN"})
_LIST_MARKS = " \t-*•·#>|–—"
_LINE_MARK = re.compile(r"[*_ ]*(?::|\||[-–—] )")
_TODAY = "XXXX-XX-XX +0D"
_YEAR = re.compile(r"\d{4}")
#: What ends the words before the date of a dateline.
_AFTER_PLACE = (",", ", le", ", on", "(")
#: Dates alone in their lines that make a chronicle.
_FEWEST_HEADINGS = 2
_WORD = re.compile(r"[^\W\d]{2}")
#: Tokens from a time to the bracket that it stands in.
_WIDEST = 12
ORDERING = frozenset({"BEFORE", "AFTER"})
#: What a noun tells another event's time by.
_SETTING = ORDERING | {"BEGUN_BY"}
#: Where a noun stands that says what somebody is, or is in.
_BARE = frozenset({Role.ADVERBIAL_CLAUSE, Role.ADVERBIAL_NOUN})
_WITHIN = frozenset({Role.ADJUNCT, Role.OBLIQUE, Role.OBLIQUE_ARGUMENT, Role.PREPOSITION_OBJECT})
#: Where an adjective is that tells something beside its clause.
_BESIDE = NOUN_CLAUSES | {Role.ADJECTIVE, Role.ADVERBIAL_CLAUSE}


class Reach:
    """What the words of one scene say of which times its events can have.

    Parameters
    ----------
    scene : Scene
    """

    __slots__ = ("_beside", "_lines", "_links", "_measures", "_named", "_own", "_published", "_scene")

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        links = find_signals(scene.words, scene.language.signals.links) if scene.events and scene.times else ()
        self._links = {signal.end: signal.start for signal in links if signal.relation in ORDERING}
        starts = set(self._links.values())
        self._measures = _of_nothing(scene, starts)
        self._own = {time.id: _closed_clause(time, is_since(scene, time)) for time in scene.times}
        told = {place.token.i for place in scene.events if place.trigger.pos == "VERB"}
        nouns = {place.token.i for place in scene.events if place.trigger.pos == "NOUN"}
        self._beside = {time.id: _noun_before(scene, time, nouns) or _verb_before(time, told) for time in scene.times}
        self._lines = lines_of(scene)
        self._named = {time.id: named_by(time) for time in scene.times}
        self._published = published_lines(scene)

    def allows(self, place: EventPlace, time: TimePlace) -> bool:
        """Return whether an event can have a time."""
        if time.id in self._measures or time.id in self._published:
            return False
        line = self._lines.get(time.id)
        if line is not None:
            return line[0] <= place.trigger.start < line[1]
        named = self._named[time.id]
        if named is not None:
            return place.token.i == named.i
        if place.sentence != time.sentence:
            return True
        brackets = _brackets_around(time)
        if brackets is not None and not brackets[0] - 1 <= place.token.i < brackets[1]:
            return False
        return self._allows_here(place, time)

    def _allows_here(self, place: EventPlace, time: TimePlace) -> bool:
        """Return whether an event can have a time of its own sentence, outside brackets."""
        if is_moved_by(self._scene, place.token, time):
            return False
        beside = self._beside[time.id]
        if beside is not None:
            return place.token.i == beside
        own = self._own[time.id]
        if own is not None and own.head.i == place.token.i and is_moved_by(self._scene, own, time):
            return True
        if own is not None and own.i != place.token.i and not own.is_ancestor(place.token):
            return False
        return not self._is_set_apart(place.token, time)

    def is_beside(self, place: EventPlace, time: TimePlace) -> bool:
        """Tell the word just before a time that the parser gave to another one."""
        return self._beside[time.id] == place.token.i

    def _is_set_apart(self, token: Word, time: TimePlace) -> bool:
        """Return whether a word like « avant » or "after" stands between the event's phrase and the time."""
        for above in path_up(token):
            ends = (above.i + 1, *(child.i + 1 for child in above.lefts))
            start = next((self._links[end] for end in ends if end in self._links), None)
            if start is not None:
                return not start <= time.token.i <= above.right_edge.i
            if above.i == time.clause.i or above.pos_ == "VERB":
                break
        return False


def _of_nothing(scene: Scene, links: Set[int]) -> set[str]:
    """Return the ids of times that are no event's: amounts, what others are compared with, these days."""
    states = {place.clause.i for place in scene.events if _is_state_now(place)}
    return {
        time.id
        for time in scene.times
        if _is_measure(scene, time, links)
        or _is_compared(scene, time)
        or (time.time.unresolved == _TODAY and time.clause.i in states)
    }


def _noun_before(scene: Scene, time: TimePlace, nouns: Set[int]) -> int | None:
    """Return the noun of a phrase before a bare time, given to its verb: « lourdes depuis la reprise le 24 août »."""
    words, last = scene.words, time.first - 1
    if last < 0 or words[last].pos_ == "ADP":
        return None
    signals = (*scene.language.signals.times, *scene.language.signals.links)
    for word in path_up(words[last]):
        if word.right_edge.i != last or word.pos_ in VERBAL:
            return None
        if word.i in nouns and word.head == time.token.head:
            signal = signal_before(words, word.i, signals)
            return word.i if signal is not None and signal.relation in _SETTING else None
    return None


def _verb_before(time: TimePlace, told: Set[int]) -> int | None:
    """Return the verb before a time that the parser gave to a later one: "said on Friday it would cut jobs"."""
    doc, last = time.token.doc, time.first - 1
    if last > 0 and doc[last].pos_ == "ADP":
        last -= 1
    if last not in told:
        return None
    governor = next((token.i for token in path_up(time.token) if token.pos_ == "VERB"), -1)
    return last if governor > time.last else None


def is_moved_by(scene: Scene, token: Word, time: TimePlace) -> bool:
    """Tell the day that something else is moved to from that of the moving: « le vote est reporté au 12 avril »."""
    words = scene.language.times.tense
    before = scene.words[time.first - 1].lower_ if time.first else ""
    return before in words.moved_to and token.lemma_.lower() in words.scheduling_verbs


def is_since(scene: Scene, time: TimePlace) -> bool:
    """Tell a time at which something began that goes on: « depuis 1958 », "since 1958"."""
    return signal_before(scene.words, time.first, scene.language.signals.since) is not None


def _closed_clause(time: TimePlace, since: bool) -> Word | None:
    """Return the head of the relative clause, participle or apposition that a time stands in, if any.

    `since` says whether it tells when something began: « depuis 1958 ».
    """
    above = list(path_up(time.token))
    phrase = takewhile(_is_no_verb, above)
    apposition = _adjective_before(time) or next((token for token in phrase if _is_apposition(token, time)), None)
    heads = (token for token in above if token.role in NOUN_CLAUSES or _is_bare_participle(token))
    beside = (
        apposition or _adjective_of(time) or next((token for token in above if _is_beside(token, time, since)), None)
    )
    return beside or next((head for head in heads if head.pos_ in VERBAL), None)


def _is_beside(word: Word, time: TimePlace, since: bool) -> bool:
    """Tell what somebody is said to be, with a time of its own, before what is told: « Maire en 2008, il a fondé… ».

    So does what someone is in `since` then: « En poste depuis 2010, elle est partie lundi »; a place is none such.
    """
    verb = next((token for token in path_up(word.head) if token.pos_ in VERBAL), word)
    if word.pos_ not in NAMING or not word.i < time.first <= time.last < verb.i:
        return False
    return word.role in _BARE or (since and word.pos_ == "NOUN" and word.role in _WITHIN)


def _adjective_of(time: TimePlace) -> Word | None:
    """Return the adjective that a time hangs on, beside what a clause tells: "due this year, it will be delayed"."""
    word = time.token.head
    beside = word.pos_ == "ADJ" and word.role in _BESIDE and word.i < time.first
    apart = any(token.is_punct for token in word.doc[word.i : time.first])
    return word if beside and not apart and all(child.role != Role.COPULA for child in word.children) else None


def _adjective_before(time: TimePlace) -> Word | None:
    """Return the adjective that a time is told of by a phrase: « la taxe applicable à partir du 1er mars »."""
    doc, before, fixed = time.token.doc, time.first - 1, False
    while before > 0 and (doc[before].pos_ == "ADP" or doc[before].role == Role.FIXED):
        fixed = fixed or doc[before].role == Role.FIXED
        before -= 1
    word = doc[max(before, 0)]
    describes = word.role == Role.ADJECTIVE and word.pos_ == "ADJ" and word.head.i < word.i
    return word if fixed and describes else None


def _is_no_verb(token: Word) -> bool:
    return token.pos_ not in VERBAL


def _is_apposition(token: Word, time: TimePlace) -> bool:
    """Tell what is said of a noun, with a time of its own: « Jean Roy, maire depuis 1997 », « la taxe due mardi »."""
    names = token.role == Role.APPOSITION and token.pos_ in NAMING
    describes = token.role == Role.ADJECTIVE and token.pos_ == "ADJ"
    return (names or describes) and token.i < time.first and token.head.i < token.i


def lines_of(scene: Scene) -> dict[str, tuple[int, int]]:
    """Return where the rest of each line stands that begins with a time and a mark: « 14h05 – … », "- **2019**: …".

    Returns
    -------
    dict
        Half-open character spans by the time's id; times that begin no line are left out.
    """
    text = scene.letters
    lines = ((time.id, _line_of(time, text)) for time in scene.times)
    return _below_headings(scene, text) | {name: line for name, line in lines if line is not None}


def _below_headings(scene: Scene, text: str) -> dict[str, tuple[int, int]]:
    """Return what stands below each date alone in its line, where there are several: a chronicle, no page's date."""
    headings = [time for time in scene.times if _is_heading(time, text)]
    if len(headings) < _FEWEST_HEADINGS:
        return {}
    ends = [*(time.token.doc[time.first].idx for time in headings[1:]), len(text)]
    starts = (time.token.doc[time.last].idx + len(time.token.doc[time.last]) for time in headings)
    return {time.id: line for time, line in zip(headings, zip(starts, ends, strict=True), strict=True)}


def _is_heading(time: TimePlace, text: str) -> bool:
    start, last = time.token.doc[time.first].idx, time.token.doc[time.last]
    before = text[text.rfind("\n", 0, start) + 1 : start]
    end = last.idx + len(last)
    close = text.find("\n", end)
    after = text[end : close if close >= 0 else len(text)]
    return time.time.type == "DATE" and not before.strip(_LIST_MARKS) and not after.strip(_LIST_MARKS + ":")


def _line_of(time: TimePlace, text: str) -> tuple[int, int] | None:
    doc = time.token.doc
    end = doc[time.last].idx + len(doc[time.last])
    if not _LINE_MARK.match(text, end):  # asked first: lines may be long
        return None
    start = doc[time.first].idx
    opening = text.rfind("\n", 0, start) + 1
    if text[opening:start].strip(_LIST_MARKS):
        return None
    close = text.find("\n", end)
    return end, close if close >= 0 else len(text)


def published_lines(scene: Scene) -> Set[str]:
    """Return the ids of times that tell when the page was published or changed: no event has them.

    They stand in a line that opens with a mark of publication and a colon, « Page actualisée : 16 juin 2016, 16 h 20 »,
    or holds nothing else: "Updated on 16 June 2016".
    """
    marks = scene.language.reading.publication_marks
    own = scene.letters
    text = own.lower()
    return {time.id for time in scene.times if _is_published(text, time, marks) or _is_after_a_place(own, time)}


def _is_after_a_place(text: str, time: TimePlace) -> bool:
    """Tell the date of a dateline: « Lyon, 2 mars 2022 (XYZ). – »; one that nothing stands before may head its line."""
    start, end = time.token.doc[time.first].idx, time.token.doc[time.last].idx + len(time.token.doc[time.last])
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return _WORD.search(line) is not None and line.rstrip().endswith(_AFTER_PLACE) and is_in_dateline(text, start, end)


def _is_published(text: str, time: TimePlace, marks: tuple[str, ...]) -> bool:
    last = time.token.doc[time.last]
    start, end = time.token.doc[time.first].idx, last.idx + len(last)
    return mark_of_publication(text, start, end, marks) is not None


def _brackets_around(time: TimePlace) -> tuple[int, int] | None:
    """Return the tokens of the brackets that a time stands in: « passé par Monaco (2006-2008) »."""
    doc = time.token.doc
    opening = next((i for i in range(time.first - 1, max(time.first - _WIDEST, -1), -1) if doc[i].text in "()"), None)
    if opening is None or doc[opening].text != "(":
        return None
    closing = next((i for i in range(time.last + 1, min(time.last + _WIDEST, len(doc))) if doc[i].text in "()"), None)
    return None if closing is None or doc[closing].text != ")" else (opening, closing)


def named_by(time: TimePlace) -> Word | None:
    """Return the noun that a bare year names a thing by: « champion du monde 2015 », "the 2016 race"; None otherwise.

    Only that thing, if it is an event, is of the year.
    """
    if not _YEAR.fullmatch(time.time.unresolved or time.time.timex3):
        return None
    head = time.token.head
    before = time.token.doc[time.first - 1] if time.first else None
    if head.pos_ not in NAMING or (before is not None and before.pos_ == "ADP"):
        return None
    stands_behind = before is not None and before.pos_ in (*NAMING, "ADJ") and head.i < time.first
    return head if stands_behind or head.i > time.last else None


def _is_bare_participle(token: Word) -> bool:
    """Return whether a word is a participle that tells something beside the main verb: « Fondé en 1952, … »."""
    if token.role != Role.ADVERBIAL_CLAUSE or not token.form >= PARTICIPIAL:
        return False
    return not any(child.role in {Role.AUXILIARY, Role.PASSIVE_AUXILIARY} for child in token.lefts)


def _is_compared(scene: Scene, time: TimePlace) -> bool:
    """Tell what is told from what it is only compared with: « elle veut gagner comme en 1984 »."""
    return signal_before(scene.words, time.first, scene.language.signals.comparisons) is not None


def _is_state_now(place: EventPlace) -> bool:
    """Tell what is so these days, where « aujourd'hui » names no day: « Le club compte aujourd'hui 300 membres »."""
    trigger = place.trigger
    heads = place.token.i == place.clause.i and trigger.tense in ("PRESENT", "NONE")
    return heads and trigger.timeml_class in ("STATE", "I_STATE")


def _is_measure(scene: Scene, time: TimePlace, links: Set[int]) -> bool:
    """Return whether a duration is an amount, or what lies between two events; `links` are where links start."""
    value = time.time
    if value.type != "DURATION":
        return False
    lies_between = bool({point for point in (value.begin_point, value.end_point) if point} - {"t0"})
    amount = signal_before(scene.words, time.first, scene.language.signals.measures)
    return lies_between or time.last + 1 in links or amount is not None
