"""News agencies that only sign a report and take no part in its story: « PARIS (AFP) – », "(Reuters)", « Avec AFP »."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from timeline.stages.names.lexicon import Lexicon, fold
from timeline.stages.names.name import Name

ASIDE = 4  # tokens between a bracket and the agency: « (Avec AFP) », "(AP Photo/Ann Lee)"
DATELINE = 9  # tokens of « PARIS, 3 mars, AFP »
DASHES = frozenset("-–—")


def without_credits(doc: Doc, names: Sequence[Name], lexicon: Lexicon) -> tuple[Name, ...]:
    """Drop the agencies that sign; one that acts, or is quoted, stays (« selon l'AFP »)."""
    agencies = lexicon.agencies
    signed = {name for name in names if fold(name.words(doc)) in agencies and _signs(doc, name, names)}
    return tuple(name for name in names if name not in signed)


def _signs(doc: Doc, name: Name, names: Iterable[Name]) -> bool:
    opening = next((token for token in _back(doc, name.start, ASIDE) if token.text in "()"), None)
    closing = next((token for token in doc[name.end : name.end + ASIDE] if token.text in "()"), None)
    if opening is not None and closing is not None and (opening.text, closing.text) == ("(", ")"):
        return not any(other.end == opening.i and _abbreviates(doc, name, other) for other in names)
    return _is_alone(doc, name) or _ends_dateline(doc, name)


def _abbreviates(doc: Doc, name: Name, whole: Name) -> bool:
    """Tell « Agence France-Presse (AFP) »."""
    return "".join(word[0] for word in fold(whole.words(doc)).split()) == fold(name.words(doc))


def _is_alone(doc: Doc, name: Name) -> bool:
    """Tell a line that holds the agency and at most one word more (« Avec AFP », « Source : AFP »)."""
    line = [token for token in (*_line(doc, name.start, -1), *_line(doc, name.end, 1)) if token.is_alpha]
    return len(line) <= 1


def _ends_dateline(doc: Doc, name: Name) -> bool:
    """Tell « PARIS, AFP – », « LENS, 3 mars / Reuters – »: at the head of a line, before a dash."""
    before = list(_line(doc, name.start, -1))
    dashed = name.end < len(doc) and doc[name.end].text in DASHES and bool(doc[name.end - 1].whitespace_)
    joined = bool(before) and before[0].text in {",", "/"}
    return dashed and joined and len(before) <= DATELINE


def _back(doc: Doc, start: int, most: int) -> Iterator[Token]:
    return (doc[index] for index in range(start - 1, max(start - 1 - most, -1), -1))


def _line(doc: Doc, start: int, step: int) -> Iterator[Token]:
    """Yield the tokens of a line away from a place, as many as a dateline has at most and one."""
    index = start - 1 if step < 0 else start
    for _ in range(DATELINE + 1):
        if not 0 <= index < len(doc) or "\n" in doc[index].text:
            return
        yield doc[index]
        index += step
