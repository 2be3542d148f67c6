"""Cutting text into words, numbers and signs, apart from any model, so that data and texts are cut the same way."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: A blank line, a run of digits, a run of letters, or one sign. No part can match in two ways, so time is linear.
TOKEN = re.compile(r"\n[ \t]*\n|\d+|[^\W\d_]+|[^\w\s]|_")


def tokens_of(text: str) -> Iterator[str]:
    """Yield the tokens of a text in lower case.

    Examples
    --------
    >>> list(tokens_of("l'après-midi du 3"))
    ['l', "'", 'après', '-', 'midi', 'du', '3']
    """
    return (match.group().lower() for match in TOKEN.finditer(text))
