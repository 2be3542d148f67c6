"""JSON: the library's own format, exact both ways; `timeline/formats/timeline.schema.json` describes it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from timeline.errors import FormatError
from timeline.formats.given import given_text, loads
from timeline.formats.soundness import check
from timeline.model import codec
from timeline.model.codec import listed
from timeline.model.dates import parse_reference_date
from timeline.model.representation import quoted
from timeline.model.timeline import Timeline

VERSION = 1
# Halves of surrogate pairs in a caller's text have no UTF-8 form, but JSON can escape them: all but a second half right
# behind its first, since two escapes in a row are read as one character, and every offset behind them would move.
_HALF = re.compile("(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff]")
# What decoding damaged values raises.
DAMAGES = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError)


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
        told = quoted(repr(data.get("version")), 40)
        raise FormatError(f"Version {told} of the format is not known; this library reads {VERSION}.")
    try:
        story = _story(data)
        check(story)
    except DAMAGES as error:
        told = quoted(str(error) or type(error).__name__, 300)
        raise FormatError(
            f"The timeline is damaged: {told}. timeline.formats.json.schema() says what it should look like; "
            "read the text again with extract() to get a whole one."
        ) from error
    return story


def _story(data: Mapping[str, Any]) -> Timeline:
    entities = tuple(map(codec.entity_from_dict, listed(data["entities"])))
    times = tuple(map(codec.time_from_dict, listed(data["times"])))
    return Timeline(
        documents=tuple(map(codec.document_from_dict, listed(data["documents"]))),
        reference_date=parse_reference_date(data["reference_date"]),
        entities=entities,
        times=times,
        events=codec.events_from_dicts(listed(data["events"]), entities, times),
        relations=tuple(map(codec.relation_from_dict, listed(data["relations"]))),
        evidence=tuple(map(codec.relation_from_dict, listed(data["evidence"]))),
        role_facts=tuple(map(codec.role_fact_from_dict, listed(data["role_facts"]))),
        edits=tuple(map(codec.edit_from_dict, listed(data.get("edits", ())))),
        unfit=tuple(map(codec.edit_from_dict, listed(data.get("unfit", ())))),
        refused=tuple(map(codec.refusal_from_dict, listed(data.get("refused", ())))),
        parts=tuple(map(from_dict, listed(data.get("parts", ())))),
        differences=tuple(map(codec.difference_from_dict, listed(data.get("differences", ())))),
    )


def to_json(story: Timeline, path: str | Path | None = None) -> str:
    """Return a timeline as JSON text, and write it to `path` when one is given."""
    text = _HALF.sub(_escaped, json.dumps(to_dict(story), ensure_ascii=False, indent=1))
    if path is not None:
        Path(path).write_text(text, encoding="utf8", errors="surrogatepass")
    return text


def _escaped(half: re.Match[str]) -> str:
    return f"\\u{ord(half[0]):04x}"


def from_json(source: str | Path) -> Timeline:
    """Read JSON text, or the file at a path.

    Raises
    ------
    FormatError
        With line and column when it is not JSON; else with the place in it that cannot be.
    MissingInputError
        When there is no such file.
    """
    return from_dict(loads(given_text(source, "{", "JSON of a timeline")))


def schema() -> dict[str, Any]:
    """Return the JSON schema (draft 2020-12) of the format."""
    text = (files("timeline.formats") / "timeline.schema.json").read_text(encoding="utf8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
