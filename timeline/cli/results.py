"""Where a command puts what it made: on standard output, in one file, or in a folder, a file a document and format."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from timeline.formats import WRITERS, write
from timeline.model.timeline import Timeline

TABLE = "table"


@dataclass(frozen=True, slots=True)
class Results:
    """Where results go.

    Attributes
    ----------
    output : Path or None
        A file or a folder; None is standard output.
    formats : tuple of str
        Names of `WRITERS`, or `TABLE`, which always goes to standard output.
    several : bool
        Whether more than one document is told of, each by itself.
    """

    output: Path | None
    formats: tuple[str, ...]
    several: bool

    @property
    def is_one_file(self) -> bool:
        """Whether all goes into one file: it has an ending, and nothing else needs a place of its own."""
        return self.output is not None and bool(self.output.suffix) and not self.several and len(self.formats) == 1

    def target(self, name: str, form: str) -> Path | None:
        """Return the file of a document in a format, None for standard output."""
        if self.output is None or form == TABLE:
            return None
        return self.output if self.is_one_file else self.output / f"{name}{WRITERS[form].suffix}"

    def exist(self, name: str) -> bool:
        """Tell whether all files of a document are already there."""
        targets = [self.target(name, form) for form in self.formats]
        return all(target is not None and target.exists() for target in targets)

    def put(self, story: Timeline, name: str) -> None:
        """Write a document's timeline in each format."""
        for form in self.formats:
            target = self.target(name, form)
            if form == TABLE:
                if self.several:
                    Console().rule(escape(name))
                Console().print(table_of(story))
            elif target is None:
                sys.stdout.buffer.write(write(story, form).encode("utf8", "replace"))
                sys.stdout.buffer.flush()
            else:
                save_whole(write(story, form), target)
                typer.echo(str(target))


def save_whole(text: str, target: Path) -> None:
    """Write a file under a name of its own and rename it, so that an interruption leaves no half file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(text.encode("utf8", "replace"))
        os.replace(part, target)  # noqa: PTH105 (replaces on every system, which Path.rename does not)
    finally:
        part.unlink(missing_ok=True)


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
        table.add_row(when, escape(event.label), event.type, event.factuality, f"{event.salience:.2f}")
    return table
