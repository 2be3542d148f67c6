"""A timeline as TimeML."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from timeline.errors import FormatError, TimelineWarning
from timeline.formats.characters import legal_xml
from timeline.formats.files import save
from timeline.formats.timeml.tags import write_tag, write_text
from timeline.formats.timeml.values import REFERENCE, UNKNOWN_DATE, fitted, number_of
from timeline.model import codec
from timeline.model.document import Document
from timeline.model.event import Event
from timeline.model.mention import Mention, Trigger
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def to_timeml(
    story: Timeline, path: str | Path | None = None, *, document: str | None = None, tempeval: bool = False
) -> str:
    """Return a timeline as TimeML 1.2.1, and write it to `path` when one is given.

    The characters of the root element are those of the text, so that every offset is true. Mentions that overlap
    others, which the DTD forbids, stand as empty tags after the text, their offsets in the comment.

    Parameters
    ----------
    story : Timeline
    path : str or Path, optional
    document : str, optional
        The id of the document to write, for a timeline of several.
    tempeval : bool
        Write the text into ``<TEXT>``, beside ``<DOCID>`` and ``<DCT>``, as the scorers of TempEval-3 want it; the DTD
        does not know these elements.

    Raises
    ------
    FormatError
        When there are several documents and none is chosen, as a TimeML file holds one, or none has this id.

    Warns
    -----
    TimelineWarning
        When the text has characters that XML cannot hold; each becomes U+FFFD.
    """
    chosen = _chosen(story, document)
    text = legal_xml(chosen.text)
    if text != chosen.text:
        warnings.warn("Characters that XML cannot hold became U+FFFD in TimeML.", TimelineWarning, stacklevel=3)
    page = _Page(story, chosen, text)
    for event in story.events:
        page.add_event(event)
    for time in story.times:
        page.add_time(time)
    for link in story.relations:
        page.add_relation(link)
    creation = _creation(story.reference_date) if story.reference_date or page.needs_reference else None
    about = _about(story, chosen, page)
    if tempeval:
        return save(_HEAD + _tempeval(page, fitted({}, about), creation), path)
    first = write_tag("TIMEX3", creation) if creation else ""
    return save(f"{_HEAD}{write_tag('TimeML', fitted({}, about), f'{first}{page.body()}{page.tail()}')}\n", path)


def _about(story: Timeline, document: Document, page: _Page) -> dict[str, Any]:
    """Return what TimeML has no tag for: of a timeline of one document, everything that `from_timeml` needs."""
    about = codec.document_to_dict(document) | {"text": None, "unrelated": list(document.unrelated) or None}
    if len(story.documents) == 1:
        about["entities"] = [codec.entity_to_dict(entity) for entity in story.entities] or None
        about["role_facts"] = [codec.role_fact_to_dict(fact) for fact in story.role_facts] or None
        about["evidence"] = [page.links.get(link) or codec.relation_to_dict(link) for link in story.evidence] or None
        claims = set(story.evidence)
        about["derived"] = [name for link, name in page.links.items() if link not in claims] or None
    return about


def _tempeval(page: _Page, about: Mapping[str, str], creation: dict[str, str] | None) -> str:
    value = write_tag("TIMEX3", creation, write_text(creation["value"])) if creation else ""
    parts = (
        "",
        write_tag("DOCID", {}, write_text(legal_xml(page.document))),
        write_tag("DCT", {}, value),
        write_tag("TEXT", {}, page.body()),
        page.tail(),
        "",
    )
    return write_tag("TimeML", about, "\n".join(parts)) + "\n"


def _chosen(story: Timeline, document: str | None) -> Document:
    if document is None and len(story.documents) < 2:
        return story.documents[0] if story.documents else Document("")
    names = ", ".join(repr(candidate.id) for candidate in story.documents)
    if document is None:
        raise FormatError(f"A TimeML file holds one document; give one as document: {names}.")
    for candidate in story.documents:
        if candidate.id == document:
            return candidate
    raise FormatError(f"No document is called {document!r}; this timeline has {names or 'none'}.")


def _creation(moment: datetime | None) -> dict[str, str]:
    value = UNKNOWN_DATE
    if moment is not None:
        value = moment.isoformat() if (moment.hour or moment.minute or moment.second) else f"{moment:%Y-%m-%d}"
    type_ = "TIME" if "T" in value else "DATE"
    return {"tid": REFERENCE, "type": type_, "value": value, "functionInDocument": "CREATION_TIME"}


class _Page:
    """One document's text, the tags in it and the tags after it, as they are put together."""

    def __init__(self, story: Timeline, document: Document, text: str) -> None:
        self.document = document.id
        self.links: dict[Relation, str] = {}
        self._text = text
        self._taken = bytearray(len(text))
        self._inside: list[tuple[int, int, str]] = []
        self._after: list[str] = []
        self._signals: dict[tuple[int, int], str] = {}
        self._alone = len(story.documents) < 2
        self._times = {
            time.id for time in story.times if (time.mention.document == document.id if time.mention else self._alone)
        }
        self._instances: dict[str, str] = {}
        self._next_event = 1 + max((number_of(event.id) for event in story.events), default=0)
        self._next_link = 1

    # -- what there is to add ------------------------------------------------------------------------------------------

    def add_event(self, event: Event) -> None:
        """Add every mention that an event has in this document; the main one has the event's own id."""
        here = [mention for mention in event.mentions or (event.trigger,) if mention.document == self.document]
        if not here:
            return
        main = event.trigger if event.trigger in here else here[0]
        passage = event.passage if event.passage.document == self.document else main
        comment = {
            "label": event.label,
            "type": event.type,
            "factuality": event.factuality,
            "passage": [passage.start, passage.end],
            "salience": event.salience,
        }
        if self._alone:
            told = codec.event_to_dict(event)
            comment |= {key: told[key] or None for key in ("participants", "source", "evidence", "inferred")}
        self._add_mention(main, event.id, comment)
        self._add_confidence("EVENT", event.id, event.confidence)
        for mention in here:
            if mention != main:
                name = f"e{self._next_event}"
                self._next_event += 1
                self._add_mention(mention, name, {"of": event.id})
                self._add_link("IDENTITY", event.id, name, origin="coreference")

    def add_time(self, time: TimeValue) -> None:
        """Add a time, if it is one of this document."""
        if time.id not in self._times:
            return
        attributes = {
            "tid": time.id,
            "type": time.type,
            "value": time.timex3,
            "mod": time.mod,
            "quant": time.quant,
            "freq": time.freq,
            "temporalFunction": "true" if time.anchor else None,
            "anchorTimeID": self._time_reference(time.anchor),
            "beginPoint": self._time_reference(time.begin_point),
            "endPoint": self._time_reference(time.end_point),
        }
        self._add_tag("TIMEX3", attributes, {"unresolved": time.unresolved, "rule": time.rule or None}, time.mention)

    def add_relation(self, link: Relation) -> None:
        """Add a relation, if both sides are in this document; these must be here before."""
        known = {REFERENCE, *self._times, *self._instances}
        if link.source not in known or link.target not in known:
            return
        span = link.evidence.span
        signal = self._signal(span) if span else None
        comment: dict[str, Any] = {"span": codec.mention_to_dict(span)} if span and not signal else {}
        if link.weight != link.confidence:
            comment["weight"] = link.weight
        name = self._add_link(
            link.type, link.source, link.target, origin=link.evidence.rule, signal=signal, comment=comment
        )
        self._add_confidence("TLINK", name, link.confidence)
        self.links[link] = name

    # -- what comes of it ----------------------------------------------------------------------------------------------

    @property
    def needs_reference(self) -> bool:
        """True when something points at the reference date."""
        return REFERENCE in self._times

    def body(self) -> str:
        """Return the text with its tags."""
        parts = []
        place = 0
        for start, end, element in sorted(self._inside):
            parts += [write_text(self._text[place:start]), element]
            place = end
        return "".join((*parts, write_text(self._text[place:])))

    def tail(self) -> str:
        """Return the tags after the text."""
        return "".join(self._after)

    # -- how it is put together ----------------------------------------------------------------------------------------

    def _add_mention(self, mention: Trigger, name: str, comment: Mapping[str, Any]) -> None:
        instance = f"ei{name.removeprefix('e')}"
        self._instances[name] = instance
        attributes = {"eid": name, "class": mention.timeml_class, "stem": mention.lemma or None}
        self._add_tag("EVENT", attributes, comment, mention)
        made = {
            "eiid": instance,
            "eventID": name,
            "pos": mention.pos,
            "tense": mention.tense,
            "aspect": mention.aspect,
            "polarity": mention.polarity,
            "modality": mention.modality or None,
        }
        self._after.append(write_tag("MAKEINSTANCE", fitted(made, {"factuality": mention.factuality})))

    def _add_tag(
        self, name: str, attributes: Mapping[str, str | None], comment: Mapping[str, Any], span: Mention | None
    ) -> None:
        """Put a tag around its words, or behind the text where there are none or another tag has them."""
        if span is not None and self._take(span):
            element = write_tag(name, fitted(attributes, comment), write_text(self._text[span.start : span.end]))
            self._inside.append((span.start, span.end, element))
            return
        words = {"span": [span.start, span.end]} if span is not None else {}
        self._after.append(write_tag(name, fitted(attributes, {**comment, **words})))

    def _take(self, span: Mention) -> bool:
        fits = 0 <= span.start < span.end <= len(self._text) and not any(self._taken[span.start : span.end])
        if fits:
            self._taken[span.start : span.end] = b"\1" * (span.end - span.start)
        return fits

    def _signal(self, span: Mention) -> str | None:
        """Return the id of the SIGNAL around some words, None where they cannot have one."""
        place = (span.start, span.end)
        if span != Mention(span.text, *place, self.document):
            return None
        if place not in self._signals and self._take(span):
            self._signals[place] = f"s{len(self._signals) + 1}"
            words = write_text(self._text[span.start : span.end])
            self._inside.append((*place, write_tag("SIGNAL", {"sid": self._signals[place]}, words)))
        return self._signals.get(place)

    def _add_link(
        self,
        type_: str,
        source: str,
        target: str,
        *,
        origin: str,
        signal: str | None = None,
        comment: Mapping[str, Any] | None = None,
    ) -> str:
        name = f"l{self._next_link}"
        self._next_link += 1
        attributes: dict[str, str | None] = {"lid": name, "relType": type_}
        attributes |= self._side(source, "eventInstanceID", "timeID")
        attributes |= self._side(target, "relatedToEventInstance", "relatedToTime")
        attributes |= {"signalID": signal, "origin": origin}
        self._after.append(write_tag("TLINK", fitted(attributes, comment or {})))
        return name

    def _side(self, item: str, event_attribute: str, time_attribute: str) -> dict[str, str | None]:
        if item in self._instances:
            return {event_attribute: self._instances[item]}
        return {time_attribute: self._time_reference(item)}

    def _time_reference(self, item: str | None) -> str | None:
        if item == REFERENCE:
            self._times.add(REFERENCE)
        return item if item in self._times else None

    def _add_confidence(self, tag: str, name: str, confidence: float) -> None:
        if confidence < 1:
            written = {"tagType": tag, "tagID": name, "confidenceValue": repr(confidence)}
            self._after.append(write_tag("CONFIDENCE", written))
