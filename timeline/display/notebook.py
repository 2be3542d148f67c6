"""How a timeline shows itself in a notebook: static, escaped, nothing fetched."""

from __future__ import annotations

from html import escape

from timeline.display.options import Options
from timeline.display.svg import to_svg
from timeline.model.timeline import Timeline


def repr_html(story: Timeline) -> str:
    """Return the picture under one line of counts; wide or tall stories scroll.

    Parameters
    ----------
    story : Timeline

    Returns
    -------
    str
        HTML without scripts.
    """
    return (
        f"<div><p>{escape(repr(story).strip('<>'))}</p>"
        f'<div style="overflow:auto;max-height:44em">{to_svg(story, None, Options())}</div></div>'
    )
