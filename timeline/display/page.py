"""The page: picture, chronology, text and evidence in one file that asks nothing of any server.

The HTML alone tells the whole story, in reading order: without scripts, on paper, to a screen reader. The script adds
choosing, filtering, evidence and corrections. Jinja escapes everything out of the text, the data stands in a JSON
island in which no ``<`` occurs, and the page's own policy refuses every other script, style and request.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup

from timeline.display.chapters import chapters_of
from timeline.display.dating import when_of
from timeline.display.disputes import Disputes, disputes_of, rejected_text, version_text
from timeline.display.evidence import event_data
from timeline.display.excerpt import excerpt_of
from timeline.display.glyphs import glyph, style
from timeline.display.layout import UNDATED, wall_size
from timeline.display.marking import paragraphs
from timeline.display.notes import notes_of
from timeline.display.options import Options
from timeline.display.svg import draw, layout_for
from timeline.display.words import Words
from timeline.errors import InvalidDateError
from timeline.formats.files import save
from timeline.formats.saying import title_of
from timeline.languages.dates import interval_text
from timeline.model.conflict import Conflict
from timeline.model.dates import parse_reference_date
from timeline.model.document import Document
from timeline.model.entity import ORGANISATION, PERSON, PLACE, Entity
from timeline.model.event import FACTUALITIES, Event
from timeline.model.timeline import Timeline
from timeline.model.who import fold

_PICTURES = (("wide", 1200.0), ("medium", 760.0))  # the style sheet shows the one that fits, none on a phone
_LONG = 48  # events of a story that has chapters, each with a picture of its own
_KINDS = ((PERSON, "people"), (ORGANISATION, "organisations"), (PLACE, "places"))
_ANCHOR = re.compile(r'id="at-(\d+)"')


def to_html(story: Timeline, path: str | Path | None = None, options: Options | None = None) -> str:
    """Return one self-contained page, and write it to `path` when one is given; see `Timeline.to_html`.

    Returns
    -------
    str
        A whole HTML document with style, script and data inside; nothing is fetched.

    Examples
    --------
    >>> "Content-Security-Policy" in to_html(Timeline())
    True
    """
    asked = options or Options()
    return save(_template().render(_context(asked.told(story), asked.words(story), asked)), path)


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_packaged("page.html.jinja"))


def _context(story: Timeline, words: Words, options: Options) -> dict[str, Any]:
    n, theme = options.count(story), options.theme
    css, script, drawn = _packaged("page.css"), _packaged("page.js"), style(theme)
    texts = list(_texts(story, words))
    data = event_data(story, words, n)
    active, disputes = _active(story), disputes_of(story)
    return {
        "words": words,
        "theme": theme,
        "title": options.title or title_of(story, words),
        "summary": _summary(story, words),
        "error": str(story.error) if story.error is not None else "",
        "policy": _policy((css, drawn), script),
        "css": Markup(css),
        "script": Markup(script),
        "data": _island(data),
        "glyph": _glyph,
        "pictures": _pictures(story, words, n, options, disputes),
        "chapters": _chapters(story, words, options, disputes) if len(story) >= _LONG else [],
        "rows": [
            row | _row(event, disputes.get(event.id, ()), words)
            for event, row in zip(story.events, data["events"], strict=True)
        ],
        "disputes": list(_disputes(story, words, disputes)),
        "has_minor": len(story) > n,
        "entities": list(_entities(story, words, active)),
        "types": [
            (name, words.type(name), count) for name, count in sorted(Counter(event.type for event in story).items())
        ],
        "standings": _standings(story),
        "tenures": _tenures(story, words),
        "notes": list(_notes(story, words)),
        "texts": texts,
        "anchors": {int(number) for text in texts for number in _ANCHOR.findall(text["body"])},
    }


# -- pictures ----------------------------------------------------------------------------------------------------------


def _pictures(story: Timeline, words: Words, n: int, options: Options, disputes: Disputes) -> list[tuple[str, Markup]]:
    layouts = (
        (kind, layout_for(story, words, width=width, n=n, shape=options.scale, disputes=disputes))
        for kind, width in _PICTURES
    )
    return [(kind, Markup(draw(layout, words, theme=options.theme))) for kind, layout in layouts]


def _chapters(
    story: Timeline, words: Words, options: Options, disputes: Disputes
) -> list[tuple[str, list[tuple[str, Markup]]]]:
    """Return a picture of its own for each chapter of a long story; what is dated needs no relations to be drawn."""
    told = []
    for chapter in chapters_of(story):
        part = replace(story, events=chapter.events, relations=(), evidence=())
        name = f"{interval_text(chapter.start, chapter.end, words.code)} · {words.counted(len(part), 'event')}"
        told.append((name, _pictures(part, words, wall_size(len(part)), options, disputes)))
    return told


def _glyph(factuality: str, full: bool) -> Markup:
    return Markup(glyph(factuality, 0, 0, full=full))


# -- rows, choices and tables ------------------------------------------------------------------------------------------


def _row(event: Event, against: Sequence[Conflict], words: Words) -> dict[str, Any]:
    when = when_of(event)
    basis = when.basis if when else UNDATED
    told = {"who": ", ".join(_who(event)), "against": rejected_text(against, words), "excerpt": excerpt_of(event)}
    return {"basis": basis, **told}


def _who(event: Event) -> Iterator[str]:
    """Yield who takes part: names, and phrases that the headline does not have already."""
    said = fold(event.label)
    players = dict.fromkeys(player for group in event.participants.values() for player in group)
    for player in players:
        name = " ".join(str(player).split())
        if isinstance(player, Entity) or fold(name) not in said:
            yield name


def _disputes(story: Timeline, words: Words, disputes: Disputes) -> Iterator[dict[str, Any]]:
    named = {document.id: document.title or document.id for document in story.documents}
    for number, event in enumerate(story.events):
        for conflict in disputes.get(event.id, ()):
            yield {"number": number, "label": conflict.event.label} | _dispute(conflict, words, named)


def _dispute(conflict: Conflict, words: Words, named: Mapping[str, str]) -> dict[str, Any]:
    """Return a conflict as the page tells it: what it is about, each version, where it stands, which is shown."""
    versions = [
        {
            "value": version_text(conflict, version, words),
            "kept": version == conflict.shown,
            "quotes": [(named.get(m.document, m.document), " ".join(m.text.split())) for m in version.mentions],
        }
        for version in conflict.versions
    ]
    return {"kind": words(f"dispute_{conflict.kind}"), "versions": versions}


def _entities(story: Timeline, words: Words, active: Counter[str]) -> Iterator[tuple[str, list[tuple[int, str, int]]]]:
    for type_, heading in _KINDS:
        members = [
            (number, entity.name, active[entity.id])
            for number, entity in enumerate(story.entities)
            if entity.type == type_ and active[entity.id]
        ]
        if members:
            yield words(heading), members


def _standings(story: Timeline) -> list[tuple[str, int]]:
    counts = Counter(event.factuality for event in story)
    return [(name, counts[name]) for name in FACTUALITIES if counts[name]]


def _tenures(story: Timeline, words: Words) -> list[dict[str, Any]]:
    numbers = {event.id: number for number, event in enumerate(story.events)}
    rows = []
    for tenure in story.roles():
        organisation = tenure.organisation.name if tenure.organisation else "–"
        ends = (words.time(time) if time else "–" for time in (tenure.since, tenure.until))
        events = [(numbers[event.id], event.label) for event in tenure.events if event.id in numbers]
        cells = (tenure.role, organisation, words.tenure(tenure.status), *ends)
        rows.append({"person": tenure.person.name, "cells": cells, "events": events})
    return rows


def _notes(story: Timeline, words: Words) -> Iterator[tuple[str, list[str]]]:
    """Yield what a reader should know beside the events: corrections made, those without a place, what was refused."""
    for key, items in (("edits", story.edits), ("unfit", story.unfit)):
        if items:
            yield words(key), [str(edit) for edit in items]
    if story.refused:
        yield words("refused"), [f"{refusal.value}: {refusal.reason}" for refusal in story.refused]


def _active(story: Timeline) -> Counter[str]:
    """Count the events of each entity, once however many parts it plays."""
    counts: Counter[str] = Counter()
    for event in story.events:
        players = {player.id for group in event.participants.values() for player in group if isinstance(player, Entity)}
        if isinstance(event.source, Entity):
            players.add(event.source.id)
        counts.update(players)
    return counts


# -- texts -------------------------------------------------------------------------------------------------------------


def _texts(story: Timeline, words: Words) -> Iterator[dict[str, Any]]:
    notes = notes_of(story, words)
    for document in story.documents:
        told = [_published(document, words)] if document.date else []
        yield {
            "lang": document.lang,
            "title": document.title,
            "about": " · ".join([*told, *([document.url] if document.url else [])]),
            "body": Markup("\n".join(paragraphs(document.text, notes[document.id]))),
        }


def _published(document: Document, words: Words) -> str:
    try:
        moment = parse_reference_date(document.date)
    except InvalidDateError:  # written by another program
        moment = None
    return words.date(moment) if moment else str(document.date)


def _summary(story: Timeline, words: Words) -> str:
    counts = [words.counted(len(story.documents), "text")] if len(story.documents) > 1 else []
    counts += [words.counted(len(story.events), "event"), words.counted(len(story.entities), "entity")]
    if story.reference_date:
        counts.append(words("published").format(date=words.date(story.reference_date)))
    return " · ".join(counts)


# -- the page's parts --------------------------------------------------------------------------------------------------


def _packaged(name: str) -> str:
    return (files("timeline.display") / name).read_text(encoding="utf8")


def _policy(styles: Iterable[str], script: str) -> Markup:
    """Return a policy that allows this page's own styles and script, by their hashes, and nothing else."""
    allowed = " ".join(_hashed(style) for style in styles)
    return Markup(
        f"default-src 'none'; style-src {allowed}; script-src {_hashed(script)}; base-uri 'none'; form-action 'none'"
    )


def _hashed(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _island(data: object) -> Markup:
    """Return data as JSON without any ``<``, so that nothing in it can end the element it stands in."""
    return Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))
