"""Standing by date: whether something has happened, where a date that the text tells says more than its words.

A future tense told with a day long gone tells the past (« En 1968, il quittera Paris »), and what a noun or a simple
present or an infinitive tells of a day to come is only planned (« la réunion du 20 juin », "the law comes into force in
March", « a décidé de fermer l'usine en 2030 »). The event's evidence names the rule and the time, and its mentions keep
the standing of their own words, so that another reference date can have it told anew.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from timeline.model.event import Event
from timeline.model.mention import Evidence, Mention
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline
from timeline.reasoning.estimates import TOLD
from timeline.reasoning.placing import BOUNDING_MODIFIERS, resolved

_WITHIN = frozenset({"IS_INCLUDED", "SIMULTANEOUS", "BEGUN_BY", "DURING"})
#: Rules by which one event has the day of another beside it, as its conjunct.
_SHARED = "narrative day"
#: Rules by which the text gives an event its time.
_RULES = ("time", "noted time", "dated line")
#: What a date tells of a standing: the rule's name in the event's evidence, the standing by words, and by date.
_PASSED, _TO_COME = ("date long gone", "future", "factual"), ("date to come", "factual", "future")
_DAY = timedelta(days=1)
#: A day long gone is a year ago: nobody foretells it, whatever date an article is given.
_LONG = timedelta(days=365)


def standing_by_date(story: Timeline) -> Timeline:
    """Return a story whose events stand as the dates that are told of them allow.

    Parameters
    ----------
    story : Timeline
        With events, times and evidence. What another reference date told before is forgotten.

    Examples
    --------
    >>> standing_by_date(Timeline()).events
    ()
    """
    story = replace(story, events=tuple(_by_words(event) for event in story.events))
    if story.reference_date is None:
        return story
    days = _days_told(story)
    today = story.reference_date.replace(hour=0, minute=0, second=0, microsecond=0)
    events = tuple(_by_date(event, days[event.id], today) if event.id in days else event for event in story.events)
    return replace(story, events=events)


def _by_words(event: Event) -> Event:
    """Return an event as its words alone have it stand."""
    rules = {evidence.rule for evidence in event.evidence}
    for rule, worded, dated in (_PASSED, _TO_COME):
        if rule in rules:
            kept = tuple(evidence for evidence in event.evidence if evidence.rule != rule)
            factuality = worded if event.factuality == dated else event.factuality
            event = replace(event, factuality=factuality, evidence=kept)
    return event


def _days_told(story: Timeline) -> dict[str, tuple[datetime, datetime, Mention | None]]:
    """Return the time that is told best of each event in its own sentence, of all that are on the calendar."""
    times = {time.id: time for time in resolved(story.times, story.reference_date)}
    events = {event.id: event for event in story.events}
    found: dict[str, tuple[datetime, datetime, Mention | None]] = {}
    for claim in sorted(story.evidence, key=_doubt):
        event, time = events.get(claim.source), times.get(claim.target)
        if event is not None and time is not None and time.start and time.end and _is_told(claim, event, time):
            found.setdefault(claim.source, (time.start, time.end, time.mention))
    return found


def _is_told(claim: Relation, event: Event, time: TimeValue) -> bool:
    """Tell a claim that an event lies at a time, by words of its sentence or as the conjunct of another."""
    if claim.type not in _WITHIN or claim.weight < TOLD or time.mod in BOUNDING_MODIFIERS:
        return False
    if claim.evidence.rule == _SHARED:
        return event.factuality == "future"
    return claim.evidence.rule.startswith(_RULES) and _is_beside(event, time)


def _is_beside(event: Event, time: TimeValue) -> bool:
    """Tell a time of the sentence that tells the event first and foremost, not of another that tells it again."""
    passage, words = event.passage, time.mention
    if passage is None or words is None:
        return True
    return passage.document == words.document and passage.start <= words.start < passage.end


def _doubt(claim: Relation) -> float:
    return -claim.weight


def _by_date(event: Event, day: tuple[datetime, datetime, Mention | None], today: datetime) -> Event:
    start, end, words = day
    tense = event.trigger.tense
    if event.factuality == "future" and tense == "FUTURE" and today - end >= _LONG:
        return _standing(event, _PASSED, words)
    is_noun = all(mention.pos == "NOUN" for mention in event.mentions)
    tells = event.timeml_class == "REPORTING"  # « annonce trois jours de deuil à partir de samedi »
    timeless = tense in {"PRESENT", "INFINITIVE"} and not event.trigger.aspect.startswith("PERFECT")
    is_open = is_noun or (event.trigger.pos == "VERB" and timeless)
    if event.factuality == "factual" and is_open and not tells and start - today >= _DAY:
        return _standing(event, _TO_COME, words)
    return event


def _standing(event: Event, told: tuple[str, str, str], words: Mention | None) -> Event:
    rule, _, factuality = told
    return replace(event, factuality=factuality, evidence=(*event.evidence, Evidence(rule, words)))
