"""Print what the library stands on at run time, direct and indirect, with versions and licences, as Markdown.

    python .ci/licences.py > .ci/LICENCES.md

They must be installed.
"""

from __future__ import annotations

import configparser
import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

NAME = re.compile(r"[A-Za-z0-9_.-]+")
HEAD = """# Licences

What `pip install timeline-extractor` brings along, as `python .ci/licences.py` lists it; extras are not among them.

| package | version | licence |
|---|---|---|"""


def direct() -> list[str]:
    """Return what setup.cfg asks for."""
    setup = configparser.ConfigParser()
    setup.read(Path(__file__).parent.parent / "setup.cfg", encoding="utf8")
    lines = setup["options"]["install_requires"].splitlines()
    return [line for line in lines if NAME.match(line)]


def needed(requirements: list[str], known: set[str]) -> Iterator[Distribution]:
    """Yield what is required, and what that requires in its turn, without extras, each once."""
    for requirement in requirements:
        other = NAME.match(requirement)[0].lower().replace("_", "-")
        if "extra ==" in requirement or other in known:
            continue
        known.add(other)
        try:
            found = distribution(other)
        except PackageNotFoundError:
            continue  # for another system or another Python
        yield found
        yield from needed(found.requires or [], known)


def licence(package: Distribution) -> str:
    """Return the licence as the package states it: its expression, its classifiers, or its own words."""
    about = package.metadata
    told = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or () if line.startswith("License ::")]
    own = (about.get("License") or "").strip().splitlines()
    return about.get("License-Expression") or ", ".join(told) or (own[0] if own else "not stated")


if __name__ == "__main__":
    rows = {(one.metadata["Name"].lower(), one.version, licence(one)) for one in needed(direct(), set())}
    print(HEAD)
    for row in sorted(rows):
        print("| " + " | ".join(row) + " |")
