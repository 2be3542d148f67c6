"""How wide text is likely to be drawn, when nobody can ask the font.

Widths are those of a wide common sans-serif font, in parts of its size, so that what is laid out with them never needs
more room than it was given.
"""

from __future__ import annotations

from unicodedata import combining, east_asian_width

_NARROW = frozenset("iIjl|!.,:;'’‘`")
_SLIM = frozenset('frt()[]{}/-\\ \u00a0\u202f"“”«»')
_WIDE = frozenset("mwMW@%—…&")


def text_width(text: str, size: float) -> float:
    """Return the width of a text in pixels at a font size.

    Examples
    --------
    >>> text_width("ill", 12) < text_width("who", 12) < text_width("語語語", 12)
    True
    """
    return size * sum(map(_width, text))


def shortened(text: str, room: float, size: float) -> str:
    """Return as much of a text as the room holds, with an ellipsis where something is left out.

    Examples
    --------
    >>> shortened("A very long headline", 80, 12)
    'A very lon…'
    """
    text = " ".join(text.split())
    if text_width(text, size) <= room:
        return text
    room -= text_width("…", size)
    for end, char in enumerate(text):
        room -= size * _width(char)
        if room < 0:
            return text[:end].rstrip() + "…"
    return text


def _width(char: str) -> float:
    if char in _NARROW:
        return 0.34
    if char in _SLIM:
        return 0.43
    if char in _WIDE or east_asian_width(char) in "WF":
        return 1.0
    if combining(char):
        return 0.0
    return 0.76 if char.isupper() else 0.64


def wrapped(text: str, room: float, size: float, *, most: int = 4) -> tuple[str, ...]:
    """Return a text as lines that fit a width; what more than `most` lines would need ends in an ellipsis.

    Examples
    --------
    >>> wrapped("The board dismisses its director", 110, 12)
    ('The board', 'dismisses its', 'director')
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return tuple(shortened(line, room, size) for line in lines)
