"""Sieves that read how a report is built: what lies behind it, what it tells in turn, what is to come.

Their claims are likely, not told: they order what nothing surer does, and neither date nor bound.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, groupby, pairwise

from timeline.model.relation import Relation
from timeline.stages.claims import claim
from timeline.stages.ordering.tenses import NOW
from timeline.stages.scene import EventPlace, Scene, path_up
from timeline.stages.source import mention_of
from timeline.syntax import Role
from timeline.syntax.phrases import NOUN_CLAUSES

TOLD_AS_REAL = frozenset({"factual", "reported"})
EVENTFUL = frozenset({"OCCURRENCE", "ASPECTUAL", "I_ACTION", "REPORTING"})
LINE = frozenset({"PAST", "PRESENT"})
COMING = frozenset({"FUTURE", "INFINITIVE", "NONE"})
#: Roles of participles that tell on, a headline's above all: « jugé et condamné », « Un maire tué à Lens ».
GOING_ON = frozenset({Role.ROOT, Role.CONJUNCT})
#: … and of those that a clause has beside it: « Arrêté lundi, il a été relâché ».
BESIDE = GOING_ON | {Role.ADVERBIAL_CLAUSE}
#: Roles of nouns for what has happened already when the story goes on.
MATTER = frozenset({Role.SUBJECT, Role.OBLIQUE_ARGUMENT, Role.AGENT})
#: Sentences in which a report tells its news.
LEAD = 1
#: Sentences within which the story goes on from one event to the next.
REACH = 3
#: Sentences within which what lies behind or ahead is put before or after what is told.
FAR = 10


def by_phase(scene: Scene) -> Iterator[Relation]:
    """Put what a report looks back to before it, and what it looks ahead to after now and after what it tells."""
    scene = _told_once(scene)
    opening = _opening(scene)
    near = _Near(scene.events)
    for place in scene.events:
        if is_outlook(place):
            yield _claim(place, NOW, "AFTER", "outlook")
        elif _is_background(place) and place not in opening:
            yield from _ordered("background", ((place, other) for other in (*opening, *near.line(place))))
        elif is_on_the_line(place) and place.trigger.tense == "PRESENT":
            yield _claim(place, NOW, "BEFORE", "report")
        if place.event.factuality == "future":
            yield from _ordered("outlook", ((other, place) for other in near.told(place)), "of what is told")
        elif _is_not_so_now(place):
            yield from _ordered("outlook", ((other, place) for other in near.done(place)), "of what is told")


def _told_once(scene: Scene) -> Scene:
    """Return a scene with each event where its main mention stands: what is told again may be told out of turn."""
    return replace(scene, events=tuple(filter(_is_main, scene.events)))


def _is_main(place: EventPlace) -> bool:
    return place.trigger == place.event.trigger


def _ordered(rule: str, pairs: Iterable[tuple[EventPlace, EventPlace]], case: str = "") -> Iterator[Relation]:
    yield from (_claim(one, other.id, "BEFORE", rule, case) for one, other in pairs if one.id != other.id)


def _opening(scene: Scene) -> tuple[EventPlace, ...]:
    """Return the news itself: what is told as real in the first sentence, a headline mostly, or what is told first."""
    first = [place for place in scene.events if place.sentence == scene.events[0].sentence]
    news = tuple(place for place in first if place.event.factuality in TOLD_AS_REAL and not place.looks_back)
    return news or tuple(place for place in scene.events if is_on_the_line(place))[:1]


class _Near:
    """What is told within `FAR` sentences of an event.

    Parameters
    ----------
    events : sequence of EventPlace
        In the order of the text.
    """

    __slots__ = ("_line", "_told")

    def __init__(self, events: Sequence[EventPlace]) -> None:
        self._line = [place for place in events if is_on_the_line(place)]
        self._told = [place for place in events if _is_told(place)]

    def line(self, place: EventPlace) -> Iterator[EventPlace]:
        """Yield the events of the story's line; for a relative clause in its tense only those told before it."""
        for other in _within(self._line, place):
            if place.trigger.tense != "PAST" or place.looks_back or other.sentence < place.sentence:
                yield other

    def told(self, place: EventPlace) -> Iterator[EventPlace]:
        """Yield what has happened, as far as it is not told long after."""
        return (other for other in _within(self._told, place) if other.sentence - place.sentence <= REACH)

    def done(self, place: EventPlace) -> Iterator[EventPlace]:
        """Yield what verbs in the past tell to have happened."""
        for other in self.told(place):
            if other.trigger.pos == "VERB" and other.trigger.tense == "PAST":
                yield other


def _within(events: Sequence[EventPlace], place: EventPlace) -> Iterator[EventPlace]:
    first = bisect_left(events, place.sentence - FAR, key=_sentence_of)
    last = bisect_right(events, place.sentence + FAR, key=_sentence_of)
    return iter(events[first:last])


def _is_told(place: EventPlace) -> bool:
    trigger = place.trigger
    verbal = trigger.tense in LINE or trigger.tense == "PASTPART" or place.looks_back
    return place.event.factuality in TOLD_AS_REAL and (verbal or trigger.pos == "NOUN")


def _is_not_so_now(place: EventPlace) -> bool:
    """Tell what the present denies, which is what has come of what is told: « Le feu n'est pas éteint »."""
    return place.event.factuality == "negated" and place.trigger.tense == "PRESENT"


def _is_background(place: EventPlace) -> bool:
    """Tell what is told as real of what was before: in a tense that looks back, a participle, a relative clause.

    Only what happens lies behind so, no state or saying; a participle beside a clause goes with that clause.
    """
    trigger = place.trigger
    if place.event.factuality not in TOLD_AS_REAL or trigger.pos != "VERB":
        return False
    if place.looks_back:
        return True
    if trigger.timeml_class != "OCCURRENCE":
        return False
    if trigger.tense == "PASTPART":
        return place.token.role not in BESIDE
    return trigger.tense == "IMPERFECT" or _is_past_of_a_noun(place)


def _is_past_of_a_noun(place: EventPlace) -> bool:
    """Tell a past in a relative clause."""
    return place.trigger.tense == "PAST" and any(token.role in NOUN_CLAUSES for token in path_up(place.token))


def by_telling(scene: Scene) -> Iterator[Relation]:
    """Put the events of the story's line after each other as they are told, one sentence after the other.

    A report tells the end of the story first; what is said of it comes after it, and is no part of it. A noun
    that acts or is spoken of at length comes before what is told next: « La panne bloque Lyon. Les trains repartent. »
    What is reported stands beside what was told before, and does not take its place; what will be comes in turn too.
    """
    yield from _ordered("order of telling", _to_come_in_turn(scene))
    before: dict[str, list[EventPlace]] = {}  # what was told last, by its tense
    befallen = [place for place in _opening(scene) if place.trigger.tense == "PASTPART"]
    for told in _told_below_lead(scene):
        here = [place for place in told if is_on_the_line(place)]
        after = ((other, place) for other in befallen for place in _told_after(other, here))
        yield from _ordered("order of telling", (*_in_turn(before, here), *after))
        _note(before, [place for place in told if not _is_said(place)])


def _to_come_in_turn(scene: Scene) -> Iterator[tuple[EventPlace, EventPlace]]:
    """Yield what will be in the order of its telling: « Le conseil votera. Le maire signera. »."""
    coming = [place for place in scene.events if _is_main(place) and _will_be(place)]
    yield from ((one, other) for one, other in pairwise(coming) if 0 < other.sentence - one.sentence <= REACH)


def _will_be(place: EventPlace) -> bool:
    return place.event.factuality == "future" and place.trigger.tense == "FUTURE"


def _note(before: dict[str, list[EventPlace]], told: Sequence[EventPlace]) -> None:
    """Note what a sentence tells as what was told last, what is reported beside it."""
    firm = _by_tense(place for place in told if place.event.factuality != "reported")
    before |= firm
    for tense, places in _by_tense(place for place in told if place.event.factuality == "reported").items():
        before[tense] = [*before.get(tense, ()), *places]


def _told_below_lead(scene: Scene) -> Iterator[list[EventPlace]]:
    """Yield what each sentence tells, below the first of the story's line, which is the news itself."""
    line = [place for place in scene.events if _is_matter(place) or (is_on_the_line(place) and _is_main(place))]
    opening = sorted({place.sentence for place in line if is_on_the_line(place)})[:LEAD]
    for sentence, group in groupby(line, key=_sentence_of):
        if not opening or sentence > opening[-1]:
            yield list(group)


def _by_tense(places: Iterable[EventPlace]) -> dict[str, list[EventPlace]]:
    found: dict[str, list[EventPlace]] = {}
    for place in places:
        found.setdefault(place.trigger.tense, []).append(place)
    return found


def _in_turn(before: Mapping[str, list[EventPlace]], here: list[EventPlace]) -> Iterator[tuple[EventPlace, EventPlace]]:
    """Yield what is told before what: of verbs, what was told last in the same tense.

    What is said about a story may follow it, and nothing follows from that.
    """
    beside = (pair for pair in combinations(here, 2) if is_beside(*pair) and not _is_said(pair[0]))
    in_turn = (
        (other, place) for place in here for others in before.values() for other in others if _is_near(other, place)
    )
    for other, place in (*in_turn, *beside):
        if other.id != place.id and _goes_on(other, place):
            yield other, place


def _is_near(other: EventPlace, place: EventPlace) -> bool:
    """Tell whether the story goes on from one event to another: a noun is told on from only for a while."""
    apart = place.sentence - other.sentence
    return apart <= (FAR if other.trigger.tense == place.trigger.tense else REACH)


def _goes_on(other: EventPlace, place: EventPlace) -> bool:
    """Tell whether one event is told on from another: what is reported, or in another tense, may be earlier."""
    reported = place.event.factuality == "reported" and other.event.factuality != "reported"
    verbs = other.trigger.pos == place.trigger.pos == "VERB"
    return not reported and not (verbs and other.trigger.tense != place.trigger.tense)


def _told_after(news: EventPlace, here: list[EventPlace]) -> Iterator[EventPlace]:
    """Yield what comes of what befell somebody in a headline: « Un maire giflé à Lens … L'homme a été condamné »."""
    yield from (place for place in here if place.trigger.tense == "PAST" and place.id != news.id)


def _is_matter(place: EventPlace) -> bool:
    """Tell a noun for what has happened, in a place of its clause where the story speaks of it."""
    trigger = place.trigger
    told = place.event.factuality in TOLD_AS_REAL and trigger.pos == "NOUN" and trigger.timeml_class == "OCCURRENCE"
    return told and place.token.role in MATTER and not any(t.role in NOUN_CLAUSES for t in path_up(place.token))


def _sentence_of(place: EventPlace) -> int:
    return place.sentence


def _is_said(place: EventPlace) -> bool:
    return place.trigger.timeml_class == "REPORTING"


def is_beside(other: EventPlace, place: EventPlace) -> bool:
    """Tell a verb that goes on from another in one sentence: « a chuté et s'est relevé »."""
    goes_on = place.token.role == Role.CONJUNCT and place.token.head.i == other.token.i
    return goes_on and place.id != other.id


def is_outlook(place: EventPlace) -> bool:
    """Tell what is told as still to come, or as possible, in a form that does not look back."""
    trigger = place.trigger
    if place.event.factuality == "future":
        return trigger.tense in COMING
    return place.event.factuality == "possible" and trigger.tense in COMING and trigger.pos == "VERB"


def is_on_the_line(place: EventPlace) -> bool:
    """Tell whether the story goes on with an event: a verb told as real, neither in an aside nor looking back.

    A habit is no step of a story.
    """
    trigger = place.trigger
    told = place.event.factuality in TOLD_AS_REAL and trigger.pos == "VERB" and trigger.tense in LINE
    eventful = trigger.timeml_class in EVENTFUL and not trigger.aspect.endswith("PROGRESSIVE")
    told = told and eventful and not place.looks_back and not place.habitual
    return told and place.clause.role not in NOUN_CLAUSES


def _claim(place: EventPlace, target: str, relation: str, rule: str, case: str = "") -> Relation:
    return claim(place.id, target, relation, rule, mention_of(place.token), case=case)
