"""Silver trees: what a teacher reads in raw texts, where it is sure, to be learnt beside the treebanks."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from spacy.language import Language as Pipeline
from spacy.tokens import Span
from spacy.vocab import Vocab

from timeline.errors import FormatError, MissingExtraError
from timeline.evaluation.treebanks import Sentence, sentence_of, with_space
from timeline.training.hardening import group, harden

Run = list[tuple[Sentence, str]]  # sentences that follow one another, each with the white space behind it

_SHORTEST, _LONGEST = 2, 60  # words of a sentence that is learnt from
_SURE = 0.3  # a tree is learnt when its least likely attachment is likelier than this
_HARDENED = 0.15  # raw news has headlines of its own


def read_raw(folders: Sequence[Path], nlp: Pipeline, *, without: Collection[str] = ()) -> Iterator[Run]:
    """Yield runs of sentences that follow one another in plain texts, each with the white space behind it.

    Parameters
    ----------
    folders : sequence of Path
        Folders of ``.txt``, news with their headlines at best.
    nlp : spacy.language.Language
        It finds the sentences; its trees are kept until a teacher's take their place.
    without : collection of str
        Names of documents that are left out: those that you will judge on.

    Raises
    ------
    FormatError
        When a folder has no such texts.
    """
    for folder in folders:
        paths = sorted(path for path in folder.rglob("*.txt") if path.stem not in without)
        if not paths:
            raise FormatError(f"{folder}: no .txt to read.")
        # An apostrophe of print is read as a plain one everywhere.
        for doc in nlp.pipe(path.read_text(encoding="utf8").replace("’", "'") for path in paths):
            yield from _runs(doc.sents)


def _runs(sents: Iterable[Span]) -> Iterator[Run]:
    run: Run = []
    for sent in sents:
        words = [word for word in sent if not word.is_space]
        if _SHORTEST <= len(words) <= _LONGEST and words[-1].i - words[0].i + 1 == len(words):
            end = words[-1].i + 1
            run.append((sentence_of(sent.doc[words[0].i : end].as_doc()), sent.doc[end : sent.end].text))
        elif run:
            yield run
            run = []
    if run:
        yield run


def silver_texts(
    gold: Sequence[Sentence],
    runs: Sequence[Run],
    vocab: Vocab,
    chance: random.Random,
    *,
    steps: int | None = None,
) -> list[list[Sentence]]:
    """Return training texts of raw sentences: what a teacher that has learnt from `gold` is sure of.

    `steps` are the teacher's, by default those that were found enough.

    Raises
    ------
    MissingExtraError
        Without torch.
    """
    try:
        from timeline.training.teacher import STEPS, parse, train_teacher
    except ImportError as error:
        raise MissingExtraError('The teacher needs torch: pip install "timeline-extractor[teacher]"') from error
    hard = [_unspaced(harden([sentence], chance)[0]) for sentence in gold]
    teacher = train_teacher([gold, gold, hard], vocab, steps=steps or STEPS, seed=chance.randrange(1000))
    sure = {
        guess.sentence.words: guess.sentence
        for guess in parse([teacher], [sentence for run in runs for sentence, _ in run])
        if guess.confidence >= _SURE
    }
    texts = [text for run in runs for known in _known(run, sure) for text in group(known, chance)]
    return [_harden(text, chance) for text in texts]


def _known(run: Run, sure: Mapping[tuple[str, ...], Sentence]) -> Iterator[list[Sentence]]:
    """Yield the parts of a run whose trees are all sure."""
    known: list[Sentence] = []
    for sentence, space in run:
        tree = sure.get(sentence.words)
        if tree is not None:
            known.append(with_space(tree, space) if space else tree)
        elif known:
            yield known
            known = []
    if known:
        yield known


def _harden(text: list[Sentence], chance: random.Random) -> list[Sentence]:
    return text if any(map(_is_spaced, text)) or chance.random() >= _HARDENED else harden(text, chance)


def _is_spaced(sentence: Sentence) -> bool:
    return not sentence.words[-1].strip()


def _unspaced(sentence: Sentence) -> Sentence:
    return sentence if not _is_spaced(sentence) else Sentence(*(getattr(sentence, n)[:-1] for n in Sentence.__slots__))
