"""Corpus readers, and the field's scores on what a system says of the same texts."""

from timeline.evaluation.annotations import AnnotatedDocument, EntitySpan, EventSpan, TimeSpan
from timeline.evaluation.scores.counts import Score
from timeline.evaluation.scores.events import EventScores, score_events
from timeline.evaluation.scores.times import TimeScores, score_times
from timeline.evaluation.timeml import read_timeml

__all__ = [
    "AnnotatedDocument",
    "EntitySpan",
    "EventScores",
    "EventSpan",
    "Score",
    "TimeScores",
    "TimeSpan",
    "read_timeml",
    "score_events",
    "score_times",
]
