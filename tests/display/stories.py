"""Stories of any size, made without a model: texts whose offsets are true, events with and without a date."""

from datetime import datetime, timedelta
from itertools import islice

from timeline.model import (
    Document,
    Entity,
    Event,
    Evidence,
    Granularity,
    Mention,
    Participants,
    Relation,
    Timeline,
    TimeValue,
    Trigger,
)
from timeline.model.event import FACTUALITIES

FIRST_DAY = datetime(2023, 1, 30)
NAMES = ("Anna Berg", "Jean Roux", "Mona Saïdi", "Karl Voss", "Lise Perrin", "Omar Haddad", "Paul Klein", "Vera Mirov")
ACTS = ("quitte", "rejoint", "attaque", "défend", "dirige")
FIRMS = ("Volta", "Nordis", "Atelier du Pont")


def story_of(size, *, dated=True, documents=1, names=NAMES, title="Une longue affaire"):
    """Return a story of `size` events, a sentence an event; every third has bounds and no date."""
    texts = [""] * documents
    mentions = {name: [] for name in (*names, *FIRMS)}
    drafts = []
    for number in range(size):
        at = number * documents // size
        sentence = (names[number % len(names)], ACTS[number % 5], FIRMS[number % 3], f"jour {number}")
        places = []
        for word in sentence:
            places.append(Mention(word, len(texts[at]), len(texts[at]) + len(word), f"d{at}"))
            texts[at] += word + " "
        texts[at] = texts[at][:-1] + (".\n" if number % 7 == 6 else ". ")
        drafts.append(places)
        mentions[sentence[0]].append(places[0])
        mentions[sentence[2]].append(places[2])
    entities = {
        name: Entity(
            id=f"x{number}",
            name=name,
            type="ORGANISATION" if name in FIRMS else "PERSON",
            mentions=tuple(found),
        )
        for number, (name, found) in enumerate(mentions.items(), start=1)
    }
    times = [_time(number, places[3]) for number, places in enumerate(drafts)] if dated else []
    events = [_event(number, places, entities, texts, times) for number, places in enumerate(drafts)]
    return Timeline(
        documents=tuple(
            Document(text, id=f"d{at}", lang="fr", title=f"{title} {at + 1}", date="2023-06-01" if dated else None)
            for at, text in enumerate(texts)
        ),
        reference_date=datetime(2023, 6, 1) if dated else None,
        entities=tuple(entities.values()),
        times=tuple(times),
        events=tuple(events),
        relations=tuple(_relations(events, times)),
    )


def _time(number, mention):
    day = FIRST_DAY + timedelta(days=number // 3)
    told = f"{day:%Y-%m-%d}"
    return TimeValue(
        id=f"t{number + 1}",
        type="DATE",
        timex3=told,
        unresolved=told,
        granularity=Granularity.DAY,
        start=day,
        end=day + timedelta(days=1),
        mention=mention,
        rule="day",
    )


def _event(number, places, entities, texts, times):
    who, word, firm, last = places
    text = texts[int(word.document[1:])]
    time = times[number] if times and number % 3 else None
    bounds = [times[number].start, times[min(number + 9, len(times) - 1)].end] if times else [None, None]
    trigger = Trigger(word.text, word.start, word.end, word.document, lemma=word.text)
    return Event(
        id=f"e{number + 1}",
        label=f"{who.text} {word.text} {firm.text} au jour {number} de l’affaire",
        trigger=trigger,
        passage=Mention(text[who.start : last.end + 1], who.start, last.end + 1, who.document),
        type="Personnel.End-Position" if number % 2 else "Contact.Meet",
        participants=Participants({"person": [entities[who.text]], "organisation": [entities[firm.text]]}),
        time=time,
        earliest=time.start if time else bounds[0],
        latest=time.end if time else bounds[1],
        factuality=FACTUALITIES[number % len(FACTUALITIES)],
        mentions=(trigger,),
        salience=(number * 37 % 100) / 100,
        evidence=(Evidence("frame", trigger),),
    )


def _relations(events, times):
    for event, after in zip(events, islice(events, 1, None), strict=False):
        if not times:
            yield Relation(
                source=event.id, target=after.id, type="BEFORE", evidence=Evidence("sequence", event.trigger)
            )
    for event in events:
        if event.time:
            evidence = Evidence("time by syntax", event.time.mention)
            yield Relation(source=event.id, target=event.time.id, type="IS_INCLUDED", evidence=evidence)
