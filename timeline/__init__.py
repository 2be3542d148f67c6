"""timeline: time-ordered graphs of people, organisations and events, out of news text."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.errors import (
        CorpusError,
        EditError,
        FormatError,
        InvalidDateError,
        InvalidOptionError,
        InvalidTextError,
        LostWorkerError,
        MissingExtraError,
        MissingInputError,
        MissingModelError,
        OutOfTimeError,
        ProposalError,
        TextTooLongError,
        TimelineError,
        TimelineWarning,
        UnknownItemError,
        UnreadDocumentError,
        UnsupportedLanguageError,
    )
    from timeline.formats.edits import read_edits
    from timeline.formats.page import read
    from timeline.formats.proposals import SavedProposals, read_proposals, write_proposals
    from timeline.merging import merge
    from timeline.model import (
        Change,
        Changes,
        Conflict,
        Copy,
        Difference,
        Document,
        Edit,
        Entity,
        Event,
        Events,
        Evidence,
        Explanation,
        Granularity,
        Mention,
        Participants,
        Reason,
        Refusal,
        Relation,
        RoleFact,
        Snapshot,
        Target,
        Tenure,
        Timeline,
        TimeValue,
        Trigger,
        Version,
        When,
    )
    from timeline.stages.extraction import extract, extract_many
    from timeline.stages.grounding.prompt import proposal_prompt
    from timeline.stages.grounding.proposals import proposal_schema
    from timeline.stages.limits import Limits
    from timeline.stages.pipeline import load

__version__ = "0.1.0"

__all__ = [
    "Change",
    "Changes",
    "Conflict",
    "Copy",
    "CorpusError",
    "Difference",
    "Document",
    "Edit",
    "EditError",
    "Entity",
    "Event",
    "Events",
    "Evidence",
    "Explanation",
    "FormatError",
    "Granularity",
    "InvalidDateError",
    "InvalidOptionError",
    "InvalidTextError",
    "Limits",
    "LostWorkerError",
    "Mention",
    "MissingExtraError",
    "MissingInputError",
    "MissingModelError",
    "OutOfTimeError",
    "Participants",
    "ProposalError",
    "Reason",
    "Refusal",
    "Relation",
    "RoleFact",
    "SavedProposals",
    "Snapshot",
    "Target",
    "Tenure",
    "TextTooLongError",
    "TimeValue",
    "Timeline",
    "TimelineError",
    "TimelineWarning",
    "Trigger",
    "UnknownItemError",
    "UnreadDocumentError",
    "UnsupportedLanguageError",
    "Version",
    "When",
    "extract",
    "extract_many",
    "load",
    "merge",
    "proposal_prompt",
    "proposal_schema",
    "read",
    "read_edits",
    "read_proposals",
    "write_proposals",
]

# Where each public name stands. It is imported when first asked for: reading a text needs spaCy and its models, while
# showing, merging or storing a timeline does not.
_ROOMS = {
    "timeline.errors": (
        "CorpusError",
        "EditError",
        "FormatError",
        "InvalidDateError",
        "InvalidOptionError",
        "InvalidTextError",
        "LostWorkerError",
        "MissingExtraError",
        "MissingInputError",
        "MissingModelError",
        "OutOfTimeError",
        "ProposalError",
        "TextTooLongError",
        "TimelineError",
        "TimelineWarning",
        "UnknownItemError",
        "UnreadDocumentError",
        "UnsupportedLanguageError",
    ),
    "timeline.formats.edits": ("read_edits",),
    "timeline.formats.page": ("read",),
    "timeline.formats.proposals": (
        "SavedProposals",
        "read_proposals",
        "write_proposals",
    ),
    "timeline.merging": ("merge",),
    "timeline.model": (
        "Change",
        "Changes",
        "Conflict",
        "Copy",
        "Difference",
        "Document",
        "Edit",
        "Entity",
        "Event",
        "Events",
        "Evidence",
        "Explanation",
        "Granularity",
        "Mention",
        "Participants",
        "Reason",
        "Refusal",
        "Relation",
        "RoleFact",
        "Snapshot",
        "Target",
        "Tenure",
        "Timeline",
        "TimeValue",
        "Trigger",
        "Version",
        "When",
    ),
    "timeline.stages.extraction": (
        "extract",
        "extract_many",
    ),
    "timeline.stages.grounding.prompt": ("proposal_prompt",),
    "timeline.stages.grounding.proposals": ("proposal_schema",),
    "timeline.stages.limits": ("Limits",),
    "timeline.stages.pipeline": ("load",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> Any:
    room = _ROOM_OF.get(name)
    if room is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(room), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
