"""CSV (RFC 4180): one row an event, for spreadsheets and for tools without pandas."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path

from timeline.formats.files import save
from timeline.formats.table import COLUMNS, Cell, rows
from timeline.model.timeline import Timeline

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def to_csv(story: Timeline, path: str | Path | None = None) -> str:
    """Return a timeline's events as CSV, and write it to `path` when one is given.

    The columns are those of `timeline.formats.table.COLUMNS`; dates are ISO 8601; an empty cell is nothing; what a
    spreadsheet would take for a formula begins with an apostrophe, and U+FFFD stands for NUL, which no CSV can hold.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_text(cell) for cell in row.values()] for row in rows(story))
    return save(buffer.getvalue(), path)


def _text(cell: Cell) -> str | int | float | None:
    """Return a cell as it is written; a text that a spreadsheet would run as a formula begins with an apostrophe.

    See https://owasp.org/www-community/attacks/CSV_Injection.
    """
    if isinstance(cell, str):
        text = cell.replace("\0", "\N{REPLACEMENT CHARACTER}")
        return f"'{text}" if text.startswith(_FORMULAS) else text
    return cell.isoformat() if isinstance(cell, datetime) else cell
