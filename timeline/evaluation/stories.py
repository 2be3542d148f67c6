"""Reader of told stories: what a careful reader took from an article, ``NAME.gold.json`` beside ``NAME.txt``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from timeline.errors import CorpusError, FormatError

SUFFIX = ".gold.json"
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Window:
    """A half-open interval, open to a side where that is None."""

    start: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEvent:
    """One event as the reader tells it.

    Attributes
    ----------
    id : str
    spans : tuple of (int, int)
        Half-open character offsets of every mention.
    headline : str
    window : Window or None
        The smallest that the text supports.
    bounds : Window
        Limits without a date.
    did, to : tuple of str
        Who did it, and whom it befell; alternatives by ``|``.
    factualities : frozenset of str
        Those that are right.
    top : bool
        Whether it is one of the main turns.
    """

    id: str
    spans: tuple[Span, ...]
    headline: str = ""
    window: Window | None = None
    bounds: Window = Window()
    did: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    factualities: frozenset[str] = frozenset()
    top: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRole:
    """Who held an office; alternatives of names by ``|``."""

    person: str
    role: str
    organisation: str = ""
    status: str = "current"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStory:
    """An article and what the reader took from it; `order` holds pairs of ids, the first strictly before the second."""

    id: str
    text: str
    lang: str
    date: str | None = None
    events: tuple[ToldEvent, ...] = ()
    order: tuple[tuple[str, str], ...] = ()
    roles: tuple[ToldRole, ...] = ()


def read_stories(folder: str | Path, *, every: int = 1, offset: int = 0, only: str = "*") -> list[ToldStory]:
    """Read the told stories of a folder, by name; `every`, `offset` and `only` as in `read_corpus`.

    Raises
    ------
    CorpusError
        When there is none, or none in the part asked for.
    FormatError
        When a file is not as it should be.
    """
    paths = sorted(Path(folder).glob(f"*{SUFFIX}"))
    chosen = [path for path in paths[offset::every] if fnmatch(_name(path), only)]
    if not chosen:
        raise CorpusError(f"None of the {len(paths)} files *{SUFFIX} in {folder} is in the part asked for.")
    return [read_story(path) for path in chosen]


def read_story(path: str | Path) -> ToldStory:
    """Read one told story and the text beside it.

    Raises
    ------
    FormatError
        When the text is missing, the file is no JSON or lacks a key, or a quote does not stand in the text.
    """
    path = Path(path)
    source = path.with_name(f"{_name(path)}.txt")
    try:
        text = source.read_text(encoding="utf8")
        data = json.loads(path.read_text(encoding="utf8"))
        return ToldStory(
            id=_name(path),
            text=text,
            lang=data["lang"],
            date=data.get("date"),
            events=tuple(_event(event, text) for event in data["events"]),
            order=tuple((first, second) for first, second in data["order"]),
            roles=tuple(map(_role, data["roles"])),
        )
    except OSError as error:
        raise FormatError(f"{path}: the text {source.name} is not beside it.") from error
    except (KeyError, TypeError, ValueError) as error:
        raise FormatError(f"{path}: not a told story ({error}).") from error


def spans_of(text: str, quotes: Iterable[Sequence[Any]]) -> tuple[Span, ...]:
    """Return where quotes stand: each the exact words, and how many times they stand before.

    Raises
    ------
    ValueError
        When they stand there less often.

    Examples
    --------
    >>> spans_of("to be or not to be", [("be", 1)])
    ((16, 18),)
    """
    spans = []
    for quote, occurrence in quotes:
        at = -1
        for _ in range(occurrence + 1):
            at = text.find(quote, at + 1)
            if at < 0:
                raise ValueError(f"the text does not hold {quote!r} {occurrence + 1} times")
        spans.append((at, at + len(quote)))
    return tuple(spans)


def _event(data: Mapping[str, Any], text: str) -> ToldEvent:
    return ToldEvent(
        id=data["id"],
        spans=spans_of(text, data["quotes"]),
        headline=data.get("headline", ""),
        window=_window(data["window"]) if data.get("window") else None,
        bounds=_window(data.get("bounds")),
        did=tuple(data.get("did", ())),
        to=tuple(data.get("to", ())),
        factualities=frozenset(data["fact"]),
        top=bool(data.get("top")),
    )


def _role(data: Mapping[str, Any]) -> ToldRole:
    return ToldRole(
        person=data["person"], role=data["role"], organisation=data.get("organisation") or "", status=data["status"]
    )


def _window(text: str | None) -> Window:
    start, _, end = (text or "/").partition("/")
    return Window(_moment(start), _moment(end))


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text).replace(tzinfo=None) if text else None


def _name(path: Path) -> str:
    return path.name.removesuffix(SUFFIX)
