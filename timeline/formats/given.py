"""What a caller gives to be read: text itself or the path of a file, and JSON in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn

from timeline.errors import FormatError, MissingInputError
from timeline.model.representation import quoted

_BOM = "\ufeff"
_LONGEST_PATH = 1000


def given_text(source: str | Path, opening: str, what: str) -> str:
    r"""Return text as it was given, or the text of the file at a path, without a byte order mark.

    Parameters
    ----------
    source : str or Path
        A str is text when it begins with `opening`, white space aside, and a path otherwise.
    opening : str
        What every text of the format begins with.
    what : str
        What the text should be, for the message of an error: "JSON of a timeline".

    Raises
    ------
    FormatError
        When it is neither text of the format nor a path, or the file is not UTF-8.
    MissingInputError
        When there is no such file, or it cannot be read.

    Examples
    --------
    >>> given_text('\ufeff {"a": 1}', "{", "JSON")
    ' {"a": 1}'
    """
    if isinstance(source, str) and looks_like(source, opening):
        return source.removeprefix(_BOM)
    path = path_given(source, opening, what)
    try:
        return bytes_of_file(path, what).decode("utf-8-sig", "surrogatepass")
    except UnicodeDecodeError as error:
        raise FormatError(f"{what} is UTF-8; {str(path)!r} is not, at byte {error.start}. Save it as UTF-8.") from error


def looks_like(text: str, opening: str) -> bool:
    """Tell whether text begins as its format does, a byte order mark and white space aside."""
    return text.removeprefix(_BOM).lstrip().startswith(opening)


def path_given(source: str | Path, opening: str, what: str) -> Path:
    """Return a path; raises a FormatError for what cannot be one."""
    if isinstance(source, Path):
        return source
    if not isinstance(source, str):
        raise FormatError(f"{what} is given as a str, or as the path of a file, not as {type(source).__name__}.")
    if not source.strip() or "\n" in source or "\0" in source or len(source) > _LONGEST_PATH:
        raise FormatError(
            f"{what} begins with {opening!r}; {quoted(source, 40)} does not, and is the path of no file either."
        )
    return Path(source)


def bytes_of_file(path: Path, what: str) -> bytes:
    """Return what a file holds; raises a MissingInputError that says what to give."""
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise MissingInputError(
            f"{str(path)!r} cannot be read: {reason}. Give {what}, or the path of a file."
        ) from error


def loads(text: str) -> Any:
    """Return what JSON text holds.

    Raises
    ------
    FormatError
        When it is no JSON (with line and column), nests deeper than Python reads, or has numbers that are none.

    Examples
    --------
    >>> loads('{"a": [1, 2.5]}')
    {'a': [1, 2.5]}
    """
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise FormatError(f"Not JSON: {error.msg} at line {error.lineno}, column {error.colno}.") from error
    except RecursionError as error:
        raise FormatError("The JSON nests deeper than this library reads; no file that it wrote does.") from error
    except ValueError as error:  # more digits than Python converts
        raise FormatError(f"The JSON holds a number that cannot be read: {error}.") from error


def _no_number(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number of JSON")
