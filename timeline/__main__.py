"""``python -m timeline``."""

from timeline.cli import app

app(prog_name="python -m timeline")
