"""The command that learns the weights of the event detector."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from timeline.errors import TimelineError
from timeline.stages.events.linear import save_model
from timeline.training.events import (
    RECIPES,
    Recipe,
    cross_validate,
    describe_training,
    read_examples,
    read_folders,
    read_lexicon,
    train,
)


def train_events(
    folders: Annotated[list[Path], typer.Argument(help="Folders of TimeML files.")],
    lang: Annotated[str, typer.Option(help="Language of the texts, such as fr.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write: languages/<code>/detection.npz.")
    ] = None,
    folds: Annotated[int, typer.Option(help="Folds of the cross-validation by document; 0 for none.")] = 9,
    vectors: Annotated[
        str | None, typer.Option(help="spaCy model whose word vectors help; the language's own when not given.")
    ] = None,
) -> None:
    """Learn from TimeML folders which words are events, and score that by cross-validation."""
    out = Console()
    recipe = RECIPES.get(lang, Recipe())
    try:
        corpus = read_folders(folders)
        examples = read_examples(corpus, lang)
        lexicon = read_lexicon(lang, vectors)
        if folds:
            result = cross_validate(corpus, examples, recipe, folds, lexicon)
            out.print(
                f"cross-validated, {folds} folds: P {result.precision:.1f}  R {result.recall:.1f}  "
                f"F1 {result.f1:.1f}  class F1 {result.class_f1:.1f}",
                highlight=False,
            )
        if output is not None:
            about = describe_training(folders, examples, lang, recipe, lexicon)
            save_model(train(examples, recipe, lexicon, about), output)
    except TimelineError as error:
        Console(stderr=True).print(f"[red]{error}[/red]")
        raise typer.Exit(1) from error
