# ruff: noqa: T201 (a script prints)
"""Thousands of documents: ``python tests/benchmarks/many_documents.py interrupted`` and ``… memory``.

interrupted    4,000 files read by the command line, stopped by SIGINT and by SIGKILL and each time started again with
               ``--skip-existing``: prints how many results there are, how many were written twice, how many are broken
memory         5,000 texts through `timeline.extract_many`: prints the memory of the process after 200, 1,000 and 5,000
"""

import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import timeline

FILES, STOPS = 4_000, ((signal.SIGINT, 500), (signal.SIGKILL, 1_500))
TEXTS, LOOKED_AT = 5_000, (200, 1_000, 5_000)
NAMES = ("Anna", "Paul", "Lise", "Marc", "Jean", "Zoé"), ("Berg", "Morel", "Roux", "Duval", "Petit", "Lang")
DEEDS = ("a quitté Volta", "a été nommée à Lyon", "a rencontré le maire", "a porté plainte", "est arrivée à Lille")


def text_of(number: int) -> str:
    """Return a short text, like no other."""
    chance = random.Random(number)
    first, last, deed = (chance.choice(words) for words in (*NAMES, DEEDS))
    return f"{first} {last} {deed} le {chance.randint(1, 28)} mai {chance.randint(1950, 2020)} ({number})."


def interrupted() -> bool:
    """Stop a run twice, and say what became of its files."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it, and so would runs
    with tempfile.TemporaryDirectory() as folder:
        texts, out = Path(folder, "in"), Path(folder, "out")
        texts.mkdir()
        for number in range(FILES):
            (texts / f"{number:04}.txt").write_text(text_of(number), "utf8")
        command = [sys.executable, "-m", "timeline", "extract", str(texts), "--lang", "fr", "--to", "json"]
        command += ["-o", str(out), "--skip-existing"]
        seen: dict[str, int] = {}
        twice = 0
        for stop, after in (*STOPS, (None, FILES)):
            with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
                while stop is not None and run.poll() is None and len(list(out.glob("*.json"))) < after:
                    time.sleep(0.5)
                if stop is not None:
                    run.send_signal(stop)
            written = {path.name: path.stat().st_mtime_ns for path in out.iterdir() if path.suffix == ".json"}
            twice += sum(written.get(name) != when for name, when in seen.items())
            seen = written
            print(
                f"{stop.name if stop else 'to the end'}: {len(seen):,} results, exit code {run.returncode}", flush=True
            )
        broken = [path.name for path in out.glob("*.json") if not _is_of_its_text(path, texts)]
        left = len(list(out.iterdir())) - len(seen)
        print(f"{len(seen):,} of {FILES:,} documents; written twice {twice}, broken {len(broken)}, other files {left}")
        return len(seen) == FILES and not (twice or broken or left or run.returncode)


def _is_of_its_text(result: Path, texts: Path) -> bool:
    told = json.loads(result.read_text("utf8"))
    return bool(told["documents"][0]["text"] == (texts / f"{result.stem}.txt").read_text("utf8"))


def memory() -> bool:
    """Read many texts, and print the memory held on the way."""
    sizes: dict[int, float] = {}
    for number, _ in enumerate(timeline.extract_many(_documents()), start=1):
        if number in LOOKED_AT:
            sizes[number] = _resident()
            print(f"{number:>6,} texts: {sizes[number]:,.0f} MB", flush=True)
    growth = sizes[LOOKED_AT[-1]] / sizes[LOOKED_AT[0]] - 1
    print(f"growth from {LOOKED_AT[0]:,} to {LOOKED_AT[-1]:,}: {growth:+.1%}")
    return abs(growth) <= 0.1


def _documents() -> Iterator[tuple[str, dict[str, str]]]:
    for number in range(TEXTS):
        yield text_of(number), {"lang": "fr", "id": f"d{number}"}


def _resident() -> float:
    lines = Path("/proc/self/status").read_text("utf8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    kinds = {"interrupted": interrupted, "memory": memory}
    sys.exit(not min(kinds[name]() for name in sys.argv[1:] or kinds))
