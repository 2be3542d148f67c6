"""A story to look at, each view a method of `Timeline`: a picture, a page, a chart, and what notebooks show."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.model.event import Event

if TYPE_CHECKING:
    from altair import LayerChart

    from timeline.model.timeline import Timeline


def to_svg(
    story: Timeline,
    path: str | Path | None = None,
    *,
    n: int | None = None,
    title: str | None = None,
    width: int = 1000,
    theme: str = "auto",
    language: str | None = None,
    events: Iterable[Event] | None = None,
    scale: str = "linear",
) -> str:
    """Return a picture as SVG, and write it to `path` when one is given.

    Time goes from left to right, linear but for the breaks that are drawn, with a lane for each person who matters;
    in a picture narrower than 560 pixels from top to bottom.

    Parameters
    ----------
    path : str or Path, optional
    n : int, optional
        How many main turns get a label; the other events are dots.
    title : str, optional
    width : int
        Pixels.
    theme : str
        ``"light"``, ``"dark"``, or ``"auto"``: what the reader's system asks for.
    language : str, optional
        Of dates and words, when not the story's own.
    events : iterable of Event, optional
        The events to draw, of this story; all when not given.
    scale : str
        ``"linear"``, or ``"log"``: the further back, the less room, without breaks; the picture says so.

    Returns
    -------
    str
        SVG.

    Raises
    ------
    FormatError
        When there is no such theme or scale.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> story.to_svg(width=390, theme="light")[:4]
    '<svg'
    """
    from timeline.display.options import Options
    from timeline.display.svg import to_svg

    options = Options(n=n, title=title, width=width, theme=theme, language=language, events=events, scale=scale)
    return to_svg(story, path, options)


def to_html(
    story: Timeline,
    path: str | Path | None = None,
    *,
    n: int | None = None,
    title: str | None = None,
    theme: str = "auto",
    language: str | None = None,
    events: Iterable[Event] | None = None,
    scale: str = "linear",
) -> str:
    """Return one self-contained page, and write it to `path` when one is given.

    It has the picture, the chronology, the text, filters, roles, evidence, where documents disagree, and corrections
    that can be saved for `replayed`. The options are those of `to_svg`.

    Parameters
    ----------
    path : str or Path, optional
        Where to write it as well, UTF-8; an existing file is replaced.
    n, title, theme, language, events, scale : optional
        As in `to_svg`.

    Returns
    -------
    str
        HTML.

    Raises
    ------
    FormatError
        When there is no such theme or scale.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> story.to_html(title="Volta")[:15]
    '<!DOCTYPE html>'
    """
    from timeline.display.options import Options
    from timeline.display.page import to_html

    options = Options(n=n, title=title, theme=theme, language=language, events=events, scale=scale)
    return to_html(story, path, options)


def plot(
    story: Timeline,
    kind: str = "timeline",
    *,
    n: int | None = None,
    title: str | None = None,
    width: int = 900,
    theme: str = "light",
    language: str | None = None,
    events: Iterable[Event] | None = None,
    scale: str = "linear",
) -> LayerChart:
    """Return an altair chart; its ``save`` writes SVG and PNG without a browser or the network.

    Parameters
    ----------
    kind : str
        ``"timeline"`` (as `to_svg`, with tooltips, zoom, and selection by entity) or ``"graph"`` (the order of the
        main turns in layers).
    n, title, width, theme, language, events, scale
        As in `to_svg`; a chart's theme is ``"light"`` or ``"dark"``.

    Returns
    -------
    altair.LayerChart
        A new one, the caller's own.

    Raises
    ------
    FormatError
        When there is no such chart, theme or scale.
    MissingExtraError
        When altair is not installed.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> story.plot(title="Volta").to_dict()["title"]
    'Volta'
    """
    from timeline.display.options import Options
    from timeline.display.plot import plot

    options = Options(n=n, title=title, width=width, theme=theme, language=language, events=events, scale=scale)
    return plot(story, kind, options)


def repr_html(story: Timeline) -> str:
    """Return what a notebook shows."""
    from timeline.display.notebook import repr_html

    return repr_html(story)


def repr_mimebundle(
    story: Timeline, include: Collection[str] | None = None, exclude: Collection[str] | None = None
) -> dict[str, str]:
    """Return what a notebook may choose from, by media type."""
    bundle = {"text/plain": repr(story), "text/html": repr_html(story)}
    return {
        kind: content
        for kind, content in bundle.items()
        if (include is None or kind in include) and kind not in (exclude or ())
    }
