"""spaCy's attribute ruler, which looks a token's values up instead of running a matcher over the text.

Almost all of a model's patterns ask for the tag or the form of one token, so what they set is known by those two. The
patterns, what they set and how they are written to disk stay spaCy's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs
from spacy.vocab import Vocab

OTHER = -1  # stands for all values that no pattern speaks of
COLUMNS = ("TAG", "POS", "DEP", "LOWER", "IS_SPACE")  # what patterns may ask for, as spaCy's `Doc.to_array` names it

Row = tuple[int, ...]
Asked = tuple[tuple[frozenset[int], bool], ...]  # for each column some values, and whether it must be one of them


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern: its number, what it asks of each token, and which of them it changes."""

    number: int
    tokens: tuple[Asked, ...]
    place: int


@dataclass(frozen=True, slots=True)
class Index:
    """The rules of a ruler.

    Attributes
    ----------
    rules : tuple of Rule
    values : tuple of frozenset of int
        For each column, the values that any rule asks for: others are all the same to the rules.
    known : dict of tuple to tuple of Rule
        The rules whose first token may be one with these values, once asked.
    """

    rules: tuple[Rule, ...]
    values: tuple[frozenset[int], ...]
    known: dict[Row, tuple[Rule, ...]] = field(default_factory=dict, repr=False)

    def matches(self, doc: Doc) -> dict[int, set[int]]:
        """Return the numbers of the rules that change each token, by its place."""
        rows: list[list[int]] = doc.to_array(list(COLUMNS)).tolist()
        told = [
            tuple(value if value in listed else OTHER for value, listed in zip(row, self.values, strict=True))
            for row in rows
        ]
        found: dict[int, set[int]] = {}
        for start, row in enumerate(told):
            rules = self.known.get(row)
            if rules is None:
                rules = self.known[row] = tuple(rule for rule in self.rules if _fits(rule.tokens[0], row))
            for rule in rules:
                if len(rule.tokens) == 1 or _follows(rule.tokens, told, start):
                    found.setdefault(start + rule.place, set()).add(rule.number)
        return found


class IndexedRuler(AttributeRuler):
    """An attribute ruler whose simple patterns are looked up; its matcher runs for the others alone."""

    _indexed: tuple[Index, Matcher] | None = None

    def add(self, patterns: Iterable[Any], attrs: dict[Any, Any], index: int = 0) -> None:
        """Add patterns as spaCy's ruler does."""
        super().add(patterns, attrs, index)
        self._indexed = None

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of the tokens that match, later patterns over earlier ones."""
        if self._indexed is None:
            self._indexed = indexed(self.patterns, self.vocab)
        index, others = self._indexed
        found = index.matches(doc)
        for key, start, end in others(doc, allow_missing=True) if len(others) else ():
            number = int(self.vocab.strings[key])
            found.setdefault(range(start, end)[self.indices[number]], set()).add(number)
        for place, numbers in found.items():
            token = doc[place]
            for one in sorted(numbers):
                set_token_attrs(token, self.attrs[one])
        return doc


def indexed(patterns: Sequence[Mapping[str, Any]], vocab: Vocab) -> tuple[Index, Matcher]:
    """Return the index of the patterns that ask for nothing but values of a few columns, a matcher of the others.

    Examples
    --------
    >>> simple = {"patterns": [[{"TAG": "DT", "LOWER": "the"}]], "attrs": {"MORPH": "Definite=Def"}, "index": 0}
    >>> index, others = indexed([simple, {**simple, "patterns": [[{"LEMMA": "be"}]]}], Vocab())
    >>> len(index.rules), len(others)
    (1, 1)
    """
    rules, others = [], Matcher(vocab)
    for number, pattern in enumerate(patterns):
        told = [tokens for tokens in pattern["patterns"] if not all(map(_is_simple, tokens))]
        if told:
            others.add(vocab.strings.add(str(number)), told)
        for tokens in pattern["patterns"]:
            if tokens not in told:
                asked = tuple(_asked(token, vocab.strings) for token in tokens)
                rules.append(Rule(number, asked, range(len(asked))[pattern["index"]]))
    every = [token for rule in rules for token in rule.tokens]
    values = (frozenset().union(*(token[i][0] for token in every)) for i in range(len(COLUMNS)))
    return Index(tuple(rules), tuple(values)), others


def _is_simple(token: Mapping[Any, Any]) -> bool:
    return bool(token) and all(name in COLUMNS and _listed(value)[0] for name, value in token.items())


def _listed(value: Any) -> tuple[tuple[str | bool, ...], bool]:
    """Return the values that a pattern speaks of, and whether it allows these or others; none if not simple."""
    if isinstance(value, dict):
        ((name, several),) = value.items() if len(value) == 1 else (("", ()),)
        return (tuple(several), name == "IN") if name in {"IN", "NOT_IN"} else ((), False)
    return ((value,) if isinstance(value, (str, bool)) else ()), True


def _asked(token: Mapping[str, Any], strings: StringStore) -> Asked:
    asked = (_listed(token[name]) if name in token else ((), False) for name in COLUMNS)
    return tuple(
        (frozenset(strings.add(value) if isinstance(value, str) else int(value) for value in values), among)
        for values, among in asked
    )


def _fits(asked: Asked, row: Row) -> bool:
    return all((value in values) == among for (values, among), value in zip(asked, row, strict=True))


def _follows(tokens: Sequence[Asked], rows: Sequence[Row], start: int) -> bool:
    """Tell whether the tokens after the first fit as well."""
    following = rows[start + 1 : start + len(tokens)]
    return len(following) == len(tokens) - 1 and all(map(_fits, tokens[1:], following))
