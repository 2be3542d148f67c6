"""How many of what a sentence counts: the dead, the injured, jobs, sums of money."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from timeline.languages.base import language_or_fallback
from timeline.model.who import fold

_WORD = re.compile(r"\d{1,3}(?:[   ,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|[^\W\d_]+|[$€%]")
_AHEAD, _BEHIND = 5, 2  # words between a number and what it counts
# Kinds of events that a count belongs to; a sentence on an arrest may recall how many had died.
KINDS = {
    "dead": ("Life.Die", "Life.Injure", "Disaster.", "Conflict.Attack"),
    "injured": ("Life.Die", "Life.Injure", "Disaster.", "Conflict.Attack"),
    "missing": ("Life.", "Disaster."),
    "arrested": ("Justice.Arrest",),
    "jobs": ("Business.", "Personnel."),
    "euros": ("Transaction.", "Business.", "Justice."),
    "dollars": ("Transaction.", "Business.", "Justice."),
}


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of one kind of thing, as said and as it counts."""

    about: str
    said: str
    number: float


def tolls(text: str, lang: str, skipped: Sequence[tuple[int, int]] = ()) -> Iterator[Toll]:
    """Yield what a sentence counts, with the nearest word that says of what.

    Parameters
    ----------
    text : str
    lang : str
        ISO 639-1 code.
    skipped : sequence of (int, int)
        Half-open spans of `text` that are dates.

    Examples
    --------
    >>> list(tolls("L'explosion a fait douze morts.", "fr"))
    [Toll(about='dead', said='douze', number=12.0)]
    >>> [toll.number for toll in tolls("Norvik paid 4.5 billion euros.", "en")]
    [4500000000.0]
    """
    counted, scales, numbers = _words(lang)
    words = [
        match
        for match in _WORD.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in skipped)
    ]
    folded = [fold(match.group()) for match in words]
    for place, word in enumerate(folded):
        value = numbers.get(word) if not word[0].isdigit() else _value(word)
        if value is None:
            continue
        last = place
        while last + 1 < len(folded) and folded[last + 1] in scales:
            last += 1
            value *= scales[folded[last]]
        after = folded[last + 1 : last + 1 + _AHEAD]
        if "%" in after[:1]:
            continue
        near = (*after, *reversed(folded[max(0, place - _BEHIND) : place]))
        about = next((counted[other] for other in near if other in counted), None)
        if about:
            yield Toll(about, text[words[place].start() : words[last].end()], float(value))


def _value(word: str) -> float:
    parts = re.split(r"[   ,.]", word)
    if len(parts) > 1 and all(len(part) == 3 for part in parts[1:]):
        return float("".join(parts))
    return float(word.replace(",", "."))


@cache
def _words(lang: str) -> tuple[dict[str, str], dict[str, float], dict[str, float]]:
    known = language_or_fallback(lang).merging
    counted = {fold(word): about for about, words in known.counted.items() for word in words}
    scales, numbers = ({fold(word): n for word, n in table.items()} for table in (known.scales, known.numbers))
    return counted, scales, numbers
