"""Reader of crises: articles by day of publication, and the days that journalists put on their own timelines.

A corpus is a folder with a folder for each crisis, in it one for each day (``2011-03-19/…txt``), and a folder
``reference`` with a text file for each crisis: days, each followed by its summary and a line of dashes.

References
----------
Tran, Alrifai & Herder 2015, Timeline summarization from relevant headlines (date selection); Minard et al. for French.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from timeline.errors import CorpusError
from timeline.evaluation.scores.counts import Score
from timeline.merging.remembrance import day_of
from timeline.model import Document, Timeline

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Crisis:
    """Articles on one crisis, and the days of its reference timeline."""

    name: str
    documents: tuple[Document, ...]
    days: frozenset[str]


def read_crises(folder: str | Path, lang: str) -> tuple[Crisis, ...]:
    """Read the crises in a folder.

    Raises
    ------
    CorpusError
        When there is no reference timeline, or one without articles.
    """
    references = sorted((Path(folder) / "reference").glob("*.txt"))
    if not references:
        raise CorpusError(f"{folder} holds no reference/*.txt; see timeline.evaluation.crises for the form.")
    return tuple(_crisis(path, Path(folder) / path.stem, lang) for path in references)


def score_days(crisis: Crisis, days: Iterable[str]) -> Score:
    """Score chosen days against those of the reference timeline.

    Examples
    --------
    >>> score_days(Crisis("a", (), frozenset({"2011-03-19"})), ["2011-03-19", "2011-03-20"]).precision
    0.5
    """
    chosen = set(days)
    return Score(len(chosen & crisis.days), system=len(chosen), gold=len(crisis.days))


def highlighted_days(story: Timeline, n: int) -> list[str]:
    """Return the days of the `n` highlights of a story."""
    return sorted({f"{day}" for event in story.highlights(n) if (day := day_of(event))})


def mentioned_days(story: Timeline, n: int) -> list[str]:
    """Return the `n` days that a story's texts name most often: what to beat."""
    days = Counter(time.timex3[:10] for time in story.times if time.mention and _DAY.match(time.timex3))
    return [day for day, _ in days.most_common(n)]


def _crisis(reference: Path, folder: Path, lang: str) -> Crisis:
    days = frozenset(line.strip() for line in reference.read_text("utf8").splitlines() if _DAY.fullmatch(line.strip()))
    paths = sorted(path for path in folder.rglob("*.txt") if _DAY.fullmatch(path.parent.name))
    if not paths or not days:
        raise CorpusError(f"{reference} has no days, or {folder} no articles in folders named by day.")
    documents = tuple(
        Document(
            path.read_text("utf8", "replace"), date=path.parent.name, lang=lang, id=f"{path.parent.name}/{path.stem}"
        )
        for path in paths
    )
    return Crisis(reference.stem, documents, days)
