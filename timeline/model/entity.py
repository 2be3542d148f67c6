"""Entity: a person, an organisation or a place; RoleFact: what the text says of somebody's role."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.mention import Mention
from timeline.model.representation import one_line, quoted

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
    gender : str
        A person's, as far as titles, given names, role nouns and pronouns tell: ``"m"``, ``"f"``, or "".

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Anna Berg a quitté Volta lundi.", date="2023-11-21", lang="fr")
    >>> [entity.name for entity in story.entities]
    ['Anna Berg', 'Volta']
    """

    id: str
    name: str
    type: str
    mentions: tuple[Mention, ...] = ()
    aliases: tuple[str, ...] = ()
    gender: str = ""

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return one_line("Entity", self.id, self.type, quoted(self.name), f"{len(self.mentions)} mentions")

    def __hash__(self) -> int:
        return hash(self.id)  # of all its mentions it would cost more the longer the text


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleFact:
    """What one place of the text says of a person's role.

    Attributes
    ----------
    person : str
        Id of the entity.
    role : str
        The role noun's phrase, as a title (``"PDG"``, ``"directrice technique"``); "" where the text only says how long
        somebody held what it names elsewhere (« elle dirigeait X depuis 2015 »).
    organisation : str or None
        Id of the entity.
    status : str
        ``"current"``, ``"former"``, ``"interim"`` or ``"future"`` at the time of writing.
    mention : Mention
        The words that say so.
    lasting : bool
        True for what nobody ceases to be by leaving: a founder.
    office : str
        The title in a form that all say alike: masculine, synonyms made one (« PDG », « président-directeur général »);
        words of a title that another office has too are joined ("deputy_mayor" is no mayor). "" counts as `role`.
    forms : tuple of str
        The title for a man and for a woman, or empty where the language does not tell them apart.
    factuality : str
        How the text vouches for it, as for events: ``"factual"``, ``"reported"`` or ``"possible"``.
    since, until : Mention or None
        The words that say when the role began and ended (« depuis *2015* », "from *2010* to *2014*").

    Examples
    --------
    >>> import timeline
    >>> text = "Anna Berg est directrice générale de Volta depuis mars 2021."
    >>> story = timeline.extract(text, date="2023-11-21", lang="fr")
    >>> story.role_facts[0].role
    'directrice générale'
    """

    person: str
    role: str
    organisation: str | None
    status: str
    mention: Mention
    lasting: bool = False
    office: str = ""
    forms: tuple[str, ...] = ()
    since: Mention | None = None
    until: Mention | None = None
    factuality: str = "factual"

    def __str__(self) -> str:
        return f"{self.person}, {self.role}" + (f", {self.organisation}" if self.organisation else "")

    def __repr__(self) -> str:
        return one_line("RoleFact", self.person, quoted(self.role), self.organisation or "", self.status)
