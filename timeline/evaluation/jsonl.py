"""Reader of another system's output: JSON lines, one temporal expression a line."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from timeline.errors import FormatError
from timeline.evaluation.annotations import AnnotatedDocument, TimeSpan


def read_system_times(path: str | Path, gold: Sequence[AnnotatedDocument]) -> list[AnnotatedDocument]:
    """Read temporal expressions, each a line with ``id`` (of its document), ``start end text type value``.

    Parameters
    ----------
    path : str or Path
    gold : sequence of AnnotatedDocument
        The documents wanted; lines about others are left out.

    Raises
    ------
    FormatError
        With file and line, when a line is not as above, or its text does not stand at its offsets.
    """
    texts = {document.id: document.text for document in gold}
    times: defaultdict[str, list[TimeSpan]] = defaultdict(list)
    with Path(path).open(encoding="utf8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            name, time = _parse(line, f"{path}:{number}")
            if name not in texts:
                continue
            if texts[name][time.start : time.end] != time.text:
                raise FormatError(
                    f"{path}:{number}: {time.text!r} does not stand at {time.start}–{time.end} of {name}; "
                    "offsets count the characters inside <TEXT>."
                )
            times[name].append(time)
    return [AnnotatedDocument(id=name, text=text, times=tuple(times[name])) for name, text in texts.items()]


def _parse(line: str, where: str) -> tuple[str, TimeSpan]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise FormatError(f"{where}:{error.colno}: not JSON: {error.msg}.") from error
    try:
        time = TimeSpan(
            id="", start=row["start"], end=row["end"], text=row["text"], type=row["type"], value=row["value"]
        )
        return row["id"], time
    except (KeyError, TypeError) as error:
        raise FormatError(f"{where}: needs id, start, end, text, type and value ({error}).") from error
