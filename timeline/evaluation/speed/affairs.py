"""Many stories out of a few, so that merging has something to merge: the same, told of others."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count
from typing import Any

from timeline.model.timeline import Timeline

SHORTEST = 4  # letters of a name that is replaced: shorter ones may be any word


def retold(stories: Sequence[Timeline], number: int) -> Iterator[Timeline]:
    """Yield stories again and again, each time with other names of as many letters, so that offsets stay exact.

    Parameters
    ----------
    stories : sequence of Timeline
        They come first, as they are.
    number : int
        How many to yield.

    Yields
    ------
    Timeline
        The same ones for the same stories.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta lundi.", date="2023-11-20", lang="fr")
    >>> first, second = retold([story], 2)
    >>> first == story, [len(entity.name) for entity in second.people], second.people[0].name == "Anna Berg"
    (True, [9], False)
    """
    written = [(story.to_dict(), [document.id for document in story.documents]) for story in stories]
    names = sorted(sorted({word for story in stories for word in _names(story)}), key=len, reverse=True)
    found = re.compile(rf"\b(?:{'|'.join(map(re.escape, names)) or '(?!)'})\b")
    draw = random.Random(7)
    for turn in count():
        others = {name: name if not turn else _word(draw, len(name)) for name in names}
        for place, (told, ids) in enumerate(written):
            if turn * len(written) + place == number:
                return
            named = partial(found.sub, partial(_other, others))
            renamed = {id: f"{id}-{turn}" for id in ids if turn}
            yield Timeline.from_dict(_rewritten(told, named, renamed))


def _rewritten(value: Any, named: Callable[[str], str], ids: Mapping[str, str]) -> Any:
    """Return plain values with other names and ids in every string."""
    if isinstance(value, str):  # decoded: in JSON a name may stand right behind the n of a line break
        return ids.get(value) or named(value)
    if isinstance(value, dict):
        return {key: _rewritten(inner, named, ids) for key, inner in value.items()}
    return [_rewritten(inner, named, ids) for inner in value] if isinstance(value, list) else value


def _other(others: Mapping[str, str], name: re.Match[str]) -> str:
    return others[name[0]]


def _names(story: Timeline) -> Iterator[str]:
    for entity in story.entities:
        yield from (word for word in entity.name.split() if len(word) >= SHORTEST and word.isalpha() and word.istitle())


def _word(draw: random.Random, length: int) -> str:
    return "".join(draw.choice("aeio" if place % 2 else "bcdfglmnprst") for place in range(length)).capitalize()
