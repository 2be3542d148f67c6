"""The command that learns from told stories which mentions are one event, and which events are main turns."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from timeline.errors import TimelineError
from timeline.evaluation.stories import ToldStory, read_stories
from timeline.training.stories import Example, cross_validate, learn, pair_examples, turn_examples, write_weights


class Task(str, Enum):
    """What is learned."""

    JOINING = "joining"
    SALIENCE = "salience"


def train_stories(
    task: Annotated[Task, typer.Argument(help="joining (stages/events/pairing.toml) or salience (salience.toml).")],
    folders: Annotated[list[Path], typer.Argument(help="Folders of told stories: NAME.gold.json beside NAME.txt.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File to write.")] = None,
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
        examples = [example for story in _each_once(stories) for example in _examples(task, story)]
        typer.echo(
            f"{task.value}: pairs in order, cross-validated: {100 * cross_validate(examples, task.value, folds):.1f}"
        )
        if output is not None:
            write_weights(output, learn(examples, task.value), task.value)
    except TimelineError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error


def _each_once(stories: list[ToldStory]) -> list[ToldStory]:
    return list({story.id: story for story in stories}.values())


def _examples(task: Task, story: ToldStory) -> list[Example]:
    return list((pair_examples if task == Task.JOINING else turn_examples)(story))
