"""Reader of TimeML corpora, in the form of TempEval-3 and in the form of the French TimeBank.

TempEval-3 keeps tense, aspect, polarity and the instance ids of an event in MAKEINSTANCE tags; the French TimeBank
(ISO-TimeML, Bittar et al. 2011) writes them, ``eiid`` included, on the EVENT itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

import defusedxml.sax
from defusedxml import DefusedXmlException

from timeline.errors import FormatError
from timeline.evaluation.annotations import REFERENCE, AnnotatedDocument, EventSpan, TimeSpan
from timeline.model import Evidence, Relation
from timeline.model.relation import CONVERSES

GIVEN = Evidence("annotated")


def read_timeml(path: str | Path) -> AnnotatedDocument:
    """Read one TimeML file.

    The text is the content of ``<TEXT>``, every character of it, and offsets count from there. TIMEX3 tags without
    text stand at the place of the tag with ``start == end``. The document's creation time gives `date` and has the id
    ``"t0"`` in the relations, whatever the file calls it. Links that are no TLINK, that carry a relation TimeML 1.2.1
    does not have (``OVERLAP_BEFORE``), or that point at nothing in the file are left out.

    Parameters
    ----------
    path : str or Path

    Raises
    ------
    FormatError
        When the file is not well-formed, or not TimeML; tells file, line and column.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.tml").write_text(
    ...     "<TimeML><DCT><TIMEX3 tid='t1' type='DATE' value='2020-01-02'/></DCT>"
    ...     "<TEXT>She <EVENT eid='e1' class='OCCURRENCE'>left</EVENT>.</TEXT></TimeML>", "utf8")
    >>> document = read_timeml(folder / "a.tml")
    >>> document.date, document.events[0].text, document.events[0].start
    ('2020-01-02', 'left', 4)
    """
    path = Path(path)
    handler = _Handler()
    try:
        defusedxml.sax.parse(str(path), handler)
    except SAXParseException as error:
        where = f"{path}:{error.getLineNumber()}:{(error.getColumnNumber() or 0) + 1}"
        raise FormatError(f"{where}: not well-formed TimeML: {error.getMessage()}.") from error
    except _MissingAttributeError as error:
        raise FormatError(f"{path}:{error.line}:{error.column}: {error}") from error
    except DefusedXmlException as error:
        raise FormatError(f"{path}: entities and external references are not read: {error}.") from error
    if not handler.has_text:
        raise FormatError(f"{path}:1:1: no <TEXT> element; is this a TimeML file?")
    return handler.document(path.stem)


class _MissingAttributeError(ValueError):
    """A tag lacks an attribute it needs; caught in `read_timeml`, which knows the file."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


@dataclass(slots=True)
class _Open:
    """A tag that is being read."""

    attributes: dict[str, str]
    start: int
    parts: list[str] = field(default_factory=list)


class _Handler(ContentHandler):
    """Collects text, tags with offsets, and links. SAX, because it alone knows the line and column of every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.has_text = False
        self._in_text = self._in_dct = False
        self._locator: Locator | None = None
        self._parts: list[str] = []
        self._length = 0
        self._open: list[_Open] = []
        self._times: list[TimeSpan] = []
        self._creation: TimeSpan | None = None
        self._events: list[EventSpan] = []
        self._made: dict[str, list[dict[str, str]]] = {}
        self._links: list[dict[str, str]] = []

    # -- what the parser calls -----------------------------------------------------------------------------------------

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - the interface of SAX
        self._locator = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        attributes = dict(attrs.items())
        if name == "TEXT":
            self.has_text = self._in_text = True
        elif name == "DCT":
            self._in_dct = True
        elif name in ("TIMEX3", "EVENT"):
            self._need(name, attributes, "tid" if name == "TIMEX3" else "eid")
            self._open.append(_Open(attributes, self._length))
        elif name == "MAKEINSTANCE":
            self._need(name, attributes, "eventID", "eiid")
            self._made.setdefault(attributes["eventID"], []).append(attributes)
        elif name == "TLINK":
            self._need(name, attributes, "relType")
            self._links.append(attributes)

    def endElement(self, name: str) -> None:  # noqa: N802
        if name == "TEXT":
            self._in_text = False
        elif name == "DCT":
            self._in_dct = False
        elif name == "TIMEX3":
            self._close_time(self._open.pop())
        elif name == "EVENT":
            self._close_event(self._open.pop())

    def characters(self, content: str) -> None:
        if self._in_text:
            self._parts.append(content)
            self._length += len(content)
            for tag in self._open:
                tag.parts.append(content)

    # -- tags ----------------------------------------------------------------------------------------------------------

    def _need(self, name: str, attributes: dict[str, str], *wanted: str) -> None:
        for attribute in wanted:
            if attribute not in attributes:
                assert self._locator is not None
                line, column = self._locator.getLineNumber() or 1, (self._locator.getColumnNumber() or 0) + 1
                raise _MissingAttributeError(f"<{name}> has no attribute {attribute}.", line, column)

    def _close_time(self, tag: _Open) -> None:
        read = tag.attributes.get
        time = TimeSpan(
            id=tag.attributes["tid"],
            start=tag.start,
            end=tag.start + sum(map(len, tag.parts)),
            text="".join(tag.parts),
            type=read("type", ""),
            value=read("value", ""),
            mod=read("mod", ""),
            quant=read("quant", ""),
            freq=read("freq", ""),
            anchor=read("anchorTimeID", ""),
            begin_point=read("beginPoint", ""),
            end_point=read("endPoint", ""),
        )
        if self._in_dct or (self._creation is None and read("functionInDocument") == "CREATION_TIME"):
            self._creation = time
        elif self._in_text:
            self._times.append(time)

    def _close_event(self, tag: _Open) -> None:
        if not self._in_text:
            return
        event = EventSpan(
            id=tag.attributes["eid"],
            start=tag.start,
            end=tag.start + sum(map(len, tag.parts)),
            text="".join(tag.parts),
            timeml_class=tag.attributes.get("class", ""),
            instances=(tag.attributes["eiid"],) if "eiid" in tag.attributes else (),
        )
        self._events.append(_with_attributes(event, tag.attributes))

    # -- the document --------------------------------------------------------------------------------------------------

    def document(self, name: str) -> AnnotatedDocument:
        """Return what was collected."""
        events = tuple(map(self._with_instances, self._events))
        names = {event.id: event.id for event in events} | {time.id: time.id for time in self._times}
        names |= {instance: event.id for event in events for instance in event.instances}
        creation = self._creation.id if self._creation else REFERENCE
        names[creation] = names[REFERENCE] = REFERENCE
        return AnnotatedDocument(
            id=name,
            text="".join(self._parts),
            date=self._creation.value if self._creation else None,
            times=tuple(_counted_from(time, creation) for time in self._times),
            events=events,
            relations=tuple(_relations(self._links, names)),
        )

    def _with_instances(self, event: EventSpan) -> EventSpan:
        made = self._made.get(event.id, [])
        if not made:
            return event
        instances = dict.fromkeys((*event.instances, *(instance["eiid"] for instance in made)))
        return replace(_with_attributes(event, made[0]), instances=tuple(instances))


def _counted_from(time: TimeSpan, creation: str) -> TimeSpan:
    """Return a time that calls the creation time `REFERENCE`."""
    anchor, begin, end = (
        REFERENCE if point == creation else point for point in (time.anchor, time.begin_point, time.end_point)
    )
    return replace(time, anchor=anchor, begin_point=begin, end_point=end)


def _with_attributes(event: EventSpan, attributes: dict[str, str]) -> EventSpan:
    """Fill in the attributes that a tag writes; ISO-TimeML writes infinitives and participles as vform."""
    return replace(
        event,
        tense=attributes.get("tense") or attributes.get("vform") or event.tense,
        aspect=attributes.get("aspect") or event.aspect,
        polarity=attributes.get("polarity") or event.polarity,
        pos=attributes.get("pos") or event.pos,
        modality=attributes.get("modality") or event.modality,
    )


def _relations(links: list[dict[str, str]], names: dict[str, str]) -> Iterator[Relation]:
    for link in links:
        source = names.get(link.get("eventInstanceID") or link.get("eventID") or link.get("timeID") or "")
        target = names.get(
            link.get("relatedToEventInstance") or link.get("relatedToEvent") or link.get("relatedToTime") or ""
        )
        if source and target and source != target and link["relType"] in CONVERSES:
            yield Relation(source=source, target=target, type=link["relType"], evidence=GIVEN)
