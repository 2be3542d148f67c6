"""How many cases were tried is printed at the end: 500 in the normal profile, 20,000 in the nightly one."""

import pytest

from . import amount


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter):
    if amount.tried:
        failed = len(terminalreporter.stats.get("failed", ()))
        told = ", ".join(f"{number:,} {kind}" for kind, number in sorted(amount.tried.items()))
        terminalreporter.write_line(
            f"fuzz: {sum(amount.tried.values()):,} cases ({told}), {failed} tests with a failure", bold=True
        )
