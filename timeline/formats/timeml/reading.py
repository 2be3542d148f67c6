"""TimeML of any tool as a timeline."""

from __future__ import annotations

import warnings
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from timeline.errors import FormatError, TimelineError, TimelineWarning
from timeline.formats.json import DAMAGES
from timeline.formats.soundness import check
from timeline.formats.timeml.source import creation_of, document_of, moment_of, sentences_of, time_names_of
from timeline.formats.timeml.tags import Tag, TaggedText, read_tags
from timeline.formats.timeml.values import UNKNOWN_DATE, number_of, read_attributes
from timeline.model import codec
from timeline.model.event import FACTUALITIES, Event
from timeline.model.mention import Evidence, Mention, Trigger
from timeline.model.relation import CONVERSES, Relation
from timeline.model.representation import quoted
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline

ANNOTATED = "annotated"
TIME_TYPES = ("DATE", "TIME", "DURATION", "SET")

# What a subordinating link says of the event it subordinates.
_SUBORDINATED = {
    "MODAL": "possible",
    "CONDITIONAL": "possible",
    "EVIDENTIAL": "reported",
    "NEG_EVIDENTIAL": "negated",
    "NEGATIVE": "negated",
    "COUNTER_FACTIVE": "counterfactual",
}
# Where a TLINK names its two sides, in TimeML 1.2.1 and in ISO-TimeML.
_SOURCES = ("eventInstanceID", "eventID", "timeID")
_TARGETS = ("relatedToEventInstance", "relatedToEvent", "relatedToEventID", "relatedToTime", "relatedToTimeID")


def from_timeml(source: str | bytes | Path) -> Timeline:
    """Read TimeML into a timeline: settled, ordered and dated like one of the library's own.

    Reads what `to_timeml` writes, TimeML 1.2.1, and the forms of TempEval-3 (with MAKEINSTANCE) and of the French
    TimeBank (ISO-TimeML, with everything on EVENT). Ids stay as they are, but for the creation time, which is
    ``"t0"``. An event of several instances becomes several events. Without a factuality of our own in the file it
    follows from polarity, modality, tense and SLINKs.

    Parameters
    ----------
    source : str, bytes or Path
        XML itself, or the path of a file.

    Raises
    ------
    FormatError
        When it is no XML, no TimeML, declares entities, or lacks an id; tells line and column.

    Warns
    -----
    TimelineWarning
        When links point nowhere or have a relation that TimeML 1.2.1 does not know, or times are of an unknown type;
        they are left out.

    Examples
    --------
    >>> story = from_timeml(
    ...     "<TimeML><DCT><TIMEX3 tid='t9' type='DATE' value='2020-01-02' functionInDocument='CREATION_TIME'/></DCT>"
    ...     "<TEXT>She <EVENT eid='e1' class='OCCURRENCE'>left</EVENT>.</TEXT>"
    ...     "<TLINK lid='l1' eventID='e1' relatedToTime='t9' relType='BEFORE'/></TimeML>"
    ... )
    >>> story.reference_date, story["e1"].latest
    (datetime.datetime(2020, 1, 2, 0, 0), datetime.datetime(2020, 1, 3, 0, 0))
    """
    from timeline.reasoning.story import assemble

    tagged = read_tags(source)
    try:
        story = _Reader(tagged).story()
        check(story)
        return assemble(story)
    except TimelineError:
        raise
    except DAMAGES as error:
        told = quoted(str(error) or type(error).__name__, 300)
        raise FormatError(
            f"The TimeML is damaged: {told}. Ids occur once, and what `to_timeml` wrote into comments stays as it was."
        ) from error


class _Reader:
    """One file: its text, its tags, and the names that things have in it and in the timeline."""

    def __init__(self, tagged: TaggedText) -> None:
        self._text = tagged.text
        self._tagged = tagged
        self._creation = creation_of(tagged)
        self._about = read_attributes(tagged.tags[0].attributes)
        self._document = document_of(tagged, self._creation, self._about)
        self._entities = {item["id"]: codec.entity_from_dict(item) for item in self._about.get("entities", ())}
        self._sentences = sentences_of(tagged)
        self._made = _by_attribute(tagged.named("MAKEINSTANCE"), "eventID")
        self._confidence = {
            tag.needed("tagID"): _share(tag)
            for tag in tagged.named("CONFIDENCE")
            if "attributeName" not in tag.attributes
        }
        self._times = time_names_of(tagged, self._creation)
        self._events: dict[str, str] = {}

    def story(self) -> Timeline:
        """Return what the file says, not yet settled."""
        events = tuple(self._read_events())
        times = tuple(self._read_times())
        return Timeline(
            documents=(self._document,),
            reference_date=moment_of(self._creation),
            entities=tuple(self._entities.values()),
            times=times,
            events=self._with_standing(events),
            evidence=self._evidence(dict(self._read_relations())),
            role_facts=tuple(codec.role_fact_from_dict(fact) for fact in self._about.get("role_facts", ())),
        )

    # -- times ---------------------------------------------------------------------------------------------------------

    def _read_times(self) -> Iterator[TimeValue]:
        strange = 0
        for tag in self._tagged.named("TIMEX3"):
            if tag is self._creation or tag.header:
                continue
            if tag.attributes.get("type") in TIME_TYPES:
                yield self._time(tag)
            else:
                strange += 1
        if strange:
            message = f"{strange} TIMEX3 tags are not {', '.join(TIME_TYPES)} and were left out."
            warnings.warn(message, TimelineWarning, stacklevel=5)

    def _time(self, tag: Tag) -> TimeValue:
        told = read_attributes(tag.attributes)
        value = "".join(str(told.get("value", "")).split()) or UNKNOWN_DATE
        mention = self._mention(tag, told)
        return TimeValue(
            id=self._times[tag.needed("tid")],
            type=tag.attributes["type"],
            timex3=value,
            unresolved=told.get("unresolved", value),
            # Another tool's value is resolved already; its anchor is history.
            anchor=self._times.get(told.get("anchorTimeID", "")) if "unresolved" in told else None,
            mod=told.get("mod") or None,
            quant=told.get("quant") or None,
            freq=told.get("freq") or None,
            begin_point=self._times.get(told.get("beginPoint", "")),
            end_point=self._times.get(told.get("endPoint", "")),
            mention=mention if mention.text else None,
            rule=told.get("rule", "" if "unresolved" in told else ANNOTATED),
        )

    # -- events --------------------------------------------------------------------------------------------------------

    def _read_events(self) -> Iterator[Event]:
        groups = self._mentions_of_events()
        free = 1 + max((number_of(tag.attributes["eid"]) for group in groups.values() for tag in group), default=0)
        for name, (main, *others) in groups.items():
            for tag in others:
                self._name(tag, self._instances(tag)[0], name)
            more = tuple(self._trigger(tag, self._instances(tag)[0]) for tag in others)
            first, *further = self._instances(main)
            self._name(main, first, name)
            yield self._event(name, main, self._trigger(main, first), more)
            for instance in further:
                self._name(main, instance, f"e{free}")
                yield self._event(f"e{free}", main, self._trigger(main, instance), ())
                free += 1

    def _mentions_of_events(self) -> dict[str, list[Tag]]:
        """Return the tags of each event, its main one first; empty tags that repeat an event add nothing."""
        groups: dict[str, list[Tag]] = {}
        for tag in self._tagged.named("EVENT"):
            told = read_attributes(tag.attributes)
            name = told.get("of") or tag.needed("eid")
            if tag.header:
                continue
            if tag.text or "span" in told or name not in groups:
                groups.setdefault(name, []).append(tag)
            else:
                self._name(tag, tag, name)
        return {
            name: [
                *(tag for tag in group if tag.attributes["eid"] == name),
                *(tag for tag in group if tag.attributes["eid"] != name),
            ]
            for name, group in groups.items()
        }

    def _name(self, tag: Tag, instance: Tag, event: str) -> None:
        """Note what links may call an event: its eid (of the first instance) and its eiid."""
        self._events.setdefault(tag.attributes["eid"], event)
        if "eiid" in instance.attributes:
            self._events[instance.attributes["eiid"]] = event

    def _instances(self, tag: Tag) -> list[Tag]:
        """Return the instances that were made of an event; ISO-TimeML writes theirs on the event itself."""
        return self._made.get(tag.attributes["eid"]) or [tag]

    def _event(self, name: str, tag: Tag, trigger: Trigger, others: tuple[Trigger, ...]) -> Event:
        told = read_attributes(tag.attributes)
        start, end = told.get("passage") or self._sentence(trigger.start)
        event = Event(
            id=name,
            label=str(told.get("label", trigger.text)),
            trigger=trigger,
            passage=Mention(self._text[start:end], start, end, self._document.id),
            type=str(told.get("type", "Other")),
            factuality=told["factuality"] if told.get("factuality") in FACTUALITIES else trigger.factuality,
            mentions=tuple(sorted((trigger, *others), key=_place)),
            salience=float(told.get("salience", 0)),
            confidence=self._confidence.get(tag.attributes["eid"], 1.0),
        )
        ours = {key: told[key] for key in ("participants", "source", "evidence", "inferred") if key in told}
        if ours:
            return codec.event_from_dict(codec.event_to_dict(event) | ours, entities=self._entities, times={})
        return event

    def _trigger(self, tag: Tag, instance: Tag) -> Trigger:
        told = read_attributes(tag.attributes)
        made = told | read_attributes(instance.attributes)
        mention = self._mention(tag, told)
        modality = str(made.get("modality") or made.get("mood") or "")
        trigger = Trigger(
            mention.text,
            mention.start,
            mention.end,
            mention.document,
            lemma=str(told.get("stem") or told.get("pred", "").lower()),
            pos=str(made.get("pos", "OTHER")),
            timeml_class=str(made.get("class", "OCCURRENCE")),
            tense=str(made.get("tense") or made.get("vform") or "NONE"),
            aspect=str(made.get("aspect", "NONE")),
            polarity=str(made.get("polarity", "POS")),
            modality="" if modality.upper() in ("NONE", "SUBJUNCTIVE") else modality,
        )
        factuality = read_attributes(instance.attributes).get("factuality")
        return replace(trigger, factuality=factuality if factuality in FACTUALITIES else _factuality(trigger))

    def _with_standing(self, events: tuple[Event, ...]) -> tuple[Event, ...]:
        """Return the events with what SLINKs say of them; a negated event stays negated."""
        standings: dict[str, str] = {}
        for link in self._tagged.named("SLINK"):
            target = self._events.get(link.attributes.get("subordinatedEventInstance", ""))
            standing = _SUBORDINATED.get(link.attributes.get("relType", ""))
            if target and standing:
                standings.setdefault(target, standing)
        return tuple(
            replace(event, factuality=standings[event.id])
            if event.id in standings and event.factuality in ("factual", "future")
            else event
            for event in events
        )

    # -- relations -----------------------------------------------------------------------------------------------------

    def _read_relations(self) -> Iterator[tuple[str, Relation]]:
        """Yield the TLINKs with their lids."""
        signals = {tag.needed("sid"): tag for tag in self._tagged.named("SIGNAL")}
        names = self._events | self._times
        lost = 0
        for place, tag in enumerate(self._tagged.named("TLINK")):
            told = read_attributes(tag.attributes)
            source = next((names.get(told[key]) for key in _SOURCES if key in told), None)
            target = next((names.get(told[key]) for key in _TARGETS if key in told), None)
            type_ = tag.needed("relType")
            if source is None or target is None or type_ not in CONVERSES:
                lost += 1
            elif source != target:
                signal = signals.get(told.get("signalID", ""))
                span = self._mention(signal, {}) if signal else None
                confidence = self._confidence.get(told.get("lid", ""), 1.0)
                relation = Relation(
                    source=source,
                    target=target,
                    type=type_,
                    confidence=confidence,
                    weight=told.get("weight", confidence),
                    evidence=Evidence(
                        told.get("origin", ANNOTATED),
                        codec.mention_from_dict(told["span"]) if "span" in told else span,
                    ),
                )
                yield told.get("lid", f"TLINK {place}"), relation
        if lost:
            message = f"{lost} TLINKs point nowhere or have a relation that TimeML 1.2.1 lacks, and were left out."
            warnings.warn(message, TimelineWarning, stacklevel=5)

    def _evidence(self, links: Mapping[str, Relation]) -> tuple[Relation, ...]:
        """Return what the text claims: every link, but in our own files for those that only followed from the calendar.

        The comment of our files lists the claims in their order, among them those that were not settled on.
        """
        listed = self._about.get("evidence", [])
        claims = [links.get(item) if isinstance(item, str) else codec.relation_from_dict(item) for item in listed]
        known = {item for item in (*listed, *self._about.get("derived", ())) if isinstance(item, str)}
        claims += [relation for name, relation in links.items() if name not in known]
        return tuple(relation for relation in claims if relation is not None)

    # -- places in the text --------------------------------------------------------------------------------------------

    def _mention(self, tag: Tag, told: Mapping[str, Any]) -> Mention:
        start, end = told.get("span", (tag.start, tag.end))
        return Mention(self._text[start:end], start, end, self._document.id)

    def _sentence(self, place: int) -> tuple[int, int]:
        index = bisect_right(self._sentences, (place, len(self._text))) - 1
        return self._sentences[max(index, 0)] if self._sentences else (0, len(self._text))


def _by_attribute(tags: list[Tag], attribute: str) -> dict[str, list[Tag]]:
    found: dict[str, list[Tag]] = {}
    for tag in tags:
        found.setdefault(tag.needed(attribute), []).append(tag)
    return found


def _factuality(trigger: Trigger) -> str:
    if trigger.polarity == "NEG":
        return "negated"
    if trigger.modality:
        return "possible"
    return "future" if trigger.tense == "FUTURE" else "factual"


def _share(tag: Tag) -> float:
    try:
        return float(tag.needed("confidenceValue"))
    except ValueError as error:
        raise FormatError(f"Line {tag.line}, column {tag.column}: confidenceValue is no number.") from error


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end
