"""The command that learns from told stories which mentions are one event, and which events are main turns."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from timeline.cli.stories import print_shares
from timeline.errors import TimelineError
from timeline.evaluation.stories import ToldStory, read_stories
from timeline.training.held_out import held_out_scores
from timeline.training.stories import (
    choices,
    cross_validate,
    cross_validate_joins,
    learn_joins,
    learn_turns,
    turn_examples,
    write_weights,
    write_words,
)

WHAT = """joining (stages/events/ranking.toml), salience (salience.toml), or figures: those of `evaluate --task story`
by weights that never saw the story."""


class Task(str, Enum):
    """What is learned."""

    JOINING = "joining"
    SALIENCE = "salience"
    FIGURES = "figures"


def train_stories(
    task: Annotated[
        Task,
        typer.Argument(help=WHAT),
    ],
    folders: Annotated[list[Path], typer.Argument(help="Folders of told stories: NAME.gold.json beside NAME.txt.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File to write.")] = None,
    words: Annotated[
        Path | None, typer.Option(help="Folder of languages, for the weights that salience gives to words.")
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option(help="Patterns of the names of stories to learn from; repeatable.")
    ] = None,
    folds: Annotated[int, typer.Option(help="Parts of the cross-validation over stories.")] = 5,
) -> None:
    """Learn weights from told stories, and tell how well they are learned."""
    try:
        stories = [
            story for folder in folders for pattern in only or ["*"] for story in read_stories(folder, only=pattern)
        ]
        if task == Task.FIGURES:
            _figures(_each_once(stories), folds)
            return
        weights = (_joining if task == Task.JOINING else _salience)(_each_once(stories), folds)
        if output is not None:
            write_weights(output, weights, task.value)
        if words is not None:
            write_words(words, weights)
    except TimelineError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error


def _each_once(stories: list[ToldStory]) -> list[ToldStory]:
    return list({story.id: story for story in stories}.values())


def _joining(stories: list[ToldStory], folds: int) -> dict[str, float]:
    examples = [example for story in stories for example in choices(story)]
    recall, precision = cross_validate_joins(examples, folds)
    typer.echo(f"joining: links, cross-validated: recall {100 * recall:.1f}, precision {100 * precision:.1f}")
    return learn_joins(examples)


def _salience(stories: list[ToldStory], folds: int) -> dict[str, float]:
    examples = [example for story in stories for example in turn_examples(story)]
    typer.echo(f"salience: pairs in order, cross-validated: {100 * cross_validate(examples, folds):.1f}")
    return learn_turns(examples)


def _figures(stories: list[ToldStory], folds: int) -> None:
    for lang, scores in sorted(held_out_scores(stories, folds).items()):
        print_shares(Console(), f"Held out, {lang}: {scores.of['found']:,} events", scores)
