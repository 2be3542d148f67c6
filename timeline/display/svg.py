"""The picture: time from left to right, a lane a person or organisation, each standing with a mark of its own.

Standing is told by shape as well as colour: a disc happened, a ring is reported, a dashed ring possible, a triangle to
come, a cross did not happen. A bar spans the bounds between which an event lies.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape, quoteattr

from timeline.display.layout import Lane, Layout, Mark, layout_of
from timeline.display.words import Words, words_of
from timeline.model.event import FACTUALITIES, Event
from timeline.model.timeline import Timeline

ROW = 22
GUTTER = 150  # pixels for the lanes' names
TOP = 46  # for the axis
BOTTOM = 40  # for the legend
MARGIN = 24
_PADDING = 9

_FONT = ".tl{font:12px system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}"
# Colours as pairs, on light and on dark paper. Written out into every rule, because programs that show SVG outside
# browsers know no CSS variables.
_PAPER = {"ink": ("#1c2330", "#e8ebf2"), "soft": ("#667085", "#9aa4b5"), "line": ("#d7dce5", "#3a4252")}
_PAPER |= {"paper": ("#ffffff", "#14181f"), "band": ("#f6f7fa", "#1b212b")}
_STANDINGS = {
    "factual": ("#1d4f91", "#7fb0ff"),
    "reported": ("#7a4d9f", "#c9a2f2"),
    "possible": ("#9a5b00", "#f0b45a"),
    "future": ("#0a7560", "#4fd0b4"),
    "negated": ("#b3261e", "#ff8a80"),
    "counterfactual": ("#8a2f5d", "#f19cc4"),
}
_RULES = (
    ".tl text{fill:$ink}.tl .soft{fill:$soft}.tl .grid{stroke:$line}.tl .lane{fill:$band}.tl .paper{fill:$paper}"
    ".tl .name{font-weight:600}.tl .bar{stroke-width:5;stroke-linecap:round;opacity:.28}"
    ".tl .mark{fill:none;stroke-width:2}.tl .dashed{stroke-dasharray:2.4 2}"
    ".tl .struck text{text-decoration:line-through}"
)


def style() -> str:
    """Return the picture's style sheet, for light and for dark paper.

    Examples
    --------
    >>> "prefers-color-scheme:dark" in style()
    True
    """
    light, dark = (_rules(column) for column in (0, 1))
    return f"{_FONT}{light}@media (prefers-color-scheme:dark){{{dark}}}"


def _rules(column: int) -> str:
    standings = "".join(
        f".tl .{name} .bar,.tl .{name} .mark{{stroke:{colours[column]}}}.tl .{name} .full{{fill:{colours[column]}}}"
        for name, colours in _STANDINGS.items()
    )
    return Template(_RULES).substitute({name: colours[column] for name, colours in _PAPER.items()}) + standings


def to_svg(story: Timeline, path: str | Path | None = None) -> str:
    """Draw a story.

    Parameters
    ----------
    story : Timeline
    path : str or Path, optional
        Where to write the picture too.

    Returns
    -------
    str
        A whole SVG document, with its style inside and nothing fetched.
    """
    picture = draw(layout_of(story), words_of(story))
    if path is not None:
        Path(path).write_text(picture, encoding="utf8")
    return picture


def draw(layout: Layout, words: Words) -> str:
    """Return the SVG of a layout."""
    heights = [lane.rows * ROW + 2 * _PADDING for lane in layout.lanes]
    width, height = GUTTER + layout.width + 2 * MARGIN, TOP + sum(heights) + BOTTOM
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="tl" role="img" aria-label={quoteattr(words("timeline"))} '
        f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}">',
        f"<style>{style()}</style>",
        f'<rect class="paper" width="{width:.0f}" height="{height:.0f}"/>',
    ]
    top = float(TOP)
    for number, (lane, tall) in enumerate(zip(layout.lanes, heights, strict=True)):
        parts += _lane(lane, top, tall, width, words, shaded=number % 2 == 0)
        top += tall
    parts += _axis(layout, words, top)
    top = float(TOP)
    for lane, tall in zip(layout.lanes, heights, strict=True):
        parts += (_mark(mark, top, layout.width, words) for mark in lane.marks)
        top += tall
    if not layout.lanes:
        parts.append(f'<text x="{MARGIN}" y="{TOP}">{escape(words("no_events"))}</text>')
    parts += _legend(layout, top + 26, words)
    return "".join([*parts, "</svg>"])


def glyph(factuality: str, x: float, y: float) -> str:
    """Return the mark of a standing, centred on a point."""
    at = f'cx="{x:.1f}" cy="{y:.1f}"'
    if factuality == "factual":
        return f'<circle class="mark full" {at} r="5"/>'
    if factuality == "reported":
        return f'<circle class="mark" {at} r="5"/><circle class="mark full" {at} r="1.2"/>'
    if factuality == "possible":
        return f'<circle class="mark dashed" {at} r="5"/>'
    if factuality == "future":
        return f'<path class="mark" d="M{x - 4:.1f} {y - 5:.1f}L{x + 6:.1f} {y:.1f}L{x - 4:.1f} {y + 5:.1f}Z"/>'
    cross = f'<path class="mark" d="M{x - 4:.1f} {y - 4:.1f}l8 8m0 -8l-8 8"/>'
    box = f'<rect class="mark dashed" x="{x - 6:.1f}" y="{y - 6:.1f}" width="12" height="12"/>'
    return cross if factuality == "negated" else cross + box


def told(event: Event, words: Words) -> str:
    """Return all that a reader is told of an event in one line: when, what, its standing, its sentence."""
    sentence = " ".join(event.sentence.split())
    return f"{words.when(event)} · {event.label} · {words.factuality(event.factuality)} · « {sentence} »"


def _lane(lane: Lane, top: float, tall: float, width: float, words: Words, *, shaded: bool) -> Iterator[str]:
    if shaded:
        yield f'<rect class="lane" y="{top:.0f}" width="{width:.0f}" height="{tall:.0f}"/>'
    name = lane.entity.name if lane.entity else words("nobody")
    shown = name if len(name) <= 22 else name[:21] + "…"
    yield f'<text class="name" x="{MARGIN / 2}" y="{top + _PADDING + 15:.0f}">{escape(shown)}</text>'


def _axis(layout: Layout, words: Words, bottom: float) -> Iterator[str]:
    years: set[int] = set()
    for tick in layout.ticks:
        if tick.moment is not None:
            x = GUTTER + MARGIN + tick.at
            label = words.date(tick.moment, with_year=False)
            yield f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 6}" y2="{bottom:.0f}"/>'
            yield f'<text class="soft" x="{x:.1f}" y="{TOP - 12}">{escape(label)}</text>'
            if tick.moment.year not in years:
                years.add(tick.moment.year)
                yield f'<text class="name" x="{x:.1f}" y="{TOP - 27}">{tick.moment.year}</text>'


def _mark(mark: Mark, top: float, width: float, words: Words) -> str:
    event = mark.event
    x, y = GUTTER + MARGIN + mark.left, top + _PADDING + mark.row * ROW + ROW / 2
    title = f"<title>{escape(told(event, words))}</title>"
    struck = " struck" if event.factuality in ("negated", "counterfactual") else ""
    opening = f'<g class="{event.factuality}{struck}" data-event={quoteattr(event.id)}>{title}'
    if not mark.label:
        return f'{opening}<line class="mark" x1="{x:.1f}" x2="{x:.1f}" y1="{top + 2:.0f}" y2="{top + 8:.0f}"/></g>'
    end = x + max(mark.right - mark.left - 3, 0)
    bar = f'<line class="bar" x1="{x:.1f}" x2="{end:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>' if end > x else ""
    label_at = min(x + 10, GUTTER + MARGIN + width - len(mark.label) * 6.3)
    label = f'<text x="{label_at:.1f}" y="{y + 4:.1f}">{escape(mark.label)}</text>'
    return f"{opening}{bar}{glyph(event.factuality, x, y)}{label}</g>"


def _legend(layout: Layout, y: float, words: Words) -> Iterator[str]:
    used = {mark.event.factuality for lane in layout.lanes for mark in lane.marks}
    places = count(GUTTER + MARGIN, 130)
    for name in (name for name in FACTUALITIES if name in used):
        x = next(places)
        text = f'<text class="soft" x="{x + 12:.1f}" y="{y + 4:.1f}">{escape(words.factuality(name))}</text>'
        yield f'<g class="{name}">{glyph(name, x, y)}{text}</g>'
