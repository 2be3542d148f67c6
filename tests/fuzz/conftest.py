"""How many cases were tried is printed at the end, and written as a line of JSON where ``--fuzz-log`` says so."""

import json
from pathlib import Path

import pytest

from . import amount


def pytest_addoption(parser):
    parser.addoption("--fuzz-log", type=Path, help="file to which a line with the number of cases is added")


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter, config):
    if not amount.tried:
        return
    failed = len(terminalreporter.stats.get("failed", ())) + len(terminalreporter.stats.get("error", ()))
    told = ", ".join(f"{number:,} {kind}" for kind, number in sorted(amount.tried.items()))
    terminalreporter.write_line(
        f"fuzz: {sum(amount.tried.values()):,} cases ({told}), {failed} tests with a failure", bold=True
    )
    log = config.getoption("--fuzz-log", default=None)
    if log is not None:
        part = {"seed": int(config.getoption("--hypothesis-seed")), "tried": dict(amount.tried), "failed": failed}
        with log.open("a", encoding="utf8") as file:
            file.write(json.dumps(part) + "\n")
