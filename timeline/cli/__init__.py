"""The command line: one command, one file."""

import typer

from timeline.cli.evaluate import evaluate
from timeline.cli.extract import extract

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.command()(extract)
app.command()(evaluate)


@app.callback()
def main() -> None:
    """Read news into a time-ordered graph of who did what, when."""
