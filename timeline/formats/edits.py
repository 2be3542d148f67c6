"""Edits as JSON: what the page saves, and what `Timeline.replayed` applies."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from timeline.errors import FormatError
from timeline.formats.files import save
from timeline.model import codec
from timeline.model.edit import KINDS, Edit

FORMAT = "timeline-edits"
VERSION = 1


def edits_to_json(edits: Iterable[Edit], path: str | Path | None = None) -> str:
    """Return edits as JSON text, and write it to `path` when one is given; `read_edits` reads it back equal.

    Examples
    --------
    >>> read_edits(edits_to_json(()))
    ()
    """
    data = {"format": FORMAT, "version": VERSION, "edits": [codec.edit_to_dict(edit) for edit in edits]}
    return save(json.dumps(data, ensure_ascii=False, indent=1), path)


def read_edits(source: str | Path) -> tuple[Edit, ...]:
    """Read edits from JSON text, or from a file that the page saved.

    Raises
    ------
    FormatError
        When it is not JSON, or holds no edits.
    """
    is_path = isinstance(source, Path) or not source.lstrip().startswith("{")
    text = Path(source).read_text(encoding="utf8") if is_path else str(source)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise FormatError(f"Not JSON: {error.msg} at line {error.lineno}, column {error.colno}.") from error
    if not isinstance(data, Mapping) or data.get("format") != FORMAT or data.get("version") != VERSION:
        raise FormatError(f'These are no edits: "format" is not "{FORMAT}", version {VERSION}.')
    try:
        return tuple(_edit(item) for item in data["edits"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise FormatError(f"The edits are damaged: {error!r}.") from error


def _edit(data: Mapping[str, Any]) -> Edit:
    edit = codec.edit_from_dict(data)
    if edit.kind not in KINDS:
        raise ValueError(f"no edit is called {edit.kind!r}; there are {', '.join(KINDS)}")
    return edit
