"""The command line: one command, one file."""

import typer

from timeline.cli.benchmark import benchmark
from timeline.cli.evaluate import evaluate
from timeline.cli.extract import extract
from timeline.cli.prompts import prompts
from timeline.cli.train_calibration import train_calibration
from timeline.cli.train_events import train_events
from timeline.cli.train_order import train_order
from timeline.cli.train_reader import train_reader
from timeline.cli.train_stories import train_stories

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.command()(extract)
app.command()(evaluate)
app.command()(prompts)
app.command()(benchmark)
app.command()(train_events)
app.command()(train_order)
app.command()(train_stories)
app.command()(train_reader)
app.command()(train_calibration)


@app.callback()
def main() -> None:
    """Read news into a time-ordered graph of who did what, when."""
