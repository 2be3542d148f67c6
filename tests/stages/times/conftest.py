"""Reading the times of many short texts at once, without the stages that come later."""

from datetime import datetime

import pytest

from timeline.languages import get_language
from timeline.reasoning.resolution import resolve_times
from timeline.stages.times import find_times

LATER = [
    "timeline_names",
    "timeline_mentions",
    "timeline_times",
    "timeline_events",
    "timeline_roles",
    "timeline_anchoring",
    "timeline_ordering",
]


@pytest.fixture(scope="session")
def read_times(pipelines):
    """Return a function from a language, texts and dates to the resolved times of each text."""

    def read(code, texts, dates):
        nlp = pipelines[code]
        with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name in LATER]):
            docs = list(nlp.pipe(texts))
        found = [find_times(doc, get_language(code)) for doc in docs]
        return [
            resolve_times(times, datetime.fromisoformat(date) if date else None)
            for times, date in zip(found, dates, strict=True)
        ]

    return read
