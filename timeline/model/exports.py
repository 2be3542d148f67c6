"""A story in the formats of other programs, each a method of `Timeline` that imports its own file when called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline


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
