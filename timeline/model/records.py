"""A story as plain data and tables, each a method of `Timeline` that imports its own file when called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
