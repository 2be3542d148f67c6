"""Merged stories scored for the command line: timelines of entities across documents, and days of crises."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console

from timeline.cli.tables import Scores, print_scores
from timeline.errors import CorpusError
from timeline.evaluation.crises import highlighted_days, mentioned_days, read_crises, score_days
from timeline.evaluation.entity_timelines import entity_timelines, given_story, raw_story
from timeline.evaluation.scores.timelines import score_timelines
from timeline.evaluation.semeval import EntityTimeline, read_timelines
from timeline.merging import merge
from timeline.stages.extraction import extract_many


def evaluate_timelines(out: Console, folder: Path, lang: str) -> None:
    """Score track A of SemEval-2015 task 4: timelines of target entities from raw texts."""
    corpus = read_timelines(folder)
    system = entity_timelines(raw_story(corpus.raw, lang), corpus.raw, [gold.entity for gold in corpus.timelines])
    _print(out, "Timelines across documents, from the texts (track A)", corpus.timelines, system)


def evaluate_given_timelines(out: Console, folder: Path, lang: str) -> None:
    """Score track B: the same with gold events given."""
    corpus = read_timelines(folder)
    system = entity_timelines(given_story(corpus.given, lang), corpus.given, [gold.entity for gold in corpus.timelines])
    _print(out, "Timelines across documents, gold events given (track B)", corpus.timelines, system)


def evaluate_days(out: Console, folder: Path, lang: str) -> None:
    """Score the days of highlights, as many as a human timeline has, and beside them the days most mentioned."""
    rows: dict[str, Scores] = {}
    for crisis in read_crises(folder, lang):
        story = merge(extract_many(crisis.documents))
        rows[crisis.name] = {
            "highlights": score_days(crisis, highlighted_days(story, len(crisis.days))),
            "most mentioned": score_days(crisis, mentioned_days(story, len(crisis.days))),
        }
    print_scores(out, "Days of highlights of merged crises", rows)


def _print(out: Console, title: str, gold: Sequence[EntityTimeline], system: Sequence[EntityTimeline]) -> None:
    rows: dict[str, Scores] = {"all, micro": {"awareness": score_timelines(gold, system)}}
    for timeline in gold:
        rows[timeline.entity] = {"awareness": score_timelines([timeline], system)}
    print_scores(out, f"{title}: {len(gold)} entities", rows)


MERGED_TASKS: dict[str, Callable[[Console, Path, str], None]] = {
    "timelines": evaluate_timelines,
    "timelines-given": evaluate_given_timelines,
    "crisis-days": evaluate_days,
}


def evaluate_merged(out: Console, folder: Path, lang: str, tasks: Sequence[str]) -> bool:
    """Score several tasks on one folder; return False, and do nothing, where none is one of merged stories.

    Raises
    ------
    CorpusError
        When one of them is none of `MERGED_TASKS`.
    """
    if MERGED_TASKS.keys().isdisjoint(tasks):
        return False
    for name in tasks:
        if name not in MERGED_TASKS:
            raise CorpusError(f"{name!r} does not go with {', '.join(MERGED_TASKS)}; evaluate it alone.")
        MERGED_TASKS[name](out, folder, lang)
    return True
