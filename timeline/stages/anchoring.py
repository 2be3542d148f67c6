"""Anchoring: which time belongs to which event.

The nearer the text puts a time to an event, the surer the claim: a time that depends on the event's word (``syntax``),
one in its clause (``clause``), or one in its sentence (``sentence``). What has none of these may have the day that the
story has reached (`timeline.stages.containers`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from spacy.tokens import Doc

from timeline.languages import Language
from timeline.model.event import Event
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.stages.claims import claim
from timeline.stages.containers import day_guesses
from timeline.stages.reach import Reach, is_moved_by, is_since, lines_of
from timeline.stages.scene import EventPlace, Scene, TimePlace, path_up, scene_of
from timeline.stages.signals import Signal, happening, signal_before
from timeline.stages.source import mention_at
from timeline.stages.stretches import ends_of_stretches
from timeline.syntax import Role, Word
from timeline.syntax.phrases import NOUN_CLAUSES
from timeline.syntax.voice import SUBJECTS

FRAMING_CLASSES = frozenset({"I_STATE", "ASPECTUAL", "MODAL"})
COMPLEMENTS = frozenset({Role.CLAUSE_COMPLEMENT, Role.OPEN_COMPLEMENT})
CALENDAR_TYPES = frozenset({"DATE", "TIME"})
#: Roles of what a verb puts off.
MOVED = frozenset({Role.PASSIVE_SUBJECT, Role.OBJECT})
#: What lies before the end of a unit may lie within what that end is made of; what lies after its beginning too.
_ENDS = frozenset({("BEFORE", "END"), ("AFTER", "START")})


def anchor_events(
    doc: Doc, language: Language, events: tuple[Event, ...], times: tuple[TimeValue, ...]
) -> tuple[Relation, ...]:
    """Claim which events lie at which times.

    Parameters
    ----------
    doc : Doc
    language : Language
    events, times : tuple
        Those of the document; nothing needs to be resolved.

    Returns
    -------
    tuple of Relation
        From an event to a time, each with its confidence and the words that tell it.
    """
    scene = scene_of(doc, language, events, times)
    in_sentence = scene.events_by_sentence()
    reach = Reach(scene)
    spans = dict(ends_of_stretches(scene))
    lines = lines_of(scene)
    claims = list(_by_line(scene, lines))
    for time in scene.times:
        if time.id in lines:
            continue
        here = in_sentence.get(time.sentence, [])
        candidates = [place for place in here if reach.allows(place, time)]
        beside = [place for place in candidates if reach.is_beside(place, time)]
        claims.extend(_anchored_to(scene, time, beside or candidates, spans.get(time.id), beside))
    claims.extend(day_guesses(scene, claims))
    return tuple(claims)


def _by_line(scene: Scene, lines: Mapping[str, tuple[int, int]]) -> Iterator[Relation]:
    """Give what a line tells the time that it begins with: « 12 mars 2020 : fermeture des écoles »."""
    starts = sorted((place.trigger.start, number) for number, place in enumerate(scene.events)) if lines else []
    for time in scene.times:
        line = lines.get(time.id)
        if line is not None:
            first, last = (bisect_left(starts, (offset, 0)) for offset in line)
            for number in sorted(number for _, number in starts[first:last]):
                yield _claim(scene, scene.events[number], time, None, "dated line")


def _anchored_to(
    scene: Scene, time: TimePlace, candidates: list[EventPlace], signal: Signal | None, beside: list[EventPlace]
) -> list[Relation]:
    """Return the claims of one time on the events of its sentence, `beside` it or other candidates.

    `signal` says what it begins or ends.
    """
    signal = signal or _signal_of(scene, time)
    if signal is not None and (signal.relation, time.time.mod) in _ENDS:
        return []
    found = beside or _told_of(scene, time, candidates)
    if signal is not None and signal.relation == "BEGUN_BY":
        found = _lasting(found, candidates)
    rule = "time by syntax"
    if not found:
        found = [place for place in candidates if place.clause.i == time.clause.i]
        rule = "time in the clause"
    if not found and candidates:
        _, nearest = min((abs(place.token.i - time.token.i), number) for number, place in enumerate(candidates))
        found = [candidates[nearest]]
        rule = "time in the sentence"
    return [_claim(scene, place, time, signal, rule) for place in found]


def _told_of(scene: Scene, time: TimePlace, candidates: list[EventPlace]) -> list[EventPlace]:
    """Return the events that the parse gives a time to."""
    moved = _moved_to(scene, time, candidates)
    return (
        moved
        or _by_syntax(time, candidates, scene.language)
        or _cleft(time, candidates)
        or _told_when(scene, time, candidates)
    )


def _signal_of(scene: Scene, time: TimePlace) -> Signal | None:
    """Return what says how events stand to a time; what is put off until a day takes place then."""
    if any(is_moved_by(scene, token, time) for token in path_up(time.token)):
        return None
    return signal_before(scene.words, time.first, scene.language.signals.times)


def _moved_to(scene: Scene, time: TimePlace, candidates: list[EventPlace]) -> list[EventPlace]:
    """Return what something is put off to: « Le procès, reporté au 3 mars, … », "The vote was moved to Monday"."""
    verb = next((token for token in path_up(time.token) if is_moved_by(scene, token, time)), None)
    if verb is None:
        return []
    things = {child.i for child in verb.children if child.role in MOVED}
    if verb.role in NOUN_CLAUSES:
        things.add(verb.head.i)
    return [place for place in candidates if place.token.i in things]


def _by_syntax(time: TimePlace, candidates: list[EventPlace], language: Language) -> list[EventPlace]:
    """Return the event that governs the time most closely, with what it merely frames."""
    by_token = {place.token.i: place for place in candidates}
    for token in path_up(time.token.head):
        if token.i in by_token:
            return [by_token[token.i], *_framed(by_token[token.i], by_token, language)]
        if token.i == time.clause.i:
            break
    return []


def _told_when(scene: Scene, time: TimePlace, candidates: list[EventPlace]) -> list[EventPlace]:
    """Return what happened when it was so late: « Il était 18 h lorsque la maison a explosé »."""
    if not _is_said_to_be(time):
        return []
    clauses = {child.i for child in time.clause.children if _has_when(child, scene.language)}
    return [place for place in candidates if place.token.i in clauses]


def _cleft(time: TimePlace, candidates: list[EventPlace]) -> list[EventPlace]:
    """Return what a cleft clause tells: « Samedi, c'est un pompier qui a perdu la vie »."""
    said = time.clause
    roles = {child.role for child in said.lefts if child.pos_ in ("PRON", "AUX")}
    if said.pos_ == "VERB" or Role.COPULA not in roles or roles.isdisjoint(SUBJECTS) or time.token.i > said.i:
        return []
    clauses = {child.i for child in said.rights if child.role == Role.RELATIVE_CLAUSE}
    return [place for place in candidates if place.token.i in clauses]


def _is_said_to_be(time: TimePlace) -> bool:
    """Tell a time that is all that a clause says: « il était 18 h (quand…) », "it was Monday evening (when…)"."""
    said, within = time.clause, range(time.first, time.last + 1)
    if said.pos_ == "AUX":
        said = next((child for child in said.rights if child.role == Role.ATTRIBUTE), said)
    subjects = (child for child in time.clause.lefts if child.role in SUBJECTS | {Role.EXPLETIVE})
    return said.i in within and any(child.pos_ == "PRON" for child in subjects)


def _lasting(found: list[EventPlace], candidates: list[EventPlace]) -> list[EventPlace]:
    """Return what goes on, for what it is about: "has been trying to buy Volta since May"."""
    going_on = {place.token.i: place for place in candidates if place.trigger.aspect.endswith("PROGRESSIVE")}
    above = (going_on.get(place.token.head.i) if place.token.role in COMPLEMENTS else None for place in found)
    return [governor or place for governor, place in zip(above, found, strict=True)]


def _framed(place: EventPlace, by_token: Mapping[int, EventPlace], language: Language) -> list[EventPlace]:
    """Return the events whose time a verb bears.

    What a word like « sembler » or "begin" is about, what a verb like « avoir lieu » or "occur" says to happen, and
    what happens when the verb does (« lorsque »).
    """
    shared = COMPLEMENTS if place.trigger.timeml_class in FRAMING_CLASSES else frozenset[Role]()
    if happening(place.token, language) == "SIMULTANEOUS":
        shared |= SUBJECTS
    children = [child for child in place.token.children if child.i in by_token]
    return [
        by_token[child.i]
        for child in children
        if child.role in shared or (place.trigger.tense == "PAST" and _is_when(by_token[child.i], language))
    ]


def _is_when(place: EventPlace, language: Language) -> bool:
    """Tell whether an event is told in a clause with « lorsque » or "when", as one moment of the past."""
    if place.token.role != Role.ADVERBIAL_CLAUSE or (place.trigger.tense, place.trigger.aspect) != ("PAST", "NONE"):
        return False
    return _has_when(place.token, language)


def _has_when(clause: Word, language: Language) -> bool:
    words = {word for group in language.signals.whens for word in group.words}
    return clause.role == Role.ADVERBIAL_CLAUSE and any(child.lower_ in words for child in clause.lefts)


def _claim(scene: Scene, place: EventPlace, time: TimePlace, signal: Signal | None, rule: str) -> Relation:
    relation = signal.relation if signal else "IS_INCLUDED"
    if relation == "DURING" and time.time.type in CALENDAR_TYPES:
        relation = "IS_INCLUDED"
    first = scene.words[signal.start if signal else time.first]
    last = scene.words[time.last]
    if signal and rule == "time by syntax" and is_since(scene, time):
        rule = "time since"
    span = mention_at(scene.doc, first.idx, last.idx + len(last))
    return claim(place.id, time.id, relation, rule, span)
