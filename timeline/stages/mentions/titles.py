"""A title as said of a man and of a woman, and the office that all its forms name."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.stages.names.rolewords import RoleWords


def title_forms(words: Sequence[str], noun: int, roles: RoleWords) -> tuple[str, ...]:
    """Return a title for a man and for a woman, empty where both are one.

    The role noun changes, and the adjectives right beside it do with it; complements stay.

    Parameters
    ----------
    words : sequence of str
        The title's words.
    noun : int
        Where its role noun stands among them.
    roles : RoleWords

    Examples
    --------
    >>> from timeline.languages import get_language
    >>> from timeline.stages.names.rolewords import role_words
    >>> title_forms(["directrice", "générale", "des", "opérations"], 0, role_words(get_language("fr")))
    ('directeur général des opérations', 'directrice générale des opérations')
    """
    last = noun + 1
    while last < len(words) and words[last].islower() and words[last] not in roles.words.small_words:
        last += 1
    forms = tuple(
        _joined([*(_inflected(word, table, side, roles) for word in words[:last]), *words[last:]])
        for side, table in enumerate((roles.masculines, roles.feminines))
    )
    return forms if forms[0] != forms[1] else ()


def office_of(title: str, roles: RoleWords) -> str:
    """Return the key of an office: its masculine title, in lower case, of several synonyms the one that stands for all.

    A deputy's title is one word, so that it does not hold the title of the one above.

    Examples
    --------
    >>> from timeline.languages import get_language
    >>> from timeline.stages.names.rolewords import role_words
    >>> english = role_words(get_language("en"))
    >>> office_of("CEO", english), office_of("deputy mayor", english)
    ('chief executive', 'deputy_mayor')
    """
    key = title.casefold()
    key = roles.synonyms.get(key, key)
    words = key.replace("-", " ").split()
    return ("_" if not roles.words.deputies.isdisjoint(words) else " ").join(words)


def _inflected(word: str, nouns: dict[str, str], side: int, roles: RoleWords) -> str:
    """Return a word of a title in the gender of a side, 0 for masculine."""
    plain = word.lower()
    found = nouns.get(plain)
    if found is None and plain not in nouns.values():
        for pair in roles.endings:
            wanted, other = pair[side], pair[1 - side]
            if plain.endswith(other) and (side == 0 or not plain.endswith(wanted)):
                found = plain.removesuffix(other) + wanted
                break
    if found is None:
        return word
    return found.capitalize() if word[0].isupper() else found


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace("' ", "'").replace(" - ", "-")
