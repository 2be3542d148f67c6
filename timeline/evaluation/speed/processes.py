"""What only a fresh process can tell: the time of an import, of a cold start, and the memory that reading takes."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from statistics import median

from timeline.stages.extraction import extract
from timeline.stages.pipeline import shared_pipeline

COLD_START = "import timeline; timeline.extract('Il part.', lang={lang!r})"


def script_seconds(script: str, n: int = 5) -> float:
    """Return the median of the processor's seconds that a new interpreter takes for a script.

    Raises
    ------
    subprocess.CalledProcessError
        When the script fails.
    """
    spent = []
    for _ in range(n):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, env=os.environ)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(spent)


def memory_over_model(text: str, lang: str) -> float:
    """Return the MiB that reading a text takes at most beyond what the loaded model already holds."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
        return fresh.submit(_memory_over_model, text, lang).result()


def _memory_over_model(text: str, lang: str) -> float:
    shared_pipeline(lang)
    extract(text[:2000], date="2023-11-20", lang=lang)
    loaded = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    extract(text, date="2023-11-20", lang=lang)
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - loaded) / 1024
