"""What a TimeML file says of itself: its document, its date, its sentences, and how it calls its times."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from timeline.errors import InvalidDateError
from timeline.formats.timeml.tags import Tag, TaggedText
from timeline.formats.timeml.values import REFERENCE, number_of
from timeline.model import codec
from timeline.model.dates import parse_reference_date
from timeline.model.document import Document

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'»”)\]]*\s+|\n\s*\n\s*")


def creation_of(tagged: TaggedText) -> Tag | None:
    """Return the TIMEX3 of the document's creation, or else of its publication."""
    times = tagged.named("TIMEX3")
    for function in ("CREATION_TIME", "PUBLICATION_TIME"):
        for tag in times:
            if tag.attributes.get("functionInDocument") == function:
                return tag
    return next((tag for tag in times if tag.header == "DCT"), None)


def moment_of(creation: Tag | None) -> datetime | None:
    """Return the reference date, None when there is none or it is not known to the day."""
    value = creation.attributes.get("value", "") if creation else ""
    for text in (value, value[:10]):
        try:
            return parse_reference_date(text)
        except InvalidDateError:
            continue
    return None


def document_of(tagged: TaggedText, creation: Tag | None, about: Mapping[str, Any]) -> Document:
    """Return the document, as the comment of our own files has it, or from DOCID, TITLE and DCT."""
    if "id" in about:
        known = {field.name: about[field.name] for field in fields(Document) if field.name in about}
        return codec.document_from_dict({"unrelated": (), **known, "text": tagged.text})
    headers = {tag.name: tag.text.strip() for tag in tagged.tags if tag.header == tag.name}
    moment = moment_of(creation)
    return Document(
        tagged.text,
        date=moment.isoformat() if moment else None,
        id=headers.get("DOCID", ""),
        title=headers.get("TITLE") or headers.get("HEADLINE"),
    )


def time_names_of(tagged: TaggedText, creation: Tag | None) -> dict[str, str]:
    """Return the ids of times by their tids; the creation time takes ``"t0"``; another so called gets a free one."""
    tids = [tag.needed("tid") for tag in tagged.named("TIMEX3")]
    names = {tid: tid for tid in tids}
    if REFERENCE in names:
        names[REFERENCE] = f"t{1 + max(map(number_of, tids))}"
    if creation is not None:
        names[creation.attributes["tid"]] = REFERENCE
    return names


def sentences_of(tagged: TaggedText) -> list[tuple[int, int]]:
    """Return the spans of the sentences: those that the file marks, or else what stands between full stops."""
    marked = [(tag.start, tag.end) for tag in tagged.named("s")]
    if marked:
        return sorted(marked)
    spans = []
    start = 0
    for gap in (*_SENTENCE_END.finditer(tagged.text), None):
        end = gap.start() if gap else len(tagged.text)
        piece = tagged.text[start:end]
        if piece.strip():
            spans.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
        start = gap.end() if gap else end
    return spans
