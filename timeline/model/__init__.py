"""Immutable values and results; no spaCy in here."""

from timeline.model.changes import Change, Changes
from timeline.model.conflict import Conflict, Version
from timeline.model.copy import Copy
from timeline.model.difference import Difference
from timeline.model.document import Document
from timeline.model.edit import Edit, Target
from timeline.model.entity import Entity, RoleFact
from timeline.model.estimate import When
from timeline.model.event import Event
from timeline.model.events import Events
from timeline.model.explanation import Explanation, Reason
from timeline.model.granularity import Granularity
from timeline.model.mention import Evidence, Mention, Trigger
from timeline.model.participants import Participants
from timeline.model.refusal import Refusal
from timeline.model.relation import Relation
from timeline.model.snapshot import Snapshot
from timeline.model.tenure import Tenure
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline

__all__ = [
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
    "TimeValue",
    "Timeline",
    "Trigger",
    "Version",
    "When",
]
