"""Timelines across documents, scored as relations between their events and days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from timeline.evaluation.scores.awareness import compare_relations, score_links
from timeline.evaluation.scores.counts import Score, total
from timeline.evaluation.semeval import UNORDERED, EntityTimeline, Line, Words
from timeline.model import Relation


def score_timelines(gold: Sequence[EntityTimeline], system: Sequence[EntityTimeline]) -> Score:
    """Score timelines as SemEval-2015 task 4 does: temporal awareness, counts added up over the entities.

    A timeline says that each event is SIMULTANEOUS with its day and with the others of its ordinal, and BEFORE those
    of the next. Mentions on one line of the gold timeline are one event. What has ordinal 0 there is not scored.

    Parameters
    ----------
    gold, system : sequence of EntityTimeline
        Matched by entity; an entity without an answer counts as an empty timeline.

    References
    ----------
    Minard et al. 2015; UzZaman and Allen 2011.

    Examples
    --------
    >>> line = Line(1, "2011-10-05", frozenset({("18355", 2, "died")}))
    >>> told = [EntityTimeline("Steve Jobs", (line,))]
    >>> score_timelines(told, told).f1
    1.0
    """
    answers = {timeline.entity: timeline for timeline in system}
    return total(_score(timeline, answers.get(timeline.entity)) for timeline in gold)


def _score(gold: EntityTimeline, system: EntityTimeline | None) -> Score:
    key, answer = _named(gold, system.lines if system else ())
    return score_links(compare_relations(_relations(key), _relations(answer)))


Named = list[tuple[int, str, str]]  # ordinal, day, name of the event


def _named(gold: EntityTimeline, answer: Iterable[Line]) -> tuple[Named, Named]:
    """Give the events of both sides names, one for those that share a mention; drop what is not scored."""
    home: dict[Words, str] = {}
    scored: Named = []
    for number, line in enumerate(gold.lines):
        name = f"{'e' if line.ordinal != UNORDERED else 'x'}{number}"
        home |= dict.fromkeys(line.mentions, name)
        if line.ordinal != UNORDERED:
            scored.append((line.ordinal, line.date, name))
    answered: Named = []
    taken: set[str] = set()
    for number, line in enumerate(answer):
        names = sorted({home[mention] for mention in line.mentions if mention in home}) or [f"s{number}"]
        for name in names[:1]:
            if not name.startswith("x") and name not in taken and line.ordinal != UNORDERED:
                taken.add(name)
                answered.append((line.ordinal, line.date, name))
    return scored, answered


def _relations(events: Named) -> Iterator[Relation]:
    groups: dict[int, list[str]] = defaultdict(list)
    for ordinal, date, name in events:
        groups[ordinal].append(name)
        day = date.split("-XX")[0]
        if day and "X" not in day:
            yield Relation(source=name, target=f"t{day}", type="SIMULTANEOUS")
    for group in groups.values():
        for one, other in pairwise(group):
            yield Relation(source=one, target=other, type="SIMULTANEOUS")
    for earlier, later in pairwise(sorted(groups)):
        yield Relation(source=groups[earlier][0], target=groups[later][0], type="BEFORE")
