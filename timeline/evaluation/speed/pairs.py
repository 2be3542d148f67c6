"""The whole pipeline beside the bare model, measured in pairs, since a machine's speed drifts."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from statistics import median

import spacy

from timeline.languages.base import get_language
from timeline.stages.extraction import extract
from timeline.stages.pipeline import shared_pipeline
from timeline.stages.state import keep_values


@dataclass(frozen=True, slots=True)
class Pair:
    """Seconds of the processor that the bare model and the whole way took for the same texts."""

    bare: float
    whole: float

    @property
    def ratio(self) -> float:
        """Whole over bare."""
        return self.whole / self.bare

    def __repr__(self) -> str:
        return f"Pair(bare={self.bare:.2f} s, whole={self.whole:.2f} s, ratio={self.ratio:.2f})"


def warm_pairs(texts: Sequence[str], lang: str, n: int = 5) -> list[Pair]:
    """Measure texts that both have read before.

    Parameters
    ----------
    texts : sequence of str
    lang : str
        ISO 639-1 code.
    n : int
        Pairs, measured in turn in one process.

    Returns
    -------
    list of Pair
        The bare model is the one that spaCy loads, as it was published, running its own components.
    """
    bare = spacy.load(shipped_model(lang))
    shared_pipeline(lang)
    read_bare, read_whole = _bare_reader(bare), _whole_reader(lang)
    _ = seconds(read_bare, texts), seconds(read_whole, texts)  # the first reading fills caches
    return [Pair(seconds(read_bare, texts), seconds(read_whole, texts)) for _ in range(n)]


def unseen_pairs(texts: Sequence[str], lang: str, n: int = 5) -> list[Pair]:
    """Measure texts that neither has read: each pair in a process of its own, the models loaded before."""
    pairs = []
    for _ in range(n):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
            pairs.append(fresh.submit(_unseen_pair, list(texts), lang).result())
    return pairs


def median_ratio(pairs: Sequence[Pair]) -> float:
    """Return the median of the pairs' ratios.

    Examples
    --------
    >>> median_ratio([Pair(1.0, 1.5), Pair(2.0, 2.6), Pair(1.0, 9.0)])
    1.5
    """
    return median(pair.ratio for pair in pairs)


def shipped_model(lang: str) -> str:
    """Return the name of the published model that a language's pipeline stands on."""
    return next(name for name in get_language(lang).models if spacy.util.is_package(name))


def seconds(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return the processor's seconds that reading each text once takes."""
    started = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - started


def stage_seconds(texts: Sequence[str], lang: str, n: int = 5) -> dict[str, float]:
    """Return the processor's seconds of each component of the pipeline, and of assembling the timeline, warm.

    Medians of `n` readings: collecting garbage takes a tenth of one, and falls to whichever stage runs.
    """
    nlp = shared_pipeline(lang)
    readings = [_stage_seconds(nlp, texts) for _ in range(n + 1)][1:]  # the first reading fills caches
    return {name: median(reading[name] for reading in readings) for name in readings[0]}


def _stage_seconds(nlp: spacy.language.Language, texts: Sequence[str]) -> dict[str, float]:
    spent = dict.fromkeys(("tokenizer", *nlp.pipe_names, "assembly"), 0.0)
    for text in texts:
        started = time.process_time()
        doc = nlp.make_doc(text)
        keep_values(doc)
        spent["tokenizer"] += time.process_time() - started
        for name, component in nlp.pipeline:
            started = time.process_time()
            doc = component(doc)
            spent[name] += time.process_time() - started
        started = time.process_time()
        _ = doc._.timeline
        spent["assembly"] += time.process_time() - started
    return spent


def _unseen_pair(texts: list[str], lang: str) -> Pair:
    bare = spacy.load(shipped_model(lang))
    shared_pipeline(lang)
    sample = texts[0][:200]
    _ = (
        seconds(_bare_reader(bare), [sample]),
        seconds(_whole_reader(lang), [sample]),
    )  # what is imported when first used
    return Pair(seconds(_bare_reader(bare), texts), seconds(_whole_reader(lang), texts))


def _bare_reader(nlp: spacy.language.Language) -> Callable[[str], object]:
    return nlp


def _whole_reader(lang: str) -> Callable[[str], object]:
    def read(text: str) -> object:
        return extract(text, date="2023-11-20", lang=lang)

    return read
