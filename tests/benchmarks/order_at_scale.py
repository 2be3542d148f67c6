# ruff: noqa: T201 (a script prints)
"""How long it takes to settle stories of growing size and to ask them: ``python tests/benchmarks/order_at_scale.py``.

Every story has three relations an event and 10,000 queries about pairs of events. Three kinds of story, each with one
event in twenty on the calendar and one claim in fifty false:

narrative    events mostly told as they came; relations between events told within ten of each other
chained      the same, and every event related to the next one told: one long chain
scattered    relations between any two events, as no text has them

A fourth, narrative claims added one at a time with `IntervalGraph.add`, is called "one by one". Seconds are of the
processor; growth is the factor by which they grew since the size before, and the sizes double.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from datetime import datetime, timedelta

from timeline.model import Relation
from timeline.reasoning.allen import relation_between
from timeline.reasoning.intervals import IntervalGraph

RELATIONS_PER_EVENT = 3
QUERIES = 10_000
FALSE_SHARE = 0.02
DATED_SHARE = 0.05
REACH = 10
DAY_ONE = datetime(1900, 1, 1)

Span = tuple[int, int]


def main() -> None:
    """Print a table for each kind of story."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sizes", type=int, nargs="+", default=[25_000, 50_000, 100_000], help="numbers of events")
    options.add_argument("--kinds", nargs="+", default=["narrative", "one by one", "chained", "scattered"])
    arguments = options.parse_args()
    print(f"{'story':10} {'events':>8} {'relations':>9} {'refused':>7} {'known':>6}", end="")
    print(f" {'build s':>8} {'growth':>6} {'index s':>8} {'queries s':>9} {'growth':>6}")
    for kind in arguments.kinds:
        before: tuple[float, float] | None = None
        for size in arguments.sizes:
            before = measure(kind, size, before)


def measure(kind: str, size: int, before: tuple[float, float] | None) -> tuple[float, float]:
    """Build one story and ask it; print a row and return the seconds of both."""
    chance = random.Random(size)
    spans = story(size, chance)
    dates = {f"e{i}": calendar(span) for i, span in enumerate(spans) if chance.random() < DATED_SHARE}
    claims = list(claims_of(kind, spans, chance))
    chance.shuffle(claims)
    asked = [(f"e{chance.randrange(size)}", f"e{chance.randrange(size)}") for _ in range(QUERIES)]

    started = time.process_time()
    graph = IntervalGraph(dates, [f"e{i}" for i in range(size)])
    refused = [claim for claim in claims if not graph.add(claim)] if kind == "one by one" else graph.settle(claims)
    built = time.process_time()
    graph.relation("e0", "e1")
    indexed = time.process_time()
    known = sum(graph.relation(a, b) is not None for a, b in asked)
    answered = time.process_time()

    took = built - started, answered - built
    growth = [f"{now / then:6.1f}" for now, then in zip(took, before, strict=True)] if before else ["     -", "     -"]
    print(f"{kind:10} {size:8} {len(claims):9} {len(refused):7} {known / QUERIES:6.0%}", end="")
    print(f" {took[0]:8.2f} {growth[0]} {indexed - built:8.2f} {answered - indexed:9.2f} {growth[1]}", flush=True)
    return took


def story(size: int, chance: random.Random) -> list[Span]:
    """Return the true hours of events in the order they are told: mostly as they came, some looked back on."""
    spans = []
    now = 0
    for _ in range(size):
        now += chance.randint(0, 12)
        start = now if chance.random() < 0.9 else max(0, now - chance.randint(0, 2_000))
        spans.append((start, start + chance.randint(1, 24)))
    return spans


def calendar(span: Span) -> tuple[datetime, datetime]:
    """Return hours as moments."""
    return DAY_ONE + timedelta(hours=span[0]), DAY_ONE + timedelta(hours=span[1])


def claims_of(kind: str, spans: list[Span], chance: random.Random) -> Iterator[Relation]:
    """Yield the claims of a story; overlaps, which TimeML does not name, are not among them."""
    size = len(spans)
    for i in range(size):
        told = 0
        if kind == "chained" and i + 1 < size:
            yield from claim(spans, i, i + 1, chance)
            told = 1
        while told < RELATIONS_PER_EVENT:
            j = chance.randrange(size) if kind == "scattered" else i + chance.choice((-1, 1)) * chance.randint(1, REACH)
            if 0 <= j < size and i != j:
                made = list(claim(spans, i, j, chance))
                told += len(made)
                yield from made


def claim(spans: list[Span], i: int, j: int, chance: random.Random) -> Iterator[Relation]:
    """Yield the true relation of two events, or sometimes its converse, mostly with less confidence."""
    name = relation_between(spans[i], spans[j]).timeml
    if name is None:
        return
    if chance.random() < FALSE_SHARE:
        yield Relation(source=f"e{j}", target=f"e{i}", type=name, confidence=chance.uniform(0.3, 0.9))
    else:
        yield Relation(source=f"e{i}", target=f"e{j}", type=name, confidence=chance.uniform(0.5, 1.0))


if __name__ == "__main__":
    main()
