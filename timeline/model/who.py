"""Which entity a caller means by a name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from timeline.errors import UnknownItemError
from timeline.model.entity import Entity

_LISTED = 12  # names in an error


def fold(text: str) -> str:
    """Return `text` in lower case without accents, for comparing.

    Examples
    --------
    >>> fold("Évincé")
    'evince'
    """
    if text.isascii():
        return text.casefold()  # as most words are
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def entities_called(entities: Sequence[Entity], who: str | Entity) -> tuple[Entity, ...]:
    """Return the entities that a name or an id means.

    Its whole name or an alias comes first; failing that, some of its words in any order, such as a surname. Case,
    accents and hyphens do not count. Several entities may share a name.

    Raises
    ------
    UnknownItemError
        When there is none; the message says who has a name like it.

    Examples
    --------
    >>> entities_called((Entity(id="x1", name="Anne Morvan", type="PERSON"),), "MORVAN")
    (<Entity x1 PERSON 'Anne Morvan' 0 mentions>,)
    """
    if isinstance(who, Entity):
        return (who,)
    wanted = _words(who)
    found = [entity for entity in entities if who == entity.id or wanted in map(_words, _names(entity))]
    found = found or [
        entity for entity in entities if wanted and any(set(wanted) <= set(_words(name)) for name in _names(entity))
    ]
    if not found:
        raise UnknownItemError(_nobody(who, entities))
    return tuple(found)


def _names(entity: Entity) -> tuple[str, ...]:
    return entity.name, *entity.aliases


def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).replace("-", " ").split())


def _nobody(who: str, entities: Iterable[Entity]) -> str:
    called = {" ".join(_words(name)): entity.name for entity in entities for name in _names(entity)}
    called |= {word: whole for name, whole in called.items() for word in name.split() if len(word) > 2}
    near = get_close_matches(" ".join(_words(who)), called, n=3, cutoff=0.7)
    if near:
        meant = " or ".join(dict.fromkeys(repr(called[name]) for name in near))
        return f"No entity is called {who!r}. Did you mean {meant}?"
    names = list(dict.fromkeys(called.values()))
    more = f" and {len(names) - _LISTED} others" if len(names) > _LISTED else ""
    return f"No entity is called {who!r}; this timeline has {', '.join(names[:_LISTED]) or 'nobody'}{more}."
