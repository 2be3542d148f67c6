"""Writing what a format made, the same way in every format."""

from __future__ import annotations

from pathlib import Path


def save(text: str, path: str | Path | None) -> str:
    """Return `text`, written to `path` as UTF-8 when there is one, line ends as they are.

    What UTF-8 cannot hold (half of a surrogate pair in a caller's text) becomes ``?``.
    """
    if path is not None:
        Path(path).write_bytes(text.encode("utf8", "replace"))
    return text
