"""The picture: time from left to right, a lane for each person who matters, each event on a mark of its own.

A time that the text tells is a full mark on a bar as long as that time; a likely one is hollow on a dashed bar; what
is only known to lie between two dates is a line with an end at each; what has no date stands in a strip of its own,
between its neighbours in the order. Where the axis leaves time out it is broken by a zigzag.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from timeline.display.axis import ticks_of
from timeline.display.chronology import chronology
from timeline.display.dating import BOUNDED, INFERRED, TOLD
from timeline.display.disputes import SIGN, Disputes, disputes_of, is_proposed
from timeline.display.glyphs import glyph, style
from timeline.display.layout import GLYPH, HEAD, LINE, SIZE, UNDATED, Lane, Layout, Mark, layout_of
from timeline.display.metrics import shortened, text_width, wrapped
from timeline.display.options import Options
from timeline.display.scale import BREAK, LINEAR, Part, TimeScale
from timeline.display.words import Words
from timeline.formats.characters import legal_xml
from timeline.formats.files import save
from timeline.model.event import FACTUALITIES, Event
from timeline.model.timeline import Timeline

GUTTER = 132  # pixels for the lanes' names
TOP = 48  # for the axis
TITLE = 34  # for a title
MARGIN = 16
NARROW = 560  # pixels below which time goes from top to bottom
_PADDING = 8
# A sample of an axis whose units become shorter.
_LOG_SAMPLE = '<path class="break" d="M-9 0H9M-9 -4v8M-6 -4v8M-2 -4v8M5 -4v8"/>'


def to_svg(story: Timeline, path: str | Path | None, options: Options) -> str:
    """Draw a story; see `Timeline.to_svg`."""
    told, words, count = options.told(story), options.words(story), options.count(options.told(story))
    if options.width < NARROW:
        chosen, disputes = told.highlights(count), disputes_of(told)
        drawn = chronology(chosen, words, options.width, title=options.title, theme=options.theme, disputes=disputes)
    else:
        layout = layout_for(told, words, width=options.width, n=count, shape=options.scale)
        drawn = draw(layout, words, title=options.title, theme=options.theme)
    return save(legal_xml(drawn), path)


def layout_for(
    story: Timeline,
    words: Words,
    *,
    width: float,
    n: int | None = None,
    shape: str = LINEAR,
    disputes: Disputes | None = None,
) -> Layout:
    """Lay a story out for a picture of a width, with room for lanes' names where there are any."""
    found = disputes_of(story) if disputes is None else disputes
    room = width - 2 * MARGIN
    layout = layout_of(story, words, width=room - GUTTER, n=n, shape=shape, disputes=found)
    return layout if layout.has_names else layout_of(story, words, width=room, n=n, shape=shape, disputes=found)


def draw(layout: Layout, words: Words, *, title: str | None = None, theme: str = "auto") -> str:
    """Return the SVG of a layout."""
    left = MARGIN + (GUTTER if layout.has_names else 0)
    top = TOP + (TITLE if title else 0)
    heights = [max(lane.height, LINE if lane.entity else 0.0) + 2 * _PADDING for lane in layout.lanes]
    tops = list(accumulate(heights, initial=float(top)))
    width = left + layout.width + MARGIN
    legend, below = _legend(layout, tops[-1], width, words)
    height = below + MARGIN / 2
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="tl" role="img" '
        f"aria-label={quoteattr(title or words('timeline'))} "
        f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}">',
        f"<style>{style(theme)}</style>",
        f'<rect class="paper" width="{width:.0f}" height="{height:.0f}"/>',
    ]
    if title:
        parts.append(
            f'<text class="title" x="{MARGIN}" y="27">{escape(shortened(title, width - 2 * MARGIN, 17))}</text>'
        )
    shades = [number % 2 == 0 and layout.has_names for number in range(len(layout.lanes))]
    for lane, above, tall, shaded in zip(layout.lanes, tops, heights, shades, strict=False):
        parts += _lane(lane, above, tall, width, words, shaded=shaded, named=layout.has_names)
    parts += _axis(layout, words, left, top, tops[-1])
    for lane, above, shaded in zip(layout.lanes, tops, shades, strict=False):
        parts.append('<g class="shaded">' if shaded else "<g>")
        parts += (_mark(mark, left, above + _PADDING, words) for mark in lane.marks)
        parts += (_dot(mark, left, above + _PADDING, words) for mark in lane.dots)
        parts.append("</g>")
    if not layout.lanes:
        parts.append(f'<text x="{MARGIN}" y="{top}">{escape(words("no_events"))}</text>')
    return legal_xml("".join([*parts, *legend, "</svg>"]))


def told(event: Event, words: Words) -> str:
    """Return all that a reader is told of an event in one line: when, what, its standing, its sentence."""
    sentence = " ".join(event.sentence.split())
    return f"{words.when(event)} · {event.label} · {words.factuality(event.factuality)} · « {sentence} »"


def zigzag(x: float, top: float, bottom: float) -> str:
    """Return a break of the axis: two jagged lines down the picture, with paper between them."""
    half, step = 4.0, 5.0
    teeth = max(int((bottom - top) / step), 2)
    right = "".join(f"L{x + half + (2 if tooth % 2 else -2):.1f} {top + tooth * step:.1f}" for tooth in range(1, teeth))
    left = "".join(
        f"L{x - half + (2 if tooth % 2 else -2):.1f} {top + tooth * step:.1f}" for tooth in reversed(range(1, teeth))
    )
    first, last = f"M{x + half:.1f} {top:.1f}{right}", f"M{x - half:.1f} {top + (teeth - 1) * step:.1f}{left}"
    return (
        f'<path class="gap" d="{first}L{last[1:]}Z"/><path class="break" d="{first}"/><path class="break" d="{last}"/>'
    )


def _lane(
    lane: Lane, top: float, tall: float, width: float, words: Words, *, shaded: bool, named: bool
) -> Iterator[str]:
    if shaded:
        yield f'<rect class="lane" y="{top:.0f}" width="{width:.0f}" height="{tall:.0f}"/>'
    if lane.is_strip:
        yield f'<line class="axis" x1="0" x2="{width:.0f}" y1="{top:.0f}" y2="{top:.0f}" opacity=".4"/>'
    name = words("undated") if lane.is_strip else lane.entity.name if lane.entity else words("nobody")
    kind = "name soft" if lane.is_strip or not lane.entity else "name"
    if not named:
        return
    lines = wrapped(name, GUTTER - MARGIN, SIZE * 1.08, most=2)  # bold is wider
    for number, line in enumerate(lines):
        yield f'<text class="{kind}" x="{MARGIN}" y="{top + _PADDING + 12 + LINE * number:.0f}">{escape(line)}</text>'


def _axis(layout: Layout, words: Words, left: float, top: float, bottom: float) -> Iterator[str]:
    if layout.scale is None:
        if layout.lanes:
            yield f'<text class="soft" x="{left}" y="{top - 12}">{escape(words("order"))} →</text>'
        return
    for tick in ticks_of(layout.scale, words.code):
        x = left + tick.at
        yield f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{top - 6}" y2="{bottom:.0f}"/>'
        yield f'<text class="soft small" x="{x:.1f}" y="{top - 11}">{escape(tick.label)}</text>' if tick.label else ""
        yield f'<text class="name" x="{x:.1f}" y="{top - 27}">{escape(tick.above)}</text>' if tick.above else ""
    for part in layout.scale.parts:
        ends = f'x1="{left + part.left:.1f}" x2="{left + part.right:.1f}"'
        yield f'<line class="axis" {ends} y1="{top - 6}" y2="{top - 6}"/>'
    for middle in layout.scale.breaks:
        # strong on the axis, faint where labels may cross it
        yield f'<g class="faint">{zigzag(left + middle, top, bottom)}</g>{zigzag(left + middle, top - 14, top + 2)}'
    here = _part_of(layout)
    if here is not None and layout.reference_date is not None:
        x = left + here(layout.reference_date)
        yield f'<line class="now" x1="{x:.1f}" x2="{x:.1f}" y1="{top - 6}" y2="{bottom:.0f}"/>'


def _mark(mark: Mark, left: float, top: float, words: Words) -> str:
    y = top + mark.top + GLYPH
    first = top + mark.top + HEAD + LINE * 0.75
    lines = "".join(
        f'<text x="{left + mark.text:.1f}" y="{first + LINE * number:.1f}">{escape(line)}</text>'
        for number, line in enumerate(mark.lines)
    )
    drawn = (*_when(mark, left, y), *_doubts(mark, left, y))
    return f"{_opening(mark, words)}{''.join(drawn)}{lines}</g>"


def _doubts(mark: Mark, left: float, y: float) -> Iterator[str]:
    """Yield a dotted way to each day that other documents give, and a ring where a proposal stands behind an event."""
    at = left + mark.at
    for other in mark.others:
        x = left + other
        yield f'<path class="bound open against" d="M{at:.1f} {y:.1f}H{x:.1f}M{x:.1f} {y - 5:.1f}v10"/>'
    if is_proposed(mark.event):
        yield f'<circle class="ring" cx="{at:.1f}" cy="{y:.1f}" r="9"/>'


def _when(mark: Mark, left: float, y: float) -> Iterator[str]:
    """Yield what is known of an event's time: its bar, the line between its bounds, or the way between neighbours."""
    first, last, at = left + mark.left, left + mark.right, left + mark.at
    factuality = mark.event.factuality
    if mark.basis in (TOLD, INFERRED):
        likely = " likely" if mark.basis == INFERRED else ""
        yield f'<line class="bar{likely}" x1="{first:.1f}" x2="{max(last, first + 1):.1f}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield glyph(factuality, at, y, full=mark.basis == TOLD)
    elif mark.basis == BOUNDED:
        last = max(last, first + 8)
        way = f"M{first:.1f} {y - 5:.1f}v10m0 -5H{last:.1f}m0 -5v10"
        yield f'<path class="bound" d="{way}"/>'
        yield glyph(factuality, (first + last) / 2, y, full=False, scale=0.6)
    else:
        if last - first > BREAK:
            yield f'<path class="bound open" d="M{first:.1f} {y:.1f}H{last:.1f}"/>'
        yield glyph(factuality, at, y, full=False, scale=0.8)


def _dot(mark: Mark, left: float, top: float, words: Words) -> str:
    dot = glyph(mark.event.factuality, left + mark.at, top + mark.top + 4, full=mark.basis == TOLD, scale=0.45)
    return f"{_opening(mark, words, 'dot ')}{dot}</g>"


def _opening(mark: Mark, words: Words, kind: str = "") -> str:
    name = quoteattr(f"{kind}{mark.event.factuality} {mark.basis}")
    title = escape(told(mark.event, words) if mark.lines else f"{words.when(mark.event)} · {mark.event.label}")
    return f"<g class={name} data-event={quoteattr(mark.event.id)}><title>{title}</title>"


def _legend(layout: Layout, bottom: float, width: float, words: Words) -> tuple[list[str], float]:
    """Return what the marks in use mean, in as many rows as that takes, and where they end."""
    x, y, parts = float(MARGIN), bottom + 24, []
    for picture, text, name in (items := [*_meanings(layout, words), *_not_drawn(layout, words)]):
        room = 26 + text_width(text, SIZE) + 18
        if x + room > width - MARGIN / 2 and x > MARGIN:
            x, y = float(MARGIN), y + 20
        parts.append(f'<g class="{name}" transform="translate({x + 9:.1f} {y - 4:.1f})">{picture}</g>')
        parts.append(f'<text class="soft small" x="{x + 26:.1f}" y="{y:.1f}">{escape(text)}</text>')
        x += room
    return parts, y if items else bottom


def _meanings(layout: Layout, words: Words) -> Iterator[tuple[str, str, str]]:
    """Yield a sample of each sign in use, what it means, and the class of its colour."""
    marks = [mark for lane in layout.lanes for mark in (*lane.marks, *lane.dots)]
    bases, standings = {mark.basis for mark in marks}, {mark.event.factuality for mark in marks}
    for basis in (TOLD, INFERRED, BOUNDED, UNDATED):
        if basis in bases:
            yield _sample(basis), words(basis), "factual"
    for name in FACTUALITIES:
        if name in standings and standings != {"factual"}:
            yield glyph(name, 0, 0), words.factuality(name), name
    if any(mark.is_disputed for mark in marks):
        yield f'<text class="against" text-anchor="middle" y="4">{SIGN}</text>', words("disputed"), ""
    if any(is_proposed(mark.event) for mark in marks):
        yield '<circle class="ring" r="8"/>', words("proposed"), ""
    if layout.scale is not None:
        yield from _meanings_of_axis(layout, layout.scale, words)


def _not_drawn(layout: Layout, words: Words) -> Iterator[tuple[str, str, str]]:
    """Yield how many events have no mark in the picture, where there are any."""
    if layout.left_out:
        yield "", words("not_drawn").format(events=words.counted(layout.left_out, "event")), ""


def _meanings_of_axis(layout: Layout, scale: TimeScale, words: Words) -> Iterator[tuple[str, str, str]]:
    if scale.breaks:
        yield zigzag(0, -8, 8), words("broken"), ""
    if scale.is_log:
        yield _LOG_SAMPLE, words("log"), ""
    if layout.reference_date is not None and _part_of(layout) is not None:
        now = '<line class="now" x1="0" x2="0" y1="-8" y2="8"/>'
        yield now, words("published").format(date=words.date(layout.reference_date)), ""


def _part_of(layout: Layout) -> Part | None:
    """Return the part of the axis that the reference date is in."""
    moment, parts = layout.reference_date, layout.scale.parts if layout.scale else ()
    return next((part for part in parts if moment and part.start <= moment < part.end), None)


def _sample(basis: str) -> str:
    if basis == BOUNDED:
        return f'<path class="bound" d="M-9 -5v10m0 -5H9m0 -5v10"/>{glyph("factual", 0, 0, full=False, scale=0.6)}'
    if basis == UNDATED:
        return f'<path class="bound open" d="M-9 0H9"/>{glyph("factual", -9, 0, full=False, scale=0.8)}'
    likely = " likely" if basis == INFERRED else ""
    return f'<line class="bar{likely}" x1="-8" x2="9" y1="0" y2="0"/>{glyph("factual", -8, 0, full=basis == TOLD)}'
