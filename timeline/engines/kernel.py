"""What every engine runs: a table of texts in, a table of their events out.

The function is found by its name, so that engines send that name and plain columns between processes, never a pipeline
or a Doc; each process loads its language's model once and keeps it.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from timeline.errors import InvalidTextError, TimelineWarning
from timeline.formats.extras import need
from timeline.formats.table import COLUMNS, DATETIMES, FLOATS, INTEGERS, Cell, rows
from timeline.stages.extraction import extract_many

if TYPE_CHECKING:
    from pandas import DataFrame

    from timeline.model.timeline import Timeline

Record = dict[str, Cell]

TEXT = "text"
OPTIONAL = ("id", "date", "lang", "title", "url")
"""Columns beside the text that are used where they are there; empty cells mean nothing."""

RESULT_COLUMNS = (*COLUMNS, "error")
"""Columns of the events; ``error`` is set in the one row of a text that could not be read, whose other cells are empty
but for ``document``."""

DTYPES: dict[str, str] = {
    **dict.fromkeys(RESULT_COLUMNS, "string"),
    **dict.fromkeys(DATETIMES, "datetime64[us]"),
    **dict.fromkeys(INTEGERS, "Int64"),
    **dict.fromkeys(FLOATS, "float64"),
}
"""pandas' types of the result's columns, the same whatever the texts hold."""


def read_records(records: Iterable[Mapping[str, Any]], *, batch_size: int = 64) -> Iterator[Record]:
    """Read texts and yield their events, as dicts that pandas, Arrow and Parquet take.

    Parameters
    ----------
    records : iterable of mapping
        Each with a ``text`` and, where known, ``id date lang title url``; other keys are left out.
    batch_size : int
        Texts read together.

    Yields
    ------
    dict
        One an event, in the order of the texts and of their stories, with the keys `RESULT_COLUMNS`; for a text that
        could not be read one with its ``document`` and ``error``.

    Raises
    ------
    InvalidTextError
        When a record has no ``text``.

    Examples
    --------
    >>> [row["label"] for row in read_records([{"text": "Anna Berg a quitté Volta.", "lang": "fr", "id": "a"}])]
    ['Anna Berg quitte Volta']
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".* was not read", category=TimelineWarning)  # told by `error`
        for story in extract_many((_source(record) for record in records), batch_size=batch_size):
            yield from _records_of(story)


def read_frame(frame: DataFrame, *, batch_size: int = 64) -> DataFrame:
    """Return the events of a table of texts as a table; columns as `read_records` has them, types as in `DTYPES`.

    Raises
    ------
    InvalidTextError
        When the table has no column ``text``.
    MissingExtraError
        When pandas is not installed.
    """
    if TEXT not in frame.columns:
        raise InvalidTextError(f"The table has no column {TEXT!r}, only {', '.join(map(str, frame.columns))}.")
    records = ({str(name): cell for name, cell in record.items()} for record in frame.to_dict("records"))
    return frame_of(read_records(records, batch_size=batch_size))


def frame_of(records: Iterable[Record]) -> DataFrame:
    """Return records as a table with all columns and types of the result, an empty one too."""
    pandas = need("pandas", "pandas")
    found = list(records)
    columns = {name: pandas.Series([row[name] for row in found], dtype=dtype) for name, dtype in DTYPES.items()}
    frame: DataFrame = pandas.DataFrame(columns, columns=list(RESULT_COLUMNS))
    return frame


def _source(record: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    if TEXT not in record:
        raise InvalidTextError(f"A record has no {TEXT!r}, only {', '.join(map(str, record))}.")
    return record[TEXT], {key: record[key] for key in OPTIONAL if not _is_missing(record.get(key))}


def _is_missing(cell: Any) -> bool:
    """Tell what tables put where nothing is known: None, NaN, NaT, NA, an empty text."""
    return cell is None or cell == "" or str(cell) in ("nan", "NaT", "<NA>")


def _records_of(story: Timeline) -> Iterator[Record]:
    if story.error is not None:
        empty: Record = dict.fromkeys(RESULT_COLUMNS)
        yield empty | {"document": story.documents[0].id if story.documents else None, "error": str(story.error)}
    for row in rows(story):
        yield {**row, "error": None}
