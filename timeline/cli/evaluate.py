"""The command that scores the library on annotated texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from fnmatch import fnmatch
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape

from timeline.cli.extract import saved_proposals
from timeline.cli.merged import evaluate_merged
from timeline.cli.stories import evaluate_stories
from timeline.cli.syntax import evaluate_syntax
from timeline.cli.tables import Scores, print_errors, print_reliability, print_scores
from timeline.errors import CorpusError, TimelineError
from timeline.evaluation.annotations import AnnotatedDocument
from timeline.evaluation.baselines import bare_model
from timeline.evaluation.corpus import read_corpus
from timeline.evaluation.disagreements import (
    chain_disagreements,
    disagreements,
    label_disagreements,
    link_disagreements,
)
from timeline.evaluation.jsonl import read_system_times
from timeline.evaluation.pairs import (
    DENSE_DEVELOPMENT,
    DENSE_TEST,
    LabelledPair,
    given_pairs,
    pair_files,
    read_dense,
    read_matres,
)
from timeline.evaluation.scores.awareness import score_awareness
from timeline.evaluation.scores.coreference import score_coreference
from timeline.evaluation.scores.counts import Score
from timeline.evaluation.scores.entities import match_entities, score_entities
from timeline.evaluation.scores.events import match_events, score_events
from timeline.evaluation.scores.relations import (
    folded,
    majority,
    score_each_label,
    score_labels,
)
from timeline.evaluation.scores.reliability import judge_events, judge_links
from timeline.evaluation.scores.times import match_times, score_times
from timeline.evaluation.stories import SUFFIX, read_stories
from timeline.evaluation.system import answers, given_answers, judged_pairs
from timeline.languages import get_language

OURS = "timeline"
STORY = "story"  # the tasks of their own kinds of gold standard
SYNTAX = "syntax"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """What the user asked for."""

    out: Console
    gold: Sequence[AnnotatedDocument]
    lang: str
    model: str | None
    errors: bool
    against: Sequence[Path]
    baselines: Sequence[str]
    pairs: Path | None


def evaluate(
    corpus: Annotated[
        Path, typer.Argument(help="Folder with .tml, .ann and .txt, .conll, .conllu, or .gold.json files.", exists=True)
    ],
    lang: Annotated[str, typer.Option(help="Language of the texts, such as fr.")],
    task: Annotated[
        list[str] | None,
        typer.Option(
            help="What to score: times, events (.tml; its default), awareness, awareness-given, relations (.tml), "
            "dense, matres (.tml and --gold), entities (.ann), coreference (.conll), "
            "syntax (.conllu), story (.gold.json: what a reader took from each text). May be given several times."
        ),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every error, by kind.")] = False,
    against: Annotated[
        list[Path] | None, typer.Option(help="Another system's times (JSON lines), to stand beside; may be repeated.")
    ] = None,
    baseline: Annotated[
        list[str] | None, typer.Option(help="Bare spaCy model to stand beside entities and syntax; may be repeated.")
    ] = None,
    model: Annotated[str | None, typer.Option(help="spaCy model to read with.")] = None,
    gold: Annotated[Path | None, typer.Option(help="Pairs of TimeBank-Dense or MATRES: a file or folder.")] = None,
    every: Annotated[int, typer.Option(help="Take every N-th document by name, such as a held-out part.", min=1)] = 1,
    offset: Annotated[int, typer.Option(help="Where --every begins to count.", min=0)] = 0,
    only: Annotated[str, typer.Option(help="Take the documents whose name fits a pattern with *.")] = "*",
    longer: Annotated[int, typer.Option(help="Take the documents of more bytes than this.", min=0)] = 0,
    proposals: Annotated[
        Path | None, typer.Option(help="For story: saved proposals; documents without any are left out.")
    ] = None,
    mode: Annotated[str, typer.Option(help="With proposals: fill, only or check.")] = "only",
) -> None:
    """Score the library on a folder of annotated texts.

    Exit code 0: scored; 1: the folder or a file in it cannot be read; 2: a wrong call.
    """
    out = Console(soft_wrap=True)
    try:
        if evaluate_merged(out, corpus, lang, task or ()):
            return
        if task == [STORY] or (not task and any(corpus.glob(f"*{SUFFIX}"))):
            told = read_stories(corpus, every=every, offset=offset, only=only)
            saved = saved_proposals(proposals, mode)
            evaluate_stories(out, told, lang, errors=errors, proposals=saved, mode=mode)
            return
        models = baseline or get_language(lang).models[:1]
        if task == [SYNTAX] or (not task and any(corpus.glob("*.conllu"))):
            treebanks = sorted(path for path in corpus.glob("*.conllu") if fnmatch(path.stem, only))
            evaluate_syntax(out, treebanks, lang, ours=OURS, model=model, baselines=models)
            return
        kind, documents = read_corpus(corpus, every=every, offset=offset, only=only, longer=longer)
        job = _Job(
            out=out,
            gold=documents,
            lang=lang,
            model=model,
            errors=errors,
            against=against or (),
            baselines=models,
            pairs=gold,
        )
        _score(job, task or DEFAULTS[kind])
    except TimelineError as error:
        Console(stderr=True).print(f"[red]{escape(str(error))}[/]", highlight=False)
        raise typer.Exit(1) from error


def _score(job: _Job, tasks: Sequence[str]) -> None:
    for name in tasks:
        if name not in TASKS:
            known = f"{', '.join(TASKS)}; or {STORY} or {SYNTAX} alone"
            raise typer.BadParameter(f"{name!r} is none of {known}.", param_hint="--task")
        TASKS[name](job)


# -- spans -------------------------------------------------------------------------------------------------------------


def _times(job: _Job) -> None:
    system = list(answers(job.gold, job.lang, model=job.model, stages=("times",)))
    rows = {OURS: _named(score_times(job.gold, system))}
    rows |= {path.stem: _named(score_times(job.gold, read_system_times(path, job.gold))) for path in job.against}
    print_scores(job.out, _title("Times", job, sum(len(document.times) for document in job.gold)), rows)
    if job.errors:
        print_errors(job.out, disagreements(match_times(job.gold, system), ("type", "value")))


def _events(job: _Job) -> None:
    system = list(answers(job.gold, job.lang, model=job.model, stages=("names", "mentions", "times", "events")))
    title = _title("Events", job, sum(len(document.events) for document in job.gold))
    print_scores(job.out, title, {OURS: _named(score_events(job.gold, system))})
    print_reliability(job.out, "Reliability, in per cent", judge_events(job.gold, system))
    if job.errors:
        attributes = ("timeml_class", "tense", "aspect", "polarity")
        print_errors(job.out, disagreements(match_events(job.gold, system), attributes))


def _entities(job: _Job) -> None:
    system = list(answers(job.gold, job.lang, model=job.model, stages=("names", "mentions")))
    rows = {OURS: _named(score_entities(job.gold, system))}
    rows |= {name: _named(score_entities(job.gold, list(bare_model(job.gold, name)))) for name in job.baselines}
    print_scores(job.out, _title("Entities", job, sum(len(document.entities) for document in job.gold)), rows)
    if job.errors:
        print_errors(job.out, disagreements(match_entities(job.gold, system), ("type",)))


def _coreference(job: _Job) -> None:
    systems = {OURS: list(answers(job.gold, job.lang, model=job.model, stages=("names", "mentions")))}
    systems |= {f"same string, {name}": list(bare_model(job.gold, name)) for name in job.baselines}
    chains = sum(len(chain) > 1 for document in job.gold for chain in document.chains)
    for title, by_head in (("same offsets", False), ("same head", True)):
        rows: dict[str, Scores] = {}
        for name, system in systems.items():
            scores = score_coreference(job.gold, system, by_head=by_head)
            rows[name] = {"CoNLL": scores.conll, **_named(scores)}
        print_scores(job.out, _title(f"Chains with a proper name, mentions with the {title}", job, chains), rows)
    if job.errors:
        print_errors(job.out, chain_disagreements(job.gold, systems[OURS]))


# -- relations ---------------------------------------------------------------------------------------------------------


def _awareness(job: _Job) -> None:
    system = list(answers(job.gold, job.lang, model=job.model))
    _print_awareness(job, "Temporal awareness, from the text", system)


def _awareness_given(job: _Job) -> None:
    system = list(given_answers(job.gold, job.lang, model=job.model))
    _print_awareness(job, "Temporal awareness, gold events and times given", system)


def _print_awareness(job: _Job, title: str, system: Sequence[AnnotatedDocument]) -> None:
    number = sum(len(document.relations) for document in job.gold)
    print_scores(job.out, _title(title, job, number), {OURS: {"awareness": score_awareness(job.gold, system)}})
    print_reliability(job.out, "Reliability, in per cent", judge_links(job.gold, system))
    if job.errors:
        print_errors(job.out, link_disagreements(job.gold, system))


def _relations(job: _Job) -> None:
    pairs = given_pairs(job.gold)
    _print_labels(job, "Pairs given, relations folded into five", pairs, _label(job, pairs, "linked"))


def _dense(job: _Job) -> None:
    ids = {document.id for document in job.gold}
    pairs = [pair for path in _pair_files(job) for pair in read_dense(path) if pair.document in ids]
    _print_labels(job, "TimeBank-Dense", pairs, _label(job, pairs, "dense"), parts=True)


def _matres(job: _Job) -> None:
    pairs = [pair for path in _pair_files(job) for pair in read_matres(path, job.gold)]
    _print_labels(job, "MATRES, start points", pairs, _label(job, pairs, "starts"), credit_vague=False)


def _pair_files(job: _Job) -> list[Path]:
    if job.pairs is None:
        raise typer.BadParameter("this task needs the file or folder of pairs.", param_hint="--gold")
    return pair_files(job.pairs)


def _label(job: _Job, pairs: Sequence[LabelledPair], question: str) -> list[str]:
    """Return the library's label of each pair, gold events and times given."""
    wanted = {pair.document for pair in pairs}
    if not wanted:
        raise CorpusError("None of the pairs is in a document of the folder.")
    answered = judged_pairs(job.gold, pairs, job.lang, question, model=job.model)
    return [folded(answered.get(pair)) for pair in pairs]


def _print_labels(
    job: _Job,
    title: str,
    pairs: Sequence[LabelledPair],
    labels: Sequence[str],
    *,
    credit_vague: bool = True,
    parts: bool = False,
) -> None:
    """Print the score of all pairs, of the customary parts, and of each label; beside them the most frequent label."""
    gold = [pair.label for pair in pairs]
    rows: dict[str, dict[str, Score]] = {}
    for name, answer in ((OURS, labels), ("majority", majority(gold))):
        rows[name] = {"all": score_labels(gold, answer, credit_vague=credit_vague)}
        for part, documents in (("test", DENSE_TEST), ("development", DENSE_DEVELOPMENT)) if parts else ():
            chosen = [place for place, pair in enumerate(pairs) if pair.document in documents]
            rows[name][part] = score_labels([gold[place] for place in chosen], [answer[place] for place in chosen])
    rows[OURS] |= score_each_label(gold, labels)
    number = len({pair.document for pair in pairs})
    print_scores(job.out, f"{title}: {number} documents, {len(pairs):,} pairs", rows)
    if job.errors:
        print_errors(job.out, label_disagreements(job.gold, pairs, labels))


# -- names -------------------------------------------------------------------------------------------------------------


def _named(scores: Any) -> dict[str, Score | float]:
    """Return the scores of a dataclass by name."""
    return {field.name.removeprefix("timeml_"): getattr(scores, field.name) for field in fields(scores)}


def _title(what: str, job: _Job, number: int) -> str:
    return f"{what}: {len(job.gold)} documents, {number:,} in the gold standard"


TASKS: dict[str, Callable[[_Job], None]] = {
    "times": _times,
    "events": _events,
    "awareness": _awareness,
    "awareness-given": _awareness_given,
    "relations": _relations,
    "dense": _dense,
    "matres": _matres,
    "entities": _entities,
    "coreference": _coreference,
}
DEFAULTS = {"timeml": ("times", "events"), "brat": ("entities",), "conll": ("coreference",)}
