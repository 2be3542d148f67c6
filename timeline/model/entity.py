"""Entity: a person, an organisation or a place; RoleFact: what the text says of somebody's role."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.mention import Mention

PERSON = "PERSON"
ORGANISATION = "ORGANISATION"
PLACE = "PLACE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, organisation or place, with every mention of it.

    Attributes
    ----------
    id : str
        ``"x1"``, ``"x2"``… by first mention.
    name : str
        Its fullest name in the text.
    type : str
        ``"PERSON"``, ``"ORGANISATION"`` or ``"PLACE"``.
    mentions : tuple of Mention
        In the order of the text; `Mention.kind` tells names, descriptions and pronouns apart.
    aliases : tuple of str
        Its other names in the text, without `name`, sorted.
    """

    id: str
    name: str
    type: str
    mentions: tuple[Mention, ...] = ()
    aliases: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleFact:
    """What one place of the text says of a person's role.

    Attributes
    ----------
    person : str
        Id of the entity.
    role : str
        The role noun's phrase, as a title (``"PDG"``, ``"directrice technique"``).
    organisation : str or None
        Id of the entity.
    status : str
        ``"current"``, ``"former"``, ``"interim"`` or ``"future"`` at the time of writing.
    mention : Mention
        The words that say so.
    lasting : bool
        True for what nobody ceases to be by leaving: a founder.
    """

    person: str
    role: str
    organisation: str | None
    status: str
    mention: Mention
    lasting: bool = False
