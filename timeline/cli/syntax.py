"""The scores of treebanks, as the command prints them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console

from timeline.cli.tables import Scores, print_scores
from timeline.evaluation.parses import library_parses, model_parses
from timeline.evaluation.scores.syntax import SyntaxScores, score_syntax
from timeline.evaluation.treebanks import read_treebank


def evaluate_syntax(
    out: Console,
    treebanks: Iterable[Path],
    lang: str,
    *,
    ours: str,
    model: str | None = None,
    baselines: Sequence[str] = (),
) -> None:
    """Print, treebank by treebank, how the library's model and others parse it, words and sentences given."""
    for path in treebanks:
        gold = read_treebank(path)
        scores = {ours: score_syntax(gold, library_parses(gold, lang, model=model))}
        scores |= {name: score_syntax(gold, model_parses(gold, name)) for name in baselines}
        words = sum(relation != "punct" for sentence in gold for relation in sentence.relations)
        title = f"{path.name}: {len(gold)} sentences, {words:,} words without punctuation"
        print_scores(out, title, {name: _rows(score) for name, score in scores.items()})


def _rows(score: SyntaxScores) -> Scores:
    return {"UAS": score.uas, "LAS": score.las, "core": score.core, "POS": score.pos, **dict(score.relations)}
