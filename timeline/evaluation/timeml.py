"""Reader of TimeML corpora, in the form of TempEval-3 and in the form of the French TimeBank.

TempEval-3 keeps tense, aspect, polarity and the instance ids of an event in MAKEINSTANCE tags; the French TimeBank
(ISO-TimeML, Bittar et al. 2011) writes them, ``eiid`` included, on the EVENT itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from timeline.errors import FormatError
from timeline.evaluation.annotations import REFERENCE, AnnotatedDocument, EventSpan, TimeSpan
from timeline.formats.timeml.source import creation_of
from timeline.formats.timeml.tags import Tag, TaggedText, read_tags
from timeline.model import Evidence, Relation
from timeline.model.relation import CONVERSES

GIVEN = Evidence("annotated")


def read_timeml(path: str | Path) -> AnnotatedDocument:
    """Read one TimeML file.

    The text is the content of ``<TEXT>``, every character of it, and offsets count from there. TIMEX3 tags without
    text stand at the place of the tag with ``start == end``. The document's creation time gives `date` and has the id
    ``"t0"`` in the relations, whatever the file calls it. An empty EVENT with the id of another is one more instance
    of it. Links that are no TLINK, that carry a relation TimeML 1.2.1 does not have (``OVERLAP_BEFORE``), or that
    point at nothing in the file are left out.

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
    try:
        tagged = read_tags(path)
        if not tagged.named("TEXT"):
            raise FormatError("There is no <TEXT> element; is this a TimeML file?")
        return _document(path.stem, tagged)
    except FormatError as error:
        raise FormatError(f"{path}: {error}") from error


def _document(name: str, tagged: TaggedText) -> AnnotatedDocument:
    creation = creation_of(tagged)
    times = tuple(_time(tag) for tag in tagged.named("TIMEX3") if not tag.header and tag is not creation)
    events = _events(tagged)
    names = {event.id: event.id for event in events} | {time.id: time.id for time in times}
    names |= {instance: event.id for event in events for instance in event.instances}
    reference = creation.needed("tid") if creation else REFERENCE
    names[reference] = names[REFERENCE] = REFERENCE
    return AnnotatedDocument(
        id=name,
        text=tagged.text,
        date=creation.attributes.get("value", "") if creation else None,
        times=tuple(_counted_from(time, reference) for time in times),
        events=events,
        relations=tuple(_relations(tagged, names)),
    )


def _time(tag: Tag) -> TimeSpan:
    read = tag.attributes.get
    return TimeSpan(
        id=tag.needed("tid"),
        start=tag.start,
        end=tag.end,
        text=tag.text,
        type=read("type", ""),
        value=read("value", ""),
        mod=read("mod", ""),
        quant=read("quant", ""),
        freq=read("freq", ""),
        anchor=read("anchorTimeID", ""),
        begin_point=read("beginPoint", ""),
        end_point=read("endPoint", ""),
    )


def _counted_from(time: TimeSpan, creation: str) -> TimeSpan:
    """Return a time that calls the creation time `REFERENCE`."""
    anchor, begin, end = (
        REFERENCE if point == creation else point for point in (time.anchor, time.begin_point, time.end_point)
    )
    return replace(time, anchor=anchor, begin_point=begin, end_point=end)


def _events(tagged: TaggedText) -> tuple[EventSpan, ...]:
    """Return the events; where several tags have one id, the empty ones are instances of the one with a text."""
    made: dict[str, list[Tag]] = {}
    for tag in tagged.named("MAKEINSTANCE"):
        made.setdefault(tag.needed("eventID"), []).append(tag)
    found: dict[str, EventSpan] = {}
    for tag in sorted((tag for tag in tagged.named("EVENT") if not tag.header), key=_is_empty):
        event = _event(tag, made.get(tag.needed("eid"), []))
        known = found.get(event.id)
        if known is not None:
            event = replace(known, instances=tuple(dict.fromkeys((*known.instances, *event.instances))))
        found[event.id] = event
    return tuple(sorted(found.values(), key=_place))


def _event(tag: Tag, made: list[Tag]) -> EventSpan:
    own = [tag.attributes["eiid"]] if "eiid" in tag.attributes else []
    event = EventSpan(
        id=tag.needed("eid"),
        start=tag.start,
        end=tag.end,
        text=tag.text,
        timeml_class=tag.attributes.get("class", ""),
        instances=tuple(dict.fromkeys((*own, *(instance.needed("eiid") for instance in made)))),
    )
    for source in (tag, *made[:1]):
        event = _with_attributes(event, source.attributes)
    return event


def _with_attributes(event: EventSpan, attributes: Mapping[str, str]) -> EventSpan:
    """Fill in the attributes that a tag writes; ISO-TimeML writes infinitives and participles as vform."""
    return replace(
        event,
        tense=attributes.get("tense") or attributes.get("vform") or event.tense,
        aspect=attributes.get("aspect") or event.aspect,
        polarity=attributes.get("polarity") or event.polarity,
        pos=attributes.get("pos") or event.pos,
        modality=attributes.get("modality") or event.modality,
    )


def _relations(tagged: TaggedText, names: Mapping[str, str]) -> Iterator[Relation]:
    for tag in tagged.named("TLINK"):
        link, relation = tag.attributes, tag.needed("relType")
        source = names.get(link.get("eventInstanceID") or link.get("eventID") or link.get("timeID") or "")
        target = names.get(
            link.get("relatedToEventInstance") or link.get("relatedToEvent") or link.get("relatedToTime") or ""
        )
        if source and target and source != target and relation in CONVERSES:
            yield Relation(source=source, target=target, type=relation, evidence=GIVEN)


def _is_empty(tag: Tag) -> bool:
    return tag.start == tag.end


def _place(event: EventSpan) -> tuple[int, int]:
    return event.start, event.end
