"""Whether a timeline from elsewhere is one: every value of its type, every place in its text, every id known.

What is read from a file is checked once, here, so that nothing fails later and far from its cause.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from timeline.model.document import Document
from timeline.model.edit import KINDS
from timeline.model.entity import ORGANISATION, PERSON, PLACE
from timeline.model.estimate import BASES
from timeline.model.event import FACTUALITIES, ORIGINS
from timeline.model.mention import Mention
from timeline.model.participants import Participant, Participants
from timeline.model.relation import CONVERSES
from timeline.model.representation import quoted
from timeline.model.timeline import Timeline
from timeline.reasoning.placing import REFERENCE

TIME_TYPES = frozenset({"DATE", "TIME", "DURATION", "SET"})
# Fields that hold one of a few values, by class and name.
_LISTED: Mapping[tuple[str, str], frozenset[str]] = {
    ("Entity", "type"): frozenset({PERSON, ORGANISATION, PLACE}),
    ("Entity", "gender"): frozenset({"", "m", "f"}),
    ("Event", "factuality"): frozenset(FACTUALITIES),
    ("Event", "origin"): frozenset(ORIGINS),
    ("Trigger", "factuality"): frozenset(FACTUALITIES),
    ("RoleFact", "status"): frozenset({"current", "former", "interim", "future"}),
    ("When", "basis"): frozenset(BASES),
    ("Relation", "type"): frozenset(CONVERSES),
    ("TimeValue", "type"): TIME_TYPES,
    ("Edit", "kind"): frozenset(KINDS),
}
_SHARES = frozenset({"confidence", "salience", "weight"})
_CHECKED = ("documents", "entities", "times", "events", "relations", "evidence", "role_facts", "edits", "unfit")
_PLAIN = ("refused", "differences")
_QUOTING = ("relations[", "evidence[")  # may rest on the words of a document that is not of this story

_known_hints: dict[type[Any], tuple[tuple[str, Any], ...]] = {}


def check(story: Timeline) -> None:
    """Raise a ValueError that names the first value of a timeline that cannot be.

    Types are those that the classes of `timeline.model` declare. Mentions lie in a document and are its very words;
    ids occur once and are known where they are referred to.

    Examples
    --------
    >>> check(Timeline())
    """
    for name in (*_CHECKED, *_PLAIN):
        for number, value in enumerate(getattr(story, name)):
            _check_fields(value, f"{name}[{number}]")
    _check_ids(story)
    texts = {document.id: document.text for document in story.documents}
    for where, mention in _mentions(story):
        text = texts.get(mention.document)
        if text is None and where.startswith(_QUOTING):
            continue
        if text is None or not 0 <= mention.start <= mention.end <= len(text):
            raise ValueError(
                f"{where} lies at {mention.start}:{mention.end} of {mention.document!r}, which has no such place"
            )
        if text[mention.start : mention.end] != mention.text:
            raise ValueError(f"{where} is {quoted(mention.text, 40)}, and the document has other words in its place")
    _check_spans(story.documents)
    _check_moments(story)


# -- types -------------------------------------------------------------------------------------------------------------


def _check_fields(value: Any, where: str) -> None:
    """Check every field of a value of the model by the type that its class declares."""
    kind = type(value)
    for name, hint in _hints(kind):
        field = getattr(value, name)
        place = f"{where}.{name}"
        if not _fits(field, hint):
            raise ValueError(f"{place} is {quoted(repr(field), 40)}, of no type that it may have")
        listed = _LISTED.get((kind.__name__, name))
        if listed is not None and field not in listed:
            raise ValueError(
                f"{place} is {quoted(repr(field), 40)}; it is one of {', '.join(sorted(map(repr, listed)))}"
            )
        if name in _SHARES and not 0 <= field <= 1:
            raise ValueError(f"{place} is {field!r}; it lies between 0 and 1")
        for inner, part in _parts(field, place):
            _check_fields(part, inner)


def _hints(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    """Return names and types of what a value of a class consists of; what does not count in comparing is left out."""
    if kind not in _known_hints:
        hints = get_type_hints(kind)
        names = [field.name for field in fields(kind) if field.compare] if is_dataclass(kind) else list(hints)
        _known_hints[kind] = tuple((name, hints[name]) for name in names)
    return _known_hints[kind]


def _parts(value: Any, where: str) -> Iterator[tuple[str, Any]]:
    """Yield the values of the model that a field holds."""
    if isinstance(value, Participants):
        for role, players in value.items():
            yield from _parts(players, f"{where}.{role}")
    elif is_dataclass(value) or hasattr(value, "_fields"):
        yield where, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _parts(item, f"{where}[{number}]")


def _fits(value: Any, hint: Any) -> bool:
    """Tell whether a value is of a declared type: no truth values for numbers, no moments with a time zone."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return any(_fits(value, one) for one in get_args(hint))
    if origin is tuple:
        return isinstance(value, tuple) and _fit_all(value, get_args(hint))
    if isinstance(value, bool) or hint is bool:
        return isinstance(value, bool) and hint is bool
    if hint is float:
        return isinstance(value, (int, float)) and math.isfinite(value)
    if hint is datetime:
        return isinstance(value, datetime) and value.tzinfo is None
    return isinstance(value, hint) and (hint is not Participants or _are_players(value))


def _are_players(cast: Participants) -> bool:
    players = (player for several in cast.values() for player in several)
    return all(isinstance(role, str) for role in cast) and all(
        isinstance(one, get_args(Participant)) for one in players
    )


def _fit_all(values: tuple[Any, ...], hints: tuple[Any, ...]) -> bool:
    if len(hints) == 2 and hints[1] is Ellipsis:
        return all(_fits(value, hints[0]) for value in values)
    return len(values) == len(hints) and all(map(_fits, values, hints))


# -- ids and places ----------------------------------------------------------------------------------------------------


def _check_ids(story: Timeline) -> None:
    nodes = _unique((*(("times", time.id) for time in story.times), *(("events", event.id) for event in story.events)))
    people = _unique(("entities", entity.id) for entity in story.entities)
    _unique(("documents", document.id) for document in story.documents)
    known = nodes | {REFERENCE}
    for name in ("relations", "evidence"):
        for number, relation in enumerate(getattr(story, name)):
            for end in (relation.source, relation.target):
                if end not in known:
                    raise ValueError(f"{name}[{number}] relates {end!r}, which is no event and no time")
    for number, fact in enumerate(story.role_facts):
        for holder in filter(None, (fact.person, fact.organisation)):
            if holder not in people:
                raise ValueError(f"role_facts[{number}] tells of {holder!r}, which is no entity")


def _unique(ids: Iterable[tuple[str, str]]) -> frozenset[str]:
    known: set[str] = set()
    for where, name in ids:
        if name in known:
            raise ValueError(f"two of {where} have the id {name!r}")
        known.add(name)
    return frozenset(known)


def _mentions(story: Timeline) -> Iterator[tuple[str, Mention]]:
    """Yield what stands in the story's own documents; corrections and proposals may be of another reading's text."""
    for name in ("entities", "times", "events", "relations", "evidence", "role_facts"):
        for number, value in enumerate(getattr(story, name)):
            yield from _mentions_in(value, f"{name}[{number}]")


def _mentions_in(value: Any, where: str) -> Iterator[tuple[str, Mention]]:
    if isinstance(value, Mention):
        yield where, value
        return
    for name, _ in _hints(type(value)):
        for inner, part in _parts(getattr(value, name), f"{where}.{name}"):
            yield from _mentions_in(part, inner)


def _check_spans(documents: Iterable[Document]) -> None:
    for number, document in enumerate(documents):
        for start, end in document.unrelated:
            if not 0 <= start <= end <= len(document.text):
                raise ValueError(f"documents[{number}].unrelated has {start}:{end}, which is no place in its text")


def _check_moments(story: Timeline) -> None:
    for name, values in (("times", story.times), ("events", tuple(event.when for event in story.events))):
        for number, value in enumerate(values):
            if value is not None and value.start and value.end and value.start > value.end:
                raise ValueError(f"{name}[{number}] ends at {value.end.isoformat()}, before it begins")
