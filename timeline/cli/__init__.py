"""The command line: one command, one file, imported when it is called.

Reading a text needs neither scores nor training.
"""

from importlib import import_module
from typing import Any  # typer has click's classes, or its own copies of them

import typer
from typer.core import TyperGroup

_COMMANDS = (
    *("extract", "evaluate", "prompts", "benchmark"),
    *("train-events", "train-order", "train-stories", "train-reader", "train-calibration"),
)


class _Commands(TyperGroup):
    """The commands by name, each in the file and the function called so."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
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
