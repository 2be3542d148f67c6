"""Which kind of corpus a folder holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from timeline.errors import CorpusError
from timeline.evaluation.annotations import AnnotatedDocument
from timeline.evaluation.brat import read_brat
from timeline.evaluation.conll import read_conll
from timeline.evaluation.timeml import read_timeml


def read_corpus(
    folder: str | Path, *, every: int = 1, offset: int = 0, only: str = "*", longer: int = 0
) -> tuple[str, list[AnnotatedDocument]]:
    """Read the annotated documents in a folder and its subfolders.

    Parameters
    ----------
    folder : str or Path
    every, offset : int
        Take documents number `offset`, `offset` + `every`… of the files sorted by name: a part held out, or the rest.
    only : str
        Take documents whose name fits a pattern with ``*``.
    longer : int
        Take documents of more bytes (UTF-8) than this.

    Returns
    -------
    kind : str
        ``"timeml"`` (files ``.tml``), ``"brat"`` (``.ann`` with ``.txt``) or ``"conll"`` (``.conll``); the first of
        them that the folder holds.
    documents : list of AnnotatedDocument

    Raises
    ------
    CorpusError
        When the folder holds none of them, or the selection is empty.
    FormatError
        When a file is not as it should be.
    """
    for kind, (suffix, read) in READERS.items():
        paths = sorted(Path(folder).rglob(f"*{suffix}"), key=_by_name)
        if paths:
            documents = [document for path in paths for document in read(path)]
            chosen = [
                document
                for document in documents[offset::every]
                if fnmatch(document.id, only) and len(document.text.encode("utf8", "replace")) > longer
            ]
            if not chosen:
                raise CorpusError(f"None of the {len(documents)} documents in {folder} is in the part asked for.")
            return kind, chosen
    suffixes = ", ".join(suffix for suffix, _ in READERS.values())
    raise CorpusError(f"There is nothing to evaluate in {folder}. Give a folder that holds {suffixes} files.")


def _by_name(path: Path) -> tuple[str, str]:
    return path.name, str(path)


def _timeml(path: Path) -> Iterator[AnnotatedDocument]:
    yield read_timeml(path)


def _brat(path: Path) -> Iterator[AnnotatedDocument]:
    yield read_brat(path)


READERS: dict[str, tuple[str, Callable[[Path], Iterable[AnnotatedDocument]]]] = {
    "timeml": (".tml", _timeml),
    "brat": (".ann", _brat),
    "conll": (".conll", read_conll),
}
