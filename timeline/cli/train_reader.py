"""The command that trains a language's own parser and names."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from timeline.errors import InvalidOptionError, TimelineError
from timeline.languages import get_language


def train_reader(
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder of the components: languages/<code>/model.")],
    lang: Annotated[str, typer.Option(help="Language of the texts, such as fr.")],
    treebank: Annotated[
        list[Path] | None,
        typer.Option(help="CoNLL-U file to learn morphology and syntax from, the largest first; may be repeated."),
    ] = None,
    raw: Annotated[
        list[Path] | None,
        typer.Option(help="Folder of .txt that a larger parser reads for this one to learn from (needs torch)."),
    ] = None,
    names: Annotated[
        list[Path] | None, typer.Option(help="Folder of brat files to learn names from; may be repeated.")
    ] = None,
    without: Annotated[
        list[Path] | None,
        typer.Option(help="Folder of texts to measure on: documents of the same names are not learnt from."),
    ] = None,
    seed: Annotated[int, typer.Option(help="What chance sets out from.")] = 0,
    steps: Annotated[
        int | None, typer.Option(min=1, help="Steps of each training at most; a few show whether all is in place.")
    ] = None,
) -> None:
    """Train a language's parser and names with spaCy, from folders of your own."""
    from timeline.training.reader import Settings, train_names, train_on_silver, train_syntax

    try:
        settings = Settings(get_language(lang).models[0], seed, steps)
        measured = {path.stem for folder in without or () for path in folder.rglob("*.txt")}
        if raw and not treebank:
            raise InvalidOptionError("--raw teaches what --treebank began: give both.")
        if treebank:
            train_syntax(treebank, output, settings)
        if treebank and raw:
            train_on_silver(treebank, raw, output, settings, without=measured)
        if names:
            train_names(names, output, settings, without=measured)
    except TimelineError as error:
        Console(stderr=True).print(f"[red]{error}[/red]")
        raise typer.Exit(1) from error
