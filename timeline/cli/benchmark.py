"""The command that prints how fast the library is on this machine, on texts of the user's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import cycle, islice
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from timeline.cli.inputs import inputs_of
from timeline.evaluation.speed.affairs import retold
from timeline.evaluation.speed.growth import exponent, measure, text_of_length
from timeline.evaluation.speed.heideltime import heideltime_seconds
from timeline.evaluation.speed.pairs import median_ratio, shipped_model, stage_seconds, unseen_pairs, warm_pairs
from timeline.evaluation.speed.processes import COLD_START, COMMAND, memory_over_model, script_seconds, speed_up
from timeline.merging import merge
from timeline.stages.extraction import extract, extract_many

_LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
_DOCUMENTS = (10, 100, 1_000, 10_000)

_ENOUGH = 100  # documents, that processes have something to share
_REMEMBERED = 300_000  # characters that memory is measured on

Row = tuple[str, str]


def benchmark(
    texts: Annotated[list[Path], typer.Argument(help="Text files, or folders of them, to read.")],
    lang: Annotated[str, typer.Option(help="Their language, such as fr.")],
    pairs: Annotated[int, typer.Option(help="Pairs of runs; medians are printed.", min=1)] = 5,
    longest: Annotated[
        int, typer.Option(help="Characters of the longest text that growth is measured on.")
    ] = 1_000_000,
    documents: Annotated[
        int, typer.Option(help="Number of texts that growth is measured on at most, merging included.")
    ] = 1_000,
) -> None:
    """Print seconds and ratios: the pipeline beside its bare model, each stage, growth, memory, start.

    With short news texts and the numbers of pairs, characters and documents that stand here, about half an hour.
    """
    read = [one.read().text for one in inputs_of(map(str, texts))]
    out = Console()
    table = Table("measure", "value", title=f"{lang}: {len(read)} texts, {sum(map(len, read)):,} characters")
    try:
        for name, value in _rows(read, lang, pairs, longest, documents):
            table.add_row(name, value)
    finally:  # what was measured is told, whatever happens to the rest
        out.print(table)


def _rows(texts: list[str], lang: str, n: int, longest: int, documents: int) -> Iterator[Row]:
    yield from _ratios(texts, lang, n)
    yield from _shares(texts, lang, n)
    yield from _growth(texts, lang, longest, documents)
    yield from _merging(texts, lang, documents)
    yield from _starts(lang, n)
    if documents >= _ENOUGH:
        yield "two processes / one (texts a second, by the clock)", f"{speed_up(texts, lang):.2f}"
    length = min(longest, _REMEMBERED)
    taken = memory_over_model(text_of_length(texts, length), lang)
    yield f"memory over the loaded model, {length:,} characters", f"{taken:.0f} MiB"


def _ratios(texts: list[str], lang: str, n: int) -> Iterator[Row]:
    characters = sum(map(len, texts))
    for name, pairs in (("warm", warm_pairs(texts, lang, n)), ("unseen", unseen_pairs(texts, lang, n))):
        fastest = min(pair.whole for pair in pairs)
        yield f"whole / bare {shipped_model(lang)}, {name} (median of {n})", f"{median_ratio(pairs):.2f}"
        yield f"own / bare, {name}: own is what the whole takes longer", f"{median_ratio(pairs) - 1:.2f}"
        yield f"characters a second, {name}", f"{characters / fastest:,.0f}"
        yield f"one text, {name}", f"{fastest / len(texts):.2f} s"
    seconds = heideltime_seconds(texts, lang)
    heideltime = "not installed" if seconds is None else f"{characters / seconds:,.0f}"
    yield "characters a second, HeidelTime (dates alone)", heideltime


def _shares(texts: list[str], lang: str, n: int) -> Iterator[Row]:
    spent = stage_seconds(texts, lang, n)
    whole = sum(spent.values())
    for name, seconds in spent.items():
        yield f"share of {name}", f"{100 * seconds / whole:.1f} %"


def _growth(texts: list[str], lang: str, longest: int, most: int) -> Iterator[Row]:
    def read_length(length: int) -> object:
        return extract(text_of_length(texts, length), date="2023-11-20", lang=lang)

    def read_documents(number: int) -> object:
        return sum(
            len(story) for story in extract_many((text, {"lang": lang}) for text in islice(cycle(texts), number))
        )

    lengths = measure(read_length, [size for size in _LENGTHS if size <= longest])
    documents = measure(read_documents, [size for size in (*_DOCUMENTS, most) if size <= most])
    yield f"growth over length, {min(lengths):,} to {max(lengths):,} characters (exponent)", _exponent(lengths)
    yield f"growth over texts, {min(documents):,} to {max(documents):,} (exponent)", _exponent(documents)


def _exponent(seconds: Mapping[int, float]) -> str:
    return f"{exponent(seconds):.2f}" if len(seconds) > 1 else "one size only"


def _merging(texts: list[str], lang: str, most: int) -> Iterator[Row]:
    read = [(text, {"lang": lang, "date": "2023-11-20"}) for text in texts[: _DOCUMENTS[0]]]
    parts = list(retold(list(extract_many(read)), most))
    merged = {}

    def merge_parts(size: int) -> None:
        merged[size] = merge(parts[:size])

    def write(events: int) -> None:
        by_events[events].to_html()

    sizes = measure(merge_parts, [size for size in (*_DOCUMENTS, most) if size <= most])
    by_events = {len(story): story for story in merged.values() if len(story)}
    written = measure(write, sorted(by_events))
    yield f"growth of merging, {min(sizes):,} to {max(sizes):,} stories (exponent)", _exponent(sizes)
    yield f"growth of to_html, {min(written):,} to {max(written):,} events (exponent)", _exponent(written)


def _starts(lang: str, n: int) -> Iterator[Row]:
    ours, spacys = script_seconds("import timeline", n), script_seconds("import spacy", n)
    yield "import timeline / import spacy", f"{ours / spacys:.2f}"
    yield "import timeline", f"{ours:.2f} s"
    model = script_seconds(f"import spacy; spacy.load({shipped_model(lang)!r})", n)
    cold = script_seconds(COLD_START.format(lang=lang), n)
    yield "first answer of a new process / the model's own load", f"{cold / model:.2f}"
    yield "first answer of a new process, cold", f"{cold:.2f} s"
    command = script_seconds(COMMAND.format(lang=lang), n)
    yield "first answer of the command line / the model's own load", f"{command / model:.2f}"
