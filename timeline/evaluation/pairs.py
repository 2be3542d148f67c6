"""Readers of corpora that list pairs and their relation, one a line, beside the TimeML files they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.errors import CorpusError, FormatError
from timeline.evaluation.annotations import AnnotatedDocument
from timeline.evaluation.scores.relations import FOLDED, VAGUE

# TimeBank-Dense (Cassidy et al. 2014) and TDDiscourse (Naik et al. 2019)
DENSE_LABELS = {
    "b": "BEFORE",
    "a": "AFTER",
    "i": "INCLUDES",
    "ii": "IS_INCLUDED",
    "s": "SIMULTANEOUS",
    "v": VAGUE,
}
MATRES_LABELS = {"BEFORE": "BEFORE", "AFTER": "AFTER", "EQUAL": "SIMULTANEOUS", "VAGUE": VAGUE}

# The parts of TimeBank-Dense by custom (Chambers et al. 2014); the other documents are for training.
DENSE_TEST = frozenset(
    {
        "APW19980227.0489",
        "APW19980227.0494",
        "APW19980308.0201",
        "APW19980418.0210",
        "CNN19980126.1600.1104",
        "CNN19980213.2130.0155",
        "NYT19980402.0453",
        "PRI19980115.2000.0186",
        "PRI19980306.2000.1675",
    }
)
DENSE_DEVELOPMENT = frozenset(
    {
        "APW19980227.0487",
        "CNN19980223.1130.0960",
        "NYT19980212.0019",
        "PRI19980216.2000.0170",
        "ed980111.1130.0089",
    }
)


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two events or times of a document and the relation of the first to the second: a TimeML name, or `VAGUE`."""

    document: str
    source: str
    target: str
    label: str


def read_dense(path: str | Path) -> list[LabelledPair]:
    """Read pairs as TimeBank-Dense and TDDiscourse write them: document, id, id, and ``b a i ii s v``.

    Raises
    ------
    FormatError
        With file and line.
    """
    return [
        LabelledPair(document, source, target, label)
        for (document, source, target), label in _rows(path, 4, (0, 1, 2), 3, DENSE_LABELS)
    ]


def read_matres(path: str | Path, documents: Sequence[AnnotatedDocument]) -> list[LabelledPair]:
    """Read pairs as MATRES (Ning et al. 2018) writes them.

    A line holds document, word, word, eiid, eiid, and the relation of the start points.

    Parameters
    ----------
    path : str or Path
    documents : sequence of AnnotatedDocument
        Those that the instance ids are looked up in; pairs of other documents, or of instances not there, are left out.

    Raises
    ------
    FormatError
        With file and line.
    """
    events = {
        (document.id, instance): event.id
        for document in documents
        for event in document.events
        for instance in event.instances
    }
    pairs = []
    for (name, first, second), label in _rows(path, 6, (0, 3, 4), 5, MATRES_LABELS):
        source, target = events.get((name, f"ei{first}")), events.get((name, f"ei{second}"))
        if source and target:
            pairs.append(LabelledPair(name, source, target, label))
    return pairs


def given_pairs(documents: Sequence[AnnotatedDocument]) -> list[LabelledPair]:
    """Return the pairs of the documents' own TLINKs, their relations folded into five; see `FOLDED`."""
    return [
        LabelledPair(document.id, link.source, link.target, FOLDED[link.type])
        for document in documents
        for link in document.relations
    ]


def pair_files(path: str | Path) -> list[Path]:
    """Return a file of pairs itself, or those in a folder.

    In a folder these are ``.T3.txt`` where there are any (TimeBank-Dense), otherwise ``.txt`` and ``.tsv``.

    Raises
    ------
    CorpusError
        When there is none.
    """
    path = Path(path)
    if path.is_file():
        return [path]
    found = sorted(path.glob("*.T3.txt")) or sorted((*path.glob("*.tsv"), *path.glob("*.txt")))
    if not found:
        raise CorpusError(f"There is no file of pairs (.tsv or .txt) in {path}.")
    return found


def _rows(
    path: str | Path, width: int, names: tuple[int, int, int], label: int, labels: Mapping[str, str]
) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Yield the document, both ids and the label of each line."""
    for number, line in enumerate(Path(path).read_text(encoding="utf8").splitlines(), start=1):
        if not line.strip():
            continue
        row = line.split("\t")
        if len(row) < width or row[label] not in labels:
            known = ", ".join(labels)
            raise FormatError(f"{path}:{number}: {width} columns awaited, number {label + 1} one of {known}.")
        first, second, third = names
        yield (row[first], row[second], row[third]), labels[row[label]]
