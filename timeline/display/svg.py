"""The picture: time from left to right, a lane a person or organisation, each standing with a mark of its own.

Standing is told by shape as well as colour: a disc happened, a ring with a point is reported, a dashed ring possible, a
triangle to come, a cross did not happen. Under the label of an event with a time lies a solid bar, as long as that
time; under that of an event without one a thin line between its bounds, dotted and endless where a bound is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape, quoteattr

from timeline.display.axis import ticks_of
from timeline.display.layout import GLYPH, RIGHT, SIZE, Lane, Layout, Mark, is_dated, layout_of
from timeline.display.metrics import shortened, text_width
from timeline.display.words import Words, words_of
from timeline.formats.characters import legal_xml
from timeline.formats.files import save
from timeline.model.event import FACTUALITIES, Event
from timeline.model.timeline import Timeline

ROW = 27
DOTS = 9  # pixels a row of dots
GUTTER = 170  # pixels for the lanes' names
TOP = 52  # for the axis
BOTTOM = 62  # for the reference date and the legend
MARGIN = 16
_PADDING = 7
_LEFT = GUTTER + MARGIN  # where the axis begins

_FONT = ".tl{font:12px Helvetica,Arial,'Liberation Sans','DejaVu Sans',sans-serif}"
# Colours as pairs, on light and on dark paper. Written out into every rule, because programs that show SVG outside
# browsers know no CSS variables.
_PAPER = {"ink": ("#1c2330", "#e8ebf2"), "soft": ("#586174", "#a3adbd"), "line": ("#d7dce5", "#3a4252")}
_PAPER |= {"paper": ("#ffffff", "#14181f"), "band": ("#f4f6fa", "#1b212b")}
STANDINGS = {
    "factual": ("#1d4f91", "#7fb0ff"),
    "reported": ("#7a4d9f", "#c9a2f2"),
    "possible": ("#9a5b00", "#f0b45a"),
    "future": ("#0a7560", "#4fd0b4"),
    "negated": ("#b3261e", "#ff8a80"),
    "counterfactual": ("#8a2f5d", "#f19cc4"),
}
_RULES = (
    ".tl text{fill:$ink}.tl .soft{fill:$soft}.tl .grid{stroke:$line}.tl .lane{fill:$band}.tl .paper{fill:$paper}"
    ".tl .now{stroke:$soft;stroke-dasharray:4 3}.tl .name{font-weight:600}"
    ".tl .bar{stroke-width:4;stroke-linecap:round;opacity:.55}.tl .span{stroke-width:1.2}"
    ".tl .dotted{stroke-dasharray:1.5 3.5}"
    ".tl .mark{fill:none;stroke-width:2}.tl .dashed{stroke-dasharray:2.4 2}"
    ".tl .dot .mark{stroke-width:1.3}.tl .dot .dashed{stroke-dasharray:1.3 1.1}"
    ".tl .label{paint-order:stroke;stroke:$paper;stroke-width:3;stroke-linejoin:round}.tl .shaded .label{stroke:$band}"
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
        f".tl .{name} .bar,.tl .{name} .span,.tl .{name} .mark{{stroke:{colours[column]}}}"
        f".tl .{name} .full{{fill:{colours[column]}}}"
        for name, colours in STANDINGS.items()
    )
    return Template(_RULES).substitute({name: colours[column] for name, colours in _PAPER.items()}) + standings


def to_svg(story: Timeline, path: str | Path | None = None, *, labelled: int | None = None) -> str:
    """Draw a story.

    Parameters
    ----------
    story : Timeline
    path : str or Path, optional
        Where to write the picture too.
    labelled : int, optional
        How many of the most salient events get a label; the others are dots.

    Returns
    -------
    str
        A whole SVG document, with its style inside and nothing fetched.
    """
    return save(draw(layout_of(story, labelled=labelled), words_of(story)), path)


def draw(layout: Layout, words: Words) -> str:
    """Return the SVG of a layout."""
    heights = [lane.rows * ROW + lane.dot_rows * DOTS + 2 * _PADDING for lane in layout.lanes]
    tops = list(accumulate(heights, initial=TOP))
    width, height = _LEFT + layout.width + RIGHT + MARGIN, tops[-1] + BOTTOM
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="tl" role="img" aria-label={quoteattr(words("timeline"))} '
        f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}">',
        f"<style>{style()}</style>",
        f'<rect class="paper" width="{width:.0f}" height="{height:.0f}"/>',
    ]
    for number, (lane, top, tall) in enumerate(zip(layout.lanes, tops, heights, strict=False)):
        parts += _lane(lane, top, tall, width, words, shaded=number % 2 == 0)
    parts += _axis(layout, words, tops[-1])
    for number, (lane, top) in enumerate(zip(layout.lanes, tops, strict=False)):
        parts.append('<g class="shaded">' if number % 2 == 0 else "<g>")
        parts += (_mark(mark, top + _PADDING + mark.row * ROW, words) for mark in lane.marks)
        parts += (_dot(mark, top + _PADDING + lane.rows * ROW + mark.row * DOTS, words) for mark in lane.dots)
        parts.append("</g>")
    if not layout.lanes:
        parts.append(f'<text x="{MARGIN}" y="{TOP}">{escape(words("no_events"))}</text>')
    parts += _legend(layout, tops[-1] + 44, words)
    return legal_xml("".join([*parts, "</svg>"]))


def glyph(factuality: str, x: float, y: float, *, scale: float = 1.0) -> str:
    """Return the mark of a standing, centred on a point."""
    at, size = f'cx="{x:.1f}" cy="{y:.1f}"', 5 * scale
    if factuality == "factual":
        return f'<circle class="mark full" {at} r="{size:g}"/>'
    if factuality == "reported":
        return f'<circle class="mark" {at} r="{size:g}"/><circle class="mark full" {at} r="{size / 4:g}"/>'
    if factuality == "possible":
        return f'<circle class="mark dashed" {at} r="{size:g}"/>'
    if factuality == "future":
        tip, back = f"{x + 1.2 * size:.1f} {y:.1f}", x - 0.8 * size
        return f'<path class="mark" d="M{back:.1f} {y - size:.1f}L{tip}L{back:.1f} {y + size:.1f}Z"/>'
    arm, across = 0.8 * size, 1.6 * size
    corner = f"{x - arm:.1f} {y - arm:.1f}"
    cross = f'<path class="mark" d="M{corner}l{across:g} {across:g}m0 {-across:g}l{-across:g} {across:g}"/>'
    if factuality == "negated":
        return cross
    half, side = 1.2 * size, 2.4 * size
    box = f'<rect class="mark dashed" x="{x - half:.1f}" y="{y - half:.1f}" width="{side:g}" height="{side:g}"/>'
    return cross + box


def told(event: Event, words: Words) -> str:
    """Return all that a reader is told of an event in one line: when, what, its standing, its sentence."""
    sentence = " ".join(event.sentence.split())
    return f"{words.when(event)} · {event.label} · {words.factuality(event.factuality)} · « {sentence} »"


def _lane(lane: Lane, top: float, tall: float, width: float, words: Words, *, shaded: bool) -> Iterator[str]:
    if shaded:
        yield f'<rect class="lane" y="{top:.0f}" width="{width:.0f}" height="{tall:.0f}"/>'
    name = lane.entity.name if lane.entity else words("nobody")
    shown = shortened(name, GUTTER - MARGIN, SIZE * 1.08)  # bold is wider
    title = f"<title>{escape(name)}</title>"
    yield f'<text class="name" x="{MARGIN}" y="{top + _PADDING + 13:.0f}">{escape(shown)}{title}</text>'


def _axis(layout: Layout, words: Words, bottom: float) -> Iterator[str]:
    if layout.scale is None:
        if layout.lanes:
            yield f'<text class="soft" x="{_LEFT}" y="{TOP - 12}">{escape(words("order"))} →</text>'
        return
    for tick in ticks_of(layout.scale, layout.width, words):
        x = _LEFT + tick.at
        yield f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 6}" y2="{bottom:.0f}"/>'
        yield f'<text class="soft" x="{x:.1f}" y="{TOP - 12}">{escape(tick.label)}</text>'
        yield f'<text class="name" x="{x:.1f}" y="{TOP - 29}">{tick.year}</text>' if tick.year else ""
    moment = layout.reference_date
    if moment is not None and layout.scale.boundaries[0] <= moment <= layout.scale.boundaries[-1]:
        x = _LEFT + layout.scale(moment) * layout.width
        label = words("published").format(date=words.date(moment, with_year=False))
        x_label = min(x, _LEFT + layout.width + RIGHT - text_width(label, SIZE))
        yield f'<line class="now" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{bottom + 6:.0f}"/>'
        yield f'<text class="soft" x="{x_label:.1f}" y="{bottom + 18:.0f}">{escape(label)}</text>'


def _mark(mark: Mark, top: float, words: Words) -> str:
    event, place = mark.event, mark.place
    x, y = _LEFT + place.at, top + 9
    anchor = f'x="{x - GLYPH:.1f}" text-anchor="end"' if mark.before else f'x="{x + GLYPH:.1f}"'
    label = f'<text class="label" {anchor} y="{y + 4:.1f}">{escape(mark.label)}</text>'
    return f"{_opening(event, words)}{''.join(_bar(mark, y + 11))}{glyph(event.factuality, x, y)}{label}</g>"


def _bar(mark: Mark, y: float) -> Iterator[str]:
    """Yield what lies under a label: how long an event was, or between which bounds it lies."""
    event, left, right = mark.event, _LEFT + mark.place.left, _LEFT + mark.place.right
    if right <= left:
        return
    if is_dated(event):
        yield f'<line class="bar" x1="{left + 2:.1f}" x2="{max(right - 3, left + 3):.1f}" y1="{y:.1f}" y2="{y:.1f}"/>'
        return
    middle = _LEFT + mark.place.at
    for start, end, bound in ((left, middle, event.earliest), (right, middle, event.latest)):
        loose = "" if bound else " dotted"
        yield f'<line class="span{loose}" x1="{start:.1f}" x2="{end:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>'
        if bound:
            yield f'<line class="span" x1="{start:.1f}" x2="{start:.1f}" y1="{y - 4:.1f}" y2="{y + 4:.1f}"/>'
    yield f'<line class="span" x1="{middle:.1f}" x2="{middle:.1f}" y1="{y - 4:.1f}" y2="{y:.1f}"/>'


def _dot(mark: Mark, top: float, words: Words) -> str:
    small = glyph(mark.event.factuality, _LEFT + mark.place.at, top + 4, scale=0.55)
    return f'{_opening(mark.event, words)}<g class="dot">{small}</g></g>'


def _opening(event: Event, words: Words) -> str:
    title = escape(told(event, words))
    return f"<g class={quoteattr(event.factuality)} data-event={quoteattr(event.id)}><title>{title}</title>"


def _legend(layout: Layout, y: float, words: Words) -> Iterator[str]:
    used = {mark.event.factuality for lane in layout.lanes for mark in (*lane.marks, *lane.dots)}
    x = float(_LEFT)
    for name in (name for name in FACTUALITIES if name in used):
        word = words.factuality(name)
        text = f'<text class="soft" x="{x + GLYPH:.1f}" y="{y + 4:.1f}">{escape(word)}</text>'
        yield f'<g class="{name}">{glyph(name, x, y)}{text}</g>'
        x += GLYPH + text_width(word, SIZE) + 24
