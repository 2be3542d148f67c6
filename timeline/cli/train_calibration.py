"""The command that learns how likely what is told is right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from timeline.cli.tables import print_reliability
from timeline.errors import TimelineError
from timeline.evaluation.corpus import read_corpus
from timeline.evaluation.scores.reliability import judge_links, judge_story
from timeline.evaluation.stories import SUFFIX, read_stories
from timeline.evaluation.system import answers
from timeline.model.document import Document
from timeline.reasoning.calibration import uncalibrated
from timeline.stages.extraction import extract
from timeline.training.calibration import Case, as_weighed, held_out, learn_curves, write_curves


def train_calibration(
    folders: Annotated[
        list[str], typer.Argument(help="Folders of told stories or TimeML files with their language: fr=FOLDER.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write: reasoning/calibration.json.")
    ] = None,
    every: Annotated[
        int, typer.Option(help="Of TimeML folders take every N-th file by name: what train-order held out.", min=1)
    ] = 1,
    folds: Annotated[int, typer.Option(help="Parts of the cross-validation over documents.", min=2)] = 20,
) -> None:
    """Learn from judged answers how likely claims, dates and joins are right, and tell how well it is learned."""
    try:
        with uncalibrated():
            cases = [case for folder in folders for case in _cases(*folder.partition("=")[::2], every)]
        print_reliability(Console(), "Held out, in per cent", held_out(cases, folds))
        if output is not None:
            write_curves(output, learn_curves(case.judged for case in cases))
    except TimelineError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error


def _cases(lang: str, folder: str, every: int) -> Iterator[Case]:
    if any(Path(folder).glob(f"*{SUFFIX}")):
        for told in read_stories(folder):
            story = extract(Document(told.text, date=told.date, lang=told.lang or lang, id=told.id))
            yield from (Case(as_weighed(judged), told.id) for judged in judge_story(story, told))
        return
    _, gold = read_corpus(folder, every=every)
    for document, answer in zip(gold, answers(gold, lang), strict=True):
        yield from (Case(as_weighed(judged), document.id) for judged in judge_links([document], [answer]))
