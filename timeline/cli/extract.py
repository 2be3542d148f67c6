"""The command that reads texts and writes timelines."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from timeline.errors import TimelineError, TimelineWarning
from timeline.formats import WRITERS, write
from timeline.formats.page import read
from timeline.model.dates import parse_reference_date
from timeline.model.document import Document
from timeline.model.timeline import Timeline
from timeline.stages.extraction import extract_many
from timeline.stages.merging import merge

UNREAD = 1  # exit code: some document could not be read; typer's own 2 is a wrong call
_READABLE = {".txt", ".text", ".md", ".html", ".htm", ".xhtml"}

# The choices are the registry's names, which a type checker cannot know.
Format = Enum("Format", {name: name for name in ("table", *WRITERS)}, type=str)  # type: ignore[misc]


def extract(
    files: Annotated[list[str], typer.Argument(help="Text or HTML files, folders of them, or - for standard input.")],
    date: Annotated[str | None, typer.Option(help="When the texts were published, such as 2023-11-20.")] = None,
    lang: Annotated[str | None, typer.Option(help="Language, such as fr; detected when not given.")] = None,
    to: Annotated[list[Format] | None, typer.Option(help="Format to write; may be given several times.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write, or a folder where each document gets a file.")
    ] = None,
    merged: Annotated[bool, typer.Option("--merge", help="Join all documents into one story.")] = False,
    n_process: Annotated[int, typer.Option(help="Processes to work in.")] = 1,
    skip_existing: Annotated[bool, typer.Option(help="Leave out documents whose files are already there.")] = False,
) -> None:
    """Read texts and write their timelines.

    Exit code 0: all was read; 1: some document could not be read (the others were written); 2: a wrong call.
    """
    errors = Console(stderr=True)
    formats = [choice.value for choice in to or [Format["table"]]]
    paths = [path for name in files for path in _paths(name, errors)]
    _check_output(output, formats, paths, merged)
    documents = list(_documents(paths, date, lang, errors))
    if skip_existing and output is not None:
        documents = [d for d in documents if not all(_target(output, d.id, form).exists() for form in formats)]
    failed = len(paths) - len(documents) if not skip_existing else 0
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", TimelineWarning)
        stories = list(extract_many(documents, n_process=n_process, progress=len(paths) > 1 and sys.stderr.isatty()))
    for warning in caught:
        errors.print(f"[yellow]{warning.message}[/]", highlight=False)
    failed += sum(story.error is not None for story in stories)
    stories = [story for story in stories if story.error is None]
    for story in [merge(stories)] if merged else stories:
        name = "story" if merged else story.documents[0].id
        for form in formats:
            _write(story, form, name, output, len(stories) > 1 and not merged)
    if failed:
        raise typer.Exit(UNREAD)


def _paths(name: str, errors: Console) -> Iterator[Path]:
    """Yield the files that an argument means; ``-`` stays itself."""
    path = Path(name)
    if name == "-" or path.is_file():
        yield path
    elif path.is_dir():
        yield from sorted(file for file in path.rglob("*") if file.suffix.lower() in _READABLE)
    else:
        errors.print(f"[red]No file or folder {name}.[/]", highlight=False)
        raise typer.Exit(2)


def _documents(paths: list[Path], date: str | None, lang: str | None, errors: Console) -> Iterator[Document]:
    """Read the files, saying of each bad one what is wrong with it."""
    try:
        parse_reference_date(date)
    except TimelineError as error:
        raise typer.BadParameter(str(error), param_hint="--date") from error
    for path in paths:
        try:
            document = Document(sys.stdin.read(), id="stdin") if str(path) == "-" else read(path)
        except (TimelineError, OSError) as error:
            errors.print(f"[red]{error}[/]", highlight=False, markup=True)
            continue
        yield replace(document, date=date or document.date, lang=lang or document.lang)


def _check_output(output: Path | None, formats: list[str], paths: list[Path], merged: bool) -> None:
    several = (len(paths) > 1 and not merged) or len(formats) > 1
    if several and output is not None and output.is_file():
        raise typer.BadParameter("several results need a folder, and this is a file.", param_hint="-o")
    if several and output is None and formats != ["table"] and len(formats) > 1:
        raise typer.BadParameter("several formats need -o FOLDER.", param_hint="--to")


def _write(story: Timeline, form: str, name: str, output: Path | None, several: bool) -> None:
    if form == "table":
        if several:
            Console().rule(name)
        Console().print(table_of(story))
        return
    content = write(story, form)
    if output is None:
        sys.stdout.write(content if isinstance(content, str) else content.decode("latin-1"))
        return
    target = output if output.suffix and not several else _target(output, name, form)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.encode("utf8") if isinstance(content, str) else content)
    typer.echo(str(target))


def _target(output: Path, name: str, form: str) -> Path:
    return output / f"{name}{WRITERS[form].suffix}"


def table_of(story: Timeline) -> Table:
    """Return a story as a table for the terminal.

    Parameters
    ----------
    story : Timeline

    Returns
    -------
    rich.table.Table
        One row an event, in time order.
    """
    table = Table("when", "event", "type", "standing", "salience")
    for event in story:
        bounds = f"{event.earliest:%Y-%m-%d} … {event.latest:%Y-%m-%d}" if event.earliest and event.latest else ""
        when = event.time.timex3 if event.time else bounds
        table.add_row(when, event.label, event.type, event.factuality, f"{event.salience:.2f}")
    return table
