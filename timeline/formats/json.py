"""JSON: the library's own format, exact both ways; `timeline/formats/timeline.schema.json` describes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from timeline.errors import FormatError
from timeline.model import codec
from timeline.model.dates import parse_reference_date
from timeline.model.timeline import Timeline

VERSION = 1


def to_dict(story: Timeline) -> dict[str, Any]:
    """Return a timeline as plain dicts, lists, strings and numbers."""
    return {
        "format": "timeline",
        "version": VERSION,
        "documents": [codec.document_to_dict(document) for document in story.documents],
        "reference_date": story.reference_date and story.reference_date.isoformat(),
        "entities": [codec.entity_to_dict(entity) for entity in story.entities],
        "times": [codec.time_to_dict(time) for time in story.times],
        "events": [codec.event_to_dict(event) for event in story.events],
        "relations": [codec.relation_to_dict(relation) for relation in story.relations],
        "evidence": [codec.relation_to_dict(relation) for relation in story.evidence],
        "role_facts": [codec.role_fact_to_dict(fact) for fact in story.role_facts],
        "edits": [codec.edit_to_dict(edit) for edit in story.edits],
        "unfit": [codec.edit_to_dict(edit) for edit in story.unfit],
        "refused": [codec.refusal_to_dict(refusal) for refusal in story.refused],
        "parts": [to_dict(part) for part in story.parts],
        "differences": [codec.difference_to_dict(difference) for difference in story.differences],
    }


def from_dict(data: Mapping[str, Any]) -> Timeline:
    """Read what `to_dict` wrote.

    Raises
    ------
    FormatError
        When `data` is no timeline, or one of a later version.
    """
    if not isinstance(data, Mapping) or data.get("format") != "timeline":
        raise FormatError('This is no timeline: the key "format" is not "timeline". Give what to_dict() returned.')
    if data.get("version") != VERSION:
        raise FormatError(f"Version {data.get('version')!r} of the format is not known; this library reads {VERSION}.")
    try:
        entities = tuple(codec.entity_from_dict(item) for item in data["entities"])
        times = tuple(codec.time_from_dict(item) for item in data["times"])
        return Timeline(
            documents=tuple(codec.document_from_dict(item) for item in data["documents"]),
            reference_date=parse_reference_date(data["reference_date"]),
            entities=entities,
            times=times,
            events=codec.events_from_dicts(data["events"], entities, times),
            relations=tuple(codec.relation_from_dict(item) for item in data["relations"]),
            evidence=tuple(codec.relation_from_dict(item) for item in data["evidence"]),
            role_facts=tuple(codec.role_fact_from_dict(item) for item in data["role_facts"]),
            edits=tuple(codec.edit_from_dict(item) for item in data.get("edits", ())),
            unfit=tuple(codec.edit_from_dict(item) for item in data.get("unfit", ())),
            refused=tuple(codec.refusal_from_dict(item) for item in data.get("refused", ())),
            parts=tuple(map(from_dict, data.get("parts", ()))),
            differences=tuple(codec.difference_from_dict(item) for item in data.get("differences", ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise FormatError(f"The timeline is damaged: {error!r}. schema() says what it should look like.") from error


def to_json(story: Timeline, path: str | Path | None = None) -> str:
    """Return a timeline as JSON text, and write it to `path` when one is given."""
    # Lone surrogates of a caller's text have no UTF-8 form, but JSON can escape them.
    text = json.dumps(to_dict(story), ensure_ascii=False, indent=1)
    if any("\ud800" <= char <= "\udfff" for char in text):
        text = json.dumps(to_dict(story), indent=1)
    if path is not None:
        Path(path).write_text(text, encoding="utf8")
    return text


def from_json(source: str | Path) -> Timeline:
    """Read JSON text, or the file at a path.

    Raises
    ------
    FormatError
        With line and column when it is not JSON.
    """
    is_path = isinstance(source, Path) or not source.lstrip().startswith("{")
    text = Path(source).read_text(encoding="utf8") if is_path else str(source)
    try:
        return from_dict(json.loads(text))
    except json.JSONDecodeError as error:
        raise FormatError(f"Not JSON: {error.msg} at line {error.lineno}, column {error.colno}.") from error


def schema() -> dict[str, Any]:
    """Return the JSON schema (draft 2020-12) of the format."""
    text = (files("timeline.formats") / "timeline.schema.json").read_text(encoding="utf8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
