"""spaCy: a DocBin with the timeline as spans, and how displaCy draws them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, DocBin, Span

from timeline.formats.words import Marked, Words, entity_mentions, event_mentions, time_mentions, tokenised
from timeline.model.timeline import Timeline

EVENTS, TIMES, ENTITIES = "timeline_events", "timeline_times", "timeline_entities"

# Light enough for black text (contrast above 10:1), apart in lightness as well as in hue.
_COLOURS = {
    "OCCURRENCE": "#ffd27f",
    "REPORTING": "#e3d0ff",
    "I_ACTION": "#ffe9b8",
    "I_STATE": "#d9e6c4",
    "STATE": "#c8e6c9",
    "ASPECTUAL": "#f7c6d9",
    "PERCEPTION": "#d7ccc8",
    "DATE": "#b3e5fc",
    "TIME": "#90d5f5",
    "DURATION": "#cfe8ff",
    "SET": "#b2dfdb",
    "PERSON": "#ffccbc",
    "ORGANISATION": "#c5cae9",
    "PLACE": "#dcedc8",
}


def to_docbin(story: Timeline, path: str | Path | None = None) -> bytes:
    """Return a spaCy DocBin of one Doc a document, and write it to `path` when one is given.

    ``DocBin().from_bytes(…).get_docs(nlp.vocab)`` reads it, and so does ``spacy train``.

    The Docs have words and sentence starts, and three groups of spans: ``doc.spans["timeline_events"]`` (labels are
    TimeML classes), ``["timeline_times"]`` (TIMEX3 types, the value as ``kb_id_``) and ``["timeline_entities"]``
    (their types). The id of a span (``span.id_``) is that of its event, time or entity.

    A span that ends inside a word of spaCy's takes the whole word.
    """
    docs = DocBin(store_user_data=True)
    values = {time.id: time.timex3 for time in story.times}
    for document in story.documents:
        doc = tokenised(document)
        doc.user_data["document"] = document.id
        doc.spans[EVENTS] = _spans(doc, document.id, event_mentions(story), {})
        doc.spans[TIMES] = _spans(doc, document.id, time_mentions(story), values)
        doc.spans[ENTITIES] = _spans(doc, document.id, entity_mentions(story), {})
        docs.add(doc)
    data = docs.to_bytes()
    if path is not None:
        Path(path).write_bytes(data)
    return data


def displacy_options(group: str = EVENTS) -> dict[str, Any]:
    """Return the options with which ``displacy.render(doc, style="span", options=…)`` draws one group of spans.

    Examples
    --------
    >>> displacy_options("timeline_times")["spans_key"]
    'timeline_times'
    """
    return {"spans_key": group, "colors": dict(_COLOURS)}


def _spans(doc: Doc, document: str, marked: Iterable[Marked], values: dict[str, str]) -> list[Span]:
    words = Words(doc)
    spans = []
    for item in marked:
        covered = words.covered(item.mention)
        if item.mention.document == document and covered:
            value = values.get(item.id, "")
            spans.append(Span(doc, covered.start, covered.stop, item.label, kb_id=value, span_id=item.id))
    return sorted(spans)
