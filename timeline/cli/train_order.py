"""The command that learns the weights of the ordering stage."""

from __future__ import annotations

from collections.abc import Mapping
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
    left_out = set(leave_out or ())
    steps = dict(_split(given) for given in hold_out or ())
    examples: dict[Task, list[Example]] = {}
    documents: dict[str, list[str]] = {}
    try:
        for given in folders:
            lang, folder = _split(given)
            _, corpus = read_corpus(folder)
            step = int(steps.get(lang, 0))
            left_out |= {document.id for document in corpus[::step]} if step else set()
            kept = [document for document in corpus if document.id not in left_out]
            documents.setdefault(lang, []).extend(document.id for document in kept)
            for task, found in _examples(kept, lang, dense, matres, far or []).items():
                examples.setdefault(task, []).extend(found)
        pairs = [path.name for path in (dense, matres, *(far or ())) if path]
        sources = [Path(_split(given)[1]).name for given in folders] + pairs
        if validate:
            lang, folds = _split(validate)
            _print_validation(examples, documents.get(lang, []), int(folds))
        if output:
            save_weights(train(examples, describe_training(examples, sources, len(left_out))), output)
    except TimelineError as error:
        Console(stderr=True).print(f"[red]{error}[/red]")
        raise typer.Exit(1) from error


def _examples(
    corpus: list[AnnotatedDocument], lang: str, dense: Path | None, matres: Path | None, far: list[Path]
) -> dict[Task, list[Example]]:
    dense_pairs = [pair for path in pair_files(dense) for pair in read_dense(path)] if dense else []
    start_pairs = [pair for path in pair_files(matres) for pair in read_matres(path, corpus)] if matres else []
    far_pairs = [pair for folder in far for path in pair_files(folder) for pair in read_dense(path)]
    return read_examples(corpus, lang, dense=dense_pairs, starts=start_pairs, far=far_pairs)


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
