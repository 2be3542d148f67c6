"""Reader of coreference in CoNLL form: CoNLL-U tokens, further columns, coreference in the last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from timeline.errors import FormatError
from timeline.evaluation.annotations import AnnotatedDocument, Word

Span = tuple[int, int]

_BEGIN = re.compile(r"#\s*begin document \(?([^);]*)\)?(?:; part (\d+))?")
_BRACKET = re.compile(r"(?P<opens>\()?(?P<chain>[^()|]+)(?P<closes>\))?")
_ID, _FORM, _TAG, _HEAD, _RELATION, _PARAGRAPH = 0, 1, 3, 6, 7, 11

# Spaces in printed French and English; a guillemet and « ; » have spaces on both sides in French.
_NO_SPACE_BEFORE = frozenset({")", "]", ".", ",", "…", "...", "”"})
_NO_SPACE_AFTER = frozenset({"(", "[", "“"})
_CLITIC = re.compile(r"-\w|['’](s|re|ve|ll|d|m|t)$", re.IGNORECASE)
_ELIDED = re.compile(r"\w['’]$")


@dataclass(frozen=True, slots=True)
class _Token:
    """A syntactic word. `start` and `end` are those of the written token it is in, `part` its place there, from 0."""

    tag: str
    relation: str
    head: int
    start: int
    end: int
    part: int


def read_conll(path: str | Path, *, named: bool = True) -> list[AnnotatedDocument]:
    """Read the documents of one ``.conll`` file, with their chains and syntax.

    The text is put together from the written tokens (``des``, not ``de`` and ``les``) with the spaces of print, a
    line a paragraph. A mention that begins inside a contracted token begins after it (« du journal » holds « journal
    », the annotators' « le journal »), unless the token is all there is of it.

    Parameters
    ----------
    path : str or Path
    named : bool
        Keep only chains with a proper name: a mention whose head is tagged PROPN, or has a PROPN as ``flat`` dependent
        (« M. Roy »).

    Raises
    ------
    FormatError
        With file and line, when a token, a bracket or the end of a document is missing.
    """
    path = Path(path)
    documents: list[AnnotatedDocument] = []
    reader: _Reader | None = None
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), start=1):
        begin = _BEGIN.match(line)
        try:
            if begin:
                reader = _Reader(f"{begin[1]}.{begin[2]}" if int(begin[2] or 0) else begin[1])
            elif reader is None:
                if line.strip() and not line.startswith("#"):
                    raise FormatError("a token before the first '#begin document'.")
            elif line.startswith("#end"):
                documents.append(reader.document(named=named))
                reader = None
            elif not line.strip():
                reader.end_sentence()
            elif not line.startswith("#"):
                reader.read(line.split("\t"))
        except (FormatError, ValueError, IndexError) as error:
            raise FormatError(f"{path}:{number}: {error}") from error
    if reader is not None:
        raise FormatError(f"{path}: the last document has no '#end document'.")
    return documents


@dataclass(slots=True)
class _Reader:
    """One document while its lines come in."""

    name: str
    text: str = ""
    paragraph: str = ""
    tokens: list[_Token] = field(default_factory=list)
    sentence: int = 0  # where in `tokens` the sentence begins
    contracted: tuple[int, int, int] | None = None  # first and last id of a contracted token, and where it starts
    last: str = ""
    opened: dict[str, list[int]] = field(default_factory=dict)
    spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)  # chain → first and last token

    def read(self, row: list[str]) -> None:
        """Take in one token line."""
        if len(row) <= _RELATION:
            raise FormatError(f"a token line of {len(row)} columns; CoNLL-U columns and coreference were awaited.")
        if "-" in row[_ID]:
            first, last = map(int, row[_ID].split("-"))
            self.contracted = first, last, self._write(row)
            return
        if "." in row[_ID]:  # an empty node of CoNLL-U
            return
        number = int(row[_ID])
        if self.contracted and self.contracted[0] <= number <= self.contracted[1]:
            first, _, start = self.contracted
            part = number - first
        else:
            start, part = self._write(row), 0
        head = int(row[_HEAD]) if row[_HEAD] not in ("0", "_") else number
        self.tokens.append(_Token(row[_TAG], row[_RELATION], self.sentence + head - 1, start, len(self.text), part))
        self._read_brackets(row[-1])

    def end_sentence(self) -> None:
        """Token ids begin anew."""
        self.sentence = len(self.tokens)
        self.contracted = None

    def document(self, *, named: bool) -> AnnotatedDocument:
        """Return the document read."""
        if any(self.opened.values()):
            chain = next(name for name, starts in self.opened.items() if starts)
            raise FormatError(f"a mention of chain {chain} in {self.name} is not closed.")
        kept = [spans for spans in self.spans.values() if not named or any(self._is_name(*span) for span in spans)]
        return AnnotatedDocument(
            id=self.name,
            text=self.text,
            chains=tuple(frozenset(self._offsets(*span) for span in spans) for spans in kept),
            words=tuple(Word(token.start, token.end, token.head) for token in self.tokens),
        )

    def _write(self, row: list[str]) -> int:
        """Add a written token to the text and return where it starts."""
        form = row[_FORM]
        paragraph = row[_PARAGRAPH] if len(row) > _PARAGRAPH + 1 else ""
        if not self.text:
            space = ""
        elif paragraph != self.paragraph:
            space = "\n"
        else:
            space = "" if _joined(self.last, form) else " "
        self.text += space + form
        self.paragraph, self.last = paragraph, form
        return len(self.text) - len(form)

    def _read_brackets(self, cell: str) -> None:
        here = len(self.tokens) - 1
        if cell in ("_", "-", "*", ""):
            return
        for piece in cell.split("|"):
            found = _BRACKET.fullmatch(piece)
            if found is None:
                raise FormatError(f"{cell!r} is no coreference annotation such as (3|4) or (5).")
            starts = self.opened.setdefault(found["chain"], [])
            if found["opens"]:
                starts.append(here)
            if found["closes"]:
                if not starts:
                    raise FormatError(f"a mention of chain {found['chain']} is closed but was not opened.")
                self.spans.setdefault(found["chain"], []).append((starts.pop(), here))

    def _offsets(self, first: int, last: int) -> Span:
        while self.tokens[first].part and self.tokens[first].end < self.tokens[last].end:
            first += 1
        return self.tokens[first].start, self.tokens[last].end

    def _is_name(self, first: int, last: int) -> bool:
        inside = range(first, last + 1)
        heads = [index for index in inside if self.tokens[index].head not in inside or self.tokens[index].head == index]
        return any(
            self.tokens[index].tag == "PROPN"
            or any(self.tokens[other].tag == "PROPN" for other in self._flat(index, inside))
            for index in heads[:1]
        )

    def _flat(self, head: int, inside: range) -> Iterator[int]:
        for index in inside:
            token = self.tokens[index]
            if token.head == head and token.relation.startswith("flat"):
                yield index


def _joined(left: str, right: str) -> bool:
    """Return whether print has no space between two tokens."""
    if right in _NO_SPACE_BEFORE or left in _NO_SPACE_AFTER:
        return True
    return bool(_CLITIC.match(right) or _ELIDED.search(left))
