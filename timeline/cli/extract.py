"""The command that reads texts and writes timelines."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from timeline.cli.inputs import Input, inputs_of
from timeline.cli.results import TABLE, Results
from timeline.errors import MissingInputError, TimelineError, TimelineWarning
from timeline.formats import WRITERS
from timeline.formats.proposals import SavedProposals, read_proposals
from timeline.model.dates import parse_reference_date
from timeline.model.document import Document
from timeline.model.timeline import Timeline
from timeline.stages.extraction import extract_many
from timeline.stages.grounding.asking import check_mode
from timeline.stages.limits import LONGEST_TEXT, Limits

UNREAD = 1  # exit code: some document could not be read; typer's own 2 is a wrong call
UNWRITABLE = 2

# The choices are the registry's names, which a type checker cannot know.
Format = Enum("Format", {name: name for name in (TABLE, *WRITERS)}, type=str)  # type: ignore[misc]


@dataclass(slots=True)
class _Complaints:
    """What went wrong, said on stderr as it happens, and counted."""

    console: Console = field(default_factory=lambda: Console(stderr=True, markup=False, highlight=False))
    unread: int = 0

    def add(self, message: str) -> None:
        self.unread += 1
        self.console.print(message, style="red")


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
    proposals: Annotated[Path | None, typer.Option(help="Saved proposals: JSON lines, or a folder of ID.json.")] = None,
    mode: Annotated[str, typer.Option(help="With proposals: fill, only or check.")] = "fill",
    max_characters: Annotated[int, typer.Option(help="Longer documents are not read.", min=1)] = LONGEST_TEXT,
    max_sentences: Annotated[int | None, typer.Option(help="Documents of more are not read.", min=1)] = None,
    max_seconds: Annotated[float | None, typer.Option(help="Documents that take longer are given up.")] = None,
) -> None:
    """Read texts and write their timelines, each as soon as it is read.

    Exit code 0: all was read; 1: some document could not be read (the others were written); 2: a wrong call, or a
    place where nothing can be written. An interrupted run goes on with --skip-existing.
    """
    complaints = _Complaints()
    inputs = _inputs(files)
    formats = [choice.value for choice in to or [Format[TABLE]]]
    results = _results(output, formats, several=len(inputs) > 1 and not merged)
    _check_date(date)
    limits = _limits(max_characters, max_sentences, max_seconds)
    if skip_existing:
        inputs = _missing(inputs, results, merged=merged)
    documents = (replace(d, date=date or d.date, lang=lang or d.lang) for d in _documents(inputs, complaints))
    stories = _read(documents, n_process, len(inputs), complaints, saved_proposals(proposals, mode), mode, limits)
    try:
        _put(stories, results, merged=merged)
    except OSError as error:
        complaints.add(f"Nothing can be written to {output}: {error}")
        raise typer.Exit(UNWRITABLE) from error
    if complaints.unread:
        raise typer.Exit(UNREAD)


def _put(stories: Iterator[Timeline], results: Results, *, merged: bool) -> None:
    if merged:
        from timeline.merging import merge  # which most calls do without

        results.put(merge(list(stories)), "story")
        return
    for story in stories:
        results.put(story, story.documents[0].id)


def saved_proposals(path: Path | None, mode: str) -> SavedProposals | None:
    """Return the proposals that a command is given, checked with the mode they are taken in."""
    try:
        check_mode(mode)
        return None if path is None else read_proposals(path)
    except TimelineError as error:
        raise typer.BadParameter(str(error), param_hint="--proposals, --mode") from error


def _inputs(files: list[str]) -> list[Input]:
    try:
        return inputs_of(files)
    except MissingInputError as error:
        raise typer.BadParameter(str(error), param_hint="FILES") from error


def _missing(inputs: list[Input], results: Results, *, merged: bool) -> list[Input]:
    return [one for one in inputs if not results.exist("story" if merged else one.name)]


def _results(output: Path | None, formats: list[str], *, several: bool) -> Results:
    if (several or len(formats) > 1) and output is not None and output.is_file():
        raise typer.BadParameter("several results need a folder, and this is a file.", param_hint="-o")
    if output is None and len(formats) > 1:
        raise typer.BadParameter("several formats need -o FOLDER.", param_hint="--to")
    return Results(output, tuple(dict.fromkeys(formats)), several)


def _limits(characters: int, sentences: int | None, seconds: float | None) -> Limits:
    try:
        return Limits(characters=characters, sentences=sentences, seconds=seconds)
    except TimelineError as error:
        raise typer.BadParameter(str(error), param_hint="--max-seconds") from error


def _check_date(date: str | None) -> None:
    try:
        parse_reference_date(date)
    except TimelineError as error:
        raise typer.BadParameter(str(error), param_hint="--date") from error


def _documents(inputs: list[Input], complaints: _Complaints) -> Iterator[Document]:
    """Read the files as they are asked for, saying of each bad one what is wrong with it."""
    for one in inputs:
        try:
            yield one.read()
        except (TimelineError, OSError) as error:
            complaints.add(f"{one.path}: {error}")


def _read(
    documents: Iterator[Document],
    n_process: int,
    n: int,
    complaints: _Complaints,
    proposals: SavedProposals | None,
    mode: str,
    limits: Limits,
) -> Iterator[Timeline]:
    """Yield the timelines of what could be read, saying of the rest why not, and what of proposals was not taken."""
    progress = n > 1 and sys.stderr.isatty()
    stories = extract_many(
        documents, n_process=n_process, progress=progress, proposals=proposals, mode=mode, limits=limits
    )
    while True:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", TimelineWarning)
            story = next(stories, None)
        if story is None:
            return
        if story.error is not None:
            complaints.add(f"{story.documents[0].id if story.documents else 'A document'}: {story.error}")
            continue
        for refusal in story.refused:
            complaints.console.print(f"{story.documents[0].id}: {refusal.where}: {refusal.value}: {refusal.reason}")
        for warning in caught:
            complaints.console.print(str(warning.message), style="yellow")
        yield story
