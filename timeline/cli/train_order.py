"""The command that learns the weights of the ordering stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from timeline.cli.tables import print_scores
from timeline.errors import TimelineError
from timeline.evaluation.annotations import AnnotatedDocument
from timeline.evaluation.corpus import read_corpus
from timeline.evaluation.pairs import pair_files, read_dense, read_matres
from timeline.evaluation.scores.counts import Score
from timeline.evaluation.scores.relations import majority, score_each_label, score_labels
from timeline.stages.ordering.weights import save_weights
from timeline.training.order import Example, Task, cross_validate, describe_training, read_examples, train


def train_order(
    folders: Annotated[list[str], typer.Argument(help="Folders of TimeML files with their language: en=FOLDER.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write: stages/ordering/weights.npz.")
    ] = None,
    dense: Annotated[Path | None, typer.Option(help="Pairs of TimeBank-Dense: a file, or its folder.")] = None,
    matres: Annotated[Path | None, typer.Option(help="Pairs of MATRES: a file, or its folder.")] = None,
    far: Annotated[
        list[Path] | None, typer.Option(help="Pairs of TDDiscourse: a file, or a folder; repeatable.")
    ] = None,
    leave_out: Annotated[
        list[str] | None, typer.Option(help="Name of a document to leave out, such as one of a test part; repeatable.")
    ] = None,
    hold_out: Annotated[
        list[str] | None, typer.Option(help="Leave out every N-th file by name of a language: en=5; repeatable.")
    ] = None,
    validate: Annotated[
        str | None,
        typer.Option(help="Judge the pairs of a language by weights that have not seen their document: fr=5 (folds)."),
    ] = None,
) -> None:
    """Learn from annotated folders how events stand to each other, and write it, or tell how well it is learned."""
    if output is None and not validate:
        raise typer.BadParameter("give a file to write with -o, or a language to --validate.")
    reading = _Reading(set(leave_out or ()), {lang: int(step) for lang, step in map(_split, hold_out or ())})
    pairs = _Pairs(dense, matres, far or [])
    try:
        for lang, folder in map(_split, folders):
            reading.add(lang, folder, pairs)
        if validate:
            lang, folds = _split(validate)
            _print_validation(reading.examples, reading.documents.get(lang, []), int(folds))
        if output:
            sources = [Path(folder).name for _, folder in map(_split, folders)] + pairs.names()
            described = describe_training(reading.examples, sources, len(reading.left_out))
            save_weights(train(reading.examples, described), output)
    except TimelineError as error:
        Console(stderr=True).print(f"[red]{error}[/red]")
        raise typer.Exit(1) from error


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Where pairs of events are given beside the corpora."""

    dense: Path | None
    matres: Path | None
    far: list[Path]

    def names(self) -> list[str]:
        return [path.name for path in (self.dense, self.matres, *self.far) if path]

    def examples(self, corpus: list[AnnotatedDocument], lang: str) -> dict[Task, list[Example]]:
        dense = [pair for path in _files(self.dense) for pair in read_dense(path)]
        starts = [pair for path in _files(self.matres) for pair in read_matres(path, corpus)]
        far = [pair for folder in self.far for path in pair_files(folder) for pair in read_dense(path)]
        return read_examples(corpus, lang, dense=dense, starts=starts, far=far)


@dataclass(slots=True)
class _Reading:
    """What has been read of the corpora: which documents are left out, which read, and their examples."""

    left_out: set[str]
    steps: Mapping[str, int]
    documents: dict[str, list[str]] = field(default_factory=dict)
    examples: dict[Task, list[Example]] = field(default_factory=dict)

    def add(self, lang: str, folder: str, pairs: _Pairs) -> None:
        _, corpus = read_corpus(folder)
        step = self.steps.get(lang, 0)
        self.left_out |= {document.id for document in corpus[::step]} if step else set()
        kept = [document for document in corpus if document.id not in self.left_out]
        self.documents.setdefault(lang, []).extend(document.id for document in kept)
        for task, found in pairs.examples(kept, lang).items():
            self.examples.setdefault(task, []).extend(found)


def _files(path: Path | None) -> Sequence[Path]:
    return pair_files(path) if path else ()


def _print_validation(examples: dict[Task, list[Example]], documents: list[str], folds: int) -> None:
    gold, answers = cross_validate(examples, documents, folds)
    rows: dict[str, Mapping[str, Score]] = {
        "timeline": {"all": score_labels(gold, answers), **score_each_label(gold, answers)},
        "majority": {"all": score_labels(gold, majority(gold))},
    }
    title = f"Pairs given, {folds} folds over {len(documents)} documents, {len(gold):,} pairs with an event"
    print_scores(Console(soft_wrap=True), title, rows)


def _split(given: str) -> tuple[str, str]:
    lang, equals, folder = given.partition("=")
    if not equals:
        raise typer.BadParameter(f"{given!r}: write the language before it, as in en={given}.")
    return lang, folder
