"""The command that writes what to ask another reader about texts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from timeline.cli.inputs import inputs_of
from timeline.errors import TimelineError
from timeline.formats.proposals import write_prompts


def prompts(
    files: Annotated[list[str], typer.Argument(help="Text or HTML files, folders of them, or - for standard input.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="File of JSON lines to write.")],
    date: Annotated[str | None, typer.Option(help="When the texts were published, such as 2023-11-20.")] = None,
    lang: Annotated[str | None, typer.Option(help="Language, such as fr; detected when not given.")] = None,
) -> None:
    """Write a prompt for each text, one a line; put each answer under "proposal" and read with extract --proposals."""
    try:
        documents = [one.read() for one in inputs_of(files)]
        write_prompts(output, (replace(d, date=date or d.date, lang=lang or d.lang) for d in documents))
    except (TimelineError, OSError) as error:
        Console(stderr=True, markup=False, highlight=False).print(str(error), style="red")
        raise typer.Exit(1) from error
