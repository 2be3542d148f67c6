"""Sentences with answers, and how an answer of the library is held against them.

A row of ``tests/corpus/<lang>/events_*.jsonl`` gives a text, the names in it by type (``people``, ``organisations``,
``places``), and either ``events`` (trigger → what is expected of it) or ``same`` (groups of triggers, each one event).
``above`` gives pairs of triggers, the first of the greater salience. ``word#2`` is the second occurrence of a word. A
participant is expected by the name of an entity, or by a word of its description, after ``=`` by the whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline.languages import get_language
from timeline.model.entity import Entity
from timeline.stages.events import describe_events, find_events
from timeline.stages.source import mention_at

CORPUS = Path(__file__).parents[2] / "corpus"
TYPES = {"people": "PERSON", "organisations": "ORGANISATION", "places": "PLACE"}


def rows(lang: str, name: str) -> list[dict[str, Any]]:
    path = CORPUS / lang / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def judge(nlp: Any, lang: str, row: dict[str, Any]) -> Iterator[tuple[str, str, Any, Any]]:
    """Yield field, trigger, expected and found for every answer of a row."""
    doc = nlp(row["text"])
    entities = named(doc, row)
    language = get_language(lang)
    if "events" in row:
        spans = [place(row["text"], word) for word in row["events"]]
        for event, (word, expected) in zip(
            describe_events(doc, spans, language, entities), row["events"].items(), strict=True
        ):
            yield from _compare(event, word, expected)
    if "same" in row or "above" in row:
        events = find_events(doc, language, entities)
        yield from _compare_groups(events, row)
        for first, second in row.get("above", ()):
            higher, lower = (_salience(events, place(row["text"], word)) for word in (first, second))
            yield "salience", f"{first}>{second}", True, higher > lower


def named(doc: Any, row: dict[str, Any]) -> tuple[Entity, ...]:
    """Make the entities of a row, so that a table tests one stage and no other."""
    found = []
    for key, kind in TYPES.items():
        for name in row.get(key, ()):
            spans = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", row["text"])]
            mentions = tuple(mention_at(doc, start, end, kind="NAM") for start, end in spans)
            found.append(Entity(id=f"x{len(found) + 1}", name=name, type=kind, mentions=mentions))
    return tuple(found)


def place(text: str, word: str) -> tuple[int, int]:
    """Return the offsets of a trigger: ``"départ"``, ``"départ#2"``."""
    word, _, number = word.partition("#")
    matches = list(re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text))
    return matches[int(number or 1) - 1].span()


def _compare(event: Any, word: str, expected: dict[str, Any]) -> Iterator[tuple[str, str, Any, Any]]:
    for field in ("factuality", "type", "label"):
        if field in expected:
            yield field, word, expected[field], getattr(event, field)
    if "source" in expected:
        yield "source", word, expected["source"], _as_expected(event.source, expected["source"])
    for role, players in expected.get("participants", {}).items():
        found = list(event.participants.get(role, ()))
        shown = sorted(str(player) for player in found)
        matches = len(found) == len(players) and all(any(_is(player, name) for player in found) for name in players)
        yield "participant", f"{word}.{role}", sorted(players), sorted(players) if matches else shown


def _as_expected(source: Any, expected: str | None) -> Any:
    if source is None or expected is None:
        return source
    return expected if _is(source, expected) else str(source)


def _is(player: Any, name: str) -> bool:
    if isinstance(player, Entity):
        return player.name == name
    if name.startswith("="):
        return player.text == name[1:]
    return name.lower() in player.text.lower() and len(player.text) < len(name) + 45


def _salience(events: Any, span: tuple[int, int]) -> float:
    return max((e.salience for e in events if any(m.start <= span[0] < m.end for m in e.mentions)), default=0.0)


def _compare_groups(events: Any, row: dict[str, Any]) -> Iterator[tuple[str, str, Any, Any]]:
    groups = row.get("same", ())
    spans = {word: place(row["text"], word) for group in groups for word in group}
    home = {
        word: next((event.id for event in events for m in event.mentions if m.start <= start < m.end), f"none {word}")
        for word, (start, _) in spans.items()
    }
    words = list(spans)
    group_of = {word: number for number, group in enumerate(groups) for word in group}
    for number, word in enumerate(words):
        for other in words[number + 1 :]:
            yield "join", f"{word}={other}", group_of[word] == group_of[other], home[word] == home[other]
