"""The language's own reader: morphology, syntax and names, trained by spaCy over the vectors of its model."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import spacy
from spacy.cli.train import train
from spacy.tokens import Doc, DocBin
from spacy.util import load_config

from timeline.evaluation.treebanks import Sentence, read_treebank, to_doc
from timeline.training.annotated_names import read_names, to_examples
from timeline.training.hardening import group, harden

_HERE = Path(__file__).parent
_KEPT_APART = 120  # the last sentences of each further treebank, and every fortieth article, choose the best weights
_KEPT_ARTICLE = 40


def train_syntax(treebanks: Sequence[Path], output: Path, *, base: str, seed: int = 0) -> None:
    """Train morphology and parser on treebanks, and put them into a reader's folder.

    Every text of them is learnt twice: as printed, and made harder (`timeline.training.hardening`). The last sentences
    of each treebank but the first choose the best weights.

    Parameters
    ----------
    treebanks : sequence of Path
        CoNLL-U files, the largest first. Leave out those that you will judge on.
    output : Path
        Folder of the reader; the components of others in it stay.
    base : str
        The spaCy model whose tokenizer and vectors are kept, and from whose tok2vec the training sets out.
    seed : int
    """
    chance = random.Random(seed)
    first, *others = [read_treebank(path) for path in treebanks]
    parts: list[list[Sentence]] = [first, *(sentences[:-_KEPT_APART] for sentences in others)]
    apart = [sentences[-_KEPT_APART:] for sentences in others] or [first[-_KEPT_APART:]]
    nlp = spacy.load(base)
    texts = [text for part in parts for text in group(part, chance)]
    texts += [harden(text, chance) for part in parts for text in group(part, chance)]
    judged = [text for part in apart for text in group(part, chance)]
    _train(
        "parser.cfg",
        (to_doc(text, nlp.vocab) for text in texts),
        (to_doc(text, nlp.vocab) for text in judged),
        output,
        base=base,
        seed=seed,
    )


def train_names(
    folders: Sequence[Path], output: Path, *, base: str, without: Collection[str] = (), seed: int = 0
) -> None:
    """Go on training a model's names on brat annotations, and put them into a reader's folder.

    Parameters
    ----------
    folders : sequence of Path
        Folders of ``.ann`` and ``.txt``.
    output, base, seed
        As in `train_syntax`.
    without : collection of str
        Names of documents that are left out: those that you will judge on.
    """
    nlp = spacy.load(base)
    documents = [document for folder in folders for document in read_names(folder, without=without)]
    examples = list(to_examples(documents, nlp))
    learnt = [doc for place, doc in enumerate(examples) if place % _KEPT_ARTICLE]
    _train("names.cfg", learnt, examples[::_KEPT_ARTICLE], output, base=base, seed=seed)


def _train(recipe: str, learnt: Iterable[Doc], judged: Iterable[Doc], output: Path, *, base: str, seed: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        DocBin(docs=learnt).to_disk(folder / "train.spacy")
        DocBin(docs=judged).to_disk(folder / "dev.spacy")
        train(
            _HERE / recipe,
            folder,
            overrides={
                "paths.train": str(folder / "train.spacy"),
                "paths.dev": str(folder / "dev.spacy"),
                "paths.base": base,
                "system.seed": seed,
            },
        )
        keep_components(folder / "model-best", output)


def keep_components(trained: Path, output: Path) -> None:
    """Copy the components of a trained spaCy model, and their part of its config, into a reader's folder."""
    config = load_config(trained / "config.cfg", interpolate=True)
    kept = load_config(output / "config.cfg") if (output / "config.cfg").exists() else type(config)({"components": {}})
    for name in config["nlp"]["pipeline"]:
        shutil.copytree(trained / name, output / name, dirs_exist_ok=True)
        kept["components"][name] = config["components"][name]
    kept.to_disk(output / "config.cfg")
