"""How well stories are told by weights that never saw them: cross-validation over stories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from spacy.tokens import Doc

from timeline.evaluation.scores.stories import StoryScores, score_story
from timeline.evaluation.stories import ToldStory
from timeline.model.document import Document
from timeline.spacy_factories import STAGES
from timeline.stages import components
from timeline.stages.events import ranking
from timeline.stages.events.learned import JOINING, SALIENCE, standing_in
from timeline.training.stories import choices_of, learn_joins, learn_turns, read, turn_examples_of

LATER = STAGES[STAGES.index("events") :]


def held_out_scores(stories: Sequence[ToldStory], folds: int = 5) -> dict[str, StoryScores]:
    """Return by language how stories are told by weights learned from the others.

    Parameters
    ----------
    stories : sequence of ToldStory
    folds : int
        Parts; each is told by what the rest teaches.

    Raises
    ------
    MissingExtraError
        When scikit-learn is not there.
    """
    docs = {story.id: read(story) for story in stories}
    choices = {story.id: list(choices_of(docs[story.id], story)) for story in stories}
    scores: dict[str, StoryScores] = {}
    for seen, held in _parts(stories, folds):
        joins = learn_joins([choice for story in seen for choice in choices[story.id]])
        with _by({JOINING: joins}):
            turns = learn_turns([one for story in seen for one in turn_examples_of(docs[story.id], story)])
        with _by({JOINING: joins, SALIENCE: turns}):
            for story in held:
                scores.setdefault(story.lang, StoryScores()).add(_told_again(docs[story.id], story))
    return scores


@contextmanager
def _by(tables: Mapping[str, Mapping[str, float]]) -> Iterator[None]:
    """Read events by other weights than the library's own."""
    with standing_in(tables):
        ranking.forget()
        try:
            yield
        finally:
            ranking.forget()


def _parts(stories: Sequence[ToldStory], folds: int) -> Iterator[tuple[list[ToldStory], list[ToldStory]]]:
    names = sorted(story.id for story in stories)
    for fold in range(folds):
        out = set(names[fold::folds])
        if out:
            yield [one for one in stories if one.id not in out], [one for one in stories if one.id in out]


def _told_again(doc: Doc, story: ToldStory) -> StoryScores:
    """Read a parsed text again from its events on, and score what comes of it."""
    for stage in LATER:
        getattr(components, stage)(doc, story.lang)
    document = Document(story.text, date=story.date, lang=story.lang, id=story.id)
    return score_story(components.timeline_of(doc, document), story)
