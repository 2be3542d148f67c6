"""The command line: one command, one file, imported when it is called: reading a text needs no scores and no training."""

from importlib import import_module

import click
import typer
from typer.core import TyperGroup

_COMMANDS = (
    *("extract", "evaluate", "prompts", "benchmark"),
    *("train-events", "train-order", "train-stories", "train-reader", "train-calibration"),
)


class _Commands(TyperGroup):
    """The commands by name, each in the file and the function called so."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        one = typer.Typer(add_completion=False)
        one.command()(getattr(import_module(f"timeline.cli.{name}"), name))
        return typer.main.get_command(one)


app = typer.Typer(cls=_Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def main() -> None:
    """Read news into a time-ordered graph of who did what, when."""
