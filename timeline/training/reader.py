"""The language's own reader: morphology, syntax and names, trained by spaCy over the vectors of its model."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.cli.train import train
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, DocBin
from spacy.util import load_config

from timeline.evaluation.treebanks import Sentence, read_treebank, to_doc
from timeline.stages.models import put_over
from timeline.training.annotated_names import read_names, to_examples
from timeline.training.hardening import group, harden
from timeline.training.silver import read_raw, silver_texts

_HERE = Path(__file__).parent
_KEPT_APART = 120  # the last sentences of each further treebank, and every fortieth article, choose the best weights
_KEPT_ARTICLE = 40


@dataclass(frozen=True, slots=True)
class Settings:
    """What a training sets out from.

    Attributes
    ----------
    base : str
        The spaCy model whose tokenizer and vectors are kept, and from whose weights the training sets out.
    seed : int
    steps : int, optional
        Steps of a training at most, by default those of its recipe (the ``.cfg`` files beside this module).
    """

    base: str
    seed: int = 0
    steps: int | None = None


def train_syntax(treebanks: Sequence[Path], output: Path, settings: Settings) -> None:
    """Train morphology and parser on treebanks, and put them into a reader's folder.

    Every text of them is learnt twice: as printed, and made harder (`timeline.training.hardening`). The last sentences
    of each treebank but the first choose the best weights.

    Parameters
    ----------
    treebanks : sequence of Path
        CoNLL-U files, the largest first. Leave out those that you will judge on.
    output : Path
        Folder of the reader; the components of others in it stay.
    settings : Settings
    """
    chance = random.Random(settings.seed)
    learnt, apart = _parts(treebanks)
    nlp = spacy.load(settings.base)
    texts = _texts(learnt, chance)
    judged = [text for part in apart for text in group(part, chance)]
    _train("parser.cfg", _docs(texts, nlp), _docs(judged, nlp), output, settings)


def train_on_silver(
    treebanks: Sequence[Path], raw: Sequence[Path], output: Path, settings: Settings, *, without: Collection[str] = ()
) -> None:
    """Go on training a reader's morphology and parser on treebanks and on what a larger parser reads in raw texts.

    The larger one, the teacher, is trained on the treebanks first. The trees that it is sure of are learnt beside them.

    Parameters
    ----------
    treebanks, output, settings
        As in `train_syntax`, which has put a first parser into the folder.
    raw : sequence of Path
        Folders of ``.txt``.
    without : collection of str
        Names of texts that are left out: those that you will judge on.

    Raises
    ------
    MissingExtraError
        Without torch.
    FormatError
        When a folder has no texts.
    """
    chance = random.Random(settings.seed)
    learnt, apart = _parts(treebanks)
    nlp = spacy.load(settings.base)
    put_over(nlp, output)
    runs = list(read_raw(raw, nlp, without=without))
    texts = _texts(learnt, chance)
    gold = [sentence for part in learnt for sentence in part]
    texts += silver_texts(gold, runs, nlp.vocab, chance, steps=settings.steps)
    judged = [text for part in apart for text in group(part, chance)]
    with tempfile.TemporaryDirectory() as start:
        nlp.to_disk(start)
        _train("silver.cfg", _docs(texts, nlp), _docs(judged, nlp), output, replace(settings, base=start))


def train_names(folders: Sequence[Path], output: Path, settings: Settings, *, without: Collection[str] = ()) -> None:
    """Go on training a model's names on brat annotations, and put them into a reader's folder.

    Parameters
    ----------
    folders : sequence of Path
        Folders of ``.ann`` and ``.txt``.
    output, settings
        As in `train_syntax`.
    without : collection of str
        Names of documents that are left out: those that you will judge on.
    """
    nlp = spacy.load(settings.base)
    documents = [document for folder in folders for document in read_names(folder, without=without)]
    examples = list(to_examples(documents, nlp))
    learnt = [doc for place, doc in enumerate(examples) if place % _KEPT_ARTICLE]
    _train("names.cfg", learnt, examples[::_KEPT_ARTICLE], output, settings)


def _parts(treebanks: Sequence[Path]) -> tuple[list[list[Sentence]], list[list[Sentence]]]:
    """Return of each treebank what is learnt, and the sentences that are kept apart."""
    first, *others = [read_treebank(path) for path in treebanks]
    learnt = [first, *(sentences[:-_KEPT_APART] for sentences in others)]
    return learnt, [sentences[-_KEPT_APART:] for sentences in others] or [first[-_KEPT_APART:]]


def _texts(parts: Sequence[Sequence[Sentence]], chance: random.Random) -> list[list[Sentence]]:
    """Return every text twice: as printed, and made harder."""
    texts = [text for part in parts for text in group(part, chance)]
    return texts + [harden(text, chance) for part in parts for text in group(part, chance)]


def _docs(texts: Iterable[Sequence[Sentence]], nlp: Pipeline) -> Iterator[Doc]:
    return (to_doc(text, nlp.vocab) for text in texts)


def _train(recipe: str, learnt: Iterable[Doc], judged: Iterable[Doc], output: Path, settings: Settings) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        DocBin(docs=learnt).to_disk(folder / "train.spacy")
        DocBin(docs=judged).to_disk(folder / "dev.spacy")
        overrides: dict[str, str | int] = {
            "paths.train": str(folder / "train.spacy"),
            "paths.dev": str(folder / "dev.spacy"),
            "paths.base": settings.base,
            "system.seed": settings.seed,
        }
        if settings.steps is not None:
            overrides["training.max_steps"] = settings.steps
        train(_HERE / recipe, folder, overrides=overrides)
        keep_components(folder / "model-best", output)


def keep_components(trained: Path, output: Path) -> None:
    """Copy the components of a trained spaCy model, and their part of its config, into a reader's folder."""
    config = load_config(trained / "config.cfg", interpolate=True)
    kept = load_config(output / "config.cfg") if (output / "config.cfg").exists() else type(config)({"components": {}})
    for name in config["nlp"]["pipeline"]:
        shutil.copytree(trained / name, output / name, dirs_exist_ok=True)
        kept["components"][name] = config["components"][name]
    kept.to_disk(output / "config.cfg")
