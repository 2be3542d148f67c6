"""JSON-LD: the story as linked data in SEM, OWL-Time, schema.org and PROV.

- SEM, the Simple Event Model (van Hage et al. 2011): events, actors, places, roles, bounds, and according to whom;
- OWL-Time (W3C 2017): the interval of each event and time, and how intervals stand to each other;
- schema.org: names, dates and kinds that search engines read;
- PROV-O (W3C 2013): the document and the very characters (RFC 5147 fragments) that each statement comes from.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date as Date
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from timeline.formats.files import save
from timeline.model.dates import end_of
from timeline.model.document import Document
from timeline.model.entity import ORGANISATION, PERSON, PLACE, Entity
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline

Node = dict[str, Any]

CONTEXT = {
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "time": "http://www.w3.org/2006/time#",
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

STORY = "s"  # the prefix of the story's own names; documents have d1, d2, …
_LONGEST_ID = 40  # characters of a document's id that stands in them

# TimeML relation → OWL-Time property between intervals. "during" in TimeML is "lasts as long as".
_INTERVAL_RELATIONS = {
    "BEFORE": "time:intervalBefore",
    "AFTER": "time:intervalAfter",
    "IBEFORE": "time:intervalMeets",
    "IAFTER": "time:intervalMetBy",
    "BEGINS": "time:intervalStarts",
    "BEGUN_BY": "time:intervalStartedBy",
    "ENDS": "time:intervalFinishes",
    "ENDED_BY": "time:intervalFinishedBy",
    "INCLUDES": "time:intervalContains",
    "IS_INCLUDED": "time:intervalDuring",
    "SIMULTANEOUS": "time:intervalEquals",
    "IDENTITY": "time:intervalEquals",
    "DURING": "time:intervalEquals",
    "DURING_INV": "time:intervalEquals",
}
_ENTITY_TYPES = {
    PERSON: ["sem:Actor", "schema:Person", "prov:Person"],
    ORGANISATION: ["sem:Actor", "schema:Organization", "prov:Organization"],
    PLACE: ["sem:Place", "schema:Place", "prov:Location"],
}
# What did not happen, or may not have, is an event that is spoken of, and none that anybody should list.
_FACTS = frozenset({"factual", "reported"})
# TIMEX3 durations also count weeks, quarters, decades and X; XML Schema does not.
_XSD_DURATION = re.compile(r"P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?")


def to_jsonld(story: Timeline, path: str | Path | None = None) -> str:
    """Return a timeline as JSON-LD 1.1, and write it to `path` when one is given.

    Names are short: ``s:e1`` is event e1 of the story, ``d1:char=0,5`` the first characters of its first document; the
    context says what the prefixes stand for. What did not happen or may not have is no ``schema:Event``;
    ``schema:keywords`` is an event's factuality, and only factual events have ``schema:startDate``. ``sem:accordingTo``
    names who vouches for an event.
    """
    events = frozenset(event.id for event in story.events)
    prefixes = {document.id: f"d{number}" for number, document in enumerate(story.documents, start=1)}
    graph = _Graph(events, {document.id: _document_iri(document) for document in story.documents}, prefixes)
    nodes = [
        *(graph.document(document) for document in story.documents),
        *(graph.entity(entity) for entity in story.entities),
        *graph.reference(story.reference_date),
        *(graph.time(time) for time in story.times),
        *(node for event in story.events for node in graph.event(event)),
        *graph.relations(story.relations),
    ]
    places = {prefixes[document.id]: f"{_document_iri(document)}#" for document in story.documents}
    context = CONTEXT | {STORY: _story_iri(story)} | places
    lines = ",\n".join(json.dumps(node, ensure_ascii=False, separators=(",", ":")) for node in nodes)
    return save(f'{{"@context": {json.dumps(context, ensure_ascii=False)},\n"@graph": [\n{lines}\n]}}\n', path)


def _story_iri(story: Timeline) -> str:
    """Return what the names of a story's parts begin with: its document's id, or a digest of several."""
    ids = [document.id for document in story.documents]
    if len(ids) == 1 and len(ids[0]) <= _LONGEST_ID:
        return f"urn:timeline:{quote(ids[0], safe='')}:"
    digest = hashlib.sha1("|".join(ids).encode("utf8", "replace"), usedforsecurity=False)
    return f"urn:timeline:{digest.hexdigest()[:16]}:"


class _Graph:
    """The names that nodes of one story have, and the nodes made with them."""

    def __init__(self, events: frozenset[str], documents: dict[str, str], prefixes: dict[str, str]) -> None:
        self._events = events
        self._documents = documents
        self._prefixes = prefixes

    def document(self, document: Document) -> Node:
        """Return the node of a document."""
        return _without_nothing(
            {
                "@id": self._documents[document.id],
                "@type": ["schema:Article", "prov:Entity"],
                "schema:identifier": document.id,
                "schema:name": document.title,
                "schema:inLanguage": document.lang,
                "schema:datePublished": _date_text(document.date),
            }
        )

    def entity(self, entity: Entity) -> Node:
        """Return the node of a person, an organisation or a place."""
        return _without_nothing(
            {
                "@id": self._iri(entity.id),
                "@type": _ENTITY_TYPES.get(entity.type, ["sem:Object", "schema:Thing"]),
                "schema:name": entity.name,
                "schema:alternateName": list(entity.aliases),
                "prov:wasQuotedFrom": [self._quoted(mention) for mention in entity.mentions if mention.kind != "PRO"],
            }
        )

    def reference(self, moment: datetime | None) -> Iterator[Node]:
        """Yield the node of the reference date, which is a whole day, as other days are."""
        if moment is not None and moment.date() < Date.max:
            day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
            ends = _ends("time:hasBeginning", day) | _ends("time:hasEnd", end_of(day))
            yield {"@id": self._iri("t0"), "@type": "time:ProperInterval", "rdf:value": f"{day:%Y-%m-%d}", **ends}

    def time(self, time: TimeValue) -> Node:
        """Return the node of a time, with its beginning and end where it stands on the calendar."""
        node: Node = {
            "@id": self._iri(time.id),
            "@type": "time:ProperInterval" if time.resolved else "time:TemporalEntity",
            "rdfs:label": time.mention.text if time.mention else time.timex3,
            "rdf:value": time.timex3,
        }
        if time.mention is not None:
            node["prov:wasQuotedFrom"] = self._quoted(time.mention)
        if _XSD_DURATION.fullmatch(time.timex3):
            node["time:hasXSDDuration"] = {"@type": "xsd:duration", "@value": time.timex3}
        return node | _ends("time:hasBeginning", time.start) | _ends("time:hasEnd", time.end)

    def event(self, event: Event) -> Iterator[Node]:
        """Yield the nodes of an event, of the interval it takes, and of the roles in it."""
        interval = self._interval(event.id)
        actors, places = self._players(event)
        node: Node = {
            "@id": self._iri(event.id),
            "@type": ["sem:Event", "schema:Event"] if event.factuality in _FACTS else ["sem:Event"],
            "sem:eventType": {"@id": "urn:timeline:type:" + quote(event.type), "@type": "sem:EventType"},
            "schema:name": event.label,
            "schema:description": event.sentence,
            "schema:keywords": event.factuality,
            "time:hasTime": {"@id": interval},
            "sem:hasActor": actors,
            "sem:hasPlace": places,
            "schema:location": places,
            "prov:wasQuotedFrom": [self._quoted(mention) for mention in event.mentions or (event.trigger,)],
            "prov:wasDerivedFrom": {"@id": self._documents.get(event.trigger.document, f"{STORY}:")},
        }
        if event.earliest:
            node["sem:hasEarliestBeginTimeStamp"] = _moment(event.earliest)
        if event.latest:
            node["sem:hasLatestEndTimeStamp"] = _moment(event.latest)
        if event.source is not None:
            node["sem:accordingTo"] = self._authority(event)
        if event.factuality == "factual" and event.time and event.time.start and event.time.end:
            node["schema:startDate"], node["schema:endDate"] = _moment(event.time.start), _moment(event.time.end)
        yield _without_nothing(node)
        within = {"time:intervalDuring": {"@id": self._iri(event.time.id)}} if event.time else {}
        yield {"@id": interval, "@type": "time:ProperInterval", **within}

    def relations(self, relations: tuple[Relation, ...]) -> Iterator[Node]:
        """Yield what stands to what, between intervals."""
        for link in relations:
            target = {"@id": self._interval(link.target)}
            yield {"@id": self._interval(link.source), _INTERVAL_RELATIONS[link.type]: target}
            if link.type == "IDENTITY" and {link.source, link.target} <= self._events:
                yield {"@id": self._iri(link.source), "owl:sameAs": {"@id": self._iri(link.target)}}

    def _players(self, event: Event) -> tuple[list[Node], list[Node]]:
        """Return actors, each inside its role (SEM's way of typing a property), and places."""
        actors: list[Node] = []
        places: list[Node] = []
        for role, players in event.participants.items():
            for player in players:
                if isinstance(player, Entity) and player.type == PLACE:
                    places.append({"@id": self._iri(player.id)})
                    continue
                filler = {"@id": self._iri(player.id)} if isinstance(player, Entity) else self._unnamed(player)
                role_type = {"@id": "urn:timeline:role:" + quote(role), "@type": "sem:RoleType"}
                doubt = {"rdfs:comment": "inferred"} if role in event.inferred else {}
                actors.append({"@type": "sem:Role", "rdf:value": filler, "sem:roleType": role_type, **doubt})
        return actors, places

    def _authority(self, event: Event) -> Node:
        if isinstance(event.source, Entity):
            return {"@id": self._iri(event.source.id), "@type": "sem:Authority"}
        unnamed = self._unnamed(event.source) if event.source is not None else {}
        return {**unnamed, "@type": "sem:Authority"}

    def _unnamed(self, mention: Mention) -> Node:
        return {"@type": "sem:Actor", "rdfs:label": mention.text, "prov:wasQuotedFrom": self._quoted(mention)}

    def _quoted(self, mention: Mention) -> Node:
        prefix, document = (
            self._prefixes.get(mention.document, STORY),
            self._documents.get(mention.document, f"{STORY}:"),
        )
        return {
            "@id": f"{prefix}:char={mention.start},{mention.end}",
            "@type": "prov:Entity",
            "prov:value": mention.text,
            "prov:wasQuotedFrom": {"@id": document},
        }

    def _iri(self, item: str) -> str:
        return f"{STORY}:{quote(item)}"

    def _interval(self, item: str) -> str:
        """Return the name of an item's interval: a time is one, an event has one."""
        return f"{self._iri(item)}-interval" if item in self._events else self._iri(item)


def _document_iri(document: Document) -> str:
    # What no IRI may hold (blanks, quotes, brackets) is escaped in a caller's URL; what is escaped already stays.
    if document.url:
        return quote(document.url.partition("#")[0], safe=":/?&=%@+,;!~*'()$[]")
    return "urn:timeline:" + quote(document.id, safe="")


def _ends(name: str, moment: datetime | None) -> Node:
    return {name: {"@type": "time:Instant", "time:inXSDDateTime": _moment(moment)}} if moment else {}


def _moment(moment: datetime) -> Node:
    # Naive by contract: xsd:dateTime without a zone is local time too.
    return {"@type": "xsd:dateTime", "@value": moment.isoformat()}


def _date_text(date: object) -> str | None:
    return str(date) if date is not None else None


def _without_nothing(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, [], "")}
