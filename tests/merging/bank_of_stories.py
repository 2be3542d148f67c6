"""The bank of stories that several short articles tell: tests/corpus/merging/*.json."""

import json
from functools import cache
from pathlib import Path

import timeline

FOLDER = Path(__file__).parents[1] / "corpus" / "merging"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))


@cache
def bank(name):
    return json.loads((FOLDER / f"{name}.json").read_text("utf8"))


@cache
def parts(name):
    documents = bank(name)["documents"]
    return tuple(timeline.extract_many([(d["text"], {k: d[k] for k in ("id", "lang", "date")}) for d in documents]))


@cache
def merged(name):
    return timeline.merge(parts(name))


def event_of(story, document, word):
    """Return the event that a word of a document tells."""
    return next(
        (
            event
            for event in story
            for mention in event.mentions
            if (mention.document, mention.text) == (document, word)
        ),
        None,
    )


def entity_of(story, document, name):
    """Return the entity that a document calls by a name."""
    return next(
        (
            entity
            for entity in story.entities
            if name in (entity.name, *entity.aliases) and any(m.document == document for m in entity.mentions)
        ),
        None,
    )
