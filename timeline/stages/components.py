"""The stages run on a Doc, in their order, and the timeline they add up to."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from spacy.tokens import Doc

from timeline.languages.base import Language, language_or_fallback
from timeline.model.dates import iso_date, parse_reference_date
from timeline.model.document import Document
from timeline.model.timeline import Timeline
from timeline.reasoning.resolution import resolve_times
from timeline.reasoning.standing import standing_by_date
from timeline.reasoning.story import assemble
from timeline.spacy_factories import add_spans
from timeline.stages import state
from timeline.stages.anchoring import anchor_events
from timeline.stages.composition import in_given_text
from timeline.stages.distances import count_distances
from timeline.stages.events import find_events
from timeline.stages.grounding.asking import answer_of
from timeline.stages.grounding.stage import ground
from timeline.stages.mentions import find_entities
from timeline.stages.names import Name, find_names
from timeline.stages.names.types import best_type
from timeline.stages.ordering import order_events
from timeline.stages.reading import mark_sentence_starts, publication_date, unrelated_spans
from timeline.stages.repetition import tell_apart
from timeline.stages.roles import find_roles
from timeline.stages.source import given_text, note_unrelated, source_of
from timeline.stages.times import find_times
from timeline.syntax.words import forget_answers


def read(doc: Doc, code: str) -> Doc:  # noqa: ARG001 (every stage is called alike)
    """Repair sentence starts and note the parts that belong to another story."""
    note_unrelated(doc, unrelated_spans(doc.text))
    return mark_sentence_starts(doc)


def names(doc: Doc, code: str) -> Doc:
    """Note the names, with what speaks for their types."""
    return _put_names(doc, find_names(doc, _language(code)))


def names_by_model(doc: Doc, code: str) -> Doc:
    """Note the names, as a recogniser of the language's own sees them."""
    return _put_names(doc, find_names(doc, _language(code), by_model=True))


def _put_names(doc: Doc, found: tuple[Name, ...]) -> Doc:
    state.put_names(doc, found)
    spans = (doc[name.start : name.end] for name in found)
    types = (best_type(dict(name.scores)) for name in found)
    add_spans(doc, state.NAMES, [(s.start_char, s.end_char, t, "") for s, t in zip(spans, types, strict=True)])
    return doc


def mentions(doc: Doc, code: str) -> Doc:
    """Note the entities."""
    found = find_entities(doc, _language(code), state.get_names(doc))
    state.put_entities(doc, found)
    spans = [(mention.start, mention.end, entity.type, entity.id) for entity in found for mention in entity.mentions]
    add_spans(doc, state.ENTITIES, sorted(spans))
    return doc


def times(doc: Doc, code: str) -> Doc:
    """Note the times, unresolved."""
    found = find_times(doc, _language(code), state.get_entities(doc))
    state.put_times(doc, found)
    add_spans(doc, state.TIMES, [(t.mention.start, t.mention.end, t.type, t.id) for t in found if t.mention])
    return doc


def events(doc: Doc, code: str) -> Doc:
    """Note the events."""
    found = find_events(doc, _language(code), state.get_entities(doc), state.get_times(doc))
    forget_answers(doc)
    state.put_events(doc, found)
    spans = [(mention.start, mention.end, event.type, event.id) for event in found for mention in event.mentions]
    add_spans(doc, state.EVENTS, sorted(spans))
    return doc


def roles(doc: Doc, code: str) -> Doc:
    """Note what is said of roles."""
    state.put_role_facts(doc, find_roles(doc, _language(code), state.get_entities(doc), state.get_events(doc)))
    return doc


def anchoring(doc: Doc, code: str) -> Doc:
    """Note which time belongs to which event."""
    anchors = anchor_events(doc, _language(code), state.get_events(doc), state.get_times(doc))
    state.put_relations(doc, state.ANCHORS, anchors)
    return doc


def ordering(doc: Doc, code: str) -> Doc:
    """Note what the text says of order."""
    anchors = state.get_relations(doc, state.ANCHORS)
    language, events, times = _language(code), state.get_events(doc), state.get_times(doc)
    links = order_events(doc, language, events, times, anchors)
    counted, distances = count_distances(doc, language, events, times, (*anchors, *links))
    if counted:
        state.put_times(doc, (*times, *counted))
    copies, claims = tell_apart(doc, language, events, times, (*anchors, *links, *distances))
    if copies:
        state.put_events(doc, (*events, *copies))
    state.put_relations(doc, state.ANCHORS, ())
    state.put_relations(doc, state.LINKS, claims)
    return doc


def timeline_of(doc: Doc, document: Document | None = None, *, mode: str = "fill") -> Timeline:
    """Return the timeline of a processed Doc.

    Parameters
    ----------
    doc : Doc
    document : Document, optional
        What the caller knows of it; its date, or the one that the text states of itself, is the reference date. Without
        a document there is none, and `Timeline.anchored` gives one later. Its proposals are held against the text.
    mode : str
        What becomes of proposals; see `timeline.extract`.

    Returns
    -------
    Timeline
    """
    source = source_of(doc)
    if document is not None:
        date = document.date or _stated_date(doc, document)
        source = replace(document, text=source.text, date=iso_date(date), unrelated=source.unrelated, proposals=None)
    claimed = Timeline(
        documents=(source,),
        reference_date=parse_reference_date(source.date),
        entities=state.get_entities(doc),
        times=state.get_times(doc),
        events=state.get_events(doc),
        evidence=(*state.get_relations(doc, state.ANCHORS), *state.get_relations(doc, state.LINKS)),
        role_facts=state.get_role_facts(doc),
    )
    claimed = standing_by_date(claimed)
    if document is None or document.proposals is None:
        story = assemble(claimed)
    else:
        story = ground(doc, _language(document.lang or ""), claimed, answer_of(document), mode=mode)
    given = given_text(doc)
    return story if given is None else in_given_text(story, given)


def _stated_date(doc: Doc, document: Document) -> datetime | None:
    absolute = resolve_times(state.get_times(doc), None)
    return publication_date(doc.text, _language(document.lang or ""), absolute)


def _language(code: str) -> Language:
    return language_or_fallback(code)
