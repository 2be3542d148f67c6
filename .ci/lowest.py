"""Print the lowest series of each package that setup.cfg allows, as constraints for pip.

pip does not end with them; uv does, in half a minute, and takes the newest of what these packages need in turn:

uv pip compile setup.cfg --extra test --resolution lowest-direct --python-version 3.10 -o lowest.txt
uv pip install -r lowest.txt && python -m pytest -W default
"""

import configparser
import re
from pathlib import Path

SETUP = Path(__file__).parent.parent / "setup.cfg"
ENTRY = re.compile(r"([A-Za-z0-9_.-]+)(?:\[[^]]*\])?\s*>=\s*([0-9.]+)")


def lowest() -> dict[str, str]:
    """Return the lower bound of each package by its name."""
    setup = configparser.ConfigParser()
    setup.read(SETUP, encoding="utf8")
    lines = setup["options"]["install_requires"].splitlines()
    lines += [line for extra in setup["options.extras_require"].values() for line in extra.splitlines()]
    return {match[1]: match[2] for line in lines if (match := ENTRY.match(line.strip()))}


if __name__ == "__main__":
    for name, version in sorted(lowest().items()):
        print(f"{name}=={version if '.' in version else f'{version}.0'}.*")
