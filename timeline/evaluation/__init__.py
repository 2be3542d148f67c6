"""Corpus readers, and the field's scores on what a system says of the same texts.

>>> gold = TimeSpan(id="t1", start=0, end=4, text="hier", type="DATE", value="2023-11-19")
>>> corpus = [AnnotatedDocument(id="a", text="hier", date="2023-11-20", times=(gold,))]
>>> score_times(corpus, corpus).value.f1
1.0
"""

from timeline.evaluation.annotations import AnnotatedDocument, EntitySpan, EventSpan, TimeSpan, Word
from timeline.evaluation.brat import read_brat
from timeline.evaluation.conll import read_conll
from timeline.evaluation.corpus import read_corpus
from timeline.evaluation.jsonl import read_system_times
from timeline.evaluation.pairs import LabelledPair, given_pairs, read_dense, read_matres
from timeline.evaluation.scores.awareness import score_awareness
from timeline.evaluation.scores.coreference import CoreferenceScores, score_coreference
from timeline.evaluation.scores.counts import Score
from timeline.evaluation.scores.entities import EntityScores, score_entities
from timeline.evaluation.scores.events import EventScores, score_events
from timeline.evaluation.scores.relations import score_labels
from timeline.evaluation.scores.stories import StoryScores, score_story
from timeline.evaluation.scores.times import TimeScores, score_times
from timeline.evaluation.stories import ToldStory, read_stories, read_story
from timeline.evaluation.system import answers, given_stories
from timeline.evaluation.timeml import read_timeml

__all__ = [
    "AnnotatedDocument",
    "CoreferenceScores",
    "EntityScores",
    "EntitySpan",
    "EventScores",
    "EventSpan",
    "LabelledPair",
    "Score",
    "StoryScores",
    "TimeScores",
    "TimeSpan",
    "ToldStory",
    "Word",
    "answers",
    "given_pairs",
    "given_stories",
    "read_brat",
    "read_conll",
    "read_corpus",
    "read_dense",
    "read_matres",
    "read_stories",
    "read_story",
    "read_system_times",
    "read_timeml",
    "score_awareness",
    "score_coreference",
    "score_entities",
    "score_events",
    "score_labels",
    "score_story",
    "score_times",
]
