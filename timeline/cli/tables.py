"""Tables of scores and lists of errors, as the command prints them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from rich.console import Console
from rich.table import Table

from timeline.evaluation.disagreements import Disagreement
from timeline.evaluation.scores.counts import Score
from timeline.evaluation.scores.reliability import Judged, bins_of, by_weight, calibration_error

Scores = Mapping[str, Score | float]


def print_scores(out: Console, title: str, systems: Mapping[str, Scores]) -> None:
    """Print a line for each score and system: precision, recall and F1; of a bare number only the last."""
    table = Table(title=title, title_justify="left", title_style="bold")
    table.add_column("score")
    table.add_column("system")
    for heading, style in (("P", ""), ("R", ""), ("F1", "bold")):
        table.add_column(heading, justify="right", style=style)
    for name in dict.fromkeys(name for scores in systems.values() for name in scores):
        shown = name
        for system, scores in systems.items():
            if name in scores:
                table.add_row(shown, system, *_cells(scores[name]))
                shown = ""
        if len(systems) > 1:
            table.add_section()
    out.print(table)


def print_reliability(out: Console, title: str, judged: Iterable[Judged]) -> None:
    """Print for each kind of thing told how sure it was, in five bins, and how often it was right."""
    by_kind: dict[str, list[Judged]] = {}
    for one in judged:
        by_kind.setdefault(one.kind, []).append(one)
    table = Table(title=title, title_justify="left", title_style="bold")
    table.add_column("told")
    for heading in ("confidence", "cases", "mean", "right"):
        table.add_column(heading, justify="right")
    for kind, found in sorted(by_kind.items()):
        bins = bins_of(found)
        shown = kind
        for held in bins:
            span = f"{held.low:.1f}–{held.high:.1f}"
            table.add_row(shown, span, f"{held.cases:,}", _percent(held.confidence), _percent(held.right))
            shown = ""
        error, raw = calibration_error(bins), calibration_error(bins_of(map(by_weight, found)))
        table.add_row("", "calibration error", f"{len(found):,}", "", _percent(error), style="bold")
        table.add_row("", "of the weights alone", "", "", _percent(raw))
        table.add_section()
    out.print(table)


def print_errors(out: Console, errors: Iterable[Disagreement]) -> None:
    """Print errors by kind: where, what both say, and the words around."""
    for kind, group in groupby(sorted(errors, key=_kind), key=_kind):
        items = list(group)
        out.print(f"\n[bold]{kind}[/bold] ({len(items)})")
        for item in items:
            sides = (("gold", item.gold), ("ours", item.system))
            told = "  |  ".join(f"{side} {said}" for side, said in sides if said)
            out.print(f"{item.document}:{item.start}-{item.end}  {told}", markup=False, highlight=False)
            out.print(f"    {item.context}", markup=False, highlight=False, style="dim")


def _cells(score: Score | float) -> tuple[str, str, str]:
    if isinstance(score, Score):
        return _percent(score.precision), _percent(score.recall), _percent(score.f1)
    return "", "", _percent(score)


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def _kind(item: Disagreement) -> str:
    return item.kind
