"""Marks of events, and the style sheet of pictures.

A mark's shape and colour tell what the text says of an event; whether it is full tells what its time rests on: a time
that the text tells is full, one that is only likely is hollow. What did not happen is a cross.
"""

from __future__ import annotations

from string import Template

THEMES = ("auto", "light", "dark")

# Colours as pairs, on light and on dark paper. Written out into every rule, because programs that show SVG outside
# browsers know no CSS variables.
PAPER = {"ink": ("#1c2330", "#e8ebf2"), "soft": ("#586174", "#a3adbd"), "line": ("#d7dce5", "#3a4252")}
PAPER |= {"paper": ("#ffffff", "#14181f"), "band": ("#f4f6fa", "#1b212b")}
STANDINGS = {
    "factual": ("#1d4f91", "#7fb0ff"),
    "reported": ("#7a4d9f", "#c9a2f2"),
    "possible": ("#9a5b00", "#f0b45a"),
    "future": ("#0a7560", "#4fd0b4"),
    "negated": ("#b3261e", "#ff8a80"),
    "counterfactual": ("#8a2f5d", "#f19cc4"),
}
_FONT = ".tl{font:12.5px system-ui,Helvetica,Arial,'Liberation Sans','DejaVu Sans',sans-serif}"
_RULES = (
    ".tl text{fill:$ink}.tl .soft{fill:$soft}.tl .small{font-size:11.5px}.tl .grid{stroke:$line}"
    ".tl .lane{fill:$band}.tl .paper{fill:$paper}.tl .now{stroke:$soft;stroke-dasharray:4 3}"
    ".tl .break{fill:none;stroke:$soft;stroke-width:1.2}.tl .gap{fill:$paper}.tl .faint{stroke-opacity:.3}"
    ".tl .name{font-weight:600}.tl .title{font-size:17px;font-weight:700}.tl .axis{stroke:$soft}"
    ".tl .bar{stroke-width:5;opacity:.45}.tl .likely{stroke-dasharray:4 3}.tl .bound{fill:none;stroke-width:1.4}"
    ".tl .open{stroke-dasharray:1.5 3.5}.tl .mark{fill:$paper;stroke-width:1.8;stroke-linejoin:round}"
    ".tl .shaded .mark{fill:$band}"
    # words that cross a line or a break stay legible
    ".tl g text{paint-order:stroke;stroke:$paper;stroke-width:3px;stroke-linejoin:round}.tl .shaded text{stroke:$band}"
    ".tl .ring{fill:none;stroke:$soft;stroke-dasharray:2 2}.tl text.against{font-weight:700}"
)


def style(theme: str = "auto") -> str:
    """Return the pictures' style sheet, for light paper, for dark paper, or for what the reader's system asks for.

    Examples
    --------
    >>> "prefers-color-scheme:dark" in style(), "prefers-color-scheme" in style("dark")
    (True, False)
    """
    light, dark = (_rules(column) for column in (0, 1))
    if theme == "auto":
        return f"{_FONT}{light}@media (prefers-color-scheme:dark){{{dark}}}"
    return f"{_FONT}{dark if theme == 'dark' else light}"


def _rules(column: int) -> str:
    standings = "".join(
        f".tl .{name} .bar,.tl .{name} .bound,.tl .{name} .mark{{stroke:{colours[column]}}}"
        f".tl .{name} .full,.tl .shaded .{name} .full{{fill:{colours[column]}}}"
        for name, colours in STANDINGS.items()
    )
    return Template(_RULES).substitute({name: colours[column] for name, colours in PAPER.items()}) + standings


def glyph(factuality: str, x: float, y: float, *, full: bool = True, scale: float = 1.0) -> str:
    """Return the mark of a standing, centred on a point.

    Examples
    --------
    >>> glyph("factual", 0, 0, full=False)
    '<circle class="mark" cx="0.0" cy="0.0" r="5"/>'
    """
    size, kind = 5 * scale, "mark full" if full else "mark"
    if factuality == "factual":
        return f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{size:g}"/>'
    if factuality == "reported":
        side = 0.9 * size
        return _path(kind, f"M{x - side:.1f} {y - side:.1f}h{2 * side:g}v{2 * side:g}h{-2 * side:g}Z")
    if factuality == "possible":
        arm = 1.25 * size
        return _path(kind, f"M{x - arm:.1f} {y:.1f}l{arm:g} {-arm:g}l{arm:g} {arm:g}l{-arm:g} {arm:g}Z")
    if factuality == "future":
        back = x - 0.8 * size
        return _path(kind, f"M{back:.1f} {y - size:.1f}L{x + 1.2 * size:.1f} {y:.1f}L{back:.1f} {y + size:.1f}Z")
    arm, across = 0.8 * size, 1.6 * size
    cross = f"M{x - arm:.1f} {y - arm:.1f}l{across:g} {across:g}m0 {-across:g}l{-across:g} {across:g}"
    if factuality == "negated":
        return _path("mark", cross)
    half, side = 1.2 * size, 2.4 * size
    return _path("mark", f"M{x - half:.1f} {y - half:.1f}h{side:g}v{side:g}h{-side:g}Z{cross}")


def _path(kind: str, way: str) -> str:
    return f'<path class="{kind}" d="{way}"/>'
