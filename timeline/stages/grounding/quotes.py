"""Where quoted words stand in a text: exactly, or but for white space and typography."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from timeline.stages.composition import compose
from timeline.stages.grounding.proposals import Quote

Span = tuple[int, int]

# Characters that printers choose, each as plain typewriters have it.
_PLAIN = str.maketrans(
    dict.fromkeys("’‘ʼ′", "'") | dict.fromkeys("«»“”„", '"') | dict.fromkeys("‐‑‒–—−", "-") | {"…": "..."}
)


@dataclass(frozen=True, slots=True)
class Page:
    """A text in which quotes are looked up.

    Attributes
    ----------
    text : str
    folded : str
        The text with white space and typography made plain.
    places : tuple of int
        For each character of `folded`, and for its end, the place in `text`.
    known : dict
        Places looked up before.
    """

    text: str
    folded: str
    places: tuple[int, ...]
    known: dict[str, tuple[tuple[Span, ...], tuple[Span, ...]]] = field(default_factory=dict, repr=False, compare=False)

    def find(self, quote: Quote) -> Span | None:
        """Return where a quote stands, None where it does not.

        Examples
        --------
        >>> page = page_of("L’an\u00a0dernier, il part. Il part.")
        >>> page.find(Quote("l'an dernier", 0, "")), page.find(Quote("L'an dernier", 0, ""))
        (None, (0, 12))
        >>> page.find(Quote("part", 1, ""))
        (26, 30)
        """
        exact, folded = self.places_of(quote.words)
        for found in (exact, folded):
            if quote.occurrence < len(found):
                return found[quote.occurrence]
        return None

    def places_of(self, words: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Return every place where words stand exactly, and every place where they stand but for typography."""
        if words not in self.known:
            words = compose(words)
            exact = tuple((start, start + len(words)) for start in _places(self.text, words))
            folded, _ = fold(words)
            folded = folded.strip()
            loose = (
                (self.places[start], self.places[start + len(folded) - 1] + 1) for start in _places(self.folded, folded)
            )
            self.known[words] = exact, tuple(loose)
        return self.known[words]

    def is_whole(self, span: Span) -> bool:
        """Tell whether a span begins and ends where words do."""
        start, end = span
        return not (_joined(self.text, start) or _joined(self.text, end))

    def nearest(self, words: str, place: int) -> Span | None:
        """Return where words stand nearest to a place, whole."""
        found = [span for span in self.places_of(words)[1] if self.is_whole(span)]
        at = bisect_left(found, (place, place))
        near = [(abs(span[0] - place), span) for span in found[max(0, at - 1) : at + 1]]
        return min(near)[1] if near else None


def page_of(text: str) -> Page:
    """Return a text ready for looking quotes up."""
    return Page(text, *fold(text))


def fold(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a text with white space and typography made plain, and for each of its characters the place it came from.

    Examples
    --------
    >>> fold("l’an  2000")
    ("l'an 2000", (0, 1, 2, 3, 4, 6, 7, 8, 9, 10))
    """
    out: list[str] = []
    places: list[int] = []
    blank = False
    for place, char in enumerate(text):
        if char.isspace():
            if not blank:
                out.append(" ")
                places.append(place)
            blank = True
            continue
        blank = False
        plain = unicodedata.normalize("NFKC", char.translate(_PLAIN)) if not char.isascii() else char
        out.extend(plain)
        places.extend([place] * len(plain))
    return "".join(out), (*places, len(text))


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while words and at >= 0:
        yield at
        at = text.find(words, at + 1)


def _joined(text: str, place: int) -> bool:
    """Tell whether a place lies between two characters of one word."""
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()
