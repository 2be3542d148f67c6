"""Containers: the day that a story has reached, for events that have no time of their own.

A report tells one evening in twelve sentences, and dates the first. A told day holds for what follows until another
is told; what looks back (pluperfect, relative clauses) or ahead neither sets it nor has it. What stands before the
first told day, a headline above all, is of that day; and where a fresh report tells no day, it happened on the day of
the report or the day before.

The claims made here have a rule of `timeline.reasoning.estimates.GUESSES`: they make a day likely and settle nothing.

References
----------
Pustejovsky & Stubbs (2011), Increasing informativeness in temporal annotation: the narrative container.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from itertools import islice

from timeline.model.granularity import Granularity
from timeline.model.relation import Relation
from timeline.reasoning.notation import granularity_of_form
from timeline.reasoning.placing import REFERENCE
from timeline.reasoning.resolution import DATELINE
from timeline.stages.claims import claim
from timeline.stages.news import LEAD, OPENING, News, is_at_once
from timeline.stages.ordering.connectives import Link, linked
from timeline.stages.ordering.cues import quoted_words
from timeline.stages.ordering.types import BIRTH, acts_in, dead_in
from timeline.stages.reach import HOLDING, Reach, is_since, named_by
from timeline.stages.scene import EventPlace, Scene, TimePlace, path_up
from timeline.stages.signals import find_signals, signal_before
from timeline.stages.source import mention_of
from timeline.syntax import Role, Word
from timeline.syntax.phrases import NOUN_CLAUSES
from timeline.syntax.voice import SUBJECTS, is_passive

REAL = frozenset({"factual", "reported", "negated"})
STATES = frozenset({"STATE", "I_STATE"})
#: Tenses in which a story goes on.
LINE = frozenset({"PAST", "PRESENT"})
#: Sentences for which any told day holds; beyond, only one that is news still does.
NEAR = 2
#: Which claims of a time may set the day.
SURE = 0.4
#: Verbs climbed of several that are joined.
JOINED = 4
#: Roles of a noun that does something.
DOING = SUBJECTS | {Role.AGENT}


def day_guesses(scene: Scene, anchors: Iterable[Relation]) -> Iterator[Relation]:
    """Yield which day is likely for the events without a time of their own.

    Parameters
    ----------
    scene : Scene
    anchors : iterable of Relation
        What tells the times of events.
    """
    told = _told(scene, anchors)
    settled = _dated(told) | _of_their_own_time(scene)
    told = _at_days(scene, told)
    line = _line_of_story(scene)
    first = next((place for place in scene.events if _opens(place, told, line)), None)
    wide = _wide_times(scene)
    by_token = {place.token.i: place for place in scene.events}
    links = tuple(linked(scene))
    apart = _told_apart(scene, links)
    behind = _days_behind(scene, told, line)
    caused = _days_of_subjects(scene, told)
    written = _written(scene)
    news = News(scene, links)
    for place, days in _days_reached(scene, told, line, first):
        if id(place) in settled or place.id in apart:
            continue
        if id(place) in behind:
            yield _guess(place, behind[id(place)].id, "narrative day")
        shared = _shared_time(place, told, by_token)
        if shared is not None and not _is_begun(scene, shared):
            yield _guess(place, shared.id, "narrative day")
        elif id(place) not in line or not news.tells(place, bool(days), first is not None):
            continue
        elif place.token.i in caused:
            yield _guess(place, caused[place.token.i].id, "narrative day")
        elif not _is_under(place, wide):
            yield from _of_the_story(place, days) if days else _of_the_news(place, told, first, written)


def _at_days(scene: Scene, told: Mapping[int, TimePlace]) -> dict[int, TimePlace]:
    """Return the times that a story may reach; it goes on from none since which something has been so, or of speech."""
    quoted = quoted_words([word.text for word in scene.words])
    spoken = (time.token.i for time in told.values() if quoted[time.token.i])
    aside = {*spoken, *(time.token.i for time in told.values() if is_since(scene, time))}
    return {mention: time for mention, time in told.items() if time.token.i not in aside}


def _written(scene: Scene) -> str:
    """Return the time that a report says to be of, that of the reader where it says none."""
    return next((time.id for time in scene.times if time.time.rule == DATELINE), REFERENCE)


def _told_apart(scene: Scene, links: Collection[Link]) -> Set[str]:
    """Return the ids of events that a length sets apart: « deux semaines après son départ », « depuis deux mois »."""
    lengths = {time.last + 1 for time in scene.times if time.time.type == "DURATION"}
    apart = {link.introduced.id for link in links if link.signal.start in lengths or _is_to_come(link)}
    apart |= _lives(scene)
    apart |= {place.id for place in scene.events if place.event.type == BIRTH and place.sentence >= LEAD}
    begun = [time for time in scene.times if _is_begun(scene, time)]
    apart |= set(_begun_at(scene, begun)) if begun else set()
    return apart | {link.introduced.id for link in links if link.governor.id in apart and is_at_once(link)}


def _is_to_come(link: Link) -> bool:
    """Tell what comes some time after what is told: « elle est partie lundi avant que le conseil ne vote »."""
    introduced = link.introduced.trigger
    is_clause = introduced.pos == "VERB" or link.introduced.token.role == Role.ADVERBIAL_CLAUSE
    return link.signal.relation == "BEFORE" and is_clause and introduced.tense != "INFINITIVE"


def _of_their_own_time(scene: Scene) -> Set[int]:
    """Return the identities of nouns of which a clause tells a time: « un procès débuté il y a six mois »."""
    clauses = {time.clause.head.i for time in scene.times if time.clause.role in NOUN_CLAUSES}
    return {id(place) for place in scene.events if place.token.i in clauses and place.trigger.pos == "NOUN"}


def _lives(scene: Scene) -> Set[str]:
    """Return the ids of what the dead of a report did in life: the news is of the day that they died, no deed is."""
    found: set[str] = set()
    for death in scene.events:
        if death.sentence > OPENING:
            break
        dead = dead_in(death)
        after = (place for place in scene.events if dead and place.sentence > death.sentence)
        found.update(place.id for place in after if place.event.type == BIRTH or acts_in(place.event, dead))
    return found


def _begun_at(scene: Scene, times: Iterable[TimePlace]) -> Iterator[str]:
    """Yield the ids of events told with their beginning, one of some times."""
    reach, in_sentence = Reach(scene), scene.events_by_sentence()
    for time in times:
        for place in in_sentence.get(time.sentence, ()):
            reached = time.time.type == "DURATION" or reach.allows(place, time)
            if place.clause.i == time.clause.i and reached:
                yield place.id


def _is_begun(scene: Scene, time: TimePlace) -> bool:
    signal = signal_before(scene.words, time.first, scene.language.signals.times)
    return signal is not None and signal.relation == "BEGUN_BY"


def _of_the_story(place: EventPlace, days: tuple[TimePlace, ...]) -> Iterator[Relation]:
    """Yield the day that the story has reached, and the one before that."""
    near = place.sentence - days[0].sentence <= NEAR
    yield _guess(place, days[0].id, "narrative day" if near else "story's day")
    for earlier in days[1:]:
        yield _guess(place, earlier.id, "story's day", "the one before")


def _of_the_news(
    place: EventPlace, told: Mapping[int, TimePlace], first: EventPlace | None, written: str
) -> Iterator[Relation]:
    """Yield the day that the opening tells, and that of the report, `written` on its own date or the reader's."""
    if first is not None and first.sentence <= OPENING:
        yield _guess(place, told[id(first)].id, "headline")
    if first is None or place.sentence <= OPENING:
        yield _guess(place, written, "fresh report")
    elif place.sentence < first.sentence and place.token.role == Role.ROOT:
        yield _guess(place, written, "fresh report", "before a day is told")


def _days_reached(
    scene: Scene, told: dict[int, TimePlace], line: Set[int], first: EventPlace | None
) -> Iterator[tuple[EventPlace, tuple[TimePlace, ...]]]:
    """Yield each event with the day that the story has reached, and the one before that, as far as there are any.

    What comes hours later goes on with the day told last, though that be in an aside: « Il avait été limogé vendredi.
    Quelques heures plus tard, elle partait. Le conseil a nommé un intérimaire. ».
    """
    days: tuple[TimePlace, ...] = ()
    last: TimePlace | None = None
    onward = _hours_later(scene)
    for place in scene.events:
        reached = told.get(id(place))
        if reached is not None and _is_day(reached):
            last = reached
        if not (place == first or _sets_the_day(place, told, line)):
            goes_on = place.clause.i in onward and last is not None and place.sentence - last.sentence <= NEAR
            reached = last if goes_on else None
        if reached is not None:
            days = (reached, *(day for day in days if day.id != reached.id))[:2]
        yield place, days


def _days_of_subjects(scene: Scene, told: Mapping[int, TimePlace]) -> dict[int, TimePlace]:
    """Return the days of verbs by what does it: an event with a day, « L'incendie du 3 mai … L'incendie a tué »."""
    days = {place.id: told[id(place)] for place in scene.events if id(place) in told and _is_day(told[id(place)])}
    nouns = ((place.token, days[place.id]) for place in scene.events if place.id in days and place.token.pos_ == "NOUN")
    does = [(token.head, day) for token, day in nouns if token.role in DOING]
    return {verb.i: day for head, day in does for verb in (head, *head.rights) if verb == head or _goes_on(verb)}


def _goes_on(verb: Word) -> bool:
    """Tell a verb with the subject of the one before it: « L'incendie a tué et a détruit »."""
    return verb.role == Role.CONJUNCT and not any(child.role in SUBJECTS for child in verb.lefts)


def _days_behind(scene: Scene, told: Mapping[int, TimePlace], line: Set[int]) -> dict[int, TimePlace]:
    """Return the days of what is told further of the past that a report looks back to, by the mentions' identities.

    « Le 3 mai, la police avait fouillé la maison. Elle avait saisi deux ordinateurs. »: in the main clause, one
    sentence after the other, until the story goes on with a day of its own.
    """
    found: dict[int, TimePlace] = {}
    day, sentence = None, 0
    for place in scene.events:
        if place.sentence - sentence > NEAR or _sets_the_day(place, told, line):
            day = None
        if not place.trigger.looks_back or place.trigger.pos != "VERB" or place.event.factuality not in REAL:
            continue
        time = told.get(id(place))
        cleft = time is not None and time.clause.i != place.clause.i
        if place.clause.role in NOUN_CLAUSES and not cleft:
            continue
        if time is not None:
            day, sentence = time if _is_day(time) else None, place.sentence
        elif day is not None and place.sentence > sentence:
            found[id(place)], sentence = day, place.sentence
    return found


def _hours_later(scene: Scene) -> Set[int]:
    """Return the clauses that tell what came minutes or hours after what was told before."""
    later = {
        signal.start
        for signal in find_signals(scene.words, scene.language.signals.adverbs)
        if signal.relation == "AFTER"
    }
    hours = (time for time in scene.times if time.time.timex3.startswith("PT"))
    return {time.clause.i for time in hours if not later.isdisjoint(range(time.first, time.last + 2))}


def _told(scene: Scene, anchors: Iterable[Relation]) -> dict[int, TimePlace]:
    """Return the time that each mention of an event has in its sentence, by the mention's identity."""
    times = {time.id: time for time in scene.times}
    found: dict[int, TimePlace] = {}
    claimed: dict[str, list[Relation]] = {}
    for anchor in anchors:
        if anchor.weight >= SURE and anchor.target in times:
            claimed.setdefault(anchor.source, []).append(anchor)
    for place in scene.events:
        for anchor in sorted(claimed.get(place.id, ()), key=_holds):
            if times[anchor.target].sentence == place.sentence:
                found[id(place)] = times[anchor.target]
    return found


def _holds(anchor: Relation) -> bool:
    """Tell a time that an event lies in from one that it comes before or after: « lundi, après six semaines »."""
    return anchor.type in HOLDING


def _dated(told: Mapping[int, TimePlace]) -> Set[int]:
    """Return the mentions that have a time; the length of a thing leaves room: « signe un contrat de trois ans »."""
    return {mention for mention, time in told.items() if not _is_length_of_a_thing(time)}


def _is_length_of_a_thing(time: TimePlace) -> bool:
    return time.time.type == "DURATION" and time.token.head.pos_ == "NOUN"


def _sets_the_day(place: EventPlace, told: Mapping[int, TimePlace], line: Set[int]) -> bool:
    time = told.get(id(place))
    return time is not None and id(place) in line and _is_day(time)


def _opens(place: EventPlace, told: dict[int, TimePlace], line: Set[int]) -> bool:
    """Tell whether an event sets the first day: « La course qui s'est tenue ce samedi a vu… » does so too.

    A day counted from today is one of the news itself; a date in a relative clause may be of anything.
    """
    if _sets_the_day(place, told, line):
        return True
    time = told.get(id(place))
    news = time is not None and time.time.anchor == REFERENCE and _is_day(time)
    return news and place.sentence <= OPENING and _is_told_as_done(place)


def _is_day(time: TimePlace) -> bool:
    value = time.time
    granularity = granularity_of_form((value.unresolved or value.timex3).partition(" ")[0])
    return value.type in ("DATE", "TIME") and granularity is not None and granularity <= Granularity.WEEK


def _shared_time(
    place: EventPlace, told: Mapping[int, TimePlace], by_token: Mapping[int, EventPlace]
) -> TimePlace | None:
    """Return the time of the event that one is coordinated with: « sera votée samedi et un chef sera nommé »."""
    if id(place) in told:
        return None
    other = _joined_to(place, by_token)
    for _ in range(JOINED):
        if other is None or id(other) in told:
            break
        other = _joined_to(other, by_token)
    return told.get(id(other)) if other is not None else _time_at_the_end(place, told, by_token)


def _time_at_the_end(
    place: EventPlace, told: Mapping[int, TimePlace], by_token: Mapping[int, EventPlace]
) -> TimePlace | None:
    """Return the day told at the end of the last of two passives: "Two were killed and ten were hurt on Tuesday"."""
    joined = (by_token.get(child.i) for child in place.token.rights if child.role == Role.CONJUNCT)
    last = next((other for other in joined if other is not None and _joined_to(other, by_token) == place), None)
    if last is None or not (is_passive(place.token) and is_passive(last.token)):
        return None
    time = told.get(id(last))
    return time if time is not None and _is_day(time) and time.token.i > last.token.i else None


def _joined_to(place: EventPlace, by_token: Mapping[int, EventPlace]) -> EventPlace | None:
    """Return the verb that one is coordinated with, in its tense and of its standing."""
    other = by_token.get(place.token.head.i) if place.token.role == Role.CONJUNCT else None
    if other is None or {other.trigger.pos, place.trigger.pos} != {"VERB"}:
        return None
    goes_on = place.trigger.tense in (other.trigger.tense, "PASTPART")
    return other if goes_on and place.event.factuality == other.event.factuality else None


def _wide_times(scene: Scene) -> dict[int, list[TimePlace]]:
    """Return the times of each sentence that are too wide to be the day of the story."""
    found = {number: [time for time in times if _is_wide(time)] for number, times in scene.times_by_sentence().items()}
    return {number: times for number, times in found.items() if times}


def _is_wide(time: TimePlace) -> bool:
    return time.time.type in ("DATE", "TIME") and not _is_day(time) and named_by(time) is None


def _is_under(place: EventPlace, wide: Mapping[int, list[TimePlace]]) -> bool:
    """Tell whether an event stands in a clause that a wide time speaks of, or in one below."""
    clauses = {time.clause.i for time in wide.get(place.sentence, ())}
    return bool(clauses) and any(token.i in clauses for token in path_up(place.token))


def _line_of_story(scene: Scene) -> Set[int]:
    """Return the identities of the mentions with which the story goes on, rather than looking back or ahead.

    What stands in a clause that looks back does so too: « Dès son arrivée, il avait signé… ».
    """
    by_token = {place.token.i: place for place in scene.events}
    return {id(place) for place in scene.events if _is_told_as_done(place) and not _is_aside(place, by_token)}


def _is_told_as_done(place: EventPlace) -> bool:
    return place.event.factuality in REAL and not place.looks_back and not _is_perfect_infinitive(place)


def _is_perfect_infinitive(place: EventPlace) -> bool:
    """Tell what is told looking back from its verb: « annonce avoir été exclue », "accused of having stolen".

    The word that helps to tell it is no other: « après avoir fait exploser une bombe ».
    """
    helped = (mention for mention in place.event.mentions if mention.start == place.token.head.idx)
    return any(one.tense == "INFINITIVE" and one.aspect.startswith("PERFECTIVE") for one in (place.trigger, *helped))


def _is_aside(place: EventPlace, by_token: Mapping[int, EventPlace]) -> bool:
    above = (by_token.get(token.i) for token in path_up(place.token))
    looks_back = any(other is not None and other.looks_back for other in above)
    return looks_back or (place.clause.role in NOUN_CLAUSES and not _tells_on(place, by_token))


def _tells_on(place: EventPlace, by_token: Mapping[int, EventPlace]) -> bool:
    """Tell a relative clause that goes on with the story in its tense: « Le titre revient à Roux, qui bat Berg »."""
    trigger = place.trigger
    above = (by_token.get(token.i) for token in islice(path_up(place.token), 1, None))
    main = next((other for other in above if other is not None and other.trigger.pos == "VERB"), None)
    if main is None or trigger.timeml_class in STATES or trigger.tense not in LINE or trigger.pos != "VERB":
        return False
    alike = main.trigger.tense == trigger.tense and place.clause.i == place.token.i
    return alike and _is_told_as_done(main) and not _is_aside(main, by_token)


def _guess(place: EventPlace, target: str, rule: str, case: str = "") -> Relation:
    return claim(place.id, target, "IS_INCLUDED", rule, mention_of(place.token), case=case)
