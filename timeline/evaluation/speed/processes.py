"""What only a fresh process can tell: the time of an import, of a cold start, and the memory that reading takes."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from timeline.stages.extraction import extract, extract_many
from timeline.stages.pipeline import shared_pipeline

COLD_START = "import timeline; timeline.extract('Il part.', lang={lang!r})"
COMMAND = "import sys; from timeline.cli import app; sys.argv = ['timeline', 'extract', '-', '--lang', {lang!r}]; app()"


def script_seconds(script: str, n: int = 5) -> float:
    """Return the median of the processor's seconds that a new interpreter takes for a script, given a text to read.

    Raises
    ------
    subprocess.CalledProcessError
        When the script fails.
    """
    spent = []
    for _ in range(n):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-c", script], check=True, capture_output=True, env=os.environ, input=b"Il part."
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(spent)


def speed_up(texts: Sequence[str], lang: str, number: int = 60) -> float:
    """Return how much faster two processes read than one, by the clock.

    Parameters
    ----------
    texts : sequence of str
    lang : str
        ISO 639-1 code.
    number : int
        How many texts a shorter run reads; a longer one reads three times as many, and the difference is counted, so
        that the time in which processes load their models is not.

    Returns
    -------
    float
        2 at best.
    """
    one, two = (_clocked(texts, lang, 3 * number, n) - _clocked(texts, lang, number, n) for n in (1, 2))
    return one / max(two, 1e-9)


def _clocked(texts: Sequence[str], lang: str, number: int, n_process: int) -> float:
    started = time.perf_counter()
    read = ((text, {"lang": lang, "date": "2023-11-20"}) for text in islice(cycle(texts), number))
    _ = sum(len(story) for story in extract_many(read, n_process=n_process))
    return time.perf_counter() - started


def memory_over_model(text: str, lang: str) -> float:
    """Return the MiB that reading a text takes at most beyond what the loaded model already holds."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
        return fresh.submit(_memory_over_model, text, lang).result()


def _memory_over_model(text: str, lang: str) -> float:
    shared_pipeline(lang)
    extract(text[:2000], date="2023-11-20", lang=lang)
    loaded = _held_now()
    extract(text, date="2023-11-20", lang=lang)
    return (_held_most() - loaded) / 1024


def _held_now() -> int:
    """Return the KiB that this process holds, and forget, where the system can, that loading took more for a while."""
    try:
        Path("/proc/self/clear_refs").write_text("5")  # Linux: VmHWM begins anew
    except OSError:
        return _held_most()
    return _status("VmRSS")


def _held_most() -> int:
    """Return the KiB that this process held at most since `_held_now` was asked, else since it began."""
    try:
        return _status("VmHWM")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _status(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))
