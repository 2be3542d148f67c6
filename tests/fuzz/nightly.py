"""The nightly profile in parts: ``python tests/fuzz/nightly.py`` tries 20,000 cases and prints how many failed.

Each part is a process of its own with the normal profile and its own seed, so that a run takes no more memory at its
end than at its beginning. Its counts become a line of the log; an interrupted run, started again with the same log,
goes on with the parts that are missing. Exit code 0: all cases were tried, and none failed.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from itertools import count
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """Try what is missing, and print the sum."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--cases", type=int, default=20_000)
    options.add_argument("--log", type=Path, default=Path("fuzz.jsonl"))
    given = options.parse_args()
    for seed in count(1):
        parts = read(given.log)
        if sum(sum(part["tried"].values()) for part in parts.values()) >= given.cases:
            break
        if seed not in parts:
            run(seed, given.log)
            print(told(read(given.log)), flush=True)
    parts = read(given.log)
    print(told(parts))
    return int(any(part["failed"] for part in parts.values()))


def run(seed: int, log: Path) -> None:
    """Try one part; what fails is printed as it is found."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", str(HERE), f"--hypothesis-seed={seed}"]
    done = subprocess.run([*command, f"--fuzz-log={log.absolute()}"], capture_output=True, text=True, check=False)
    if seed not in read(log):
        sys.exit(f"Part {seed} came to no end:\n{done.stdout}{done.stderr}")
    if done.returncode:
        print(done.stdout, flush=True)


def read(log: Path) -> dict[int, dict]:
    """Return the parts that were tried, by their seed."""
    lines = log.read_text("utf8").splitlines() if log.exists() else []
    return {part["seed"]: part for part in map(json.loads, lines)}


def told(parts: dict[int, dict]) -> str:
    """Return the sum of all parts in words."""
    tried = sum((Counter(part["tried"]) for part in parts.values()), Counter())
    failed = sum(part["failed"] for part in parts.values())
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in sorted(tried.items()))
    return f"fuzz: {sum(tried.values()):,} cases ({kinds}) in {len(parts)} parts, {failed} tests with a failure"


if __name__ == "__main__":
    sys.exit(main())
