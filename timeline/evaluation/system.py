"""What the library says of the texts of a corpus, in the corpus's own terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from timeline.evaluation.annotations import REFERENCE, AnnotatedDocument, EntitySpan, EventSpan, TimeSpan
from timeline.evaluation.brat import outermost
from timeline.evaluation.pairs import LabelledPair
from timeline.evaluation.phrases import noun_phrases
from timeline.languages import Language, get_language
from timeline.model import Document, Event, Evidence, Mention, Relation, Timeline, TimeValue
from timeline.model.dates import parse_reference_date
from timeline.reasoning.estimates import is_noted
from timeline.reasoning.placing import CALENDAR
from timeline.reasoning.story import LEAST_CONFIDENCE, assemble
from timeline.spacy_factories import STAGES
from timeline.stages import state
from timeline.stages.anchoring import anchor_events
from timeline.stages.components import timeline_of
from timeline.stages.events import describe_events
from timeline.stages.extraction import doc_of, prepare
from timeline.stages.ordering import order_events, relate_pairs
from timeline.stages.pipeline import shared_pipeline

SURE = 0.5
ONE_EVENT = Evidence("same event")


def answers(
    documents: Iterable[AnnotatedDocument],
    lang: str,
    *,
    model: str | None = None,
    stages: Iterable[str] = STAGES,
) -> Iterator[AnnotatedDocument]:
    """Read texts with the library and yield what it says of them, in their order.

    Parameters
    ----------
    documents : iterable of AnnotatedDocument
        Only `id`, `text` and `date` are looked at.
    lang : str
        ISO 639-1 code.
    model : str, optional
        spaCy model to read with, instead of the language's first.
    stages : iterable of str
        The stages whose results are wanted; leaving out later ones saves their time.
    """
    for source, doc in _read(documents, lang, model, stages):
        yield annotations_of(timeline_of(doc, source), source)


def given_stories(
    documents: Iterable[AnnotatedDocument], lang: str, *, model: str | None = None
) -> Iterator[tuple[AnnotatedDocument, Timeline]]:
    """Yield each document with the story the library makes of its gold events and times, under their gold ids.

    Parameters
    ----------
    documents, lang, model
        As in `answers`; here events and times of the documents are handed to the library, relations are not.
    """
    documents = list(documents)
    language = get_language(lang)
    for document, (source, doc) in zip(documents, _read(documents, lang, model, ("names", "mentions")), strict=True):
        yield document, _given_story(document, source, doc, language)


def judged_pairs(
    documents: Iterable[AnnotatedDocument],
    pairs: Iterable[LabelledPair],
    lang: str,
    question: str,
    *,
    model: str | None = None,
) -> dict[LabelledPair, str | None]:
    """Return how the library answers when it is asked about pairs of gold events and times.

    A story notes only what the text tells surely; asked about a pair, the ordering stage answers with its best guess.
    Where silence is an answer too (``"dense"``), these guesses join the story's claims, and what the surest of all
    entail is the answer: cross-validated over the 27 documents of TimeBank-Dense that are not for testing, this
    measured 54.0, the guesses alone 51.6, the story's claims alone 50.2.

    Parameters
    ----------
    documents, lang, model
        As in `answers`.
    pairs : iterable of LabelledPair
        Their labels are not looked at.
    question : str
        One of `timeline.stages.ordering.weights.QUESTIONS`.

    Returns
    -------
    dict
        A TimeML relation a pair, or None.
    """
    asked: dict[str, list[LabelledPair]] = {}
    for pair in pairs:
        asked.setdefault(pair.document, []).append(pair)
    documents = [document for document in documents if document.id in asked]
    language = get_language(lang)
    answered: dict[LabelledPair, str | None] = {}
    for document, (source, doc) in zip(documents, _read(documents, lang, model, ("names", "mentions")), strict=True):
        story = _given_story(document, source, doc, language)
        wanted = asked[document.id]
        ends = [(pair.source, pair.target) for pair in wanted]
        guesses = relate_pairs(doc, language, story.events, story.times, ends, question)
        if question == "dense":
            settled = assemble(replace(story, evidence=(*story.evidence, *guesses)), least=SURE)
            answered |= {pair: settled.relation(*end) for pair, end in zip(wanted, ends, strict=True)}
        else:
            settled = assemble(story, least=0.0)
            guessed = {(guess.source, guess.target): guess.type for guess in guesses}
            answered |= {
                pair: guessed.get(end) or settled.relation(*end) for pair, end in zip(wanted, ends, strict=True)
            }
    return answered


def given_answers(
    documents: Iterable[AnnotatedDocument], lang: str, *, model: str | None = None
) -> Iterator[AnnotatedDocument]:
    """Yield `given_stories` as annotations."""
    for document, story in given_stories(documents, lang, model=model):
        yield annotations_of(story, Document(document.text, id=document.id))


def annotations_of(story: Timeline, source: Document) -> AnnotatedDocument:
    """Return a timeline as annotations of its text.

    An event with several mentions is as many EVENTs, identical to its trigger. Relations between two times are left
    out, which TimeML annotators tell by the values, but for times that are the reference date itself; so is the order
    that only follows from how a report is built, which they do not note.
    """
    links = _noted(story)
    articles = get_language(source.lang).entities.names.articles if source.lang else frozenset()
    spans = [span for event in story.events for span in _event_spans(event)]
    return AnnotatedDocument(
        id=source.id,
        text=source.text,
        times=tuple(_time_span(time, time.mention) for time in story.times if time.mention),
        events=tuple(sorted(spans, key=_place)),
        entities=outermost(
            EntitySpan(start=mention.start, end=mention.end, text=mention.text, type=entity.type)
            for entity in story.entities
            for mention in entity.mentions
            if mention.kind == "NAM"
        ),
        chains=tuple(noun_phrases(entity, source.text, articles) for entity in story.entities),
        relations=(*links, *_identities(spans)),
    )


def _noted(story: Timeline) -> list[Relation]:
    times = {REFERENCE} | {time.id for time in story.times}
    links = [link for link in story.relations if not {link.source, link.target} <= times and is_noted(link)]
    links += [
        Relation(source=time.id, target=REFERENCE, type="SIMULTANEOUS", evidence=CALENDAR)
        for time in story.times
        if story.relation(time.id, REFERENCE) == "SIMULTANEOUS"
    ]
    return links


def _read(
    documents: Iterable[AnnotatedDocument], lang: str, model: str | None, stages: Iterable[str]
) -> Iterator[tuple[Document, Doc]]:
    """Yield documents as the library sees them, read up to some stages."""
    nlp = shared_pipeline(lang, model)
    wanted = set(stages)
    sources = [
        prepare(Document(document.text, date=document.date, lang=lang, id=document.id)) for document in documents
    ]
    with nlp.select_pipes(disable=[f"timeline_{stage}" for stage in STAGES if stage not in wanted]):
        yield from zip(sources, nlp.pipe(doc_of(nlp, source) for source in sources), strict=True)


# -- gold events and times given ---------------------------------------------------------------------------------------


def _given_story(document: AnnotatedDocument, source: Document, doc: Doc, language: Language) -> Timeline:
    entities = state.get_entities(doc)
    times = tuple(_time_value(time, source.id) for time in document.times)
    spans = {event.id: (event.start, event.end) for event in document.events}
    described = describe_events(doc, spans.values(), language, entities, times)
    events = tuple(replace(event, id=name) for name, event in zip(spans, described, strict=True))
    anchors = anchor_events(doc, language, events, times)
    links = order_events(doc, language, events, times, anchors)
    return assemble(
        Timeline(
            documents=(source,),
            reference_date=parse_reference_date(source.date),
            entities=entities,
            times=times,
            events=events,
            evidence=(*anchors, *links),
        ),
        least=LEAST_CONFIDENCE,
    )


def _time_value(time: TimeSpan, document: str) -> TimeValue:
    return TimeValue(
        id=time.id,
        type=time.type,
        timex3=time.value,
        unresolved=time.value,
        mod=time.mod or None,
        quant=time.quant or None,
        freq=time.freq or None,
        begin_point=time.begin_point or None,
        end_point=time.end_point or None,
        mention=Mention(time.text, time.start, time.end, document) if time.text else None,
        rule="given",
    )


# -- timelines as annotations ------------------------------------------------------------------------------------------


def _time_span(time: TimeValue, mention: Mention) -> TimeSpan:
    return TimeSpan(
        id=time.id,
        start=mention.start,
        end=mention.end,
        text=mention.text,
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
    """Yield the trigger under the event's id, and its other mentions under ids made from it."""
    others = [mention for mention in event.mentions if mention != event.trigger]
    names = [event.id, *(f"{event.id}.{number}" for number in range(2, len(others) + 2))]
    for name, mention in zip(names, (event.trigger, *others), strict=True):
        yield EventSpan(
            id=name,
            start=mention.start,
            end=mention.end,
            text=mention.text,
            timeml_class=mention.timeml_class,
            tense=mention.tense,
            aspect=mention.aspect,
            polarity=mention.polarity,
            pos=mention.pos,
            modality=mention.modality,
            confidence=event.confidence,
        )


def _identities(spans: Iterable[EventSpan]) -> Iterator[Relation]:
    for span in spans:
        trigger, _, number = span.id.partition(".")
        if number:
            yield Relation(source=span.id, target=trigger, type="IDENTITY", evidence=ONE_EVENT)


def _place(span: EventSpan) -> tuple[int, int]:
    return span.start, span.end
