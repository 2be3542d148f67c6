"""How time and memory grow with what is read, as the exponent of a fitted power."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import cycle, islice


def exponent(seconds: Mapping[int, float]) -> float:
    """Return the slope of the line through the logarithms of sizes and seconds (least squares).

    1 means that twice the text takes twice the time, 2 that it takes four times.

    Parameters
    ----------
    seconds : mapping of int to float
        Seconds by size, two sizes or more.

    Examples
    --------
    >>> round(exponent({10: 0.1, 100: 1.0, 1000: 10.0}), 3)
    1.0
    >>> round(exponent({10: 1.0, 100: 100.0}), 3)
    2.0
    """
    points = [(math.log(size), math.log(max(spent, 1e-9))) for size, spent in seconds.items()]
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread


def text_of_length(texts: Sequence[str], length: int) -> str:
    r"""Return the texts one after another, again and again, cut to a length.

    Examples
    --------
    >>> text_of_length(["ab"], 5)
    'ab\n\na'
    """
    parts = islice(cycle(texts), length // max(1, min(map(len, texts))) + 1)
    return "\n\n".join(parts)[:length]


def measure(work: Callable[[int], object], sizes: Iterable[int]) -> dict[int, float]:
    """Return the processor's seconds that some work takes at each size."""
    spent = {}
    for size in sizes:
        started = time.process_time()
        work(size)
        spent[size] = time.process_time() - started
    return spent
