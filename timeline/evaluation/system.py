"""What the library says of the texts of a corpus, in the corpus's own terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.evaluation.annotations import AnnotatedDocument, EntitySpan, EventSpan, TimeSpan
from timeline.model import Document, Event, Timeline, TimeValue


def answers(documents: Iterable[AnnotatedDocument], lang: str) -> Iterator[AnnotatedDocument]:
    """Read the texts of documents with the library and yield what it says, in their order.

    Parameters
    ----------
    documents : iterable of AnnotatedDocument
        Only `id`, `text` and `date` are looked at.
    lang : str
        ISO 639-1 code.
    """
    from timeline.evaluation.interim import extract_many

    sources = [Document(document.text, date=document.date, lang=lang, id=document.id) for document in documents]
    for source, story in zip(sources, extract_many(sources), strict=True):
        if story.error:
            raise story.error
        yield annotations_of(story, source)


def annotations_of(story: Timeline, source: Document) -> AnnotatedDocument:
    """Return a timeline as annotations of its text; an event with several mentions is as many EVENTs."""
    return AnnotatedDocument(
        id=source.id,
        text=source.text,
        date=str(source.date) if source.date else None,
        times=tuple(_time_span(time) for time in story.times if time.mention),
        events=tuple(sorted((span for event in story.events for span in _event_spans(event)), key=_start)),
        entities=tuple(
            EntitySpan(start=mention.start, end=mention.end, text=mention.text, type=entity.type)
            for entity in story.entities
            for mention in entity.mentions
            if mention.kind == "NAM"
        ),
        chains=tuple(
            frozenset((mention.start, mention.end) for mention in entity.mentions) for entity in story.entities
        ),
    )


def _time_span(time: TimeValue) -> TimeSpan:
    assert time.mention is not None
    return TimeSpan(
        id=time.id,
        start=time.mention.start,
        end=time.mention.end,
        text=time.mention.text,
        type=time.type,
        value=time.timex3,
        mod=time.mod or "",
        quant=time.quant or "",
        freq=time.freq or "",
        anchor=time.anchor or "",
        begin_point=time.begin_point or "",
        end_point=time.end_point or "",
    )


def _event_spans(event: Event) -> Iterator[EventSpan]:
    for trigger in event.mentions or (event.trigger,):
        yield EventSpan(
            id=event.id,
            start=trigger.start,
            end=trigger.end,
            text=trigger.text,
            timeml_class=trigger.timeml_class,
            tense=trigger.tense,
            aspect=trigger.aspect,
            polarity=trigger.polarity,
            pos=trigger.pos,
            modality=trigger.modality,
        )


def _start(span: EventSpan) -> tuple[int, int]:
    return span.start, span.end
