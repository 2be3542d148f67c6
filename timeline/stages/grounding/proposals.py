"""What was proposed, read from whatever was handed over: each part that is of the right form, the rest refused.

Nothing is trusted: types, lengths, numbers of items and the depth of what is nested. Only the form is read here;
whether the text bears a part out is for the other files of this room.
"""

from __future__ import annotations

import json
import reprlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any, TypeVar

from timeline.model.event import FACTUALITIES
from timeline.model.refusal import Refusal

# Far beyond what a text of a million characters tells, and what a hostile answer can make us do.
MOST_EVENTS = 5_000
MOST_QUOTES = 100  # of one event
MOST_NAMES = 50  # of one event, on each side
MOST_ROLES = 1_000
LONGEST_QUOTE = 300  # characters
LONGEST_LABEL = 200
MOST_UNKNOWN = 20  # keys told of one mapping
EVENT_KEYS = ("quotes", "label", "did", "to", "fact", "time", "start", "end", "earliest", "latest", "rank")
ROLE_KEYS = ("person", "role", "organisation", "status")
STATUSES = ("current", "former", "future", "interim")
SHOWN = 80  # characters of a refused value

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the text, the number of times that they stand in it before, and the place in the proposal."""

    words: str
    occurrence: int
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedEvent:
    """One event as proposed; see ``proposal.schema.json`` for its fields. `where` is its place in the proposal."""

    where: str
    quotes: tuple[Quote, ...]
    label: str = ""
    did: tuple[Quote, ...] = ()
    to: tuple[Quote, ...] = ()
    factuality: str = ""
    time: Quote | None = None
    start: datetime | None = None
    end: datetime | None = None
    earliest: datetime | None = None
    latest: datetime | None = None
    rank: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedRole:
    """One office as proposed."""

    where: str
    person: Quote
    role: str
    organisation: Quote | None = None
    status: str = "current"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What is of the right form: events by their position, groups of positions that are one or in order, offices."""

    events: Mapping[int, ProposedEvent] = field(default_factory=dict)
    same: tuple[tuple[int, ...], ...] = ()
    order: tuple[tuple[int, ...], ...] = ()
    roles: tuple[ProposedRole, ...] = ()


def proposal_schema() -> dict[str, Any]:
    """Return the JSON schema (draft 2020-12) of a proposal.

    Returns
    -------
    dict
        A new one, the caller's own.

    Examples
    --------
    >>> sorted(proposal_schema()["properties"])
    ['events', 'order', 'roles', 'same']
    """
    text = (files("timeline.stages.grounding") / "proposal.schema.json").read_text(encoding="utf8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def read_proposal(raw: object) -> tuple[Proposal, list[Refusal]]:
    """Read what was handed over.

    Parameters
    ----------
    raw : object
        Should be a mapping as `proposal_schema` describes it; nothing is relied upon.

    Returns
    -------
    Proposal
    list of Refusal
        What is not of the right form.

    Examples
    --------
    >>> proposal, refused = read_proposal({"events": [{"quotes": [["left", 0]], "fact": "sure"}]})
    >>> proposal.events[0].quotes[0].words, refused
    ('left', [<Refusal "'sure'" events[0].fact: none of factual, reported, possible, future, negated, counterfactual>])
    """
    reader = _Reader()
    try:
        return _read(raw, reader), reader.refused
    except Exception as error:  # mappings and lists of the caller's own kind may raise anything
        reader.refuse("proposals", raw, f"could not be read: {type(error).__name__}")
        return Proposal(), reader.refused


def _read(raw: object, reader: _Reader) -> Proposal:
    parts = reader.mapping(raw, "proposals", ("events", "same", "order", "roles"))
    if parts is None:
        return Proposal()
    events = {}
    for number, item in enumerate(reader.items(parts.get("events"), "events", MOST_EVENTS)):
        event = reader.event(item, f"events[{number}]")
        if event is not None:
            events[number] = event
    roles = [
        reader.role(item, f"roles[{number}]")
        for number, item in enumerate(reader.items(parts.get("roles"), "roles", MOST_ROLES))
    ]
    return Proposal(
        events=events,
        same=tuple(reader.groups(parts.get("same"), "same", events, alone=False)),
        order=tuple(reader.groups(parts.get("order"), "order", events, alone=True)),
        roles=tuple(role for role in roles if role is not None),
    )


def shown(value: object) -> str:
    """Return a value short enough to show, however large, deep or broken it is.

    Examples
    --------
    >>> shown("Anna"), len(shown("x" * 10_000)) <= SHOWN
    ("'Anna'", True)
    """
    try:
        text = _shortener.repr(value)
    except Exception:  # a foreign value whose repr fails
        text = f"<{type(value).__name__}>"
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


_shortener = reprlib.Repr()
_shortener.maxlevel, _shortener.maxstring, _shortener.maxother = 2, SHOWN - 5, SHOWN - 5


@dataclass(slots=True)
class _Reader:
    """Reads parts of a proposal, and notes those that are not of the right form."""

    refused: list[Refusal] = field(default_factory=list)

    def refuse(self, where: str, value: object, reason: str) -> None:
        self.refused.append(Refusal(where=where, value=shown(value), reason=reason))

    def mapping(self, raw: object, where: str, known: tuple[str, ...]) -> dict[str, Any] | None:
        if not isinstance(raw, Mapping):
            self.refuse(where, raw, "not a mapping")
            return None
        unknown = [key for key in raw if key not in known]
        for key in unknown[:MOST_UNKNOWN]:
            self.refuse(where, key, f"none of the keys {', '.join(known)}")
        return {key: raw[key] for key in known if key in raw}

    def items(self, raw: object, where: str, most: int) -> list[Any]:
        if raw is None:
            return []
        if not isinstance(raw, list | tuple):
            self.refuse(where, raw, "not a list")
            return []
        if len(raw) > most:
            self.refuse(where, f"{len(raw):,} items", f"those beyond the first {most:,}")
        return list(raw[:most])

    def event(self, raw: object, where: str) -> ProposedEvent | None:
        parts = self.mapping(raw, where, EVENT_KEYS)
        if parts is None:
            return None
        quotes = self.each(parts.get("quotes"), f"{where}.quotes", MOST_QUOTES, self.quote)
        if not quotes:
            self.refuse(where, parts.get("label"), "an event without a quote")
            return None
        start, end = self.interval(parts, where, "start", "end")
        earliest, latest = self.interval(parts, where, "earliest", "latest")
        return ProposedEvent(
            where=where,
            quotes=quotes,
            label=self.text(parts.get("label"), f"{where}.label", LONGEST_LABEL),
            did=self.each(parts.get("did"), f"{where}.did", MOST_NAMES, self.quote),
            to=self.each(parts.get("to"), f"{where}.to", MOST_NAMES, self.quote),
            factuality=self.choice(parts.get("fact"), f"{where}.fact", FACTUALITIES),
            time=None if parts.get("time") is None else self.quote(parts["time"], f"{where}.time"),
            start=start,
            end=end,
            earliest=earliest,
            latest=latest,
            rank=self.rank(parts.get("rank"), f"{where}.rank"),
        )

    def role(self, raw: object, where: str) -> ProposedRole | None:
        parts = self.mapping(raw, where, ROLE_KEYS)
        if parts is None:
            return None
        person = self.quote(parts.get("person"), f"{where}.person")
        title = self.text(parts.get("role"), f"{where}.role", LONGEST_LABEL)
        if person is None or not title:
            self.refuse(where, raw, "an office without its person or title")
            return None
        organisation = parts.get("organisation")
        return ProposedRole(
            where=where,
            person=person,
            role=title,
            organisation=None if organisation is None else self.quote(organisation, f"{where}.organisation"),
            status=self.choice(parts.get("status"), f"{where}.status", STATUSES) or "current",
        )

    def groups(
        self, raw: object, where: str, events: Mapping[int, object], *, alone: bool
    ) -> Iterator[tuple[int, ...]]:
        """Yield groups of positions, each position once; `alone`: one may stand without a list around it."""
        seen: set[int] = set()
        for number, item in enumerate(self.items(raw, where, MOST_EVENTS)):
            here = f"{where}[{number}]"
            members = [item] if alone and not isinstance(item, list | tuple) else self.items(item, here, MOST_EVENTS)
            group = []
            for member in members:
                if isinstance(member, bool) or not isinstance(member, int) or member not in events:
                    self.refuse(here, member, "no position of an event that was taken")
                elif member in seen:
                    self.refuse(here, member, "told twice")
                else:
                    seen.add(member)
                    group.append(member)
            if group:
                yield tuple(group)

    def each(self, raw: object, where: str, most: int, read: Callable[[object, str], T | None]) -> tuple[T, ...]:
        found = (read(item, f"{where}[{number}]") for number, item in enumerate(self.items(raw, where, most)))
        return tuple(item for item in found if item is not None)

    def quote(self, raw: object, where: str) -> Quote | None:
        words, occurrence = raw if isinstance(raw, list | tuple) and len(raw) == 2 else (raw, 0)
        if isinstance(occurrence, bool) or not isinstance(occurrence, int) or occurrence < 0:
            self.refuse(where, raw, "its occurrence is no number from 0")
            return None
        text = self.text(words, where, LONGEST_QUOTE)
        return Quote(text, occurrence, where) if text else None

    def text(self, raw: object, where: str, most: int) -> str:
        if raw is None or raw == "":
            return ""
        if not isinstance(raw, str) or not raw.strip():
            self.refuse(where, raw, "no words")
        elif len(raw) > most:
            self.refuse(where, raw, f"longer than {most} characters")
        else:
            return raw
        return ""

    def choice(self, raw: object, where: str, known: tuple[str, ...]) -> str:
        if raw is None:
            return ""
        if isinstance(raw, str) and raw in known:
            return raw
        self.refuse(where, raw, f"none of {', '.join(known)}")
        return ""

    def rank(self, raw: object, where: str) -> int | None:
        if raw is None:
            return None
        if isinstance(raw, int) and not isinstance(raw, bool) and raw >= 1:
            return raw
        self.refuse(where, raw, "no number from 1")
        return None

    def interval(
        self, raw: Mapping[str, object], where: str, begin: str, end: str
    ) -> tuple[datetime | None, datetime | None]:
        start, stop = (self.moment(raw.get(key), f"{where}.{key}") for key in (begin, end))
        if start is not None and stop is not None and start >= stop:
            self.refuse(f"{where}.{end}", raw.get(end), f"not after {begin}")
            return None, None
        return start, stop

    def moment(self, raw: object, where: str) -> datetime | None:
        if raw is None or raw == "":
            return None
        try:
            return _moment(raw)
        except (ValueError, OverflowError):
            self.refuse(where, raw, "no date in ISO 8601")
            return None


def _moment(raw: object) -> datetime:
    """Read a date of any width; the beginning of it."""
    if not isinstance(raw, str) or len(raw) > SHOWN:
        raise ValueError
    text = raw.strip()
    if len(text) == 4:
        text = f"{text}-01-01"
    elif len(text) == 7:
        text = f"{text}-01"
    moment = datetime.fromisoformat(text).replace(tzinfo=None)
    if not datetime.min + timedelta(days=1) <= moment <= datetime.max - timedelta(days=1):
        raise ValueError
    return moment
