"""What a command is given to read: files, folders and standard input, each with a name that no other has."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from timeline.errors import MissingInputError
from timeline.formats.page import decode, read
from timeline.model.document import Document

STDIN = "-"
_READABLE = {".txt", ".text", ".md", ".html", ".htm", ".xhtml"}


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read.

    Attributes
    ----------
    path : Path
        ``-`` is standard input.
    name : str
        What its results are called: a relative path with ``/``, without an ending, unlike that of any other input.
    """

    path: Path
    name: str

    def read(self) -> Document:
        """Return the document, whose id is the input's name.

        Raises
        ------
        FormatError, MissingExtraError
            See `timeline.read`.
        OSError
            When the file cannot be opened.
        """
        if str(self.path) == STDIN:
            return Document(decode(sys.stdin.buffer.read(), "Standard input"), id=self.name)
        return replace(read(self.path), id=self.name)


def inputs_of(arguments: Iterable[str]) -> list[Input]:
    """Return the files that the arguments of a command mean.

    Parameters
    ----------
    arguments : iterable of str
        Files, folders (whose readable files are taken, however deep), and ``-``. A file given twice is read once.

    Raises
    ------
    MissingInputError
        When there is no such file or folder.
    """
    places: dict[Path, PurePath] = {}
    for argument in arguments:
        path = Path(argument)
        if argument == STDIN:
            places.setdefault(path, PurePath("stdin"))
        elif path.is_file():
            places.setdefault(path, PurePath(path.name))
        elif path.is_dir():
            files = (file for file in path.rglob("*") if file.suffix.lower() in _READABLE and file.is_file())
            for file in sorted(files):
                places.setdefault(file, file.relative_to(path))
        else:
            raise MissingInputError(f"There is no file or folder {argument!r}.")
    return [Input(path, name) for path, name in zip(places, _names(list(places.items())), strict=True)]


def _names(places: Sequence[tuple[Path, PurePath]]) -> list[str]:
    """Name each file by its place in its folder; where two would clash, by its ending too, then by its whole path.

    Examples
    --------
    >>> _names([(Path("in/a/x.txt"), PurePath("x.txt")), (Path("in/b/x.txt"), PurePath("x.txt"))])
    ['a/x', 'b/x']
    >>> _names([(Path("x.txt"), PurePath("x.txt")), (Path("x.html"), PurePath("x.html")), (Path("y"), PurePath("y"))])
    ['x.txt', 'x.html', 'y']
    """
    names = [place.with_suffix("").as_posix() for _, place in places]
    names = _told_apart(names, [place.as_posix() for _, place in places])
    paths = [Path(os.path.abspath(path)) for path, _ in places]  # noqa: PTH100 (resolve() would follow links)
    shared = Path(os.path.commonpath(paths)) if len(paths) > 1 else Path()
    whole = [path.relative_to(shared).as_posix() if path.is_relative_to(shared) else path.name for path in paths]
    names = _told_apart(names, [PurePath(name).with_suffix("").as_posix() for name in whole])
    return _told_apart(names, whole)


def _told_apart(names: Sequence[str], longer: Sequence[str]) -> list[str]:
    """Replace the names that occur twice, letters' case aside as some file systems have it."""
    counts = Counter(name.lower() for name in names)
    return [other if counts[name.lower()] > 1 else name for name, other in zip(names, longer, strict=True)]
