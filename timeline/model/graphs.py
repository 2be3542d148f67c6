"""A story as a graph, each form a method of `Timeline` that imports its own file when called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from timeline.model.timeline import Timeline


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
