"""Edits as JSON: what the page saves, and what `Timeline.replayed` applies."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from timeline.errors import FormatError
from timeline.formats.files import save
from timeline.formats.given import given_text, loads
from timeline.formats.json import DAMAGES
from timeline.formats.soundness import check
from timeline.model import codec
from timeline.model.edit import KINDS, Edit
from timeline.model.timeline import Timeline

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

    Parameters
    ----------
    source : str or Path
        JSON text, or the path of a file.

    Returns
    -------
    tuple of Edit
        Oldest first.

    Raises
    ------
    FormatError
        When it is not JSON, or holds no edits.

    Examples
    --------
    >>> read_edits('{"format": "timeline-edits", "version": 1, "edits": []}')
    ()
    """
    data = loads(given_text(source, "{", "JSON of edits"))
    if not isinstance(data, Mapping) or data.get("format") != FORMAT or data.get("version") != VERSION:
        raise FormatError(f'These are no edits: "format" is not "{FORMAT}", version {VERSION}.')
    try:
        edits = tuple(_edit(item) for item in codec.listed(data["edits"]))
        check(Timeline(edits=edits))
    except DAMAGES as error:
        raise FormatError(f"The edits are damaged: {error!r}. Save them from the page again.") from error
    return edits


def _edit(data: Mapping[str, Any]) -> Edit:
    edit = codec.edit_from_dict(data)
    if edit.kind not in KINDS:
        raise ValueError(f"no edit is called {edit.kind!r}; there are {', '.join(KINDS)}")
    return edit
