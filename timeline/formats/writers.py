"""The formats by the names that the command line knows."""

from __future__ import annotations

import importlib
from typing import NamedTuple

from timeline.errors import FormatError
from timeline.model.timeline import Timeline


class Writer(NamedTuple):
    """Where a format's function is (``module:name``), and the ending of its files."""

    function: str
    suffix: str


WRITERS = {
    "conll": Writer("timeline.formats.conll:to_conll", ".conllup"),
    "csv": Writer("timeline.formats.csv:to_csv", ".csv"),
    "followthemoney": Writer("timeline.formats.followthemoney:to_followthemoney", ".ftm.json"),
    "gexf": Writer("timeline.formats.gexf:to_gexf", ".gexf"),
    "graphml": Writer("timeline.formats.graphml:to_graphml", ".graphml"),
    "html": Writer("timeline.display.page:to_html", ".html"),
    "icalendar": Writer("timeline.formats.icalendar:to_icalendar", ".ics"),
    "json": Writer("timeline.formats.json:to_json", ".json"),
    "jsonld": Writer("timeline.formats.jsonld:to_jsonld", ".jsonld"),
    "mermaid": Writer("timeline.formats.mermaid:to_mermaid", ".mmd"),
    "networkx": Writer("timeline.formats.networkx:to_node_link", ".networkx.json"),
    "timelinejs": Writer("timeline.formats.timelinejs:to_timelinejs", ".timelinejs.json"),
    "timeml": Writer("timeline.formats.timeml:to_timeml", ".tml"),
}
"""The formats by name; their modules are imported when `write` needs them."""


def write(story: Timeline, name: str) -> str:
    """Return a timeline in the format with a name.

    Parameters
    ----------
    story : Timeline
    name : str
        A key of `WRITERS`.

    Raises
    ------
    FormatError
        When there is no such format.
    MissingExtraError
        When the format needs a package that is not installed.

    Examples
    --------
    >>> write(Timeline(), "csv").partition(",")[0]
    'id'
    """
    if name not in WRITERS:
        raise FormatError(f"No format is called {name!r}; there are {', '.join(WRITERS)}.")
    module, _, function = WRITERS[name].function.partition(":")
    text: str = getattr(importlib.import_module(module), function)(story)
    return text
