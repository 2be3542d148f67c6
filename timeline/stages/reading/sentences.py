"""Sentence starts repaired before the parser decides the rest.

The parsers start sentences in the middle of a clause (« Ensuite, l'ancienne directrice | Anna Berg est devenue… ») and
run headlines into the text below. A start is forbidden where nothing ended, and required after a blank line or a
headline; between the two the parser decides.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from spacy.attrs import SENT_START
from spacy.tokens import Doc

from timeline.stages.reading.lines import DATELINE_LINES, is_heading, is_wrapped

_FINAL = frozenset(".!?…:;")
_CLOSERS = frozenset("\"')]}»”’")
_OPENERS = frozenset('-–—•*·"«“([')
# « PARIS, 20 novembre (AFP) – », "BUFFALO, N.Y. (AP) --": a place in capitals, or capitalised words and a date before
# an agency in brackets. It stands at the head of a paragraph: the first, or the one below the headline.
_DATELINE_WORD = r"(?:[A-ZÀ-Ý][\w.'-]*|\d{1,4}(?: ?[^\W\d]\w*)?)"
_DATELINE_AGENCY = r"\([A-Z][^)\n]{1,30}\)"
_DATELINE = re.compile(
    r"[ \t]*"
    rf"(?:[A-ZÀ-Ý]{{3,40}}[^\n]{{0,80}}?|{_DATELINE_WORD}(?:[ ,]{{1,3}}{_DATELINE_WORD}){{0,6}} ?{_DATELINE_AGENCY})"
    r"\s{0,3}(?:--|[–—_-])\s+"
)
_LINE = re.compile(r"^(?=.*\S)", re.MULTILINE)
# Words after which a sentence is cut behind a full stop, behind another mark, anywhere. The longest sentences of news
# have about 150, and paragraphs of several sentences seldom 400.
LONG, LONGER, LONGEST = 400, 500, 600
_STOPS = frozenset(".!?…")
_MARKS = frozenset(",;:–—|)")


def mark_sentence_starts(doc: Doc) -> Doc:
    """Set ``token.is_sent_start`` where the text alone decides it; tokens left at None are the parser's.

    Parameters
    ----------
    doc : Doc
        Tokenized, not yet parsed.

    Returns
    -------
    Doc
        The same.
    """
    text = doc.text
    wrapped = is_wrapped(text)
    ended, newlines, line_start, last_start = True, 2, 0, 0
    below_dateline = _below_dateline(text)
    starts: Any = doc.to_array(SENT_START).view(np.int64)  # 1 for a start, -1 for none, 0 where the parser decides
    for token in doc:
        if token.idx == below_dateline:
            starts[token.i] = 1
            newlines, ended, last_start = 0, False, token.i
            continue
        if token.is_space:
            newlines += token.text.count("\n")
            continue
        if newlines:
            line = text[line_start : doc[token.i - 1].idx].strip() if token.i else ""
            starts[token.i] = _start_of_line(line, newlines, wrapped=wrapped, ended=ended)
            line_start = token.idx
        elif not ended and token.text[0] not in _OPENERS:
            starts[token.i] = -1
        if token.i - last_start >= LONG and _is_cut(doc[token.i - 1].text, token.text, token.i - last_start):
            starts[token.i] = 1
        if starts[token.i] == 1:
            last_start = token.i
        newlines = token.whitespace_.count("\n")
        ended = _ends(token.text) or (ended and token.text in _CLOSERS)
    # All at once: before ``token.is_sent_start`` is set, spaCy goes through the whole Doc each time.
    return doc.from_array([SENT_START], starts.view(np.uint64)) if len(doc) else doc


def _start_of_line(above: str, newlines: int, *, wrapped: bool, ended: bool) -> int:
    """Tell whether a line begins a sentence (1), goes on with the one above (-1), or the parser has to say (0)."""
    if newlines > 1 or (not wrapped and (ended or is_heading(above))):
        return 1
    return -1 if wrapped and not ended else 0


def _is_cut(before: str, word: str, length: int) -> bool:
    """Tell whether a word begins a new sentence because the one before it is too long."""
    if length < LONGER:
        return before in _STOPS and word[0].isupper()
    return length >= LONGEST or before in _MARKS or before in _STOPS


def _below_dateline(text: str) -> int | None:
    """Return where the story begins after its dateline, if it has one."""
    heads = [line.start() for line in _LINE.finditer(text)][: DATELINE_LINES + 1]
    return next((dateline.end() for head in heads if (dateline := _DATELINE.match(text, head))), None)


def _ends(word: str) -> bool:
    return word[-1] in _FINAL
