"""How values show themselves to who types their name: one line, never longer than a screen is wide."""

from __future__ import annotations

from datetime import datetime, timedelta

WIDTH = 120  # characters of a repr, at most
_QUOTED = 48  # characters of a text in it


def one_line(kind: str, *parts: object) -> str:
    """Return the repr of a value: its kind and what tells it from others, without what is empty.

    Examples
    --------
    >>> one_line("Entity", "x1", "", quoted("Anna  Berg"))
    "<Entity x1 'Anna Berg'>"
    """
    told = " ".join([kind, *(text for part in parts if (text := flat(str(part))))])
    return f"<{cut(told, WIDTH - 2)}>"


def quoted(text: str, width: int = _QUOTED) -> str:
    r"""Return a text in quotes on one line, cut where it is long.

    Examples
    --------
    >>> quoted("le conseil\nd'administration de la société", 25)
    '"le conseil d\'administrat…"'
    """
    return repr(cut(flat(text), width))


def cut(text: str, width: int) -> str:
    """Return a text of at most `width` characters, with an ellipsis where something is left out.

    Examples
    --------
    >>> cut("limogeage", 6)
    'limog…'
    """
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def flat(text: str) -> str:
    """Return a text on one line, blanks made one."""
    return " ".join(text.split())


def day(moment: datetime) -> str:
    """Return a moment as ISO 8601 text, with its hour only when that is not midnight.

    Examples
    --------
    >>> day(datetime(2023, 11, 20)), day(datetime(2023, 11, 20, 9, 30))
    ('2023-11-20', '2023-11-20T09:30')
    """
    return moment.isoformat(timespec="minutes") if moment.hour or moment.minute else f"{moment:%Y-%m-%d}"


def extent(start: datetime | None, end: datetime | None) -> str:
    """Return a half-open interval as its first and last day; a side that is not known is two dots.

    Examples
    --------
    >>> extent(datetime(2023, 11, 1), datetime(2023, 12, 1)), extent(None, None)
    ('2023-11-01/2023-11-30', '')
    """
    if start is None and end is None:
        return ""
    last = (end - timedelta(microseconds=1)).date().isoformat() if end else ".."
    first = day(start) if start else ".."
    return first if first == last else f"{first}/{last}"
