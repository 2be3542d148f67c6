"""Told stories scored for the command line: one table of shares, and the faults by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table

from timeline.cli.tables import print_errors, print_reliability
from timeline.evaluation.disagreements import Disagreement, context_of
from timeline.evaluation.scores.reliability import Judged, judge_story
from timeline.evaluation.scores.stories import FIGURES, StoryScores, score_story
from timeline.evaluation.stories import ToldStory
from timeline.formats.proposals import SavedProposals
from timeline.model.document import Document
from timeline.stages.extraction import extract_many


def evaluate_stories(
    out: Console,
    told: Sequence[ToldStory],
    lang: str,
    *,
    errors: bool = False,
    proposals: SavedProposals | None = None,
    mode: str = "fill",
) -> None:
    """Read the texts of told stories, and print how the timelines compare; with proposals, those that have any."""
    documents = [Document(gold.text, date=gold.date, lang=gold.lang or lang, id=gold.id) for gold in told]
    if proposals is not None:
        told = [gold for gold, document in zip(told, documents, strict=True) if proposals.known(document) is not None]
        documents = [document for document in documents if proposals.known(document) is not None]
    totals = StoryScores()
    faults: list[Disagreement] = []
    judged: list[Judged] = []
    refused = 0
    for gold, story in zip(told, extract_many(documents, proposals=proposals, mode=mode), strict=True):
        scores = score_story(story, gold)
        totals.add(scores)
        judged += judge_story(story, gold)
        faults += _disagreements(gold, scores)
        refused += len(story.refused)
        if errors:
            faults += [Disagreement(f"refused: {r.reason}", gold.id, 0, 0, "", r.value, r.where) for r in story.refused]
        if story.error is not None:
            out.print(f"{gold.id} was not read: {story.error}", markup=False, highlight=False)
    print_shares(out, f"Stories: {len(told)} articles, {totals.of['found']:,} events", totals)
    print_reliability(out, "Reliability, in per cent", judged)
    if proposals is not None:
        out.print(f"{refused:,} refused")
    if errors:
        print_errors(out, faults)


def print_shares(out: Console, title: str, scores: StoryScores) -> None:
    """Print a line for each figure: its share in per cent, and of how many."""
    table = Table(title=title, title_justify="left", title_style="bold")
    table.add_column("figure")
    table.add_column("%", justify="right", style="bold")
    table.add_column("of", justify="right")
    for figure, cases in FIGURES.items():
        table.add_row(figure, f"{100 * scores.share(figure):.1f}", f"{scores.of[cases]:,}")
    out.print(table)


def _disagreements(gold: ToldStory, scores: StoryScores) -> Iterator[Disagreement]:
    for fault in scores.faults:
        start, end = fault.span
        context = context_of(gold.text, start, end) if end else ""
        yield Disagreement(fault.kind, gold.id, start, end, fault.gold, fault.system, context)
