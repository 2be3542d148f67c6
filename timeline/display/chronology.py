"""The picture for narrow paper: time from top to bottom, one event under the other, with its date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from timeline.display.dating import BOUNDED, TOLD, when_of
from timeline.display.disputes import Disputes, is_proposed
from timeline.display.glyphs import glyph, style
from timeline.display.layout import LINE, SIZE, label_of
from timeline.display.metrics import wrapped
from timeline.display.words import Words
from timeline.model.conflict import Conflict
from timeline.model.event import Event

_RAIL = 22.0  # pixels from the left
_TEXT = 42.0
_BETWEEN = 14.0
_RIGHT = 12.0


def chronology(
    events: Sequence[Event], words: Words, width: float, *, title: str | None, theme: str, disputes: Disputes
) -> str:
    """Return an SVG of events in the order given, the date of each over its headline."""
    y, parts, first = 20.0, [], 0.0
    if title:
        for line in wrapped(title, width - 2 * _RIGHT, 18, most=3):
            parts.append(f'<text class="title" x="{_RIGHT}" y="{y + 4:.1f}">{escape(line)}</text>')
            y += 22
        y += 8
    last = first = y
    for event in events:
        told, height = _entry(event, words, width, y, disputes.get(event.id, ()))
        parts.append(told)
        last, y = y, y + height + _BETWEEN
    rail = f'<line class="axis" x1="{_RAIL}" x2="{_RAIL}" y1="{first:.1f}" y2="{last:.1f}" opacity=".5"/>'
    if not events:
        parts.append(f'<text x="{_RIGHT}" y="{y:.1f}">{escape(words("no_events"))}</text>')
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="tl" role="img" '
            f"aria-label={quoteattr(title or words('timeline'))} "
            f'viewBox="0 0 {width:.0f} {y:.0f}" width="{width:.0f}" height="{y:.0f}">',
            f'<style>{style(theme)}</style><rect class="paper" width="{width:.0f}" height="{y:.0f}"/>',
            rail if len(events) > 1 else "",
            *parts,
            "</svg>",
        ]
    )


def _entry(event: Event, words: Words, width: float, y: float, against: Sequence[Conflict]) -> tuple[str, float]:
    date = wrapped(words.when(event), width - _TEXT - _RIGHT, SIZE * 0.95, most=2)
    label = wrapped(label_of(event, words, against), width - _TEXT - _RIGHT, SIZE, most=6)
    lines = [
        f'<text class="soft small" x="{_TEXT}" y="{y + 4 + LINE * n:.1f}">{escape(t)}</text>'
        for n, t in enumerate(date)
    ]
    below = y + 4 + LINE * len(date)
    lines += [f'<text x="{_TEXT}" y="{below + LINE * n:.1f}">{escape(t)}</text>' for n, t in enumerate(label)]
    mark = "".join(_mark(event, y))
    opening = f"<g class={quoteattr(event.factuality)} data-event={quoteattr(event.id)}>"
    return f"{opening}{mark}{''.join(lines)}</g>", LINE * (len(date) + len(label))


def _line(text: str, y: float, kind: str) -> str:
    return f'<text class="{kind}" x="{_TEXT}" y="{y:.1f}">{escape(text)}</text>'


def _mark(event: Event, y: float) -> Iterator[str]:
    when = when_of(event)
    if when is not None and when.basis == BOUNDED:
        yield f'<path class="bound" d="M{_RAIL - 5} {y - 7:.1f}h10m-5 0v14m-5 0h10"/>'
    if is_proposed(event):
        yield f'<circle class="ring" cx="{_RAIL}" cy="{y:.1f}" r="9"/>'
    yield glyph(event.factuality, _RAIL, y, full=when is not None and when.basis == TOLD, scale=0.9)
