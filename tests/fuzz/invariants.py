"""What holds of every timeline, whatever was read."""

import warnings
from contextlib import contextmanager
from datetime import datetime

import timeline
from timeline.formats.soundness import check

FORMATS = (
    "to_html", "to_timeml", "to_csv", "to_jsonld", "to_mermaid", "to_timelinejs", "to_networkx", "to_graphml", "to_svg",
)  # fmt: skip


@contextmanager
def or_refused():
    """Let the library refuse in words, and raise nothing else."""
    try:
        yield
    except timeline.TimelineError as error:
        if not str(error):
            raise AssertionError("an error without a word") from error


def hold(story):
    """Offsets give back their text, relations and bounds agree, JSON is exact."""
    check(story)
    for relation in story.relations:
        assert story.graph.holds(relation.source, relation.type, relation.target), relation
    for event in story:
        assert event.earliest is None or event.latest is None or event.earliest < event.latest, event
        assert event.when is None or event.when.start < event.when.end, event
    grouped = [event.id for group in story.order() for event in group]
    assert sorted(grouped) == sorted(event.id for event in story)
    assert timeline.Timeline.from_json(story.to_json()) == story


def answers(story, *, formats=()):
    """Every question has an answer or an error that says why."""
    questions = [
        story.order, story.highlights, story.roles, story.conflicts, lambda: (repr(story), str(story)),
        lambda: story.anchored(None), lambda: story.anchored(datetime(2024, 2, 29)), lambda: story.as_of("2023-11-18"),
        lambda: story.on("2023"), lambda: [story.explain(event) for event in story.events[:3]],
        lambda: [story.relation(a, b) for a in story.events[:3] for b in story.events[:3]],
        lambda: [story.without(event) for event in story.events[:1]],
        lambda: [story.involving(entity) for entity in story.entities[:3]],
        *(getattr(story, name) for name in formats),
    ]  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for question in questions:
            with or_refused():
                question()
