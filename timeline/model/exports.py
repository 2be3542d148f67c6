"""A story in the formats of other programs, each a method of `Timeline` that imports its own file when called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pandas import DataFrame

    from timeline.model.timeline import Timeline


def to_dict(story: Timeline) -> dict[str, Any]:
    """Return plain dicts, lists, strings and numbers; `from_dict` reads them back equal.

    Returns
    -------
    dict
        Dates as ISO 8601, character offsets half-open.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> sorted(story.to_dict())[:3]
    ['differences', 'documents', 'edits']
    """
    from timeline.formats.json import to_dict

    return to_dict(story)


def from_dict(data: dict[str, Any]) -> Timeline:
    """Read what `to_dict` wrote.

    Parameters
    ----------
    data : mapping
        Plain data, as JSON holds it.

    Returns
    -------
    Timeline
        Equal to the one written.

    Raises
    ------
    FormatError
        When it is something else.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> timeline.Timeline.from_dict(story.to_dict()) == story
    True
    """
    from timeline.formats.json import from_dict

    return from_dict(data)


def to_json(story: Timeline, path: str | Path | None = None) -> str:
    """Return JSON text, and write it to `path` when one is given; `from_json` reads it back equal.

    Parameters
    ----------
    path : str or Path, optional
        Where to write it as well, UTF-8; an existing file is replaced.

    Returns
    -------
    str
        JSON.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> '"format": "timeline"' in story.to_json()
    True
    """
    from timeline.formats.json import to_json

    return to_json(story, path)


def from_json(source: str | Path) -> Timeline:
    """Read JSON text, or the file at a path.

    Parameters
    ----------
    source : str or Path
        JSON text, or a path.

    Returns
    -------
    Timeline
        Equal to the one written.

    Raises
    ------
    FormatError
        With line and column, when it is something else.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> timeline.Timeline.from_json(story.to_json()) == story
    True
    """
    from timeline.formats.json import from_json

    return from_json(source)


def to_networkx(story: Timeline, *, reduced: bool = True) -> MultiDiGraph[str]:
    """Return a directed multigraph of events, times and entities: `kind` on nodes and edges, only scalars.

    Parameters
    ----------
    reduced : bool
        Leave out relations that follow from others; False keeps all.

    Returns
    -------
    networkx.MultiDiGraph
        A new one, the caller's own.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> [node for node, kind in story.to_networkx().nodes(data="kind") if kind == "event"]
    ['e1']
    """
    from timeline.formats.networkx import to_networkx

    return to_networkx(story, reduced=reduced)


def to_pandas(story: Timeline) -> DataFrame:
    """Return a DataFrame, one row an event in time order; `timeline.formats.table.COLUMNS` describes its columns.

    Returns
    -------
    pandas.DataFrame
        A new one, the caller's own; times are naive.

    Raises
    ------
    MissingExtraError
        When pandas is not installed.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> story.to_pandas()[["order", "id", "factuality"]].to_dict("records")
    [{'order': 1, 'id': 'e1', 'factuality': 'factual'}]
    """
    from timeline.formats.pandas import to_pandas

    return to_pandas(story)


def to_csv(story: Timeline, path: str | Path | None = None) -> str:
    """Return the columns of `to_pandas` as CSV, and write it to `path` when one is given.

    Parameters
    ----------
    path : str or Path, optional
        Where to write it as well, UTF-8; an existing file is replaced.

    Returns
    -------
    str
        CSV with a line of names, values parted by commas.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> story.to_csv().splitlines()[1][:11]
    'e1,1,Anna B'
    """
    from timeline.formats.csv import to_csv

    return to_csv(story, path)


def to_timeml(
    story: Timeline, path: str | Path | None = None, *, document: str | None = None, tempeval: bool = False
) -> str:
    """Return TimeML 1.2.1, and write it to `path` when one is given; `from_timeml` reads it back.

    Parameters
    ----------
    path : str or Path, optional
    document : str, optional
        The id of the document to write, in a timeline of several.
    tempeval : bool
        Use the elements of TempEval-3 (``<TEXT>``, ``<DCT>``), which the DTD does not know.

    Returns
    -------
    str
        XML.

    Raises
    ------
    FormatError
        When no document, or one that is not here, is chosen of several.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> "<EVENT" in story.to_timeml()
    True
    """
    from timeline.formats.timeml import to_timeml

    return to_timeml(story, path, document=document, tempeval=tempeval)


def from_timeml(source: str | bytes | Path) -> Timeline:
    """Read TimeML of any tool, given itself or as the path of a file, and settle it into one consistent order.

    Parameters
    ----------
    source : str or Path
        XML text, or a path.

    Returns
    -------
    Timeline
        With the file's own ids.

    Raises
    ------
    FormatError
        With line and column, when it cannot be read.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.Timeline.from_timeml("<TimeML>She <EVENT eid='e1' class='OCCURRENCE'>left</EVENT>.</TimeML>")
    >>> story["e1"].trigger.start
    4
    """
    from timeline.formats.timeml import from_timeml

    return from_timeml(source)


def to_jsonld(story: Timeline, path: str | Path | None = None) -> str:
    """Return linked data (SEM, OWL-Time, schema.org, PROV) as JSON-LD, and write it to `path` when one is given.

    Parameters
    ----------
    path : str or Path, optional
        Where to write it as well, UTF-8; an existing file is replaced.

    Returns
    -------
    str
        JSON-LD.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> '"schema:Event"' in story.to_jsonld()
    True
    """
    from timeline.formats.jsonld import to_jsonld

    return to_jsonld(story, path)


def to_timelinejs(story: Timeline, path: str | Path | None = None, *, n: int = 10) -> str:
    """Return the `n` highlights as JSON for TimelineJS, and write it to `path` when one is given.

    Warns
    -----
    TimelineWarning
        When some of them have no date and were left out.

    Parameters
    ----------
    path : str or Path, optional
        Where to write it as well, UTF-8; an existing file is replaced.
    n : int, optional
        How many highlights.

    Returns
    -------
    str
        JSON.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> '"year": 2023' in story.to_timelinejs()
    True
    """
    from timeline.formats.timelinejs import to_timelinejs

    return to_timelinejs(story, path, n=n)


def to_icalendar(story: Timeline, path: str | Path | None = None) -> str:
    """Return an iCalendar of what is told to the day, and write it to `path` when one is given.

    Parameters
    ----------
    path : str or Path, optional
        Where to write it as well, UTF-8; an existing file is replaced.

    Returns
    -------
    str
        iCalendar, lines parted by CRLF; ends are exclusive.

    Raises
    ------
    MissingExtraError
        When icalendar is not installed.

    Warns
    -----
    TimelineWarning
        When events have no day; the calendar counts and names them in properties of its own.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> "DTSTART;VALUE=DATE:20231117" in story.to_icalendar()
    True
    """
    from timeline.formats.icalendar import to_icalendar

    return to_icalendar(story, path)


def to_mermaid(
    story: Timeline, path: str | Path | None = None, *, chart: str = "timeline", n: int | None = None
) -> str:
    """Return the main turns as a Mermaid diagram, and write it to `path` when one is given.

    Parameters
    ----------
    path : str or Path, optional
    chart : str
        ``"timeline"``, or ``"gantt"`` (dated events as bars).
    n : int, optional
        How many events at most, the most salient; as many as pictures label when not given.

    Returns
    -------
    str
        The diagram's source.

    Raises
    ------
    FormatError
        When there is no such chart.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> story.to_mermaid().splitlines()[:2]
    ['timeline', '    ven. 17 nov. 2023']
    """
    from timeline.formats.mermaid import to_mermaid

    return to_mermaid(story, path, chart=chart, n=n)


def to_graphml(story: Timeline, path: str | Path | None = None, *, reduced: bool = True) -> str:
    """Return the graph of `to_networkx` as GraphML, and write it to `path` when one is given.

    Parameters
    ----------
    path : str or Path, optional
        Where to write it as well, UTF-8; an existing file is replaced.
    reduced : bool, optional
        Leave out the edges that others entail.

    Returns
    -------
    str
        XML.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> "<graphml" in story.to_graphml()
    True
    """
    from timeline.formats.graphml import to_graphml

    return to_graphml(story, path, reduced=reduced)


def to_gexf(story: Timeline, path: str | Path | None = None, *, reduced: bool = True) -> str:
    """Return the graph of `to_networkx` as GEXF with intervals, for Gephi; write it to `path` when one is given.

    Parameters
    ----------
    path : str or Path, optional
        Where to write it as well, UTF-8; an existing file is replaced.
    reduced : bool, optional
        Leave out the edges that others entail.

    Returns
    -------
    str
        XML.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> "<gexf" in story.to_gexf()
    True
    """
    from timeline.formats.gexf import to_gexf

    return to_gexf(story, path, reduced=reduced)


def to_followthemoney(story: Timeline, path: str | Path | None = None) -> str:
    """Return entities of FollowTheMoney, one JSON object a line, and write them to `path` when one is given.

    Aleph and other tools of investigative desks read them.

    Parameters
    ----------
    path : str or Path, optional
        Where to write it as well, UTF-8; an existing file is replaced.

    Returns
    -------
    str
        JSON lines.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> len(story.to_followthemoney().splitlines())
    3
    """
    from timeline.formats.followthemoney import to_followthemoney

    return to_followthemoney(story, path)


def to_conll(story: Timeline, path: str | Path | None = None) -> str:
    r"""Return the texts as CoNLL-U Plus, one word a line, and write them to `path` when one is given.

    Parameters
    ----------
    path : str or Path, optional
        Where to write it as well, UTF-8; an existing file is replaced.

    Returns
    -------
    str
        CoNLL-U Plus.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> story.to_conll().splitlines()[4].split("\t")[:2]
    ['1', 'Anna']
    """
    from timeline.formats.conll import to_conll

    return to_conll(story, path)


def to_docbin(story: Timeline, path: str | Path | None = None) -> bytes:
    """Return a spaCy DocBin with the timeline in ``doc.spans``, and write it to `path` when one is given.

    Parameters
    ----------
    path : str or Path, optional
        Where to write it as well, UTF-8; an existing file is replaced.

    Returns
    -------
    bytes
        What ``DocBin.from_bytes`` reads.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> type(story.to_docbin())
    <class 'bytes'>
    """
    from timeline.formats.docbin import to_docbin

    return to_docbin(story, path)
