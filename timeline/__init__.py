"""timeline: time-ordered graphs of people, organisations and events, out of news text."""

from timeline.errors import (
    CorpusError,
    FormatError,
    InvalidDateError,
    InvalidTextError,
    MissingExtraError,
    MissingModelError,
    TextTooLongError,
    TimelineError,
    TimelineWarning,
    UnknownItemError,
    UnsupportedLanguageError,
)
from timeline.formats.page import read
from timeline.model import (
    Document,
    Entity,
    Event,
    Evidence,
    Granularity,
    Mention,
    Participants,
    Relation,
    RoleFact,
    Tenure,
    Timeline,
    TimeValue,
    Trigger,
)
from timeline.stages.extraction import extract, extract_many
from timeline.stages.merging import merge
from timeline.stages.pipeline import load

__all__ = [
    "CorpusError",
    "Document",
    "Entity",
    "Event",
    "Evidence",
    "FormatError",
    "Granularity",
    "InvalidDateError",
    "InvalidTextError",
    "Mention",
    "MissingExtraError",
    "MissingModelError",
    "Participants",
    "Relation",
    "RoleFact",
    "Tenure",
    "TextTooLongError",
    "TimeValue",
    "Timeline",
    "TimelineError",
    "TimelineWarning",
    "Trigger",
    "UnknownItemError",
    "UnsupportedLanguageError",
    "extract",
    "extract_many",
    "load",
    "merge",
    "read",
]
