"""The command ``evaluate``: scores of the library on a folder of annotated texts."""

from __future__ import annotations

from dataclasses import fields
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from timeline.errors import CorpusError, TimelineError
from timeline.evaluation.annotations import AnnotatedDocument
from timeline.evaluation.disagreements import Disagreement, disagreements
from timeline.evaluation.jsonl import read_system_times
from timeline.evaluation.scores.counts import Score
from timeline.evaluation.scores.events import EventScores, match_events, score_events
from timeline.evaluation.scores.times import TimeScores, match_times, score_times
from timeline.evaluation.system import answers
from timeline.evaluation.timeml import read_timeml, timeml_files

out = Console(soft_wrap=True)


def evaluate(
    corpus: Annotated[Path, typer.Argument(help="Folder of annotated files.", exists=True)],
    lang: Annotated[str, typer.Option(help="Language of the texts, as an ISO 639-1 code.")],
    task: Annotated[str, typer.Option(help="What to score: times, events; what the folder holds when not given.")] = "",
    errors: Annotated[bool, typer.Option("--errors", help="List every error, grouped by kind.")] = False,
    against: Annotated[
        list[Path] | None, typer.Option(help="Another system's times as JSON lines, to stand beside; repeatable.")
    ] = None,
    every: Annotated[int, typer.Option(help="Take every N-th file by name, such as a held-out part.", min=1)] = 1,
    offset: Annotated[int, typer.Option(help="Where --every begins to count.", min=0)] = 0,
) -> None:
    """Score the library on a corpus."""
    try:
        gold = [read_timeml(path) for path in timeml_files(corpus)[offset::every]]
        if not gold:
            raise CorpusError(f"There is nothing to evaluate in {corpus}. Give a folder of .tml files.")
        system = list(answers(gold, lang))
        if task in ("", "times"):
            _times(gold, system, against or [], errors)
        if task in ("", "events"):
            _events(gold, system, errors)
    except TimelineError as error:
        Console(stderr=True).print(f"[red]{escape(str(error))}[/red]")
        raise typer.Exit(1) from error


def _times(
    gold: list[AnnotatedDocument], system: list[AnnotatedDocument], against: list[Path], errors: bool
) -> None:
    rows = [("timeline", score_times(gold, system))]
    rows += [(path.stem, score_times(gold, read_system_times(path, gold))) for path in against]
    _print_scores(f"Times: {_size(gold, sum(len(d.times) for d in gold))}", TimeScores, rows)
    if errors:
        _print_errors(list(disagreements(match_times(gold, system), ("type", "value"))))


def _events(gold: list[AnnotatedDocument], system: list[AnnotatedDocument], errors: bool) -> None:
    rows = [("timeline", score_events(gold, system))]
    _print_scores(f"Events: {_size(gold, sum(len(d.events) for d in gold))}", EventScores, rows)
    if errors:
        _print_errors(list(disagreements(match_events(gold, system), ("timeml_class", "tense", "aspect", "polarity"))))


def _size(gold: list[AnnotatedDocument], number: int) -> str:
    return f"{len(gold)} documents, {number} in the gold standard"


def _print_scores(title: str, kind: type, rows: list[tuple[str, object]]) -> None:
    """Print a line for each score and three columns for each system."""
    table = Table(title=title, title_justify="left", title_style="bold")
    table.add_column("")
    for system, _ in rows:
        for number, heading in enumerate((f"{system}\nP", "\nR", "\nF1")):
            table.add_column(heading, justify="right", no_wrap=True, style="bold" if number == 2 else "")
    for name in (field.name for field in fields(kind)):
        cells: list[str] = []
        for _, scores in rows:
            score: Score = getattr(scores, name)
            cells += [f"{100 * number:.1f}" for number in (score.precision, score.recall, score.f1)]
        table.add_row(name.removeprefix("timeml_"), *cells)
    out.print(table)


def _print_errors(found: list[Disagreement]) -> None:
    for kind, group in groupby(sorted(found, key=_kind), key=_kind):
        items = list(group)
        out.print(f"\n[bold]{kind}[/bold] ({len(items)})")
        for item in items:
            told = " | ".join(part for part in (item.gold and f"gold {item.gold}", item.system and f"ours {item.system}") if part)
            out.print(f"{item.document}:{item.start}-{item.end}  {told}", markup=False, highlight=False)
            out.print(f"    {item.context}", markup=False, highlight=False, style="dim")


def _kind(item: Disagreement) -> str:
    return item.kind
